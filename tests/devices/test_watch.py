from dataclasses import replace
from pathlib import Path

from assistant.devices.settings_file import SettingsFile
from assistant.devices.watch import Watch
from assistant.values.settings import RecognizeSettings, Settings
from tests.support.waiting import wait_until


def test_a_change_is_told_once_and_a_file_that_appears_is_a_change(tmp_path: Path) -> None:
    file, told = SettingsFile(tmp_path / "settings.toml"), list[Settings]()
    watch = Watch(file.stamp, lambda: told.append(SettingsFile(file.path).read()))
    watch.start()
    first = replace(Settings(), recognize=RecognizeSettings(language="zh"))
    file.write(first)
    wait_until(lambda: told)
    second = replace(Settings(), recognize=RecognizeSettings(language="en"))
    file.write(second)
    wait_until(lambda: len(told) == 2)
    watch.stop()
    file.write(first)
    assert told == [first, second]


def test_a_watch_that_never_began_stops() -> None:
    Watch(lambda: None, lambda: None).stop()
