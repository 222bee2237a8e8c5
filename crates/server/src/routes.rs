//! Every route, by who uses it: the table of contents.

use crate::route::Route;
use crate::{
    acts, adjudicator, administrator, auditor, care, citizen, city, console, directory, dispatcher,
    knowledge, leader, likeness, live, log_in, operator, orders, outside,
};

/// Every route.
pub fn routes() -> Vec<Route> {
    let tables = [
        // 诉求人, without log-in: number and query code.
        citizen::routes(),
        // Everybody who works here: their session, their account.
        log_in::routes(),
        // The city's lists, and the console's files.
        city::routes(),
        console::routes(),
        // Everybody who handles orders: reading, files, calls, exports.
        orders::routes(),
        live::routes(),
        // 相似、知识: what helps while a story is told.
        likeness::routes(),
        knowledge::routes(),
        // Each role: the acts that it performs.
        acts::routes(),
        // 话务员: the call at hand, their day.
        operator::routes(),
        // 领导: figures.
        leader::routes(),
        // 派单员: proposals, the directory, batches.
        dispatcher::routes(),
        // 派单目录: drafted, reviewed, approved, checked, replayed.
        directory::routes(),
        // 职责认定: precedents, rules, blank areas, measures.
        adjudicator::routes(),
        // 管理员: people, other systems, hooks.
        administrator::routes(),
        // 审计员: who looked at what; whose screen leaked.
        auditor::routes(),
        // Other systems: appeals and call events in.
        outside::routes(),
        // Those who run the platform.
        care::routes(),
    ];
    tables.into_iter().flatten().collect()
}
