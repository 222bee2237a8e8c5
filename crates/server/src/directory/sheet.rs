//! 导入、导出: the directory as an Excel sheet.

use desk::directory::{CityLists, read_sheet, write_sheet};
use domain::directory::Directory;

use super::drafts::{DraftPage, begun};
use super::problem::unfit_sheet;
use super::survey::Which;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Created;
use crate::table_file::TableFile;

pub(super) fn import(call: &Call) -> Result<Created<DraftPage>, Problem> {
    let desk = call.app.desk();
    let lists = CityLists::load(desk.store(), desk.city())?;
    let entries = read_sheet(call.bytes().to_vec(), &lists).map_err(unfit_sheet)?;
    let in_force: &Directory = &desk.city().directory;
    if entries.iter().all(|entry| in_force.entry(&entry.code) == Some(entry)) {
        return Err(Problem::NotDrafted(domain::directory::DraftRefusal::DraftEmpty));
    }
    let title = format!("导入 {} 条", entries.len());
    begun(call, &title, entries).map(Created)
}

pub(super) fn export(call: &Call, which: Which) -> Result<TableFile, Problem> {
    let (directory, _) = which.directory(call)?;
    let desk = call.app.desk();
    let lists = CityLists::load(desk.store(), desk.city())?;
    TableFile::workbook("directory", write_sheet(&directory, desk.city(), &lists))
}
