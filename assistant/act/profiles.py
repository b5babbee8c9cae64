"""Which profile an application has, and what it changes."""

from dataclasses import fields, replace
from fnmatch import fnmatchcase

from assistant.values.action import Window
from assistant.values.settings import FormatSettings, Profile

_STYLES = {one.name for one in fields(FormatSettings)} & {one.name for one in fields(Profile)}


def profile_of(window: Window | None, profiles: tuple[Profile, ...]) -> Profile | None:
    """Return the first profile that matches the application of `window`; None where none does."""
    app = window.app.casefold() if window is not None else ""
    return next((one for one in profiles if app and _matches(app, one.match)), None)


def languages_in(profiles: tuple[Profile, ...], window: Window | None) -> tuple[str, ...]:
    """Return the languages spoken in `window`; none where its profile says nothing of them."""
    profile = profile_of(window, profiles)
    return () if profile is None else profile.languages


def style_in(settings: FormatSettings, profile: Profile | None) -> FormatSettings:
    """Return `settings` with what `profile` says on top."""
    if profile is None:
        return settings
    said = {name: value for name in _STYLES if (value := getattr(profile, name)) is not None}
    return replace(settings, **said)


def _matches(app: str, patterns: str) -> bool:
    return any(fnmatchcase(app, each.strip().casefold()) for each in patterns.split("|"))
