//! A file of the citizen's own, or of an answer to them.

use super::look::Look;
use super::order::own_files;
use super::times::Times;
use crate::call::Call;
use crate::citizen::showing::mine;
use crate::orders::send_file;
use crate::problem::Problem;
use crate::route::Reply;

/// The file.
pub(super) fn show(call: &Call) -> Result<Reply, Problem> {
    let look = Look::of_call(call);
    let (mine, hash) = (mine(call)?, call.param("hash"));
    let files = own_files(call, &mine, &look, &Times::of(call, look.english))?;
    let none = || Problem::not_there("attachment");
    let file = files.iter().find(|file| file.hash == hash).ok_or_else(none)?;
    let attachment = call.app.store().attachment(file.order, hash)?.ok_or_else(none)?;
    send_file(call, file.order, &attachment)
}
