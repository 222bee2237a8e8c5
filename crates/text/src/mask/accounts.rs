//! Numbers and names that only a word before them makes personal: 微信 abc123,
//! QQ 12345678, 电话 88889999.

use super::draft::{Draft, is_masked};

/// The words, and how short what follows may be.
const WORDS: &[(&str, usize)] = &[
    ("微信", 6),
    ("WEIXIN", 6),
    ("WECHAT", 6),
    ("VX", 6),
    ("WX", 6),
    ("QQ", 5),
    ("扣扣", 5),
    ("电话", 7),
    ("座机", 7),
    ("固话", 7),
    ("联系方式", 7),
];

/// What may stand between the word and the account.
const BETWEEN: &str = "号码群账帐是为:： \t";

/// So much may stand there.
const MOST_BETWEEN: usize = 6;

/// The longest account that there is.
const LONGEST: usize = 20;

pub(super) fn hide(draft: &mut Draft) {
    for at in 0..draft.plain.len() {
        let Some((length, least)) = word(&draft.plain[at..]) else { continue };
        let after = at + length;
        let between = draft.plain[after..].iter().take(MOST_BETWEEN).take_while(|&&c| BETWEEN.contains(c));
        let start = after + between.count();
        let account = draft.plain[start..].iter().take(LONGEST + 1).take_while(|&&c| in_account(c));
        let length = account.clone().count();
        let has_digit = account.clone().any(char::is_ascii_digit);
        let is_rest = is_masked(&draft.plain[start + length..]);
        if has_digit && !is_rest && (least..=LONGEST).contains(&length) {
            let first = draft.plain[start].to_ascii_lowercase();
            draft.hide(start..start + length, format!("{first}{}", "*".repeat(length - 1)));
        }
    }
}

/// How long the word is with which the text begins, and how short what follows
/// may be.
fn word(text: &[char]) -> Option<(usize, usize)> {
    WORDS.iter().find_map(|&(word, least)| {
        let mut met = 0;
        let begins = word.chars().all(|c| {
            met += 1;
            text.get(met - 1) == Some(&c)
        });
        begins.then_some((met, least))
    })
}

fn in_account(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}
