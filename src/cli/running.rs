//! One call, from its words to its exit code: who is there may be asked for what it lacks.

use std::io::Write;

use super::answer::{Answer, Instead};
use super::as_meant;
use super::call::Call;
use super::command::Program;
use super::context::Context;
use super::failure::{Choosing, Failure};
use super::log_grammar;
use super::menu::{self, Chosen};
use super::parse::{self, Parsed};
use super::stopped::Lacking;
use super::wizard::{Dialog, Wizard, command_line};
use crate::lang::Lang;
use crate::lang::form_words::FormWord;
use crate::lang::talk::Msg;
use crate::lang::wizard_words::WizardWord;
use crate::render::visible;

impl Program {
    /// Runs one call and returns its exit code.
    pub fn call(&self, call: &Call, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        match parse::arguments(call, self.grammar) {
            Ok((asked, mut context)) => {
                let given = Given { call, asked: &asked, context: &context };
                if let Some(mut form) = self.lacking_form(&given) {
                    return self.fill(&given, &mut form, out, err);
                }
                match self.attempt(&asked, &mut context, err) {
                    Ok(answer) => self.deliver(call, &context, &answer, (out, err)),
                    Err(failure) => failure.report((context.format, context.lang), out, err),
                }
            }
            Err(stopped) => match stopped.lacking(call) {
                Some(Lacking::Command) => {
                    let code = self.menu(call, out, err);
                    stay(call, code, stopped.lang, err);
                    code
                }
                Some(Lacking::Value) => self.ask_all(call, out, err),
                None => {
                    let code = stopped.report(out, err);
                    stay(call, code, stopped.lang, err);
                    code
                }
            },
        }
    }

    /// Shows the menu until somebody leaves it.
    fn menu(&self, call: &Call, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        loop {
            let context = match parse::arguments(call, self.relaxed) {
                Ok((_, context)) => context,
                Err(stopped) => return stopped.report(out, err),
            };
            let Some(hear) = &context.ask else { return 0 };
            let mut dialog = Dialog::of(&context, hear, err);
            let Some(chosen) = menu::choose(self, &context, &mut dialog) else {
                dialog.say(&WizardWord::Goodbye.text(context.lang));
                return 0;
            };
            let Chosen { words, is_whole } = chosen;
            let call = Call { args: [call.args.clone(), words].concat(), ..call.clone() };
            // How it ended was said.
            if is_whole {
                self.ask_all(&call, out, err);
            } else {
                show(&call.args, context.lang, err);
                self.call(&call, out, err);
            }
            let _ = out.flush().and_then(|()| writeln!(err));
        }
    }

    /// Asks for all that the command of a call may be told, and runs it.
    fn ask_all(&self, call: &Call, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        match parse::arguments(call, self.relaxed) {
            Ok((asked, context)) => {
                let given = Given { call, asked: &asked, context: &context };
                self.fill(&given, &mut self.form(&given), out, err)
            }
            Err(stopped) => stopped.report(out, err),
        }
    }

    /// The form of a register's command that lacks what it needs, when somebody can be asked.
    fn lacking_form<'a>(&self, given: &Given<'a>) -> Option<Wizard<'a>> {
        let is_log = matches!(given.asked, Parsed::Log(..)) && given.context.ask.is_some();
        is_log.then(|| self.form(given)).filter(Wizard::is_needed)
    }

    /// The form of a command, without what was typed.
    fn form<'a>(&self, given: &Given<'a>) -> Wizard<'a> {
        match given.asked {
            Parsed::Log(register, matches) => {
                let command = log_grammar::command(register);
                Wizard::new(given.context, &command, Some(register), matches)
            }
            Parsed::Other(matches) => {
                let (name, own) = matches.subcommand().unwrap_or(("", matches));
                let strict = (self.grammar)(Some(name), Vec::new());
                let command = strict.find_subcommand(name).unwrap_or(&strict);
                Wizard::new(given.context, command, None, own)
            }
        }
    }

    /// Lets somebody fill in the form until the command is content with it, or they are gone.
    fn fill(
        &self,
        given: &Given,
        form: &mut Wizard,
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> u8 {
        let (asking, lang) = (given.context, given.context.lang);
        let Some(hear) = &asking.ask else {
            return Failure::usage(&Msg::LeftUndone, lang).report((asking.format, lang), out, err);
        };
        loop {
            let words = match form.fill(&mut Dialog::of(asking, hear, err)) {
                Ok(words) => words,
                Err(failure) => return failure.report((asking.format, lang), out, err),
            };
            show(&[given.call.args.clone(), form.told()].concat(), lang, err);
            let args = [given.call.args.clone(), words].concat();
            let call = Call { args, ..given.call.clone() };
            let (asked, mut context) = match parse::arguments(&call, self.grammar) {
                Ok(parsed) => parsed,
                Err(stopped) => return stopped.report(out, err),
            };
            match self.attempt(&asked, &mut context, err) {
                Ok(answer) => return self.deliver(&call, &context, &answer, (out, err)),
                Err(Failure::Usage(lines)) => {
                    let mut dialog = Dialog::of(asking, hear, err);
                    dialog.refuse(&lines);
                    dialog.say(&WizardWord::TryAgain.text(lang));
                }
                Err(failure) => return failure.report((context.format, lang), out, err),
            }
        }
    }

    /// Tells an answer; of one that is another command, what this one says.
    fn deliver(
        &self,
        call: &Call,
        context: &Context,
        answer: &Answer,
        (out, err): (&mut dyn Write, &mut dyn Write),
    ) -> u8 {
        let (Some(Instead { words, file, is_form }), Ok(root)) =
            (answer.in_its_place(), context.root())
        else {
            return answer.deliver(context, out, err);
        };
        let root = root.to_string_lossy();
        let lang = if context.lang == Lang::Zh { "zh-CN" } else { "en" };
        let mut args = words.clone();
        args.extend(["-C", &*root, "--lang", lang, "-o", file].map(str::to_owned));
        args.extend(context.is_today_given.then(|| format!("--today={}", context.today)));
        // Only a copy of this very second can stand there.
        args.push("-y".to_owned());
        args.extend(context.dry_run.then(|| "-n".to_owned()));
        let code = self.call(&Call { args, ..call.clone() }, out, err);
        if code == 0 && !context.dry_run {
            let is_open = (call.open)(&context.directory.join(file));
            let said = match (is_form, is_open) {
                (true, _) => FormWord::Made { file }.text(context.lang),
                (false, true) => Msg::CopyOpened { file }.text(context.lang),
                (false, false) => Msg::CopyNotOpened { file }.text(context.lang),
            };
            let _ = writeln!(err, "{}", visible(&said));
        }
        code
    }

    /// Runs a command; what must be confirmed or chosen is asked.
    fn attempt(
        &self,
        asked: &Parsed,
        context: &mut Context,
        err: &mut dyn Write,
    ) -> Result<Answer, Failure> {
        let lang = context.lang;
        let mut answer = (self.run)(context, asked);
        while let (Err(failure), Some(hear)) = (&answer, context.ask.clone()) {
            let Some(question) = question(failure, lang) else { break };
            let _ = err.write_all(visible(&question).as_bytes()).and_then(|()| err.flush());
            let heard = hear();
            let line = heard.clone().unwrap_or_default();
            if let Failure::Choose(Choosing { left: Some(left), .. }) = failure
                && line.trim().is_empty()
            {
                return match heard {
                    Some(_) => Ok(Answer::default().with_talk([left.clone()])),
                    None => Err(Failure::Gone(format!("\n{left}"))),
                };
            }
            let is_answered = match failure {
                Failure::Choose(choice) => {
                    context.chosen.push((choice.about.clone(), line.trim().to_owned()));
                    !line.trim().is_empty()
                }
                _ => {
                    context.yes = as_meant::is_yes(&line);
                    context.yes
                }
            };
            answer = match is_answered {
                true => (self.run)(context, asked),
                false if heard.is_none() => Err(Failure::Gone(Msg::LeftUndone.text(lang))),
                // Not a mistake of the call that could be mended by asking again.
                false => Err(Failure::Left(Msg::LeftUndone.text(lang))),
            };
        }
        self.by_either_headings(asked, context, answer?)
    }
}

/// Keeps a window open in which something went wrong, until somebody has read it.
fn stay(call: &Call, code: u8, lang: Lang, err: &mut dyn Write) {
    if let Some(hear) = call.ask.as_ref().filter(|_| call.closes && code != 0) {
        let _ = write!(err, "{}", WizardWord::EnterCloses.text(lang)).and_then(|()| err.flush());
        hear();
    }
}

/// What was typed of a command.
struct Given<'a> {
    call: &'a Call,
    asked: &'a Parsed,
    context: &'a Context,
}

/// The command line that does it, so that it can be typed another time.
fn show(words: &[String], lang: Lang, err: &mut dyn Write) {
    let line = format!("care {}", command_line(words));
    let said = WizardWord::Line { line: &line }.text(lang);
    let _ = writeln!(err, "{}", visible(&said));
}

/// What a person is asked when a command cannot go on by itself.
fn question(failure: &Failure, lang: Lang) -> Option<String> {
    match failure {
        Failure::Ask(doubt) => Some(doubt.join("\n") + "\n" + &Msg::IsItSo.text(lang)),
        Failure::Choose(choice) => Some(choice.question.clone()),
        _ => None,
    }
}
