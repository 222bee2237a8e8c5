//! Compression of answers, for browsers that ask for it.
//!
//! What is compressed tells by its length what is in it, to whoever can put
//! words of their own beside a secret and watch the lengths (BREACH). So
//! nothing is compressed that may hold one: answers to calls that make or
//! change something, among them every token, key, code and telephone number
//! in clear, go out as they are. What is left is what a call reads, and files
//! taken out. Foreign pages cannot even ask for these: the cookie is
//! `SameSite=Strict`.

use axum::http::header::CONTENT_TYPE;
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use axum::response::Response;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, Predicate as _, SizeAbove};

use crate::route::{Answers, Route};

/// Below so many bytes there is nothing to gain.
const WORTH_BYTES: u64 = 1024;

/// Stands with an answer that may be compressed.
#[derive(Clone)]
struct Compressible;

type Judge = fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool;

/// Marks an answer of a route that holds no secret.
pub(super) fn mark(route: &Route, response: &mut Response) {
    if route.method.is_safe() || matches!(route.answer, Answers::File(_)) {
        response.extensions_mut().insert(Compressible);
    }
}

/// The layer that compresses what is marked and is text.
pub(super) fn layer() -> CompressionLayer<And<SizeAbove, Judge>> {
    CompressionLayer::new().compress_when(SizeAbove::new(WORTH_BYTES).and(judge as Judge))
}

fn judge(_: StatusCode, _: Version, headers: &HeaderMap, extensions: &Extensions) -> bool {
    let said = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = said.split(';').next().unwrap_or_default();
    // Photos, sound and workbooks are compressed already; a stream of events
    // is never whole.
    let is_text = matches!(
        media_type,
        "application/json" | "text/csv" | "text/html" | "text/plain" | "text/css" | "text/javascript"
    );
    is_text && extensions.get::<Compressible>().is_some()
}
