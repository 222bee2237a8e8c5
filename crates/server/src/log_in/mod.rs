//! Logging in: passwords, one-time codes, sessions. (GB/T 22239 level 3: two
//! factors for those with power; OWASP ASVS chapters 6 and 7.)

mod factor;
mod kept;
mod me;
mod password;
mod sessions;

pub(crate) use me::watermark;
pub use password::{Passwords, check_new, hash_password};
pub(crate) use sessions::{NoQuery, NothingSaid, OneSession, shown};

use crate::call::{Asker, BeforeAllElse, Call};
use crate::problem::Problem;
use crate::route::{Route, Who};

/// The routes of logging in, and of one's own account.
pub fn routes() -> Vec<Route> {
    vec![
        Route::post("open_session", Who::Anybody, "/api/sessions", "登录 log in", sessions::open),
        Route::get(
            "list_my_sessions",
            Who::any_staff(),
            "/api/sessions",
            "my sessions that last",
            sessions::mine,
        ),
        Route::delete(
            "end_session",
            Who::any_staff(),
            "/api/sessions/{id}",
            "退出 end a session of mine; `current` is this one",
            sessions::end,
        ),
        Route::get(
            "me",
            Who::any_staff(),
            "/api/me",
            "who I am, and what my screens are marked with",
            me::me,
        ),
        Route::put(
            "change_password",
            Who::any_staff(),
            "/api/me/password",
            "修改口令 change my password; all my other sessions end",
            me::change_password,
        ),
        Route::get(
            "list_views",
            Who::any_staff(),
            "/api/me/views",
            "保存的视图 my views of lists",
            kept::views,
        ),
        Route::put(
            "put_view",
            Who::any_staff(),
            "/api/me/views/{name}",
            "keep a view under a name, in place of the one of that name",
            kept::put_view,
        ),
        Route::delete(
            "remove_view",
            Who::any_staff(),
            "/api/me/views/{name}",
            "forget a view",
            kept::remove_view,
        ),
        Route::get(
            "preferences",
            Who::any_staff(),
            "/api/me/preferences",
            "界面偏好 how I like my screens; null when I never said",
            kept::preferences,
        ),
        Route::put(
            "put_preferences",
            Who::any_staff(),
            "/api/me/preferences",
            "language, theme and density from now on",
            kept::put_preferences,
        ),
        Route::post(
            "begin_second_factor",
            Who::any_staff(),
            "/api/me/second-factor",
            "设置动态口令 get the secret of a one-time code",
            factor::begin,
        ),
        Route::put(
            "confirm_second_factor",
            Who::any_staff(),
            "/api/me/second-factor",
            "confirm it with a code; from then on it is asked for",
            factor::confirm,
        ),
    ]
}

/// What somebody may do who must first do something else.
const BEFORE: &[&str] =
    &["me", "begin_second_factor", "confirm_second_factor", "end_session", "change_password"];

/// Refuses everything but that to whoever still has a password that somebody
/// else gave, or must set up a one-time code.
pub(crate) fn first_things_first(call: &Call, route: &Route) -> Result<(), Problem> {
    let Asker::Staff(staff) = &call.asker else { return Ok(()) };
    match staff.before_all_else {
        Some(_) if BEFORE.contains(&route.id.as_str()) => Ok(()),
        Some(BeforeAllElse::ChangePassword) => Err(Problem::PasswordToBeChanged),
        Some(BeforeAllElse::SetUpSecondFactor) => Err(Problem::SecondFactorNeeded),
        None => Ok(()),
    }
}
