"""Who wrote a page: persons, as it tells machines or shows to readers; organisations do not stand before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosays.extract.articles.credits.bylines import person_named, read_byline
from whosays.extract.articles.publishers import agency_like, newspaper_like, outlet_named
from whosays.extract.articles.web.page_bylines import marked_authors, shown_authors, shown_pseudonym
from whosays.extract.articles.web.page_signatures import signed_authors
from whosays.extract.articles.web.page_titles import title_element
from whosays.extract.articles.web.signals import Signals, names, tags
from whosays.extract.lexicon import word_class

_TAGS: Final = tags("author")
_NO_NAMES: Final = word_class("accounts_of_sites")
_INITIAL: Final = 2
_MOST: Final = 30  # what is longer lists the authors of works that are cited
_CATALOGUED: Final = re.compile(r"(?P<family>[^\W\d_][\w’'-]+),\s+(?P<given>[^,;]{2,40})")  # "Doe, Jane"
_SIGNS: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_EASTERN: Final = re.compile(
    r"[\u3400-\u9fff々]"
    r"(?:[\u3040-\u30ff\u3400-\u9fff々]{1,4}|[\u3400-\u9fff々]{0,2} [\u3040-\u30ff\u3400-\u9fff々]{1,3})"
    r"(?<![社報报网網部局室聞闻団团隊队会會台臺館馆院])"  # ends of names of bodies
)
_EASTERN_BETWEEN: Final = re.compile(r"\s*[、,，;；／/]+\s*")
_MAIL: Final = re.compile(r"[^\s@<>()\[\],;]{1,64}@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_BRACKETS: Final = re.compile(r"^\W*[(\[<]|[)\]>]\W*$|\s*[<(\[]\s*[>)\]]|[\s,;:]+$|^[\s,;:]+")
_DEGREE: Final = re.compile(r",\s+(?=(?:Jr|Sr|II|III|IV)\b)")


def authors_of(signals: Signals, sites: set[str]) -> tuple[str, ...]:
    """Return the persons who wrote it; where only others are told, and no byline names a person, what is told.

    The first place that tells of persons is believed, and the byline where it has more of them than that.
    """
    places = [[name for name in place if _is_author(name, sites)] for place in _told(signals)]
    told = next((persons for place in places if (persons := tuple(_persons(place, _is_eastern(signals))))), ())
    shown = tuple(name for name in shown_authors(signals) if _is_author(name, set()) and not _is_house(name, sites))
    if told and not (len(shown) > len(told) and set(told) <= set(shown)):
        return told
    signed = () if told or shown else signed_authors(signals)
    others = (name for place in places[:1] for name in place if not agency_like(name))
    pseudonym = shown_pseudonym(signals)
    return (
        shown
        or signed
        or tuple(dict.fromkeys(others))
        or ((pseudonym,) if pseudonym and _is_author(pseudonym, sites) else ())
    )


def told_authors(signals: Signals) -> list[str]:
    """Return all that is named as an author to machines at the surest place, agencies too."""
    return next(_told(signals), [])


def _told(signals: Signals) -> Iterator[list[str]]:
    """Yield what each place tells machines of who wrote it, the surest first: JSON-LD, meta tags, microdata."""
    linked = [*names(signals.linked.get("author")), *names(signals.linked.get("creator"))]
    places = (linked, *(list(signals.every(key)) for key in _TAGS), marked_authors(signals))
    for place in places:
        if 0 < len(place) <= _MOST:
            yield [_without_address(re.sub(r"^[Bb]y\s+", "", name)) for name in place]


def _without_address(name: str) -> str:
    """Return a name without a mail address beside it: "ann@lisk.example (Ann Lee)", "Ann Lee <ann@lisk.example>"."""
    return _BRACKETS.sub("", _MAIL.sub("", name)).strip() if _MAIL.search(name) else name


def _persons(told: list[str], is_eastern: bool) -> Iterator[str]:
    """Yield the persons of what is told as authors, each once; one string may hold several."""
    persons = (
        person
        for name in told
        for person in _persons_of(_DEGREE.sub(" ", name)) or (_eastern(name) if is_eastern else ())
    )
    yield from dict.fromkeys(persons)


def _eastern(told: str) -> tuple[str, ...]:
    """Return the persons of a line in a script whose names have two to five signs, and no spaces or one."""
    return tuple(name for name in _EASTERN_BETWEEN.split(" ".join(told.split())) if _EASTERN.fullmatch(name))


def _is_eastern(signals: Signals) -> bool:
    """Tell whether a page is in a language that writes names of people in two to five signs."""
    return bool(_SIGNS.search(signals.tag("og:title") or title_element(signals.page) or ""))


def _persons_of(name: str) -> tuple[str, ...]:
    if person := person_named(name):
        return (person,)
    byline = read_byline(f"By {name}")
    if byline and byline.authors:
        return byline.authors
    turned = _CATALOGUED.fullmatch(name)
    person = person_named(f"{turned['given']} {turned['family']}") if turned else None
    return (person,) if person else ()


def _is_author(name: str, sites: set[str]) -> bool:
    plain = name.casefold()
    if name.startswith(("http", "@", "{", "/")) or plain in _NO_NAMES or plain in sites or _is_house(name, sites):
        return False
    if not any(map(str.isalpha, name)):  # the number of an account
        return False
    return not outlet_named(name) and not agency_like(name)


def _is_house(name: str, sites: set[str]) -> bool:
    """Tell whether an account has the name of its paper: "Lisk Gazette", "Lisk G"."""
    words = name.casefold().split()
    for site in sites:
        own = site.split()
        rest = [word for word in words if word not in own]
        if len(rest) < len(words) and newspaper_like(site) and all(len(word) <= _INITIAL for word in rest):
            return True
    return False
