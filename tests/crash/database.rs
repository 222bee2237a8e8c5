//! Databases that another process can open, too.

use std::path::{Path, PathBuf};

use store::{Keyring, Store};
use tempfile::TempDir;
use tests::{city, load};

use store::testing::POSTGRES;

/// A database with the city in it, that lasts as long as this value.
pub struct Database {
    /// Where it is, as a command line says it.
    pub url: String,
    /// Where its keys are.
    pub keys: PathBuf,
    folder: TempDir,
    /// The server, and the name to be dropped there.
    made: Option<(String, String)>,
}

impl Database {
    /// On SQLite, in a temporary folder.
    pub fn sqlite() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let path = folder.path().join("crash.db");
        Self::seeded(format!("sqlite:{}", path.display()), folder, None)
    }

    /// On the test server; none, with a notice, when there is none.
    pub fn postgres(name: &str) -> Option<Self> {
        let server = server()?;
        let name = format!("crash_{name}_{}", std::process::id());
        execute(&server, &format!("CREATE DATABASE {name}"));
        Some(Self::seeded(
            named(&server, &name),
            TempDir::new().expect("a temporary folder"),
            Some((server, name)),
        ))
    }

    fn seeded(url: String, folder: TempDir, made: Option<(String, String)>) -> Self {
        let keys = folder.path().join("keys.toml");
        let database = Self { url, keys, folder, made };
        city::seed(&database.open(), load::UNITS).expect("the city goes in");
        database
    }

    /// A folder for whatever else belongs to it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Opens it.
    pub fn open(&self) -> Store {
        let ring = Keyring::open(&self.keys).expect("a key file");
        Store::open(&self.url.parse().expect("a sound URL"), ring).expect("the store opens")
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.made {
            execute(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

/// The URL of the test server; none, with a notice, when there is none.
pub fn server() -> Option<String> {
    let server = std::env::var(POSTGRES).ok();
    if server.is_none() {
        eprintln!("skipped on PostgreSQL: {POSTGRES} is not set (see bin/with-postgres)");
    }
    server
}

/// A server's URL with another database's name.
fn named(server: &str, name: &str) -> String {
    let (address, options) = server.split_once('?').unwrap_or((server, ""));
    let (host, _) = address.rsplit_once('/').expect("a URL with a database");
    if options.is_empty() { format!("{host}/{name}") } else { format!("{host}/{name}?{options}") }
}

fn execute(server: &str, sql: &str) {
    let mut client = postgres::Client::connect(server, postgres::NoTls).expect("the test server answers");
    client.batch_execute(sql).expect("the test server lets databases be created");
}
