//! What verifying found.

/// What verifying found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Orders looked at.
    pub orders: u64,
    /// Journal entries looked at.
    pub entries: u64,
    /// Texts looked at.
    pub texts: u64,
    /// Seals looked at.
    pub seals: u64,
    /// Everything that is not as it must be; none when all is well.
    pub faults: Vec<Fault>,
}

/// Something that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Table and row.
    pub place: String,
    /// What is wrong there.
    pub what: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl Report {
    /// Notes a fault in an order's rows of a table.
    pub(super) fn fault(&mut self, table: &str, order: i64, what: impl ToString) {
        self.faults.push(Fault { place: format!("{table}, order {order}"), what: what.to_string() });
    }

    pub(super) fn add(&mut self, other: Report) {
        self.orders += other.orders;
        self.entries += other.entries;
        self.texts += other.texts;
        self.seals += other.seals;
        self.faults.extend(other.faults);
    }
}
