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
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        let name = ptsname(&master, Vec::new()).unwrap().into_string().unwrap();
        let slave = || Stdio::from(File::options().read(true).write(true).open(&name).unwrap());
        let program = Command::new("setsid")
            .args(["--ctty", "--wait", env!("CARGO_BIN_EXE_care")])
            .args(words)
            .current_dir(home.root())
            .env("COLUMNS", "80")
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
        while let Ok(bytes) = self.shown.recv_timeout(Duration::from_millis(500)) {
            self.screen += &String::from_utf8_lossy(&bytes);
        }
        (code, self.screen)
    }
}

const TODAY: [&str; 2] = ["--today", "2024-12-20"];

fn home() -> Home {
    Home::copy_of("examples/guzhuang")
}

#[test]
fn a_visit_is_recorded_through_the_menu_at_a_terminal() {
    let home = home();
    let mut terminal = Terminal::start(&home, &TODAY);
    terminal.at("做什么（编号；回车退出）：", "1\n");
    terminal.at("哪一项（编号；回车返回）：", "2\n");
    terminal.at("]：", "\n");
    terminal.at("或班级：", "2\n");
    terminal.at("教师 [", ".\n");
    terminal.at("已记录：家访 12月20日（周五） 诸葛明哲", "");
    terminal.at("做什么（编号；回车退出）：", "\n");
    let (code, screen) = terminal.end();
    assert_eq!(code, 0, "{screen}");
    assert!(home.read("log/visit/2024-12.csv").contains("E"), "a row");
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
fn undo_is_asked_for_by_its_number_and_takes_the_last_batch_back() {
    let home = home().at("2026-01-01");
    let file = "log/visit/2024-12.csv";
    let _ = home.run("log-visit 李浩然 --date 12.19 --today 2024-12-20");
    let mut terminal = Terminal::start(&home, &TODAY);
    terminal.at("做什么（编号；回车退出）：", "6\n");
    terminal.at("哪一项（编号；回车返回）：", "3\n");
    terminal.at("做什么（编号；回车退出）：", "\n");
    let (code, screen) = terminal.end();
    assert_eq!(code, 0, "{screen}");
    assert!(home.read(file).lines().last().unwrap().contains(",void,"), "{}", home.read(file));
}
