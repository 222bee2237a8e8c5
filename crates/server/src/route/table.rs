//! The table of access: every route × everybody who may knock. It is written
//! out into the documentation, where a change of rights shows as a change of
//! a line, and tested cell by cell.

use domain::codes::Role;

use super::{Asks, Route, SystemRole, Who};

/// What somebody gets who asks a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Turned away.
    No,
    /// Answered.
    Yes,
    /// Answered for every order.
    All,
    /// Answered for orders in which their unit, or one below it, has a part.
    Own,
}

impl Cell {
    /// As it stands in the table.
    pub fn text(self) -> &'static str {
        match self {
            Cell::No => "-",
            Cell::Yes => "yes",
            Cell::All => "all",
            Cell::Own => "own",
        }
    }
}

/// Everybody who may knock, with the name of their column.
pub fn columns() -> Vec<(String, Asks)> {
    let staff = Role::ALL.iter().filter(|role| !matches!(role, Role::Citizen | Role::System));
    let mut columns = vec![("nobody".to_owned(), Asks::Nobody)];
    columns.extend(staff.map(|role| (role.code().to_owned(), Asks::Staff(*role, false))));
    for role in OUTSOURCED {
        columns.push((format!("outsourced {}", role.code()), Asks::Staff(*role, true)));
    }
    columns
        .extend(SystemRole::ALL.iter().map(|role| (format!("system {}", role.code()), Asks::System(*role))));
    columns
}

/// Roles that contractors usually fill.
const OUTSOURCED: &[Role] = &[Role::Operator, Role::CallerBack, Role::Dispatcher];

/// What somebody gets who asks a route.
pub fn cell(route: &Route, asks: Asks) -> Cell {
    if !route.who.admits(asks) {
        return Cell::No;
    }
    let of_order = route.path.contains("/orders") && matches!(route.who, Who::Staff { .. });
    match asks {
        Asks::Staff(Role::Handler | Role::Coordinator, _) if of_order => Cell::Own,
        Asks::Staff(..) if of_order => Cell::All,
        _ => Cell::Yes,
    }
}

/// The table, as comma-separated values. Routes of citizens are open to
/// everybody who shows the code of an order's receipt.
pub fn access_table(routes: &[Route]) -> String {
    let columns = columns();
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let mut table = format!("method,path,{}\n", names.join(","));
    for route in routes {
        let cells = columns.iter().map(|(_, asks)| match route.who {
            Who::Citizen => "code",
            _ => cell(route, *asks).text(),
        });
        let cells: Vec<&str> = cells.collect();
        table.push_str(&format!("{},{},{}\n", route.method, route.path, cells.join(",")));
    }
    table
}
