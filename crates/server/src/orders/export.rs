//! 导出: orders as a file. It takes a right, a reason, and leaves a record on
//! the disk before the first line goes out; every line bears the mark of who
//! took it.

use axum::http::header::CONTENT_DISPOSITION;
use domain::Ending;
use domain::codes::Role::{self, *};
use schemars::JsonSchema;
use serde::Deserialize;
use store::{Listed, Sort};

use super::calls::check_reason;
use super::filter::WhichOrders;
use crate::access::Purpose;
use crate::call::Call;
use crate::log_in::watermark;
use crate::problem::Problem;
use crate::route::{Answer, Answers, Reply};

/// Who may take orders out.
pub(super) const ROLES: &[Role] = &[ShiftLeader, Coordinator, Supervisor, Leader, Auditor];

/// So many orders at most in one file; more are asked for by dates.
const MOST: usize = 10_000;

/// What is taken out, and why.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Taking {
    /// Why.
    reason: String,
    /// WhichOrders orders.
    #[serde(default)]
    which: WhichOrders,
}

/// A file of comma-separated values.
pub(super) struct Csv(String);

impl Answer for Csv {
    fn answers() -> Answers {
        Answers::File("text/csv")
    }

    fn reply(self) -> Result<Reply, Problem> {
        let reply = Reply::Bytes {
            status: 200,
            media_type: "text/csv; charset=utf-8",
            bytes: self.0.into_bytes(),
            headers: Vec::new(),
        };
        Ok(reply.with(CONTENT_DISPOSITION, "attachment; filename=\"orders.csv\""))
    }
}

const HEADER: &str = "number,stage,outcome,kind,matter,place,level,unit,channel,registered_at,due_at,closed_at,\
    returns,disputes,late,title,mark\n";

pub(super) fn export(call: &Call, said: Taking) -> Result<Csv, Problem> {
    let reason = check_reason(&said.reason)?;
    let filter = said.which.filter(call)?;
    let page = call.app.store().list(&filter, Sort::Oldest, None, MOST)?;
    if page.next.is_some() {
        let why = format!("more than {MOST} orders: take them out in stretches of time");
        return Err(Problem::bad_value("which", why));
    }
    let orders = page.orders.iter().map(|order| order.id).collect();
    call.app.looks().clear(call, None, orders, Purpose::Export, reason)?;
    let mark = watermark(call)?.mark;
    // Excel takes a file for UTF-8 when it begins with the mark of it.
    let mut csv = format!("\u{feff}{HEADER}");
    page.orders.iter().for_each(|order| csv.push_str(&row(order, &mark)));
    Ok(Csv(csv))
}

fn row(order: &Listed, mark: &str) -> String {
    let moment = |at: Option<domain::Moment>| at.map_or(String::new(), |at| at.0.to_string());
    let title = order.title.as_deref().map(|title| text::mask(title, &[])).unwrap_or_default();
    let fields = [
        order.number.clone(),
        order.stage.code().to_owned(),
        order.outcome.map_or("", Ending::code).to_owned(),
        order.kind.code().to_owned(),
        order.matter.0.clone(),
        order.place.0.clone(),
        order.level.code().to_owned(),
        order.unit.as_ref().map_or(String::new(), |unit| unit.0.clone()),
        order.channel.code().to_owned(),
        moment(Some(order.registered_at)),
        moment(order.due_at),
        moment(order.closed_at),
        order.returns.to_string(),
        order.disputes.to_string(),
        order.late.to_string(),
        title,
        mark.to_owned(),
    ];
    let fields: Vec<String> = fields.iter().map(|field| cell(field)).collect();
    format!("{}\n", fields.join(","))
}

/// What a formula begins with; table calculators made for Chinese take the
/// wide forms, too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that no table calculator takes for a formula (CSV injection).
pub(crate) fn cell(text: &str) -> String {
    let formula = text.starts_with(FORMULA);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    format!("\"{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_is_never_a_formula() {
        assert_eq!(cell("=HYPERLINK(\"http://x\")"), "\"'=HYPERLINK(\"\"http://x\"\")\"");
        assert_eq!(cell("＝1+1"), "\"'＝1+1\"");
        assert_eq!(cell("路灯\n不亮"), "\"路灯\n不亮\"");
    }
}
