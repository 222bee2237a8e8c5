//! What a text is judged by: its stretches of characters and its words.

mod spans;
mod vocabulary;

pub(crate) use spans::spans;
pub(crate) use vocabulary::Vocabulary;

/// Of a story so many characters are read: the longest that people write. What
/// follows would add nothing but time.
const READ: usize = 3_000;

/// A text to be judged, as it is compared.
#[derive(Debug, Clone, Default)]
pub(crate) struct Told {
    /// Title and story.
    pub whole: String,
    /// So many characters of the whole are the title.
    pub title_chars: usize,
}

impl Told {
    /// Reads a title (which may be empty) and a story, which may begin with the
    /// title.
    pub fn new(title: &str, story: &str) -> Self {
        let title = crate::normal::normal(title, READ);
        let story = crate::normal::normal(story, READ);
        let title_chars = title.chars().count();
        let whole = if story.starts_with(&title) { story } else { format!("{title}。{story}") };
        Self { whole, title_chars }
    }
}
