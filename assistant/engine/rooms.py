"""The rooms an assistant is made of, and how they are joined."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.act.performer import Performer
from assistant.act.planner import Planner
from assistant.act.repair.repairer import Repairer
from assistant.engine.consult.rooms import ConsultRooms
from assistant.engine.discretion.privacy import Privacy
from assistant.engine.ports import Fitter, History, Journal, Recognizer
from assistant.hear.endpointer import Endpointer
from assistant.understand.router import Router
from assistant.values.settings import ActSettings, HearSettings, Profile, Settings

if TYPE_CHECKING:
    from assistant.engine.hands.text_deeds import TextDeeds


@dataclass(frozen=True, slots=True)
class Rooms:
    """Everything between a source and a desktop."""

    endpointer: Endpointer
    recognizer: Callable[[], Recognizer]
    """Loads the model; may take a second, may raise ModelError."""
    router: Router
    planner: Planner
    performer: Performer
    journal: Journal | None = None
    history: History | None = None
    use_model: Callable[[Path | None], Recognizer] | None = None
    """Loads another model, and lets the one before go once that worked. Raises ModelError."""
    act: ActSettings = field(default_factory=ActSettings)
    """What a held and a tapped key mean."""
    hear: HearSettings = field(default_factory=HearSettings)
    """When the microphone is open."""
    privacy: Privacy = field(default_factory=Privacy)
    profiles: tuple[Profile, ...] = ()
    """Applications in which other languages are spoken."""
    repairer: Repairer | None = None
    """Makes texts fit where they go, and mends them; without one they are typed as they were heard."""
    text_deeds: "TextDeeds | None" = None
    """What commands do about texts; the hands lend themselves to it."""
    consult: ConsultRooms | None = None
    """The language model; without one nobody is asked."""
    settings: Settings = field(default_factory=Settings)
    """What all of this was made for."""
    fitter: Fitter | None = None
    """Fits all of this to other settings while it runs; without one they stay as they are."""
    keeps_audio: bool = False
    """Recordings of delivered utterances stay, as an audio history."""
