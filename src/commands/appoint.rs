//! `care appoint`: a person holds a role from a day on. A new head teacher ends the time of the
//! one before, and takes over the pairs that follow the class.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{finder, roles, succession, typed};
use crate::domain::doubt::pairing;
use crate::domain::label::Words;
use crate::domain::role::{DUTIES, HEAD_TEACHER, RANKS};
use crate::domain::spans::Span;
use crate::domain::staff::{Holding, Staff};
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::role_words::RoleWord;
use crate::lang::talk::Msg;
use crate::lang::{Lang, words_in};
use crate::session::change::Change;
use crate::session::holding::NEEDED;

pub const ABOUT: Purpose = Purpose {
    name: "任命",
    says: ("登记一人担任的角色；换班主任也用它", "Give a person a role; a new head teacher too"),
    examples: &[
        Example {
            typed: (
                "刘敏 --角色 head_teacher --班级 四1 --从 2024-11-01",
                "lm --role head_teacher --class 2021-1 --from 2024-11-01",
            ),
            does: ("换班主任", "A new head teacher"),
        },
        Example {
            typed: (
                "刘敏 --角色 home_keeper --从 2024-11-01",
                "lm --role home_keeper --from 2024-11-01",
            ),
            does: ("管理员", "Keeper of the home"),
        },
    ],
    see: &["dismiss", "handover", "roles"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueStaff),
          help = said(("教师：姓名、编号或拼音", "The person: name, id or pinyin")))]
    staff: String,
    #[arg(long, value_name = say(Help::ValueRole), required = true,
          help = said(("角色：班主任、代理家长……，或英文代码；见 care help roles",
                       "The role, such as head_teacher; see care help roles")))]
    role: String,
    #[arg(long, value_name = say(Help::ValueClass),
          help = said(("哪个班，如 2021-2；班主任必写",
                       "Of which class, such as 2021-2; needed for a head teacher")))]
    class: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate), required = true,
          help = said(("从哪天起；可以还没有到", "Since; it may lie ahead")))]
    from: String,
    #[arg(long, value_name = say(Help::ValueWord),
          help = said(("在领导小组里：组长、副组长、成员、办公室",
                       "In the group that leads the home: head, deputy, member, office")))]
    rank: Option<String>,
    #[arg(long = "duty", value_name = say(Help::ValueWord),
          help = said(("在领导小组里分管：安全法制、思想品德、学习、生活；可重复",
                       "What for in that group: safety_law, moral, study, life; may be repeated")))]
    duties: Vec<String>,
}

/// The rank in the group that leads the home, and what one answers for there.
type PlaceInGroup = (Option<&'static str>, Vec<&'static str>);

/// The codes of the rank and the duties that were typed, by their codes or their words.
fn place_in_group(args: &Args, lang: Lang) -> Result<PlaceInGroup, Failure> {
    let code = |flag, choices: &[(&'static str, Words)], word: &str| {
        let called = |own: &&(&'static str, Words)| [own.0, own.1.0, own.1.1].contains(&word);
        choices.iter().find(called).map(|own| own.0).ok_or_else(|| {
            let all = choices.iter().map(|own| format!("{} {}", own.0, words_in(own.1, lang)));
            let choices = all.collect::<Vec<_>>().join(", ");
            Failure::usage(&Msg::NotAChoice { column: flag, choices: &choices }, lang)
        })
    };
    let rank = args.rank.as_deref().map(|word| code("--rank", RANKS, word)).transpose()?;
    let duties = args.duties.iter().map(|word| code("--duty", DUTIES, word));
    Ok((rank, duties.collect::<Result<_, _>>()?))
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &NEEDED, |change| appoint(context, args, change))
}

fn appoint(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let home = &change.reading.home;
    let from = typed::coming_date(&args.from, context)?;
    let role = roles::role(&args.role, lang)?;
    let class = args.class.as_deref().map(|text| typed::class_code(home, text, from, lang));
    let class = class.transpose()?;
    if role == HEAD_TEACHER && class.is_none() {
        return Err(Failure::Usage(vec![RoleWord::ClassNeeded.text(lang)]));
    }
    let id = finder::staff(home, &args.staff, lang)?;
    let (rank, duties) = place_in_group(args, lang)?;
    let span = Span::new(from, None);
    let held = Holding { rank, duties, ..Holding::new(role, class, span) };
    let role_said = roles::held_said(home, (role, held.class.as_ref()), from, lang);
    if let Some(person) = home.person(id) {
        check_held(context, person, &held, &role_said)?;
    }
    let day = from.max(context.today);
    let before = pairing::doubts(home, day);
    let day_said = roles::day_said(from, context);
    let name = roles::person_said(home, id);
    let appointed = RoleWord::Appointed { staff: &name, role: &role_said, day: &day_said };
    let mut said = vec![appointed.text(lang)];
    if from > context.today {
        said.push(RoleWord::Ahead { day: &day_said }.text(lang));
    }
    said.extend(succession::take_over(context, change, id, held)?);
    said.extend(roles::arisen(&change.reading.home, &before, day, lang));
    Ok(said)
}

/// Refuses a role that the person holds already, or will.
fn check_held(
    context: &Context,
    person: &Staff,
    held: &Holding,
    role_said: &str,
) -> Result<(), Failure> {
    let same = |own: &&Holding| {
        own.role == held.role && own.class == held.class && roles::overlap(&own.span, &held.span)
    };
    let Some(own) = person.roles.iter().find(same) else { return Ok(()) };
    let from = roles::day_said(own.span.first, context);
    let holds = RoleWord::AlreadyHolds { staff: &person.name, role: role_said, from: &from };
    let class = held.class.as_ref().map_or(String::new(), |class| format!(" --class {class}"));
    let line = format!("care dismiss {} --role {}{class}", person.id, held.role);
    let lines = [holds.text(context.lang), RoleWord::ToEnd { line: &line }.text(context.lang)];
    Err(Failure::Usage(lines.into()))
}
