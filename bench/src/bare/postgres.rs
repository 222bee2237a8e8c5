//! PostgreSQL, bare: the rows of a table go in with one statement, each
//! column as an array.

use std::collections::HashMap;

use anyhow::{Result, bail};
use postgres::types::{ToSql, Type};
use postgres::{Client, Config, NoTls, Statement};

use super::{Act, Bare, Row, TABLES, Table, Value};

/// A connection.
pub struct Postgres {
    client: Client,
    prepared: HashMap<String, Statement>,
    /// One statement for each table.
    writes: Vec<Statement>,
}

impl Postgres {
    pub fn open(config: &Config) -> Result<Self> {
        let mut client = config.connect(NoTls)?;
        let writes =
            TABLES.iter().map(|table| client.prepare(&write_sql(table))).collect::<Result<_, _>>()?;
        Ok(Self { client, prepared: HashMap::new(), writes })
    }
}

fn write_sql(table: &Table) -> String {
    let Table { name, columns, kinds, then } = table;
    let array = |(at, kind): (usize, char)| match kind {
        'i' => format!("${}::bigint[]", at + 1),
        'b' => format!("${}::bytea[]", at + 1),
        _ => format!("${}::text[]", at + 1),
    };
    let arrays: Vec<String> = kinds.chars().enumerate().map(array).collect();
    let picked = if *name == "search" { "doc_id, words::tsvector" } else { columns };
    let replace = "ON CONFLICT (doc_id) DO UPDATE SET words = excluded.words";
    let then = if *name == "search" { replace } else { then };
    format!(
        "INSERT INTO {name} ({columns}) SELECT {picked} FROM UNNEST({}) AS r({columns}) {then}",
        arrays.join(", ")
    )
}

impl Bare for Postgres {
    fn write(&mut self, acts: &[&Act]) -> Result<()> {
        let mut transaction = self.client.transaction()?;
        for (place, statement) in self.writes.iter().enumerate() {
            let rows = acts.iter().flat_map(|act| act.iter()).filter(|(table, _)| *table == place);
            let rows: Vec<&Row> = rows.map(|(_, row)| row).collect();
            if rows.is_empty() {
                continue;
            }
            let columns: Vec<Box<dyn ToSql + Sync>> =
                TABLES[place].kinds.chars().enumerate().map(|(at, kind)| column(&rows, at, kind)).collect();
            let columns: Vec<&(dyn ToSql + Sync)> = columns.iter().map(|column| &**column).collect();
            transaction.execute(statement, &columns)?;
        }
        transaction.commit()?;
        Ok(())
    }

    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        if !self.prepared.contains_key(sql) {
            let statement = self.client.prepare(&sql.replace('?', "$"))?;
            self.prepared.insert(sql.to_owned(), statement);
        }
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(param).collect::<Result<_>>()?;
        let rows = self.client.query(&self.prepared[sql], &params)?;
        rows.iter().map(|row| (0..row.len()).map(|at| value(row, at)).collect()).collect()
    }

    fn search_sql(&self) -> &'static str {
        "SELECT doc_id FROM search WHERE words @@ ?1::text::tsquery ORDER BY doc_id DESC LIMIT 28"
    }

    fn two_words(&self, first: &str, second: &str) -> String {
        format!("'{first}' & '{second}'")
    }

    fn words_sql(&self) -> Option<&'static str> {
        Some("SELECT doc_id, words::text FROM search")
    }
}

fn column<'a>(rows: &[&'a Row], at: usize, kind: char) -> Box<dyn ToSql + Sync + 'a> {
    let values = rows.iter().map(|row| &row[at]);
    match kind {
        'i' => Box::new(
            values
                .map(|value| if let Value::Integer(it) = value { Some(*it) } else { None })
                .collect::<Vec<_>>(),
        ),
        'b' => Box::new(
            values
                .map(|value| if let Value::Blob(it) = value { Some(it.as_slice()) } else { None })
                .collect::<Vec<_>>(),
        ),
        _ => Box::new(
            values
                .map(|value| if let Value::Text(it) = value { Some(it.as_str()) } else { None })
                .collect::<Vec<_>>(),
        ),
    }
}

fn param(value: &Value) -> Result<&(dyn ToSql + Sync)> {
    Ok(match value {
        Value::Integer(number) => number,
        Value::Text(text) => text,
        other => bail!("no question asks for {other:?}"),
    })
}

fn value(row: &postgres::Row, at: usize) -> Result<Value> {
    let value = match *row.columns()[at].type_() {
        Type::INT8 => row.try_get::<_, Option<i64>>(at)?.map(Value::Integer),
        Type::TEXT => row.try_get::<_, Option<String>>(at)?.map(Value::Text),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at)?.map(Value::Blob),
        ref other => bail!("a column of type {other}"),
    };
    Ok(value.unwrap_or(Value::Null))
}
