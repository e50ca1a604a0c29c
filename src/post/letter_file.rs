//! Mail as `.eml` files, which any mail program opens.

use std::path::Path;

use super::fate::{Fate, Refusal};
use super::parcel::Parcel;
use crate::storage::disk;

/// Puts the mail into the folder; nothing personal is in the file's name.
pub fn write(folder: &Path, parcel: &Parcel) -> Fate {
    let file = folder.join(format!("{}.eml", parcel.name));
    match disk::create_folder(folder).and_then(|()| disk::put_out(&file, &parcel.bytes)) {
        Ok(()) => Fate::Taken,
        Err(error) => Fate::Refused(Refusal::of_disk(&error)),
    }
}
