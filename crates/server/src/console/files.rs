//! How a file of the console is answered.

use std::borrow::Cow;

use axum::http::HeaderName;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, VARY};
use rust_embed::RustEmbed;

use crate::problem::Problem;
use crate::route::Reply;

/// Files by their path.
pub(super) trait Files {
    /// The bytes of a file.
    fn get(&self, path: &str) -> Option<Cow<'static, [u8]>>;
}

/// What the build script laid out: each file, and beside it what it is
/// compressed (`.br`).
#[derive(RustEmbed)]
#[folder = "$OUT_DIR/console"]
struct Built;

/// The files in the program.
pub(super) struct Embedded;

impl Files for Embedded {
    fn get(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        Built::get(path).map(|file| file.data)
    }
}

/// The one page, whose script shows the screen that the address names.
const PAGE: &str = "index.html";

/// Names in this folder hold a hash of what is in them, so they never change.
const HASHED: &str = "assets/";

/// Scripts are the site's own files. Ant Design writes its styles while it
/// runs; pictures are made in the page, or shown from what is typed.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
    manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A photo of the site has its place from the phone.
const PERMISSIONS: &str = "geolocation=(self), microphone=(), camera=()";

/// The file at a path; the page where there is none, so that an address of
/// one of its screens can be opened and shared. A missing asset is missing:
/// it belongs to another build.
pub(super) fn answer(files: &dyn Files, path: &str, accepted: &str) -> Result<Reply, Problem> {
    let name = if path.is_empty() { PAGE } else { path };
    let is_compressed = name.ends_with(".br");
    let found = files.get(name).filter(|_| !is_compressed);
    let missing = || Problem::not_there("file");
    let (name, plain) = match found {
        Some(plain) => (name, plain),
        None if name.starts_with(HASHED) || is_compressed => return Err(missing()),
        None => (PAGE, files.get(PAGE).ok_or_else(missing)?),
    };
    let packed = files.get(&format!("{name}.br"));
    let takes = accepted.split(',').any(takes_brotli);
    let keep = if name.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let reply = |bytes: Cow<'static, [u8]>| Reply::Bytes {
        status: 200,
        media_type: media_type(name),
        bytes: bytes.into_owned(),
        headers: Vec::new(),
    };
    let reply = match packed {
        Some(packed) if takes => reply(packed).with(CONTENT_ENCODING, "br").with(VARY, "accept-encoding"),
        Some(_) => reply(plain).with(VARY, "accept-encoding"),
        None => reply(plain),
    };
    Ok(reply
        .with(CACHE_CONTROL, keep)
        .with(CONTENT_SECURITY_POLICY, POLICY)
        .with(HeaderName::from_static("permissions-policy"), PERMISSIONS))
}

/// Whether a piece of `Accept-Encoding` takes brotli: `br`, `br;q=0.8`.
fn takes_brotli(piece: &str) -> bool {
    let mut words = piece.split(';').map(str::trim);
    let is_brotli = words.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
    let refused =
        |word: &str| word.strip_prefix("q=").is_some_and(|q| q.parse::<f32>().is_ok_and(|q| q <= 0.0));
    is_brotli && !words.any(refused)
}

/// By the ending of the name; what is not known is never run.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Three;

    impl Files for Three {
        fn get(&self, path: &str) -> Option<Cow<'static, [u8]>> {
            let bytes: &[u8] = match path {
                "index.html" => b"page",
                "assets/a.js" => b"script",
                "assets/a.js.br" => b"packed",
                _ => return None,
            };
            Some(bytes.into())
        }
    }

    fn told(path: &str, accepted: &str) -> (String, String, String) {
        let Ok(Reply::Bytes { media_type, bytes, headers, .. }) = answer(&Three, path, accepted) else {
            panic!()
        };
        let header = |name: HeaderName| {
            let found = headers.iter().find(|(known, _)| *known == name);
            found.map_or("", |(_, value)| value.to_str().unwrap()).to_owned()
        };
        assert!(header(CONTENT_SECURITY_POLICY).contains("script-src 'self';"));
        assert!(!media_type.is_empty());
        (String::from_utf8(bytes).unwrap(), header(CACHE_CONTROL), header(CONTENT_ENCODING))
    }

    #[test]
    fn every_screen_has_the_page_which_is_asked_for_anew() {
        for path in ["", "orders/2026", "index.html"] {
            assert_eq!(told(path, "gzip, br"), ("page".into(), "no-cache".into(), String::new()));
        }
    }

    #[test]
    fn an_asset_is_kept_for_ever_and_comes_packed_to_who_takes_it() {
        let keep = "public, max-age=31536000, immutable";
        let plain = ("script".into(), keep.into(), String::new());
        assert_eq!(told("assets/a.js", "gzip, br;q=0.9"), ("packed".into(), keep.into(), "br".into()));
        assert_eq!(told("assets/a.js", "gzip"), plain);
        assert_eq!(told("assets/a.js", "br;q=0"), plain);
    }

    #[test]
    fn a_missing_asset_is_not_the_page() {
        assert!(answer(&Three, "assets/old.js", "").is_err());
        assert!(answer(&Three, "assets/a.js.br", "br").is_err());
    }
}
