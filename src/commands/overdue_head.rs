//! What stands above the overdue list: the incidents that are open, for those who may see them by
//! name, for others by number.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::question::Question;
use crate::cli::reveal::Revealed;
use crate::domain::audience::Audience;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::look::Look;
use crate::render::screen::Screen;
use crate::render::screens::incidents;
use crate::render::sheet::Sheet;
use crate::reports::incidents::{INCIDENT, is_open};
use crate::reports::records::Records;
use crate::session::read::Reading;
use crate::session::records::Wanted;

/// What is told above the list.
#[derive(Default)]
pub struct OverdueHead {
    sheet: Option<Sheet>,
    /// How many there are, where they may not be seen.
    sealed: Option<String>,
    /// What is recorded of those who saw them.
    pub look: Option<Look>,
}

impl OverdueHead {
    /// The open incidents of those who are asked about. A question about a rule or a person is none
    /// about incidents, and outside the office nobody is told that there are any.
    ///
    /// # Errors
    /// A fault in what was read, or a child whom the viewer may not see so.
    pub fn of(
        context: &Context,
        reading: &Reading,
        (question, audience): (&Question, Audience),
        opened: &Revealed,
    ) -> Result<OverdueHead, Failure> {
        let is_another = question.rule.is_some() || question.staff.is_some();
        if is_another || audience.is_outside() || !context.format.is_for_people() {
            return Ok(OverdueHead::default());
        }
        let home = &reading.home;
        let Some(register) = home.registers.get(INCIDENT) else {
            return Ok(OverdueHead::default());
        };
        let class = question.class.as_ref();
        let class_of = |id: &Id| home.child(*id).and_then(|child| child.class_on(context.today));
        let is_asked = |event: &Event| {
            let mut children = event.children.iter();
            let is_in = class.is_none() || children.any(|id| class_of(id) == class);
            is_in && question.child.is_none_or(|id| event.children.contains(&id))
        };
        let is = |_: &str, event: &Event| is_open(event, context.today) && is_asked(event);
        let rows =
            reading.records(&[INCIDENT], &Wanted { days: None, versions: false, is: &is })?;
        let gate = opened.gate();
        let records = Records::new(home, &[register], rows, &gate);
        let sheet = incidents::sheet(home, &records, (&gate, context.lang));
        let sealed = incidents::sealed(&records, context.lang);
        let children = records.shown.iter().flat_map(|own| own.event.children.iter().copied());
        let look = opened.look((context, home), &gate, children, vec![INCIDENT.to_owned()])?;
        Ok(OverdueHead { sheet, sealed, look })
    }

    /// Is there nothing to tell?
    pub fn is_empty(&self) -> bool {
        self.sheet.is_none() && self.sealed.is_none()
    }

    /// The same screen below it.
    pub fn above(self, screen: Screen) -> Screen {
        let sheets = self.sheet.into_iter().chain(screen.sheets).collect();
        Screen { sheets, ..screen }.noting(self.sealed.as_deref())
    }
}
