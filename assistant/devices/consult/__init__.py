"""The way to a language model: the only room that speaks HTTP to one, and only once that is switched on."""
