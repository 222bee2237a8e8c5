//! 留存期限: how long what lies beside the journal is kept. The journal itself
//! stays; it holds neither identities nor texts.

use serde::{Deserialize, Serialize};

use super::Within;
use crate::time::Limit;

/// 留存期限, class by class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// 诉求人身份: after the order was archived.
    pub identities: Within,
    /// 文本: after the order was archived.
    pub texts: Within,
    /// 附件: after the order was archived.
    pub attachments: Within,
    /// 通话录音: after the call.
    pub recordings: Within,
    /// 查看留痕: after the look.
    pub looks: Within,
    /// 会话: after its end.
    pub sessions: Within,
    /// What a request was answered with, so that its repetition makes no
    /// double: after the request.
    pub requests: Within,
    /// Jobs that are done, messages that could not be delivered: after the
    /// last attempt.
    pub messages: Within,
}

impl Retention {
    /// All classes, each with its name.
    pub fn all(&self) -> [(&'static str, &Within); 8] {
        [
            ("identities", &self.identities),
            ("texts", &self.texts),
            ("attachments", &self.attachments),
            ("recordings", &self.recordings),
            ("looks", &self.looks),
            ("sessions", &self.sessions),
            ("requests", &self.requests),
            ("messages", &self.messages),
        ]
    }

    /// The class that cannot be kept so, and why.
    pub(super) fn contradiction(&self) -> Option<(&'static str, String)> {
        let endless = self.all().into_iter().find(|(_, within)| within.within == Limit::ByLaw);
        if let Some((class, _)) = endless {
            return Some((class, "must be so many days: a job cannot look another law up".to_owned()));
        }
        let looks = self.looks.within;
        (looks.rough_minutes() < LOOKS_AT_LEAST.rough_minutes())
            .then(|| ("looks", format!("{looks} is shorter than the six months for which logs are kept")))
    }
}

/// 网络安全法 (2016, 第二十一条第三项): network logs are kept for six months at
/// least, which have 184 days at most.
const LOOKS_AT_LEAST: Limit = Limit::Days(184, crate::time::Counting::Natural);
