//! Fresh stores for tests, on both engines.

use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;

use crate::engine::{DatabaseUrl, Engine};
use crate::keys::Keyring;
use crate::store::Store;

/// The environment variable with the URL of a PostgreSQL server on which
/// databases may be created.
pub const POSTGRES: &str = "MINSHENG_TEST_POSTGRES";

/// A database that lasts as long as this value.
pub struct Fresh {
    /// Where it is.
    pub url: DatabaseUrl,
    /// Its keys.
    pub ring: Keyring,
    /// A folder for files that go with it.
    pub folder: TempDir,
    server: Option<(postgres::Config, String)>,
}

impl Fresh {
    /// A database on SQLite.
    pub fn sqlite() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let url = DatabaseUrl::Sqlite(folder.path().join("test.db"));
        Self { url, ring: Keyring::in_memory(), folder, server: None }
    }

    /// A database on the test server; none, with a notice, when there is no
    /// server.
    pub fn postgres() -> Option<Self> {
        let Ok(server) = std::env::var(POSTGRES) else {
            eprintln!("skipped on PostgreSQL: {POSTGRES} is not set (see bin/with-postgres)");
            return None;
        };
        let server: postgres::Config = server.parse().expect("the URL of a PostgreSQL server");
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        execute(&server, &format!("CREATE DATABASE {name}"));
        let mut config = server.clone();
        config.dbname(&name);
        let folder = TempDir::new().expect("a temporary folder");
        let url = DatabaseUrl::Postgres(Box::new(config));
        Some(Self { url, ring: Keyring::in_memory(), folder, server: Some((server, name)) })
    }

    /// Opens it.
    pub fn open(&self) -> Store {
        Store::open(&self.url, self.ring.clone()).expect("a fresh database opens")
    }

    /// Does to the database what no program of ours would, to see whether it
    /// is noticed. One connection, statements divided by semicolons.
    pub fn tamper(&self, sql: &str) {
        let mut conn = crate::engine::Conn::open(&self.url).expect("a connection");
        conn.script(sql).expect("the statements are sound");
    }

    /// Takes everything out of it, so that something else can be restored
    /// into it. Nobody may have it open.
    pub fn empty(&self) {
        match &self.url {
            DatabaseUrl::Sqlite(path) => {
                for end in ["", "-wal", "-shm"] {
                    let mut file = path.as_os_str().to_owned();
                    file.push(end);
                    // Of the three only the first need be there.
                    let _ = std::fs::remove_file(file);
                }
            }
            DatabaseUrl::Postgres(_) => self.tamper("DROP SCHEMA public CASCADE; CREATE SCHEMA public"),
        }
    }

    /// Makes it what a program of the first schema would have left.
    pub fn make_first_schema(&self) {
        for step in crate::engine::later_steps().rev() {
            for what in ["INDEX", "TABLE"] {
                let begin = format!("CREATE {what} ");
                let names = step.lines().filter_map(|line| line.strip_prefix(&begin)?.split(' ').next());
                // A later step may have put another in its place, which goes with the table.
                names.for_each(|name| self.tamper(&format!("DROP {what} IF EXISTS {name}")));
            }
            for added in step.lines().filter_map(|line| line.strip_prefix("ALTER TABLE ")) {
                let Some((table, column)) = added.split_once(" ADD COLUMN ") else { continue };
                let column = column.split(' ').next().unwrap_or_default();
                self.tamper(&format!("ALTER TABLE {table} DROP COLUMN {column}"));
            }
        }
        self.tamper("DELETE FROM meta WHERE name NOT LIKE 'key:%'");
        self.tamper("INSERT INTO meta (name, value) VALUES ('schema', '1')");
    }

    /// How much in it is sealed with another key than this.
    pub fn sealed_but_with(&self, key_id: &str) -> u64 {
        let mut conn = crate::engine::Conn::open(&self.url).expect("a connection");
        let count = |sealed: &crate::keys::Sealed| {
            let crate::keys::Sealed { table, column, key_column, .. } = sealed;
            let sql =
                format!("SELECT COUNT(*) FROM {table} WHERE {column} IS NOT NULL AND {key_column} <> $1");
            let row = conn.first(&sql, &[key_id.into()]).expect("the tables are there");
            row.and_then(|row| row.int(0).ok()).expect("a number").unsigned_abs()
        };
        crate::keys::SEALED.into_iter().map(count).sum()
    }

    /// Every computed row, full text included where the engine shows it.
    pub fn rows(&self) -> Vec<String> {
        let mut conn = crate::engine::Conn::open(&self.url).expect("a connection");
        let mut all = Vec::new();
        let search = match conn.engine() {
            Engine::Sqlite => "SELECT rowid FROM search",
            Engine::Postgres => "SELECT doc_id, words::text FROM search",
        };
        let computed = crate::blocks::COMPUTED.map(|table| format!("SELECT * FROM {}", table.name));
        for sql in computed.iter().map(String::as_str).chain([search]) {
            let rows = conn.query(sql, &[]).expect("the tables are there");
            all.extend(rows.iter().map(|row| format!("{sql}: {row:?}")));
        }
        all.sort();
        all
    }
}

impl Store {
    /// How many pages an SQLite file may have from now on: a full disk, made.
    #[doc(hidden)]
    pub fn limit_pages(&self, most: u32) -> crate::Result<()> {
        self.between(move |conn| conn.query(&format!("PRAGMA max_page_count = {most}"), &[]).map(|_| ()))
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.server {
            execute(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

fn execute(server: &postgres::Config, sql: &str) {
    let mut client = server.connect(postgres::NoTls).expect("the test server answers");
    client.batch_execute(sql).expect("the test server lets databases be created");
}

/// Runs a test on each engine that there is.
pub fn on_both(test: impl Fn(&Fresh)) {
    test(&Fresh::sqlite());
    if let Some(fresh) = Fresh::postgres() {
        test(&fresh);
    }
}
