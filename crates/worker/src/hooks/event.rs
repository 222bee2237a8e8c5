//! What a hook is told: that something happened to an order, and where the
//! order stands since; no text and no identity.

use desk::DeskError;
use domain::Entry;
use domain::order::Order;
use serde_json::json;
use store::Store;

use crate::error::Result;

/// The event that asks a switch to make a call.
pub const CALL_REQUESTED: &str = "call.requested";

/// The kind of event that an entry is.
pub(super) fn kind(entry: &Entry) -> String {
    format!("order.{}", entry.act)
}

/// Whether a hook wants a kind of event: it names it, or all of its family
/// (`order.*`), or names nothing and gets all that happens to orders.
pub(super) fn wants(events: &[String], kind: &str) -> bool {
    let family = kind.split('.').next().unwrap_or_default();
    if events.is_empty() {
        return family == "order";
    }
    events.iter().any(|wanted| wanted == kind || wanted.strip_suffix(".*") == Some(family))
}

/// The name of a message: the same each time it is sent, so that a hook can
/// tell what it has had already.
pub fn message_id(hook: &str, pos: i64) -> String {
    format!("msg_{hook}_{pos}")
}

/// The body for an entry of the journal, with the order as it stood after it.
pub(super) fn body(store: &Store, entry: &Entry) -> Result<String> {
    let history = store.history(entry.order)?;
    let until = history.iter().take_while(|earlier| earlier.seq <= entry.seq);
    let order = Order::fold(until).ok_or(DeskError::NoOrder(entry.order))?;
    let data = json!({
        "number": order.number,
        "version": entry.seq,
        "act": entry.act,
        "stage": order.stage,
        "level": order.level,
        "matter": order.matter,
        "place": order.place,
        "unit": order.lead().map(|lead| lead.holder()),
    });
    let at = entry.at.timestamp().to_string();
    Ok(json!({"type": kind(entry), "timestamp": at, "data": data}).to_string())
}

#[cfg(test)]
mod tests {
    use super::wants;

    #[test]
    fn a_hook_gets_what_it_names() {
        let names = |events: &[&str]| events.iter().map(|&event| event.to_owned()).collect::<Vec<_>>();
        assert!(wants(&[], "order.close") && !wants(&[], "call.requested"));
        assert!(wants(&names(&["order.*"]), "order.close") && !wants(&names(&["order.*"]), "call.requested"));
        assert!(wants(&names(&["order.close", "call.requested"]), "call.requested"));
        assert!(!wants(&names(&["order.close"]), "order.closed"));
    }
}
