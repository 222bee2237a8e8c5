//! E-mail addresses: z***@example.com.

use super::draft::Draft;

pub(super) fn hide(draft: &mut Draft) {
    for at in 0..draft.plain.len() {
        if draft.plain[at] != '@' {
            continue;
        }
        let before = draft.plain[..at].iter().rev().take_while(|&&c| in_name(c)).count();
        let domain: Vec<char> = draft.plain[at + 1..].iter().copied().take_while(|&c| in_domain(c)).collect();
        if before > 0 && domain.contains(&'.') {
            let first = draft.plain[at - before].to_ascii_lowercase();
            draft.hide(at - before..at, format!("{first}***"));
        }
    }
}

fn in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._%+-".contains(c)
}

fn in_domain(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".-".contains(c)
}
