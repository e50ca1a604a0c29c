//! What can only be done where the child is at school.

use chrono::NaiveDate;

use crate::domain::event::Event;
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::name;

/// Sessions of school days, and the part of them that lies in each school's, in minutes since
/// midnight.
pub const SESSIONS: [(&str, u32, u32); 2] =
    [("noon", 12 * 60, 13 * 60), ("after_school", 16 * 60, 17 * 60)];

/// Words for a place at school.
const PLACES: [&str; 5] = ["校", "教室", "办公室", "操场", "之家"];

/// Was it said face to face, at school for all that the row says?
pub fn was_face_to_face(home: &Home, event: &Event) -> bool {
    matches!(event.filled("mode"), Some("in_person" | "group")) && may_be_at_school(home, event)
}

/// Does the row name no place that is not the school's?
pub fn may_be_at_school(home: &Home, event: &Event) -> bool {
    let Some(place) = event.filled("place") else { return true };
    let own = home.settings.expects.places.iter().any(|own| name::same(own, place));
    own || PLACES.iter().any(|word| place.contains(word))
}

/// Does one of the children live at school on a day?
pub fn boards(home: &Home, event: &Event, day: NaiveDate) -> bool {
    let mut children = event.children.iter().filter_map(|id| home.child(*id));
    children.any(|child| child.fact_on("boarding", day) == Some(&Fact::Bool(true)))
}
