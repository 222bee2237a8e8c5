//! 诉求人: somebody who brings an appeal, and asks after it with its number
//! and query code. No log-in: the code is on the receipt.

mod acting;
mod page;
pub(crate) mod pages;
mod registering;
mod showing;

pub(crate) use showing::check_code;

use crate::route::{Route, Who};

/// What the citizen can do with an order, beside adding files and answering
/// the callback: act and noun.
const ACTS: &[(&str, &str, &str)] = &[
    ("supplement", "supplements", "补充 add to it"),
    ("remind", "reminders", "催办 hurry it"),
    ("ask_withdrawal", "withdrawals", "撤回 withdraw it"),
    ("answer_withdrawal", "withdrawal-answers", "撤单确认 say whether it is to be withdrawn"),
    ("ask_review", "reviews", "申请复核 ask for a second look"),
];

/// The routes of the citizen.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::post(
            "citizen_appeal",
            Who::Anybody,
            "/api/citizen/appeals",
            "提交诉求 bring an appeal",
            registering::register,
        )
        .creating(),
        Route::get(
            "citizen_order",
            Who::Citizen,
            "/api/citizen/orders/{number}",
            "查询 where my appeal stands",
            page::get,
        ),
        Route::get(
            "citizen_receipt",
            Who::Citizen,
            "/api/citizen/orders/{number}/receipt",
            "回执 the receipt, with its proof",
            page::receipt,
        ),
        Route::post(
            "citizen_call_back",
            Who::Citizen,
            "/api/citizen/orders/{number}/callbacks",
            "评价 answer the callback",
            acting::answer,
        )
        .creating(),
        Route::upload(
            "citizen_attach",
            Who::Citizen,
            "/api/citizen/orders/{number}/attachments",
            "上传附件 add a photo or another file",
            20 << 20,
            acting::attach,
        )
        .creating(),
    ];
    for (act, noun, summary) in ACTS {
        let path = format!("/api/citizen/orders/{{number}}/{noun}");
        let run = move |call: &crate::call::Call, said: serde_json::Value| acting::act(call, act, said);
        let mut route = Route::post(&format!("citizen_{act}"), Who::Citizen, &path, summary, run).creating();
        route.body = crate::acts::said_with(act);
        routes.push(route);
    }
    routes.extend(pages::routes());
    routes
}
