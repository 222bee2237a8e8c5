//! The codes that an import may give to a channel and to a kind.

/// Channels, in the order of the national code list (01 to 24, then 99).
pub const CHANNELS: [&str; 25] = [
    "phone",
    "missed_call",
    "sms",
    "website",
    "wechat",
    "app",
    "social",
    "snapshot",
    "chat",
    "leader_board",
    "state_council",
    "province",
    "emergency",
    "line",
    "petition",
    "window",
    "leader",
    "deputy",
    "grid",
    "net_lead",
    "letter",
    "enterprise",
    "hall",
    "sign_video",
    "other",
];

/// Kinds of appeal: 咨询, 求助, 投诉, 举报, 建议, 表扬, 其他.
pub const KINDS: [&str; 7] = ["consultation", "help", "complaint", "report", "suggestion", "praise", "other"];
