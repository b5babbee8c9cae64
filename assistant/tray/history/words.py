"""What the history's own words are called in the user's language."""

from PySide6.QtCore import QCoreApplication

from assistant.devices.history import HistoryEntry
from assistant.tray.overlay.reasons import Reasons
from assistant.values.action import Result


def outcome_of(result: str) -> str:
    """Return what became of a text, in a word or two."""
    translate = QCoreApplication.translate
    names = {
        Result.DELIVERED: translate("HistoryWords", "typed"),
        Result.UNCONFIRMED: translate("HistoryWords", "typed, without a receipt"),
        Result.ON_CLIPBOARD: translate("HistoryWords", "on the clipboard"),
        Result.WRONG_WINDOW: translate("HistoryWords", "not typed: another window"),
        Result.DONE: translate("HistoryWords", "done"),
        Result.ASKED: translate("HistoryWords", "asked first"),
        Result.TAKEN_BACK: translate("HistoryWords", "taken back"),
        Result.UNTOUCHED: translate("HistoryWords", "left alone"),
        Result.KEPT: translate("HistoryWords", "kept, not typed"),
        Result.NOTHING: translate("HistoryWords", "nothing done"),
        Result.FAILED: translate("HistoryWords", "failed"),
    }
    return names.get(Result(result), result) if result in set(Result) else result


def why_of(entry: HistoryEntry) -> str:
    """Return why an entry has no text: a reason of ours, a sentence, or what it was taken for."""
    if entry.why:
        return Reasons().kept(entry.why)
    translate = QCoreApplication.translate
    names = {
        "dictate": translate("HistoryWords", "dictation"),
        "command": translate("HistoryWords", "command"),
        "commands": translate("HistoryWords", "commands"),
        "confirm": translate("HistoryWords", "asked first"),
        "suggest": translate("HistoryWords", "no command"),
        "ask": translate("HistoryWords", "question"),
        "nothing": translate("HistoryWords", "nothing"),
    }
    return names.get(entry.intent, entry.intent)


def method_of(method: str) -> str:
    """Return how it was done, in a word or two."""
    translate = QCoreApplication.translate
    names = {
        "application": translate("HistoryWords", "the application"),
        "assistant": translate("HistoryWords", "the assistant"),
        "browser": translate("HistoryWords", "browser"),
        "clipboard": translate("HistoryWords", "clipboard"),
        "clock": translate("HistoryWords", "clock"),
        "file": translate("HistoryWords", "file"),
        "hook": translate("HistoryWords", "hook"),
        "keys": translate("HistoryWords", "key by key"),
        "message bus": translate("HistoryWords", "message bus"),
        "mpris": translate("HistoryWords", "media player"),
        "pactl": translate("HistoryWords", "sound server"),
        "print": translate("HistoryWords", "printed"),
        "program": translate("HistoryWords", "program"),
        "timer": translate("HistoryWords", "timer"),
        "window manager": translate("HistoryWords", "window manager"),
    }
    return names.get(method, method)


def language_of(code: str) -> str:
    """Return a language by its code."""
    translate = QCoreApplication.translate
    names = {
        "zh": translate("HistoryWords", "Mandarin"),
        "en": translate("HistoryWords", "English"),
        "yue": translate("HistoryWords", "Cantonese"),
        "ja": translate("HistoryWords", "Japanese"),
        "ko": translate("HistoryWords", "Korean"),
        "nospeech": translate("HistoryWords", "no speech"),
    }
    return names.get(code, code)


def emotion_of(tag: str) -> str:
    """Return a feeling by the model's tag."""
    translate = QCoreApplication.translate
    names = {
        "HAPPY": translate("HistoryWords", "happy"),
        "SAD": translate("HistoryWords", "sad"),
        "ANGRY": translate("HistoryWords", "angry"),
        "NEUTRAL": translate("HistoryWords", "neutral"),
        "FEARFUL": translate("HistoryWords", "fearful"),
        "DISGUSTED": translate("HistoryWords", "disgusted"),
        "SURPRISED": translate("HistoryWords", "surprised"),
        "EMO_UNKNOWN": translate("HistoryWords", "feeling unknown"),
    }
    return names.get(tag, tag)


def sound_of(tag: str) -> str:
    """Return a sound by the model's tag."""
    translate = QCoreApplication.translate
    names = {
        "Speech": translate("HistoryWords", "speech"),
        "BGM": translate("HistoryWords", "music"),
        "Applause": translate("HistoryWords", "applause"),
        "Laughter": translate("HistoryWords", "laughter"),
        "Cry": translate("HistoryWords", "crying"),
        "Sneeze": translate("HistoryWords", "sneezing"),
        "Breath": translate("HistoryWords", "breath"),
        "Cough": translate("HistoryWords", "coughing"),
        "Sing": translate("HistoryWords", "singing"),
        "Speech_Noise": translate("HistoryWords", "speech and noise"),
        "Event_UNK": translate("HistoryWords", "sound unknown"),
    }
    return names.get(tag, tag)
