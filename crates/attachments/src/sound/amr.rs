//! AMR and AMR-WB (RFC 4867): what telephones record.

use crate::format::Format;
use crate::unfit::Unfit;

pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    let sound = bytes.strip_prefix(b"#!AMR\n").or_else(|| bytes.strip_prefix(b"#!AMR-WB\n"))?;
    Some(if sound.is_empty() { Err(Unfit::damaged("it has no sound")) } else { Ok(Format::Amr) })
}
