//! What a photo says of its time and place.

use attachments::{Inspected, inspect};
use domain::time::Moment;
use exif::{Field, Tag, Value};
use jiff::tz::{TimeZone, offset};

use crate::samples::photos::{ascii, exif_of, field, fields, jpeg, png, rationals, webp};

fn at(text: &str) -> Option<Moment> {
    Some(Moment::from(text.parse::<jiff::Timestamp>().unwrap()))
}

fn of(fields: &[Field]) -> Inspected {
    inspect(&jpeg(&exif_of(fields, true)), &TimeZone::fixed(offset(9))).unwrap()
}

/// All that a photo says, but with another value for one tag, or none.
fn with(tag: Tag, value: Option<Value>) -> Inspected {
    let mut fields: Vec<Field> = fields(1).into_iter().filter(|field| field.tag != tag).collect();
    fields.extend(value.map(|value| field(tag, value)));
    of(&fields)
}

#[test]
fn time_and_place_in_every_format_and_byte_order() {
    for little in [true, false] {
        let exif = exif_of(&fields(1), little);
        let prefixed = [b"Exif\0\0".as_slice(), &exif].concat();
        for photo in [jpeg(&exif), png(&exif), webp(&exif), webp(&prefixed)] {
            let inspected = inspect(&photo, &TimeZone::UTC).unwrap();
            assert_eq!(inspected.taken_at, at("2026-03-01T00:30:00Z"));
            assert_eq!(inspected.position, Some((30_258_333, 120_150_100)));
        }
    }
}

#[test]
fn a_time_without_zone_is_of_the_city() {
    assert_eq!(with(Tag::OffsetTimeOriginal, None).taken_at, at("2026-02-28T23:30:00Z"));
    assert_eq!(with(Tag::OffsetTimeOriginal, Some(ascii("   :  "))).taken_at, at("2026-02-28T23:30:00Z"));
}

#[test]
fn south_and_west() {
    let mut fields = fields(1);
    fields[4].value = ascii("S");
    fields[6].value = ascii("W");
    assert_eq!(of(&fields).position, Some((-30_258_333, -120_150_100)));
}

#[test]
fn no_time_that_is_none() {
    for text in
        ["", "0000:00:00 00:00:00", "    :  :     :  :  ", "2026:13:01 08:30:00", "2026:02:30 08:30:00", "x"]
    {
        assert_eq!(with(Tag::DateTimeOriginal, Some(ascii(text))).taken_at, None, "{text}");
    }
    assert_eq!(with(Tag::DateTimeOriginal, None).taken_at, None);
    assert_eq!(with(Tag::DateTimeOriginal, Some(Value::Short(vec![1]))).taken_at, None);
}

#[test]
fn no_place_that_is_none() {
    for (tag, value) in [
        (Tag::GPSLatitude, rationals([(91, 1), (0, 1), (0, 1)])),
        (Tag::GPSLatitude, rationals([(90, 1), (0, 1), (1, 1)])),
        (Tag::GPSLatitude, rationals([(30, 1), (61, 1), (0, 1)])),
        (Tag::GPSLatitude, rationals([(30, 0), (0, 1), (0, 1)])),
        (Tag::GPSLongitude, rationals([(120, 1), (0, 0), (0, 1)])),
        (Tag::GPSLongitude, rationals([(181, 1), (0, 1), (0, 1)])),
        (Tag::GPSLongitude, Value::Short(vec![120])),
        (Tag::GPSLatitudeRef, ascii("E")),
        (Tag::GPSLongitudeRef, ascii("")),
    ] {
        assert_eq!(with(tag, Some(value.clone())).position, None, "{tag} {value:?}");
    }
    assert_eq!(with(Tag::GPSLatitudeRef, None).position, None);
    assert_eq!(with(Tag::GPSLongitude, None).position, None);
}

#[test]
fn a_device_without_a_fix_is_nowhere() {
    let mut fields = fields(1);
    fields[5].value = rationals([(0, 1), (0, 1), (0, 1)]);
    fields[7].value = rationals([(0, 1), (0, 1), (0, 1)]);
    assert_eq!(of(&fields).position, None);
}
