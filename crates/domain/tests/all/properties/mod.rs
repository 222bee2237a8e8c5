//! What holds whatever people do: long random sequences of acts, sensible and
//! not, by anybody, under every pack.

mod chance;
mod home;
mod invariants;
mod journal;
mod random_acts;
mod sensible_acts;
mod walk;
