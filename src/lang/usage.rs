//! What the argument parser finds wrong, in the user's language.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::{Lang, messages};

messages! {
    /// A mistake on the command line.
    Usage {
        UnknownArgument { name: &'a str } => format!("没有“{name}”这个选项"), format!("there is no option \"{name}\"");
        UnknownCommand { name: &'a str } => format!("没有“{name}”这个命令"), format!("there is no command \"{name}\"");
        BadValue { arg: &'a str, value: &'a str } => format!("{arg} 不能是“{value}”"), format!("{arg} cannot be \"{value}\"");
        NoValue { arg: &'a str } => format!("{arg} 后面缺少内容"), format!("{arg} needs a value");
        Allowed { values: &'a str } => format!("可以是：{values}"), format!("it can be: {values}");
        Missing { args: &'a str } => format!("缺少 {args}"), format!("missing: {args}");
        Conflict { arg: &'a str, other: &'a str } => format!("{arg} 不能与 {other} 同用"), format!("{arg} cannot be used with {other}");
        NoCommand => "要做什么？命令见 care --help", "say what to do; care --help lists the commands";
        NotText => "有一个参数不是 UTF-8 文字", "an argument is not UTF-8 text";
        Other => "命令写法不对", "the command is not written right";
        Place { nth: usize, after: &'a str } => if after.is_empty() { format!("错在第 {nth} 个词") } else { format!("错在第 {nth} 个词，{after} 后面") }, if after.is_empty() { format!("it is word {nth} after care") } else { format!("it is word {nth} after care, behind {after}") };
        TooMany { word: &'a str } => format!("“{word}”多了，不知道是什么"), format!("\"{word}\" is one word too many");
    }
}

/// The mistake in a sentence, and what may be written instead where that is a short list.
pub fn explain(error: &Error, lang: Lang) -> Vec<String> {
    let arg = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    let command = text(error, ContextKind::InvalidSubcommand);
    let other = text(error, ContextKind::PriorArg);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument if !arg.starts_with('-') => Usage::TooMany { word: &arg },
        ErrorKind::UnknownArgument => Usage::UnknownArgument { name: &arg },
        ErrorKind::InvalidSubcommand => Usage::UnknownCommand { name: &command },
        ErrorKind::InvalidValue if value.is_empty() => Usage::NoValue { arg: &arg },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Usage::BadValue { arg: &arg, value: &value }
        }
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => Usage::NoValue { arg: &arg },
        ErrorKind::MissingRequiredArgument => Usage::Missing { args: &arg },
        ErrorKind::ArgumentConflict => Usage::Conflict { arg: &arg, other: &other },
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Usage::NoCommand
        }
        ErrorKind::InvalidUtf8 => Usage::NotText,
        _ => Usage::Other,
    };
    let mut lines = vec![sentence.text(lang)];
    let allowed = text(error, ContextKind::ValidValue);
    if !allowed.is_empty() {
        lines.push(Usage::Allowed { values: &allowed }.text(lang));
    }
    lines
}

fn text(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}
