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
        self.silence(&mut matters)?;
        matters.sort_by_key(|own| (own.due, own.asked_on, own.id));
        Ok(matters)
    }

    /// Of a question on a record of a restricted register nothing is told but its ids, whatever
    /// somebody wrote into its row.
    fn silence(&self, matters: &mut [Matter]) -> Result<(), Stop> {
        let telling = matters.iter_mut().filter(|own| own.about.is_some() && own.tells());
        let telling: Vec<&mut Matter> = telling.collect();
        if telling.is_empty() {
            return Ok(());
        }
        let names = self.store.register_names();
        // Of a register whose description cannot be read it is not known whether it is open.
        let is_open = |name: &str| match self.store.register(name) {
            Ok(register) => register.is_none_or(|own| !own.restricted),
            Err(_) => false,
        };
        let closed: Vec<&String> = names.iter().filter(|name| !is_open(name)).collect();
        for matter in telling {
            let about = matter.about.clone().unwrap_or_default();
            for register in &closed {
                if !self.store.find_text(register, &about)?.is_empty() {
                    matter.text.clear();
                    matter.children.clear();
                }
            }
        }
        Ok(())
    }
}
