//! Masking: what identifies a person is hidden before somebody reads a text
//! who need not know them (个人信息保护法 6, 51).

mod accounts;
mod draft;
mod emails;
mod known;
mod numbers;
mod plates;
#[cfg(test)]
mod tests;

use draft::Draft;

/// The text with what identifies a person hidden: telephone numbers
/// (138****8000), numbers of identity cards and bank cards, e-mail addresses,
/// vehicle plates, and accounts named as such; also with full-width digits,
/// and with blanks or hyphens between them. Then whatever is `known` of the
/// citizen: names (张**), addresses (`[地址]`), numbers; what has fewer than
/// two characters is ignored.
///
/// A number that could be a telephone's is taken for one: to hide too much
/// costs a question, to hide too little cannot be taken back. Masking what is
/// masked changes nothing.
pub fn mask(body: &str, known: &[&str]) -> String {
    if known.is_empty() && !could_identify(body) {
        return body.to_owned();
    }
    everywhere(body, known)
}

fn everywhere(body: &str, known: &[&str]) -> String {
    let mut draft = Draft::of(body);
    // What is known goes first: a number must not be found across the border
    // of a name that is hidden afterwards.
    known::hide(&mut draft, known);
    emails::hide(&mut draft);
    plates::hide(&mut draft);
    numbers::hide(&mut draft, known);
    accounts::hide(&mut draft);
    draft.finished()
}

/// Whether anything could be found in a text of which nothing is known:
/// whatever is looked for has a digit in it, or an `@`. Most titles have
/// neither, and lists are made of titles.
fn could_identify(body: &str) -> bool {
    body.chars().map(draft::plain).any(|c| c.is_ascii_digit() || c == '@')
}

/// A name with its first character and a star for each further one: 张**.
pub fn mask_name(name: &str) -> String {
    name.chars().enumerate().map(|(place, c)| if place == 0 { c } else { '*' }).collect()
}

/// A telephone number with the first three and the last four of its digits;
/// of a short one only the last two are left, of a very short one none.
/// Blanks and hyphens are left out.
pub fn mask_phone(number: &str) -> String {
    let digits: Vec<char> = number.chars().map(draft::plain).filter(char::is_ascii_digit).collect();
    match digits.len() {
        11.. => numbers::keeping(&digits, 3, 4),
        7..=10 => numbers::keeping(&digits, 0, 2),
        _ => "*".repeat(digits.len()),
    }
}
