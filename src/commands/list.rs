//! `care list`: the children and counts of them, the staff, the pairs, the buddies, the classes.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use clap::builder::PossibleValue;

use crate::cli::answer::Answer;
use crate::cli::asked_by::{LEFT_BEHIND, condition, masked};
use crate::cli::audience::ForWhom;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::reveal::{RevealFlags, Revealed};
use crate::cli::{fields, typed};
use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::order::class_place;
use crate::domain::privacy::{Gate, Guarded};
use crate::domain::schema::FieldType;
use crate::domain::share::SharePrecision;
use crate::domain::staff::Staff;
use crate::domain::status;
use crate::lang::Lang;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::record_words::Listing;
use crate::render::screen::Screen;
use crate::render::screens::list::{counts, screen};
use crate::render::screens::staff::StaffPage;
use crate::render::screens::statuses::side_by_side;
use crate::render::screens::{buddies, classes, pairs, staff};
use crate::reports::classes::classes;
use crate::reports::pairing::{Buddied, Pairing};
use crate::session::read::Ask;

pub const ABOUT: Purpose = Purpose {
    name: "名单",
    says: (
        "儿童名单和人数统计；教师、结对、同学、班级",
        "The children, and counts of them; staff, pairs, buddies, classes",
    ),
    examples: &[
        Example {
            typed: ("--班级 四2", "--class 2021-2"),
            does: ("一个班的名单，带序号", "A class, with numbers"),
        },
        Example {
            typed: ("--统计 care_type", "--count-by care_type"),
            does: ("按监护类型统计人数", "How many of each care type"),
        },
        Example {
            typed: ("staff -o 教师.csv", "staff -o staff.csv"),
            does: ("教师名单，存成表格", "The staff, as a spreadsheet"),
        },
    ],
    see: &["show", "find", "fields"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("什么", "WHAT")), value_parser = kinds(), hide_possible_values = true,
          help = said(("列什么：儿童（默认）、教师、结对、同学、班级",
                       "What to list: children (default), staff, pairs, buddies or classes")))]
    kind: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate),
          help = said(("哪一天的（默认今天）", "As of which day (default: today)")))]
    on: Option<String>,
    #[arg(long, value_name = say(Help::ValueClass), help = say(Help::ClassOnly))]
    class: Option<String>,
    #[arg(long = "where", value_name = say(Help::ValueKeyValue), help = say(Help::Where))]
    conditions: Vec<String>,
    #[arg(long, value_name = say(Help::ValueField), help = say(Help::CountBy))]
    count_by: Option<String>,
    #[arg(long, help = say(Help::Digits))]
    digits: bool,
    #[arg(long, help = say(Help::LeftToo))]
    left: bool,
    #[command(flatten)]
    whom: ForWhom,
    #[command(flatten)]
    reveal: RevealFlags,
}

/// What can be listed, each by its English and its Chinese word.
const KINDS: [(&str, [&str; 2]); 5] = [
    ("children", ["儿童", "孩子"]),
    ("staff", ["教师", "老师"]),
    ("pairs", ["结对", "结对表"]),
    ("buddies", ["同学", "结对同学"]),
    ("classes", ["班级", "班"]),
];

fn kinds() -> Vec<PossibleValue> {
    KINDS.iter().map(|(kind, words)| PossibleValue::new(kind).aliases(words)).collect()
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let opened = args.reveal.opened_for(args.whom.audience(), context)?;
    context.read(args.whom.ask(Ask::records(&[])), |reading| {
        list(context, args, &opened, &reading.home)
    })
}

fn list(context: &Context, args: &Args, opened: &Revealed, home: &Home) -> Result<Answer, Failure> {
    let (today, lang) = (context.today, context.lang);
    let day = args.on.as_deref().map(|text| typed::date(text, today, lang)).transpose()?;
    let day = day.unwrap_or(today);
    let class = args.class.as_deref().map(|text| typed::class(home, text, day, lang));
    let class = class.transpose()?;
    let word = args.kind.as_deref().unwrap_or("children");
    let is_meant = |(kind, words): &&(&str, [&str; 2])| *kind == word || words.contains(&word);
    let kind = KINDS.iter().find(is_meant).map_or("children", |(kind, _)| kind);
    if kind == "children" {
        return children(context, (args, opened), home, (day, class.as_ref()));
    }
    for_children_only((args, opened), kind, lang)?;
    let is_of = |child: &Child| class.as_ref().is_none_or(|own| child.class_on(day) == Some(own));
    if kind == "buddies" {
        let gate = opened.gate();
        let buddied = Buddied::on(home, day, is_of);
        let ids = buddied.iter().map(|own| own.child.id);
        let look = opened.look((context, home), &gate, ids, vec!["buddy.name".to_owned()])?;
        let screen = buddies::screen(home, &buddied, &gate, (day, lang));
        return Ok(Answer::screen(context, &screen).seen(look));
    }
    let screen = match kind {
        "staff" => staff(home, args, (day, class.as_ref()), lang),
        "pairs" => pairs::screen(home, &Pairing::on(home, day, is_of), day, lang),
        _ => {
            let mut all = classes(home, day);
            all.retain(|own| class.is_none() || own.code == class);
            classes::screen(home, &all, day, lang)
        }
    };
    Ok(Answer::screen(context, &screen))
}

/// Flags that ask something of children are no silent part of another list.
fn for_children_only(
    (args, opened): (&Args, &Revealed),
    kind: &str,
    lang: Lang,
) -> Result<(), Failure> {
    let given = [
        ("--where", !args.conditions.is_empty()),
        ("--count-by", args.count_by.is_some()),
        ("--digits", args.digits),
        ("--reveal", opened.is_anything() && kind != "buddies"),
        ("--left", args.left && kind != "staff"),
    ];
    match given.iter().find(|(_, is_given)| *is_given) {
        Some((flags, _)) => Err(Failure::Usage(vec![Listing::OnlyChildren { flags }.text(lang)])),
        None => Ok(()),
    }
}

/// Those who serve on the day, with `--left` everybody; of a class, those with a role in it.
fn staff(
    home: &Home,
    args: &Args,
    (day, class): (NaiveDate, Option<&ClassCode>),
    lang: Lang,
) -> Screen {
    let mut people: Vec<&Staff> = home.staff.iter().collect();
    people.retain(|person| {
        let mut roles = person.roles.iter().filter(|held| args.left || held.span.contains(day));
        match class {
            Some(class) => roles.any(|held| held.class.as_ref() == Some(class)),
            None => args.left || roles.next().is_some(),
        }
    });
    staff::screen(&StaffPage { home, people: &people, day, all_roles: args.left, lang })
}

/// The field or status that a word of `--count-by` means, or all four counts together.
fn counted_by(context: &Context, word: &str) -> Result<String, Failure> {
    if LEFT_BEHIND.contains(&word) {
        return Ok(LEFT_BEHIND[0].to_owned());
    }
    let path = fields::asked_path(word, context.lang);
    path.map_err(|failure| context.placed(failure, word))
}

fn children(
    context: &Context,
    (args, opened): (&Args, &Revealed),
    home: &Home,
    (day, class): (NaiveDate, Option<&ClassCode>),
) -> Result<Answer, Failure> {
    let gate = opened.gate();
    let conditions = args
        .conditions
        .iter()
        .map(|text| condition(text, (home, day), context))
        .collect::<Result<Vec<_>, _>>()?;
    let count_by = args.count_by.as_deref().map(|field| counted_by(context, field));
    let count_by = count_by.transpose()?;
    let is_another_day = day != context.now.date_naive();
    // A count of all children together tells of none.
    let is_of_few = class.is_some() || !conditions.is_empty();
    let chosen = conditions.iter().map(|(path, _)| (path.as_str(), is_another_day));
    let counted = count_by.as_deref().map(|path| (path, is_another_day && is_of_few));
    let of = masked(chosen.chain(counted), &gate, context.lang)?;
    let is_asked = |child: &&Child| {
        let listed = args.left || child.on_roll().contains(day);
        listed && class.is_none_or(|own| child.class_on(day) == Some(own))
    };
    let asked = home.children.iter().filter(is_asked).map(|child| child.as_of(day));
    let asked: Vec<Child> = asked.collect();
    let meets = |child: &&Child| {
        let mut all = conditions.iter();
        all.all(|(path, value)| {
            status::guarded(home, child, path, day).iter().any(|own| own.is(value, &gate))
        })
    };
    let children: Vec<&Child> = asked.iter().filter(meets).collect();
    let audience = args.whom.audience();
    let exact = args.digits.then_some(SharePrecision::Hundredth);
    let shares = exact.unwrap_or(home.settings.shares);
    let screen = match count_by.as_deref() {
        None => screen(home, &children, audience, (day, context.lang)),
        Some(field) if field == LEFT_BEHIND[0] => {
            side_by_side(home, &children, (shares, audience), (day, context.lang))
        }
        Some(field) => {
            let values = children.iter().map(|child| status::guarded(home, child, field, day));
            let mut counted = count(values, field, &gate);
            if field == "class" && context.format.is_for_people() {
                counted.sort_by_key(|(value, _)| {
                    class_place(value.as_deref().map(ClassCode::of).as_ref())
                });
            }
            counts(home, field, &counted, (shares, audience), (day, context.lang))
        }
    };
    // Who is left out of the answer is known by it not to have the value.
    let told = if of.is_empty() { children } else { asked.iter().collect() };
    let ids = told.into_iter().map(|child| child.id);
    let look = opened.look((context, home), &gate, ids, of)?;
    Ok(Answer::screen(context, &screen).seen(look))
}

/// How many have each value, the schema's choices in their order, then others, numbers from the
/// least on, blanks last.
fn count(
    children: impl Iterator<Item = Vec<Guarded>>,
    path: &str,
    gate: &Gate,
) -> Vec<(Option<String>, usize)> {
    let mut counts: BTreeMap<(usize, Option<String>), usize> = BTreeMap::new();
    let holds = status::asked(path).map(|field| field.holds);
    let choices: &[_] = match holds {
        Some(FieldType::Choice(choices)) => choices,
        _ => &[],
    };
    for values in children {
        if values.is_empty() {
            *counts.entry((usize::MAX, None)).or_default() += 1;
        }
        for value in values {
            let shown = value.shown(gate);
            let listed = choices.iter().position(|(code, _)| *code == shown);
            let number = shown.parse().ok().filter(|_| matches!(holds, Some(FieldType::Integer)));
            let place = listed.or(number).unwrap_or(usize::MAX - 1);
            *counts.entry((place, Some(shown))).or_default() += 1;
        }
    }
    counts.into_iter().map(|((_, value), count)| (value, count)).collect()
}
