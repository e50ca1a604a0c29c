//! Things that name one another: which belong together, and which lead back to themselves. Chains
//! may be as long as a log, so nothing here calls itself or goes the same way twice.

use std::mem::replace;

/// Things in groups, each group called by its first.
pub struct Groups(Vec<usize>);

impl Groups {
    /// So many things, each by itself.
    pub fn of(count: usize) -> Groups {
        Groups((0..count).collect())
    }

    /// Makes the groups of two things one.
    pub fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first_of(one), self.first_of(other));
        self.0[one.max(other)] = one.min(other);
    }

    /// The first of the group of each.
    pub fn firsts(mut self) -> Vec<usize> {
        (0..self.0.len()).map(|at| self.first_of(at)).collect()
    }

    /// The way there is halved for those who go it next.
    fn first_of(&mut self, at: usize) -> usize {
        let mut first = at;
        while self.0[first] != first {
            self.0[first] = self.0[self.0[first]];
            first = self.0[first];
        }
        first
    }
}

/// Which things lead back to themselves, when each leads to those that it names: they are in a
/// circle with others, or name themselves.
pub fn in_circles(names: &[Vec<usize>]) -> Vec<bool> {
    let mut named_by = vec![Vec::new(); names.len()];
    for (at, named) in names.iter().enumerate() {
        for other in named {
            named_by[*other].push(at);
        }
    }
    let mut is_in: Vec<bool> =
        names.iter().enumerate().map(|(at, named)| named.contains(&at)).collect();
    let mut seen = vec![false; names.len()];
    // The one that was left last is reached by nobody but those in a circle with it.
    for start in left(names).into_iter().rev() {
        let (mut circle, mut open) = (Vec::new(), vec![start]);
        while let Some(at) = open.pop() {
            if !replace(&mut seen[at], true) {
                circle.push(at);
                open.extend(&named_by[at]);
            }
        }
        if circle.len() > 1 {
            for at in circle {
                is_in[at] = true;
            }
        }
    }
    is_in
}

/// All things, each after those to which it leads, as far as no circle forbids it.
fn left(names: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(names.len());
    let mut seen = vec![false; names.len()];
    for start in 0..names.len() {
        let mut open = vec![(start, false)];
        while let Some((at, is_left)) = open.pop() {
            if is_left {
                order.push(at);
            } else if !replace(&mut seen[at], true) {
                open.push((at, true));
                open.extend(names[at].iter().map(|other| (*other, false)));
            }
        }
    }
    order
}
