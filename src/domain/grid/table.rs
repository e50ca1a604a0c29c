//! Where in a sheet the table is: its headings, of one row or of two, and the rows below them.

use std::collections::{BTreeMap, BTreeSet};

use super::Grid;
use super::heading_words::plain_or_all;

/// Headings stand among the first rows that hold anything.
const DEEPEST: usize = 40;

/// A table that was found in a sheet.
#[derive(Clone, Debug, Default)]
pub struct FoundTable {
    /// The rows of the headings, from 0.
    pub heads: std::ops::Range<usize>,
    /// What each column means: its place, its heading with what stands above, the meaning.
    pub columns: Vec<HeadCell>,
    /// The first row below the headings.
    pub first: usize,
}

/// The heading of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadCell {
    pub column: usize,
    /// What stands above it, and itself, as they are compared.
    pub path: Vec<String>,
    /// As it is written.
    pub shown: String,
    /// What it means; none for what is not taken.
    pub means: Option<String>,
}

impl FoundTable {
    /// How many different things are meant.
    pub fn known(&self) -> usize {
        let all: BTreeSet<&String> =
            self.columns.iter().filter_map(|own| own.means.as_ref()).collect();
        all.len()
    }

    /// The column of a meaning.
    pub fn column(&self, means: &str) -> Option<&HeadCell> {
        self.columns.iter().find(|own| own.means.as_deref() == Some(means))
    }

    /// Meanings that several columns have.
    pub fn twice(&self) -> Vec<&str> {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for means in self.columns.iter().filter_map(|own| own.means.as_deref()) {
            *seen.entry(means).or_default() += 1;
        }
        seen.into_iter().filter(|(_, times)| *times > 1).map(|(means, _)| means).collect()
    }
}

/// The rows of a sheet that may be headings, one or two of them, with no meaning yet.
pub struct Candidates(Vec<FoundTable>);

impl Candidates {
    pub fn of(grid: &Grid) -> Candidates {
        let rows = (0..grid.rows.len()).filter(|row| !grid.is_blank_row(*row)).take(DEEPEST);
        let depths = rows.flat_map(|row| [row..row + 1, row..row + 2]);
        let whole = depths.filter(|heads| heads.end <= grid.rows.len());
        Candidates(whole.map(|heads| read(grid, heads)).collect())
    }

    /// The table whose headings say most, by what a heading and what stands above it mean. Of equal
    /// ones the first, and of those the one with fewer rows of headings.
    pub fn best(&self, meaning: &dyn Fn(&[String]) -> Option<String>) -> Option<FoundTable> {
        let mut best: Option<FoundTable> = None;
        for candidate in &self.0 {
            let mut found = candidate.clone();
            for own in &mut found.columns {
                own.means = meaning(&own.path);
            }
            let (known, length) = (found.known(), found.heads.len());
            let is_better = best.as_ref().is_none_or(|best: &FoundTable| {
                // A title above the headings is no part of them.
                known > best.known() || known == best.known() && length < best.heads.len()
            });
            if known > 0 && is_better {
                best = Some(found);
            }
        }
        best
    }
}

fn read(grid: &Grid, heads: std::ops::Range<usize>) -> FoundTable {
    let mut columns: Vec<HeadCell> = Vec::new();
    for column in 0..grid.width() {
        let parts: Vec<String> = match heads.len() {
            1 => vec![grid.cell(heads.start, column).words()],
            _ => two_deep(grid, heads.start, column),
        };
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        let path: Vec<String> = parts.iter().map(|part| plain_or_all(part)).collect();
        if path.is_empty() {
            continue;
        }
        let shown = parts.iter().map(|own| own.split_whitespace().collect::<String>());
        let shown = shown.collect::<Vec<_>>().join("·");
        columns.push(HeadCell { column, means: None, path, shown });
    }
    FoundTable { first: heads.end, heads, columns }
}

/// A heading of two rows: what stands above, which may reach over several columns, and below.
fn two_deep(grid: &Grid, row: usize, column: usize) -> Vec<String> {
    let lower = grid.cell(row + 1, column).words();
    let upper = grid.shown(row, column).words();
    if !upper.is_empty() || lower.is_empty() {
        return vec![upper, lower];
    }
    // Not every program says which cells are one: a blank above belongs to what stands to the left
    // of it, when that has something below it, too.
    let left = (0..column).rev().find(|at| !grid.cell(row, *at).is_blank());
    let reaches = left.filter(|at| (*at..column).all(|at| !grid.cell(row + 1, at).is_blank()));
    let upper = reaches.map(|at| grid.cell(row, at).words()).unwrap_or_default();
    vec![upper, lower]
}

#[cfg(test)]
mod tests {
    use super::super::roster_words::CHILDREN;
    use super::super::table_rows::RowIs;
    use super::super::{GridCell, Joint};
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let cell = |text: &&str| match *text {
            "" => GridCell::Empty,
            text => GridCell::Text(text.to_owned()),
        };
        let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        Grid { rows, ..Grid::default() }
    }

    fn meanings(found: &FoundTable) -> Vec<Option<&str>> {
        found.columns.iter().map(|own| own.means.as_deref()).collect()
    }

    #[test]
    fn headings_of_two_rows_are_read_with_what_stands_above_them() {
        let sheet = grid(&[
            &["某某小学留守儿童花名册"],
            &["序号", "姓名", "父亲", "", "", "母亲", "", "备注"],
            &["", "", "姓名", "务工地", "电话", "姓名", "电话", ""],
            &["1", "李小明", "李强", "浙江省宁波市", "13800138000", "王芳", "无", ""],
            &["合计", "1"],
            &["负责人：", "", "填表人："],
        ]);
        let found = Candidates::of(&sheet).best(&|path| CHILDREN.meant(path)).unwrap();
        assert_eq!(found.heads, 1..3);
        let some = |path| Some(path);
        assert_eq!(
            meanings(&found),
            [
                None,
                some("name"),
                some("father.name"),
                some("father.work_place"),
                some("father.phone"),
                some("mother.name"),
                some("mother.phone"),
                some("x.note"),
            ]
        );
        let rows: Vec<RowIs> = found.rows(&sheet).into_iter().map(|(_, is)| is).collect();
        assert_eq!(rows, [RowIs::Data, RowIs::Sum, RowIs::Foot]);
        assert_eq!(found.above(&sheet), ["某某小学留守儿童花名册"]);
    }

    #[test]
    fn headings_of_one_row_say_whose_they_are_in_one_word() {
        let sheet = grid(&[
            &["姓名", "班级", "父亲电话", "监护人姓名", "与学生关系", "联系电话"],
            &["李小明", "三1班", "13800138000", "王桂英", "奶奶", ""],
        ]);
        let found = Candidates::of(&sheet).best(&|path| CHILDREN.meant(path)).unwrap();
        assert_eq!(found.heads, 0..1);
        assert_eq!(
            meanings(&found),
            ["name", "class", "father.phone", "carer.name", "carer.relation", "carer.phone"]
                .map(Some)
        );
    }

    #[test]
    fn a_column_for_each_choice_is_ticked() {
        let mut sheet = grid(&[
            &["姓名", "监护类型", "", "性别", ""],
            &["", "隔代监护", "亲朋监护", "男", "女"],
            &["李小明", "√", "", "√", ""],
        ]);
        sheet.joints.push(Joint { first: (0, 1), last: (0, 2) });
        let found = Candidates::of(&sheet).best(&|path| CHILDREN.meant(path)).unwrap();
        assert_eq!(
            meanings(&found),
            ["name", "care_type=grandparent", "care_type=kin_friend", "sex=male", "sex=female"]
                .map(Some)
        );
    }
}
