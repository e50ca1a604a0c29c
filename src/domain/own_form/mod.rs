//! A school's own form: a document with names in braces, such as `{{儿童.姓名}}`, in whose places
//! values are put. Here stand the names; the files are read and written by `storage/own_form`.

pub mod answers;
pub mod braces;
pub mod fault;
pub mod known_names;
pub mod name;
pub mod names;
mod people_names;
mod record_names;
