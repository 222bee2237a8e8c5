//! Nothing is stuck: from wherever a random life left an order, people who do
//! their duty bring it to its end.

use domain::Stage;
use domain::tick::Tick;

use super::chance::Dice;
use super::sensible_acts;
use crate::fixture::*;

/// Brings an order home to the archive.
pub fn bring_home(story: &mut Story) {
    let mut dice = Dice(1);
    for _ in 0..400 {
        if story.order.stage == Stage::Archived {
            assert_eq!(story.order.next_moment(), None, "what is archived waits for nothing");
            return;
        }
        let later = story.now.plus_minutes(180);
        match (story.order.stage, sensible_acts::decision(story, &mut dice)) {
            // A review that is upheld opens the order once more; each only once.
            (_, Some((by, act))) => {
                story.at_moment(later).does(&by, act);
            }
            (Stage::Closed, None) => {
                let next = story.order.next_moment().expect("a closed order waits for the archive");
                let now = story.now.max(next);
                story.at_moment(now).does(&system(), Tick {});
            }
            _ => {
                let (by, act) = sensible_acts::next(story, &mut dice);
                story.at_moment(later).does(&by, act);
            }
        }
    }
    panic!("the order is stuck at {}", story.order.stage);
}
