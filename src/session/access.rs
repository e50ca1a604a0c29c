//! The door that shows: what is not open is shown only once the look has been recorded.

use super::{Session, Stop};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::look::Look;
use crate::domain::settings::Settings;
use crate::domain::user::Viewer;
use crate::storage::access::{self, AccessChain, AccessEntry, AccessHead};
use crate::storage::same_user;

impl Session {
    /// Whoever the system calls so, as far as the settings know them.
    pub fn viewer(settings: Option<&Settings>, name: Option<String>) -> Viewer {
        Viewer::of(settings.and_then(|own| own.users.as_deref()), name, same_user)
    }

    /// Records a look, durably. Whoever shows or sends something that must be recorded does so
    /// after this, a dry run too: it shows what another run would.
    ///
    /// # Errors
    /// Nothing may be shown or sent.
    pub fn record(&self, look: &Look) -> Result<AccessHead, Stop> {
        let words = |ids: &[&str]| ids.iter().map(|own| (*own).to_owned()).collect();
        let entry = AccessEntry {
            at: self.now.to_rfc3339(),
            user: self.viewer.name.clone(),
            staff: self.viewer.staff().map(|id| id.to_string()),
            command: self.command.clone(),
            classes: words(&look.classes.names()),
            children: look.children.iter().map(ToString::to_string).collect(),
            count: look.children.len(),
            of: look.of.clone(),
            to: look.to.clone(),
            why: look.why.clone(),
            file: look.file.clone(),
            before: String::new(),
        };
        let entered = access::enter(self.root()?, self.wait, entry).map_err(Stop::Unrecorded)?;
        entered.ok_or(Stop::Busy(None))
    }

    /// Keeps of whom a home that was read tells: by these names an answer that goes into a file is
    /// looked through.
    pub(super) fn meet(&self, home: &Home) {
        let Some(met) = &self.met else { return };
        met.borrow_mut().extend(home.children.iter().map(|child| (child.id, child.name.clone())));
    }

    /// The children of whom a text tells, by whole name or by id; rather one of a like name too
    /// many than one too few.
    pub fn told_of(&self, text: &str) -> Vec<Id> {
        // A calendar breaks its long lines, inside names too.
        let text = text.replace("\r\n ", "");
        let Some(met) = &self.met else { return Vec::new() };
        let met = met.borrow();
        let is_told = |(id, name): &(&Id, &String)| {
            text.contains(name.as_str()) || text.contains(&id.to_string())
        };
        met.iter().filter(is_told).map(|(id, _)| *id).collect()
    }

    /// The chain of the looks that this machine recorded.
    pub fn looks(&self) -> Result<AccessChain, Stop> {
        access::chain(self.root()?).map_err(Stop::Disk)
    }
}
