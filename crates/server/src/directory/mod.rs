//! 派单目录工作台: drafts and the way that they go, the versions there were, what
//! is wrong with one, what it would have done with past orders, and the sheet.
//! Whoever drafts is not who reviews, and neither is who approves.

mod drafts;
mod problem;
mod sheet;
mod survey;

pub(crate) use drafts::hand_in;

use desk::directory::Step;
use domain::codes::Role::{self, *};

use crate::route::{Route, Who};

/// Who drafts: the keeper of the directory.
const DRAFTING: &[Role] = &[Administrator];

/// Who reviews a draft.
const REVIEWING: &[Role] = &[Administrator, Supervisor];

/// Who approves one.
const APPROVING: &[Role] = &[Administrator, Leader];

/// Who sees drafts, and what is found out about them.
const SEEING: &[Role] = &[Administrator, Supervisor, Leader];

/// The largest sheet, in bytes.
const MOST_SHEET: usize = 10 << 20;

/// The routes of the directory's workshop.
pub fn routes() -> Vec<Route> {
    let mut routes = drafting();
    routes.extend(looking());
    let versioned = |route: Route| Route { versioned: true, ..route };
    let step = |id: &str, roles: &[Role], path: &str, summary: &str, step: Step| {
        let path = format!("/api/directory/drafts/{{id}}/{path}");
        let run = move |call: &crate::call::Call, said| drafts::take_step(call, said, step);
        versioned(Route::post(id, Who::own_staff(roles), &path, summary, run))
    };
    routes.extend([
        step("submit_draft", DRAFTING, "submissions", "提交审核 hand a draft to be reviewed", Step::Submit),
        step("review_draft", REVIEWING, "reviews", "审核通过 somebody else has reviewed it", Step::Review),
        step("send_back_draft", SEEING, "returns", "退回修改 send it back, or call it back", Step::SendBack),
        step(
            "approve_draft",
            APPROVING,
            "approvals",
            "批准发布 a third person approves: the next version",
            Step::Approve,
        ),
        step("discard_draft", DRAFTING, "discards", "作废 give a draft up", Step::Discard),
    ]);
    routes
}

fn drafting() -> Vec<Route> {
    let drafting = || Who::own_staff(DRAFTING);
    let versioned = |route: Route| Route { versioned: true, ..route };
    vec![
        Route::get(
            "list_drafts",
            Who::own_staff(SEEING),
            "/api/directory/drafts",
            "目录草案 every draft of the directory, newest first",
            drafts::list,
        ),
        Route::post("begin_draft", drafting(), "/api/directory/drafts", "begin a draft", drafts::begin)
            .creating(),
        Route::get(
            "show_draft",
            Who::own_staff(SEEING),
            "/api/directory/drafts/{id}",
            "a draft with what it changes, before and after",
            drafts::show,
        ),
        versioned(Route::put(
            "draft_entry",
            drafting(),
            "/api/directory/drafts/{id}/entries/{code}",
            "draft an entry as it is to be; it ends by `until`",
            drafts::put_entry,
        )),
        versioned(Route::delete(
            "leave_entry",
            drafting(),
            "/api/directory/drafts/{id}/entries/{code}",
            "take an entry out of a draft",
            drafts::take_out,
        )),
        Route::upload(
            "import_directory",
            drafting(),
            "/api/directory/sheets",
            "导入 draft what an Excel sheet changes; nothing of a sheet with a fault is drafted",
            MOST_SHEET,
            sheet::import,
        ),
    ]
}

fn looking() -> Vec<Route> {
    let seeing = || Who::own_staff(SEEING);
    vec![
        Route::get(
            "list_directory_versions",
            seeing(),
            "/api/directory/versions",
            "目录版本 every version of the directory, newest first",
            survey::versions,
        ),
        Route::get(
            "check_directory",
            seeing(),
            "/api/directory/findings",
            "目录体检 contradictions, gaps, dead units, expired entries, cycles",
            survey::check,
        ),
        Route::get(
            "replay_directory",
            seeing(),
            "/api/directory/replays",
            "目录回放 what a version or a draft would have done with past orders",
            survey::replay,
        ),
        Route::get(
            "export_directory",
            seeing(),
            "/api/directory/sheet",
            "导出 a version as an Excel sheet",
            sheet::export,
        ),
    ]
}
