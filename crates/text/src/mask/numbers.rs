//! Numbers that belong to a person: telephones, identity cards, bank cards.
//!
//! Digits are read in groups, with blanks or hyphens between them. A number
//! is one group, or several that are written as people write a number.

use std::collections::HashSet;
use std::ops::Range;

use super::draft::{Draft, plain};

/// So many marks may stand between two groups of one number.
const MOST_BETWEEN: usize = 3;

/// The longest number that is looked for has so many digits.
const LONGEST: usize = 19;

/// The provinces of an identity card's first two digits (GB/T 2260).
const PROVINCES: &[u32] = &[
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
    61, 62, 63, 64, 65, 71, 81, 82, 83, 91,
];

pub(super) fn hide(draft: &mut Draft, known: &[&str]) {
    let known: HashSet<String> = known.iter().filter_map(|number| known_digits(number)).collect();
    let groups = groups(&draft.plain);
    let mut at = 0;
    while at < groups.len() {
        match longest(&groups[at..], &draft.plain, &known) {
            Some((count, with)) => {
                let end = groups[at + count - 1].end;
                // The X after a number that is no identity card's stays.
                let follows = draft.plain[end - 1] == 'X' && !with.ends_with('X');
                draft.hide(groups[at].start..end - usize::from(follows), with);
                at += count;
            }
            None => at += 1,
        }
    }
}

/// The digits of something known that is a number, and long enough to be
/// somebody's.
pub(super) fn known_digits(known: &str) -> Option<String> {
    let plain: Vec<char> = known.trim().chars().map(plain).collect();
    let is_number = plain.iter().all(|&c| c.is_ascii_digit() || is_between(c) || c == '+' || c == '(');
    let digits: String = plain.into_iter().filter(char::is_ascii_digit).collect();
    (is_number && digits.len() >= 5).then_some(digits)
}

/// Digits with the first and the last of them, and stars between.
pub(super) fn keeping(digits: &[char], first: usize, last: usize) -> String {
    let hidden = digits.len() - first - last;
    let head = digits[..first].iter().copied();
    head.chain(std::iter::repeat_n('*', hidden))
        .chain(digits[digits.len() - last..].iter().copied())
        .collect()
}

fn is_between(c: char) -> bool {
    matches!(c, ' ' | '\t' | '-' | ')' | '\u{2010}'..='\u{2015}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// Every stretch of digits; an X after seventeen belongs to it (the check
/// digit of an identity card).
fn groups(text: &[char]) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let digits = text[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        let check = usize::from(digits > 0 && text.get(at + digits) == Some(&'X'));
        if digits > 0 {
            groups.push(at..at + digits + check);
        }
        at += (digits + check).max(1);
    }
    groups
}

/// The longest number with which the groups begin: how many of them it has,
/// and what takes its place.
fn longest(groups: &[Range<usize>], text: &[char], known: &HashSet<String>) -> Option<(usize, String)> {
    let mut digits: Vec<char> = Vec::new();
    let mut found = None;
    for (index, group) in groups.iter().enumerate() {
        if index > 0 && !joined(groups[index - 1].end..group.start, text) {
            break;
        }
        digits.extend(&text[group.clone()]);
        // Two numbers in one breath are longer than any one.
        if index > 0 && (digits.len() > LONGEST || is_rest(group, text) || is_rest(&groups[0], text)) {
            break;
        }
        let parts = &groups[..=index];
        if !written_as_one(parts) {
            continue;
        }
        if let Some(with) = known_to_be(&digits, known).filter(|_| !is_rest(group, text)) {
            return Some((index + 1, with));
        }
        found = masked(&digits, parts).map(|with| (index + 1, with)).or(found);
    }
    found
}

fn joined(gap: Range<usize>, text: &[char]) -> bool {
    gap.len() <= MOST_BETWEEN && text[gap].iter().all(|&c| is_between(c))
}

/// Whether a group is what masking left of a number: it touches four stars or
/// more. Two such rests together are no new number.
fn is_rest(group: &Range<usize>, text: &[char]) -> bool {
    let stars = ['*'; 4];
    text[..group.start].ends_with(&stars) || text[group.end..].starts_with(&stars)
}

/// One group; or three digits and more, then two and more (138 0013 8000); or
/// every digit by itself. `13-2-1301` is a door.
fn written_as_one(parts: &[Range<usize>]) -> bool {
    let [first, rest @ ..] = parts else { return false };
    let each = |least: usize| rest.iter().all(|part| part.len() >= least);
    (first.len() >= 3 && each(2)) || parts.iter().all(|part| part.len() == 1)
}

/// What takes the place of a number that is known to be the citizen's.
fn known_to_be(digits: &[char], known: &HashSet<String>) -> Option<String> {
    let number: String = digits.iter().filter(|c| c.is_ascii_digit()).collect();
    known.contains(&number).then(|| super::mask_phone(&number))
}

/// What takes the place of a number; none when it is nobody's.
fn masked(digits: &[char], parts: &[Range<usize>]) -> Option<String> {
    if is_identity(digits) || parts.len() == 1 && is_old_identity(digits) {
        return Some(keeping(digits, 6, 1));
    }
    let digits = digits.strip_suffix(&['X']).unwrap_or(digits);
    Some(if digits.len() >= 11 && digits.chunks(11).all(is_mobile) {
        digits.chunks(11).map(|mobile| keeping(mobile, 3, 4)).collect()
    } else if let Some(prefix) = ["86", "0086", "0"].iter().find(|prefix| is_mobile_after(digits, prefix)) {
        let mobile = &digits[prefix.len()..];
        format!("{prefix}{}", keeping(mobile, 3, 4))
    } else if let Some(area) = area_code(digits) {
        keeping(digits, area, 3)
    } else if is_card(digits) {
        keeping(digits, 0, 4)
    } else {
        return None;
    })
}

fn is_mobile(digits: &[char]) -> bool {
    digits.len() == 11 && digits[0] == '1' && ('3'..='9').contains(&digits[1])
}

fn is_mobile_after(digits: &[char], prefix: &str) -> bool {
    digits.len() > prefix.len() && prefix.chars().eq(digits[..prefix.len()].iter().copied()) && {
        is_mobile(&digits[prefix.len()..])
    }
}

/// The length of the area code of a landline: 010 and 02x with eight digits
/// after it, 0xxx with seven or eight.
fn area_code(digits: &[char]) -> Option<usize> {
    match (digits, digits.len()) {
        (['0', '1', '0', '2'..='9', ..] | ['0', '2', _, '2'..='9', ..], 11) => Some(3),
        (['0', '3'..='9', _, _, '2'..='9', ..], 11 | 12) => Some(4),
        _ => None,
    }
}

/// 公民身份号码 (GB 11643): eighteen places with a place and a birthday in
/// them. The check digit is not asked: with a slip of the pen it still says
/// who it is.
fn is_identity(digits: &[char]) -> bool {
    digits.len() == 18
        && digits[..17].iter().all(char::is_ascii_digit)
        && PROVINCES.contains(&number(&digits[..2]))
        && (1900..=2099).contains(&number(&digits[6..10]))
        && is_day(&digits[10..14])
}

/// The fifteen places of before 1999.
fn is_old_identity(digits: &[char]) -> bool {
    digits.len() == 15
        && digits.iter().all(char::is_ascii_digit)
        && PROVINCES.contains(&number(&digits[..2]))
        && is_day(&digits[8..12])
}

fn is_day(digits: &[char]) -> bool {
    (1..=12).contains(&number(&digits[..2])) && (1..=31).contains(&number(&digits[2..]))
}

/// 银行卡 (ISO/IEC 7812): sixteen to nineteen digits with a check digit after
/// Luhn. The number of an order has one, too, but begins with its year.
fn is_card(digits: &[char]) -> bool {
    let value = |(place, digit): (usize, &char)| {
        let value = digit.to_digit(10).unwrap_or(0) * if place % 2 == 1 { 2 } else { 1 };
        value / 10 + value % 10
    };
    (16..=19).contains(&digits.len())
        && matches!(digits[0], '3'..='6' | '9')
        && digits.iter().rev().enumerate().map(value).sum::<u32>() % 10 == 0
}

fn number(digits: &[char]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + digit.to_digit(10).unwrap_or(0))
}
