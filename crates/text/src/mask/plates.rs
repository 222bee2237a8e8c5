//! Vehicle plates (GA 36): a province, a letter, five or six further places.

use super::draft::{Draft, is_masked};

const PROVINCES: &str = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云渝藏陕甘青宁新";

/// The last place of plates for special uses.
const LAST: &str = "警学挂港澳领试超";

/// So many digits at least: letters alone are a word.
const DIGITS: usize = 2;

pub(super) fn hide(draft: &mut Draft) {
    let mut at = 0;
    while at + 6 < draft.plain.len() {
        match plate(&draft.plain[at..]) {
            Some(length) => {
                let head: String = draft.plain[at..at + 2].iter().collect();
                draft.hide(at..at + length, format!("{head}*****"));
                at += length;
            }
            None => at += 1,
        }
    }
}

/// The length of the plate with which the text begins.
fn plate(text: &[char]) -> Option<usize> {
    if !text[1].is_ascii_uppercase() || !PROVINCES.contains(text[0]) {
        return None;
    }
    let head = if "·•.- ".contains(text[2]) { 3 } else { 2 };
    let alphanumeric = |c: &&char| c.is_ascii_alphanumeric();
    // One more than a plate has: then it is none.
    let places = text[head..].iter().take(7).take_while(alphanumeric);
    let digits = places.clone().filter(|c| c.is_ascii_digit()).count();
    let length = match places.count() {
        4 if text.get(head + 4).is_some_and(|&c| LAST.contains(c)) => 5,
        length @ (5 | 6) => length,
        _ => return None,
    };
    (digits >= DIGITS && !is_masked(&text[head + length..])).then_some(head + length)
}
