//! The citizen portal: pages made here, that need no script and get better
//! with one. They share the functions behind the interface's routes; there is
//! no second way to an order. docs/decisions/0010 says why it is so.

mod about;
mod acts;
mod appeal;
mod assets;
mod cases;
mod city;
mod files;
mod find;
mod form;
mod frame;
mod home;
mod knowledge;
mod look;
mod map;
mod order;
mod problem;
mod receipt;
mod ticket;
mod times;
mod words;

pub(crate) use assets::is_uncounted;
pub(crate) use look::Look;
pub(crate) use problem::problem;
pub(crate) use ticket::check_ticket;

use crate::route::{Route, Who};

/// The most bytes of a form with files.
const MOST: usize = 24 << 20;

/// The most bytes of a form without.
const MOST_PLAIN: usize = 128 << 10;

/// The pages.
pub(super) fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::page("page_home", Who::Anybody, "/", "首页", home::show),
        Route::page("page_appeal", Who::Anybody, "/appeals/new", "反映问题", appeal::show),
        Route::form("form_appeal", Who::Anybody, "/appeals/new", "提交诉求", MOST, appeal::send),
        Route::form("form_alike", Who::Anybody, "/appeals/alike", "附近类似诉求", MOST_PLAIN, appeal::look),
        Route::page("page_find", Who::Anybody, "/orders", "查进展", find::show),
        Route::form("form_find", Who::Anybody, "/orders", "查询", MOST_PLAIN, find::send),
        Route::page("page_order", Who::Citizen, "/orders/{number}", "我的诉求", order::show),
        Route::page("page_receipt", Who::Citizen, "/orders/{number}/receipt", "回执", receipt::show),
        Route::page("page_proof", Who::Citizen, "/orders/{number}/proof", "存证文件", receipt::proof),
        Route::page("page_file", Who::Citizen, "/orders/{number}/files/{hash}", "照片和文件", files::show),
        Route::form("form_leave", Who::Citizen, "/orders/{number}/leave", "退出", MOST_PLAIN, find::leave),
        Route::page("page_knowledge", Who::Anybody, "/knowledge", "查政策", knowledge::list),
        Route::page("page_article", Who::Anybody, "/knowledge/{code}", "一条知识", knowledge::show),
        Route::form(
            "form_vote",
            Who::Anybody,
            "/knowledge/{code}/votes",
            "有用吗",
            MOST_PLAIN,
            knowledge::vote,
        ),
        Route::form(
            "form_correction",
            Who::Anybody,
            "/knowledge/{code}/corrections",
            "纠错",
            MOST_PLAIN,
            knowledge::correct,
        ),
        Route::page("page_cases", Who::Anybody, "/cases", "办理公开", cases::list),
        Route::page("page_case", Who::Anybody, "/cases/{n}", "公开案例", cases::show),
        Route::page("page_accessibility", Who::Anybody, "/accessibility", "无障碍说明", about::accessibility),
        Route::page("page_privacy", Who::Anybody, "/privacy", "个人信息保护", about::privacy),
    ];
    routes.extend(acts::routes());
    routes.extend(assets::routes());
    routes
}
