//! The record of looks as a file: what an inspection takes along. It names no
//! citizen; that it was taken is on record itself.

use axum::http::header::CONTENT_DISPOSITION;
use schemars::JsonSchema;
use serde::Deserialize;

use super::looks::{OneLook, WhichLooks, all};
use crate::access::Purpose;
use crate::call::Call;
use crate::log_in::watermark;
use crate::orders::{cell, check_reason};
use crate::problem::Problem;
use crate::route::{Answer, Answers, Reply};

/// So many looks at most in one file; more are asked for by dates.
const MOST: usize = 50_000;

/// What is taken out, and why.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "TakingLooks")]
pub(super) struct Taking {
    /// Why.
    reason: String,
    /// Which looks.
    #[serde(default)]
    which: WhichLooks,
}

/// A file of comma-separated values.
pub(super) struct LooksFile(String);

impl Answer for LooksFile {
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
        Ok(reply.with(CONTENT_DISPOSITION, "attachment; filename=\"looks.csv\""))
    }
}

const HEADER: &str = "id,at,login,role,unit,session,what,purpose,detail,number,orders,mark\n";

pub(super) fn export(call: &Call, said: Taking) -> Result<LooksFile, Problem> {
    let reason = check_reason(&said.reason)?;
    let store = call.app.store();
    let page = store.looks(&said.which.filter(call)?, None, MOST)?;
    if page.next.is_some() {
        let why = format!("more than {MOST} looks: take them out in stretches of time");
        return Err(Problem::bad_value("which", why));
    }
    call.app.looks().clear(call, None, Vec::new(), Purpose::Export, reason)?;
    let mark = watermark(call)?.mark;
    // Excel takes a file for UTF-8 when it begins with the mark of it.
    let mut csv = format!("\u{feff}{HEADER}");
    all(&store, page.looks)?.iter().for_each(|look| csv.push_str(&row(look, &mark)));
    Ok(LooksFile(csv))
}

fn row(look: &OneLook, mark: &str) -> String {
    let fields = [
        look.id.to_string(),
        look.at.0.to_string(),
        look.login.clone(),
        look.role.clone(),
        look.unit.clone(),
        look.session.to_string(),
        look.what.clone(),
        look.purpose.clone(),
        look.detail.clone(),
        look.number.clone().unwrap_or_default(),
        look.orders.to_string(),
        mark.to_owned(),
    ];
    let fields: Vec<String> = fields.iter().map(|field| cell(field)).collect();
    format!("{}\n", fields.join(","))
}
