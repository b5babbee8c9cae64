"""The language model and what belongs to it: nothing of this is imported where it is switched off."""

from collections.abc import Callable

from assistant.act.planner import Planner
from assistant.act.ports import Desktop
from assistant.consult.ports import ConversationKeeper, LanguageModel, Voice
from assistant.devices.desktop.mending import find_selection
from assistant.engine.consult import ConsultRooms
from assistant.understand.router import Router
from assistant.values.settings import ConsultSettings, Settings

FindVoice = Callable[[], Voice | None]
"""Returns the voice that a front of the assistant has; None where it has none here. May take its time."""


def build_consult(
    settings: Settings, desktop: Desktop, router: Router, find_voice: FindVoice | None = None
) -> ConsultRooms | None:
    """Return what the engine asks with; None where that is switched off.

    A program that the user named speaks, or else what `find_voice` returns, or else the system's program.
    """
    consult = settings.consult
    if not consult.is_on:
        return None
    return ConsultRooms(
        settings=consult,
        model=lambda: _language_model(consult),
        gate=router,
        planner=Planner(settings.act, router.find),
        selection=find_selection(desktop),
        voice=_voice(consult, find_voice),
        keeper=_keeper(settings),
        profiles=settings.profiles,
    )


def _language_model(settings: ConsultSettings) -> LanguageModel:
    from assistant.devices.consult.model import HttpLanguageModel

    return HttpLanguageModel(settings)


def _voice(settings: ConsultSettings, find_voice: FindVoice | None) -> Callable[[], Voice]:
    from assistant.devices.voice.program import ProgramVoice, system_voice

    def best() -> Voice:
        found = find_voice() if find_voice is not None else None
        return system_voice() if found is None else found

    return (lambda: ProgramVoice(settings.voice)) if settings.voice else best


def _keeper(settings: Settings) -> ConversationKeeper | None:
    if not settings.consult.keeps_conversation or settings.keep.private:
        return None
    from assistant.devices import places
    from assistant.devices.history.conversation import CONVERSATION, ConversationFile

    folder = settings.keep.folder or places.places().data
    return ConversationFile(folder / CONVERSATION)
