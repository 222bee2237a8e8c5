//! What the cells of a sheet call codes: officials write words.

use domain::codes::EvidenceKind;
use domain::directory::{DutyLevel, DutySource, Ownership, Subject};
use domain::time::{Counting, Limit};

/// A list of codes with a word for each.
pub(super) trait Worded: Copy + PartialEq + std::str::FromStr + 'static {
    /// Each code and its word.
    const WORDS: &'static [(Self, &'static str)];

    /// The word of a code.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(code, _)| *code == self).map_or("", |(_, word)| word)
    }

    /// What a cell means: a word, or the code itself.
    fn read(cell: &str) -> Result<Self, String> {
        let worded = Self::WORDS.iter().find(|(_, word)| *word == cell).map(|(code, _)| *code);
        worded.or_else(|| cell.parse().ok()).ok_or_else(|| {
            let words: Vec<&str> = Self::WORDS.iter().map(|(_, word)| *word).collect();
            format!("`{cell}` is none of {}", words.join("、"))
        })
    }
}

impl Worded for Subject {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Subject::Person, "自然人"),
        (Subject::SelfEmployed, "个体工商户"),
        (Subject::Company, "企业"),
        (Subject::PublicBody, "机关、事业单位"),
        (Subject::Association, "社会组织"),
        (Subject::PropertyManager, "物业服务人"),
        (Subject::Builder, "施工单位"),
    ];
}

impl Worded for Ownership {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Ownership::Municipal, "已移交市政"),
        (Ownership::NotHandedOver, "未移交"),
        (Ownership::Utility, "专业经营单位"),
        (Ownership::Common, "业主共有"),
        (Ownership::Private, "单位或者个人自有"),
        (Ownership::Collective, "集体所有"),
        (Ownership::Ownerless, "无主或者权属不明"),
    ];
}

impl Worded for DutyLevel {
    const WORDS: &'static [(Self, &'static str)] =
        &[(DutyLevel::City, "市级"), (DutyLevel::District, "区县"), (DutyLevel::Town, "镇街")];
}

impl Worded for DutySource {
    const WORDS: &'static [(Self, &'static str)] = &[
        (DutySource::Law, "法律法规"),
        (DutySource::Duties, "三定规定"),
        (DutySource::List, "职责清单"),
        (DutySource::Ruling, "职责认定"),
        (DutySource::Minutes, "会商纪要"),
    ];
}

impl Worded for EvidenceKind {
    const WORDS: &'static [(Self, &'static str)] = &[
        (EvidenceKind::Photo, "照片"),
        (EvidenceKind::Recording, "录音"),
        (EvidenceKind::Document, "文件"),
        (EvidenceKind::Record, "过程记录"),
    ];
}

/// What ends a limit in a cell, and what it counts; the longer words first.
const UNITS: &[(&str, u32, Counting)] = &[
    ("个工作小时", 60, Counting::Working),
    ("个工作分钟", 1, Counting::Working),
    ("小时", 60, Counting::Natural),
    ("分钟", 1, Counting::Natural),
];

const BY_LAW: &str = "依法定时限";

/// A limit as a cell has it.
pub(super) fn limit(limit: Limit) -> String {
    match limit {
        Limit::ByLaw => BY_LAW.to_owned(),
        Limit::Days(days, Counting::Working) => format!("{days}个工作日"),
        Limit::Days(days, Counting::Natural) => format!("{days}个自然日"),
        Limit::Minutes(minutes, counting) => {
            let fits =
                |(_, size, counts): &&(&str, u32, Counting)| *counts == counting && minutes % size == 0;
            UNITS
                .iter()
                .find(fits)
                .map_or_else(String::new, |(word, size, _)| format!("{}{word}", minutes / size))
        }
    }
}

/// What a cell says of a limit.
pub(super) fn read_limit(cell: &str) -> Result<Limit, String> {
    let counted = |word: &str| cell.strip_suffix(word)?.trim().parse::<u32>().ok().filter(|count| *count > 0);
    let days = |word, counting| counted(word).map(|days| Limit::Days(days, counting));
    let worded = || {
        days("个工作日", Counting::Working).or_else(|| days("个自然日", Counting::Natural)).or_else(|| {
            let minutes = |(word, size, counting): &(&str, u32, Counting)| {
                Some(Limit::Minutes(counted(word)?.checked_mul(*size)?, *counting))
            };
            UNITS.iter().find_map(minutes)
        })
    };
    if cell == BY_LAW {
        return Ok(Limit::ByLaw);
    }
    // The code's own reading knows what is a slip of the pen.
    match worded() {
        Some(limit) => limit.to_string().parse().map_err(|_| format!("`{cell}` is too long a limit")),
        None => cell.parse().map_err(|_| {
            format!("`{cell}` is no limit: write it as 5个工作日、24小时、3个自然日 or {BY_LAW}")
        }),
    }
}
