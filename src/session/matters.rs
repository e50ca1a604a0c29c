//! What people were asked and have not answered, out of all registers that ask.

use super::Stop;
use super::read::Reading;
use super::records::Wanted;
use crate::domain::matter::{Matter, MatterRegister};

impl Reading {
    /// What is open in registers that ask, and the words of thanks, by the day on which it falls
    /// due; questions first. The descriptions of these registers must have been asked for.
    ///
    /// # Errors
    /// Every fault in their logs: an open question may lie in any month.
    pub fn matters(&self, registers: &[&str]) -> Result<Vec<Matter>, Stop> {
        let wanted = Wanted { days: None, versions: false, is: &|_, _| true };
        let rows = self.records(registers, &wanted)?;
        let open = rows.iter().filter_map(|(register, event, _)| {
            MatterRegister::find(register)?.open(&self.home, event)
        });
        let mut matters: Vec<Matter> = open.collect();
        matters.sort_by_key(|own| (own.due, own.asked_on, own.id));
        Ok(matters)
    }
}
