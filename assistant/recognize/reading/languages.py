"""My languages only: what the model may answer with, and when it has to be asked again."""

from dataclasses import replace

from assistant.errors import SettingsError
from assistant.recognize.ports import ModelDescription, Query
from assistant.recognize.tags import Tags
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Tag

AUTO, NO_SPEECH = "auto", "nospeech"
SURE = 0.7
"""A ticked language less probable than this, among those ticked, is not left to the model to follow."""


class LanguageChooser:
    """Holds the model to the languages that the user speaks."""

    def __init__(self, about: ModelDescription, settings: RecognizeSettings) -> None:
        """Hold it to `settings`. Raises SettingsError for a language that the model does not know."""
        ticked = dict.fromkeys(settings.languages)
        asked = settings.language
        for name in (*ticked, asked):
            if name not in about.languages or (name == AUTO and asked != AUTO):
                known = ", ".join(sorted(about.languages))
                raise SettingsError(f"language {name!r} is unknown to {about.name}; it knows {known}")
        if asked == AUTO and len(ticked) == 1:
            [asked] = ticked  # nothing to find out
        if ticked and asked != AUTO:
            ticked[asked] = None
        self.ticked = tuple(ticked)
        """None: every language will do."""
        norm = about.with_itn if settings.itn else about.without_itn
        self.query = Query(about.languages[asked], norm)
        """What to ask first."""
        self._is_free = asked == AUTO and bool(ticked)
        self._ids = about.languages

    def second_query(self, tags: Tags) -> Query | None:
        """Return what to ask again, given what the model answered freely; None where it may stand."""
        if not self._is_free or tags.language.name == NO_SPEECH:
            return None
        best, *_ = (tag for tag in self.restrict(tags).languages if tag.name != NO_SPEECH)
        if tags.language.name == best.name and best.probability >= SURE:
            return None
        return replace(self.query, language=self._ids[best.name])

    def restrict(self, tags: Tags) -> Tags:
        """Return `tags` with the ticked languages only (and no speech at all), which sum to 1 again."""
        if not self.ticked:
            return tags
        said = {tag.name: tag.probability for tag in tags.languages}
        allowed = {name: said.get(name, 0.0) for name in self.ticked} | {
            name: probability for name, probability in said.items() if name == NO_SPEECH
        }
        total = sum(allowed.values())
        if total <= 0:  # a model whose tags know none of them
            allowed = dict.fromkeys(self.ticked, 1.0)
            total = len(allowed)
        ranked = sorted(allowed.items(), key=lambda pair: -pair[1])
        return replace(tags, languages=tuple(Tag(name, value / total) for name, value in ranked))
