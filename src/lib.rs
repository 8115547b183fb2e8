//! Explore a policy text: timelines, comparisons and recommendations, each
//! with the sentence it comes from.
//!
//! One way through the house, and a module imports only from those before it:
//! `source` → `content` → `check` → `model` → `search`, `chart` → `deck` → `view` → `site`.

#[cfg(target_family = "wasm")]
pub mod app;
#[cfg(not(target_family = "wasm"))]
pub mod chart;
#[cfg(not(target_family = "wasm"))]
pub mod check;
#[cfg(not(target_family = "wasm"))]
pub mod content;
#[cfg(not(target_family = "wasm"))]
pub mod deck;
#[cfg(not(target_family = "wasm"))]
pub mod encoding;
#[cfg(not(target_family = "wasm"))]
pub mod model;
pub mod search;
#[cfg(not(target_family = "wasm"))]
pub mod site;
#[cfg(not(target_family = "wasm"))]
pub mod source;
#[cfg(not(target_family = "wasm"))]
pub mod view;
