//! What tests of the whole and benchmarks share: an invented city of as many
//! units as one likes, and the plain life of an order.

pub mod city;
pub mod life;
pub mod load;
