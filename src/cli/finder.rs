//! Whom a word names: an id, its unique beginning, a name, or a name's pinyin. Never a guess.

use pinyin::ToPinyinMulti;

use super::context::Context;
use super::failure::Failure;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::nearest::nearest;
use crate::lang::talk::Msg;
use crate::lang::words::role_name;

/// Somebody who can be named.
struct Candidate {
    id: Id,
    name: String,
    /// What tells two of one name apart: the class.
    beside: String,
}

/// The child that a word names.
pub fn child(home: &Home, word: &str, context: &Context) -> Result<Id, Failure> {
    let candidates = home.children.iter().map(|child| {
        let class = child.class_on(context.today);
        Candidate {
            id: child.id,
            name: child.name.clone(),
            beside: class.map_or(String::new(), |class| home.class_name(class, context.today)),
        }
    });
    find(&candidates.collect::<Vec<_>>(), word, context)
}

/// The member of staff that a word names.
pub fn staff(home: &Home, word: &str, context: &Context) -> Result<Id, Failure> {
    let candidates = home.staff.iter().map(|person| Candidate {
        id: person.id,
        name: person.name.clone(),
        beside: String::new(),
    });
    find(&candidates.collect::<Vec<_>>(), word, context)
}

/// The child or the member of staff that a word names; what fits one of each names neither.
pub fn child_or_staff(home: &Home, word: &str, context: &Context) -> Result<Id, Failure> {
    let day = context.today;
    let children = home.children.iter().map(|child| {
        let class = child.class_on(day);
        Candidate {
            id: child.id,
            name: child.name.clone(),
            beside: class.map_or(String::new(), |class| home.class_name(class, day)),
        }
    });
    let staff = home.staff.iter().map(|person| {
        let roles = person.roles.iter().filter(|own| own.span.contains(day));
        let roles: Vec<&str> = roles.map(|own| role_name(own.role, context.lang)).collect();
        Candidate { id: person.id, name: person.name.clone(), beside: roles.join(" ") }
    });
    find(&children.chain(staff).collect::<Vec<_>>(), word, context)
}

type Fits = fn(&Candidate, &str) -> bool;

/// The ways of naming, the surest first; the first that fits anybody decides.
const WAYS: [Fits; 5] = [
    |own, word| own.id.to_string().eq_ignore_ascii_case(word),
    |own, word| own.name == word,
    |own, word| word.len() >= 2 && own.id.to_string().starts_with(&word.to_ascii_uppercase()),
    |own, word| is_pinyin(&own.name, word, |syllable| syllable),
    |own, word| is_pinyin(&own.name, word, initial),
];

fn find(candidates: &[Candidate], word: &str, context: &Context) -> Result<Id, Failure> {
    let lang = context.lang;
    let word = word.trim();
    for fits in WAYS {
        let found: Vec<&Candidate> = candidates.iter().filter(|own| fits(own, word)).collect();
        match found.as_slice() {
            [] => {}
            [only] => return Ok(only.id),
            several => {
                let mut lines = vec![Msg::Ambiguous { name: word }.text(lang)];
                let line = |own: &&Candidate| format!("{}  {}  {}", own.id, own.name, own.beside);
                lines.extend(several.iter().map(line).map(|line| line.trim_end().to_owned()));
                return Err(Failure::Usage(lines));
            }
        }
    }
    let mut lines = vec![Msg::NobodyCalled { name: word }.text(lang)];
    if let Some(name) = nearest(word, candidates.iter().map(|own| own.name.as_str())) {
        let near = candidates.iter().filter(|own| own.name == name);
        let near: Vec<String> =
            near.map(|own| format!("{} {}", own.name, own.beside).trim_end().to_owned()).collect();
        lines.push(Msg::DidYouMean { names: &near.join(", ") }.text(lang));
    }
    Err(Failure::Usage(lines))
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
    let end = syllable.chars().next().map_or(0, char::len_utf8);
    &syllable[..end]
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
