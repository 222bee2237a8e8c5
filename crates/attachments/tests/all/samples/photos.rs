//! Photos.

use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use img_parts::png::PngChunk;

use super::{KEPT, SECRET};

/// How a thing is said in EXIF.
pub fn field(tag: Tag, value: Value) -> Field {
    Field { tag, ifd_num: In::PRIMARY, value }
}

pub fn ascii(text: &str) -> Value {
    Value::Ascii(vec![text.into()])
}

pub fn rationals(parts: [(u32, u32); 3]) -> Value {
    Value::Rational(parts.map(|(num, denom)| Rational { num, denom }).to_vec())
}

/// EXIF, as a library writes it.
pub fn exif_of(fields: &[Field], little: bool) -> Vec<u8> {
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut out = std::io::Cursor::new(Vec::new());
    writer.write(&mut out, little).unwrap();
    out.into_inner()
}

/// 2026-03-01 08:30:00 at +08:00, 30°15'30" north, 120°9'0.36" east.
pub fn fields(orientation: u16) -> Vec<Field> {
    vec![
        field(Tag::Orientation, Value::Short(vec![orientation])),
        field(Tag::Model, ascii("SECRET phone")),
        field(Tag::DateTimeOriginal, ascii("2026:03:01 08:30:00")),
        field(Tag::OffsetTimeOriginal, ascii("+08:00")),
        field(Tag::GPSLatitudeRef, ascii("N")),
        field(Tag::GPSLatitude, rationals([(30, 1), (15, 1), (30, 1)])),
        field(Tag::GPSLongitudeRef, ascii("E")),
        field(Tag::GPSLongitude, rationals([(120, 1), (9, 1), (36, 100)])),
    ]
}

pub fn exif(orientation: u16) -> Vec<u8> {
    exif_of(&fields(orientation), true)
}

fn segment(marker: u8, body: &[&[u8]]) -> Vec<u8> {
    let body = body.concat();
    let mut out = vec![0xff, marker];
    out.extend((body.len() as u16 + 2).to_be_bytes());
    out.extend(body);
    out
}

/// A photo with all that phones and programs add, in two scans, and with
/// another photo behind its end.
pub fn jpeg(exif: &[u8]) -> Vec<u8> {
    [
        b"\xff\xd8".to_vec(),
        segment(0xe0, &[b"JFIF\0\x01\x02\0\0\x48\0\x48\0\0"]),
        segment(0xe1, &[b"Exif\0\0", exif]),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET]),
        segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", KEPT]),
        segment(0xe2, &[b"MPF\0", SECRET]),
        segment(0xed, &[b"Photoshop 3.0\0", SECRET]),
        segment(0xfe, &[SECRET]),
        segment(0xdb, &[&[0; 65]]),
        segment(0xc2, &[b"\x08\0\x01\0\x01\x01\x01\x11\0"]),
        segment(0xc4, &[&[0; 17]]),
        segment(0xda, &[b"\x01\x01\0\0\x3f\0"]),
        b"KEPT\xff\x00KEPT\xff\xd0KEPT".to_vec(),
        segment(0xfe, &[SECRET]),
        segment(0xda, &[b"\x01\x01\0\0\x3f\0"]),
        b"KEPT\xff\xff\xd9".to_vec(),
        b"\xff\xd8 SECRET \xff\xd9".to_vec(),
    ]
    .concat()
}

/// One grey point, with texts.
pub fn png(exif: &[u8]) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut push = |kind: &[u8; 4], body: &[u8]| {
        let chunk = PngChunk::new(*kind, body.to_vec().into());
        out.extend(chunk.encoder().bytes());
    };
    push(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0");
    push(b"iCCP", b"KEPT\0\0x");
    push(b"tEXt", b"Author\0SECRET");
    push(b"zTXt", b"Raw profile type exif\0\0SECRET");
    push(b"iTXt", b"XML:com.adobe.xmp\0SECRET");
    push(b"eXIf", exif);
    push(b"tIME", SECRET);
    push(b"IDAT", b"\x78\x9c\x62\x60\x00\x00\x00\x02\x00\x01");
    push(b"IEND", b"");
    out.extend(SECRET);
    out
}

fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut out = name.to_vec();
    out.extend((body.len() as u32).to_le_bytes());
    out.extend(body);
    out.extend(&[0][..body.len() % 2]);
    out
}

/// A moving picture of one frame.
pub fn webp(exif: &[u8]) -> Vec<u8> {
    let frame = [vec![0; 16], chunk(b"VP8L", b"\x2fKEPT"), chunk(b"junk", SECRET)].concat();
    let chunks = [
        chunk(b"VP8X", b"\x2e\0\0\0\0\0\0\0\0\0"),
        chunk(b"ICCP", KEPT),
        chunk(b"ANIM", &[0; 6]),
        chunk(b"ANMF", &frame),
        chunk(b"EXIF", exif),
        chunk(b"XMP ", SECRET),
    ]
    .concat();
    let mut out = b"RIFF".to_vec();
    out.extend((chunks.len() as u32 + 4).to_le_bytes());
    out.extend(b"WEBP");
    out.extend(chunks);
    out
}

/// Two pictures that repeat, with a comment and an application's extension.
pub fn gif() -> Vec<u8> {
    let picture = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x04KEPT\0";
    [
        &b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff"[..],
        b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0",
        b"\x21\xfe\x06SECRET\0",
        b"\x21\xf9\x04\0\x0a\0\0\0",
        picture,
        b"\x21\xff\x0bXMP DataXMP\x06SECRET\0",
        picture,
        b"\x3bSECRET",
    ]
    .concat()
}
