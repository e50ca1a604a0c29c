//! A mail made ready: headers, a text and a simple HTML part, and the addresses.

use chrono::{DateTime, FixedOffset};
pub use lettre::Address;
pub use lettre::message::Mailbox;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Message, MultiPart, SinglePart};

use super::fate::Lack;
use crate::domain::marks::steers;

/// What a mail says, and to whom.
pub struct Content<'a> {
    pub from: &'a Mailbox,
    pub to: &'a Address,
    pub subject: &'a str,
    pub text: &'a str,
    pub html: &'a str,
    pub date: DateTime<FixedOffset>,
    /// Without its brackets.
    pub message_id: &'a str,
    /// What a file of it is called.
    pub name: String,
}

/// A mail that can be handed over.
pub struct Parcel {
    pub from: Address,
    pub to: Address,
    pub bytes: Vec<u8>,
    pub name: String,
}

/// The longest subject or name; headers are for a glance.
const LONGEST_IN_A_HEADER: usize = 120;

/// The address in a text; nothing else may stand there.
pub fn address(text: &str) -> Option<Address> {
    text.trim().parse().ok()
}

/// The sender of the settings, `留守儿童之家 <care@school.example>`.
pub fn sender(from: Option<&str>) -> Result<Mailbox, Lack> {
    let sender: Mailbox = from.and_then(|text| text.parse().ok()).ok_or(Lack::From)?;
    Ok(Mailbox::new(sender.name.map(|name| for_a_header(&name)), sender.email))
}

/// A text without marks that would steer whoever shows it.
fn for_a_header(text: &str) -> String {
    text.chars().filter(|letter| !steers(*letter)).take(LONGEST_IN_A_HEADER).collect()
}

impl Parcel {
    /// Makes a mail ready. Every header is written by the library, which breaks no line where the
    /// text has one; both parts are base64, so that no line of theirs can end the mail.
    pub fn new(content: Content) -> Result<Parcel, Lack> {
        let part = |kind: ContentType, text: &str| {
            let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
            let body = Body::new_with_encoding(text, ContentTransferEncoding::Base64);
            // Any text can be written in base64.
            let body = body.unwrap_or_else(Body::new);
            SinglePart::builder().header(kind).body(body)
        };
        let boundary = format!("=_{}", content.message_id.replace('@', "."));
        let parts = MultiPart::alternative()
            .boundary(boundary)
            .singlepart(part(ContentType::TEXT_PLAIN, content.text))
            .singlepart(part(ContentType::TEXT_HTML, content.html));
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        let message = Message::builder()
            .from(content.from.clone())
            .to(Mailbox::new(None, content.to.clone()))
            .subject(for_a_header(content.subject))
            .date(content.date.into())
            .message_id(Some(format!("<{}>", content.message_id)))
            .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
            .multipart(parts)
            .map_err(|_| Lack::From)?;
        Ok(Parcel {
            from: content.from.email.clone(),
            to: content.to.clone(),
            bytes: message.formatted(),
            name: content.name,
        })
    }
}
