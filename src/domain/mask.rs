//! How much of a name is shown where others than the home's own staff may read it.

use super::id::Id;

/// How much of a name is hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mask {
    /// All of it: the id stands in its place.
    Full,
    /// All but the first and the last letter: 李＊明, 王＊.
    Partial,
    #[default]
    Nothing,
}

/// The words for it.
pub const MASKS: [(&str, Mask); 3] =
    [("full", Mask::Full), ("partial", Mask::Partial), ("none", Mask::Nothing)];

/// Stands for a hidden letter: as wide as a Chinese one, and no mark of Markdown.
const HIDDEN: &str = "＊";

/// No masked name is longer than this.
const LONGEST: usize = 8;

impl Mask {
    /// The same, but never whole names.
    pub fn at_least_partial(self) -> Mask {
        if self == Mask::Nothing { Mask::Partial } else { self }
    }

    /// A name as it may be shown. The id alone tells two people of one masked name apart.
    pub fn name(self, name: &str, id: Id) -> String {
        match self {
            Mask::Full => id.to_string(),
            Mask::Partial => partly(name),
            Mask::Nothing => name.to_owned(),
        }
    }
}

fn partly(name: &str) -> String {
    let letters: Vec<char> = name.trim().chars().collect();
    match letters.as_slice() {
        [] | [_] => HIDDEN.to_owned(),
        [first, _] => format!("{first}{HIDDEN}"),
        [first, between @ .., last] => {
            format!("{first}{}{last}", HIDDEN.repeat(between.len().min(LONGEST - 2)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Kind;

    #[test]
    fn a_masked_name_keeps_at_most_its_first_and_last_letter() {
        let id = Id::parse("C7K3FQ", Kind::Child).unwrap();
        for (name, shown) in [
            ("李小明", "李＊明"),
            ("王芳", "王＊"),
            ("阿依古丽·买买提", "阿＊＊＊＊＊＊提"),
            ("丽", "＊"),
            ("", "＊"),
        ] {
            assert_eq!(Mask::Partial.name(name, id), shown, "{name}");
        }
        assert_eq!(Mask::Full.name("李小明", id), "C7K3FQ");
        assert_eq!(Mask::Nothing.name("李小明", id), "李小明");
    }
}
