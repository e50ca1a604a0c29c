//! Changing what stands in a record, and entering in the register of changes what it was.

use std::io;

use chrono::NaiveDate;

use super::Stop;
use super::change::Change;
use crate::domain::facts::Fact;
use crate::domain::id::{Id, Kind};
use crate::domain::month::Month;
use crate::storage::disk::DiskError;
use crate::storage::journal::{self, Step};
use crate::storage::record_text::{PathPart, RecordText};

/// The register in which every change of a child's file is entered.
pub const CHANGES: &str = "change";

/// Who changed something, since when it holds, and why.
#[derive(Clone, Copy, Debug)]
pub struct Because<'a> {
    pub day: NaiveDate,
    pub by: Option<Id>,
    pub why: &'a str,
}

impl Change<'_> {
    /// A file's text as it will be after what this change has done so far.
    pub fn text(&self, file: &str) -> Result<Option<String>, Stop> {
        let bytes = journal::read(self.root(), file)?;
        let own = self.steps.iter().filter(|step| step.file() == file);
        // The home is sound and nobody else writes it now: every step fits what stands there.
        let now = own.fold(bytes, |bytes, step| step.after(bytes.as_deref()).unwrap_or(bytes));
        // Its files are text.
        Ok(now.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Lets `edit` change the text of the file in which a child or a person stands; the settings
    /// are nobody's.
    ///
    /// # Errors
    /// The file is gone, or has not the shape that the edit expects.
    pub fn edit(
        &mut self,
        file: &str,
        id: impl Into<Option<Id>>,
        edit: impl FnOnce(&mut RecordText) -> Option<()>,
    ) -> Result<(), Stop> {
        let before = self.text(file)?.unwrap_or_default();
        let mut record = RecordText::new(before.clone());
        let edited = record.as_mut().and_then(edit);
        let Some((record, ())) = record.zip(edited) else {
            return Err(self.has_another_shape(file));
        };
        if record.text() != before {
            let text = record.text().to_owned();
            self.steps.push(Step::Put { file: file.to_owned(), before: Some(before), text });
            self.written.extend(id.into().filter(|id| !self.written.contains(id)));
        }
        Ok(())
    }

    /// Takes away the file of a child whose events are another's from now on.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn take_away(&mut self, file: &str) -> Result<(), Stop> {
        let before = self.text(file)?.unwrap_or_default();
        self.steps.push(Step::Remove { file: file.to_owned(), before });
        Ok(())
    }

    fn has_another_shape(&self, file: &str) -> Stop {
        let source = io::Error::new(io::ErrorKind::InvalidData, "cannot be edited by command");
        Stop::Disk(DiskError { path: self.root().join(file), source })
    }

    /// The place of the entry of a list in a file whose key holds a value.
    ///
    /// # Errors
    /// There is none.
    pub fn entry_at(&self, file: &str, list: &str, key: &str, fact: &Fact) -> Result<usize, Stop> {
        let record = self.text(file)?.and_then(RecordText::new);
        let nth = record.and_then(|own| own.entry_where(&[PathPart::Key(list)], key, fact));
        nth.ok_or_else(|| self.has_another_shape(file))
    }

    /// Enters in the register of changes that a field of a child was one thing and is another.
    /// Nothing is entered when both are the same. The change must have asked for the register.
    ///
    /// # Errors
    /// The month of the register has faults.
    pub fn note_change(
        &mut self,
        child: Id,
        field: &str,
        (old, new): (Option<&Fact>, Option<&Fact>),
        because: Because,
    ) -> Result<(), Stop> {
        if old == new {
            return Ok(());
        }
        let Some(register) = self.reading.home.registers.get(CHANGES).cloned() else {
            return Ok(());
        };
        let month = Month::of(because.day);
        self.families(CHANGES, month)?;
        let said = |fact: Option<&Fact>| fact.map(Fact::values).unwrap_or_default().join(" / ");
        let (_, mut row) = self.new_row();
        let cells = [
            ("date", because.day.to_string()),
            ("children", child.to_string()),
            ("staff", because.by.map(|id| id.to_string()).unwrap_or_default()),
            ("outcome", "made".to_owned()),
            ("field", field.to_owned()),
            ("old", said(old)),
            ("new", said(new)),
            ("why", because.why.to_owned()),
        ];
        row.extend(cells.map(|(name, cell)| (name.to_owned(), cell)));
        self.add_row(&register, month, &row)
    }

    /// An id for a new child that no child has or had, nor one that this change adds: of twenty
    /// thousand random ones some are alike.
    pub fn new_child_id(&self) -> Id {
        loop {
            let id = super::new_id(Kind::Child);
            if self.is_free(id) {
                return id;
            }
        }
    }

    /// An id for a new member of staff that nobody has, nor anybody that this change adds.
    pub fn new_staff_id(&self) -> Id {
        loop {
            let id = super::new_id(Kind::Staff);
            if self.reading.home.person(id).is_none() && !self.written.contains(&id) {
                return id;
            }
        }
    }

    /// May a new child have this id?
    pub fn is_free(&self, id: Id) -> bool {
        self.reading.home.kept_child(id).is_none() && !self.written.contains(&id)
    }
}
