//! 话务事件: what a telephone switch of any make tells, so that the screen of
//! whoever answers can show who calls.

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::CallEvent;

use crate::call::Call;
use crate::log_in::NothingSaid;
use crate::problem::Problem;
use crate::route::{Created, Shown};

/// What happened to a call.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Happened {
    /// What the switch calls the call.
    call: String,
    /// What happened.
    event: What,
    /// When; now, when it is not said.
    at: Option<Moment>,
    /// The caller's number; none when it is withheld.
    phone: Option<String>,
    /// Whose telephone: a log-in.
    login: Option<String>,
    /// Where the recording lies, or its hash.
    recording: Option<String>,
}

/// What happens to a call.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum What {
    /// 振铃
    Ringing,
    /// 接听
    Answered,
    /// 挂断
    Ended,
    /// 录音完成
    Recorded,
}

impl What {
    fn code(self) -> &'static str {
        match self {
            What::Ringing => "ringing",
            What::Answered => "answered",
            What::Ended => "ended",
            What::Recorded => "recorded",
        }
    }
}

/// The call, as it is known here.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Noted {
    /// Its number here: an appeal that came through it names it.
    call: i64,
    /// Where it stands.
    state: String,
}

/// The longest name of a call, number, log-in or place of a recording.
const LONGEST: usize = 200;

pub(super) fn note(call: &Call, said: Happened) -> Result<Created<Noted>, Problem> {
    let too_long = |text: &Option<String>| text.as_ref().is_some_and(|text| text.len() > LONGEST);
    if said.call.is_empty() || said.call.len() > LONGEST {
        return Err(Problem::bad_value("call", format!("it has 1 to {LONGEST} bytes")));
    }
    if too_long(&said.phone) || too_long(&said.login) || too_long(&said.recording) {
        return Err(Problem::bad_value(
            "phone, login, recording",
            format!("each has at most {LONGEST} bytes"),
        ));
    }
    let noted = call.app.store().note_call_event(CallEvent {
        source: call.system()?.name.clone(),
        external: said.call,
        event: said.event.code().to_owned(),
        at: said.at.unwrap_or(call.at),
        phone: said.phone,
        login: said.login,
        recording: said.recording,
    })?;
    Ok(Created(Noted { call: noted.id, state: noted.state }))
}

/// Whom to call, and for whom.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Dialling {
    /// The citizen's number, in clear.
    phone: String,
    /// Who is put through to them: a log-in.
    login: String,
}

/// A call that was asked for longer ago is not made any more.
const MAKES_MILLIS: i64 = 600_000;

/// The number of a call that the platform asks the switch to make. The look is
/// on the disk before the number goes out.
pub(super) fn dial(call: &Call, _: NothingSaid) -> Result<Shown<Dialling>, Problem> {
    let none = || Problem::not_there("call");
    let id = call.param("call").parse().map_err(|_| none())?;
    let store = call.app.store();
    let asked = store.call(id)?.filter(|asked| asked.source == store::PLATFORM).ok_or_else(none)?;
    if call.at.millis_since(asked.started_at) > MAKES_MILLIS {
        return Err(none());
    }
    let citizen = asked.citizen.ok_or_else(none)?;
    call.app.looks().dialled(call, asked.order, &asked.reason)?;
    let identity = store.citizen(citizen)?.ok_or_else(none)?;
    Ok(Shown(Dialling { phone: identity.phone, login: asked.login }))
}
