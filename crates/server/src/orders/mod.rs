//! Reading orders: lists, search, the page of one, its receipt, its files;
//! calling its citizen; taking orders out.

mod callers;
mod calls;
mod export;
mod files;
mod filter;
mod list;
mod queues;
mod search;

pub(crate) use callers::of_caller;
pub(crate) use calls::check_reason;
pub(crate) use files::{add_file, send_file};
pub(crate) use list::{OrderLine, line};

use axum::http::Method;
use domain::codes::Role::*;

use crate::access;
use crate::acts::segment;
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::{Answers, Route, Who};

/// Everybody who handles orders.
pub(crate) const HANDLING: &[domain::codes::Role] = &[
    Operator,
    ShiftLeader,
    Dispatcher,
    Coordinator,
    Handler,
    ReplyReviewer,
    CallerBack,
    Supervisor,
    Adjudicator,
    Leader,
    Auditor,
];

/// The routes of reading.
pub fn routes() -> Vec<Route> {
    let staff = || Who::staff(HANDLING);
    let mut routes = vec![
        Route::get(
            "list_orders",
            staff(),
            "/api/orders",
            "工单列表 one page of the orders that I may see",
            list::list,
        ),
        Route::get("count_orders", staff(), "/api/orders/count", "how many there are", list::count),
        Route::get(
            "queues",
            staff(),
            "/api/queues",
            "工作队列 the queues of my role, with how many stand in them",
            queues::mine,
        ),
        Route::get(
            "search_orders",
            staff(),
            "/api/orders/search",
            "检索 orders of which one text has all words",
            search::search,
        ),
        Route::get(
            "get_order",
            staff(),
            "/api/orders/{number}",
            "工单详情 an order, its journal, its callers",
            get,
        ),
        Route::raw(
            "get_attachment",
            Method::GET,
            staff(),
            "/api/orders/{number}/attachments/{hash}",
            "附件 a file, without what it says of itself",
            Answers::File("*/*"),
            files::get,
        ),
    ];
    for role in files::ROLES {
        let path = format!("/api/{}/orders/{{number}}/attachments", segment(*role));
        let id = format!("{}_attach", role.code());
        let who = Who::staff(&[*role]);
        let route = Route::upload(&id, who, &path, "上传附件 add a file", files::MOST, files::attach);
        routes.push(route.creating());
    }
    for role in calls::ROLES {
        let path = format!("/api/{}/orders/{{number}}/calls", segment(*role));
        let id = format!("{}_call", role.code());
        let route = Route::post(
            &id,
            Who::staff(&[*role]),
            &path,
            "联系诉求人 call the citizen, with a reason",
            calls::call,
        );
        routes.push(route.creating());
    }
    for role in callers::ROLES {
        let path = format!("/api/{}/caller-lookups", segment(*role));
        let id = format!("{}_look_up_caller", role.code());
        routes.push(Route::post(
            &id,
            Who::staff(&[*role]),
            &path,
            "来电历史 a caller's earlier orders",
            callers::look_up,
        ));
    }
    for role in export::ROLES {
        let path = format!("/api/{}/exports", segment(*role));
        let id = format!("{}_export", role.code());
        let who = Who::own_staff(&[*role]);
        routes.push(Route::post(
            &id,
            who,
            &path,
            "导出 orders as CSV or Excel, marked, with a reason",
            export::export,
        ));
    }
    routes
}

fn get(call: &Call, _: NoQuery) -> Result<access::Masked, Problem> {
    access::to_read(call, call.param("number"))
}
