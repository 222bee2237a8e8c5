//! A table as a file that office programs open: CSV or Excel.

use axum::http::header::CONTENT_DISPOSITION;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::problem::Problem;
use crate::route::{Answer, Answers, Reply};

/// A kind of file.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ExportFormat")]
pub(crate) enum FileFormat {
    /// Comma-separated values
    #[default]
    Csv,
    /// Excel
    Xlsx,
}

/// A file of rows.
pub(crate) struct TableFile {
    name: &'static str,
    format: FileFormat,
    bytes: Vec<u8>,
}

impl Answer for TableFile {
    fn answers() -> Answers {
        Answers::File("*/*")
    }

    fn reply(self) -> Result<Reply, Problem> {
        let (media_type, ending) = match self.format {
            FileFormat::Csv => ("text/csv; charset=utf-8", "csv"),
            FileFormat::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        };
        let reply = Reply::Bytes { status: 200, media_type, bytes: self.bytes, headers: Vec::new() };
        let name = format!("attachment; filename=\"{}.{ending}\"", self.name);
        Ok(reply.with(CONTENT_DISPOSITION, &name))
    }
}

impl TableFile {
    /// A file of this name, without ending, with a row for the columns and one
    /// for each of `rows`, whose cells come in the order of the columns.
    pub fn new(
        name: &'static str,
        format: FileFormat,
        columns: &[&str],
        rows: Vec<Vec<String>>,
    ) -> Result<Self, Problem> {
        let bytes = match format {
            FileFormat::Csv => tables::csv(columns, rows),
            FileFormat::Xlsx => tables::xlsx(columns, rows),
        };
        Ok(Self { name, format, bytes: bytes.map_err(unwritten)? })
    }

    /// A workbook that was made elsewhere.
    pub fn workbook(name: &'static str, bytes: Result<Vec<u8>, tables::WriteError>) -> Result<Self, Problem> {
        Ok(Self { name, format: FileFormat::Xlsx, bytes: bytes.map_err(unwritten)? })
    }
}

fn unwritten(error: tables::WriteError) -> Problem {
    tracing::error!(%error, "rows cannot be written into a file");
    Problem::Internal
}
