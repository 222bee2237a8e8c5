//! 提交诉求: an appeal over the web.

use domain::codes::{Channel, Level};
use domain::person::Actor;

use crate::acts::{Appeal, Registered, register_as};
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Written;

/// Registers a citizen's appeal. What is staff's to say (grade, sensitivity,
/// links, calls, when it arrived) is not the citizen's.
pub(super) fn register(call: &Call, said: Appeal) -> Result<Written<Registered>, Problem> {
    let appeal = Appeal {
        level: Some(Level::Ordinary),
        sensitivities: Vec::new(),
        received_at: None,
        call: None,
        links: Vec::new(),
        accused_people: Vec::new(),
        channel: said.channel.filter(|channel| OWN.contains(channel)),
        ..said
    };
    register_as(call, &appeal, &Actor::citizen(), Some(Channel::Website), None)
}

/// Channels that a citizen reaches by themselves.
const OWN: &[Channel] = &[Channel::Website, Channel::Wechat, Channel::App, Channel::Snapshot];
