//! What `care doctor` looks at: each thing is a function that says how it stands, what was found
//! and what to do.

#![allow(clippy::unnecessary_wraps, reason = "all looks are called alike")]

use super::context::Context;
use crate::domain::id::Id;
use crate::domain::mail::TRANSPORTS;
use crate::domain::problem::Problem;
use crate::domain::role::{HEAD_TEACHER, PRINCIPAL};
use crate::domain::staff::Staff;
use crate::lang::doctor_words::DoctorSaid as Said;
use crate::lang::{Lang, listed};
use crate::session::Stop;
use crate::session::read::Ask;
use crate::storage::sent_mail::SentMails;
use crate::storage::{backup_note, disk, machine, writer};

/// How a thing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    Well,
    Remark,
    Wrong,
}

/// What is known of one thing.
pub struct Looked {
    /// Its word for programs.
    pub key: &'static str,
    pub thing: String,
    pub standing: Health,
    pub found: String,
    pub to_do: Option<String>,
}

/// What a look comes to: how it stands, what was found, what to do.
type Diagnosis = (Health, String, Option<String>);

type Examination = (&'static str, Said<'static>, fn(&Context) -> Option<Diagnosis>);

/// Everything that is looked at, in the order of the screen. What needs a home is left out where
/// there is none.
const LOOKS: [Examination; 15] = [
    ("program", Said::Program, program),
    ("home", Said::Home, home),
    ("place", Said::Home, synced),
    ("disk", Said::Disk, disk_below),
    ("room", Said::Room, room),
    ("lock", Said::Lock, lock),
    ("clock", Said::Clock, clock),
    ("terminal", Said::Window, window),
    ("letters", Said::Letters, letters),
    ("git", Said::Git, git),
    ("exchange", Said::Exchange, exchange),
    ("mail", Said::Mail, mail),
    ("addresses", Said::Addresses, addresses),
    ("backup", Said::Backup, backup),
    ("records", Said::Records, records),
];

/// Looks at everything.
pub fn look(context: &Context) -> Vec<Looked> {
    let look = |(key, thing, see): &Examination| {
        let (standing, found, to_do) = see(context)?;
        Some(Looked { key, thing: thing.text(context.lang), standing, found, to_do })
    };
    LOOKS.iter().filter_map(look).collect()
}

fn well(said: &Said, lang: Lang) -> Diagnosis {
    (Health::Well, said.text(lang), None)
}

fn remark(said: &Said, to_do: &Said, lang: Lang) -> Diagnosis {
    (Health::Remark, said.text(lang), Some(to_do.text(lang)))
}

fn wrong(said: &Said, to_do: &Said, lang: Lang) -> Diagnosis {
    (Health::Wrong, said.text(lang), Some(to_do.text(lang)))
}

fn program(context: &Context) -> Option<Diagnosis> {
    let version = env!("CARE_VERSION");
    let path = context.program.as_deref().map(disk::shown);
    let said = match &path {
        Some(path) => Said::Version { version, path },
        None => Said::VersionAlone { version },
    };
    let to_do = cfg!(windows).then(|| Said::KeepCopy.text(context.lang));
    Some((Health::Well, said.text(context.lang), to_do))
}

fn home(context: &Context) -> Option<Diagnosis> {
    Some(match context.root() {
        Ok(root) => {
            let path = disk::shown(&disk::whole_path(root));
            well(&Said::HomeAt { path: &path }, context.lang)
        }
        Err(_) => remark(&Said::NoHome, &Said::MakeHome, context.lang),
    })
}

fn synced(context: &Context) -> Option<Diagnosis> {
    let name = machine::synced_by(&disk::whole_path(context.root().ok()?))?;
    Some(remark(&Said::SyncedBy { name }, &Said::LeaveSync, context.lang))
}

fn disk_below(context: &Context) -> Option<Diagnosis> {
    let lang = context.lang;
    let folder = context.root().unwrap_or(&context.directory);
    let traits = match machine::disk_traits(folder) {
        Ok(traits) => traits,
        Err(error) => {
            let why = error.source.to_string();
            return Some(wrong(&Said::CannotWrite { why: &why }, &Said::MakeRoom, lang));
        }
    };
    Some(if cfg!(windows) {
        well(&Said::NotForOwnerHere, lang)
    } else if !traits.keeps_for_owner {
        remark(&Said::NotForOwner, &Said::LockAway, lang)
    } else if !traits.tells_changes || traits.folds_case {
        well(&Said::PlainDisk, lang)
    } else {
        well(&Said::DiskWell, lang)
    })
}

/// With less than so many bytes left a disk is soon full: a school's records of a year have ten
/// million.
const LITTLE_ROOM: u64 = 200_000_000;

fn room(context: &Context) -> Option<Diagnosis> {
    let bytes = machine::room(context.root().unwrap_or(&context.directory))?;
    let said = Said::RoomLeft { megabytes: bytes / 1_000_000 };
    Some(match bytes < LITTLE_ROOM {
        true => remark(&said, &Said::ClearRoom, context.lang),
        false => well(&said, context.lang),
    })
}

fn lock(context: &Context) -> Option<Diagnosis> {
    let (lang, _) = (context.lang, context.root().ok()?);
    Some(match context.is_writing() {
        Ok(None) if context.is_unfinished() => {
            remark(&Said::JournalLeft, &Said::FinishJournal, lang)
        }
        Ok(None) => well(&Said::LockFree, lang),
        Ok(Some(holder)) => remark(&Said::LockHeld { holder: &holder }, &Said::WaitForLock, lang),
        Err(error) => {
            let why = error.source.to_string();
            wrong(&Said::CannotWrite { why: &why }, &Said::MakeRoom, lang)
        }
    })
}

fn clock(context: &Context) -> Option<Diagnosis> {
    let now = context.now.format("%Y-%m-%d %H:%M %:z").to_string();
    let is_behind = context.clock_behind().is_ok_and(|fault| fault.is_some());
    Some(match is_behind {
        true => wrong(&Said::ClockBehind { now: &now }, &Said::SetClock, context.lang),
        false => well(&Said::ClockAt { now: &now }, context.lang),
    })
}

/// Narrower than this most lists are folded.
const WIDE_ENOUGH: usize = 100;

fn window(context: &Context) -> Option<Diagnosis> {
    Some(match context.width {
        Some(width) if width < WIDE_ENOUGH => {
            remark(&Said::Width { width }, &Said::Widen, context.lang)
        }
        Some(width) => well(&Said::Width { width }, context.lang),
        None => well(&Said::NoTerminal, context.lang),
    })
}

fn letters(context: &Context) -> Option<Diagnosis> {
    let own = (context.letters)();
    // Windows tells the number of a code page.
    let is_page = |own: &str| own.chars().all(|letter| letter.is_ascii_digit());
    let said = own.as_deref().map(|letters| match is_page(letters) {
        true => Said::CodePage { page: letters },
        false => Said::LettersAre { letters },
    });
    let is_utf8 = |own: &str| ["UTF-8", "UTF8", "65001"].contains(&&*own.to_uppercase());
    Some(match said {
        Some(said) if own.as_deref().is_some_and(is_utf8) => well(&said, context.lang),
        Some(said) => remark(&said, &Said::UseUtf8, context.lang),
        None => remark(&Said::LettersUnknown, &Said::UseUtf8, context.lang),
    })
}

/// Before it, `git commit` does not know all that is asked of it.
const OLDEST_GIT: (u32, u32) = (2, 17);

fn git(context: &Context) -> Option<Diagnosis> {
    let lang = context.lang;
    let Some(version) = machine::git_version() else {
        return Some(well(&Said::NoGit, lang));
    };
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    let own = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if own < OLDEST_GIT {
        return Some(remark(&Said::OldGit { version: &version }, &Said::NewGit, lang));
    }
    let day = context.root().ok().and_then(machine::last_commit);
    Some(match &day {
        Some(day) => well(&Said::GitUsed { version: &version, day }, lang),
        None => well(&Said::GitOf { version: &version }, lang),
    })
}

/// What other machines wrote shows when records were last exchanged with them. That there are none
/// is no fault: most homes are on one machine.
fn exchange(context: &Context) -> Option<Diagnosis> {
    let (lang, root) = (context.lang, context.root().ok()?);
    Some(match writer::of_others(root) {
        Ok(Some(own)) => well(&Said::OthersWrote { month: &own.last, own: &own.own_file }, lang),
        Ok(None) => well(&Said::NoExchange, lang),
        Err(_) => remark(&Said::Restless, &Said::Again, lang),
    })
}

/// Has everybody an address for the list that must get it: the users, and those who lead a class or
/// the school?
fn addresses(context: &Context) -> Option<Diagnosis> {
    let (lang, today) = (context.lang, context.now.date_naive());
    let settings = context.home.as_ref()?.settings()?;
    settings.mail.from.as_ref()?;
    let users: Vec<Id> = settings.users.iter().flatten().map(|user| user.staff).collect();
    let lacking = context.read(Ask::records(&[]), |reading| {
        let is_told = |own: &&Staff| {
            let leads = [HEAD_TEACHER, PRINCIPAL].map(|role| own.in_role(role).contains(today));
            own.serves_on(today) && (users.contains(&own.id) || leads.contains(&true))
        };
        let told = reading.home.staff.iter().filter(is_told);
        let lacking: Vec<String> =
            told.filter(|own| own.email().is_none()).map(|own| own.name.clone()).collect();
        Ok::<_, Stop>(lacking)
    });
    // What is wrong with the records is told below.
    let lacking = lacking.ok()?;
    Some(match lacking.len() {
        0 => well(&Said::AllAddresses, lang),
        people => {
            let names = listed(&lacking, lang);
            remark(&Said::NoAddress { people, names: &names }, &Said::GiveAddress, lang)
        }
    })
}

fn mail(context: &Context) -> Option<Diagnosis> {
    let (lang, root) = (context.lang, context.root().ok()?);
    let mail = context.home.as_ref()?.settings()?.mail;
    if mail.from.is_none() {
        return Some(well(&Said::NoMail, lang));
    }
    let way = TRANSPORTS.iter().find(|(_, own)| *own == mail.transport);
    let way = way.map_or("", |(word, _)| word);
    let last = SentMails::read(root).ok().and_then(|own| own.lines().last().map(|own| own.day));
    let last = last.map(|day| day.to_string());
    Some(match &last {
        Some(last) => well(&Said::MailBy { way, last }, lang),
        None => remark(&Said::MailNever { way }, &Said::TryMail, lang),
    })
}

fn backup(context: &Context) -> Option<Diagnosis> {
    let (lang, root) = (context.lang, context.root().ok()?);
    let last = backup_note::last(root).ok().flatten();
    let last = last.map(|(day, folder)| (day.to_string(), folder));
    let is_due =
        backup_note::problem(root, context.now.date_naive()).is_ok_and(|own| own.is_some());
    let said = match &last {
        Some((day, folder)) => Said::BackupOn { day, folder },
        None => Said::NoBackup,
    };
    Some(match is_due || last.is_none() {
        true => remark(&said, &Said::MakeBackup, lang),
        false => well(&said, lang),
    })
}

fn records(context: &Context) -> Option<Diagnosis> {
    context.root().ok()?;
    let faults = |found: &[Problem]| found.iter().filter(|own| own.is_fault()).count();
    let faults = match context.examine() {
        Ok(found) | Err(Stop::BadData(found)) => faults(&found),
        Err(_) => return Some(remark(&Said::Restless, &Said::Again, context.lang)),
    };
    Some(match faults {
        0 => well(&Said::RecordsWell, context.lang),
        faults => wrong(&Said::RecordsFaulty { faults }, &Said::SeeCheck, context.lang),
    })
}
