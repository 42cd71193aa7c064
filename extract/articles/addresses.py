"""One address for one page: its twins for phones and AMP, and what campaigns add to links, lead to the same.

Nothing is fetched, so only what an address itself shows is undone; a page's own canonical link goes before.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from whosays.extract.lexicon import phrases

_SAID = phrases("credits", "addresses")
_MOBILE: Final = re.compile(_SAID["MOBILE"], re.IGNORECASE)
_AMP_PATH: Final = re.compile(r"^/amp(?=/.)|/amp/?$|\.amp(?=\.html?$)|\.amp$|(?<=/)amp/(?=[^/]+$)", re.IGNORECASE)
_AMP_CACHE: Final = re.compile(r"^/(?:[a-z]/)?(?:s/)?(?P<page>[^/]+\..+)$")
_GOOGLE_AMP: Final = re.compile(r"^/amp/(?:s/)?(?P<page>[^/]+\..+)$")
_CAMPAIGN: Final = re.compile(_SAID["CAMPAIGN"], re.IGNORECASE)
_HOME: Final = re.compile(r"/?(?:(?:index|default|home)\.[a-z]{3,5})?", re.IGNORECASE)
_PORTS: Final = {"http": 80, "https": 443}


def canonical(url: str) -> str:
    """Return the address that stands for a page and its twins; what is no web address stays as it is."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return url
    if parts.scheme.lower() not in _PORTS or not host:
        return url
    cached = _cached(host, parts.path)
    if cached:
        return canonical(f"https://{cached}")
    own_port = f":{port}" if port and port != _PORTS[parts.scheme.lower()] else ""
    query = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _is_campaign(key, value)
    ]
    kept = urlencode(query) if len(query) < len(parse_qsl(parts.query, keep_blank_values=True)) else parts.query
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    path = _AMP_PATH.sub("", parts.path) or "/"
    return urlunsplit(("https", _MOBILE.sub("", host) + own_port, path, kept, fragment))


def article_address(*told: str | None) -> str | None:
    """Return the first of some addresses that can be an article's, as it stands for the page and its twins.

    That of a site as a whole ("https://lisk.example/") is none, though some sites call it canonical on every page.
    """
    return next((canonical(url) for url in told if url and not is_home(url)), None)


def is_home(url: str) -> bool:
    """Tell whether an address is that of a site as a whole: one without path or query."""
    try:
        parts = urlsplit(canonical(url))
    except ValueError:
        return False
    return parts.scheme in _PORTS and bool(_HOME.fullmatch(parts.path)) and not parts.query and not parts.fragment


def _cached(host: str, path: str) -> str | None:
    """Return the page that a cache of AMP pages holds under its own address."""
    pattern = _GOOGLE_AMP if re.fullmatch(r"(?:www\.)?google\.[a-z.]+", host) else None
    if host.endswith(".cdn.ampproject.org"):
        pattern = _AMP_CACHE
    match = pattern.match(unquote(path)) if pattern else None
    return match["page"] if match else None


def _is_campaign(key: str, value: str) -> bool:
    """Tell whether a part of a query says where a reader came from; ``amp`` only where it is a switch."""
    return bool(_CAMPAIGN.fullmatch(key)) and (key.lower() != "outputtype" or value.lower() == "amp")
