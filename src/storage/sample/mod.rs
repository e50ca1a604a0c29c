//! A made-up home for practising: as it would stand on a day, with some of everything. The same day
//! gives the same bytes, and no day of it lies ahead but what is agreed.

mod chance;
mod log;
mod news;
mod people;
mod stories;
mod words;
mod work;
mod year;

pub use year::SampleTime;

use super::layout;
use super::step::Step;
use chance::Chance;
use log::SampleLog;
use work::Work;

/// What `care.toml` of a made-up home begins with.
pub const MARK: &str = "# 示例：这个之家是 care init --sample 编造的，孩子、老师、电话、身份证号都不是真的。\n\
                        # 身份证号用不存在的 99 开头地区码，电话一律 139000 开头。\n";

/// The name of its school, when none is said.
pub const SCHOOL: &str = "柳河小学（示例）";

/// The steps that make its staff, children and logs.
pub fn steps(time: &SampleTime) -> Vec<Step> {
    let staff = people::staff();
    let mut children = people::children(time.year).unwrap_or_default();
    stories::settle(&mut children, time);
    let put = |file: String, text: String| Step::Put { file, before: None, text };
    let mut steps = vec![put(layout::STAFF.to_owned(), people::staff_text(&staff, time.year))];
    for pupil in &children {
        let text =
            people::child_text(pupil, &staff, time.since) + &stories::entries(pupil, &staff, time);
        steps.push(put(layout::child(pupil.id), text));
    }
    let (log, chance) = (SampleLog::new(), Chance::of("work"));
    let mut work = Work { time, staff: &staff, children: &children, log, chance };
    work.all();
    news::tell(&mut work);
    steps.extend(work.log.steps());
    steps
}
