"""All about one line: its text, what was heard and done, how long it took, and its recording."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assistant.devices.history import HistoryEntry
from assistant.tray.history.sound.strip import SoundStrip
from assistant.tray.history.words import emotion_of, language_of, method_of, outcome_of, sound_of, why_of
from assistant.tray.looks.palette import GAP, WIDE
from assistant.tray.looks.pieces import button


class Detail(QScrollArea):
    """Shows one line, and offers what can be done with it."""

    copied = Signal()
    typed = Signal()
    read_again = Signal()
    deleted = Signal()
    amended = Signal(str, bool)
    """The new text, and whether the difference is to be remembered."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.entry: HistoryEntry | None = None
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(WIDE, 0, 0, 0)
        column.setSpacing(GAP)
        self.remember = QCheckBox(self.tr("&Write it like this from now on"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(5 * self.text.fontMetrics().lineSpacing())
        self.text.textChanged.connect(self._show_mending)
        column.addWidget(self.text)
        self._build_mending(column)
        self._build_buttons(column)
        self.sound = SoundStrip()
        column.addWidget(self.sound)
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.facts)
        column.addStretch()
        self.setWidget(inside)
        self.show_entry(None)

    def show_entry(self, entry: HistoryEntry | None) -> None:
        """Show another line, or none."""
        self.entry = entry
        self.text.setPlainText(entry.text if entry else "")
        self.text.setEnabled(entry is not None)
        there = (
            entry.audio if entry is not None and entry.audio is not None and entry.audio.exists() else None
        )
        self.sound.show_recording(there)
        for each in (self.copy, self.again, self.delete):
            each.setEnabled(entry is not None)
        self.redo.setEnabled(there is not None)
        self.redo.setToolTip(
            "" if there else self.tr("Its recording is not kept. The settings can keep recordings.")
        )
        self.facts.setText(self._facts(entry) if entry else self.tr("Choose a line to see all about it."))
        self.remember.setChecked(False)
        self._show_mending()

    @property
    def is_changed(self) -> bool:
        """Whether there is a correction that is not saved."""
        return self.entry is not None and self.text.toPlainText() != self.entry.text

    def _build_mending(self, column: QVBoxLayout) -> None:
        self.mending = QWidget()
        row = QHBoxLayout(self.mending)
        row.setContentsMargins(0, 0, 0, 0)
        self.save = button(self.tr("&Save the correction"), "first")
        self.save.clicked.connect(
            lambda: self.amended.emit(self.text.toPlainText(), self.remember.isChecked())
        )
        self.revert = button(self.tr("&Undo"))
        self.revert.clicked.connect(lambda: self.show_entry(self.entry))
        for each in (self.save, self.revert, self.remember):
            row.addWidget(each)
        row.addStretch()
        column.addWidget(self.mending)

    def _build_buttons(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self.copy, self.again = button(self.tr("&Copy")), button(self.tr("&Type again"))
        self.redo, self.delete = button(self.tr("&Read again")), button(self.tr("&Delete"), "danger")
        signals = (self.copied, self.typed, self.read_again, self.deleted)
        for each, told in zip((self.copy, self.again, self.redo, self.delete), signals, strict=True):
            each.clicked.connect(told)
            row.addWidget(each)
        row.addStretch()
        column.addLayout(row)

    def _show_mending(self) -> None:
        self.mending.setVisible(self.is_changed)

    def _facts(self, entry: HistoryEntry) -> str:
        spent = entry.timings
        sounds = ", ".join(f"{sound_of(tag.name)} {tag.probability:.0%}" for tag in entry.sounds)
        became = outcome_of(entry.result)
        if entry.method:
            became += f", {method_of(entry.method)}, {1000 * entry.seconds:.0f} ms"
        model = entry.model + (self.tr(" (demonstration)") if entry.is_demo else "")
        times = self.tr("{audio} s of speech; features {features}, model {model}, decode {decode} ms").format(
            audio=f"{spent.audio:.2f}",
            features=f"{1000 * spent.features:.0f}",
            model=f"{1000 * spent.model:.0f}",
            decode=f"{1000 * spent.decode:.0f}",
        )
        rows = (
            (self.tr("When"), f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}"),
            (self.tr("Heard as"), entry.raw if entry.raw != entry.text else ""),
            (self.tr("Became"), became),
            (self.tr("Why"), why_of(entry) if entry.why else ""),
            (self.tr("Application"), entry.app),
            (self.tr("Language"), f"{language_of(entry.language.name)} {entry.language.probability:.0%}"),
            (self.tr("Feeling"), f"{emotion_of(entry.emotion.name)} {entry.emotion.probability:.0%}"),
            (self.tr("Sounds"), sounds),
            (self.tr("Model"), model),
            (self.tr("Times"), times),
        )
        return "\n".join(f"{name}: {value}" for name, value in rows if value)
