"""What can be said and done here, for whoever asks."""

from collections.abc import Callable

from assistant.act.commands.abilities import Abilities
from assistant.act.ports import Tools
from assistant.understand.router import Router
from assistant.values.action import Window
from assistant.values.commands.offer import Offer
from assistant.values.control import Mode

OF_THE_ROUTER = frozenset({"assistant.confirm"})
"""Built-in deeds that nobody has to carry out: the router itself answers."""
OF_THE_MODEL = frozenset({"assistant.ask", "assistant.rewrite"})


def offers_of(
    router: Router, tools: Tools, *, consults: bool = False
) -> Callable[[Window | None, Mode], tuple[Offer, ...]]:
    """Return what tells which commands are understood in a window, and can be carried out on this desktop.

    `consults` says that there is a language model to ask.
    """

    def offers(window: Window | None, mode: Mode) -> tuple[Offer, ...]:
        able = Abilities(tools, OF_THE_ROUTER | (OF_THE_MODEL if consults else frozenset()))
        known = router.offers(mode, window.app if window else "")
        return tuple(
            offer for definition, offer in known if definition.recipe is None or able.can(definition.recipe)
        )

    return offers
