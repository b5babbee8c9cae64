"""Small real implementations of the ports: `Scripted*` gives, `Recording*` remembers."""
