//! What a photo says of itself (EXIF, CIPA DC-008): a TIFF with directories
//! of tagged values.
//!
//! Read by hand: the libraries list every value of every directory, and
//! directories may overlap, so that in them a hostile file of 64 KB grows to
//! seven million values, in 300 MB. Here six values are looked up where they lie.

use domain::time::Moment;
use jiff::civil::DateTime;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;

use crate::bytes::{be16, be32, le16, le32};

const ORIENTATION: u16 = 0x0112;
const EXIF_DIRECTORY: u16 = 0x8769;
const GPS_DIRECTORY: u16 = 0x8825;
const TIME_ORIGINAL: u16 = 0x9003;
const OFFSET_ORIGINAL: u16 = 0x9011;
const LATITUDE_REF: u16 = 1;
const LATITUDE: u16 = 2;
const LONGITUDE_REF: u16 = 3;
const LONGITUDE: u16 = 4;

/// The types of values, and the bytes that one takes.
const ASCII: (u16, usize) = (2, 1);
const SHORT: (u16, usize) = (3, 2);
const LONG: (u16, usize) = (4, 4);
const RATIONAL: (u16, usize) = (5, 8);

/// The EXIF of a photo.
pub(crate) struct Exif<'a> {
    tiff: &'a [u8],
    little: bool,
}

impl<'a> Exif<'a> {
    /// From its bytes, without the `Exif\0\0` that stands before them in a
    /// JPEG.
    pub(crate) fn new(tiff: &'a [u8]) -> Option<Self> {
        let little = match tiff.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        Some(Exif { tiff, little })
    }

    /// When the photo was taken. A time that says of no zone is of `zone`.
    pub(crate) fn taken_at(&self, zone: &TimeZone) -> Option<Moment> {
        let directory = self.directory(EXIF_DIRECTORY)?;
        let time = self.text(directory, TIME_ORIGINAL)?;
        let with_offset = self
            .text(directory, OFFSET_ORIGINAL)
            .and_then(|offset| strtime::parse("%Y:%m:%d %H:%M:%S%:z", format!("{time}{offset}")).ok());
        let at = match with_offset {
            Some(parsed) => parsed.to_timestamp(),
            None => zone.to_timestamp(DateTime::strptime("%Y:%m:%d %H:%M:%S", time).ok()?),
        };
        at.ok().map(Moment::from)
    }

    /// Where the photo was taken, in millionths of a degree. Nothing lies at
    /// 0, 0 but the sea: devices without a fix write it.
    pub(crate) fn position(&self) -> Option<(i32, i32)> {
        let directory = self.directory(GPS_DIRECTORY)?;
        let north =
            self.degrees(directory, LATITUDE, 90.0)? * self.sign(directory, LATITUDE_REF, "N", "S")?;
        let east =
            self.degrees(directory, LONGITUDE, 180.0)? * self.sign(directory, LONGITUDE_REF, "E", "W")?;
        let position = ((north * 1e6).round() as i32, (east * 1e6).round() as i32);
        (position != (0, 0)).then_some(position)
    }

    /// How the photo must be turned to be upright: 2 to 8; none when it is.
    pub(crate) fn orientation(&self) -> Option<u8> {
        let orientation = self.u16(self.at(self.first()?, ORIENTATION, SHORT, 1)?)?;
        u8::try_from(orientation).ok().filter(|orientation| (2..=8).contains(orientation))
    }

    /// Degrees, minutes and seconds as degrees; none beyond `most`.
    fn degrees(&self, directory: usize, tag: u16, most: f64) -> Option<f64> {
        let at = self.at(directory, tag, RATIONAL, 3)?;
        let part = |index: usize, most: f64| {
            let (above, below) = (self.u32(at + index * 8)?, self.u32(at + index * 8 + 4)?);
            let part = f64::from(above) / f64::from(below);
            (0.0..=most).contains(&part).then_some(part)
        };
        let degrees = part(0, most)? + part(1, 60.0)? / 60.0 + part(2, 60.0)? / 3600.0;
        (degrees <= most).then_some(degrees)
    }

    fn sign(&self, directory: usize, tag: u16, plus: &str, minus: &str) -> Option<f64> {
        match self.text(directory, tag)? {
            text if text == plus => Some(1.0),
            text if text == minus => Some(-1.0),
            _ => None,
        }
    }

    fn text(&self, directory: usize, tag: u16) -> Option<&'a str> {
        let entry = self.entry(directory, tag, ASCII)?;
        let count = self.u32(entry + 4)? as usize;
        let at = self.at(directory, tag, ASCII, count)?;
        let text = std::str::from_utf8(self.tiff.get(at..)?.get(..count)?).ok()?;
        Some(text.trim_end_matches('\0').trim())
    }

    fn first(&self) -> Option<usize> {
        self.u32(4).map(|at| at as usize)
    }

    fn directory(&self, tag: u16) -> Option<usize> {
        self.u32(self.at(self.first()?, tag, LONG, 1)?).map(|at| at as usize)
    }

    /// Where so many values of an entry lie: in the entry itself when they
    /// are small enough.
    fn at(&self, directory: usize, tag: u16, kind: (u16, usize), count: usize) -> Option<usize> {
        let entry = self.entry(directory, tag, kind)?;
        let fits = self.u32(entry + 4)? as usize == count;
        let inside = count.checked_mul(kind.1)? <= 4;
        let at = if inside { entry + 8 } else { self.u32(entry + 8)? as usize };
        fits.then_some(at)
    }

    /// The first entry of a directory with a tag and type.
    fn entry(&self, directory: usize, tag: u16, kind: (u16, usize)) -> Option<usize> {
        let entries = usize::from(self.u16(directory)?);
        (0..entries)
            .map(|index| directory + 2 + index * 12)
            .take_while(|&entry| entry < self.tiff.len())
            .find(|&entry| self.u16(entry) == Some(tag) && self.u16(entry + 2) == Some(kind.0))
    }

    fn u16(&self, at: usize) -> Option<u16> {
        if self.little { le16(self.tiff, at) } else { be16(self.tiff, at) }
    }

    fn u32(&self, at: usize) -> Option<u32> {
        if self.little { le32(self.tiff, at) } else { be32(self.tiff, at) }
    }
}

/// An EXIF that says how a photo must be turned, and nothing else.
pub(crate) fn turned(orientation: u8) -> [u8; 26] {
    let mut exif = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    exif[19] = orientation;
    exif
}
