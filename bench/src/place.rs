//! Where a bench takes place: a database of either engine that goes when the
//! bench ends.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use postgres::{Client, NoTls};
use store::{DatabaseUrl, Engine, Keyring, Store};
use tempfile::TempDir;

use crate::bare::{self, Bare};

/// A database.
pub struct Place {
    /// Which engine.
    pub engine: Engine,
    /// The SQLite file lies here.
    folder: TempDir,
    /// The server's URL and this database's name on it.
    server: Option<(String, String)>,
    ring: Keyring,
}

impl Place {
    /// A fresh database; none when its engine is not at hand.
    pub fn fresh(engine: Engine, name: &str) -> Result<Option<Self>> {
        let server = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => match std::env::var("MINSHENG_TEST_POSTGRES") {
                Ok(server) => {
                    let name = format!("bench_{name}_{}", std::process::id());
                    Client::connect(&server, NoTls)?.batch_execute(&format!("CREATE DATABASE {name}"))?;
                    Some((server, name))
                }
                Err(_) => return Ok(None),
            },
        };
        let folder = TempDir::new()?;
        let ring = Keyring::open(&folder.path().join("keys.toml"))?;
        Ok(Some(Self { engine, folder, server, ring }))
    }

    /// Where `minsheng` finds its data, the keys among them.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database, as `minsheng` is told of it.
    pub fn url(&self) -> Result<String> {
        Ok(match &self.server {
            None => format!("sqlite:{}", self.file().display()),
            Some((server, name)) => {
                let (cluster, _) = server.rsplit_once('/').context("MINSHENG_TEST_POSTGRES")?;
                format!("{cluster}/{name}")
            }
        })
    }

    /// Opens the store.
    pub fn store(&self) -> Result<Store> {
        let url = match self.config()? {
            None => DatabaseUrl::Sqlite(self.file()),
            Some(config) => DatabaseUrl::Postgres(Box::new(config)),
        };
        Ok(Store::open(&url, self.ring.clone())?)
    }

    /// Opens a plain connection of the engine itself.
    pub fn bare(&self) -> Result<Box<dyn Bare>> {
        Ok(match self.config()? {
            None => Box::new(bare::sqlite(&self.file())?),
            Some(config) => Box::new(bare::postgres(&config)?),
        })
    }

    /// How many bytes the database has on the disk.
    pub fn bytes(&self) -> Result<u64> {
        match self.config()? {
            None => {
                // What is still in the log is folded into the file first.
                let connection = rusqlite::Connection::open(self.file())?;
                connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
                Ok(std::fs::metadata(self.file())?.len())
            }
            Some(config) => {
                let row =
                    config.connect(NoTls)?.query_one("SELECT pg_database_size(current_database())", &[])?;
                Ok(row.get::<_, i64>(0).unsigned_abs())
            }
        }
    }

    /// The server's process above all others, when it runs on this machine.
    pub fn server_process(&self) -> Option<u32> {
        let mut client = self.config().ok()??.connect(NoTls).ok()?;
        let session: i32 = client.query_one("SELECT pg_backend_pid()", &[]).ok()?.get(0);
        crate::cpu::parent(session.unsigned_abs())
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("bench.db")
    }

    fn config(&self) -> Result<Option<postgres::Config>> {
        let Some((server, name)) = &self.server else { return Ok(None) };
        let mut config: postgres::Config = server.parse().context("MINSHENG_TEST_POSTGRES")?;
        config.dbname(name);
        Ok(Some(config))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.server {
            let dropped = Client::connect(server, NoTls)
                .and_then(|mut client| client.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)")));
            if let Err(error) = dropped {
                eprintln!("the database {name} is left behind: {error}");
            }
        }
    }
}
