"""Who published a page: what it calls itself, made a name; its host is the last resort.

The order: JSON-LD's publisher, the site's name of OpenGraph and of JSON-LD, microdata's publisher, other tags, the part
of the title, a logo or a copyright line that spells the host, the register by the host, the host.  Passed over are a
name that is the article's own title or author, a country's, that of the system which a page was made with, and a mere
host.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from whosays.extract.articles.publishers import (
    agency_like,
    host_of,
    known_outlet_at,
    label_of,
    newspaper_like,
    outlet_at,
    outlet_named,
    outlet_of_domain,
)
from whosays.extract.articles.web.page_titles import parts_of, title_element
from whosays.extract.articles.web.signals import Signals, is_beside, name_marked, names, squeezed, tags, words_of
from whosays.extract.lexicon import country_named, gender_of_name, phrases, word_class

_TAGS: Final = tags("outlet")
# what pages are made with; it publishes none of them
_SYSTEMS: Final = word_class("web_systems")
_SHARED_NAMES: Final = word_class("shared_given_names")
_TAGLINE: Final = re.compile(r"\s+[|–—•·»:-]+\s+|\s*[|»]\s*|:\s+")
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright)[\s©\d–-]*(?:by\s+)?(?P<name>[^\W\d_][\w’'&. -]{2,50})", re.IGNORECASE
)
_LEGAL: Final = re.compile(
    r",?\s+(?:Inc|LLC|Ltd|Limited|plc|GmbH|Corp|Co|S\.?A)\b\.?.*$|\.?\s+All rights.*$|\s*版[权權]所有.*$", re.IGNORECASE
)
_SAID = phrases("web", "page_outlets")
_COMPANY: Final = re.compile(_SAID["COMPANY"])
_ADDITION: Final = re.compile(_SAID["ADDITION"], re.IGNORECASE)
_NO_NAMES: Final = word_class("titles_of_pages")
_ASIDE: Final = re.compile(r"\s+\([^()]{2,30}\)$")  # "Radio of Lisk (RL News)"
_OTHER_SCRIPT: Final = re.compile(r"[\u0370-\uffff]")
_YEARS: Final = re.compile(r"^(?:[©\s]|\(c\)|copyright|\d{4}(?:\s*[-–]\s*\d{2,4})?|by\s)+", re.IGNORECASE)
_LATE_YEAR: Final = re.compile(r"[\s,©]+(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?\s*\.?$")
_LONGEST: Final = 80
_MOST_TEXT: Final = 60_000
_WORDS, _SHORT = 4, 40
_PORTAL: Final = 4  # links to pages of its own for one to those of whom it has the article from


def outlet_of(signals: Signals, address: str | None, authors: tuple[str, ...]) -> str | None:
    """Return the name of the outlet that published a page, ``None`` where nothing tells it.

    A name that is also one of the ``authors`` is the outlet's where no other is told and it is no person's.
    """
    host = host_of(address or "") or ""
    title = {squeezed(told) for told in (signals.tag("og:title"), title_element(signals.page)) if told}
    names_told = [name for told in _told(signals) if (name := _cleaned(told, host))]
    named = [name for name in names_told if squeezed(name) not in title and not _is_none(name)]
    apart = [name for name in named if name not in authors]
    named = apart or [name for name in named if _is_house(name, signals, host)]
    named = [_as_register(name, host) for name in named]
    journal = signals.tag("citation_journal_title")
    if journal:
        return journal
    label = squeezed(label_of(host))
    spelling = next((name for name in named if squeezed(name) == label), None)  # a paper, where its company is told too
    return spelling or next(iter(named), None) or _spelt(signals, host) or _of_host(signals, host)


def publishing_address(signals: Signals, address: str | None) -> str | None:
    """Return the address by whose host a page's outlet is told: its own, unless it carries somebody else's article.

    A portal gives the canonical address of the paper that it has an article from, and leads to its own pages.
    """
    links = Counter(host for link in signals.page.iter("a") if (host := _host_linked(link.get("href") or "")))
    most = next(iter(links.most_common(1)), None)
    own = links[host_of(address or "") or ""]
    if most and most[1] >= _PORTAL * max(own, 1) and own and known_outlet_at(most[0]):
        return f"https://{most[0]}/"
    return address


def _host_linked(href: str) -> str | None:
    return host_of(href) if href.startswith(("http://", "https://")) else None


def _as_register(name: str, host: str) -> str:
    """Return an outlet's name as the register has it for the host.

    That is where it is longer or run together ("LISKGAZETTE Home"), and where the name is that of another outlet, to
    which the publisher or the agency belongs.  Of a host that is not known, an addition goes that tells of no outlet.
    """
    label, plain = squeezed(label_of(host)) if host else "", squeezed(name)
    own = outlet_of_domain(host) if host else None
    other = outlet_named(name)
    if own and other and other != own:
        return own
    if own and _OTHER_SCRIPT.search(plain):
        return own  # the register has the names by which the world's press calls papers in other scripts
    if own and squeezed(own) == label and plain.startswith(label):
        return own if plain != label or len(own.split()) > len(name.split()) else name
    bare = _ADDITION.sub("", name)
    return bare if squeezed(bare) == label else name


def _of_host(signals: Signals, host: str) -> str | None:
    body = signals.page.find("body")
    return outlet_at(host, words_of(body)[:_MOST_TEXT] if body is not None else "") if host else None


def site_names(signals: Signals, outlet: str | None, address: str | None) -> list[str]:
    """Return all that a page calls its site, for taking it out of titles."""
    host = host_of(address or "")
    told = [*_told(signals), *((host, label_of(host)) if host else ()), outlet or ""]
    return [part for name in told if name for part in (name, _TAGLINE.split(name)[0], _bare(name))]


def _told(signals: Signals) -> Iterator[str]:
    publisher = signals.linked.get("publisher")
    if not _is_person(publisher):
        yield from names(publisher)
    yield from signals.every("og:site_name")
    if signals.site:
        yield signals.site
    yield from (name for node in signals.marked("publisher") if not is_beside(node) and (name := name_marked(node)))
    yield from signals.every(*_TAGS[1:])


def _is_person(publisher: Any) -> bool:
    return isinstance(publisher, dict) and "Person" in str(publisher.get("@type"))


def _is_house(name: str, signals: Signals, host: str) -> bool:
    """Tell whether a name that stands for author and publisher is no person's, as is told or seen.

    ``{"@type": "Organization", "name": "Oster Gull"}``; "Oster Gull" of ogull.com, not "Jo Roe" of jroe.com;
    "Lisk Herald".
    """
    if newspaper_like(name) or any(name in names(body) for body in _bodies(signals) if _is_organisation(body)):
        return True
    return not is_like_person(name, signals) and _abbreviates(squeezed(label_of(host)), name)


def is_like_person(name: str, signals: Signals) -> bool:
    """Tell whether a name is called a person's, or begins with a given name: "Ann Lee", "Jo Roe"."""
    first = name.split(maxsplit=1)[0].casefold()
    is_told = any(name in names(body) for body in _bodies(signals) if _is_person(body))
    return is_told or gender_of_name(first) is not None or first in _SHARED_NAMES


def _bodies(signals: Signals) -> list[Any]:
    """Return whom JSON-LD names for a page, each by itself."""
    told = (signals.linked.get(key) for key in ("publisher", "author", "creator"))
    return [body for value in told for body in (value if isinstance(value, list) else [value])]


def _is_organisation(body: Any) -> bool:
    return isinstance(body, dict) and "Organization" in str(body.get("@type")) and not _is_person(body)


def _abbreviates(label: str, name: str) -> bool:
    """Tell whether a host spells a name with its last word and the beginnings of those before it ("ogull")."""
    *before, last = map(squeezed, name.split())
    rest = label.removesuffix(last)
    if not before or rest == label:
        return False
    return any("".join(word[:length] for word in before) == rest for length in range(1, len(rest) + 1))


def _is_none(name: str) -> bool:
    """Tell whether a name is no outlet's: a country's, a system's, a sentence."""
    return (
        len(name) > _LONGEST
        or not any(map(str.isalpha, name))
        or name.casefold() in _SYSTEMS | _NO_NAMES
        or country_named(name) is not None
        or name.startswith(("http", "@"))
    )


def _cleaned(told: str, host: str) -> str | None:
    """Return a site's name without tagline and company's form; of a mere host or a word in small letters, its name."""
    known = outlet_named(told) or outlet_named(_ASIDE.sub("", told))
    if known:
        return known
    name = _bare(told)
    bare = _COMPANY.sub("", name)
    if host and squeezed(bare) == squeezed(label_of(host)):
        name = bare
    parts = [part.strip() for part in _TAGLINE.split(name) if part.strip()]
    if len(parts) > 1:
        name = _part([part for part in parts if not _is_host(part)] or parts, host)
    as_host = host_of(name) if _is_host(name) else None
    if as_host:
        return known_outlet_at(as_host) or None
    if name.islower() and squeezed(name) == squeezed(label_of(host)):
        return known_outlet_at(host) or None
    return outlet_named(name) or name or None


def _is_host(name: str) -> bool:
    return "." in name and " " not in name and host_of(name) is not None


def _part(parts: list[str], host: str) -> str:
    """Return the part of a site's name that is its name: the one that spells the host, a known one, the first."""
    label = squeezed(label_of(host)) if host else ""
    spelt = next((part for part in parts if label and (squeezed(part) == label or label in squeezed(part))), None)
    return spelt or next((part for part in parts if outlet_named(part)), parts[0])


def _spelt(signals: Signals, host: str) -> str | None:
    """Return the name that a part of the title, a logo's text or a copyright line spells the host with."""
    if known := known_outlet_at(host) if host else None:
        return known
    label = squeezed(label_of(host)) if host else ""
    for words in _candidates(signals):
        name = _bare(words)
        is_name = bool(squeezed(name)) and not name.startswith("@") and not name.islower() and host_of(name) is None
        if label and is_name and _matches(squeezed(name), label):
            return name
        if label and is_name and squeezed(bare := _ADDITION.sub("", name)) == label:
            return bare
    return None if host else _unplaced(signals)


def _unplaced(signals: Signals) -> str | None:
    """Return the name at the end of the title, or in a copyright line, of a page that does not tell its address."""
    title = title_element(signals.page)
    last = parts_of(title)[-1] if title and len(parts_of(title)) > 1 else ""
    if last and len(last.split()) <= _WORDS:
        return last
    names_told = (_bare(words) for words in _copyright(signals))
    return next(
        (name for name in names_told if 3 <= len(name) <= 40 and name[0].isupper() and not agency_like(name)), None
    )


def _bare(words: str) -> str:
    return _LATE_YEAR.sub("", _LEGAL.sub("", _YEARS.sub("", words))).strip(" .,|-–—")


def _matches(name: str, label: str) -> bool:
    """Tell whether a name, squeezed, spells what names a host: wholly, without an end ("blog"), with a short one."""
    is_longer = name.startswith(label) and len(name) < len(label) + 8
    return name == label or (len(name) >= 5 and (label.startswith(name) or is_longer))


def _candidates(signals: Signals) -> Iterator[str]:
    title = title_element(signals.page)
    yield from reversed(parts_of(title) if title else [])
    yield from signals.every("twitter:site", "twitter:title", "author")
    for image in signals.page.iter("img"):
        if "logo" in f"{image.get('class')} {image.get('id')} {image.get('src')}".lower() and image.get("alt"):
            yield re.sub(r"\s*\blogo\b\s*", " ", image.get("alt"), flags=re.IGNORECASE).strip()
    for link in signals.page.iter("a"):
        if (link.get("href") or "").rstrip("/") in ("", "/") or link.get("rel") == "home":
            yield words_of(link)[:_LONGEST] or link.get("title") or ""
    yield from _copyright(signals)


def _copyright(signals: Signals) -> Iterator[str]:
    """Yield the names of copyright lines, which stand at the end."""
    text = words_of(signals.page.find("body"))[-3_000:] if signals.page.find("body") is not None else ""
    yield from (match["name"].strip() for match in _COPYRIGHT.finditer(text))
