//! How often something is done.

use domain::Moment;

/// Something that is done every so often.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Every {
    millis: i64,
    last: Option<Moment>,
}

impl Every {
    /// Every so many milliseconds, and at once.
    pub(crate) fn millis(millis: i64) -> Self {
        Self { millis, last: None }
    }

    /// Whether it is time.
    pub(crate) fn is_due(&self, now: Moment) -> bool {
        self.last.is_none_or(|last| now.millis_since(last) >= self.millis)
    }

    /// It was done then. What failed was not, and is tried again soon.
    pub(crate) fn done(&mut self, at: Moment) {
        self.last = Some(at);
    }
}
