//! The words of a call as they are meant: an input method writes `——班级` or `－－班级＝三1` where
//! `--班级=三1` is meant, and puts a full-width blank where a plain one belongs.

use clap::{Arg, ArgAction, Command};
use unicode_normalization::UnicodeNormalization;

/// The blank that a Chinese input method types.
const WIDE_BLANK: char = '\u{3000}';

/// Letters, digits and marks in their plain form, without blanks around.
pub fn plain(text: &str) -> String {
    text.nfkc().collect::<String>().trim().to_owned()
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{fe58}' | '－')
}

/// A word that begins as a flag does, in plain letters up to its value: `--班级`, `-n`; and the
/// value, when it is in the same word.
pub fn flag(word: &str) -> Option<(String, Option<&str>)> {
    let body = word.trim_start_matches(is_dash);
    if body.len() == word.len() || body.is_empty() {
        return None;
    }
    let end = body.find(['=', '＝', WIDE_BLANK]);
    let (name, value) = match end {
        Some(at) => {
            (&body[..at], body[at..].chars().next().map(|mark| &body[at + mark.len_utf8()..]))
        }
        None => (body, None),
    };
    let name = plain(name);
    let dashes: Vec<char> = word.chars().take_while(|letter| is_dash(*letter)).collect();
    // A dash as long as a letter stands for two short ones, unless one letter follows.
    let is_short = matches!(dashes[..], ['-' | '－']) || dashes.len() == 1 && name.len() == 1;
    Some((if is_short { format!("-{name}") } else { format!("--{name}") }, value))
}

/// The value of a flag that must be known before parsing.
pub fn value_of(args: &[String], short: Option<&str>, long: &str) -> Option<String> {
    let mut words = args.iter();
    while let Some(word) = words.next() {
        match flag(word) {
            Some((name, value)) if name == long => {
                return value.map(str::to_owned).or_else(|| words.next().cloned());
            }
            _ if Some(word.as_str()) == short => return words.next().cloned(),
            _ => {}
        }
        let joined = short.and_then(|short| word.strip_prefix(short)).filter(|v| !v.is_empty());
        if let Some(value) = joined.filter(|_| !word.starts_with("--")) {
            return Some(value.strip_prefix('=').unwrap_or(value).to_owned());
        }
    }
    None
}

/// The words with the command's own word apart from what follows it, as far as blanks of the wide
/// kind hold them together.
pub fn parted(words: &[String], valued: &[&str]) -> Vec<String> {
    let mut parted = Vec::new();
    let mut words = words.iter();
    let mut skip = false;
    for word in words.by_ref() {
        let flag = flag(word);
        if skip || flag.is_some() {
            skip = !skip
                && flag.is_some_and(|(name, value)| value.is_none() && valued.contains(&&*name));
            parted.push(word.clone());
            continue;
        }
        let mut own = word.split(WIDE_BLANK).filter(|part| !part.is_empty());
        parted.extend(own.next().map(plain));
        parted.extend(own.map(str::to_owned));
        break;
    }
    parted.extend(words.cloned());
    parted
}

/// The words as the grammar knows them. What a flag takes for its value stays as it was typed,
/// unless it can be one of a few words only.
pub fn words(typed: Vec<String>, grammar: &Command) -> Vec<String> {
    let mut command: Option<&Command> = None;
    let mut meant: Vec<String> = Vec::new();
    let mut awaited: Option<&Arg> = None;
    let mut typed = typed.into_iter();
    for word in typed.by_ref() {
        if let Some(arg) = awaited.take() {
            meant.push(value_as_meant(arg, &word));
            continue;
        }
        if word == "--" {
            meant.push(word);
            break;
        }
        let Some((name, value)) = flag(&word) else {
            command = command.or_else(|| grammar.find_subcommand(&word));
            meant.push(word);
            continue;
        };
        let own = command.iter().flat_map(|own| own.get_arguments());
        let known = own.chain(grammar.get_arguments()).find(|arg| is_called(arg, &name));
        match (known.filter(|arg| needs_value(arg)), value) {
            (Some(arg), None) => {
                awaited = Some(arg);
                meant.push(name);
            }
            (Some(arg), Some(value)) => {
                meant.push(format!("{name}={}", value_as_meant(arg, value)));
            }
            // A short flag with its value, or a word that only looks like a flag.
            (None, _) if known.is_none() && word.starts_with('-') => meant.push(word),
            (None, Some(value)) if word.contains(['=', '＝']) => {
                meant.push(format!("{name}={value}"));
            }
            (None, value) => meant.extend([name].into_iter().chain(value.map(str::to_owned))),
        }
    }
    meant.extend(typed);
    meant
}

fn value_as_meant(arg: &Arg, value: &str) -> String {
    if arg.get_possible_values().is_empty() { value.to_owned() } else { plain(value) }
}

/// Is a flag called so, in full or by its letter?
fn is_called(arg: &Arg, name: &str) -> bool {
    let long = name.strip_prefix("--").is_some_and(|long| {
        arg.get_long() == Some(long) || arg.get_all_aliases().is_some_and(|all| all.contains(&long))
    });
    let letter = name.strip_prefix('-').and_then(|rest| rest.parse::<char>().ok());
    long || letter.is_some() && arg.get_short() == letter
}

fn needs_value(arg: &Arg) -> bool {
    let takes = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    takes && arg.get_num_args().is_none_or(|number| number.min_values() > 0)
}

/// Is a question answered with yes?
pub fn is_yes(line: &str) -> bool {
    matches!(line.trim().to_lowercase().as_str(), "y" | "yes" | "ｙ" | "是" | "对")
}

/// The entries of a list, as typed with one of the usual marks between them.
pub fn entries(text: &str) -> Vec<String> {
    let parts = text.split(['、', ',', '，', ';', '；', '/']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(line: &[&str]) -> Vec<String> {
        let set = |name: &'static str| Arg::new(name).long(name).action(ArgAction::Set);
        let log = Command::new("log").alias("家访").args([
            set("class").alias("班级"),
            set("note").alias("备注"),
            Arg::new("force").long("force").action(ArgAction::SetTrue),
            Arg::new("dry").short('n').action(ArgAction::SetTrue),
        ]);
        let grammar = Command::new("care").subcommand(log);
        let typed: Vec<String> = line.iter().map(ToString::to_string).collect();
        words(parted(&typed, &["--dir"]), &grammar)
    }

    #[test]
    fn long_dashes_and_wide_letters_begin_a_flag_as_plain_ones_do() {
        for flag in
            ["--班级", "——班级", "—班级", "－－班级", "–班级", "－－ｃｌａｓｓ", "--ｃｌａｓｓ"]
        {
            let own = meant(&["家访", flag, "三1"]);
            assert!(["--班级", "--class"].contains(&&*own[1]) && own[2] == "三1", "{own:?}");
        }
        assert_eq!(meant(&["家访", "——班级＝三1", "－n"]), ["家访", "--班级=三1", "-n"]);
        assert_eq!(meant(&["家访", "——force", "王芳"]), ["家访", "--force", "王芳"]);
    }

    #[test]
    fn wide_blanks_part_the_command_from_what_follows_and_a_flag_from_its_value() {
        assert_eq!(meant(&["家访　李小明　王芳"]), ["家访", "李小明", "王芳"]);
        assert_eq!(
            meant(&["--dir", "一　二", "家访　李小明"]),
            ["--dir", "一　二", "家访", "李小明"]
        );
        assert_eq!(meant(&["家访", "——班级　三1"]), ["家访", "--班级=三1"]);
    }

    #[test]
    fn what_a_flag_takes_for_its_value_stays_as_it_was_typed() {
        let own = meant(&["家访", "--备注", "——后来　好转", "--note=ＡＢ＝１"]);
        assert_eq!(own, ["家访", "--备注", "——后来　好转", "--note=ＡＢ＝１"]);
        assert_eq!(meant(&["家访", "--", "——班级"]), ["家访", "--", "——班级"]);
        assert_eq!(meant(&["家访", "--classs", "三1"]), ["家访", "--classs", "三1"]);
    }
}
