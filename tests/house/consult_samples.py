"""Samples of what goes to a language model and comes back; `samples` takes them up."""

from assistant.values import action, consult, control, event, settings

SECRET = "xylophone"

_turn = consult.Turn(consult.Role.USER, SECRET)
_tool = consult.Tool("media_pause", "Pause the music.", '{"type": "object"}')

SAMPLES: tuple[object, ...] = (
    *(_turn, _tool, consult.Request((_turn,), (_tool,), schema=f'{{"const": "{SECRET}"}}')),
    *(consult.Grew(SECRET), consult.Called(SECRET, f'{{"n": "{SECRET}"}}'), consult.Finished("stop")),
    *(event.AnswerStarted(1, is_edit=True), event.AnswerGrew(1, SECRET)),
    *(event.AnswerEnded(1, SECRET, event.AnswerResult.COMPLETE), event.EditOffered(1, SECRET, SECRET)),
    *(control.AcceptEdit(), control.RejectEdit(), control.StopAnswer(), control.Forget()),
    *(action.Consult(SECRET), action.ReplaceSelection(SECRET, SECRET)),
    *(consult.HookAnswer(SECRET, SECRET, SECRET, (SECRET,)), consult.HookAsked(SECRET, "en")),
    settings.ConsultSettings(),
)

SHOWN = {
    "HookAsked.language": "a language code",
    "Tool.name": "a name in a pack",
    "Tool.description": "text of a pack",
    "Tool.parameters": "text of a pack",
    "Request.purpose": "a word of ours",
    "Request.shows": "words of ours",
    "Finished.reason": "a word of the server's for why it stopped",
    "AnswerEnded.message": "a sentence of ours",
    "ConsultSettings.server": "the address of a server",
    "ConsultSettings.model": "the name of a model",
    "ConsultSettings.voice": "the name of a program",
}
