//! A piece of a text that shows why it was found.

use crate::words::plain_char;

/// So many characters stand before the first word that is lit.
const BEFORE: usize = 12;

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// As it stands in the text.
    pub text: String,
    /// Whether it is what was looked for.
    pub lit: bool,
}

/// The stretch of a text, about so many characters wide, in which most of
/// what is sought stands, in pieces; none when nothing of it stands there.
/// Width and case do not matter. What is left out at either end is marked by
/// `…`.
pub fn snippet(body: &str, sought: &[String], width: usize) -> Option<Vec<Piece>> {
    let chars: Vec<char> = body.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let plain: Vec<char> = chars.iter().map(|c| plain_char(*c)).collect();
    let finds = finds(&plain, sought);
    let best = (0..finds.len()).max_by_key(|&at| (distinct(&finds, at, width), std::cmp::Reverse(at)))?;
    let from = finds[best].from.saturating_sub(BEFORE);
    let to = (from + width).max(finds[best].to).min(chars.len());
    let mut lit = vec![false; to - from];
    for find in finds.iter().filter(|find| find.from >= from && find.from < to) {
        lit[find.from - from..find.to.min(to) - from].fill(true);
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for (c, lit) in chars[from..to].iter().zip(lit) {
        match pieces.last_mut() {
            Some(piece) if piece.lit == lit => piece.text.push(*c),
            _ => pieces.push(Piece { text: c.to_string(), lit }),
        }
    }
    let cut = || Piece { text: "…".to_owned(), lit: false };
    let before = (from > 0).then(cut);
    let after = (to < chars.len()).then(cut);
    Some(before.into_iter().chain(pieces).chain(after).collect())
}

/// Whether a text has a phrase, word for word; width, case and blanks do not
/// matter.
pub fn has_phrase(body: &str, phrase: &str) -> bool {
    let close =
        |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).map(plain_char).collect() };
    close(body).contains(&close(phrase))
}

/// Where something that is sought stands: which, from where, up to where.
struct Find {
    which: usize,
    from: usize,
    to: usize,
}

fn finds(plain: &[char], sought: &[String]) -> Vec<Find> {
    let mut finds = Vec::new();
    for (which, word) in sought.iter().enumerate() {
        let word: Vec<char> = word.chars().map(plain_char).collect();
        if word.is_empty() {
            continue;
        }
        let places = plain.windows(word.len()).enumerate().filter(|(_, here)| *here == word);
        finds.extend(places.map(|(from, _)| Find { which, from, to: from + word.len() }));
    }
    finds.sort_by_key(|find| find.from);
    finds
}

/// How many different words stand within the width from one of them on.
fn distinct(finds: &[Find], at: usize, width: usize) -> usize {
    let end = finds[at].from + width - BEFORE.min(width);
    let mut which: Vec<usize> =
        finds[at..].iter().take_while(|find| find.to <= end).map(|find| find.which).collect();
    which.sort_unstable();
    which.dedup();
    which.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(body: &str, sought: &[&str], width: usize) -> Option<String> {
        let sought: Vec<String> = sought.iter().map(|word| (*word).to_owned()).collect();
        let pieces = snippet(body, &sought, width)?;
        let show = |piece: &Piece| if piece.lit { format!("[{}]", piece.text) } else { piece.text.clone() };
        Some(pieces.iter().map(show).collect())
    }

    #[test]
    fn what_was_sought_is_lit_where_most_of_it_stands() {
        let body = "小区门口的路灯坏了。昨天去看过。物业说路灯归路灯所管，路灯所说电缆归供电公司。";
        assert_eq!(
            shown(body, &["电缆", "路灯所"], 24).unwrap(),
            "…昨天去看过。物业说路灯归[路灯所]管，[路灯所]说[电缆]归…"
        );
        assert_eq!(shown("ＡＢＣ １２３", &["abc"], 30).unwrap(), "[ＡＢＣ] １２３");
        assert_eq!(shown(body, &["水管"], 24), None);
    }

    #[test]
    fn a_phrase_is_found_across_blanks_and_widths() {
        assert!(has_phrase("地铁 ２ 号线", "地铁2号线"));
        assert!(!has_phrase("地铁线 2 号", "地铁2号线"));
    }

    proptest::proptest! {
        #[test]
        fn a_snippet_is_a_stretch_of_its_text(body in ".{0,120}", word in ".{1,3}", width in 1usize..60) {
            if let Some(pieces) = snippet(&body, &[word], width) {
                let joined: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
                let inner = joined.trim_start_matches('…').trim_end_matches('…');
                let flat: String = body.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
                proptest::prop_assert!(flat.contains(inner));
                proptest::prop_assert!(pieces.iter().any(|piece| piece.lit));
            }
        }
    }
}
