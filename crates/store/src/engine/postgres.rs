//! PostgreSQL, and what speaks like it.

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Debug;

use bytes::BytesMut;
use postgres::config::SslMode;
use postgres::error::SqlState;
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, Config, NoTls, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::{Engine, Row, Value};
use crate::error::{Result, StoreError};
use crate::table::{Kind, Table};

/// Rows are sent in pieces of about this size, so that no message nears the
/// server's limit.
const PIECE_ROWS: usize = 10_000;
const PIECE_BYTES: usize = 32 << 20;

/// `sslmode=require` means TLS with a certificate that is checked against the
/// system's, or those that `SSL_CERT_FILE` names; anything else is plain, for
/// a socket or a network that nobody else is on.
fn connect(config: &Config) -> Result<Client> {
    if config.get_ssl_mode() != SslMode::Require {
        return config.connect(NoTls).map_err(engine_error);
    }
    // Of two who install it at once one does.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let (tls, faults) = MakeRustlsConnect::with_native_certs().map_err(|faults| {
        StoreError::Url(format!("no certificate to check the server's with: {faults:?}"))
    })?;
    if let Some(fault) = faults.first() {
        return Err(StoreError::Url(format!("the certificates to check the server's with: {fault}")));
    }
    config.connect(tls).map_err(engine_error)
}

/// A connection, with its prepared statements.
pub(crate) struct Postgres {
    client: Client,
    prepared: HashMap<String, Statement>,
    /// Whether the connection has failed. The client itself notices later.
    lost: bool,
}

impl Postgres {
    pub fn open(config: &Config) -> Result<Self> {
        let mut config = config.clone();
        if config.get_application_name().is_none() {
            config.application_name("minsheng");
        }
        let client = connect(&config)?;
        Ok(Self { client, prepared: HashMap::new(), lost: false })
    }

    pub fn each(
        &mut self,
        sql: &str,
        params: &[Value],
        take: &mut dyn FnMut(Row) -> Result<()>,
    ) -> Result<()> {
        let done = self.prepare(sql).and_then(|statement| {
            let mut rows = self.client.query_raw(&statement, params).map_err(engine_error)?;
            while let Some(row) = rows.next().map_err(engine_error)? {
                let values = (0..row.len()).map(|at| value(&row, at));
                take(Row(values.collect::<Result<_>>()?))?;
            }
            Ok(())
        });
        self.noting(done)
    }

    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        let done = self
            .prepare(sql)
            .and_then(|statement| self.client.execute(&statement, &as_params(params)).map_err(engine_error));
        self.noting(done)
    }

    pub fn script(&mut self, sql: &str) -> Result<()> {
        let done = self.client.batch_execute(sql).map_err(engine_error);
        self.noting(done)
    }

    /// All rows of a piece with one statement: a column is sent as an array.
    pub fn write<R>(&mut self, table: &'static Table, rows: &[R]) -> Result<()>
    where
        R: AsRef<[Value]> + Debug + Sync,
    {
        let done = self.write_pieces(table, rows);
        self.noting(done)
    }

    fn write_pieces<R>(&mut self, table: &'static Table, rows: &[R]) -> Result<()>
    where
        R: AsRef<[Value]> + Debug + Sync,
    {
        let statement = self.prepare(table.write_sql(Engine::Postgres))?;
        let mut rest = rows;
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(piece_length(rest));
            let columns: Vec<Column<'_, R>> = table
                .columns
                .iter()
                .enumerate()
                .map(|(at, column)| Column { rows: piece, at, kind: column.1 })
                .collect();
            self.client.execute(&statement, &as_params(&columns)).map_err(engine_error)?;
            rest = after;
        }
        Ok(())
    }

    pub fn is_lost(&self) -> bool {
        self.lost || self.client.is_closed()
    }

    /// Remembers when what was done shows that the connection is lost.
    fn noting<T>(&mut self, done: Result<T>) -> Result<T> {
        self.lost |= matches!(done, Err(StoreError::Lost(_)));
        done
    }

    fn prepare(&mut self, sql: &str) -> Result<Statement> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql).map_err(engine_error)?;
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

fn as_params<T: ToSql + Sync>(values: &[T]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn piece_length<R: AsRef<[Value]>>(rows: &[R]) -> usize {
    let mut bytes = 0;
    for (at, row) in rows.iter().enumerate().take(PIECE_ROWS) {
        bytes += row
            .as_ref()
            .iter()
            .map(|value| match value {
                Value::Text(text) => text.len(),
                Value::Blob(blob) => blob.len(),
                _ => 8,
            })
            .sum::<usize>();
        if bytes > PIECE_BYTES && at > 0 {
            return at;
        }
    }
    rows.len().min(PIECE_ROWS)
}

type Sent = std::result::Result<IsNull, Box<dyn Error + Sync + Send>>;

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Sent {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(number) if *kind == Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
            Value::Int(number) => number.to_sql(kind, out),
            Value::Text(text) => text.to_sql(kind, out),
            Value::Blob(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// One column of a piece of rows, sent as an array.
#[derive(Debug)]
struct Column<'a, R> {
    rows: &'a [R],
    at: usize,
    kind: Kind,
}

impl<R: AsRef<[Value]> + Debug + Sync> ToSql for Column<'_, R> {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Sent {
        let values = self.rows.iter().map(|row| &row.as_ref()[self.at]);
        match self.kind {
            Kind::Int => {
                let column: Vec<Option<i64>> = values
                    .map(|value| if let Value::Int(number) = value { Some(*number) } else { None })
                    .collect();
                column.to_sql(kind, out)
            }
            Kind::Text | Kind::Words => {
                let column: Vec<Option<&str>> = values
                    .map(|value| if let Value::Text(text) = value { Some(text.as_ref()) } else { None })
                    .collect();
                column.to_sql(kind, out)
            }
            Kind::Blob => {
                let column: Vec<Option<&[u8]>> = values
                    .map(|value| if let Value::Blob(bytes) = value { Some(bytes.as_slice()) } else { None })
                    .collect();
                column.to_sql(kind, out)
            }
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn value(row: &postgres::Row, at: usize) -> Result<Value> {
    let kind = row.columns()[at].type_();
    let value = match *kind {
        Type::INT8 => row.try_get::<_, Option<i64>>(at).map(Value::from),
        Type::INT4 => row.try_get::<_, Option<i32>>(at).map(|number| Value::from(number.map(i64::from))),
        Type::TEXT | Type::VARCHAR | Type::NAME => row.try_get::<_, Option<String>>(at).map(Value::from),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at).map(Value::from),
        _ => return Err(super::misshapen(format_args!("a column of type {kind}"))),
    };
    value.map_err(engine_error)
}

fn engine_error(error: postgres::Error) -> StoreError {
    let Some(server) = error.as_db_error() else {
        return StoreError::Lost(chain(&error));
    };
    let said = match server.detail() {
        Some(detail) => format!("{}: {detail}", server.message()),
        None => server.message().to_owned(),
    };
    match server.code() {
        code if *code == SqlState::UNIQUE_VIOLATION => StoreError::Taken(said),
        code if *code == SqlState::DISK_FULL => StoreError::Full,
        // Class 57 is the operator's intervention: the server goes down.
        code if code.code().starts_with("57P") || code.code().starts_with("08") => StoreError::Lost(said),
        code => StoreError::Engine(format!("{said} ({})", code.code())),
    }
}

/// An error with what caused it: the client's own words are "db error".
fn chain(error: &dyn Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {}", chain(source)),
        None => error.to_string(),
    }
}
