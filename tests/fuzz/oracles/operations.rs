//! Whatever the list of operations holds, an operation that is repeated writes nothing twice.

use std::path::Path;

use super::file::held;
use crate::home::{Desk, HOME};
use crate::memory_disk::MemoryDisk;

const NAME: &str = "wechat-17";
const LOG: &str = "log/talk/2024-12.csv";

/// Tries a list on a command that is repeated.
pub fn hold(desk: &Desk, input: &[u8], turn: usize) -> Result<u64, String> {
    let disk = desk.with(".care/operations", input);
    let child = ["C2M9RD", "C7K3FQ"][turn % 2];
    let line = format!("log-talk {child} --date 2024-12-19 --format json --op-id {NAME}");
    let text = String::from_utf8_lossy(input);
    let was_done = text.lines().any(|own| own.starts_with(&format!("{NAME}\t")));
    let (first, second) = (desk.run_line(&disk, &line), desk.run_line(&disk, &line));
    held((first.code, second.code) == (0, 0), || format!("{} {}", first.err, second.err))?;
    let wanted = usize::from(!was_done);
    let rows = rows(&disk);
    held(rows == wanted, || format!("{rows} rows were written, not {wanted}"))?;
    held(first.out == second.out, || format!("first {}then {}", first.out, second.out))?;
    Ok(text.lines().count().min(20) as u64)
}

fn rows(disk: &MemoryDisk) -> usize {
    let log = disk.files().get(&Path::new(HOME).join(LOG)).cloned().unwrap_or_default();
    String::from_utf8_lossy(&log).lines().skip(1).count()
}
