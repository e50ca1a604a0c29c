//! `care` alone at a terminal: what stands out today, and a short numbered menu through which every
//! job is reached without knowing a command.

use super::command::{Command, CommandGroup, GROUPS, Program};
use super::context::Context;
use super::draft::day_said;
use super::failure::Failure;
use super::log_grammar;
use super::question::Question;
use super::wizard::{Dialog, Gone, Reply, numbers};
use crate::domain::label::Words;
use crate::domain::register::{Register, SHIPPED};
use crate::lang::wizard_words::WizardWord;
use crate::lang::{Lang, label, words_in};
use crate::reports::{due, overdue};
use crate::rules::plan::Plan;
use crate::session::edit::CHANGES;
use crate::session::read::Ask;

/// The commands that a menu has no use for: they are for a shell or its packager.
const FOR_SHELLS: [&str; 2] = ["completions", "man"];

/// What can be done where there is no home yet.
const WITHOUT_HOME: [&str; 3] = ["init", "doctor", "help"];

/// Whose whole form is gone through, although nothing of it must be said.
const ASKED_WHOLE: [&str; 1] = ["init"];

/// Something to be done.
enum MenuLine {
    Command(&'static Command),
    /// A register's command, by its name and what is shown.
    Register(String, String),
    Recording,
    /// A group, with what it is called and what it holds.
    Group(CommandGroup, Words, Words),
}

/// What somebody chose: the words of a command, and whether its whole form is gone through.
pub struct Chosen {
    pub words: Vec<String>,
    pub is_whole: bool,
}

/// Shows what stands out and the menu; nothing when somebody leaves it.
pub fn choose(program: &Program, context: &Context, dialog: &mut Dialog) -> Option<Chosen> {
    head(context, dialog);
    let menu = Menu { program, context };
    let words = menu.ask(dialog, &menu.top(), &WizardWord::MenuAsk).ok().flatten()?;
    let first = words.first();
    let is_whole = program
        .commands
        .iter()
        .any(|own| ASKED_WHOLE.contains(&own.file) && first == Some(&own.called(context.lang)));
    Some(Chosen { words, is_whole })
}

/// Where one is, and what stands out.
fn head(context: &Context, dialog: &mut Dialog) {
    let lang = context.lang;
    if context.home.is_none() {
        dialog.say(&WizardWord::NoHomeYet.text(lang));
        return;
    }
    let day = day_said(context.today, context.today, lang);
    let told = context.read(Ask::default(), |reading| {
        let home = &reading.home;
        let question = Question::default();
        let plan = Plan::new(home, context.today, |rule| question.wants_or_promised(rule));
        let (rows, soon) = reading.late_and_soon(&plan, due::WEEK, |rule| question.wants(rule))?;
        let children = overdue::children(&plan, &rows);
        let (school, name) = (home.settings.school.as_str(), home.settings.home.as_str());
        let counts =
            WizardWord::MenuLate { rows: rows.len(), children, soon: soon.len() }.text(lang);
        let head = WizardWord::MenuHead { school, home: name, day: &day }.text(lang);
        Ok::<_, Failure>([head, counts])
    });
    match told {
        Ok(lines) => lines.iter().for_each(|line| dialog.say(line)),
        Err(_) => dialog.say(&WizardWord::MenuBad.text(lang)),
    }
}

/// The menu of a program in a home.
struct Menu<'a> {
    program: &'a Program,
    context: &'a Context,
}

impl Menu<'_> {
    fn commands(&self, wanted: impl Fn(&Command) -> bool) -> Vec<MenuLine> {
        let own = self.program.commands.iter().filter(|own| wanted(own));
        own.map(MenuLine::Command).collect()
    }

    fn top(&self) -> Vec<MenuLine> {
        if self.context.home.is_none() {
            return self.commands(|own| WITHOUT_HOME.contains(&own.file));
        }
        let daily = self.commands(|own| own.group == CommandGroup::Daily);
        let below = GROUPS.into_iter().filter(|(group, ..)| *group != CommandGroup::Daily);
        let groups = below.map(|(group, title, holds)| MenuLine::Group(group, title, holds));
        [MenuLine::Recording].into_iter().chain(daily).chain(groups).collect()
    }

    /// Lets somebody choose; gives the words of the command, or nothing when they leave.
    fn ask(
        &self,
        dialog: &mut Dialog,
        lines: &[MenuLine],
        prompt: &WizardWord,
    ) -> Result<Option<Vec<String>>, Gone> {
        let lang = self.context.lang;
        let shown: Vec<String> = lines.iter().map(|line| line.shown(lang)).collect();
        loop {
            // Names are short, and all of them are to be seen in one window.
            let is_of_names = lines.iter().all(|own| matches!(own, MenuLine::Register(..)));
            dialog.list(&shown, !is_of_names);
            let text = match dialog.ask(&prompt.text(lang), false)? {
                Reply::Said(text) if text != "0" => text,
                _ => return Ok(None),
            };
            let line = match numbers(&text, lines.len(), lang) {
                Ok(Some(picked)) if picked.len() == 1 => &lines[picked[0] - 1],
                Err(said) => {
                    dialog.refuse(&said);
                    continue;
                }
                // A command may be typed as well.
                _ => {
                    let words = text.split_whitespace().map(str::to_owned);
                    return Ok(Some(words.skip_while(|word| word == "care").collect()));
                }
            };
            let below = match line {
                MenuLine::Command(command) => return Ok(Some(vec![command.called(lang)])),
                MenuLine::Register(word, _) => return Ok(Some(vec![word.clone()])),
                MenuLine::Recording => registers(self.context),
                MenuLine::Group(group, ..) => {
                    self.commands(|own| own.group == *group && !FOR_SHELLS.contains(&own.file))
                }
            };
            if let Some(words) = self.ask(dialog, &below, &WizardWord::MenuAskBelow)? {
                return Ok(Some(words));
            }
        }
    }
}

/// The registers: first those at which rules look, in the order in which they are shipped.
fn registers(context: &Context) -> Vec<MenuLine> {
    let Ok(store) = context.store() else { return Vec::new() };
    let names = store.register_names();
    let asked: Vec<&str> = names.iter().map(String::as_str).collect();
    let found = context.read(Ask::records(&asked), |reading| {
        let home = &reading.home;
        let is_asked =
            |own: &Register| home.rules.iter().any(|rule| rule.records.contains(&own.name));
        let place = |own: &Register| SHIPPED.iter().position(|(name, _)| *name == own.name);
        // What is noted by itself, when something else is changed, is not recorded by hand.
        let mut own: Vec<&Register> =
            home.registers.values().filter(|own| own.name != CHANGES).collect();
        own.sort_by_key(|own| (!is_asked(own), own.restricted, place(own).unwrap_or(usize::MAX)));
        Ok::<_, Failure>(own.into_iter().map(|own| MenuLine::register(own, context.lang)).collect())
    });
    found.unwrap_or_default()
}

impl MenuLine {
    fn register(own: &Register, lang: Lang) -> MenuLine {
        let word = match lang {
            Lang::Zh => own.label.zh().to_owned(),
            Lang::En => log_grammar::name(&own.name),
        };
        MenuLine::Register(word, label(&own.label, lang).to_owned())
    }

    fn shown(&self, lang: Lang) -> String {
        match self {
            MenuLine::Command(command) => words_in(command.about.says, lang).to_owned(),
            MenuLine::Register(_, shown) => shown.clone(),
            MenuLine::Recording => WizardWord::MenuRecord.text(lang),
            MenuLine::Group(_, title, holds) => {
                let (title, holds) = (words_in(*title, lang), words_in(*holds, lang));
                WizardWord::MenuGroup { title, holds }.text(lang)
            }
        }
    }
}
