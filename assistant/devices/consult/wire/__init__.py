"""One request and its answer, as bytes, events and replies."""
