"""The settings file: one TOML file that people can edit, and that programs change without spoiling it."""

from assistant.devices.settings_file.file import SettingsFile

__all__ = ["SettingsFile"]
