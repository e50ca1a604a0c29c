//! The mark of an answer that is in the log of access: who had it made, when, and its entry there.

use std::borrow::Cow;

use super::context::Context;
use crate::lang::Lang;
use crate::lang::access_words::AccessSaid;
use crate::storage::access::{AccessHead, SHORT};

/// The name of the file that the answer goes into, without the folder; none when it goes elsewhere.
pub fn file(context: &Context) -> Option<String> {
    let path = context.output.as_ref().filter(|_| !context.dry_run)?;
    Some(path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned())
}

/// An entry of the log, in words.
pub fn entry(head: &AccessHead, lang: Lang) -> String {
    AccessSaid::Head { number: head.lines, hash: head.short() }.text(lang)
}

/// An answer with the mark of its entry, where it leaves the screen: into a file, or to a printer.
pub fn put<'d>(context: &Context, data: &'d [u8], entry: Option<&str>) -> Cow<'d, [u8]> {
    let leaves = file(context).is_some() || context.width.is_none();
    match entry.filter(|_| leaves) {
        Some(entry) => context.format.marked(data, &words(context, entry)).into(),
        None => data.into(),
    }
}

/// How many bytes must be left for it in an answer that may not be longer than so many.
pub fn room(context: &Context) -> usize {
    if file(context).is_none() {
        return 0;
    }
    let head = AccessHead { lines: 9_999_999, hash: "0".repeat(SHORT) };
    let drawn = context.format.marked(b"-", &words(context, &entry(&head, context.lang)));
    drawn.len() - 1
}

fn words(context: &Context, entry: &str) -> String {
    let viewer = &context.viewer;
    let staff = viewer.staff().map(|id| id.to_string());
    let who: Vec<&str> = viewer.name.iter().chain(&staff).map(String::as_str).collect();
    let day = context.now.date_naive();
    AccessSaid::Mark { who: &who.join(" "), day, entry }.text(context.lang)
}
