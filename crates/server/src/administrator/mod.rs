//! 管理员: people, their sessions and one-time codes, other systems, hooks; the
//! city's lists, its calendar and its policy, on the record.
//! An administrator runs the platform and sees no appeal.

mod city;
mod hooks;
mod people;
mod policies;
mod previews;
mod systems;

pub(crate) use city::list_changes as list_city_changes;
pub(crate) use city::{WantedEntry, put_entry};
pub use systems::new_system_key;

use domain::codes::Role;

use crate::route::{Route, Who};

/// The routes of administrators.
pub fn routes() -> Vec<Route> {
    let admin = || Who::own_staff(&[Role::Administrator]);
    let mut routes = vec![
        Route::get(
            "list_people",
            admin(),
            "/api/administrator/people",
            "人员 everybody who works here",
            people::list,
        ),
        Route::put(
            "put_person",
            admin(),
            "/api/administrator/people/{login}",
            "add somebody, or change them",
            people::put,
        ),
        Route::delete(
            "end_sessions",
            admin(),
            "/api/administrator/people/{login}/sessions",
            "end all sessions of a person",
            people::end_sessions,
        ),
        Route::delete(
            "take_second_factor",
            admin(),
            "/api/administrator/people/{login}/second-factor",
            "take a lost one-time code away",
            people::take_second_factor,
        ),
        Route::get(
            "list_sessions",
            admin(),
            "/api/administrator/sessions",
            "会话 every session that lasts",
            people::sessions,
        ),
        Route::get(
            "list_systems",
            admin(),
            "/api/administrator/systems",
            "外部系统 the systems that have a key",
            systems::list,
        ),
        Route::put(
            "put_system",
            admin(),
            "/api/administrator/systems/{name}",
            "give a system a key, in place of the one it had",
            systems::put,
        ),
        Route::delete(
            "end_system",
            admin(),
            "/api/administrator/systems/{name}",
            "take a system's key away",
            systems::end,
        ),
        Route::get(
            "list_hooks",
            admin(),
            "/api/administrator/hooks",
            "推送订阅 who is told of acts",
            hooks::list,
        ),
        Route::put(
            "put_hook",
            admin(),
            "/api/administrator/hooks/{name}",
            "tell somebody of acts from now on",
            hooks::put,
        ),
        Route::delete(
            "remove_hook",
            admin(),
            "/api/administrator/hooks/{name}",
            "tell them no more",
            hooks::remove,
        ),
        Route::get(
            "list_letters",
            admin(),
            "/api/administrator/hooks/{name}/letters",
            "死信 what could not be told",
            hooks::letters,
        ),
        Route::post(
            "redeliver",
            admin(),
            "/api/administrator/hooks/{name}/redeliveries",
            "tell it again",
            hooks::redeliver,
        ),
    ];
    routes.extend(city::routes());
    routes.extend(policies::routes());
    routes
}
