//! The index key: by it citizens are found without their numbers being
//! stored, and receipts get their query codes.

use hmac::{Hmac, KeyInit, Mac};
use sm3::Sm3;

use crate::hash::{Hash, hex};

/// The characters of query codes and marks: 32 of them, without those that look alike
/// on paper or sound alike on the telephone (0 O, 1 I).
pub(crate) const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// Length of a query code: 30 bits, enough against guessing over the wire,
/// where tries are counted.
const CODE_CHARS: usize = 6;

/// The key for keyed hashes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct IndexKey(pub Hash);

impl IndexKey {
    /// HMAC-SM3 for a purpose, so that hashes made for one can never meet
    /// those made for another.
    pub fn hash(&self, purpose: &str, text: &str) -> Hash {
        let mut mac = Hmac::<Sm3>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// What a telephone number is found by: of the number only the digits
    /// count. None for what has no digits.
    pub fn phone(&self, number: &str) -> Option<String> {
        let digits: String = number.chars().filter_map(ascii_digit).collect();
        let local = digits.strip_prefix("0086").or(digits.strip_prefix("86").filter(|rest| rest.len() == 11));
        let digits = local.unwrap_or(&digits);
        (!digits.is_empty()).then(|| hex(&self.hash("phone", digits)))
    }

    /// The code with which a citizen asks after an order.
    pub fn query_code(&self, number: &str) -> String {
        let hash = self.hash("receipt", number);
        hash[..CODE_CHARS].iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
    }
}

/// A digit of either width, half-width.
fn ascii_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_however_it_is_written() {
        let key = IndexKey([1; 32]);
        let plain = key.phone("13800138000");
        assert!(plain.is_some());
        for written in
            ["138-0013-8000", "+86 138 0013 8000", "００８６１３８００１３８０００", "１３８ 00138000"]
        {
            assert_eq!(key.phone(written), plain, "{written}");
        }
        assert_ne!(key.phone("13800138001"), plain);
        assert_eq!(key.phone("unknown"), None);
    }

    #[test]
    fn a_query_code_is_short_and_depends_on_the_key() {
        let code = IndexKey([1; 32]).query_code("20250101-1");
        assert_eq!(code.len(), CODE_CHARS);
        assert!(code.bytes().all(|byte| ALPHABET.contains(&byte)));
        assert_ne!(code, IndexKey([2; 32]).query_code("20250101-1"));
    }
}
