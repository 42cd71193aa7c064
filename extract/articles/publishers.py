"""Outlets and news agencies that are known by name or by domain: data, looked up by normal form.

The tables are the gazetteer's ``outlets.tsv`` and ``outlet_register.tsv``, and what a user adds (``--outlets``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from urllib.parse import urlsplit

from whosays.extract.lexicon import outlets, own_outlet, phrases, registered_at

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,6}[a-z]{2,18}", re.IGNORECASE)
_SAID = phrases("credits", "publishers")
_NEWSPAPER = re.compile(_SAID["NEWSPAPER"])
_TITLED = re.compile(r"[A-Z][\w’'-]*(?: (?:of |the |and |& )?[A-Z][\w’'-]*){0,7}")
_AGENCY_LIKE = re.compile(_SAID["AGENCY_LIKE"])


def outlet_named(name: str) -> str | None:
    """Return the outlet that goes by this name, the article the case aside, or ``None``; a user's own list first."""
    own = own_outlet(name)
    return own.name if own else _outlet_names().get(_key(name))


def agency_named(name: str) -> str | None:
    """Return the news agency of this name, or ``None``; abbreviations must stand in their own case."""
    bare = re.sub(r"^[Tt]he\s+", "", name.strip())
    return _agency_names().get(bare) or (_agency_keys().get(_key(bare)) if len(bare) > 5 else None)


def agency_like(name: str) -> str | None:
    """Return a known agency's name, or an unknown one's as it stands if it calls itself an agency."""
    name = " ".join(name.split())
    known = agency_named(name)
    if known or not name or not _AGENCY_LIKE.fullmatch(name) or not name[0].isupper():
        return known
    return re.sub(r"^[Tt]he\s+", "", name)


def outlet_at(link: str, text: str = "") -> str | None:
    """Return the outlet of a link or host, ``None`` for no link.

    Its name where the domain is known; as ``text`` spells it where it does; as the domain itself spells it where
    it ends in a newspaper's word (``harbourgazette.com``: Harbour Gazette); otherwise the host.
    """
    host = host_of(link)
    if not host:
        return None
    return known_outlet_at(host) or name_spelt_like(host, text) or _name_of(host) or host


def name_spelt_like(host: str, text: str) -> str | None:
    """Return the name in title case by which a text calls a host (``harbourgazette.com``: Harbour Gazette)."""
    label = label_of(host).replace("-", "")
    for words in _TITLED.findall(text) if len(label) > 5 else ():
        tokens = words.split()
        for at in range(len(tokens)):
            for end in range(at + 1, min(at + 5, len(tokens)) + 1):
                if _key(" ".join(tokens[at:end])).replace(" ", "") == label.removeprefix("the"):
                    return " ".join(tokens[at:end])
    return None


def known_outlet_at(link: str) -> str | None:
    """Return the known outlet of a link or host, or ``None``: of its own domain, then of those above it."""
    return next((name for domain in _domains_of(link) if (name := outlet_of_domain(domain))), None)


def outlet_of_domain(host: str) -> str | None:
    """Return the known outlet of just this domain, or ``None``; what the domains above it are is left aside."""
    registered = registered_at(host)
    if registered is not None and own_outlet(registered.name) is registered:
        return registered.name
    return _domains().get(host) or (registered.name if registered else None)


def _domains_of(link: str) -> list[str]:
    labels = (host_of(link) or "").split(".")
    return [".".join(labels[at:]) for at in range(len(labels) - 1)]


def host_of(link: str) -> str | None:
    """Return the host that a link or a bare domain names, in lower case and without ``www.``."""
    try:
        host = urlsplit(link if "//" in link else f"//{link}").hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") if _HOST.fullmatch(host) else None


def outlet_of_file(stem: str) -> str | None:
    """Return the known outlet that a file's name begins with (``daily-mail_2024-12-19_...``), or ``None``.

    Only a whole part up to ``_`` counts, and no name that is also a common word.
    """
    first, separator, _ = stem.partition("_")
    if not separator:
        return None
    return known_outlet_at(first) if "." in first else _uncommon().get(_key(first.replace("-", " ")))


def label_of(host: str) -> str:
    """Return the part of a host that names it: the longest but the last."""
    return max(host.split(".")[:-1], key=len, default="")


def newspaper_like(name: str) -> bool:
    """Tell whether a name ends as those of newspapers do: "Lisk Gazette"."""
    return bool(_NEWSPAPER.fullmatch(re.sub(r"[^a-z]", "", name.casefold())))


def _name_of(host: str) -> str | None:
    match = _NEWSPAPER.fullmatch(label_of(host))
    return " ".join(part.replace("-", " ").title() for part in match.groups() if part) if match else None


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", " ", plain.replace("'", "").replace("’", "")).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


@cache
def _domains() -> dict[str, str]:
    return {
        domain: outlet.name for kind in ("agency", "outlet") for outlet in outlets(kind) for domain in outlet.domains
    }


@cache
def _outlet_names() -> dict[str, str]:
    return {_key(name): outlet.name for outlet in outlets("outlet") for name in outlet.names}


@cache
def _uncommon() -> dict[str, str]:
    common = {outlet.name for outlet in outlets("outlet") if outlet.common}
    return {key: name for key, name in _outlet_names().items() if name not in common}


@cache
def _agency_names() -> dict[str, str]:
    return {name: agency.name for agency in outlets("agency") for name in agency.names}


@cache
def _agency_keys() -> dict[str, str]:
    return {_key(name): agency for name, agency in _agency_names().items() if len(_key(name)) > 5}
