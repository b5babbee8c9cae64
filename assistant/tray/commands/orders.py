"""What commands are called, and what they would do, in words."""

from PySide6.QtCore import QLocale, QObject

from assistant.act.commands.steps import detail
from assistant.act.commands.titles import GAP
from assistant.tray.looks.said import said
from assistant.values.action import Step
from assistant.values.commands.deed import Builtin


class Orders(QObject):
    """Says it in the language of the application, with the titles that the packs give."""

    def names(self, steps: tuple[Step, ...]) -> str:
        """Name the commands."""
        language = QLocale().name().split("_")[0]
        return self.tr(", ").join(each.title(language) for each in steps)

    def details(self, steps: tuple[Step, ...]) -> str:
        """Say what exactly would be done: literal arguments, as they stand in the pack or were said."""
        return "\n".join(filter(None, (said(detail(each)) for each in steps)))

    def question(self, steps: tuple[Step, ...]) -> str:
        """Ask about them: each with its name, and what exactly would be done where the name does not say."""
        lines = []
        for each in steps:
            name, what = self.names((each,)), self.details((each,))
            is_told = isinstance(each.deed, Builtin) and each.deed.name == each.command and GAP not in name
            asked = self.tr("{command}: {detail}")
            lines.append(name if is_told or not what else asked.format(command=name, detail=what))
        return "\n".join(lines)
