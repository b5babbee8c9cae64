"""The language model and what belongs to it: nothing of this is imported where it is switched off."""

from collections.abc import Callable

from assistant.act.planner import Planner
from assistant.act.ports import Desktop
from assistant.consult.ports import ConversationKeeper, LanguageModel, Voice
from assistant.devices.desktop.mending import find_selection
from assistant.engine.consult import ConsultRooms
from assistant.understand.router import Router
from assistant.values.settings import ConsultSettings, Settings


def build_consult(
    settings: Settings, desktop: Desktop, router: Router, voice: Callable[[], Voice] | None = None
) -> ConsultRooms | None:
    """Return what the engine asks with; None where that is switched off. `voice` is the front's own."""
    consult = settings.consult
    if not consult.is_on:
        return None
    return ConsultRooms(
        settings=consult,
        model=lambda: _language_model(consult),
        gate=router,
        planner=Planner(settings.act, router.find),
        selection=find_selection(desktop),
        voice=_program_voice(consult) or voice,
        keeper=_keeper(settings),
        profiles=settings.profiles,
    )


def _language_model(settings: ConsultSettings) -> LanguageModel:
    from assistant.devices.consult.model import HttpLanguageModel

    return HttpLanguageModel(settings)


def _program_voice(settings: ConsultSettings) -> Callable[[], Voice] | None:
    if not settings.voice:
        return None
    from assistant.devices.voice.program import ProgramVoice

    return lambda: ProgramVoice(settings.voice)


def _keeper(settings: Settings) -> ConversationKeeper | None:
    if not settings.consult.keeps_conversation or settings.keep.private:
        return None
    from assistant.devices import places
    from assistant.devices.history.conversation import CONVERSATION, ConversationFile

    folder = settings.keep.folder or places.places().data
    return ConversationFile(folder / CONVERSATION)
