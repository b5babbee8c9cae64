"""Programs, web addresses and plug-ins of the user's that are asked and answer, all in the same JSON."""
