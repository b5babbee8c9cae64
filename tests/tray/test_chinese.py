"""The windows in Chinese, down to the sentences that engine and devices make: one of each kind."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from assistant.act.planner import Planner
from assistant.cli.commands.doctor import Finding, Health
from assistant.devices.glossary.files import REPLACEMENTS
from assistant.devices.settings_file import SettingsFile
from assistant.devices.store.catalogue import read_catalogue
from assistant.devices.store.licence import POINT, licence_text
from assistant.devices.store.store import ModelStore
from assistant.tray.cards.question import QuestionCard
from assistant.tray.commands.window import CommandsWindow
from assistant.tray.desk import Desk
from assistant.tray.first_run.pages.model import _in_words
from assistant.tray.first_run.parts.fetch import Phase
from assistant.tray.first_run.wizard import FirstRun
from assistant.tray.history.words import method_of, why_of
from assistant.tray.looks.language import Speech
from assistant.tray.overlay.story import Choice, Story
from assistant.tray.settings.pages.applications import ApplicationsPage
from assistant.tray.settings.pages.commands import CommandsPage
from assistant.tray.settings.pages.keys import KeysPage
from assistant.tray.settings.pages.text import TextPage
from assistant.tray.settings.window import SettingsWindow
from assistant.tray.tray import Tray
from assistant.values.action import NO_LANGUAGE_MODEL, Action, Execute, KeepText, Outcome, Result
from assistant.values.audio import SpeechStarted, Trigger
from assistant.values.commands.deed import Slot
from assistant.values.control import Mode
from assistant.values.event import ActionPerformed, Fault, MicrophoneOpened, Trouble
from assistant.values.intent import Command, Confirm, Dictate
from assistant.values.settings import ActSettings, Hotkey, Profile
from assistant.wiring import load_router, open_history
from tests.fakes.recognizer import transcript
from tests.support.model_shop import open_shop

PATIENCE = 30_000
MICROPHONE = (
    "Desk gives only silence: it is muted, unplugged or not permitted. "
    "Unmute it, or choose another one, in the sound settings."
)
FULL = "The history can't be written (Permission denied). Check the disk; nothing else is affected."
NO_KEYS = (
    "no hotkey can be watched here; bind `assistant press` and `assistant release`, "
    "or only `assistant toggle`, to a key of the desktop"
)
NO_KEYS_SAID = (
    "! 桌面：这里无法监视按键；"
    "请把 `assistant press` 和 `assistant release`（或只用 `assistant toggle`）绑定到桌面的一个键"
)
ENGLISH = re.compile(r"[A-Za-z]{3,} [A-Za-z]{2,}")


@pytest.fixture(autouse=True)
def _chinese(app: QApplication) -> Iterator[None]:
    speech = Speech(app)
    speech.use("zh_CN")
    yield
    speech.use("en")


@pytest.fixture
def desk(app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    return Desk(lambda _control: None, settings_file=SettingsFile(), microphones=lambda: ["Desk"])


@pytest.fixture
def settings(desk: Desk) -> Iterator[SettingsWindow]:
    window = SettingsWindow(desk)
    window.show()
    yield window
    window.close()


def planned(intent: Command | Confirm) -> Action:
    router = load_router(SettingsFile().read())
    return Planner(ActSettings(), router.find).plan(intent, None)


def test_a_trouble_in_menu_and_tooltip(desk: Desk) -> None:
    tray = Tray(desk)
    tray.follow(MicrophoneOpened("default microphone"))
    tray.follow(Trouble(Fault.MICROPHONE_SILENT, MICROPHONE))
    told = "Desk 只有静音：它被静音、拔掉或未获许可。请在声音设置里取消静音，或另选一个。"
    assert told in tray.icon.toolTip()
    assert "默认麦克风" in tray.icon.toolTip()
    assert tray.menu.trouble.text() == told
    assert not ENGLISH.search(tray.icon.toolTip())


def test_a_trouble_on_the_overlay(app: QApplication) -> None:
    story = Story(Mode.PUSH_TO_TALK)
    story.follow(Trouble(Fault.STORAGE, FULL))
    assert story.page is not None
    assert story.page.note == "无法写入历史记录（权限不足）。请检查磁盘；其他功能不受影响。"


@pytest.mark.parametrize(
    ("why", "note"),
    [
        ("unsure", "把握不大，没有输入"),
        (NO_LANGUAGE_MODEL, "没有启用语言模型"),
        (
            "Nothing is ever typed into KeePassXC, as your settings say. The text is kept.",
            "按您的设置，从不向 KeePassXC 输入。文字已保留。",
        ),
    ],
)
def test_a_text_that_was_kept(app: QApplication, why: str, note: str) -> None:
    story = Story(Mode.PUSH_TO_TALK)
    story.follow(SpeechStarted(1, 0, Trigger.PUSH_TO_TALK))
    story.follow(ActionPerformed(1, KeepText("hello", why), Outcome(Result.KEPT)))
    assert story.page is not None
    assert (story.page.note, story.page.choices) == (note, (Choice.KEEP,))


def test_what_a_command_did_is_called_by_its_name(app: QApplication) -> None:
    story = Story(Mode.PUSH_TO_TALK)
    action = planned(Command("tabs.close", language="en"))
    assert isinstance(action, Execute)
    story.follow(ActionPerformed(1, action, Outcome(Result.DONE)))
    assert story.page is not None
    assert story.page.note == "已执行：关闭标签"
    story.follow(ActionPerformed(1, action, Outcome(Result.FAILED, "No window has the keyboard.")))
    assert story.page.note == "没有窗口拥有键盘焦点。"


def test_the_question_before_something_dangerous(desk: Desk) -> None:
    card = QuestionCard(desk)
    for intent, asked in (
        (Command("app.close", (Slot("app", "firefox"),)), "关闭 firefox"),
        (Command("power.off"), "关机"),
    ):
        card.follow(ActionPerformed(1, planned(Confirm(intent, 0)), Outcome(Result.ASKED)))
        assert card.question.text() == asked
    card.close()


def test_the_browser_of_commands(desk: Desk, qtbot: QtBot) -> None:
    window = CommandsWindow(desk)
    window.show()
    qtbot.waitUntil(lambda: bool(window.groups), timeout=PATIENCE)
    lines = [child.text(column) for _, children in window.groups for child in children for column in (0, 1)]
    assert len(lines) > 150
    assert [line for line in lines if ENGLISH.search(line)] == []
    assert [group.text(0) for group, _ in window.groups if ENGLISH.search(group.text(0))] == []
    window.close()


def test_what_this_computer_does_not_allow(desk: Desk, tmp_path: Path) -> None:
    shop = open_shop(tmp_path, padding=1000)
    window = FirstRun(desk, lambda report: ModelStore(read_catalogue(shop.catalogue), report=report))
    checks = window.key.checks
    found = (
        Finding("microphone", Health.BAD, "none found; plug one in, or start the sound server"),
        Finding("folders", Health.BAD, "/data can't be written to; give yourself the rights to /"),
        Finding("desktop", Health.WEAK, NO_KEYS),
    )
    checks._show(found)
    lines = [label.text() for label in checks.findChildren(QLabel)][1:]
    assert lines == [
        "✗ 麦克风：没有找到；请插上一个，或启动声音服务",
        "✗ 文件夹：无法写入 /data；请给自己 / 的写入权限",
        NO_KEYS_SAID,
    ]
    window.close()


def test_a_download_that_fails(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    shop = open_shop(tmp_path, padding=1000)
    window = FirstRun(desk, lambda report: ModelStore(read_catalogue(shop.catalogue), report=report))
    window.show()
    window.show_page("model")
    window.model.mirror.setText("http://127.0.0.1:9")
    window.model.accept_box.click()
    window.model.get.click()
    qtbot.waitUntil(lambda: window.fetch.phase is Phase.FAILED, timeout=PATIENCE)
    told = window.model.told.text()
    assert told.endswith("再次下载即可继续；也可以换一个镜像，或从文件夹导入")
    assert "没有下载成功：" in told
    assert not ENGLISH.search(told)
    window.close()


def test_lines_of_words_that_make_no_sense(settings: SettingsWindow) -> None:
    settings.show_page("text")
    page = settings.page("text")
    assert isinstance(page, TextPage)
    wrong = {
        REPLACEMENTS: ("nonsense", "第 1 行：说出的 => 写成的"),
        "hotwords.txt": ("Kaldi\nKaldi\n ~~~", "第 2 行：词表里已经有了\n第 3 行：~~~ 之后没有写词语"),
    }
    for name, (text, told) in wrong.items():
        editor = page.words.editors[name]
        editor.text.setPlainText(text)
        editor.check()
        assert editor.told.text() == told


def test_settings_that_make_no_sense(desk: Desk) -> None:
    desk.settings_file.path.parent.mkdir(parents=True, exist_ok=True)
    desk.settings_file.path.write_text("[hear]\nvad_mode = 9\n", encoding="utf-8")
    window = SettingsWindow(desk)
    assert window.trouble.text() == "hear.vad_mode 应为：0, 1, 2, 3 之一；现用默认值。"
    window.close()


def test_keys_that_other_programs_want(settings: SettingsWindow, desk: Desk) -> None:
    settings.choices.set("act.hotkeys", (Hotkey("Super_L"), Hotkey("Alt+F4")))
    settings.show_page("keys")
    page = settings.page("keys")
    assert isinstance(page, KeysPage)
    told = page.hotkeys.conflicts()
    assert "多数桌面的菜单" in told
    assert "关闭窗口" in told


def test_how_text_is_put_into_an_application(settings: SettingsWindow, desk: Desk) -> None:
    settings.choices.set("profiles", (Profile("xterm"),))
    settings.show_page("applications")
    page = settings.page("applications")
    assert isinstance(page, ApplicationsPage)
    offers = [box.itemText(row) for box in page.findChildren(QComboBox) for row in range(box.count())]
    assert "用 Shift+Insert 粘贴" in offers
    assert [offer for offer in offers if ENGLISH.search(offer)] == []


def test_a_sentence_that_is_tried(settings: SettingsWindow, qtbot: QtBot) -> None:
    settings.show_page("commands")
    page = settings.page("commands")
    assert isinstance(page, CommandsPage)
    page.said.setText("关闭标签")
    qtbot.waitUntil(lambda: page.does.text().startswith("✓"), timeout=PATIENCE)
    assert page.does.text() == "✓ 关闭标签\n按下 ctrl+w"


def test_why_a_line_of_the_history_has_no_text(desk: Desk) -> None:
    history = open_history(SettingsFile().read().keep)
    kept = KeepText("x", "The command needs {app}, and nothing was said for it.")
    history.add(transcript(1, "x"), Dictate("x"), kept, Outcome(Result.KEPT, method="window manager"))
    (entry,) = history.entries(limit=1)
    history.close()
    assert why_of(entry) == "这条命令需要 {app}，但没有说出来。"
    assert method_of(entry.method) == "窗口管理器"


def test_the_licence_that_is_accepted(desk: Desk) -> None:
    model = next(one for one in read_catalogue().models if one.needs_consent)
    told = _in_words(licence_text(model)).splitlines()
    assert model.licence_url in told
    assert "要点（以上述网址的全文为准）：" in told
    points = [line for line in told if line.startswith(POINT)]
    assert len(points) == 5
    assert [point for point in points if ENGLISH.search(point)] == []
