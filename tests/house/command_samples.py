"""Samples of what commands are made of; `samples` takes them up."""

from assistant.values import action, intent, settings
from assistant.values.commands import deed
from assistant.values.commands import definition as command

SECRET = "xylophone"

_slot = deed.Slot("n", SECRET)
_builtin = deed.Builtin("timer.set", (_slot,))
_step = action.Step("timers.set", _builtin, deed.PressKeys(("ctrl+z",)), SECRET)
_command = intent.Command("tabs.close", (_slot,), SECRET, SECRET)
_recipe = command.Recipe(command.Verb.KEYS, ("ctrl+w",), (("times", 2),))
_phrasing = command.Phrasing("en", ("close tab",), ("close tab",), "Closed.")
_place = command.Place("tabs.toml", 3)
_definition = command.Definition("tabs.close", (_phrasing,), _recipe, _place)
_choice = command.Choice("firefox", (("en", ("fire fox",)),))
_list = command.SlotList("app", command.Filling.CHOICE, (_choice,))
_wake = command.Wake("hey computer", "en", ("hey commuter",))

SAMPLES: tuple[object, ...] = (
    *(_slot, _builtin, deed.PressKeys(("ctrl+w",), 2), deed.TypeText(SECRET), deed.OpenApp(SECRET)),
    *(deed.OpenUrl(f"https://example.org/{SECRET}"), deed.RunProgram(("echo", SECRET))),
    *(deed.CallHttp(f"http://127.0.0.1/{SECRET}", slots=(_slot,)), deed.RunHook(("hook", SECRET), (_slot,))),
    deed.CallPython("notes:add", (_slot,)),
    *(_step, action.Execute((_step,)), action.AskFirst((_step,), SECRET)),
    *(_command, intent.Commands((_command,)), intent.Confirm(_command, 8 * 16_000)),
    *(intent.Suggest(SECRET, ("close tab",)), intent.Ask(SECRET)),
    *(_recipe, _phrasing, command.When(), _place, _definition, _choice, _list, _wake),
    settings.CommandSettings(("hey computer",)),
    command.Pack("tabs", _place, (_definition,)),
    command.Problem(_place, "A template is not closed. Add ]."),
)

SHOWN = {
    "PressKeys.chords": "keys that a pack names",
    "CallHttp.method": "a word of HTTP",
    "CallPython.entry": "a plug-in that a pack names",
    "Builtin.name": "a name of ours",
    "Builtin.language": "a language code",
    "LanguagesChanged.languages": "language codes",
    "UseLanguages.languages": "language codes",
    "HelpWanted.app": "the name of a program",
    "HelpWanted.language": "a language code",
    "WindowWanted.name": "the name of a window of ours",
    "Offer.name": "the id of a command",
    "Offer.phrases": "phrases of the packs",
    "Slot.name": "a name in a pack",
    "Step.command": "the id of a command",
    "Command.name": "the id of a command",
    "Suggest.phrases": "phrases of the packs",
    **dict.fromkeys(
        (
            *("Recipe.parts", "Phrasing.language", "Phrasing.templates", "Phrasing.examples", "Phrasing.say"),
            *("When.apps", "When.not_apps", "When.languages", "When.emotions", "When.sounds"),
            *("Definition.name", "SlotList.name", "Wake.phrase", "Wake.language", "Wake.variants"),
            *("Pack.name", "Pack.rules", "Place.file", "Problem.message", "Command.language"),
            "CommandSettings.wake_phrases",
            *("Choice.said", "Choice.out", "Recipe.options"),
        ),
        "text of a pack, not of what was said",
    ),
}
