//! What a sheet is: the list of children, of staff, of pairs, of terms, or a register.

use super::Grid;
use super::list_words::{PAIRS, STAFF, TERMS};
use super::register_words::RegisterWords;
use super::roster_words::CHILDREN;
use super::table::{Candidates, FoundTable};

/// A kind of list that can be brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetKind {
    Children,
    Staff,
    Pairs,
    Terms,
    Register(String),
}

/// Words in a title, in the name of a sheet or of a file, by which the lists that are no registers
/// are known; the kind's own words for `--register` stand first.
const LISTS: [(SheetKind, &[&str]); 4] = [
    (
        SheetKind::Children,
        &["roster", "名册", "花名册", "名单", "儿童", "children", "基本情况", "登记表", "档案"],
    ),
    (SheetKind::Staff, &["staff", "教师", "教职工", "教师名单", "教职工名单", "教师花名册"]),
    (SheetKind::Pairs, &["pairs", "结对", "结对帮扶", "帮扶一览", "代理家长一览", "结对一览"]),
    (SheetKind::Terms, &["calendar", "校历", "学期安排", "学期", "terms", "放假", "放假安排"]),
];

impl SheetKind {
    /// The list that people call so, for `--register`; registers are known by their descriptions.
    pub fn called(word: &str) -> Option<SheetKind> {
        let own = LISTS.iter().find(|(_, words)| words.contains(&word));
        own.map(|(kind, _)| kind.clone())
    }

    /// The name by which a remembered heading is kept.
    pub fn name(&self) -> &str {
        match self {
            SheetKind::Children => "roster",
            SheetKind::Staff => "staff",
            SheetKind::Pairs => "pairs",
            SheetKind::Terms => "calendar",
            SheetKind::Register(name) => name,
        }
    }
}

/// How a heading is understood, beyond the words that the program knows: kept by kind.
pub type Remembered<'a> = dyn Fn(&SheetKind, &str) -> Option<String> + 'a;

/// Finds what a sheet is and where its table stands.
pub struct SheetAsked<'a> {
    pub grid: &'a Grid,
    /// The names of the file and of the sheet.
    pub called: &'a str,
    pub registers: &'a [RegisterWords<'a>],
    /// What the clerk says that it is.
    pub wanted: Option<&'a SheetKind>,
    pub remembered: &'a Remembered<'a>,
}

/// What was found.
pub enum SheetIs {
    Found(SheetKind, FoundTable),
    /// Several fit equally: it must be said which.
    Several(Vec<SheetKind>),
    Nothing,
}

impl SheetAsked<'_> {
    /// The kind that fits best.
    pub fn answer(&self) -> SheetIs {
        let mut found: Vec<(usize, SheetKind, FoundTable)> = Vec::new();
        let candidates = Candidates::of(self.grid);
        for kind in self.kinds() {
            let Some(table) = candidates.best(&|path| self.meaning(&kind, path)) else {
                continue;
            };
            let is_wanted = self.wanted == Some(&kind);
            if is_wanted || self.is_enough(&kind, &table) {
                found.push((self.weight(&kind, &table), kind, table));
            }
        }
        found.sort_by_key(|(weight, _, _)| std::cmp::Reverse(*weight));
        let best = found.first().map(|(weight, _, _)| *weight);
        let equal = found.iter().take_while(|(weight, _, _)| Some(*weight) == best).count();
        if equal > 1 {
            return SheetIs::Several(found.drain(..equal).map(|(_, kind, _)| kind).collect());
        }
        match found.into_iter().next() {
            Some((_, kind, table)) => SheetIs::Found(kind, table),
            None => SheetIs::Nothing,
        }
    }

    fn kinds(&self) -> Vec<SheetKind> {
        if let Some(wanted) = self.wanted {
            return vec![wanted.clone()];
        }
        let lists = LISTS.iter().map(|(kind, _)| kind.clone());
        let registers =
            self.registers.iter().map(|own| SheetKind::Register(own.register.name.clone()));
        lists.chain(registers).collect()
    }

    /// What a heading means in a list of a kind.
    pub fn meaning(&self, kind: &SheetKind, path: &[String]) -> Option<String> {
        let whole = path.join("·");
        if let Some(own) = (self.remembered)(kind, &whole) {
            return Some(own).filter(|own| !own.is_empty());
        }
        match kind {
            SheetKind::Children => CHILDREN.meant(path),
            SheetKind::Staff => STAFF.meant(path),
            SheetKind::Pairs => PAIRS.meant(path),
            SheetKind::Terms => TERMS.meant(path),
            SheetKind::Register(name) => {
                self.registers.iter().find(|own| own.register.name == *name)?.meant(path)
            }
        }
    }

    /// Has a table what a list of its kind cannot do without?
    fn is_enough(&self, kind: &SheetKind, table: &FoundTable) -> bool {
        let has = |means: &str| table.column(means).is_some();
        match kind {
            SheetKind::Children => has("name") && table.known() > 1,
            SheetKind::Staff => has("name") && has("role"),
            SheetKind::Pairs => {
                let adults = ["pair_teacher", "proxy_parent", "proxy_guardian", "proxy_mother"];
                has("child") && adults.into_iter().any(has)
            }
            SheetKind::Terms => has("first") && has("last"),
            SheetKind::Register(_) => {
                has("date") && (table.known() > 2 || self.is_called(kind, table))
            }
        }
    }

    fn is_called(&self, kind: &SheetKind, table: &FoundTable) -> bool {
        self.hint(kind, self.called) > 0 || self.hint(kind, &table.above(self.grid).concat()) > 0
    }

    /// What speaks for a kind: headings that are understood, and words in the title.
    fn weight(&self, kind: &SheetKind, table: &FoundTable) -> usize {
        let above = table.above(self.grid).concat();
        // The title of the sheet says more than the name of the file.
        2 * table.known() + 2 * self.hint(kind, &above) + self.hint(kind, self.called)
    }

    /// The length of the longest word of a kind in a text.
    fn hint(&self, kind: &SheetKind, text: &str) -> usize {
        let text: String = text.split_whitespace().collect();
        let longest = |words: &mut dyn Iterator<Item = &str>| {
            let fits = words.filter(|word| word.chars().count() > 1 && text.contains(*word));
            fits.map(|word| word.chars().count()).max().unwrap_or_default()
        };
        match kind {
            SheetKind::Register(name) => {
                let own = self.registers.iter().map(|own| own.register);
                let Some(own) = own.into_iter().find(|own| own.name == *name) else { return 0 };
                let names = [own.label.zh(), own.name.as_str()];
                let others = own.aliases.iter().chain(&own.synonyms).map(String::as_str);
                longest(&mut names.into_iter().chain(others))
            }
            kind => {
                let words = LISTS.iter().find(|(own, _)| own == kind).map(|(_, words)| *words);
                longest(&mut words.unwrap_or_default().iter().copied())
            }
        }
    }
}
