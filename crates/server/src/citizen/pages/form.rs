//! What a page's form says: fields and files.

use std::convert::Infallible;

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use futures_util::stream;
use multer::Multipart;

use crate::call::Call;
use crate::problem::Problem;

/// A form has no more fields and files than this.
const MOST_FIELDS: usize = 100;

/// A form as it was sent.
#[derive(Debug, Default)]
pub(super) struct Form {
    fields: Vec<(String, String)>,
    /// The files that were chosen.
    pub files: Vec<Bytes>,
}

impl Form {
    /// Reads the body of a call.
    ///
    /// # Errors
    /// When it is no form, or a broken one.
    pub fn read(call: &Call) -> Result<Self, Problem> {
        let said = media_type(&call.headers);
        if said.starts_with("application/x-www-form-urlencoded") {
            let fields: Vec<(String, String)> =
                serde_html_form::from_bytes(call.bytes()).map_err(|_| broken())?;
            let fields = fields.into_iter().map(|(name, text)| (name, plain(&text)));
            return Ok(Self { fields: fields.take(MOST_FIELDS).collect(), files: Vec::new() });
        }
        let boundary = multer::parse_boundary(said)
            .map_err(|_| Problem::WrongMediaType { needs: "multipart/form-data".to_owned() })?;
        // The body is here already: nothing is waited for.
        let body = call.body.clone();
        let body = stream::once(async move { Ok::<_, Infallible>(body) });
        tokio::runtime::Handle::current().block_on(Self::parts(Multipart::new(body, boundary)))
    }

    async fn parts(mut body: Multipart<'_>) -> Result<Self, Problem> {
        let mut form = Self::default();
        while let Some(part) = body.next_field().await.map_err(|_| broken())? {
            if form.fields.len() + form.files.len() == MOST_FIELDS {
                return Err(broken());
            }
            let name = part.name().unwrap_or_default().to_owned();
            let is_file = part.file_name().is_some();
            let bytes = part.bytes().await.map_err(|_| broken())?;
            // A field for files in which none was chosen sends an empty one.
            if is_file && !bytes.is_empty() {
                form.files.push(bytes);
            } else if !is_file {
                form.fields.push((name, plain(&String::from_utf8_lossy(&bytes))));
            }
        }
        Ok(form)
    }

    /// What a field says; nothing when it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text.as_str())
    }

    /// All that fields of this name say.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(known, _)| known == name).map(|(_, text)| text.as_str())
    }

    /// The key under which the form is carried out once: drawn when the form
    /// was shown, so that a double click sends it twice.
    pub fn key(&self) -> String {
        let drawn: String = self.get("once").chars().filter(char::is_ascii_alphanumeric).take(40).collect();
        if drawn.is_empty() { new_key() } else { drawn }
    }

    /// What it says, to tell it from another one under the same key.
    pub fn bytes(&self) -> Vec<u8> {
        let said: Vec<_> = self.fields.iter().filter(|(name, _)| name != "once").collect();
        serde_json::to_vec(&said).unwrap_or_default()
    }
}

/// A key for a form that is shown.
pub(super) fn new_key() -> String {
    format!("{:032x}", rand::random::<u128>())
}

/// Lines end as the rest of the platform ends them, and there are no marks
/// that no keyboard types.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect::<String>().trim().to_owned()
}

fn media_type(headers: &HeaderMap) -> &str {
    headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn broken() -> Problem {
    Problem::BadBody { at: ".".to_owned(), why: "it is no form".to_owned() }
}
