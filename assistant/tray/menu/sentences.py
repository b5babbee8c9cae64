"""How things stand, in words."""

from PySide6.QtCore import QObject

from assistant.tray.looks.said import said
from assistant.tray.standing import Face, Microphone, Standing
from assistant.values.control import Mode


class Sentences(QObject):
    """Says it in the language of the application, which may change while it runs."""

    def face(self, standing: Standing) -> str:
        """Say what the assistant is doing, or what it waits for."""
        fixed = {
            Face.STARTING: self.tr("Starting…"),
            Face.HEARING: self.tr("Hearing…"),
            Face.THINKING: self.tr("Thinking…"),
            Face.ACTING: self.tr("Typing…"),
            Face.ASLEEP: self.tr("Asleep — say “wake up”"),
            Face.TROUBLE: self.tr("Something is wrong"),
            Face.STOPPED: self.tr("Stopped"),
        }
        face = standing.face
        if face is Face.OFF:
            return self.tr("Paused — nothing is heard") if standing.is_paused else self.tr("Screen locked")
        return self._ready(standing) if face is Face.READY else fixed[face]

    def _ready(self, standing: Standing) -> str:
        match standing.mode:
            case Mode.HANDS_FREE:
                return self.tr("Ready — just speak")
            case Mode.WAKE_PHRASE:
                return self.tr("Ready — begin with the wake phrase")
            case Mode.COMMAND:
                return self.tr("Ready — say a command")
            case _ if not standing.about.hotkey:
                return self.tr("Ready")
            case _:
                return self.tr("Ready — hold {key} and speak").format(key=self.key(standing.about.hotkey))

    def mode(self, mode: Mode) -> str:
        """Name a mode."""
        return {
            Mode.PUSH_TO_TALK: self.tr("Push-to-talk"),
            Mode.HANDS_FREE: self.tr("Hands-free"),
            Mode.WAKE_PHRASE: self.tr("After the wake phrase"),
            Mode.COMMAND: self.tr("Commands only"),
            Mode.ASLEEP: self.tr("Asleep"),
        }[mode]

    def microphone(self, standing: Standing) -> str:
        """Say what the microphone does; empty where nobody knows yet."""
        return {
            Microphone.UNKNOWN: "",
            Microphone.OPENING: self.tr("Microphone: getting ready…"),
            Microphone.OPEN: said(standing.microphone_name),
            Microphone.RESTING: self.tr("Microphone closed: it opens with the key"),
            Microphone.LOCKED: self.tr("Microphone closed: the screen is locked"),
            Microphone.PAUSED: self.tr("Microphone closed: paused"),
        }[standing.microphone]

    def model(self, standing: Standing) -> str:
        """Name the model, and say of a demonstration what it is."""
        if standing.is_demo:
            return self.tr("Model: demonstration (English commands)")
        return self.tr("Model: {name}").format(name=standing.model)

    def language(self, code: str) -> str:
        """Name a language that may be spoken."""
        return {
            "auto": self.tr("Any"),
            "zh": self.tr("Mandarin"),
            "en": self.tr("English"),
            "yue": self.tr("Cantonese"),
            "ja": self.tr("Japanese"),
            "ko": self.tr("Korean"),
        }.get(code, code)

    def key(self, hotkey: str) -> str:
        """Return the key's name as it is printed on keyboards: Control_R is the Right Ctrl."""
        name, _, side = hotkey.partition("_")
        name = {"Control": "Ctrl"}.get(name, name)
        match side:
            case "R":
                return self.tr("Right {key}").format(key=name)
            case "L":
                return self.tr("Left {key}").format(key=name)
            case _:
                return hotkey
