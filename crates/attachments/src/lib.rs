//! Photos, sound, video and documents that citizens and units add to an
//! order: what is taken, what a photo says of its time and place, what of it
//! may be shown, and where its bytes lie.
//!
//! 现场时间、照片、定位 are what an order's form asks of whoever was on site:
//! time and place of a photo are proof of the first contact. So [`inspect`]
//! reads them before anything is cut off, and they become part of the
//! evidence. What others get to see is [`shown`]: without place, device,
//! names and earlier versions of the picture, for personal data is kept to
//! the smallest extent that the purpose needs (个人信息保护法 第六条). The
//! original is kept unchanged, for its hash is what the journal knows; it
//! lies on a [`Shelf`], encrypted under a key of its own, and can be erased.
//!
//! What a file is, its bytes say, never its name or the header it was sent
//! with. What is not on the list ([`Format`]) is not taken: no markup, no
//! programs, no archives, no documents with macros. Files come from anybody:
//! every reader here runs in time linear to the size of the file and never
//! unpacks anything.
//!
//! Everything here is blocking.

mod bytes;
mod document;
mod exif;
mod format;
mod inspect;
mod photo;
mod recognise;
mod riff;
mod shelf;
mod shown;
mod sound;
mod unfit;
mod video;

pub use format::{Format, MOST_DOCUMENT, MOST_PHOTO, MOST_RECORDING};
pub use inspect::{Inspected, inspect};
pub use shelf::{Key, Put, Shelf, ShelfError};
pub use shown::shown;
pub use unfit::Unfit;
