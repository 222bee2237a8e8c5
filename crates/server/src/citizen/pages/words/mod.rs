//! Every text of the pages, in Chinese and in English, line by line: a text
//! that lacks one of the two does not compile.

mod acts;
mod appeal;
mod codes;
mod knowledge;
mod order;
mod refusals;
mod shell;
mod steps;

pub(super) use codes::*;
pub(super) use refusals::{problem, unfit};
pub(super) use steps::step;

/// A table of texts: `name: "中文" / "English";`.
macro_rules! words {
    ($(#[$doc:meta])* $table:ident { $($name:ident: $zh:literal / $en:literal;)+ }) => {
        $(#[$doc])*
        #[allow(missing_docs)] // The texts say it themselves.
        pub(crate) struct $table {
            $(pub $name: &'static str,)+
        }

        impl $table {
            pub(super) const ZH: $table = $table { $($name: $zh,)+ };
            pub(super) const EN: $table = $table { $($name: $en,)+ };
        }

        #[cfg(test)]
        impl $table {
            /// The texts, both languages side by side.
            pub(super) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
                vec![$((stringify!($name), $zh, $en),)+]
            }
        }
    };
}
use words;

use acts::Acts;
use appeal::AppealWords;
use knowledge::KnowledgeWords;
use order::OrderWords;
use shell::Shell;

/// Every text in one language.
pub(crate) struct Words {
    /// The frame of all pages, home, and what stands by itself.
    pub shell: Shell,
    /// Bringing an appeal, and the receipt.
    pub appeal: AppealWords,
    /// Where an appeal stands.
    pub order: OrderWords,
    /// What the citizen can do with it.
    pub acts: Acts,
    /// Articles and published cases.
    pub knowledge: KnowledgeWords,
}

/// Chinese.
pub(crate) const ZH: Words = Words {
    shell: Shell::ZH,
    appeal: AppealWords::ZH,
    order: OrderWords::ZH,
    acts: Acts::ZH,
    knowledge: KnowledgeWords::ZH,
};

/// English.
pub(crate) const EN: Words = Words {
    shell: Shell::EN,
    appeal: AppealWords::EN,
    order: OrderWords::EN,
    acts: Acts::EN,
    knowledge: KnowledgeWords::EN,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_there_in_both_languages() {
        let tables =
            [Shell::all(), AppealWords::all(), OrderWords::all(), Acts::all(), KnowledgeWords::all()];
        for (name, zh, en) in tables.into_iter().flatten() {
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{name}");
            let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert!(!chinese(en) || name == "other_language", "{name}: {en}");
            // What is put in later stands in both.
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }
}
