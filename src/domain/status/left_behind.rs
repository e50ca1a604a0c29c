//! Who is left behind: by Civil Affairs, by the student registry, by the census.
//!
//! - Civil Affairs (国发〔2016〕13号): under 16; both parents away, or one away and the other not
//!   able to be a guardian; for however long.
//! - Student registry (是否留守儿童): a pupil of compulsory education; how many parents have been away
//!   for three months or more, whatever else is true of the other.
//! - Census (2020): under 18; a parent has been away for half a year or more.
//!
//! That the child lives where it is registered, the roll tells: who moves leaves it.

use super::fields::{NO, NOBODY, UNKNOWN, YES};
use super::finding::{DecidedBy, Finding};
use super::on_day::{OnDay, Roll, ends_it};
use super::parent::Parent;

/// How long a parent must have been away.
pub const REGISTRY_MONTHS: u32 = 3;
pub const CENSUS_MONTHS: u32 = 6;

/// From this birthday on the child is none any more.
pub const CIVIL_AFFAIRS_AGE: u32 = 16;
pub const CENSUS_AGE: u32 = 18;

/// Both hold; not known when it hangs on what is not known.
fn and(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

/// One of them holds.
fn or(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    and(a.map(|a| !a), b.map(|b| !b)).map(|neither| !neither)
}

pub fn civil_affairs(case: &OnDay) -> Finding {
    if let Some(settled) = settled(case, NO, Some(CIVIL_AFFAIRS_AGE)) {
        return settled;
    }
    let parents = Parent::both(case);
    let [father, mother] = &parents;
    let away = [father.away_for(0), mother.away_for(0)];
    let both = and(away[0], away[1]);
    let one = or(and(away[0], mother.unable), and(away[1], father.unable));
    match or(both, one) {
        Some(true) if case.is_below(CIVIL_AFFAIRS_AGE).is_none() => not_known(Vec::new(), case),
        Some(true) if both == Some(true) => Finding::of(YES, DecidedBy::BothAway),
        Some(true) => Finding::of(YES, DecidedBy::OneAwayOtherUnable),
        Some(false) if away.contains(&Some(true)) => Finding::of(NO, DecidedBy::OneAwayOtherAble),
        Some(false) => Finding::of(NO, nobody_away(&parents)),
        None => {
            let of = |own: &Parent, other: &Parent| {
                let is_needed = other.away_for(0) != Some(false) && own.away_for(0) != Some(true);
                let guardianship =
                    (is_needed && own.unable.is_none()).then_some(own.fields.guardianship);
                [own.missing_for(0), guardianship]
            };
            let missing = of(father, mother).into_iter().chain(of(mother, father));
            not_known(missing.flatten().collect(), case)
        }
    }
}

pub fn registry(case: &OnDay) -> Finding {
    if let Some(settled) = settled(case, NOBODY, None) {
        return settled;
    }
    let parents = Parent::both(case);
    let away = parents.each_ref().map(|own| own.away_for(REGISTRY_MONTHS));
    let (missing, class) = (missing_for(&parents, REGISTRY_MONTHS), case.child.class_on(case.day));
    if away == [Some(false); 2] {
        return Finding::of(NOBODY, shorter(&parents, REGISTRY_MONTHS));
    }
    match class.map(|class| class.year_and_number().is_some()) {
        Some(false) => Finding::of(NOBODY, DecidedBy::NotCompulsory),
        None => {
            let missing = missing.into_iter().chain(["class"]).collect();
            Finding::unknown(DecidedBy::NotKnown(missing))
        }
        Some(true) if !missing.is_empty() => Finding::unknown(DecidedBy::NotKnown(missing)),
        Some(true) => {
            let both = away == [Some(true); 2];
            let code = if both { "2" } else { "1" };
            Finding::of(code, DecidedBy::AwayFor { both, months: REGISTRY_MONTHS })
        }
    }
}

pub fn census(case: &OnDay) -> Finding {
    if let Some(settled) = settled(case, NO, Some(CENSUS_AGE)) {
        return settled;
    }
    let parents = Parent::both(case);
    let away = parents.each_ref().map(|own| own.away_for(CENSUS_MONTHS));
    match or(away[0], away[1]) {
        Some(true) if case.is_below(CENSUS_AGE).is_none() => not_known(Vec::new(), case),
        Some(true) => {
            let both = away == [Some(true); 2];
            Finding::of(YES, DecidedBy::AwayFor { both, months: CENSUS_MONTHS })
        }
        Some(false) => Finding::of(NO, shorter(&parents, CENSUS_MONTHS)),
        None => not_known(missing_for(&parents, CENSUS_MONTHS), case),
    }
}

/// What is settled without a look at the parents: who has come of age, and who is off the roll, of
/// whom the file says nothing any more.
fn settled(case: &OnDay, no: &str, of_age: Option<u32>) -> Option<Finding> {
    if let Some(years) = of_age.filter(|years| case.is_below(*years) == Some(false)) {
        return Some(Finding::of(no, DecidedBy::OfAge { years }));
    }
    match case.roll() {
        Roll::On => None,
        Roll::Before => Some(Finding::unknown(DecidedBy::NotYetOnRoll)),
        Roll::Left(reason) => {
            let code = if ends_it(reason.as_deref()) { no } else { UNKNOWN };
            Some(Finding::of(code, DecidedBy::Left(reason)))
        }
    }
}

/// Nobody is known to be away for so long: some are away, or none.
fn shorter(parents: &[Parent; 2], months: u32) -> DecidedBy {
    match parents.iter().any(|own| own.away_for(0) == Some(true)) {
        true => DecidedBy::NotAwayFor { months },
        false => nobody_away(parents),
    }
}

fn nobody_away(parents: &[Parent; 2]) -> DecidedBy {
    match parents.iter().all(|own| own.is_dead) {
        true => DecidedBy::BothDead,
        false => DecidedBy::NobodyAway,
    }
}

fn missing_for(parents: &[Parent; 2], months: u32) -> Vec<&'static str> {
    parents.iter().filter_map(|own| own.missing_for(months)).collect()
}

/// Not known for want of these fields; the birth date is one of them where it is not known.
fn not_known(mut fields: Vec<&'static str>, case: &OnDay) -> Finding {
    if case.birth().is_none() {
        fields.push("birth_date");
    }
    Finding::unknown(DecidedBy::NotKnown(fields))
}
