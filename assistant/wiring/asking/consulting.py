"""The language model and what belongs to it: nothing of this is imported where it is switched off."""

from collections.abc import Callable

from assistant.act.planner import Planner
from assistant.act.ports import Desktop
from assistant.consult.ports import ConversationKeeper, LanguageModel, Voice
from assistant.devices.desktop.mending import find_selection
from assistant.devices.voice.chosen import FindVoice
from assistant.engine.consult import ConsultRooms
from assistant.understand.router import Router
from assistant.values.settings import ConsultSettings, Settings


def build_consult(
    settings: Settings, desktop: Desktop, router: Router, find_voice: FindVoice | None = None
) -> ConsultRooms | None:
    """Return what the engine asks with; None where that is switched off.

    What the user named speaks, or else what `find_voice` returns, or else a program of this system.
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
    from assistant.devices.voice.chosen import ChosenVoice
    from assistant.devices.voice.program import ProgramVoice, system_voice

    if settings.voice:
        return lambda: ProgramVoice(settings.voice)
    return system_voice if find_voice is None else lambda: ChosenVoice(find_voice)


def _keeper(settings: Settings) -> ConversationKeeper | None:
    if not settings.consult.keeps_conversation or settings.keep.private:
        return None
    from assistant.devices import places
    from assistant.devices.history.conversation import CONVERSATION, ConversationFile

    folder = settings.keep.folder or places.places().data
    return ConversationFile(folder / CONVERSATION)
