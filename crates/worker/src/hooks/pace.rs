//! When a message that was not taken is sent again.

/// So often a message is tried before it goes to the dead letters.
pub const ATTEMPTS: u32 = 12;

/// The first failure is tried again after so long, each further one after
/// twice the time.
const FIRST_PAUSE_MILLIS: i64 = 5_000;

/// But never later than this.
const LONGEST_PAUSE_MILLIS: i64 = 3_600_000;

/// How long to wait after so many failed attempts, in milliseconds. The last
/// tenth differs from attempt to attempt and hook to hook, so that hooks that
/// failed together do not come back together.
pub fn pause_millis(hook: &str, attempts: u32) -> i64 {
    let doublings = attempts.saturating_sub(1).min(20);
    let whole = (FIRST_PAUSE_MILLIS << doublings).min(LONGEST_PAUSE_MILLIS);
    let spread = hook.bytes().fold(i64::from(attempts), |sum, byte| (sum * 31 + i64::from(byte)) % 1_000);
    whole - whole * spread / 10_000
}
