"""The community's hook copies the metadata of a distribution that webrtcvad-wheels does not carry."""

from PyInstaller.utils.hooks import copy_metadata

datas = copy_metadata("webrtcvad-wheels")
