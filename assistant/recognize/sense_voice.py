"""The recogniser: utterances in, transcripts out, with most of the work done while the user speaks.

How that is done stands in `eager`. It only saves time: a transcript depends on the samples of the
utterance and on where it is cut, and on nothing else.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from assistant.recognize import detokenize, tags
from assistant.recognize.eager.joint import Joiner
from assistant.recognize.eager.line import Line, Speller
from assistant.recognize.eager.reader import EagerReader
from assistant.recognize.eager.window import Decoder
from assistant.recognize.ports import AcousticModel, Cancellation, Lists
from assistant.recognize.reading.evidence import weigh
from assistant.recognize.reading.interpreter import NO_LISTS, Interpreter
from assistant.recognize.reading.reading import Reading, runners_up
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.audio import Segment, SpeechStarted, Utterance, seconds
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Transcript


class SenseVoice:
    """Recognises one utterance after the other with a SenseVoice model."""

    def __init__(
        self,
        model: AcousticModel,
        settings: RecognizeSettings,
        clock: Callable[[], float],
        lists: Lists = NO_LISTS,
    ) -> None:
        """Recognise as `settings` say. Raises SettingsError for a language the model does not know."""
        self._about = model.description
        self._wake = model.wake
        self._interpreter = Interpreter(model, settings, lists)
        decoder = Decoder(self._interpreter.emit, self._about.cmvn, clock)
        joiner = Joiner(Vocabulary.of(self._about.pieces), self._about.blank)
        speller = Speller(self._interpreter.read, joiner, clock)
        self._reader: EagerReader[Reading] = EagerReader(decoder, speller)
        self._begun: SpeechStarted | None = None

    def feed(
        self,
        item: SpeechStarted | Segment | Utterance,
        cancellation: Cancellation | None = None,
        *,
        for_commands: bool = False,
    ) -> Iterator[Transcript]:
        """Take what was heard; an Utterance gives its transcript, a pause a partial one.

        `for_commands` listens for the phrases of the lists, too; it is the same for all of an utterance.
        Raises CancelledError and ModelError as the model does; the next utterance is not affected.
        """
        self._interpreter.expect(commands=for_commands)
        match item:
            case SpeechStarted():
                self._begun = item
                self._wake()
                self._interpreter.refresh()
                self._reader.begin(item.utterance, item.start)
            case Segment(number):
                line = self._reader.hear(item, cancellation)
                if line is not None and self._begun is not None:
                    partial = self._transcript(line, (number, self._begun.start, item.stop))
                    yield replace(partial, is_final=False)
            case Utterance():
                line = self._reader.read(item, cancellation)
                transcript = self._transcript(line, (item.number, item.start, item.stop))
                yield replace(transcript, evidence=weigh(item, line.settled))
            case _:
                assert_never(item)

    def speak(self, languages: tuple[str, ...]) -> None:
        """Expect these languages from now on; none: those of the settings."""
        self._interpreter.speak(languages)

    def flush(self) -> Iterator[Transcript]:
        """Forget an utterance that was begun: only a finished one has a transcript."""
        self._reader.forget()
        yield from ()

    def _transcript(self, line: Line[Reading], span: tuple[int, int, int]) -> Transcript:
        number, start, stop = span
        readings = line.settled
        said = tags.mean([(reading.tags, float(reading.stop - reading.start)) for reading in readings])
        return Transcript(
            utterance=number,
            start=start,
            stop=stop,
            text=detokenize.join(reading.text for reading in readings),
            language=said.language,
            emotion=said.emotion,
            sounds=said.heard,
            words=tuple(word for reading in readings for word in reading.words),
            model=self._about.name,
            is_demo=self._about.is_demo,
            is_random=self._about.is_random,
            timings=replace(line.spent, audio=seconds(stop - start)),
            replacements=tuple(one for reading in readings for one in reading.replacements),
            runners_up=runners_up(readings),
            withheld=detokenize.join(reading.withheld for reading in readings),
            candidate=readings[0].candidate if len(readings) == 1 else None,  # no command is that long
        )
