//! Sound.

pub(crate) mod aac;
pub(crate) mod amr;
pub(crate) mod mp3;
pub(crate) mod ogg;
pub(crate) mod wav;
