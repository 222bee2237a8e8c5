//! Time as the field counts it: moments, limits in working or natural time,
//! the calendar of days, and the clocks of an order.

mod calendar;
mod clock;
mod count;
mod explain;
mod limit;
mod moment;

pub use calendar::{Calendar, CalendarError, Day, DayRow};
pub use clock::{Clock, ClockChange};
pub use explain::Step;
pub use limit::{Counting, Limit, LimitError};
pub use moment::Moment;
