//! Which rules and rows a question is about: the flags that the lists have in common.

use super::as_meant::plain;
use super::audience::ForWhom;
use super::context::Context;
use super::failure::Failure;
use super::{finder, typed};
use crate::domain::audience::Audience;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::matter::Matter;
use crate::domain::nearest::nearest;
use crate::domain::rule::{Level, Rule, RuleId};
use crate::domain::subject::Subject;
use crate::lang::help::{Help, said, say};
use crate::lang::talk::Msg;
use crate::rules::case::Case;
use crate::rules::plan::Plan;
use crate::session::read::Ask;
use crate::storage::child_depth::Depth;

/// The flags that narrow a list, as of which knowledge it is made, and for whom.
#[derive(clap::Args)]
pub struct Narrow {
    #[arg(long, value_name = say(Help::ValueRule), help = say(Help::RuleFlag))]
    rule: Option<String>,
    #[arg(long, value_name = say(Help::ValueClass), help = say(Help::ClassOnly))]
    class: Option<String>,
    #[arg(long, value_name = say(Help::ValueChild), help = said(("只看这名儿童", "Only this child")))]
    child: Option<String>,
    #[arg(long, value_name = say(Help::ValueStaff), help = say(Help::StaffOnly))]
    staff: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate), help = say(Help::KnownAt))]
    known_at: Option<String>,
    #[command(flatten)]
    whom: ForWhom,
}

impl Narrow {
    /// Who reads the list.
    pub fn audience(&self) -> Audience {
        self.whom.audience()
    }

    /// What must be read: the home as it was known on the day asked for, with the names as they may
    /// be read, and of the children what lists go by.
    pub fn ask(&self, context: &Context) -> Result<Ask<'static>, Failure> {
        let known_at = typed::known_at(context, self.known_at.as_deref())?;
        Ok(self.whom.ask(Ask { known_at, children: Depth::Listed, ..Ask::default() }))
    }

    /// The flags as they were typed.
    pub fn words(&self) -> Vec<String> {
        let flags = [
            ("--rule", &self.rule),
            ("--class", &self.class),
            ("--child", &self.child),
            ("--staff", &self.staff),
            ("--known-at", &self.known_at),
        ];
        let given = flags.into_iter().filter_map(|(flag, value)| Some((flag, value.clone()?)));
        given.flat_map(|(flag, value)| [flag.to_owned(), value]).collect()
    }

    /// The question, with the names that were typed found in the home.
    pub fn question(
        &self,
        context: &Context,
        home: &Home,
        level: Option<Level>,
    ) -> Result<Question, Failure> {
        let class =
            self.class.as_deref().map(|text| typed::class(home, text, context.today, context.lang));
        let child = self.child.as_deref();
        let child = child.map(|text| finder::child(home, text, context.today, context.lang));
        let staff = self.staff.as_deref().map(|text| finder::staff(home, text, context.lang));
        let question = Question {
            rule: None,
            class: class.transpose()?,
            child: child.transpose()?,
            staff: staff.transpose()?,
            level,
            only_informs: level == Some(Level::Inform),
        };
        question.find_rule(self.rule.as_deref(), context, home)
    }
}

/// A question about rules and rows.
#[derive(Default)]
pub struct Question {
    pub rule: Option<RuleId>,
    pub class: Option<ClassCode>,
    pub child: Option<Id>,
    pub staff: Option<Id>,
    /// The least binding level that is asked for.
    pub level: Option<Level>,
    /// Is it about the rules that only inform?
    pub only_informs: bool,
}

impl Question {
    /// Does the question ask for this rule?
    pub fn wants(&self, rule: &Rule) -> bool {
        let level = match self.level {
            // Rules that inform have a list of their own.
            Some(Level::Inform) if self.only_informs => rule.level == Level::Inform,
            level => rule.level <= level.unwrap_or(Level::Required),
        };
        level && self.rule.as_ref().is_none_or(|id| *id == rule.id)
    }

    /// Does it ask for this rule, or is it of a promise, which is shown beside those asked for?
    pub fn wants_or_promised(&self, rule: &Rule) -> bool {
        let is_named = self.rule.as_ref().is_none_or(|id| *id == rule.id);
        self.wants(rule) || is_named && rule.is_promise()
    }

    /// Does it ask for this case?
    pub fn keeps(&self, plan: &Plan, case: Case) -> bool {
        let is_in = |class| plan.class_of(plan.subject(case)) == Some(class);
        let class = self.class.as_ref().is_none_or(is_in);
        let is_it = |id| plan.child_at(id).map(Subject::Child).as_ref() == Some(plan.subject(case));
        let staff = self.staff.is_none_or(|id| plan.responsible(case) == Some(id));
        class && staff && self.child.is_none_or(is_it)
    }

    /// Does it ask for what a person was asked? A question about a rule asks for none.
    pub fn keeps_matter(&self, home: &Home, own: &Matter) -> bool {
        let is_in = |class: &ClassCode| {
            let children = own.children.iter().filter_map(|id| home.child(*id));
            let mut classes = children.filter_map(|child| child.class_on(own.asked_on));
            classes.any(|its| its == class)
        };
        self.rule.is_none()
            && self.class.as_ref().is_none_or(is_in)
            && self.child.is_none_or(|id| own.children.contains(&id))
            && self.staff.is_none_or(|id| own.is_for(id))
    }

    /// The question about one rule, which may be named by its id or its name and must be there.
    pub fn find_rule(
        self,
        word: Option<&str>,
        context: &Context,
        home: &Home,
    ) -> Result<Question, Failure> {
        let Some(word) = word.map(plain) else { return Ok(self) };
        let word = word.as_str();
        let called =
            |rule: &&Rule| [rule.id.as_str(), rule.name.zh(), rule.name.en()].contains(&word);
        match home.rules.iter().find(called) {
            Some(rule) => Ok(Question { rule: Some(rule.id.clone()), ..self }),
            None => {
                let mut lines = vec![Msg::UnknownRule { name: word }.text(context.lang)];
                let names = home.rules.iter().flat_map(|own| [own.name.zh(), own.id.as_str()]);
                let near = nearest(word, names);
                lines.extend(near.map(|names| Msg::DidYouMean { names }.text(context.lang)));
                Err(context.placed(Failure::Usage(lines), word))
            }
        }
    }
}
