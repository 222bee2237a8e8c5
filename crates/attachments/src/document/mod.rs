//! Documents.

pub(crate) mod pdf;
pub(crate) mod text;
pub(crate) mod zip;
