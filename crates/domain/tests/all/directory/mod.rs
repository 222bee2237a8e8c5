//! The directory: looked up, checked, drafted, replayed; and what it keeps from
//! towns.

mod checked;
mod drafted;
mod looked_up;
mod replayed;
mod towns;

use domain::directory::{Directory, DirectoryEntry, Facts, Question};
use domain::ids::{MatterCode, PlaceCode};
use jiff::civil::Date;

/// The day on which the tests ask.
const TODAY: Date = jiff::civil::date(2024, 3, 4);

/// The winner of a look-up at a place, when the appeal came in at a time, with
/// what would have to be known for others to win.
fn asks(
    directory: &Directory,
    matter: &str,
    place: &str,
    time: Option<&str>,
    facts: Facts,
) -> (Option<String>, Vec<String>) {
    let (matter, place) = (MatterCode::from(matter), PlaceCode::from(place));
    let time = time.map(|time| time.replace(' ', "T").parse().expect("a date and a time"));
    let found = directory.look_up(&Question { matter: &matter, place: &place, on: TODAY, time, facts });
    let code = |entry: &DirectoryEntry| entry.code.clone();
    (found.winner.map(code), found.ifs.iter().map(|offered| code(offered.entry)).collect())
}
