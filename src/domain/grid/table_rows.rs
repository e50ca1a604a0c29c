//! What the rows below the headings are: data, sums, feet, headings again.

use super::heading_words::{plain_or_all, says_nothing};
use super::table::FoundTable;
use super::{Grid, GridCell};

/// What a row below the headings is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowIs {
    Blank,
    /// The headings once more, as on a new page.
    Headings,
    /// A sum of the rows above.
    Sum,
    /// A line for signatures, a remark at the foot.
    Foot,
    Data,
}

/// Words with which a row of sums begins.
const SUMS: [&str; 8] = ["合计", "小计", "总计", "共计", "累计", "总数", "total", "subtotal"];

/// Words that stand in a foot or a title.
const FEET: [&str; 24] = [
    "填报单位",
    "填报人",
    "填表人",
    "制表",
    "负责人",
    "审核",
    "复核",
    "校长",
    "签名",
    "签字",
    "盖章",
    "填报日期",
    "填表日期",
    "填报时间",
    "说明",
    "注：",
    "注:",
    "备注：",
    "备注:",
    "班主任：",
    "班主任:",
    "填写说明",
    "单位（",
    "记录人：",
];

impl FoundTable {
    /// What a row is. Whatever is no data by its look is told, never silently left out.
    pub fn row_is(&self, grid: &Grid, row: usize) -> RowIs {
        let filled: Vec<(usize, String)> = self
            .columns
            .iter()
            .map(|own| (own.column, grid.cell(row, own.column).words()))
            .filter(|(_, words)| !words.is_empty())
            .collect();
        let anywhere = (0..grid.width()).find(|at| !grid.cell(row, *at).is_blank());
        let Some(anywhere) = anywhere else { return RowIs::Blank };
        if self.is_only_numbered(grid, row) {
            return RowIs::Blank;
        }
        let first = grid.cell(row, anywhere).words();
        let squeezed: String = first.split_whitespace().collect();
        let is_sum = |word: &str| {
            let word: String = word.split_whitespace().collect::<String>().to_lowercase();
            let is_sum = |sum: &str| word.starts_with(sum) || word.ends_with(sum);
            SUMS.iter().any(|sum| is_sum(sum)) && word.chars().count() <= 8
        };
        if filled.iter().take(3).any(|(_, word)| is_sum(word)) || is_sum(&squeezed) {
            return RowIs::Sum;
        }
        let repeats = |(column, words): &(usize, String)| {
            let own = self.columns.iter().find(|own| own.column == *column);
            own.is_some_and(|own| own.path.contains(&plain_or_all(words)))
        };
        if filled.len() > 1 && filled.iter().all(repeats) {
            return RowIs::Headings;
        }
        let few = grid
            .rows
            .get(row)
            .map_or(0, |cells| cells.iter().filter(|cell| !cell.is_blank()).count());
        // A title again, or one that says that it goes on.
        let is_title = few == 1 && self.titles(grid).any(|title| squeezed.starts_with(&title));
        if is_title {
            return RowIs::Headings;
        }
        let is_foot = FEET.iter().any(|foot| squeezed.contains(foot));
        if is_foot && (few <= 2 || squeezed.ends_with(['：', ':'])) {
            return RowIs::Foot;
        }
        RowIs::Data
    }

    /// The titles above the headings, without blanks.
    fn titles(&self, grid: &Grid) -> impl Iterator<Item = String> {
        let above = self.above(grid).into_iter();
        let titles = above.map(|own| own.split_whitespace().collect::<String>());
        titles.filter(|own| own.chars().count() > 3)
    }

    /// Is nothing in a row but its number?
    fn is_only_numbered(&self, grid: &Grid, row: usize) -> bool {
        let numbers = self.columns.iter().filter(|own| {
            own.means.is_none() && own.path.last().is_some_and(|word| says_nothing(word))
        });
        let numbers: Vec<usize> = numbers.map(|own| own.column).collect();
        let mut filled = (0..grid.width()).filter(|at| !grid.cell(row, *at).is_blank());
        filled.all(|at| numbers.contains(&at))
    }

    /// The rows below the headings, each with what it is.
    pub fn rows(&self, grid: &Grid) -> Vec<(usize, RowIs)> {
        (self.first..grid.rows.len()).map(|row| (row, self.row_is(grid, row))).collect()
    }

    /// What stands above the headings: titles, and lines that say of which class or time it is.
    pub fn above(&self, grid: &Grid) -> Vec<String> {
        let rows = grid.rows.iter().take(self.heads.start);
        rows.flatten().map(GridCell::words).filter(|words| !words.is_empty()).collect()
    }
}
