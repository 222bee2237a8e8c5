//! One spelling for what is written in many.

/// The text as it is compared: half-width, lower case, simplified characters,
/// one blank for what is invisible or a picture (control characters, emoji,
/// marks of direction), no blank beside a Chinese character. Of a long text the first
/// `most` characters are read.
pub(crate) fn normal(text: &str, most: usize) -> String {
    let cut: String = text.chars().take(most).collect();
    let mut normal = String::with_capacity(cut.len());
    let mut blank = false;
    for c in fast2s::convert(&cut).chars().flat_map(crate::words::plain) {
        if c.is_whitespace() || is_unseen(c) {
            blank = true;
            continue;
        }
        let beside = |c: char| c.is_ascii_alphanumeric();
        if blank && beside(c) && normal.ends_with(beside) {
            normal.push(' ');
        }
        blank = false;
        normal.push(c);
    }
    normal
}

/// Whether a character carries no word: controls, marks of direction and
/// width, private ones, pictures.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fffd}')
        || matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn spellings_become_one() {
        assert_eq!(normal("ＡＢ　路 燈\u{202e}壞了😡 12 棟", 100), "ab路灯坏了12栋");
        assert_eq!(normal("no heat", 100), "no heat");
        assert_eq!(normal("水水水", 2), "水水");
    }
}
