//! What notices say: templates as data, one file for each language.

use std::collections::BTreeMap;

use domain::Moment;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// What the files in a city's `messages` folder say, by language.
#[derive(Debug, Clone)]
pub struct Templates {
    languages: BTreeMap<String, Language>,
    usual: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Language {
    due_format: String,
    undated: String,
    #[serde(flatten)]
    templates: BTreeMap<String, Template>,
}

/// What one notice says in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The subject of a mail.
    pub subject: String,
    /// The text; `{number}`, `{code}`, `{unit}` and `{due}` are put in.
    pub text: String,
}

/// Why templates cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("messages, {language}: {what}")]
pub struct TemplateError {
    /// The file.
    pub language: String,
    /// What is wrong with it.
    pub what: String,
}

/// What a template may speak of.
#[derive(Debug, Clone, Default)]
pub struct Filling {
    /// The order's number.
    pub number: String,
    /// The code with which the citizen asks after it.
    pub code: String,
    /// The name of the unit that is told.
    pub unit: String,
    /// The date that the notice is about; none where no date is set.
    pub due: Option<Moment>,
}

impl Templates {
    /// Reads the files, given as (language, text). `usual` is the language
    /// of whoever has chosen none.
    ///
    /// # Errors
    /// Names the file that cannot be read, the first code that one file has
    /// and another lacks, or the field that no template can have.
    pub fn parse(files: &[(String, String)], usual: &str) -> Result<Self, TemplateError> {
        let mut languages = BTreeMap::new();
        for (name, text) in files {
            let wrong = |what: String| TemplateError { language: name.clone(), what };
            let language: Language = toml::from_str(text).map_err(|error| wrong(error.to_string()))?;
            language.check().map_err(wrong)?;
            languages.insert(name.clone(), language);
        }
        let missing = |language: &str, what: String| TemplateError { language: language.to_owned(), what };
        let codes = languages.values().flat_map(|language| language.templates.keys());
        for code in codes {
            if let Some((name, _)) = languages.iter().find(|(_, other)| !other.templates.contains_key(code)) {
                return Err(missing(name, format!("there is no `{code}`, which another language has")));
            }
        }
        if !languages.contains_key(usual) {
            let known: Vec<&str> = languages.keys().map(String::as_str).collect();
            let what = format!("there is no such language; there are: {}", known.join(", "));
            return Err(missing(usual, what));
        }
        Ok(Self { languages, usual: usual.to_owned() })
    }

    /// Subject and text of a notice in a language, or in the usual one where
    /// there is no such language; none when nothing has this code.
    pub fn fill(
        &self,
        code: &str,
        language: Option<&str>,
        filling: &Filling,
        zone: &TimeZone,
    ) -> Option<(String, String)> {
        let chosen = language.and_then(|language| self.languages.get(language));
        let language = chosen.unwrap_or(&self.languages[&self.usual]);
        let template = language.templates.get(code)?;
        let due = filling.due.map_or_else(|| language.undated.clone(), |due| language.date(due, zone));
        let values = [
            ("{number}", filling.number.as_str()),
            ("{code}", &filling.code),
            ("{unit}", &filling.unit),
            ("{due}", &due),
        ];
        let put = |text: &str| {
            values.iter().fold(text.to_owned(), |text, (field, value)| text.replace(field, value))
        };
        Some((put(&template.subject), put(&template.text)))
    }

    /// The kind of the documents that hold what administrators have changed:
    /// one for each language, a JSON object of templates by code.
    pub const DOCUMENT: &'static str = "messages";

    /// Every template: language, code and what it says.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str, &Template)> {
        self.languages.iter().flat_map(|(name, language)| {
            language.templates.iter().map(move |(code, template)| (name.as_str(), code.as_str(), template))
        })
    }

    /// What a template says.
    pub fn get(&self, language: &str, code: &str) -> Option<&Template> {
        self.languages.get(language)?.templates.get(code)
    }

    /// The same templates with the changes of documents ([`Self::DOCUMENT`]),
    /// given as (language, body). What this program does not know, or cannot
    /// use, is left out: a notice in the usual words is better than none.
    pub fn with_changes(&self, documents: &[(String, String)]) -> Self {
        let mut changed = self.clone();
        for (name, body) in documents {
            let templates: BTreeMap<String, Template> = serde_json::from_str(body).unwrap_or_default();
            let Some(language) = changed.languages.get_mut(name) else { continue };
            for (code, template) in templates {
                if language.templates.contains_key(&code) && template.check().is_ok() {
                    language.templates.insert(code, template);
                }
            }
        }
        changed
    }

    /// Whether there is a template of this code.
    pub fn has(&self, code: &str) -> bool {
        self.languages[&self.usual].templates.contains_key(code)
    }
}

impl Template {
    /// Refuses a field that no notice has.
    ///
    /// # Errors
    /// Says what is left where the fields that there are have been filled.
    pub fn check(&self) -> Result<(), String> {
        let filled = [&self.subject, &self.text].map(|text| {
            ["{number}", "{code}", "{unit}", "{due}"]
                .iter()
                .fold(text.clone(), |text, field| text.replace(field, ""))
        });
        match filled.iter().find(|text| text.contains(['{', '}'])) {
            Some(left) => Err(format!("there is no such field: {left}")),
            None => Ok(()),
        }
    }
}

impl Language {
    fn check(&self) -> Result<(), String> {
        let epoch = Moment(0).timestamp().to_zoned(TimeZone::UTC);
        strtime::format(&self.due_format, &epoch).map_err(|error| format!("due_format: {error}"))?;
        for (code, template) in &self.templates {
            template.check().map_err(|what| format!("{code}: {what}"))?;
        }
        Ok(())
    }

    fn date(&self, at: Moment, zone: &TimeZone) -> String {
        let at = at.timestamp().to_zoned(zone.clone());
        strtime::format(&self.due_format, &at).unwrap_or_else(|_| at.to_string())
    }
}
