//! The city's own data, as administrators change it: on the record, against a
//! version, and never so that something that is used falls away.

mod calendar;
mod changes;
mod directory;
mod matters;
mod places;
mod templates;
mod units;
mod writing;

pub(crate) use changes::list as list_changes;
pub(crate) use directory::{Wanted as WantedEntry, put_entry};
pub(super) use writing::{Put, Version, json};

use domain::codes::Role;

use crate::route::{Route, Who};

/// The routes to the city's lists.
pub(super) fn routes() -> Vec<Route> {
    let admin = || Who::own_staff(&[Role::Administrator]);
    let path = |rest: &str| format!("/api/administrator/{rest}");
    let versioned = |mut route: Route| {
        route.versioned = true;
        route
    };
    vec![
        Route::get(
            "list_units",
            admin(),
            &path("units"),
            "单位 every unit, also those that ended",
            units::list,
        ),
        versioned(Route::put(
            "put_unit",
            admin(),
            &path("units/{id}"),
            "add a unit, change it, or revive one that ended",
            units::put,
        )),
        versioned(Route::post(
            "end_unit",
            admin(),
            &path("units/{id}/endings"),
            "撤并 end a unit, with the one that takes its place",
            units::end,
        )),
        Route::get("list_matters", admin(), &path("matters"), "事项 every matter", matters::list),
        versioned(Route::put(
            "put_matter",
            admin(),
            &path("matters/{id}"),
            "add a matter, change it, or revive one that ended",
            matters::put,
        )),
        versioned(Route::post(
            "end_matter",
            admin(),
            &path("matters/{id}/endings"),
            "停用 end a matter",
            matters::end,
        )),
        Route::get("list_places", admin(), &path("places"), "地点 every place", places::list),
        versioned(Route::put(
            "put_place",
            admin(),
            &path("places/{id}"),
            "add a place, change it, or revive one that ended",
            places::put,
        )),
        versioned(Route::post(
            "end_place",
            admin(),
            &path("places/{id}/endings"),
            "停用 end a place",
            places::end,
        )),
        Route::get(
            "list_directory_entries",
            admin(),
            &path("directory-entries"),
            "派单目录 the entries of the directory in force",
            directory::list,
        ),
        versioned(Route::put(
            "put_directory_entry",
            admin(),
            &path("directory-entries/{id}"),
            "add an entry, change it, or end it with `until`",
            directory::put,
        )),
        Route::get(
            "list_templates",
            admin(),
            &path("templates"),
            "通知模板 what notices say",
            templates::list,
        ),
        versioned(Route::put(
            "put_template",
            admin(),
            &path("templates/{id}"),
            "change what a notice says, in one language",
            templates::put,
        )),
        Route::get(
            "list_calendar_days",
            admin(),
            &path("calendar-days"),
            "工作日历 the days of a year",
            calendar::list,
        ),
        versioned(Route::put(
            "put_calendar_days",
            admin(),
            &path("calendar-days"),
            "change days, or add the days of a year to come",
            calendar::put,
        )),
        Route::post(
            "preview_calendar_days",
            admin(),
            &path("calendar-previews"),
            "预演 which open clocks other days would move",
            calendar::preview,
        ),
        Route::get(
            "list_city_changes",
            admin(),
            &path("city-changes"),
            "变更记录 who changed what of the city, when, and why",
            changes::list,
        ),
    ]
}
