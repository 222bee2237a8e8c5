//! DOCX and XLSX (ISO/IEC 29500) and OFD (GB/T 33190): ZIP archives, known
//! by the names in their directory. Nothing is unpacked.

use rawzip::ZipArchive;

use crate::format::Format;
use crate::unfit::Unfit;

pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    bytes.starts_with(b"PK\x03\x04").then(|| check(bytes))
}

fn check(bytes: &[u8]) -> Result<Format, Unfit> {
    let damaged = |_| Unfit::damaged("its directory cannot be read");
    let archive = ZipArchive::from_slice(bytes).map_err(|_| Unfit::damaged("it has no directory"))?;
    let mut entries = archive.entries();
    let (mut format, mut macros) = (None, false);
    while let Some(entry) = entries.next_entry().map_err(damaged)? {
        let path = entry.file_path();
        let name: &[u8] = path.as_ref();
        format = format.or(match name {
            b"word/document.xml" => Some(Format::Docx),
            b"xl/workbook.xml" => Some(Format::Xlsx),
            b"OFD.xml" => Some(Format::Ofd),
            _ => None,
        });
        macros |= name.to_ascii_lowercase().ends_with(b"vbaproject.bin");
    }
    match (format, macros) {
        (Some(Format::Docx), true) => {
            Err(Unfit::not_taken("application/vnd.ms-word.document.macroEnabled.12"))
        }
        (Some(_), true) => Err(Unfit::not_taken("application/vnd.ms-excel.sheet.macroEnabled.12")),
        (Some(format), false) => Ok(format),
        (None, _) => Err(Unfit::not_taken("application/zip")),
    }
}
