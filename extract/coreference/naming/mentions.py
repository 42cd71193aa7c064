"""Where an article names somebody or something: the recogniser's names, trimmed, completed and retyped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from spacy.tokens import Doc

from whosays.extract.coreference.naming.edges import is_paper
from whosays.extract.coreference.naming.entity_typing import retyped
from whosays.extract.coreference.naming.papers import papers, short_forms
from whosays.extract.coreference.naming.recognised import is_station, recognised, with_apostrophes
from whosays.extract.coreference.naming.recovery import (
    acronyms,
    behind_outlet_nouns,
    countries,
    given_and_surname,
    name_in_source,
    repeated,
    spelled_out,
)
from whosays.extract.coreference.naming.spans import Mention, mention_at, trimmed
from whosays.extract.coreference.naming.surroundings import without_words_before
from whosays.extract.lexicon import country_named, gender_of_name
from whosays.extract.pipeline import columns
from whosays.extract.records import Span

HEADLINE_WORD = 4  # letters of a word that a headline in capitals does not leave small
IN_CAPITALS = 0.7  # share of such words: verbs and names that the tokeniser cut are few


def find_mentions(doc: Doc, units: Iterable[Span], sources: Sequence[Span], outlet: str | None = None) -> list[Mention]:
    """Return the article's names in text order, none overlapping.

    ``units`` (military units) and ``sources`` are character spans; units win over the recogniser, and a source
    whose last words are capitalised is a name even when the recogniser missed it.  ``outlet`` is the article's own.
    """
    taken: dict[int, Mention] = {}
    _take(taken, _units(doc, units))
    _take(taken, papers(doc))
    found = list(recognised(doc))
    in_full = [m for m in spelled_out(doc) if not any(_cuts(m, other) for other in found)]
    _take(taken, in_full)
    _take(taken, list(_whole(doc, found, in_full)))
    _take(taken, [m for m in countries(doc) if not any(_ends(m, other) for other in found)])
    _take(taken, [m for m in acronyms(doc, found) if not any(_cuts(m, other) for other in found)])
    _take(taken, (part for mention in found for part in _apart(doc, mention, found)))
    _take(taken, behind_outlet_nouns(doc))
    _take(taken, short_forms(doc, _ordered(taken), outlet))
    _take(taken, given_and_surname(doc, taken))
    _take(taken, [m for m in _in_sources(doc, sources, taken) if " " in m.text and not _is_whence(m, taken)])
    _take(taken, repeated(doc, _ordered(taken), taken))
    _take(taken, _in_sources(doc, sources, taken))
    _take(taken, acronyms(doc, _ordered(taken)))
    _take(taken, repeated(doc, _ordered(taken), taken))
    story = {i: mention for i, mention in taken.items() if not _is_notice(doc, mention)}
    whole = list(with_apostrophes(doc, list(without_words_before(doc, list(_without_headlines(doc, _ordered(story)))))))
    return list(_without_trades(doc, list(_with_surnames(doc, retyped(doc, whole)))))


def _is_notice(doc: Doc, mention: Mention) -> bool:
    """Tell whether a name is that of a page's owner behind its "© 2024", by which no story calls an outlet."""
    before = columns(doc).text[max(0, mention.start - 2) : mention.start]
    dated = len(before) > 1 and before[0] == "©" and before[1].isdigit()
    return mention.type != "Person" and (dated or before[-1:] == ["©"])


def _without_trades(doc: Doc, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names, "Roe" for "Realtor Roe" where the article has "realtor Jo Roe", whatever a realtor is."""
    full = [m for m in found if m.type == "Person" and m.start and m.end - m.start > 1]
    trades = {(doc[m.start - 1].text, doc[m.end - 1].text) for m in full if doc[m.start - 1].is_lower}
    for mention in found:
        glued = mention.end - mention.start > 1 and mention.type == "Person"
        trade = glued and (doc[mention.start].lower_, doc[mention.end - 1].text) in trades
        yield mention_at(doc, mention.start + 1, mention.end, mention.type) if trade else mention


def _with_surnames(doc: Doc, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names, of "Ida and Jo Roe" both with the surname that they share."""
    surnames = {m.text.split()[-1] for m in found if m.type == "Person" and " " in m.text}
    before = {m.end for m in found if m.type == "Person"}
    for mention, following in zip_longest(found, found[1:]):
        listed = mention.start - 1 in before and doc[mention.start - 1].text == ","  # "Eve, Ida and Jo Roe"
        alone = " " not in mention.text and mention.text not in surnames and not listed
        beside = following is not None and following.start == mention.end + 1 and doc[mention.end].lower_ == "and"
        people = beside and mention.type == following.type == "Person"
        if people and alone and gender_of_name(mention.text):
            first, _, rest = following.text.partition(" ")
            if rest and gender_of_name(first):
                yield replace(mention, text=f"{mention.text} {rest}")
                continue
        yield mention


def _in_sources(doc: Doc, sources: Sequence[Span], taken: dict[int, Mention]) -> Iterator[Mention]:
    for source in sources:
        mention = name_in_source(doc, source, taken)
        if mention:
            yield mention


def _whole(doc: Doc, found: Sequence[Mention], in_full: Sequence[Mention]) -> Iterator[Mention]:
    """Yield further places of names of several words of which the recogniser saw only a part there."""
    seen = {(m.start, m.end) for m in found}
    for mention in repeated(doc, [m for m in (*found, *in_full) if m.end - m.start > 1], ()):
        new = mention.end - mention.start > 1 and (mention.start, mention.end) not in seen
        if new and not any(_cuts(mention, other) for other in found):
            yield mention


def _is_whence(mention: Mention, taken: dict[int, Mention]) -> bool:
    """Tell "Roe of the Gazette" where the article has a Jo Roe."""
    first, *others = mention.text.split()
    return others[0] == "of" and any(m.type == "Person" and m.text.split()[-1] == first for m in set(taken.values()))


def _apart(doc: Doc, mention: Mention, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield "Daily Mail" and "Roe" of "Speaking to the Daily Mail Roe said", who is named elsewhere."""
    last = mention.end - 1
    paper = mention.type in ("Organization", "Outlet") and last - mention.start > 1 and is_paper(doc[last - 1])
    if paper and any(m.type == "Person" and m.text.split()[-1] == doc[last].text for m in found):
        yield mention_at(doc, mention.start, last, "Outlet")
        yield mention_at(doc, last, mention.end, "Person")
    else:
        yield mention


def _cuts(mention: Mention, other: Mention) -> bool:
    """Tell whether a found name would leave a part of a recognised one outside."""
    overlap = mention.start < other.end and other.start < mention.end
    return overlap and not (mention.start <= other.start and other.end <= mention.end)


def _ends(mention: Mention, other: Mention) -> bool:
    """Tell whether a country ends a body's name: "Orbex [UK]"."""
    return other.type == "Organization" and other.start < mention.start and other.end == mention.end


def _take(taken: dict[int, Mention], found: Iterable[Mention]) -> None:
    for mention in list(found):
        if not any(i in taken for i in range(mention.start, mention.end)):
            taken.update(dict.fromkeys(range(mention.start, mention.end), mention))


def _ordered(taken: dict[int, Mention]) -> list[Mention]:
    return sorted(set(taken.values()), key=lambda m: m.start)


def _without_headlines(doc: Doc, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names, of "Roe Ferry Plan" in a headline, where all words have capitals, the "Roe" of the story.

    A person whose surname the story has, too, is named in full.

    A first paragraph in small letters says "Minister Jo Roe" in full, however often the story has "Jo" alone.
    """
    end = next((i for i, text in enumerate(columns(doc).text) if "\n\n" in text), 0)
    end = end if _has_capitals(doc, end) else 0
    story = {m.text: m.type for m in found if m.start >= end and m.type != "Place"}
    for mention in found:
        sizes = range(mention.end - mention.start - 1, 0, -1) if mention.end <= end else ()
        shorter = (mention_at(doc, mention.start, mention.start + size, mention.type) for size in sizes)
        known = (replace(m, type=story[m.text]) for m in shorter if m.text in story and mention.text not in story)
        parts = mention.text.split()
        other = any(" " in text and text.endswith(f" {parts[0]}") for text in story)
        given = not other and (gender_of_name(parts[0]) is not None or parts[0] in story)
        in_full = mention.type == "Person" and len(parts) > 1 and given and parts[-1] in story
        yield mention if in_full else next(known, mention)


def _has_capitals(doc: Doc, end: int) -> bool:
    """Tell whether a text begins with a headline all of whose words, but for the small ones, have capitals."""
    words = [text for text in columns(doc).text[:end] if text.isalpha() and len(text) >= HEADLINE_WORD]
    return sum(word[:1].isupper() for word in words) > IN_CAPITALS * len(words)


def _units(doc: Doc, units: Iterable[Span]) -> Iterator[Mention]:
    for unit in units:
        span = doc.char_span(*unit, alignment_mode="expand")
        if span is None or (span.start > 0 and doc[span.start - 1].text == "-" and not doc[span.start - 1].whitespace_):
            continue  # "A-B-[C Company]"
        if is_station(doc, span.end):
            yield mention_at(doc, span.start, span.end + 1, "Outlet")
            continue
        mention = trimmed(doc, span.start, span.end, "MilitaryUnit")
        if mention:
            yield mention_at(doc, _with_state(doc, mention), mention.end, mention.type)


def _with_state(doc: Doc, unit: Mention) -> int:
    """Return where "US Marl Command" begins, of which the state in capitals is a part: "Marl Command" is nobody's.

    Who has a number is known by it: "the US [7th Fleet]".
    """
    before = doc[unit.start - 1] if unit.start else None
    numbered = any(token.text[:1].isdigit() for token in doc[unit.start : unit.end])
    whole = before is not None and before.ent_type_ == doc[unit.start].ent_type_ == "Organization"
    state = before is not None and before.text.isupper() and country_named(before.text) is not None
    return unit.start - (whole and state and doc[unit.start].ent_iob_ == "I" and not numbered)
