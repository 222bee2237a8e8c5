//! The list of what is taken.

use domain::codes::EvidenceKind;

/// The most bytes that a photo may have: 20 MB.
pub const MOST_PHOTO: u64 = 20_000_000;
/// The most bytes that a document may have: 20 MB.
pub const MOST_DOCUMENT: u64 = 20_000_000;
/// The most bytes that sound or video may have: 100 MB.
pub const MOST_RECORDING: u64 = 100_000_000;

/// A file format that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names are those of the formats.
pub enum Format {
    Jpeg,
    Png,
    Webp,
    Gif,
    Mp3,
    Aac,
    /// MP4 with sound and no picture.
    M4a,
    Wav,
    Ogg,
    Amr,
    Mp4,
    QuickTime,
    Pdf,
    Docx,
    Xlsx,
    /// 版式文档 (GB/T 33190): the document standard of the administration.
    Ofd,
    Text,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 17] = {
        use Format::*;
        [Jpeg, Png, Webp, Gif, Mp3, Aac, M4a, Wav, Ogg, Amr, Mp4, QuickTime, Pdf, Docx, Xlsx, Ofd, Text]
    };

    /// The format with this media type.
    pub fn of(media_type: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.media_type() == media_type)
    }

    /// The media type. Text is UTF-8 throughout.
    pub fn media_type(self) -> &'static str {
        self.row().1
    }

    /// What a file of this format is called at the end of its name.
    pub fn extension(self) -> &'static str {
        self.row().2
    }

    /// What kind of evidence it is; video counts as a recording.
    pub fn kind(self) -> EvidenceKind {
        self.row().0
    }

    /// The most bytes that a file of this format may have.
    pub fn most(self) -> u64 {
        match self.kind() {
            EvidenceKind::Photo => MOST_PHOTO,
            EvidenceKind::Recording => MOST_RECORDING,
            EvidenceKind::Document | EvidenceKind::Record => MOST_DOCUMENT,
        }
    }

    fn row(self) -> (EvidenceKind, &'static str, &'static str) {
        use EvidenceKind::{Document, Photo, Recording};
        match self {
            Format::Jpeg => (Photo, "image/jpeg", "jpg"),
            Format::Png => (Photo, "image/png", "png"),
            Format::Webp => (Photo, "image/webp", "webp"),
            Format::Gif => (Photo, "image/gif", "gif"),
            Format::Mp3 => (Recording, "audio/mpeg", "mp3"),
            Format::Aac => (Recording, "audio/aac", "aac"),
            Format::M4a => (Recording, "audio/mp4", "m4a"),
            Format::Wav => (Recording, "audio/wav", "wav"),
            Format::Ogg => (Recording, "audio/ogg", "ogg"),
            Format::Amr => (Recording, "audio/amr", "amr"),
            Format::Mp4 => (Recording, "video/mp4", "mp4"),
            Format::QuickTime => (Recording, "video/quicktime", "mov"),
            Format::Pdf => (Document, "application/pdf", "pdf"),
            Format::Docx => {
                (Document, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx")
            }
            Format::Xlsx => {
                (Document, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")
            }
            Format::Ofd => (Document, "application/ofd", "ofd"),
            Format::Text => (Document, "text/plain", "txt"),
        }
    }
}
