//! Passwords: argon2id, as slow for a log-in that does not exist as for one
//! that does.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};

use crate::problem::Problem;

/// The shortest password, in characters (OWASP ASVS 6.2.1; GB/T 22239).
const SHORTEST: usize = 10;

/// The longest: hashing more only costs time.
const LONGEST: usize = 128;

/// So many passwords are checked at once: each takes 19 MiB.
const AT_ONCE: usize = 2;

/// Checks passwords.
pub struct Passwords {
    nobody: String,
    gate: Gate,
    checks: AtomicU64,
}

impl Default for Passwords {
    fn default() -> Self {
        let nobody = hash("nobody has this password").unwrap_or_default();
        Self { nobody, gate: Gate::new(AT_ONCE), checks: AtomicU64::default() }
    }
}

impl Passwords {
    /// Whether a password is the one with a hash; without a hash the same
    /// work is done for nothing.
    pub fn check(&self, password: &str, hash: Option<&str>) -> bool {
        let known = hash.filter(|hash| !hash.is_empty());
        let against = known.unwrap_or(&self.nobody);
        let _turn = self.gate.enter();
        self.checks.fetch_add(1, Ordering::Relaxed);
        let right = argon2::PasswordHash::new(against)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        right && known.is_some()
    }

    /// How many were checked, those for nothing among them.
    pub fn checks(&self) -> u64 {
        self.checks.load(Ordering::Relaxed)
    }

    /// The hash of a new password.
    ///
    /// # Errors
    /// When it is too short, too long, or one that everybody tries first.
    pub fn hash_new(&self, password: &str, login: &str) -> Result<String, Problem> {
        check_new(password, login).map_err(|why| Problem::bad_value("password", why))?;
        let _turn = self.gate.enter();
        hash(password).ok_or(Problem::Internal)
    }
}

/// The hash of a new password, outside of the server.
///
/// # Errors
/// Says why it is not taken.
pub fn hash_password(password: &str, login: &str) -> Result<String, String> {
    check_new(password, login)?;
    hash(password).ok_or_else(|| "it cannot be hashed".to_owned())
}

fn hash(password: &str) -> Option<String> {
    Argon2::default().hash_password(password.as_bytes()).ok().map(|hash| hash.to_string())
}

/// Why a new password is not taken, if it is not.
///
/// # Errors
/// Says what is wrong with it.
pub fn check_new(password: &str, login: &str) -> Result<(), String> {
    let chars = password.chars().count();
    if chars < SHORTEST {
        return Err(format!("a password has at least {SHORTEST} characters"));
    }
    if chars > LONGEST {
        return Err(format!("a password has at most {LONGEST} characters"));
    }
    let lower = password.to_lowercase();
    let first: Vec<char> = lower.chars().collect();
    let monotone = first.windows(2).all(|pair| pair[0] == pair[1])
        || first.windows(2).all(|pair| pair[1] as u32 == pair[0] as u32 + 1);
    let guessed = common(&lower);
    if monotone || guessed || (!login.is_empty() && lower.contains(&login.to_lowercase())) {
        return Err("this is a password that is guessed first; take several words".to_owned());
    }
    Ok(())
}

/// What passwords are made of that are tried first, here and elsewhere.
static COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| {
    include_str!("common.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

/// So many letters of its own make a password more than a common one.
const OWN_LETTERS: usize = 6;

/// Whether a password is common ones, as they are or with digits and marks for
/// letters, and hardly anything after them: a year and a mark are guessed, too.
fn common(lower: &str) -> bool {
    let letters: String = lower.chars().map(plain).collect();
    [lower, &letters].into_iter().any(|said| {
        let mut rest = said;
        while let Some(common) = COMMON.iter().find(|common| rest.starts_with(**common)) {
            rest = rest[common.len()..].trim_start_matches(|c: char| !c.is_alphanumeric());
        }
        rest.len() < said.len() && rest.chars().filter(|c| c.is_alphabetic()).count() < OWN_LETTERS
    })
}

/// The letter that a digit or a mark stands for in `p@ssw0rd`.
fn plain(c: char) -> char {
    match c {
        '@' | '4' => 'a',
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Lets so many through at once.
struct Gate {
    free: std::sync::Mutex<usize>,
    freed: std::sync::Condvar,
}

impl Gate {
    fn new(free: usize) -> Self {
        Self { free: std::sync::Mutex::new(free), freed: std::sync::Condvar::new() }
    }

    fn enter(&self) -> Turn<'_> {
        let free = self.free.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut free =
            self.freed.wait_while(free, |free| *free == 0).unwrap_or_else(std::sync::PoisonError::into_inner);
        *free -= 1;
        Turn(self)
    }
}

struct Turn<'a>(&'a Gate);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(std::sync::PoisonError::into_inner) += 1;
        self.0.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_is_right() {
        let passwords = Passwords::default();
        let hash = passwords.hash_new("three quiet lamps", "operator1").unwrap();
        assert!(passwords.check("three quiet lamps", Some(&hash)));
        assert!(!passwords.check("three quiet lamp", Some(&hash)));
        assert!(!passwords.check("nobody has this password", None));
        assert!(!passwords.check("", Some("")));
    }

    #[test]
    fn what_is_guessed_first_is_not_taken() {
        for bad in [
            "short",
            "Password2026!",
            "P@ssw0rd2026",
            "woaini1314520",
            "Huawei@12345",
            "1qaz2wsx3edc",
            "password password",
            "1234567890",
            "aaaaaaaaaaaa",
            "abcdefghijkl",
            "operator1 operator1",
        ] {
            assert!(check_new(bad, "operator1").is_err(), "{bad}");
        }
        assert!(check_new(&"长".repeat(129), "x").is_err());
        assert!(check_new("修好了 三盏路灯 谢谢你", "operator1").is_ok());
        assert!(check_new("computers repair quiet lamps", "operator1").is_ok());
    }
}
