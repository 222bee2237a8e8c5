//! Which orders a list may show: the rule of [`domain::rights::sees`], as a
//! filter that the store understands.

use domain::codes::Role;
use domain::rights::Viewer;
use store::Filter;

use crate::app::App;
use crate::problem::Problem;

/// Narrows a filter to what somebody may see.
pub(crate) fn scope(app: &App, viewer: &Viewer, filter: &mut Filter) -> Result<(), Problem> {
    use Role::*;
    let desk = app.desk();
    let city = desk.city();
    let hotline = &city.file.hotline_unit;
    if matches!(viewer.role, Citizen | System | KnowledgeEditor | Administrator) {
        return Err(Problem::NotForYou { needs: vec!["those who handle orders".to_owned()] });
    }
    filter.within = match (viewer.role, &viewer.unit) {
        (Handler | Coordinator, unit) => {
            Some(unit.iter().flat_map(|unit| city.units.subtree(unit)).collect())
        }
        (_, Some(unit)) if !city.units.is_within(hotline, unit) => Some(city.units.subtree(unit)),
        _ => None,
    };
    // A person is hidden from as `person:LOGIN` is, units as themselves.
    let mut hidden = vec![format!("{}{}", store::PERSON, viewer.person).as_str().into()];
    if matches!(viewer.role, Handler | Coordinator | Leader)
        && let Some(unit) = &viewer.unit
    {
        hidden.push(unit.clone());
        let above = city.units.above(unit).filter(|above| above.parent.is_some());
        hidden.extend(above.map(|above| above.code.clone()));
    }
    filter.hidden_from = Some(hidden);
    Ok(())
}
