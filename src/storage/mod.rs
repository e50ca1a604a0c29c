//! Floor 1a: files to nouns and back. The only user of the disk, of TOML and of CSV.

mod calendar;
mod child_file;
pub mod disk;
pub mod examine;
pub mod git;
pub mod journal;
pub mod layout;
pub mod ledger;
mod load;
pub mod lock;
pub mod log_append;
mod log_cells;
mod log_file;
mod log_line;
mod mail_settings;
pub mod medium;
pub mod mend;
mod near_id;
pub mod proof;
pub mod reader;
pub mod record_edit;
mod register_file;
mod rule_check;
mod rule_file;
pub mod sent_mail;
mod settings_file;
mod shelf;
mod source;
mod staff_file;
pub mod store;
mod table;
pub mod template;
mod toml_syntax;
mod toml_value;

pub use load::locate;
pub use store::Store;
