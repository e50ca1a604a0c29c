//! Whatever the ledger holds, an operation that is repeated writes nothing twice.

use std::path::Path;

use super::file::held;
use crate::home::{Desk, HOME};
use crate::memory_disk::MemoryDisk;

const NAME: &str = "wechat-17";
const LOG: &str = "log/talk/2024-12.csv";

/// Tries a list on a command that is repeated.
pub fn hold(desk: &Desk, input: &[u8], turn: usize) -> Result<u64, String> {
    let disk = desk.with(".care/ledger", input);
    let child = ["C2M9RD", "C7K3FQ"][turn % 2];
    let line = format!("log-talk {child} --date 2024-12-19 --format json --op-id {NAME}");
    let text = String::from_utf8_lossy(input);
    let was_done = text.lines().any(is_own);
    let (first, second) = (desk.run_line(&disk, &line), desk.run_line(&disk, &line));
    // Of a line that cannot be read it is not known whether it entered this operation.
    if first.code == 1 {
        held(second.code == 1 && rows(&disk) == 0, || format!("{} {}", first.err, second.err))?;
        held(!text.is_empty(), || first.err.clone())?;
        return Ok(1);
    }
    held((first.code, second.code) == (0, 0), || format!("{} {}", first.err, second.err))?;
    let rows = rows(&disk);
    held(rows == 1 || rows == 0 && was_done, || format!("{rows} rows were written"))?;
    held(first.out == second.out, || format!("first {}then {}", first.out, second.out))?;
    Ok(text.lines().count().min(20) as u64)
}

/// Does a line enter an operation of this name?
fn is_own(line: &str) -> bool {
    let entry = serde_json::from_str::<serde_json::Value>(line);
    entry.is_ok_and(|entry| entry["op_id"] == NAME)
}

fn rows(disk: &MemoryDisk) -> usize {
    let log = disk.files().get(&Path::new(HOME).join(LOG)).cloned().unwrap_or_default();
    String::from_utf8_lossy(&log).lines().skip(1).count()
}
