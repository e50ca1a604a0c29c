//! A form of one child a sheet, labels with their values beside them, as a table of one row.

use super::heading_words::plain_or_all;
use super::roster_words::CHILDREN;
use super::{Grid, GridCell};

/// So many labels with values make a form.
const FEWEST: usize = 4;

/// A label with what stands beside it.
struct Labelled {
    /// Whose it is, where that stands at the left of the row.
    group: Option<String>,
    label: String,
    means: String,
    value: GridCell,
}

/// The table of one row that a form comes to; nothing when it is none. `known` is how many headings
/// of a table were found in the sheet.
pub fn as_table(grid: &Grid, known: usize) -> Option<Grid> {
    let mut found = labelled(grid);
    found.retain(|own| !own.value.is_blank());
    let mut means: Vec<&str> = found.iter().map(|own| own.means.as_str()).collect();
    means.sort_unstable();
    means.dedup();
    let is_form = means.len() >= FEWEST && means.len() > known && means.contains(&"name");
    if !is_form {
        return None;
    }
    let mut seen = Vec::new();
    found.retain(|own| {
        let is_new = !seen.contains(&own.means);
        seen.push(own.means.clone());
        is_new
    });
    let text = |text: String| match text.is_empty() {
        true => GridCell::Empty,
        false => GridCell::Text(text),
    };
    let groups = found.iter().map(|own| text(own.group.clone().unwrap_or_default())).collect();
    let labels = found.iter().map(|own| text(own.label.clone())).collect();
    let values = found.iter().map(|own| own.value.clone()).collect();
    let has_groups = found.iter().any(|own| own.group.is_some());
    // A label without a group stands in the upper row, as in a table whose cells are shown as one.
    let (upper, lower): (Vec<GridCell>, Vec<GridCell>) = match has_groups {
        true => {
            let both = found.iter().zip(groups_and_labels(groups, labels));
            both.map(|(_, pair)| pair).unzip()
        }
        false => (labels, Vec::new()),
    };
    let rows = match has_groups {
        true => vec![upper, lower, values],
        false => vec![upper, values],
    };
    Some(Grid { rows, joints: Vec::new(), ..grid.clone() })
}

fn groups_and_labels(
    groups: Vec<GridCell>,
    labels: Vec<GridCell>,
) -> impl Iterator<Item = (GridCell, GridCell)> {
    groups.into_iter().zip(labels).map(|(group, label)| match group.is_blank() {
        true => (label, GridCell::Empty),
        false => (group, label),
    })
}

fn labelled(grid: &Grid) -> Vec<Labelled> {
    let mut found = Vec::new();
    let mut group: Option<(usize, String)> = None;
    for (row, cells) in grid.rows.iter().enumerate() {
        let filled: Vec<(usize, String)> = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_blank())
            .map(|(column, cell)| (column, cell.words()))
            .collect();
        let Some((first, word)) = filled.first() else { continue };
        let is_group = |word: &str| {
            let plain = plain_or_all(word);
            CHILDREN.groups.iter().any(|(_, words)| words.contains(&plain.as_str()))
        };
        let next = filled.get(1).map(|(_, next)| plain_or_all(next));
        let heads_row = is_group(word)
            && next.is_some_and(|next| CHILDREN.parts.iter().any(|(_, w)| w.contains(&&*next)));
        match &group {
            _ if heads_row => group = Some((*first, word.clone())),
            // It goes on below as long as its own column stays blank.
            Some((column, _)) if first > column => {}
            _ => group = None,
        }
        let own_group = group.as_ref().map(|(_, word)| word.clone());
        for (column, word) in &filled {
            if heads_row && column == first {
                continue;
            }
            if let Some(one) = one(grid, (row, *column), word, own_group.as_ref()) {
                found.push(one);
            }
        }
    }
    found
}

fn one(
    grid: &Grid,
    (row, column): (usize, usize),
    word: &str,
    group: Option<&String>,
) -> Option<Labelled> {
    let meaning = |word: &str| {
        let plain = plain_or_all(word);
        let path: Vec<String> = group.map(|own| plain_or_all(own)).into_iter().collect();
        CHILDREN.meant(&[path, vec![plain]].concat())
    };
    let means = meaning(word)?;
    let joint = grid.joints.iter().find(|own| own.first == (row, column));
    let right = joint.map_or(column, |own| own.last.1) + 1;
    let value = grid.shown(row, right).clone();
    // A label beside a label has no value.
    let is_label = matches!(&value, GridCell::Text(text) if meaning(text).is_some());
    let value = if is_label { GridCell::Empty } else { value };
    let label = word.split_whitespace().collect();
    Some(Labelled { group: group.cloned(), label, means, value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::grid::table::Candidates;

    #[test]
    fn labels_with_values_beside_them_become_a_table_of_one_row() {
        let cell = |text: &&str| match *text {
            "" => GridCell::Empty,
            text => GridCell::Text(text.to_owned()),
        };
        let rows: [&[&str]; 7] = [
            &["登记表"],
            &["儿童姓名", "张三", "性别", "男", "民族", "汉族"],
            &["出生日期", "2014年11月30日", "班级", "四（2）班"],
            &["父亲", "姓名", "张强", "务工地点", "苏州"],
            &["", "联系电话", "13800138000", "是否外出", ""],
            &["监护人", "姓名", "张福", "与儿童关系", "爷爷"],
            &["单位负责人（签名）：", "", "填表人（签名）："],
        ];
        let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let form = Grid { rows, ..Grid::default() };
        let table = as_table(&form, 3).unwrap();
        let found = Candidates::of(&table).best(&|path| CHILDREN.meant(path)).unwrap();
        let told = |means: &str| {
            let column = found.column(means).map(|own| own.column);
            column.map(|column| table.cell(found.first, column).words())
        };
        for (means, value) in [
            ("name", "张三"),
            ("sex", "男"),
            ("class", "四（2）班"),
            ("father.name", "张强"),
            ("father.work_place", "苏州"),
            ("father.phone", "13800138000"),
            ("carer.name", "张福"),
            ("carer.relation", "爷爷"),
        ] {
            assert_eq!(told(means).as_deref(), Some(value), "{means}");
        }
        assert_eq!(told("father.away"), None);
        // A list is no form.
        assert!(as_table(&table, found.known()).is_none());
    }
}
