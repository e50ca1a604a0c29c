//! Floor 0: the nouns of the field. No files, no clock, no printing.
//!
//! A *home* keeps *children* and *staff*. A *rule* cuts the *calendar* into slots and says who owes
//! an *event* in each. Events are kept in *registers*. What is wrong in a record is a *problem*.

pub mod after;
pub mod amount;
pub mod calendar;
pub mod child;
pub mod child_entries;
pub mod class;
pub mod disguise;
pub mod doubt;
pub mod entries;
pub mod entry_keys;
pub mod event;
pub mod expectations;
pub mod facts;
pub mod family;
pub mod family_check;
pub mod festival;
pub mod home;
pub mod household;
pub mod id;
pub mod id_map;
pub mod kin;
pub mod label;
pub mod look;
pub mod lunar;
pub mod mail;
pub mod marks;
pub mod mask;
pub mod month;
pub mod name;
pub mod nearest;
pub mod needle;
pub mod new_year;
pub mod notice;
pub mod order;
pub mod pairing;
pub mod people;
pub mod phone;
pub mod privacy;
pub mod problem;
pub mod register;
pub mod resident_id;
pub mod role;
pub mod rule;
mod rule_columns;
pub mod schema;
pub mod school_year;
pub mod setting_keys;
pub mod settings;
pub mod spans;
pub mod staff;
pub mod status;
pub mod subject;
pub mod typed_date;
pub mod user;
