//! Settings: from the command line, else from the environment, else from
//! `minsheng.toml`, else a default. One table names them all.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use store::{DatabaseUrl, Keyring, Store};

/// One setting.
pub struct Setting {
    /// Its key in `minsheng.toml`.
    pub key: &'static str,
    /// Its environment variable.
    pub variable: &'static str,
    /// What holds when nothing is said.
    pub default: &'static str,
    /// What it does.
    pub meaning: &'static str,
}

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    Setting {
        key: "data",
        variable: "MINSHENG_DATA",
        default: "$XDG_DATA_HOME/minsheng, else $HOME/.local/share/minsheng",
        meaning: "the data folder: the database file, the keys and the outbox, unless named apart",
    },
    Setting {
        key: "database",
        variable: "MINSHENG_DATABASE",
        default: "sqlite:DATA/minsheng.db",
        meaning: "the database: sqlite:PATH or postgres://user:password@host/name",
    },
    Setting {
        key: "keys",
        variable: "MINSHENG_KEYS",
        default: "DATA/keys.toml",
        meaning: "the key file: made on first use, readable by its owner only; never part of a backup",
    },
    Setting {
        key: "key_program",
        variable: "MINSHENG_KEY_PROGRAM",
        default: "none: the key file",
        meaning: "a program that shows the keys (`PROGRAM show`) and makes a new one (`PROGRAM add`), with a hardware module behind it",
    },
    Setting {
        key: "files",
        variable: "MINSHENG_FILES",
        default: "DATA/files",
        meaning: "the folder of attachments, encrypted; shared by all processes of one database",
    },
    Setting {
        key: "outbox",
        variable: "MINSHENG_OUTBOX",
        default: "DATA/outbox.jsonl",
        meaning: "the file for notices that go no other way, one JSON object a line",
    },
    Setting {
        key: "outbox_in_clear",
        variable: "MINSHENG_OUTBOX_IN_CLEAR",
        default: "false",
        meaning: "whether that file names telephone numbers and addresses, for a program that sends from it",
    },
    Setting {
        key: "smtp",
        variable: "MINSHENG_SMTP",
        default: "none: mail goes to the outbox file",
        meaning: "the mail server: smtps://user:password@host:465, or smtp://…?tls=required",
    },
    Setting {
        key: "mail_from",
        variable: "MINSHENG_MAIL_FROM",
        default: "none",
        meaning: "the address from which mail comes",
    },
    Setting {
        key: "sms_mail",
        variable: "MINSHENG_SMS_MAIL",
        default: "none: short messages go to the outbox file",
        meaning: "the address at which a gateway makes a short message of a mail: {phone}@sms.example",
    },
    Setting {
        key: "message_language",
        variable: "MINSHENG_MESSAGE_LANGUAGE",
        default: "zh",
        meaning: "the language of notices to whoever has chosen none: a file in city/messages",
    },
    Setting {
        key: "hooks_private",
        variable: "MINSHENG_HOOKS_PRIVATE",
        default: "false",
        meaning: "whether hooks may lead to private addresses, and by http: for development and tests",
    },
    Setting {
        key: "listen",
        variable: "MINSHENG_LISTEN",
        default: "127.0.0.1:12345",
        meaning: "the address and port that `serve` listens on",
    },
    Setting {
        key: "tls_certificate",
        variable: "MINSHENG_TLS_CERTIFICATE",
        default: "none: a proxy speaks TLS",
        meaning: "the certificate chain with which `serve` speaks TLS itself, PEM",
    },
    Setting {
        key: "tls_key",
        variable: "MINSHENG_TLS_KEY",
        default: "none",
        meaning: "its private key, PEM",
    },
    Setting {
        key: "proxies",
        variable: "MINSHENG_PROXIES",
        default: "none",
        meaning: "addresses of proxies whose X-Forwarded-For is believed, divided by commas",
    },
    Setting {
        key: "secure_cookie",
        variable: "MINSHENG_SECURE_COOKIE",
        default: "true",
        meaning: "whether the session's cookie is for HTTPS only; false only without TLS, on one's own machine",
    },
    Setting {
        key: "idle_minutes",
        variable: "MINSHENG_IDLE_MINUTES",
        default: "30",
        meaning: "how long a session may lie idle, in minutes",
    },
    Setting {
        key: "session_hours",
        variable: "MINSHENG_SESSION_HOURS",
        default: "12",
        meaning: "how long a session lasts at most, in hours",
    },
    Setting {
        key: "second_factor",
        variable: "MINSHENG_SECOND_FACTOR",
        default: "administrator,auditor",
        meaning: "roles that need a one-time code beside the password, divided by commas; `none` for none",
    },
    Setting {
        key: "calls_a_minute",
        variable: "MINSHENG_CALLS_A_MINUTE",
        default: "1200",
        meaning: "how many calls one member of staff or one system may make a minute",
    },
    Setting {
        key: "strangers_a_minute",
        variable: "MINSHENG_STRANGERS_A_MINUTE",
        default: "120",
        meaning: "how many calls one address may make a minute without log-in",
    },
    Setting {
        key: "drain_seconds",
        variable: "MINSHENG_DRAIN_SECONDS",
        default: "0",
        meaning: "how long `serve` says that it is no longer ready before it stops to listen, in seconds",
    },
    Setting {
        key: "log",
        variable: "MINSHENG_LOG",
        default: "info",
        meaning: "what is logged: error, warn, info, debug, or a filter such as `server=debug,info`",
    },
    Setting {
        key: "log_form",
        variable: "MINSHENG_LOG_FORM",
        default: "text",
        meaning: "the form of the log: text or json",
    },
    Setting {
        key: "tick_seconds",
        variable: "MINSHENG_TICK_SECONDS",
        default: "5",
        meaning: "how often the worker looks for what is due, in seconds",
    },
    Setting {
        key: "seal_hours",
        variable: "MINSHENG_SEAL_HOURS",
        default: "24",
        meaning: "how often the worker seals the journal, in hours",
    },
];

/// The settings in force.
pub struct Settings {
    file: toml::Table,
    database: Option<String>,
}

impl Settings {
    /// Reads `minsheng.toml` (or the file that MINSHENG_CONFIG names), and
    /// takes the database from the command line when it is named there.
    ///
    /// # Errors
    /// When the file cannot be read, or holds a key that is no setting.
    pub fn read(database: Option<String>) -> anyhow::Result<Self> {
        let named = std::env::var_os("MINSHENG_CONFIG").map(PathBuf::from);
        let path = named.clone().unwrap_or_else(|| PathBuf::from("minsheng.toml"));
        let file = match std::fs::read_to_string(&path) {
            Ok(text) => text.parse::<toml::Table>().with_context(|| path.display().to_string())?,
            Err(_) if named.is_none() => toml::Table::new(),
            Err(error) => return Err(error).with_context(|| path.display().to_string()),
        };
        for key in file.keys() {
            if !SETTINGS.iter().any(|setting| setting.key == key) {
                bail!("{}: `{key}` is no setting; `minsheng settings` names them all", path.display());
            }
        }
        Ok(Self { file, database })
    }

    /// The value of a setting and where it comes from; none when nothing but
    /// the default holds.
    pub fn said(&self, key: &str) -> Option<(String, &'static str)> {
        let setting = SETTINGS.iter().find(|setting| setting.key == key)?;
        if key == "database" && self.database.is_some() {
            return self.database.clone().map(|value| (value, "command line"));
        }
        if let Ok(value) = std::env::var(setting.variable) {
            return Some((value, "environment"));
        }
        let value = self.file.get(key)?;
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Some((text, "minsheng.toml"))
    }

    /// The data folder.
    ///
    /// # Errors
    /// When neither a setting nor the environment says where it is.
    pub fn data(&self) -> anyhow::Result<PathBuf> {
        if let Some((path, _)) = self.said("data") {
            return Ok(path.into());
        }
        if let Some(home) = std::env::var_os("XDG_DATA_HOME") {
            return Ok(Path::new(&home).join("minsheng"));
        }
        let home = std::env::var_os("HOME")
            .context("neither MINSHENG_DATA nor HOME says where the data folder is")?;
        Ok(Path::new(&home).join(".local/share/minsheng"))
    }

    /// A path that lies in the data folder unless it is named.
    ///
    /// # Errors
    /// As [`Settings::data`].
    pub fn path(&self, key: &str, name: &str) -> anyhow::Result<PathBuf> {
        match self.said(key) {
            Some((path, _)) => Ok(path.into()),
            None => Ok(self.data()?.join(name)),
        }
    }

    /// A whole number.
    ///
    /// # Errors
    /// When it is none, or zero.
    pub fn number(&self, key: &str, default: u64) -> anyhow::Result<u64> {
        let Some((text, source)) = self.said(key) else { return Ok(default) };
        match text.parse() {
            Ok(number) if number > 0 => Ok(number),
            _ => bail!("{key} ({source}): `{text}` is not a whole number above zero"),
        }
    }

    /// A whole number, which may be zero.
    ///
    /// # Errors
    /// When it is none.
    pub fn count(&self, key: &str, default: u64) -> anyhow::Result<u64> {
        let Some((text, source)) = self.said(key) else { return Ok(default) };
        text.parse().with_context(|| format!("{key} ({source}): `{text}` is not a whole number"))
    }

    /// Yes or no.
    ///
    /// # Errors
    /// When it is neither `true` nor `false`.
    pub fn flag(&self, key: &str, default: bool) -> anyhow::Result<bool> {
        let Some((text, source)) = self.said(key) else { return Ok(default) };
        text.parse().with_context(|| format!("{key} ({source}): `{text}` is neither `true` nor `false`"))
    }

    /// The parts of a list that is divided by commas; `none` is none.
    ///
    /// # Errors
    /// Names the part that is not understood.
    pub fn list<T: std::str::FromStr>(&self, key: &str, default: &str) -> anyhow::Result<Vec<T>>
    where
        T::Err: std::fmt::Display,
    {
        let (text, source) = self.said(key).unwrap_or_else(|| (default.to_owned(), "default"));
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty() && *part != "none");
        parts.map(|part| part.parse().map_err(|error| anyhow!("{key} ({source}): {error}"))).collect()
    }

    /// The database.
    ///
    /// # Errors
    /// When it is not of one of the two forms.
    pub fn database(&self) -> anyhow::Result<DatabaseUrl> {
        let text = match self.said("database") {
            Some((text, _)) => text,
            None => format!("sqlite:{}", self.data()?.join("minsheng.db").display()),
        };
        Ok(text.parse()?)
    }

    /// The keys; made on first use.
    ///
    /// # Errors
    /// When the file cannot be read or made.
    pub fn keys(&self) -> anyhow::Result<Keyring> {
        if let Some((program, _)) = self.said("key_program") {
            return Ok(Keyring::from_command(&program)?);
        }
        let path = self.path("keys", "keys.toml")?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        Ok(Keyring::open(&path)?)
    }

    /// The store, opened.
    ///
    /// # Errors
    /// When it cannot be reached or does not fit the keys.
    pub fn store(&self) -> anyhow::Result<Store> {
        let url = self.database()?;
        if let DatabaseUrl::Sqlite(path) = &url
            && let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty())
        {
            std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        Ok(Store::open(&url, self.keys()?)?)
    }
}
