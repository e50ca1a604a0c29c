//! What a shell asks of the program.

use care::{Call, run};

use super::{Home, words};

impl Home {
    /// What a shell is told the last word may become.
    pub fn completes(&self, line: &str) -> Vec<String> {
        let begin = ["--", "care"].map(str::to_owned).into_iter();
        let call = Call {
            user: self.user.clone(),
            completing: Some("fish".to_owned()),
            ..Call::new(begin.chain(words(line)).collect(), self.now, self.root.clone())
        };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        assert_eq!(run(&call, &mut out, &mut err), 0);
        let text = String::from_utf8(out).unwrap();
        text.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
    }
}
