//! What is known of the citizen: names and addresses, as they stand.

use super::draft::{Draft, plain};
use super::mask_name;

const ADDRESS: &str = "[地址]";

/// Characters of which an address has at least one.
const OF_ADDRESSES: &str = "省市区县镇乡村街道路巷弄号栋幢楼室园";

/// So long is the longest thing that is looked for.
const LONGEST: usize = 200;

pub(super) fn hide(draft: &mut Draft, known: &[&str]) {
    let looked_for = looked_for(known);
    let mut at = 0;
    while at < draft.plain.len() && !looked_for.is_empty() {
        let rest = &draft.plain[at..];
        // The longest comes first.
        match looked_for.iter().find(|(name, _)| name[0] == rest[0] && rest.starts_with(name)) {
            Some((name, with)) => {
                draft.hide(at..at + name.len(), with.clone());
                at += name.len();
            }
            None => at += 1,
        }
    }
}

/// What is looked for, with what takes its place, the longest first.
fn looked_for(known: &[&str]) -> Vec<(Vec<char>, String)> {
    let mut looked_for = Vec::new();
    for name in known.iter().map(|name| name.trim()) {
        let letters: Vec<char> = name.chars().map(plain).collect();
        // Stars and the mark of an address come from masking itself.
        let is_mask = letters.contains(&'*') || ADDRESS.contains(name);
        // Numbers are looked for as numbers, in all their spellings.
        let is_word = letters.iter().any(|c| c.is_alphabetic());
        if (2..=LONGEST).contains(&letters.len()) && is_word && !is_mask {
            let with = if is_address(&letters) { ADDRESS.to_owned() } else { mask_name(name) };
            looked_for.push((letters, with));
        }
    }
    looked_for.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    looked_for
}

/// Names are short, or say nothing of a place.
fn is_address(letters: &[char]) -> bool {
    letters.len() > 4 && letters.iter().any(|&c| OF_ADDRESSES.contains(c) || c.is_ascii_digit())
}
