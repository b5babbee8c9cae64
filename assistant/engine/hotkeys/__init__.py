"""Keys -> controls: what a held, a tapped and a chorded key mean."""
