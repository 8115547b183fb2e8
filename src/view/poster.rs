pub(super) const LABELS: &[&str] = &["deck.open", "deck.sources", "deck.undated"];
