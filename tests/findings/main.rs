//! Findings: whole sentences, the lines that show them, and pastes that just don't trigger them.

mod client;
mod host;
mod machine;
mod state;
mod support;
