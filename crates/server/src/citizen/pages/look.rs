//! How somebody wants to see the pages: in which language, how large. The
//! choice is a link (`?lang=en`, `?print=large`) and is kept in a cookie that
//! says nothing else.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, Uri};

use super::words::{EN, Words, ZH};
use crate::call::Call;
use crate::route::Reply;

/// The cookie that keeps the choice.
const KEPT: &str = "minsheng_look";

/// How long it is kept: a year.
const KEPT_SECONDS: u32 = 365 * 24 * 3600;

/// How somebody wants to see the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Look {
    /// Whether in English; else in Chinese.
    pub english: bool,
    /// Whether in large print.
    pub large: bool,
    /// The path of the page, to come back to in another look.
    pub path: String,
    chosen: bool,
}

impl Look {
    /// What the address chooses, else what was chosen before.
    pub fn of(headers: &HeaderMap, uri: &Uri) -> Self {
        Self::chosen(headers, uri.path(), uri.query().unwrap_or_default())
    }

    /// That of a call.
    pub fn of_call(call: &Call) -> Self {
        Self::chosen(&call.headers, &call.path, &call.query)
    }

    fn chosen(headers: &HeaderMap, path: &str, query: &str) -> Self {
        let kept = kept(headers).unwrap_or_default();
        let (mut english, mut large) = (kept.starts_with("en"), kept.ends_with("large"));
        let mut chosen = false;
        for pair in query.split('&') {
            match pair {
                "lang=en" => english = true,
                "lang=zh" => english = false,
                "print=large" => large = true,
                "print=normal" => large = false,
                _ => continue,
            }
            chosen = true;
        }
        Self { english, large, path: path.to_owned(), chosen }
    }

    /// The words of its language.
    pub fn words(&self) -> &'static Words {
        if self.english { &EN } else { &ZH }
    }

    /// The same text in the chosen language.
    pub fn say<'a>(&self, chinese: &'a str, english: &'a str) -> &'a str {
        if self.english { english } else { chinese }
    }

    /// What stands after a label.
    pub fn colon(&self) -> &'static str {
        self.say("：", ": ")
    }

    /// Something said beside, in brackets.
    pub fn aside(&self, text: &str) -> String {
        if self.english { format!(" ({text})") } else { format!("（{text}）") }
    }

    /// The language, as a browser knows it.
    pub fn lang(&self) -> &'static str {
        if self.english { "en" } else { "zh-CN" }
    }

    /// The same page in the other language.
    pub fn in_other_language(&self) -> String {
        format!("{}?lang={}", self.path, if self.english { "zh" } else { "en" })
    }

    /// The same page in the other size.
    pub fn in_other_size(&self) -> String {
        format!("{}?print={}", self.path, if self.large { "normal" } else { "large" })
    }

    /// Keeps the choice, when the address made one.
    pub fn keep(&self, reply: Reply) -> Reply {
        if !self.chosen {
            return reply;
        }
        let look = format!(
            "{}.{}",
            if self.english { "en" } else { "zh" },
            if self.large { "large" } else { "normal" }
        );
        let cookie = format!("{KEPT}={look}; Path=/; Max-Age={KEPT_SECONDS}; SameSite=Lax; HttpOnly");
        reply.with(SET_COOKIE, &cookie)
    }
}

fn kept(headers: &HeaderMap) -> Option<&str> {
    cookie(headers, KEPT)
}

/// The value of a cookie.
pub(super) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(cookie: &str, uri: &str) -> Look {
        let headers = HeaderMap::from_iter([(COOKIE, cookie.parse().unwrap())]);
        Look::of(&headers, &uri.parse().unwrap())
    }

    #[test]
    fn the_address_chooses_and_the_cookie_remembers() {
        assert!(!look("", "/").english);
        assert!(look("", "/orders?lang=en").english);
        let kept = look("a=b; minsheng_look=en.large", "/orders");
        assert!(kept.english && kept.large);
        let back = look("minsheng_look=en.large", "/orders?print=normal&lang=zh");
        assert!(!back.english && !back.large);
        assert_eq!(kept.in_other_language(), "/orders?lang=zh");
    }
}
