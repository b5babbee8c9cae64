"""Rows of commands about sound, services, timers, notes, the web, and the assistant itself."""

import json
from collections.abc import Callable
from typing import Any

from tests.journeys.commands.row import Row, Seen, once
from tests.journeys.commands.stage import Stage
from tests.journeys.commands.windows import YES

PLAYER, LOGIN = "org.mpris.MediaPlayer2.Stage", "org.freedesktop.login1"
SINK, SOURCE = "@DEFAULT_SINK@", "@DEFAULT_SOURCE@"


def calls(service: str, method: str, *ending: object) -> Callable[[Stage], Seen]:
    """Return what sees a service called; `ending` is how its arguments end."""

    def prepare(stage: Stage) -> Seen:
        stage.show_keys()
        service_ = stage.services[service]
        before = len(service_.called(method))

        def look() -> str:
            fresh = service_.called(method)[before:]
            is_right = any(not ending or arguments[-len(ending) :] == ending for arguments in fresh)
            shown = f" {ending[-1]}" if ending else ""
            return f"D-Bus: {service}.{method}{shown}" if is_right else ""

        return look

    return prepare


def loudness(low: int, high: int, before: int) -> Callable[[Stage], Seen]:
    """Return what sees the volume between `low` and `high` percent."""

    def prepare(stage: Stage) -> Seen:
        stage.sound.pactl("set-sink-volume", SINK, f"{before}%")

        def look() -> str:
            found = int(stage.sound.pactl("get-sink-volume", SINK).split("%")[0].split()[-1])
            return f"sound server: {before} % -> {found} %" if low <= found <= high else ""

        return look

    return prepare


def muted(kind: str, device: str, *, is_on: bool) -> Callable[[Stage], Seen]:
    """Return what sees a device muted, or not."""

    def prepare(stage: Stage) -> Seen:
        stage.sound.pactl(f"set-{kind}-mute", device, str(int(not is_on)))
        wanted = "yes" if is_on else "no"

        def look() -> str:
            is_so = wanted in stage.sound.pactl(f"get-{kind}-mute", device)
            if is_so and kind == "source":
                stage.sound.pactl("set-source-mute", device, "0")
            return f"sound server: {kind} muted: {wanted}" if is_so else ""

        return look

    return prepare


def tells(*parts: str) -> Callable[[Stage], Seen]:
    """Return what sees the assistant answer with any of these."""

    def prepare(stage: Stage) -> Seen:
        before = len(stage.told())

        def look() -> str:
            fresh = stage.told()[before:]
            lines = [line for line in fresh.splitlines() if any(part in line for part in parts)]
            return f"says: {lines[-1].removeprefix('assistant: ')}" if lines else ""

        return look

    return prepare


def opens(*addresses: str) -> Callable[[Stage], Seen]:
    """Return what sees an address handed to the browser."""

    def prepare(stage: Stage) -> Seen:
        stage.opened.write_text("")

        def look() -> str:
            found = stage.opened.read_text().strip()
            return f"browser: {found}" if found.startswith(addresses) else ""

        return look

    return prepare


def is_in(name: str, *values: str) -> Callable[[Stage], Seen]:
    """Return what sees `assistant status` say so."""

    def prepare(stage: Stage) -> Seen:
        return lambda: f"status: {name} {stage.status()[name]}" if str(stage.status()[name]) in values else ""

    return prepare


def _timers(stage: Stage) -> list[dict[str, Any]]:
    file = stage.home / "state" / "timers.json"
    return list(json.loads(file.read_text())) if file.exists() else []


def _timed(seconds: int, *about: str) -> Callable[[Stage], Seen]:
    def prepare(stage: Stage) -> Seen:
        def look() -> str:
            found = [one for one in _timers(stage) if one["seconds"] == seconds]
            is_right = any(not about or one["about"] in about for one in found)
            return f"file: timers.json has {found[0]}"[:70] if is_right else ""

        return look

    return prepare


def _off(stage: Stage) -> Seen:
    before = len(_timers(stage))
    return once(lambda: len(_timers(stage)) == before - 1, f"file: {before} timers -> {before - 1}")


def _noted(stage: Stage) -> Seen:
    file = stage.home / "data" / "notes.txt"

    def look() -> str:
        lines = file.read_text().splitlines() if file.exists() else [""]
        return f"file: notes.txt: {lines[-1]}" if lines[-1].endswith(("eggs and bread", "鸡蛋和面包")) else ""

    return look


def _notes_shown(stage: Stage) -> Seen:
    return opens(str(stage.home / "data" / "notes.txt"))(stage)


ROWS = (
    Row("media.play_pause", "pause the music", "暂停音乐", calls(PLAYER, "PlayPause")),
    Row("media.next", "next song", "下一首", calls(PLAYER, "Next")),
    Row("media.previous", "previous song", "上一首", calls(PLAYER, "Previous")),
    Row("media.stop", "stop the music", "停止播放", calls(PLAYER, "Stop")),
    Row("volume.set", "set volume to 50%", "音量调到50%", loudness(49, 51, 80)),
    Row("volume.up", "volume up", "声音大一点", loudness(49, 51, 40)),
    Row("volume.down", "volume down", "声音小一点", loudness(29, 31, 40)),
    Row("volume.mute", "mute the sound", "静音", muted("sink", SINK, is_on=True)),
    Row("volume.unmute", "unmute", "取消静音", muted("sink", SINK, is_on=False)),
    Row("microphone.mute", "mute my microphone", "关闭麦克风", muted("source", SOURCE, is_on=True)),
    Row("screen.lock", "lock the screen", "锁屏", calls("org.gnome.ScreenSaver", "Lock")),
    Row(
        "screen.brighter",
        "brightness up",
        "屏幕亮一点",
        calls("org.gnome.SettingsDaemon.Power", "Set", ("i", 50)),
    ),
    Row(
        "screen.darker",
        "brightness down",
        "屏幕暗一点",
        calls("org.gnome.SettingsDaemon.Power", "Set", ("i", 30)),
    ),
    Row("quiet.on", "do not disturb", "打开勿扰", calls("org.freedesktop.Notifications", "Set", ("b", True))),
    Row(
        "quiet.off",
        "turn off do not disturb",
        "关闭勿扰",
        calls("org.freedesktop.Notifications", "Set", ("b", False)),
    ),
    Row("power.suspend", "suspend the computer", "电脑待机", calls(LOGIN, "Suspend"), YES),
    Row("power.off", "shut down the computer", "关机", calls(LOGIN, "PowerOff"), YES),
    Row("power.restart", "restart the computer", "重启电脑", calls(LOGIN, "Reboot"), YES),
    Row("clock.time", "what time is it", "几点了", tells("It is", "现在")),
    Row("clock.date", "what day is it", "今天几号", tells("Today is", "今天是")),
    Row("timer.set", "set a timer for five minutes", "定一个五分钟的计时器", _timed(300)),
    Row("timer.left", "how much time is left", "还剩多久", tells("left")),
    Row(
        "timer.remind",
        "remind me to call mum in twenty minutes",
        "二十分钟后提醒我打电话",
        _timed(1200, "call mum", "打电话"),
    ),
    Row("timer.cancel", "cancel the timer", "取消计时器", _off),
    Row("note.add", "take a note buy milk, eggs and bread", "记一下买牛奶、鸡蛋和面包", _noted),
    Row("note.open", "show my notes", "打开笔记", _notes_shown),
    Row("web.search", "search for rain tomorrow", "搜索明天的天气", opens("https://")),
    Row("web.wikipedia", "search wikipedia for octopus", "在维基百科上搜索章鱼", opens("https://")),
    Row(
        "web.open",
        "open hacker news",
        "访问百度网站",
        opens("https://news.ycombinator.com", "https://www.baidu.com"),
    ),
    Row("assistant.command", "command mode", "命令模式", is_in("mode", "command")),
    Row("assistant.sleep", "stop listening", "停止听写", is_in("mode", "asleep")),
    Row("assistant.wake", "wake up", "醒来", is_in("mode", "command")),
    Row("assistant.dictation", "dictation mode", "听写模式", is_in("mode", "hands_free")),
    Row("assistant.language", "switch to Chinese", "我要说中文", is_in("languages", "['zh']")),
    Row("assistant.help", "what can I say", "我能说什么", tells("commands work here (")),
    Row("assistant.history", "show history", "历史记录", tells("`assistant history`")),
)
