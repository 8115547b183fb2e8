//! The program that a briefing's pages load: see `app`.

fn main() {
    #[cfg(target_family = "wasm")]
    policy_explorer::app::present();
}
