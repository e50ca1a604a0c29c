//! Forms about children: contact cards, the table of pairs, the registration form, the individual
//! plan and the contents of the growth bag.

use super::asked::{Args, masked};
use super::book::{BookWanted, of_records};
use super::built_in::FORMS;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::reveal::Revealed;
use crate::cli::{finder, typed};
use crate::domain::audience::Audience;
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::lang::print_words::Printing;
use crate::render::screen::Screen;
use crate::render::screens::form_cells::ChildForms;
use crate::render::screens::{contact_cards, growth_bag, pair_table, registration};
use crate::reports::book::BookOf;
use crate::reports::growth_bag::{GROWTH, lines};
use crate::reports::pair_table::pair_lines;
use crate::session::read::{Ask, Reading};

/// The register of individual plans.
const PLAN: &str = "plan";

/// Which form, and the words for children that follow its name.
fn form_of(args: &Args) -> (&str, &[String]) {
    let Some((word, children)) = args.words.split_first().filter(|_| args.what == "form") else {
        return (&args.what, &args.words);
    };
    let is_meant = |(own, also): &&(&str, [&str; 3])| own == word || also.contains(&word.as_str());
    (FORMS.iter().find(is_meant).map_or(word, |own| own.0), children)
}

pub fn answer(context: &Context, args: &Args, opened: &Revealed) -> Result<Answer, Failure> {
    let (form, words) = form_of(args);
    let goes_by_days = [PLAN, GROWTH].contains(&form);
    if args.what == "form" && !goes_by_days && (args.period.is_given() || args.year.is_some()) {
        let flag = "--term, --month, --year, --from";
        let said = Printing::NotWith { flag, what: form }.text(context.lang);
        return Err(Failure::Usage(vec![said]));
    }
    context.read(args.whom.ask(Ask::records(&[PLAN, GROWTH])), |reading| {
        let (home, gate) = (&reading.home, opened.gate());
        let children = children(context, home, (args, words))?;
        let whose = args.class_called(context, home);
        let forms = ChildForms {
            home,
            children: &children,
            whose: &whose,
            day: context.today,
            gate: &gate,
            lang: context.lang,
        };
        let screen = match form {
            "cards" => contact_cards::screen(forms),
            "pairs" => pairs(forms, args.whom.audience()),
            "registration" => registration::screen(forms),
            PLAN => plans(context, args, reading, forms)?,
            _ => bags(context, args, reading, forms)?,
        };
        let ids = children.iter().map(|child| child.id);
        let look = opened.look((context, home), &gate, ids, vec![form.to_owned()])?;
        let told = masked(context, opened, &gate).filter(|_| !goes_by_days);
        Ok(Answer::screen(context, &screen).seen(look).with_talk(told))
    })
}

/// The children that are named, each once; else those on the roll, of a class when one is named.
///
/// # Errors
/// There is no such child or class.
pub fn children<'h>(
    context: &Context,
    home: &'h Home,
    (args, words): (&Args, &[String]),
) -> Result<Vec<&'h Child>, Failure> {
    let (today, lang) = (context.today, context.lang);
    let class = args.class.as_deref().map(|text| typed::class(home, text, today, lang));
    let class = class.transpose()?;
    let named = words.iter().map(|word| finder::child(home, word, today, lang));
    let named: Vec<Id> = named.collect::<Result<_, _>>()?;
    let is_of = |child: &Child| class.as_ref().is_none_or(|own| child.class_on(today) == Some(own));
    let is_wanted = |child: &&Child| match named.is_empty() {
        true => child.on_roll().contains(today) && is_of(child),
        false => named.contains(&child.id) && is_of(child),
    };
    Ok(home.children.iter().filter(is_wanted).collect())
}

/// The table of pairs of these children.
pub fn pairs(forms: ChildForms, audience: Audience) -> Screen {
    let is_wanted = |child: &Child| forms.children.iter().any(|own| own.id == child.id);
    let lines = pair_lines(forms.home, forms.day, is_wanted);
    let mask = audience.hides_of_staff(forms.home.settings.mail.mask);
    pair_table::screen(forms, &lines, mask)
}

/// The individual plans of these children: restricted, so that only their number is told unless
/// they are revealed.
fn plans(
    context: &Context,
    args: &Args,
    reading: &Reading,
    forms: ChildForms,
) -> Result<Screen, Failure> {
    let Some(register) = forms.home.registers.get(PLAN) else {
        return Err(Failure::Usage(vec![PLAN.to_owned()]));
    };
    let days = args.days(context, forms.home)?;
    let is_theirs =
        |event: &Event| forms.children.iter().any(|child| event.children.contains(&child.id));
    let wanted = BookWanted {
        book: BookOf::of(register),
        days: days.as_ref(),
        whose: forms.whose,
        is: &is_theirs,
    };
    Ok(of_records(context, reading, &wanted, forms.gate)?.0)
}

/// The contents of these children's growth bags, of all time unless something else is asked for.
pub fn bags(
    context: &Context,
    args: &Args,
    reading: &Reading,
    forms: ChildForms,
) -> Result<Screen, Failure> {
    let days = args.days(context, forms.home)?;
    let is_wanted = |event: &Event| {
        !event.attempted && days.as_ref().is_none_or(|own| own.span.contains(event.date))
    };
    let mut events: Vec<Event> =
        reading.events(&[GROWTH], is_wanted)?.into_iter().map(|(_, event)| event).collect();
    events.sort_by_key(|event| (event.date, event.id));
    let Some(growth) = forms.home.registers.get(GROWTH) else {
        return Err(Failure::Usage(vec![GROWTH.to_owned()]));
    };
    let lines = lines(growth, forms.children, &events);
    Ok(growth_bag::screen(forms, growth, &lines))
}
