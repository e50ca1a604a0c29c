//! `[pairing]` of `care.toml`: what the school holds its pairs to.

use super::role::RoleCode;

/// The school's conditions; without any, every pair is as it should be.
#[derive(Clone, Debug, Default)]
pub struct Pairing {
    /// Roles in which an adult has one child and a child one adult.
    pub one_to_one: Vec<RoleCode>,
    /// Roles of which each child has one.
    pub exactly_one: Vec<RoleCode>,
    /// Roles that the head teacher of the class has for its children.
    pub follows_class: Vec<RoleCode>,
    /// The most children of one adult.
    pub load: Vec<(RoleCode, u32)>,
}

impl Pairing {
    /// May a child have only one adult in the role?
    pub fn is_single(&self, role: RoleCode) -> bool {
        self.one_to_one.contains(&role) || self.exactly_one.contains(&role)
    }

    /// Does it say anything of the role?
    pub fn names(&self, role: RoleCode) -> bool {
        let has_load = self.load.iter().any(|(own, _)| *own == role);
        self.is_single(role) || self.follows_class.contains(&role) || has_load
    }
}
