"""`{date}` and the like: their values are given from outside, a fold asks for none of its own."""

import re

from assistant.act.formatting.about import About

_NAME = re.compile(r"\{([a-z_]+)\}")


def filled(text: str, about: About) -> str:
    """Return `text` with its variables filled in; what is no variable stays as it was written."""

    def value(found: re.Match[str]) -> str:
        known = about.variable(found[1])
        return found[0] if known is None else known

    return _NAME.sub(value, text)
