//! Each person's own list: what they ought to do, and what has waited so long that it goes up.

use std::collections::BTreeMap;

use super::overdue::OverdueRow;
use crate::domain::id::Id;
use crate::domain::matter::Matter;
use crate::rules::case::Case;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;

/// What one person is told.
#[derive(Debug, Default)]
pub struct Digest {
    /// Their own that are overdue.
    pub overdue: Vec<OverdueRow>,
    /// Others' that are overdue so long that they come to this person too.
    pub raised: Vec<OverdueRow>,
    /// Their own that fall due soon.
    pub soon: Vec<Obligation>,
    /// What they are asked, and have not answered.
    pub asked: Vec<Matter>,
    /// What they are thanked for.
    pub thanks: Vec<Matter>,
}

/// What there is to tell of.
pub struct Tellable<'a> {
    /// What is overdue.
    pub rows: &'a [OverdueRow],
    /// What was agreed for a day that has passed, and whoever ought to do it has not been told.
    pub promised: &'a [OverdueRow],
    pub soon: &'a [Obligation],
    pub matters: &'a [Matter],
}

/// After how many days overdue a row also goes to the next person up, and who can be told at all.
pub struct Raising<'a> {
    pub after_days: u32,
    pub is_reachable: &'a dyn Fn(Id) -> bool,
}

/// The digests by person; rows that nobody is responsible for are in none.
pub fn digests(plan: &Plan, told: &Tellable, raising: &Raising) -> BTreeMap<Id, Digest> {
    let mut digests: BTreeMap<Id, Digest> = BTreeMap::new();
    for row in told.rows {
        if let Some(person) = plan.responsible(row.case) {
            digests.entry(person).or_default().overdue.push(row.clone());
        }
        if let Some(person) = raised_to(plan, row, raising) {
            digests.entry(person).or_default().raised.push(row.clone());
        }
    }
    for row in told.promised {
        if let Some(person) = plan.responsible(row.case) {
            digests.entry(person).or_default().overdue.push(row.clone());
        }
    }
    for one in told.soon {
        if let Some(person) = plan.responsible(one.case) {
            digests.entry(person).or_default().soon.push(one.clone());
        }
    }
    for matter in told.matters {
        for person in &matter.whom {
            let digest = digests.entry(*person).or_default();
            match matter.is_thanks {
                true => digest.thanks.push(matter.clone()),
                false => digest.asked.push(matter.clone()),
            }
        }
    }
    digests
}

/// To whom a row goes as well: the nearest above the responsible person who can be told. What the
/// responsible person cannot be told goes up at once.
pub fn raised_to(plan: &Plan, row: &OverdueRow, raising: &Raising) -> Option<Id> {
    let responsible = plan.responsible(row.case)?;
    let is_told = (raising.is_reachable)(responsible);
    if is_told && row.days_overdue < i64::from(raising.after_days) {
        return None;
    }
    let above = plan.home.above(responsible, plan.class_of(plan.subject(row.case)), plan.today);
    above.into_iter().map(|person| person.id).find(|id| (raising.is_reachable)(*id))
}

impl Digest {
    /// Is there anything in the digest that is not this person's? There must be nothing before it
    /// is sent.
    pub fn is_strange(&self, plan: &Plan, person: Id, raising: &Raising) -> bool {
        let mut matters = self.asked.iter().chain(&self.thanks);
        self.stranger(plan, person, raising).is_some() || matters.any(|own| !own.is_for(person))
    }

    /// A child, class or other subject in the digest that does not belong to this person.
    fn stranger(&self, plan: &Plan, person: Id, raising: &Raising) -> Option<Case> {
        let overdue = self.overdue.iter().map(|row| row.case);
        let soon = self.soon.iter().map(|one| one.case);
        let foreign = overdue.chain(soon).find(|case| plan.responsible(*case) != Some(person));
        let raised = self.raised.iter().find(|row| raised_to(plan, row, raising) != Some(person));
        foreign.or(raised.map(|row| row.case))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::class::ClassCode;
    use crate::domain::rule::Every;
    use crate::reports::{due, overdue};
    use crate::rules::sample::{AUTUMN, Sample, role_of, staff_id, text};

    /// A child whose proxy parent is S, in the class of H, in the school of P.
    fn sample() -> Sample {
        let mut sample = Sample::new();
        sample.child('A', AUTUMN.0);
        sample.fact('A', "class", text("2021-2"));
        sample.staff('S', "proxy_parent", AUTUMN.0, "");
        sample.pair('A', "proxy_parent", 'S', AUTUMN.0, "");
        sample.staff('H', "head_teacher", AUTUMN.0, "").class = Some(ClassCode::of("2021-2"));
        sample.staff('P', "principal", AUTUMN.0, "");
        sample.rule("talk", Every::Month).by = Some(role_of("proxy_parent"));
        sample
    }

    /// `person overdue raised soon` of each digest, while those who are `mute` cannot be told.
    fn told(sample: &Sample, today: &str, after_days: u32, mute: &str) -> Vec<String> {
        let plan = sample.plan(today);
        let tally = sample.tally(&plan);
        let reachable = |id: Id| !mute.chars().any(|letter| staff_id(letter) == id);
        let raising = Raising { after_days, is_reachable: &reachable };
        let (rows, soon) = (overdue::rows(&plan, &tally), due::soon(&plan, &tally, due::WEEK));
        let told = Tellable { rows: &rows, promised: &[], soon: &soon, matters: &[] };
        let digests = digests(&plan, &told, &raising);
        for (person, digest) in &digests {
            assert!(!digest.is_strange(&plan, *person, &raising));
        }
        let count = |(person, one): (&Id, &Digest)| {
            let letter = person.to_string()[5..].to_owned();
            format!("{letter} {} {} {}", one.overdue.len(), one.raised.len(), one.soon.len())
        };
        digests.iter().map(count).collect()
    }

    #[test]
    fn each_person_is_told_what_is_overdue_and_what_falls_due_soon() {
        let mut own = sample();
        assert_eq!(told(&own, "2024-09-24", 99, ""), ["S 0 0 1"]);
        assert_eq!(told(&own, "2024-10-09", 99, ""), ["S 1 0 0"]);
        own.home.rules[0].by = None;
        assert_eq!(told(&own, "2024-10-25", 0, ""), Vec::<String>::new(), "nobody is responsible");
    }

    #[test]
    fn a_row_overdue_so_many_days_goes_to_the_next_above_too() {
        let own = sample();
        assert_eq!(told(&own, "2024-10-09", 10, ""), ["S 1 0 0"]);
        assert_eq!(told(&own, "2024-10-10", 10, ""), ["H 0 1 0", "S 1 0 0"]);
    }

    #[test]
    fn who_cannot_be_told_is_passed_over_and_their_rows_go_up_at_once() {
        let own = sample();
        assert_eq!(told(&own, "2024-10-09", 99, "S"), ["H 0 1 0", "S 1 0 0"]);
        assert_eq!(told(&own, "2024-10-09", 99, "SH"), ["P 0 1 0", "S 1 0 0"]);
        assert_eq!(told(&own, "2024-10-09", 99, "SHP"), ["S 1 0 0"]);
    }

    #[test]
    fn what_the_head_teacher_ought_to_do_goes_up_past_the_head_teacher() {
        let mut own = sample();
        own.home.rules[0].by = Some(role_of("head_teacher"));
        assert_eq!(told(&own, "2024-10-09", 0, ""), ["H 1 0 0", "P 0 1 0"]);
    }

    #[test]
    fn what_somebody_is_asked_is_in_their_digest_and_strange_in_anothers() {
        let own = sample();
        let plan = own.plan("2024-09-03");
        let raising = Raising { after_days: 99, is_reachable: &|_| true };
        let asked = |is_thanks| Matter {
            register: "flag",
            id: staff_id('H'),
            about: None,
            asked_on: plan.today,
            asked_by: Vec::new(),
            whom: vec![staff_id('S'), staff_id('P')],
            strangers: Vec::new(),
            children: Vec::new(),
            text: String::new(),
            due: None,
            is_thanks,
        };
        let matters = [asked(false), asked(true)];
        let told = Tellable { rows: &[], promised: &[], soon: &[], matters: &matters };
        let digests = digests(&plan, &told, &raising);
        let people: Vec<Id> = digests.keys().copied().collect();
        assert_eq!(people, [staff_id('P'), staff_id('S')]);
        for (person, digest) in &digests {
            assert_eq!((digest.asked.len(), digest.thanks.len()), (1, 1));
            assert!(!digest.is_strange(&plan, *person, &raising));
            assert!(digest.is_strange(&plan, staff_id('H'), &raising));
        }
    }

    #[test]
    fn another_persons_row_is_a_stranger_wherever_it_stands() {
        let own = sample();
        let plan = own.plan("2024-10-25");
        let tally = own.tally(&plan);
        let raising = Raising { after_days: 99, is_reachable: &|_| true };
        let rows = overdue::rows(&plan, &tally);
        let soon = due::soon(&plan, &tally, due::WEEK);
        let stranger =
            |digest: Digest, person| digest.stranger(&plan, staff_id(person), &raising).is_some();
        let overdue = || Digest { overdue: rows.clone(), ..Digest::default() };
        assert_eq!((stranger(overdue(), 'S'), stranger(overdue(), 'H')), (false, true));
        let soon = || Digest { soon: soon.clone(), ..Digest::default() };
        assert_eq!((stranger(soon(), 'S'), stranger(soon(), 'H')), (false, true));
        let raised = || Digest { raised: rows.clone(), ..Digest::default() };
        assert!(stranger(raised(), 'H') && stranger(raised(), 'S'), "it is not yet raised");
    }
}
