//! A name as it stands on a screen, in both languages.

use std::borrow::Cow;

/// Chinese and English words that can stand in a constant table.
pub type Words = (&'static str, &'static str);

/// A name in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    zh: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Label {
    /// A label that is compiled in.
    pub const fn fixed(zh: &'static str, en: &'static str) -> Label {
        Label { zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    /// A label read from a file.
    pub fn new(zh: String, en: String) -> Label {
        Label { zh: zh.into(), en: en.into() }
    }

    /// The Chinese name.
    pub fn zh(&self) -> &str {
        &self.zh
    }

    /// The English name.
    pub fn en(&self) -> &str {
        &self.en
    }
}
