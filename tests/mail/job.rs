//! What is killed: a run that sends two mails.

use crate::home::{Home, OFFICE, TEACHERS, TODAY, WHOM, clear};
use crate::rig::Scratch;
use crate::server::Server;

/// The run, and the server that it sends to.
pub struct Job<'a> {
    pub name: &'static str,
    pub server: &'a Server,
}

#[allow(clippy::unused_self, reason = "the tracer asks this of any job")]
impl Job<'_> {
    /// The addresses that get a mail, sorted.
    pub const TO: [&'static str; 2] = [TEACHERS[1].1, OFFICE];

    pub fn words(&self) -> Vec<&'static str> {
        vec!["mail", "--today", TODAY]
    }

    pub fn makes_home(&self) -> bool {
        false
    }

    /// The folder it begins in: one class has something to do.
    pub fn before(&self) -> Scratch {
        let home = Home::new();
        home.talk("C00001 C00002 C00004", "2024-10-15");
        home.school("测试小学", &format!("{}{WHOM}", clear(self.server)));
        home.change("care.toml", "\"T00003\", ", "");
        home.into_folder()
    }
}
