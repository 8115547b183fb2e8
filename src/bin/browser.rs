//! The program that pages load: see `app`.

fn main() {
    #[cfg(target_family = "wasm")]
    policy_explorer::app::start();
}
