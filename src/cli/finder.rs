//! Whom a word names: an id or its beginning, a name, its pinyin or initials. All of them are
//! tried, and nothing is ever guessed.

use pinyin::ToPinyinMulti;

use chrono::NaiveDate;

use super::as_meant::plain;
use super::failure::Failure;
use crate::domain::home::Home;
use crate::domain::id::{Id, as_written};
use crate::domain::mask::Mask;
use crate::domain::name;
use crate::domain::nearest::nearest;
use crate::lang::Lang;
use crate::lang::talk::Msg;
use crate::lang::words::role_name;

/// Somebody who can be named.
struct Candidate {
    id: Id,
    /// Former ids, by which it is found too.
    also: Vec<Id>,
    name: String,
    /// What tells two of one name apart: of a child the class and the carer.
    beside: String,
}

impl Candidate {
    fn fits(&self, word: &str) -> bool {
        WAYS.iter().any(|fits| fits(self, word))
    }
}

/// The child that a word names. Which class it is in is said as of a day.
pub fn child(home: &Home, word: &str, day: NaiveDate, lang: Lang) -> Result<Id, Failure> {
    find(&children(home, day).collect::<Vec<_>>(), word, lang)
}

/// Does a word name a child, or several?
pub fn is_child(home: &Home, word: &str) -> bool {
    children(home, NaiveDate::MIN).any(|own| own.fits(word.trim()))
}

/// The member of staff that a word names.
pub fn staff(home: &Home, word: &str, lang: Lang) -> Result<Id, Failure> {
    find(&people(home, lang).collect::<Vec<_>>(), word, lang)
}

/// The child or the member of staff that a word names; what fits one of each names neither.
pub fn child_or_staff(home: &Home, word: &str, day: NaiveDate, lang: Lang) -> Result<Id, Failure> {
    find(&children(home, day).chain(people(home, lang)).collect::<Vec<_>>(), word, lang)
}

fn children(home: &Home, day: NaiveDate) -> impl Iterator<Item = Candidate> {
    home.children.iter().map(move |child| {
        let class = child.class_on(day).map(|class| home.class_name(class, day));
        let carer = child.facts.text("carer.name").map(|name| Mask::Partial.name(name, child.id));
        let beside: Vec<String> = class.into_iter().chain(carer).collect();
        let also = child.also.iter().map(|former| former.id).collect();
        Candidate { id: child.id, also, name: child.name.clone(), beside: beside.join(" ") }
    })
}

fn people(home: &Home, lang: Lang) -> impl Iterator<Item = Candidate> {
    home.staff.iter().map(move |person| {
        let role = person.roles.last().map(|held| role_name(held.role, lang).to_owned());
        let beside = role.unwrap_or_default();
        Candidate { id: person.id, also: Vec::new(), name: person.name.clone(), beside }
    })
}

type Fits = fn(&Candidate, &str) -> bool;

/// How much of an id must be written.
const SHORTEST_ID: usize = 4;

/// The ways of naming; whoever fits by any of them is meant.
const WAYS: [Fits; 4] = [
    |own, word| begins_id(own.id, word) || own.also.iter().any(|id| begins_id(*id, word)),
    |own, word| name::same(&own.name, word),
    |own, word| is_pinyin(&own.name, word, |syllable| syllable),
    |own, word| is_pinyin(&own.name, word, initial),
];

fn find(candidates: &[Candidate], word: &str, lang: Lang) -> Result<Id, Failure> {
    let word = &plain(word);
    let found: Vec<&Candidate> = candidates.iter().filter(|own| own.fits(word)).collect();
    match found.as_slice() {
        [] => Err(nobody(candidates, word, lang)),
        [only] => Ok(only.id),
        several => {
            let mut lines = vec![Msg::Ambiguous { name: word }.text(lang)];
            let line = |own: &&Candidate| format!("{}  {}  {}", own.id, own.name, own.beside);
            lines.extend(several.iter().map(line).map(|line| line.trim_end().to_owned()));
            Err(Failure::Usage(lines))
        }
    }
}

fn nobody(candidates: &[Candidate], word: &str, lang: Lang) -> Failure {
    let mut lines = vec![Msg::NobodyCalled { name: word }.text(lang)];
    if let Some(name) = nearest(word, candidates.iter().map(|own| own.name.as_str())) {
        let near = candidates.iter().filter(|own| own.name == name);
        let near: Vec<String> =
            near.map(|own| format!("{} {}", own.name, own.beside).trim_end().to_owned()).collect();
        lines.push(Msg::DidYouMean { names: &near.join(", ") }.text(lang));
    }
    Failure::Usage(lines)
}

/// Does the word begin an id, and is it long enough to mean one?
pub fn begins_id(id: Id, word: &str) -> bool {
    let word = as_written(word);
    word.len() >= SHORTEST_ID && id.to_string().starts_with(&word)
}

/// Does the word begin a name's pinyin, or its initials?
pub fn begins_pinyin(name: &str, word: &str) -> bool {
    let begins = |part: fn(&str) -> &str| {
        (1..=name.chars().count()).any(|length| {
            let beginning: String = name.chars().take(length).collect();
            is_pinyin(&beginning, word, part)
        })
    };
    word.is_ascii() && !word.is_empty() && (begins(|whole| whole) || begins(initial))
}

/// The first letter of a syllable, which may be one with a mark of its own: 欸 is read ê.
fn initial(syllable: &str) -> &str {
    let rest = syllable.char_indices().nth(1);
    rest.map_or(syllable, |(end, _)| &syllable[..end])
}

/// Is `word` the pinyin of a name, each character by one of its readings, cut by `part`?
fn is_pinyin(name: &str, word: &str, part: fn(&str) -> &str) -> bool {
    let word: String = word.chars().filter(|c| !matches!(c, ' ' | '\'' | '-')).collect();
    let word = word.to_ascii_lowercase();
    let mut rest: Vec<&str> = vec![&word];
    let mut read_any = false;
    for letter in name.chars() {
        let Some(readings) = letter.to_pinyin_multi() else {
            // A dot in the middle of a name is not spoken.
            if letter.is_alphanumeric() {
                return false;
            }
            continue;
        };
        read_any = true;
        let sounds: Vec<&str> = readings.into_iter().map(|reading| part(reading.plain())).collect();
        rest = rest
            .iter()
            .flat_map(|left| sounds.iter().filter_map(|sound| left.strip_prefix(sound)))
            .collect();
    }
    read_any && rest.contains(&"")
}

#[cfg(test)]
mod tests {
    use super::{initial, is_pinyin};

    #[test]
    fn a_name_is_found_by_its_whole_pinyin_or_its_initials() {
        let whole = |name, word| is_pinyin(name, word, |syllable| syllable);
        let initials = |name, word| is_pinyin(name, word, initial);
        assert!(whole("王小明", "wangxiaoming"));
        assert!(whole("王小明", "Wang Xiaoming"));
        assert!(initials("王小明", "wxm"));
        assert!(!whole("王小明", "wangxiao"));
        assert!(!initials("王小明", "wx"));
        assert!(initials("阿依古丽·买买提", "ayglmmt"));
        assert!(whole("单晓", "shanxiao") && whole("单晓", "danxiao"));
        assert!(!whole("", ""));
        // A syllable may begin with a letter of two bytes.
        assert!(!initials("欸小明", "wxm") && !initials("誒小明", "wxm"));
    }
}
