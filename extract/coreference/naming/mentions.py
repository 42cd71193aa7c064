"""Where an article names somebody or something: the recogniser's names, trimmed, completed and retyped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from whosays.extract.coreference.naming.edges import is_paper
from whosays.extract.coreference.naming.entity_typing import retyped
from whosays.extract.coreference.naming.papers import papers, short_forms
from whosays.extract.coreference.naming.recovery import (
    acronyms,
    countries,
    given_and_surname,
    name_in_source,
    repeated,
    spelled_out,
)
from whosays.extract.coreference.naming.spans import Mention, mention_at, trimmed
from whosays.extract.coreference.naming.surroundings import without_words_before
from whosays.extract.lexicon import country_of, gender_of_name, kinds
from whosays.extract.pipeline import columns
from whosays.extract.records import EntityType, Span

STATIONS = frozenset(("radio", "television", "tv"))
BREAKS = frozenset((",", "(", "and", "&"))
HEADLINE_WORD = 4  # letters of a word that a headline in capitals does not leave small
IN_CAPITALS = 0.7  # share of such words: verbs and names that the tokeniser cut are few
LABELS: dict[str, EntityType] = {
    "Person": "Person",
    "Organization": "Organization",
    "Place": "Place",
    "Outlet": "Outlet",
    "MilitaryUnit": "MilitaryUnit",
}


def find_mentions(doc: Doc, units: Iterable[Span], sources: Sequence[Span], outlet: str | None = None) -> list[Mention]:
    """Return the article's names in text order, none overlapping.

    ``units`` (military units) and ``sources`` are character spans; units win over the recogniser, and a source
    whose last words are capitalised is a name even when the recogniser missed it.  ``outlet`` is the article's own.
    """
    taken: dict[int, Mention] = {}
    _take(taken, _units(doc, units))
    _take(taken, papers(doc))
    found = list(_recognised(doc))
    _take(taken, [m for m in spelled_out(doc) if not any(_cuts(m, other) for other in found)])
    _take(taken, list(_whole(doc, found)))
    _take(taken, countries(doc))
    _take(taken, [m for m in acronyms(doc, found) if not any(_cuts(m, other) for other in found)])
    _take(taken, (part for mention in found for part in _apart(doc, mention, found)))
    _take(taken, short_forms(doc, _ordered(taken), outlet))
    _take(taken, given_and_surname(doc, taken))
    _take(taken, [m for m in _in_sources(doc, sources, taken) if " " in m.text and not _is_whence(m, taken)])
    _take(taken, repeated(doc, _ordered(taken), taken))
    _take(taken, _in_sources(doc, sources, taken))
    _take(taken, acronyms(doc, _ordered(taken)))
    _take(taken, repeated(doc, _ordered(taken), taken))
    story = list(without_words_before(doc, list(_without_headlines(doc, _ordered(taken)))))
    return list(_with_surnames(doc, retyped(doc, story)))


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


def _whole(doc: Doc, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield further places of names of several words of which the recogniser saw only a part there."""
    seen = {(m.start, m.end) for m in found}
    for mention in repeated(doc, [m for m in found if m.end - m.start > 1], ()):
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
        if _is_station(doc, span.end):
            yield mention_at(doc, span.start, span.end + 1, "Outlet")
            continue
        mention = trimmed(doc, span.start, span.end, "MilitaryUnit")
        if mention:
            yield mention


def _recognised(doc: Doc) -> Iterator[Mention]:
    """Yield the recogniser's names; a bracketed acronym at the end is cut off, as it is found again by itself."""
    for first, second in pairwise(doc.ents):
        ampersand = first.end + 1 == second.start and doc[first.end].text == "&"
        if ampersand and _are_acronyms(first, second):
            yield from (mention_at(doc, part.start, part.end, "Organization") for part in (first, second))
        elif ampersand:  # "Carrow & Pike"
            yield mention_at(doc, first.start, second.end, "Organization")
        elif _is_torn(first, second) and (whole := trimmed(doc, first.start, second.end, "Person")):
            yield whole
    for ent in doc.ents:
        if several := list(_listed(ent)):
            yield from several
            continue
        if ent.label_ == "Place" and (end := _town_body_end(ent)):
            yield mention_at(doc, ent.start, end, "Outlet" if is_paper(doc[end - 1]) else "Organization")
            continue
        if len(ent) == 3 and ent[1].text == "&" and _are_acronyms(ent[:1], ent[2:]) and ent.label_ in LABELS:
            yield mention_at(doc, ent.start, ent.start + 1, "Organization")
            yield mention_at(doc, ent.end - 1, ent.end, "Organization")
        elif _is_station(doc, ent.end) and ent.label_ in ("Organization", "Outlet", "MilitaryUnit"):
            yield mention_at(doc, ent.start, ent.end + 1, "Outlet")
        elif _is_of_outlet(doc, ent.start):
            yield mention_at(doc, ent.start - 1, ent.end, "Outlet")
        elif ent.label_ in LABELS:
            end = next((i for i in range(ent.start + 1, ent.end) if doc[i].text == "("), ent.end)
            further = dict(_further_people(ent)) if ent.label_ == "Person" else {}
            mention = trimmed(doc, ent.start, min([end, *further]), LABELS[ent.label_])
            yield from further.values()
            if mention:
                yield mention


def _listed(ent: Tokens) -> Iterator[Mention]:
    """Yield the names in what the recogniser took for one: "Carrow and Pike" of two firms, "Reps. Jo Roe and Al Lund".

    A firm of two founders ("Carrow and Pike") has neither of their names elsewhere.
    """
    doc = ent.doc
    cuts = [i for i in range(ent.start + 1, ent.end - 1) if doc[i].text in BREAKS]
    joint = next((i for i in cuts if doc[i].lower_ == "and"), None)
    if joint is None or joint != cuts[-1]:
        return
    parts = [(s, e) for s, e in pairwise([ent.start - 1, *cuts, ent.end]) if s + 1 < e]
    if ent.label_ == "Person":
        people = [trimmed(doc, s + 1, e, "Person") for s, e in parts]
        if all(
            m and e == m.end and " " in m.text and m.text[:1].isupper() for m, (_, e) in zip(people, parts, strict=True)
        ):
            yield from (mention for mention in people if mention)
    elif ent.label_ in ("Organization", "Outlet") and len(parts) == len(cuts) + 1 == 2:
        others = {other.text.split()[0].partition(".")[0] for other in doc.ents if other.start != ent.start}
        if all(doc[s + 1].text in others for s, _ in parts):
            yield from (m for s, e in parts if (m := trimmed(doc, s + 1, e, LABELS[ent.label_])))


def _town_body_end(ent: Tokens) -> int | None:
    """Return where "Marl County Public Schools" or "Marl Register" ends, of which the recogniser saw only the place."""
    doc, end = ent.doc, ent.end
    if country_of(ent.text):
        return None
    while (
        end < len(doc)
        and doc[end].text.istitle()
        and doc[end].tag_.startswith(("NN", "JJ"))
        and not doc[end].is_sent_start
    ):
        end += 1
    found = kinds(doc[end - 1].text) if end > ent.end else frozenset()
    body = found == {"organisation"} or (end > ent.end and is_paper(doc[end - 1]))
    return end if body and doc[end - 1].ent_type_ in ("", "Organization", "Outlet") else None


def _are_acronyms(first: Tokens, second: Tokens) -> bool:
    """Tell the two bodies of "NRO & DGH" from the one firm "Carrow & Pike"."""
    return all(len(part) == 1 and len(part.text) > 2 and part.text.isupper() for part in (first, second))


def _is_station(doc: Doc, end: int) -> bool:
    """Tell whether a body's name goes on as its station's: "Army [Radio]", whose words are not the army's."""
    if end >= len(doc) or doc[end].lower_ not in STATIONS or not doc[end].text[:1].isupper():
        return False
    return not (end + 1 < len(doc) and doc[end + 1].text[:1].isupper())


def _is_torn(first: Tokens, second: Tokens) -> bool:
    """Tell whether the recogniser saw two people in "Jo" and "Roe" that stand side by side."""
    people = first.label_ == second.label_ == "Person" and first.end == second.start
    return people and len(first) == 1 and first.doc[second.start].is_alpha and gender_of_name(first.text) is not None


def _further_people(ent: Tokens) -> Iterator[tuple[int, Mention]]:
    """Yield who else is named in "Jo Roe (R-Korra), Senate leader Ann Lund", taken for one, and the mark before."""
    doc = ent.doc
    for at in range(ent.start + 1, ent.end - 1):
        if doc[at].text in (",", "and", "&"):
            end = next((i for i in range(at + 1, ent.end) if doc[i].text in BREAKS), ent.end)
            mention = trimmed(doc, at + 1, end, "Person")
            if mention and mention.start > at and " " in mention.text and gender_of_name(mention.text.split()[0]):
                yield at, mention


def _is_of_outlet(doc: Doc, start: int) -> bool:
    """Tell whether "Radio" opens a name ("Radio Carrow") of which the recogniser left it out."""
    before = doc[max(0, start - 2) : start]
    capitals = [token.text[:1].isupper() and not token.is_sent_start for token in before]
    return capitals == [False, True] and not before[1].ent_type_ and kinds(before[1].text) == {"outlet"}
