//! `minsheng evaluate`: how well texts are understood, measured on rows of
//! one's own. Every figure has an interval in which ninety-five of a hundred
//! repetitions would lie.

mod issue;
mod labelled;
mod reply;
mod rows;
mod table;

use std::process::ExitCode;

use crate::cli::EvaluateCommand;

/// Measures.
pub fn evaluate(what: &EvaluateCommand, json: bool) -> anyhow::Result<ExitCode> {
    let measured = match what {
        EvaluateCommand::Class { rows, label, least } | EvaluateCommand::Unit { rows, label, least } => {
            labelled::measure(&rows.train, &rows.test, label, *least)?
        }
        EvaluateCommand::Issue { data, gold, pairs } => issue::measure(data, gold, pairs)?,
        EvaluateCommand::Reply { data } => reply::measure(data)?,
    };
    measured.print(json);
    Ok(ExitCode::SUCCESS)
}
