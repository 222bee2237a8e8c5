//! What the workshop's faults are as problems.

use desk::directory::{DirectoryError, SheetFault};

use crate::call::Call;
use crate::problem::{CellFault, Problem};

/// A fault of the workshop.
pub(super) fn problem(call: &Call, error: DirectoryError) -> Problem {
    match error {
        DirectoryError::NotThere(what) => Problem::NotThere { what },
        DirectoryError::Refused(refusal) => Problem::NotDrafted(refusal),
        DirectoryError::Unfit { code, fault } => {
            Problem::bad_value(fault.field, format!("entry {code}: {}", fault.why))
        }
        DirectoryError::Changed { version } => {
            let version = u32::try_from(version).unwrap_or(u32::MAX);
            let expected = call.version().ok().flatten().unwrap_or(0);
            Problem::Changed { expected, version, since: Vec::new() }
        }
        DirectoryError::City(error) => {
            tracing::error!(%error, "the directory cannot be read");
            Problem::Internal
        }
        DirectoryError::Store(error) => error.into(),
    }
}

/// What is wrong with a sheet.
pub(super) fn unfit_sheet(faults: Vec<SheetFault>) -> Problem {
    let told = |fault: SheetFault| CellFault { row: fault.row, column: fault.column, why: fault.why };
    Problem::UnfitSheet { faults: faults.into_iter().map(told).collect() }
}
