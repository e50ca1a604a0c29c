//! The program at a real terminal: a pair of pseudo-terminals, the program on one side, somebody
//! who reads and types on the other.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::harness::Home;

/// How long the program may take to show what is waited for, on a machine that does other things.
const PATIENCE: Duration = Duration::from_secs(60);

struct Terminal {
    keyboard: File,
    shown: Receiver<Vec<u8>>,
    screen: String,
    program: Child,
}

impl Terminal {
    fn start(home: &Home, words: &[&str]) -> Terminal {
        Terminal::of(home, env!("CARGO_BIN_EXE_care"), words)
    }

    fn of(home: &Home, program: &str, words: &[&str]) -> Terminal {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        let name = ptsname(&master, Vec::new()).unwrap().into_string().unwrap();
        let slave = || Stdio::from(File::options().read(true).write(true).open(&name).unwrap());
        let program = Command::new("setsid")
            .args(["--ctty", "--wait", program])
            .args(words)
            .current_dir(home.root())
            .env("COLUMNS", "80")
            .env("LC_ALL", "C.UTF-8")
            .env_remove("CARE_DIR")
            .stdin(slave())
            .stdout(slave())
            .stderr(slave())
            .spawn()
            .unwrap();
        let keyboard = File::from(master.as_fd().try_clone_to_owned().unwrap());
        let mut screen = File::from(master);
        let (sender, shown) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The end of the program is an error on this side.
            while let Ok(length @ 1..) = screen.read(&mut bytes) {
                let _ = sender.send(bytes[..length].to_vec());
            }
        });
        Terminal { keyboard, shown, screen: String::new(), program }
    }

    /// Waits until the screen shows a text after all that was shown before, and then types.
    fn at(&mut self, prompt: &str, typed: &str) {
        self.wait_for(prompt);
        if !typed.is_empty() {
            self.screen.clear();
        }
        self.keyboard.write_all(typed.as_bytes()).unwrap();
    }

    fn wait_for(&mut self, text: &str) {
        let until = Instant::now() + PATIENCE;
        while !self.screen.contains(text) {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.shown.recv_timeout(left) else {
                panic!("{text} was not shown:\n{}", self.screen);
            };
            self.screen += &String::from_utf8_lossy(&bytes);
        }
    }

    fn end(mut self) -> (i32, String) {
        let code = self.program.wait().unwrap().code().unwrap();
        while let Ok(bytes) = self.shown.recv_timeout(Duration::from_secs(5)) {
            self.screen += &String::from_utf8_lossy(&bytes);
        }
        (code, self.screen)
    }
}

const TODAY: [&str; 2] = ["--today", "2024-12-20"];

fn home() -> Home {
    Home::copy_of("examples/guzhuang").own()
}

#[test]
fn a_visit_is_recorded_through_the_menu_at_a_terminal_in_both_languages() {
    for (lang, menu, below, class, staff, saved) in [
        ("zh-CN", "回车退出）：", "回车返回）：", "或班级：", "教师 [", "已记录：家访"),
        (
            "en",
            "Enter leaves): ",
            "goes back): ",
            "or a class: ",
            "staff [",
            "recorded: home visit",
        ),
    ] {
        let home = home();
        let before = home.read("log/visit/2024-12.csv").lines().count();
        let mut terminal = Terminal::start(&home, &[&TODAY[..], &["--lang", lang]].concat());
        terminal.at(menu, "1\n");
        terminal.at(below, "2\n");
        terminal.at("]", "\n");
        terminal.at(class, "2\n");
        terminal.at(staff, ".\n");
        terminal.at(saved, "");
        terminal.at(menu, "\n");
        let (code, screen) = terminal.end();
        assert_eq!(code, 0, "{screen}");
        assert_eq!(home.read("log/visit/2024-12.csv").lines().count(), before + 1, "a row");
    }
}

#[test]
fn a_shell_completes_commands_and_the_names_of_children_when_tab_is_struck() {
    let home = home();
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_care")).parent().unwrap();
    let ready = format!(
        "PS1='ready> '; PATH={}:$PATH; care completions bash > c; . ./c\n",
        folder.display()
    );
    for (typed, completed) in
        [("care overd\t", "care overdue"), ("care show 诸\t", "care show 诸葛明哲")]
    {
        let mut terminal = Terminal::of(&home, "bash", &["--norc", "--noprofile", "-i"]);
        terminal.at("bash-", &ready);
        terminal.wait_for("ready> ");
        terminal.keyboard.write_all(typed.as_bytes()).unwrap();
        terminal.wait_for(completed);
        // A shell that is asked for nothing more ends with its terminal.
        terminal.program.kill().unwrap();
        terminal.program.wait().unwrap();
    }
}

#[test]
fn ctrl_c_in_the_middle_of_a_form_leaves_nothing_and_says_so_with_exit_130() {
    let home = home();
    let before = home.read("log/visit/2024-12.csv");
    let mut terminal = Terminal::start(&home, &["--today", "2024-12-20", "家访"]);
    terminal.at("]：", "\n");
    terminal.at("或班级：", "\u{3}");
    let (code, screen) = terminal.end();
    assert_eq!(code, 130, "{screen}");
    assert!(screen.contains("没有填完，什么也没有保存"), "{screen}");
    assert_eq!(home.read("log/visit/2024-12.csv"), before);
}

#[test]
fn the_end_of_the_input_leaves_nothing_and_says_so() {
    let home = home();
    let mut terminal = Terminal::start(&home, &["--today", "2024-12-20", "家访"]);
    terminal.at("]：", "\u{4}");
    let (code, screen) = terminal.end();
    assert_eq!(code, 130, "{screen}");
    assert!(screen.contains("没有填完，什么也没有保存"), "{screen}");
}

#[test]
fn lines_that_are_pasted_all_at_once_are_no_answers() {
    let home = home();
    let mut terminal = Terminal::start(&home, &["--today", "2024-12-20", "家访"]);
    terminal.at("]：", "12.18\n1\n2\n");
    terminal.at("一次贴进了 3 行，没有用；这里只填一项", "");
    terminal.at("]：", "12.18\n");
    terminal.at("或班级：", "\u{4}");
    let (code, _) = terminal.end();
    assert_eq!(code, 130);
}

#[test]
fn undo_is_asked_for_by_its_number_and_takes_the_last_batch_back_in_both_languages() {
    for (lang, menu, below) in
        [("zh-CN", "回车退出）：", "回车返回）："), ("en", "Enter leaves): ", "goes back): ")]
    {
        let home = home().at("2026-01-01");
        let file = "log/visit/2024-12.csv";
        let _ = home.run("log-visit 李浩然 --date 12.19 --today 2024-12-20");
        let mut terminal = Terminal::start(&home, &[&TODAY[..], &["--lang", lang]].concat());
        terminal.at(menu, "6\n");
        terminal.at(below, "3\n");
        terminal.at(menu, "\n");
        let (code, screen) = terminal.end();
        assert_eq!(code, 0, "{screen}");
        let last = home.read(file).lines().last().unwrap().to_owned();
        assert!(last.contains(",void,"), "{last}");
    }
}
