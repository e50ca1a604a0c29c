//! Crashes on a disk in memory: after every step of every command that writes, in every state in
//! which the disk may then be found (see `unsettled`), the home is what it was before the command
//! or what the command makes of it, byte for byte, once the next command has finished what was
//! left; readers see the same before that, and while the command goes on (`readers`). The same for
//! crashes while the next command recovers, and for a power cut after a command was killed.
//!
//! Many states differ only in what no program can see of them; each content that differs otherwise
//! is judged once.
//!
//! `CARE_CRASH=long` tears writes at every length and cuts off the recovery from every content
//! found; `CARE_CRASH_PART=k/n` takes the k-th of n parts of it, counted from 1.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]
#![allow(clippy::print_stdout, reason = "it tells its figures")]

mod commands;
mod faults;
mod judge;
mod left_over;
mod looks;
mod post;
mod readers;
mod reads;
mod runs;
mod sim_disk;
mod state;
mod taking_back;
mod torn;
mod unsettled;

use commands::{Scene, home, scenes};
use judge::{Figures, Judge};
use runs::{on, ran, written};
use sim_disk::SimDisk;
use state::State;
use std::rc::Rc;
use torn::Torn;
use unsettled::Unsettled;

fn is_long() -> bool {
    std::env::var("CARE_CRASH").is_ok_and(|text| text == "long")
}

/// The scenes of the part that was asked for, all when none was.
fn part() -> Vec<Scene> {
    let part = std::env::var("CARE_CRASH_PART").unwrap_or("1/1".to_owned());
    let (own, of) = part.split_once('/').unwrap();
    let (own, of): (usize, usize) = (own.parse().unwrap(), of.parse().unwrap());
    assert!((1..=of).contains(&own), "{part} is no part");
    let scenes = scenes().into_iter().enumerate();
    scenes.filter(|(at, _)| at % of == own - 1).map(|(_, scene)| scene).collect()
}

/// Judges scenes and tells the figures.
fn judge_all(what: &str, scenes: &[Scene], judge: impl Fn(&mut Judge, &Scene)) -> Figures {
    let torn = if is_long() { Torn::Everywhere } else { Torn::Few };
    let mut all = Figures::default();
    for scene in scenes {
        let mut own = Judge::new(scene, torn);
        judge(&mut own, scene);
        let own = own.figures();
        if is_long() {
            let line: String = scene.line.chars().take(60).collect();
            println!("{line}: {} states, {} contents", own.states, own.contents);
        }
        all.states += own.states;
        all.contents += own.contents;
        all.judged += own.judged;
    }
    let Figures { states, contents, judged } = &all;
    println!(
        "{what}: {states} crash states, {contents} contents, {judged} judgements: none lost, \
              none halved"
    );
    all
}

/// How often each text stands at the beginning of a line of some record.
fn count(state: &State, text: &str) -> usize {
    let files = state.files();
    let records =
        files.iter().filter(|(path, _)| !path.components().any(|c| c.as_os_str() == ".care"));
    let lines = records.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    let is_own = |line: &&str| line.starts_with(text) || *line == format!("id = \"{text}\"");
    lines.map(|text_of| text_of.lines().filter(is_own).count()).sum()
}

#[test]
fn every_command_keeps_what_was_acknowledged_before_it_and_writes_its_own_once() {
    for scene in scenes() {
        let start = Unsettled::firm(scene.start.clone());
        let ran = ran(&start, &scene.line, 100);
        assert_eq!(ran.said.code, 0, "{}: {}", scene.line, ran.said.err);
        let end = ran.end(&start).seen();
        for id in scene.ids.iter().chain(&ran.ids) {
            assert_eq!(count(&end, id), 1, "{}: {id}", scene.line);
        }
        let check = on(&Rc::new(SimDisk::seeing(end)), "check");
        assert_eq!(check.code, 0, "{}: {}", scene.line, check.out);
    }
}

#[test]
fn a_crash_after_any_step_of_any_writing_command_loses_and_halves_nothing() {
    let figures = judge_all("power cuts", &part(), |judge, scene| {
        judge.cut_off(if is_long() || scene.is_telling { 2 } else { 1 });
    });
    assert!(figures.states > 0, "nothing was enumerated");
}

#[test]
fn a_power_cut_after_a_killed_command_loses_nothing_of_the_next() {
    let mut scenes = part();
    scenes.retain(|scene| is_long() || scene.is_telling);
    judge_all("kills, then power cuts", &scenes, |judge, _| judge.cut_off_after_a_kill());
}

#[test]
fn a_torn_tail_is_kept_in_the_quarantine_byte_for_byte() {
    let scene = scenes().into_iter().find(|scene| scene.line.starts_with("check")).unwrap();
    let start = Unsettled::firm(scene.start.clone());
    let files = ran(&start, &scene.line, 100).end(&start).seen().files();
    let kept = files.iter().filter(|(path, _)| path.to_string_lossy().contains("quarantine"));
    let kept: Vec<_> = kept.map(|(_, bytes)| bytes.as_slice()).collect();
    assert_eq!(kept, [b"E00torn"]);
}

#[test]
fn an_operation_that_is_repeated_under_its_name_writes_nothing_twice() {
    let (state, _) = home();
    let disk = Rc::new(SimDisk::seeing(state));
    let line = "log-talk 李小明 --date 2024-11-06 --op-id wechat-17";
    let first = on(&disk, line);
    let again = on(&disk, line);
    assert_eq!((first.code, again.code), (0, 0));
    assert_eq!(first.out, again.out);
    assert_eq!(count(&disk.seen(), &written(&first)[0]), 1);
}
