"""One sample of every value and event, with a secret word wherever the user's words may stand."""

import re
from pathlib import Path

import numpy as np

from assistant.values import action, audio, control, event, glossary, intent, phrases, settings, transcript
from assistant.values.commands import asked
from assistant.values.commands.offer import Offer
from tests.house import command_samples, consult_samples

SECRET = "xylophone"
"""Stands in every field that holds what the user said; no repr may show it."""

_samples = audio.read_only(np.arange(1600, dtype=np.int16))
_window = action.Window(7, "xterm", title=SECRET)
_tag = transcript.Tag("en", 0.9)
_utterance = audio.Utterance(1, 0, _samples, audio.Trigger.PUSH_TO_TALK, cuts=(800,))
_transcript = transcript.Transcript(
    1, 0, 1600, SECRET, _tag, _tag, (_tag,), words=(transcript.Word(SECRET, 0, 960, 0.9),), model="nano"
)
_words = phrases.Words(SECRET)
_dictate = intent.Dictate(SECRET)
_insert = action.InsertText(SECRET, _window)
_outcome = action.Outcome(action.Result.DELIVERED, "Delivered.", "clipboard", 0.1, _window)

SAMPLES: tuple[object, ...] = (
    *(_window, _insert, action.KeepText(SECRET, "unsure"), action.DoNothing("no speech"), _outcome),
    audio.AudioChunk(0, _samples),
    audio.Gap(0, 160, audio.GapReason.OVERFLOW),
    audio.SpeechStarted(1, 0, audio.Trigger.HANDS_FREE),
    audio.Segment(1, 0, _samples, is_cut=False),
    _utterance,
    *(control.Press(0, window=_window), control.Release(0), control.Cancel(), control.Say(SECRET, _window)),
    control.Deliver(SECRET),
    *(control.SetMode(control.Mode.HANDS_FREE), control.UseMicrophone("Webcam")),
    *(control.SetPrivacy(is_private=True), control.SetLock(is_locked=True)),
    control.WatchLevel(is_watched=True),
    *(control.SetPause(is_paused=True), event.PauseChanged(is_paused=True)),
    *(control.UseModel(Path("models/big")), control.DeliverKept()),
    *(control.UseSettings(settings.Settings()), event.SettingsChanged(settings.Settings())),
    *(event.StateChanged(event.State.READY), event.ModeChanged(control.Mode.HANDS_FREE)),
    *(event.LanguagesChanged(("zh",)), control.UseLanguages(("zh",)), asked.HistoryWanted()),
    asked.HelpWanted("xterm", control.Mode.COMMAND, "en", (Offer("tabs.close", (("en", ("close tab",)),)),)),
    *(Offer("tabs.close", (("en", ("close tab",)),)), asked.TextRecalled(SECRET)),
    *(event.PrivacyChanged(is_private=True), event.RecordingsFound(2, 7.5), event.RecordingLimited(10)),
    *(event.MicrophoneOpening(), event.MicrophoneClosed(event.Rest.LOCKED)),
    *(event.MicrophoneOpened("Webcam"), event.LevelMeasured(-20.0)),
    *(event.UtteranceEnded(_utterance), event.UtteranceDropped(1), event.TranscriptReady(_transcript)),
    *(event.IntentRouted(1, _dictate), event.ActionPerformed(1, _insert, _outcome)),
    *(action.TakeBack(2), action.OfferCorrection(), action.PickCorrection(1), action.RememberCorrection()),
    *(action.Insertion(SECRET, _window, 1.0), control.Undo(2), control.Correct(1), control.Remember()),
    event.CorrectionOffered(1, 1, (SECRET,)),
    event.CorrectionMade(1, SECRET, SECRET),
    asked.WindowWanted("history"),
    event.TimerRang("5 minutes are over.", SECRET),
    event.Trouble(event.Fault.MODEL, "The model is missing. Install one."),
    event.Recovered(event.Fault.MODEL, "The model is back."),
    intent.Context(control.Job.COMMAND, _window),
    *(_dictate, intent.Nothing(intent.Why.UNSURE, SECRET)),
    glossary.Rule(re.compile(SECRET), SECRET),
    glossary.Wording(SECRET, SECRET),
    glossary.Glossary(replacements=(glossary.Wording(SECRET, SECRET),)),
    *(settings.Settings(), settings.HearSettings(), settings.RecognizeSettings(Path("model"))),
    *(
        settings.Hotkey("Control_R"),
        settings.ActSettings(),
        settings.KeepSettings(),
        settings.LookSettings(),
        settings.FormatSettings(),
        settings.Profile("xterm"),
    ),
    *(transcript.Replacement(SECRET, SECRET, 0, 960, "sound"), transcript.RunnerUp(SECRET, -0.5)),
    transcript.Evidence(-20.0, 40.0, 1.2, 3.4, 20),
    *(_words, phrases.Anything(), phrases.Either((_words,)), phrases.InTurn((_words,))),
    *(phrases.Goal("tab.open", _words), phrases.Candidate("tab.open", SECRET, 0.1, 0.2, 3.0)),
    *(_tag, transcript.Word(SECRET, 0, 960, 0.9), transcript.Timings(1.0, 0.1, 0.2, 0.3), _transcript),
    *command_samples.SAMPLES,
    *consult_samples.SAMPLES,
)

SHOWN = {
    "Window.app": "the name of a program",
    "KeepText.why": "a reason of ours",
    "DoNothing.why": "a reason of ours",
    "Outcome.message": "a sentence of ours",
    "Outcome.method": "a word of ours",
    "UseMicrophone.name": "a device",
    "MicrophoneOpened.name": "a device",
    "TimerRang.message": "a sentence of ours",
    "Trouble.message": "a sentence of ours",
    "Recovered.message": "a sentence of ours",
    "HearSettings.microphone": "a device",
    "RecognizeSettings.language": "a language code",
    "RecognizeSettings.languages": "language codes",
    "Replacement.why": "a word of ours",
    "Hotkey.keys": "a key",
    "ActSettings.undo_key": "a key",
    "LookSettings.language": "a language code",
    "ActSettings.never_paste": "names of programs",
    "KeepSettings.never_store": "names of programs",
    "Profile.match": "the name of a program",
    "Profile.languages": "language codes",
    "Goal.name": "the id of a command",
    "Candidate.goal": "the id of a command",
    "Tag.name": "one of the model's tags",
    **command_samples.SHOWN,
    **consult_samples.SHOWN,
}
"""Text that a repr may show, and why it holds no word of the user's."""
