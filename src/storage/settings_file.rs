//! Reading `care.toml`.

use chrono::FixedOffset;

use super::mail_settings;
use super::pairing_settings;
use super::source::Source;
use super::table::{Table, read_document};
use super::user_settings;
use crate::domain::expectations::Expectations;
use crate::domain::mail::Mail;
use crate::domain::pairing::PairConditions;
use crate::domain::problem::{Cause, Count, Expected, Files, Keys, Name};
use crate::domain::settings::{ClassFormat, FORMAT, Lang, Settings};
use crate::domain::share::{PRECISIONS, SharePrecision};

/// The settings, when the file is sound.
pub fn read(source: &Source) -> Option<Settings> {
    read_document(source, |top| {
        let format = read_format(&top);
        let mut settings = defaults(format.unwrap_or(FORMAT));
        match top.table("school") {
            Some(school) => read_school(school, &mut settings),
            None if !top.has("school") => top.missing("[school]"),
            None => {}
        }
        if let Some(mail) = top.table("mail") {
            settings.mail = mail_settings::read(mail);
        }
        if let Some(pairing) = top.table("pairing") {
            settings.pairing = pairing_settings::read(pairing, settings.format <= FORMAT);
        }
        if top.has(user_settings::USER) {
            settings.users = Some(user_settings::read(&top, &settings));
        }
        if let Some(work) = top.table("work") {
            settings.ranking = work.truth("ranking").unwrap_or_default();
            settings.commits = work.truth("commits").unwrap_or_default();
            let precisions = PRECISIONS.map(|(word, _)| word);
            let shares = work.one_of("shares", &precisions);
            let own = PRECISIONS.iter().find(|(word, _)| Some(*word) == shares);
            settings.shares = own.map(|(_, own)| *own).unwrap_or_default();
            settings.expects = read_expectations(&work);
            if settings.format <= FORMAT {
                work.finish();
            }
        }
        top.table("privacy");
        top.table("x");
        // A newer program may know keys that this one does not; its home can still be read.
        if settings.format <= FORMAT {
            top.finish();
        }
        settings
    })
}

/// The format of the home. There is none below 1; one newer than the program is read as far as this
/// program knows it.
fn read_format(top: &Table) -> Option<i64> {
    let format = top.integer("format");
    let wrong = |cause: Cause| top.tell(top.place("format"), cause);
    match format {
        None if !top.has("format") => top.missing("format"),
        Some(..=0) => {
            let expected = Expected::AtLeast(1);
            wrong(Keys::WrongType { key: Name::word("format"), expected }.into());
        }
        Some(format) if format > FORMAT => {
            wrong(Files::NewerFormat { format: Count::from(format.unsigned_abs()) }.into());
        }
        _ => {}
    }
    format
}

fn defaults(format: i64) -> Settings {
    Settings {
        format,
        school: String::new(),
        home: "留守儿童之家".to_owned(),
        language: None,
        zone: china(),
        grades: 6,
        class_format: ClassFormat::Brackets,
        other_classes: Vec::new(),
        code: None,
        commits: false,
        ranking: false,
        mail: Mail::default(),
        pairing: PairConditions::default(),
        shares: SharePrecision::default(),
        expects: Expectations::default(),
        users: None,
    }
}

fn read_expectations(work: &Table) -> Expectations {
    let texts = |key| {
        let all = work.texts(key).unwrap_or_default().into_iter();
        all.map(|(text, _)| text.to_owned()).collect()
    };
    Expectations {
        documents: texts("documents"),
        activity_kinds: texts("activity_kinds"),
        places: texts("places"),
        review_days: work.at_least("review_days", 1),
        room_area: work.at_least("room_area", 1),
        same_text: work.at_least("same_text", 2),
        yearly_stocktake: work.truth("yearly_stocktake").unwrap_or_default(),
    }
}

fn china() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).expect("eight hours east is an offset")
}

fn read_school(school: Table, settings: &mut Settings) {
    if let Some(name) = school.text("name") {
        name.clone_into(&mut settings.school);
    }
    if let Some(home) = school.text("home") {
        home.clone_into(&mut settings.home);
    }
    settings.language = school.one_of("language", &["zh-CN", "en"]).and_then(Lang::parse);
    if let Some(text) = school.text("time_zone") {
        match text.parse::<FixedOffset>() {
            Ok(zone) => settings.zone = zone,
            Err(_) => school.tell(
                school.place("time_zone"),
                Keys::WrongType { key: Name::word("time_zone"), expected: Expected::Zone },
            ),
        }
    }
    if let Some(grades) = school.at_least("grades", 1) {
        settings.grades = grades;
    }
    if let Some(sample) = school.text("class_format") {
        match ClassFormat::of_sample(sample) {
            Some(format) => settings.class_format = format,
            None => school.tell(
                school.place("class_format"),
                Keys::WrongType {
                    key: Name::word("class_format"),
                    expected: Expected::ClassSample,
                },
            ),
        }
    }
    let other = school.texts("other_classes").unwrap_or_default().into_iter();
    settings.other_classes = other.map(|(class, _)| class.to_owned()).collect();
    settings.code = school.text("code").map(str::to_owned);
    school.table("x");
    if settings.format <= FORMAT {
        school.finish();
    }
}
