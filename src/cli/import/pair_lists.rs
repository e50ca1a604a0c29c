//! Lists of who answers for whom.

use chrono::NaiveDate;

use super::days;
use super::judged::Judged;
use super::list_row::ListRow;
use super::sheeted::Sheeted;
use super::values;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{finder, roles, typed};
use crate::domain::id::Id;
use crate::domain::name;
use crate::domain::role::RoleCode;
use crate::domain::spans::Span;
use crate::lang::import_words::ImportSaid;
use crate::lang::talk::Msg;
use crate::lang::words::role_name;
use crate::session::change::Change;

/// Brings lists of pairs in.
pub struct PairLists<'c> {
    pub context: &'c Context,
    /// Since when pairs without a day count.
    pub from: NaiveDate,
}

impl PairLists<'_> {
    /// Takes a list of pairs into the change.
    ///
    /// # Errors
    /// The home cannot be changed.
    pub fn take(
        &self,
        change: &mut Change,
        (sheet, sheeted): (usize, &Sheeted),
        judged: &mut Judged,
    ) -> Result<(), Failure> {
        for row in sheeted.rows.iter().copied() {
            let own = ListRow { sheeted, row };
            let pairs = match self.row_of_pairs(change, &own) {
                Ok(pairs) => pairs,
                Err(why) => {
                    judged.refuse(sheet, row, why);
                    continue;
                }
            };
            for (child, staff, role, span) in pairs {
                let standing = change.reading.home.child(child).is_some_and(|own| {
                    own.pairs.iter().any(|pair| {
                        pair.staff == staff
                            && pair.role == role
                            && roles::overlap(&pair.span, &span)
                    })
                });
                if standing {
                    judged.same += 1;
                    continue;
                }
                change.begin_pair(child, (staff, role), span)?;
                let home = &change.reading.home;
                let who = home.child(child).map(|own| own.name.clone()).unwrap_or_default();
                let adult = roles::person_said(home, staff);
                let role = role_name(role, self.context.lang);
                judged.added.push(format!("{who} — {adult}（{role}）"));
            }
        }
        Ok(())
    }

    fn row_of_pairs(
        &self,
        change: &Change,
        row: &ListRow,
    ) -> Result<Vec<(Id, Id, RoleCode, Span)>, String> {
        let (context, lang, home) = (self.context, self.context.lang, &change.reading.home);
        let name = values::name(&row.text("child"));
        if name.is_empty() {
            return Err(ImportSaid::NoName.text(lang));
        }
        let from = row.day(context, "from")?;
        let until = row.day(context, "until")?;
        let class = row.cell("class").map(days::class).or_else(|| row.sheeted.class.clone());
        let today = context.today;
        let code = class.and_then(|class| typed::class_code(home, &class, today, lang).ok());
        let alike = home.children.iter().filter(|own| name::same(&own.name, &name));
        let inside: Vec<Id> = alike
            .filter(|own| code.is_some() && own.class_on(today) == code.as_ref())
            .map(|own| own.id)
            .collect();
        let child = match inside[..] {
            [only] => only,
            _ => finder::child(home, &name, today, lang)
                .map_err(|failure| row.wrong(context, "child", &failure.sentence()))?,
        };
        let joined = home.child(child).and_then(|own| own.spells.first());
        let joined = joined.map_or(self.from, |spell| spell.span.first);
        // A list without days tells of pairs since it counts, or since the child is here.
        let from = from.unwrap_or_else(|| self.from.max(joined));
        if from > today {
            return Err(row.wrong(context, "from", &ImportSaid::Ahead { day: from }.text(lang)));
        }
        if !home.child(child).is_some_and(|own| own.on_roll().contains(from)) {
            let told = Msg::OutsideSpells { name: &name, date: from };
            return Err(row.wrong(context, "from", &told.text(lang)));
        }
        if until.is_some_and(|until| until < from) {
            return Err(row.wrong(context, "until", &ImportSaid::NotClosed.text(lang)));
        }
        let span = Span::new(from, until);
        let said = row.text("role");
        let said = said.split_whitespace().next().map(|word| roles::pair_role(word, lang));
        let said = said.transpose();
        let said = said.map_err(|failure| row.wrong(context, "role", &failure.sentence()))?;
        let mut found = Vec::new();
        for means in ["pair_teacher", "proxy_parent", "proxy_guardian", "proxy_mother"] {
            let heads = [means.to_owned(), format!("{means}.name")];
            for means_of in heads {
                let text = row.text(&means_of);
                for word in text.split(['、', ',', '，', '/', '\n']).map(str::trim) {
                    if word.is_empty() || values::is_none(word) {
                        continue;
                    }
                    let wrong =
                        |failure: Failure| row.wrong(context, &means_of, &failure.sentence());
                    let word = values::name(word);
                    let staff = finder::staff(home, &word, lang).map_err(wrong)?;
                    let role = roles::pair_role(means, lang).map_err(wrong)?;
                    found.push((child, staff, said.unwrap_or(role), span));
                }
            }
        }
        if found.is_empty() { Err(ImportSaid::NoAdult.text(lang)) } else { Ok(found) }
    }
}
