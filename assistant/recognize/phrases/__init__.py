"""Recognition with a grammar in hand: what may be said is known, so which of it was it."""
