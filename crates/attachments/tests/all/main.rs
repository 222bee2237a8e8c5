//! What is taken, what is shown, and where it lies.

mod hostile;
mod photos;
mod refused;
mod samples;
mod shelf;
mod shown;
mod taken;
