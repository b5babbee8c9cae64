"""Where to ask for a file, and in which order."""

import ipaddress
import os
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from assistant.devices.store.catalogue import CatalogueFile
from assistant.devices.store.transfer.wishes import Region
from assistant.errors import DownloadError

_CHINA = ("modelscope.cn", "hf-mirror.com")
"""Hosts that are quick inside mainland China, where others may not answer at all; the best first."""
_HOME_NAMES = (".local", ".lan", ".home", ".internal", ".home.arpa", ".localhost")


@dataclass(frozen=True, slots=True)
class Mirror:
    """One address of a file."""

    url: str
    is_given: bool = False
    """The user named it, so it may go without encryption where the network is the user's own."""

    @property
    def host(self) -> str:
        """Its host, for people."""
        return urlsplit(self.url).netloc


def mirrors_for(
    folder: str, file: CatalogueFile, region: Region, given: Sequence[str] = ()
) -> tuple[Mirror, ...]:
    """Return the addresses of `file` of the model `folder`.

    Mirrors that the user named hold `<model>/<file>`, and nobody else is asked then. Raises DownloadError.
    """
    if given:
        return tuple(Mirror(f"{_allowed(url)}/{folder}/{file.name}", is_given=True) for url in given)
    in_china = is_china() if region is Region.AUTO else region is Region.CHINA
    ordered = sorted(file.urls, key=lambda url: _rank(url, in_china=in_china))
    return tuple(Mirror(url) for url in ordered)


def is_china() -> bool:
    """Tell whether the system speaks the Chinese of the mainland."""
    named = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((text for text in named if text), "").startswith("zh_CN")


def _rank(url: str, *, in_china: bool) -> int:
    host = urlsplit(url).hostname or ""
    for rank, known in enumerate(_CHINA):
        if host == known or host.endswith(f".{known}"):
            return rank if in_china else rank + 1
    return len(_CHINA) if in_china else 0


def _allowed(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise DownloadError(f"{url} is no mirror: give an address that begins with https://")
    if parts.scheme == "http" and not _is_at_home(parts.hostname):
        raise DownloadError(f"{url} is not encrypted and not in your own network: use https://")
    return url.rstrip("/")


def _is_at_home(host: str) -> bool:
    """Tell whether a host is this machine or one in the local network."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith(_HOME_NAMES)
    return address.is_loopback or address.is_private or address.is_link_local
