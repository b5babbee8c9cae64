"""The only rooms that open a connection, and only when a model is asked for."""
