//! The style, the script and the sign of the pages. Their addresses change
//! with what they say, so that a browser may keep them for good.

use std::sync::LazyLock;

use axum::http::header::CACHE_CONTROL;
use sm3::{Digest as _, Sm3};

use crate::route::{Reply, Route, Who};

const STYLE: &str = include_str!("assets/portal.css");
const SCRIPT: &str = include_str!("assets/portal.js");
const SIGN: &str = include_str!("assets/sign.svg");

/// Where the style lies.
pub(super) fn style() -> &'static str {
    static AT: LazyLock<String> = LazyLock::new(|| format!("/portal/style.css?{}", mark(STYLE)));
    &AT
}

/// Where the script lies.
pub(super) fn script() -> &'static str {
    static AT: LazyLock<String> = LazyLock::new(|| format!("/portal/script.js?{}", mark(SCRIPT)));
    &AT
}

fn mark(text: &str) -> String {
    store::hex(&Sm3::digest(text.as_bytes())[..6])
}

/// Routes that come with every page: nobody counts them.
pub(crate) fn is_uncounted(id: &str) -> bool {
    matches!(id, "portal_style" | "portal_script" | "portal_sign")
}

/// The routes of these files.
pub(super) fn routes() -> Vec<Route> {
    let file = |id: &str, path: &str, media_type: &'static str, text: &'static str| {
        Route::page(id, Who::Anybody, path, "what comes with every page", move |_| {
            let reply = Reply::Bytes {
                status: 200,
                media_type,
                bytes: text.as_bytes().to_vec(),
                headers: Vec::new(),
            };
            Ok(reply.with(CACHE_CONTROL, "public, max-age=31536000, immutable"))
        })
    };
    vec![
        file("portal_style", "/portal/style.css", "text/css; charset=utf-8", STYLE),
        file("portal_script", "/portal/script.js", "text/javascript; charset=utf-8", SCRIPT),
        file("portal_sign", "/portal/sign.svg", "image/svg+xml", SIGN),
    ]
}
