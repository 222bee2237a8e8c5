//! What the doctor finds.

/// How a thing was found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Good,
    /// Wants attention, and breaks nothing yet.
    Note,
    Wrong,
}

/// One thing looked at.
pub(super) struct Finding {
    pub what: &'static str,
    pub state: State,
    /// What was found, and what to do about it.
    pub said: String,
}

pub(super) fn good(what: &'static str, said: impl Into<String>) -> Finding {
    Finding { what, state: State::Good, said: said.into() }
}

pub(super) fn note(what: &'static str, said: impl Into<String>) -> Finding {
    Finding { what, state: State::Note, said: said.into() }
}

pub(super) fn wrong(what: &'static str, said: impl Into<String>) -> Finding {
    Finding { what, state: State::Wrong, said: said.into() }
}

/// What is weak is wrong where others reach the server, and worth a note on
/// one's own machine.
pub(super) fn weak(is_reached: bool, what: &'static str, said: impl Into<String>) -> Finding {
    let state = if is_reached { State::Wrong } else { State::Note };
    Finding { what, state, said: said.into() }
}
