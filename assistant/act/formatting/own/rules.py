"""The user's own regular expressions, one after the other."""

from assistant.act.formatting.about import About


def apply_rules(text: str, about: About) -> str:
    """Return `text` after every rule. A rule was tried when it was read, so that none fails here."""
    for rule in about.glossary.rules:
        text = rule.pattern.sub(rule.after, text)
    return text
