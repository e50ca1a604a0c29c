//! 代管家长: the schools in which a guardian at school visits, calls and writes.

use crate::lives;
use crate::people::{Child, Staff};
use crate::school::FIRST_DAY;

/// In each class the head teacher and the subject teachers take children in turn; children of one
/// household have one guardian. Every fourth child has a pair teacher besides.
pub fn pair(children: &mut [Child], staff: &[Staff]) {
    let subject = |person: &&Staff| person.holds("subject_teacher", "", FIRST_DAY);
    let subject: Vec<&Staff> = staff.iter().filter(subject).collect();
    for at in 0..children.len() {
        let (before, rest) = children.split_at_mut(at);
        let child = &mut rest[0];
        let elder = before.iter().find(|elder| elder.household == child.household);
        let head = |person: &&Staff| person.holds("head_teacher", child.class, FIRST_DAY);
        let own = staff.iter().find(head).expect("every class has a head teacher");
        let next = subject[at / 2 % subject.len()];
        let theirs = elder.map(|elder| &elder.pairs[0].staff);
        let guardian = match theirs.and_then(|id| staff.iter().find(|person| person.id == *id)) {
            Some(theirs) => theirs,
            None if at % 2 == 0 => own,
            None => next,
        };
        lives::pair(child, guardian, "proxy_guardian", FIRST_DAY);
        if at % 4 == 0 {
            lives::pair(child, next, "pair_teacher", FIRST_DAY);
        }
    }
}
