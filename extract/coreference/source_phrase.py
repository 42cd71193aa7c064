"""The phrase of a source: one noun phrase, several of them joined, or one with a name beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from whosays.extract.coreference.naming.edges import is_full_stop
from whosays.extract.coreference.naming.spans import POST_NOMINALS, Mention
from whosays.extract.coreference.noun_phrase import (
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    Phrase,
    core_end,
    is_break,
    joins_modifiers,
    outside_names,
    read_simple,
    text_of,
    trimmed,
)
from whosays.extract.coreference.titles import titled_name
from whosays.extract.lexicon import country_of, fold, kinds, titles, word_class
from whosays.extract.records import Span
from whosays.extract.syntax import case_of

AMONG = frozenset(("both", "including", "among", "them", "such", "as", "like"))
WHENCE = frozenset(("of", "from", "at", "with", "who"))
CALLED = word_class("called")
OF_TRADE = ("NN", "JJ", "HYPH")  # tags of the words before a name that may say what somebody is
LINKING = word_class("linking_sources")
AND = frozenset(("and", "&", "or", "nor", "plus"))
OF_WHERE = frozenset(("for", "in"))


def read_phrase(doc: Doc, span: Span, mentions: Sequence[Mention]) -> Phrase | None:
    """Return the anatomy of the phrase under a character span, ``None`` where it holds no word."""
    covered = doc.char_span(*span, alignment_mode="expand")
    if covered is None:
        return None
    stop = next((i for i in range(covered.start + 1, covered.end) if is_full_stop(doc, i)), covered.end)
    start, end = trimmed(doc, covered.start, stop)
    if start >= end:
        return None
    glued = (m.start for m in mentions if start < m.start < end and ")" in doc[m.start].text)  # "MARL (KBN)Jo Roe"
    start = next(glued, start)
    if all(_is_title(token) for token in doc[start:end]):  # "Mr.", where the source was cut
        end = next((m.end for m in mentions if m.start == end and m.type == "Person"), end)
    end = max([end, *(m.end for m in mentions if start <= m.start < end)])  # no name is cut: "[Zemria] Today said"
    start = min([start, *(m.start for m in mentions if m.start < start < m.end and m.type != "Person")])
    trailing = doc[end - 1].tag_ == "RB" or doc[end - 1].lower_ in POST_NOMINALS
    if trailing and any(m.end == end - 1 > start and m.type == "Person" for m in mentions):
        end -= 1  # "the surgeon Jo Roe first", "the chairman, Jo Roe QC"
    elif end - start > 1 and doc[end - 1].tag_ == "RB" and doc[end - 1].is_lower and _is_of_a_verb(doc[end - 1], end):
        end -= 1  # "two of the six expressly" mentioned it
    return _read(doc, start, end, {m.start: m for m in mentions if m.start >= start and m.end <= end})


def _is_of_a_verb(adverb: Token, end: int) -> bool:
    """Tell the adverb of what is done behind a phrase."""
    return adverb.lower_.endswith("ly") and adverb.head.pos_ == "VERB" and adverb.head.i >= end


def _read(doc: Doc, start: int, end: int, names: dict[int, Mention]) -> Phrase:
    segments = list(_segments(doc, start, end, names))
    first = segments[0]
    told = len(segments) > 1 and doc[segments[1][0]].lower_ in RELATIVES  # "author and doctor Jo Roe, who left"
    if titled := titled_name(doc, start, first[1] if told else end, names):
        return Phrase(start, end, "name", titled, description=text_of(doc, start, end))
    people = joint_people(doc, start, end, names) or _joint_bodies(doc, start, end, names)
    split = people or _conjunction(doc, start, end, segments, names)
    if split:
        parts = tuple(_read(doc, s, e, names) for s, e in split if s < e)
        last = _adjunct_start(doc, end, [part for part in segments if part[0] > split[-1][0]])
        return Phrase(start, end, "several", parts=parts, description=text_of(doc, start, last))
    phrase = _of_whom(doc, read_simple(doc, *first, names), segments)
    beside = None
    if phrase.kind == "noun":
        beside = _called(doc, phrase, names) or _name_beside(doc, phrase, segments[1:], names)
    return replace(phrase, end=end, kind="name", name=beside) if beside else replace(phrase, end=end)


def _of_whom(doc: Doc, phrase: Phrase, segments: Sequence[tuple[int, int]]) -> Phrase:
    """Return "More than a third (34%) [of those asked]" with whom it is a third of, behind the figure in brackets."""
    if phrase.kind != "noun" or len(segments) < 3 or doc[segments[1][0] - 1].text != "(":
        return phrase
    rest = text_of(doc, *segments[2])
    if doc[segments[2][0]].lower_ != "of":
        return phrase
    return replace(phrase, description=f"{phrase.description} {rest}", shown=f"{phrase.shown} {rest}")


def _called(doc: Doc, phrase: Phrase, names: dict[int, Mention]) -> Mention | None:
    """Return the name of "a group called the Velmark League", "a man named Jo Roe"."""
    name = next((m for m in names.values() if m.end == phrase.end and m.start > phrase.start + 1), None)
    if name is None or phrase.plural:
        return None
    before = [token.lower_ for token in doc[phrase.start : name.start] if token.lower_ not in DETERMINERS]
    return name if before[-1:] and (before[-1] in CALLED or before[-2:] == ["known", "as"]) else None


def _adjunct_start(doc: Doc, end: int, behind: Sequence[tuple[int, int]]) -> int:
    """Return the comma before what is no part of several: "drivers and owners[, in their replies to the town]"."""
    adjuncts = (begin - 1 for begin, _ in behind if doc[begin].lower_ in PREPOSITIONS | RELATIVES)
    return next(adjuncts, end)


def _segments(doc: Doc, start: int, end: int, names: dict[int, Mention]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between commas, brackets and dashes; a name is never cut."""
    begin = position = start
    while position < end:
        if position in names:
            position = names[position].end
            continue
        if is_break(doc[position]) and position > begin and not joins_modifiers(doc, begin, position, end):
            yield begin, position
            begin = position + 1
        position += 1
    if begin < end or begin == start:
        yield begin, max(end, begin)


def _conjunction(
    doc: Doc, start: int, end: int, segments: list[tuple[int, int]], names: dict[int, Mention]
) -> list[tuple[int, int]]:
    """Return the parts of a coordination of whole noun phrases, empty where the phrase is a single one."""
    joint = next((i for i in outside_names(start, end, names) if doc[i].lower_ in AND and i > start), None)
    if joint is None:
        return []
    before = [(s, min(e, joint)) for s, e in segments if s < joint and s < min(e, joint)]
    told = before and any(token.lower_ in RELATIVES for token in doc[before[-1][0] : before[-1][0] + 2])
    if len(before) > 1 and (told or _is_person(doc, before[0], names)):
        return []  # "Jo Roe, head of works and repairs", "the firm, which is a bridge between town and port"
    left, right = before[-1] if before else (start, joint), (joint + 1, end)
    if segments[-1][0] > joint and _is_name(doc, segments[-1], names):  # "his cousin and critic, Ann Roe"
        return []
    if left[0] >= left[1] or right[0] >= right[1]:
        return []
    if len(before) == 1:
        boundary = core_end(doc, left[0], left[1], names)
        return [left, right] if boundary == left[1] and _is_whole(doc, left, right, names) else []
    whole = all(_is_whole(doc, part, right, names) for part in before)
    named = before[0][0] + (doc[before[0][0]].lower_ in DETERMINERS) in names  # "the [Sarn Group]"
    apposed = not _is_name(doc, before[1], names) and named
    return [*before, right] if whole and not apposed else []


def joint_people(doc: Doc, start: int, end: int, names: dict[int, Mention]) -> list[tuple[int, int]]:
    """Return the people of "Jo Roe, 38, who sold it; Al Lund; and Eve Marr, a nurse", without what is told of each.

    Empty where the phrase is not about several; "engineers, among them Jo Roe and Al Lund" is about these two.
    """
    cuts = [i for i in outside_names(start, end, names) if doc[i].text in BREAKS or doc[i].lower_ in AND]
    parts = (part for part in _stretches(doc, start, end, cuts) if not _is_bracketed(doc, start, part[0]))
    told = (part for part in _outside_clauses(doc, parts) if not _is_joined_to_a_place(doc, part))
    people = [part for part in told if _is_person(doc, part, names)]
    joined = any(doc[i].lower_ in AND and people[0][0] < i < people[-1][1] for i in cuts) if people else False
    return people if len(people) > 1 and joined else []


def _joint_bodies(doc: Doc, start: int, end: int, names: dict[int, Mention]) -> list[tuple[int, int]]:
    """Return the bodies of "the Harbour Board (HB), Carrow (C) and the River Trust (RT)", each with its short name."""
    cuts = [i for i in outside_names(start, end, names) if doc[i].text == "," or doc[i].lower_ in AND]
    parts = list(_stretches(doc, start, end, cuts))
    bodies = len(parts) > 1 and doc[cuts[-1]].lower_ in AND and all(_is_body(doc, part, names) for part in parts)
    return parts if bodies else []


def _is_body(doc: Doc, part: tuple[int, int], names: dict[int, Mention]) -> bool:
    start, end = trimmed(doc, *part)
    name = names.get(start + (start < end and doc[start].lower_ in DETERMINERS))
    if name is None or name.type == "Person":
        return False
    behind = doc[name.end : end]
    return name.end >= end or (behind[0].text == "(" and len(behind) <= len(("(", "HB", ")")))


def _outside_clauses(doc: Doc, parts: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches, of "Jo Roe, who helps Al Lund and Eve Marr" the first alone: no comma ends the clause."""
    inside = False
    for start, end in parts:
        joined = doc[start - 1].lower_ in AND and doc[start - 2].text not in BREAKS
        inside = doc[start].lower_ in RELATIVES or (inside and joined)
        if not inside:
            yield start, end


def _is_joined_to_a_place(doc: Doc, part: tuple[int, int]) -> bool:
    """Tell the "Wansby" of "Jo Roe, MP for Leeming and Wansby", be it taken for a person's name."""
    head = doc[part[0] : part[1]].root
    return head.dep_ == "conj" and head.head.i < part[0] and case_of(head.head) in OF_WHERE


def _is_bracketed(doc: Doc, start: int, at: int) -> bool:
    """Tell whether a token stands in a bracket that a phrase has opened: "Roe (known for work with Lund and Marr)"."""
    marks = [token.text for token in doc[start:at] if token.text in ("(", ")")]
    return marks.count("(") > marks.count(")")


def _stretches(doc: Doc, start: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    begin = start
    for cut in (*cuts, end):
        first = next((i for i in range(begin, cut) if doc[i].lower_ not in AMONG), cut)
        if first < cut:
            yield first, cut
        begin = cut + 1


def _is_person(doc: Doc, part: tuple[int, int], names: dict[int, Mention]) -> bool:
    start, end = trimmed(doc, *part)
    if start >= end or (start not in names and doc[start].lower_ in PREPOSITIONS):  # "who met Al Lund"
        return False
    found = read_simple(doc, start, end, names)
    if found.kind != "name" or found.name is None or found.name.type != "Person" or found.owner:
        return False
    return not any(doc[i].tag_.startswith("VB") or doc[i].lower_ in LINKING for i in range(start, found.name.start))


def _is_name(doc: Doc, segment: tuple[int, int], names: dict[int, Mention]) -> bool:
    start, end = trimmed(doc, *segment)
    start += start < end and doc[start].lower_ in DETERMINERS
    return start in names and names[start].end >= end


def _is_whole(doc: Doc, left: tuple[int, int], right: tuple[int, int], names: dict[int, Mention]) -> bool:
    """Tell "residents and officials" from "military and intelligence officials"."""
    one, other = read_simple(doc, *left, names), read_simple(doc, *right, names)
    if one.kind == "name" and one.name and one.name.type == "Place":
        return other.kind == "name"
    if one.kind in ("name", "pronoun"):
        return True
    if left[1] - left[0] == 1 and not one.plural and other.kind == "noun":
        return False
    return other.kind == "name" or country_of(text_of(doc, *left)) is None


def _name_beside(
    doc: Doc, phrase: Phrase, segments: list[tuple[int, int]], names: dict[int, Mention]
) -> Mention | None:
    """Return the name of "Ukraine's military intelligence agency, the GUR", "a lawyer, envoy Jo Roe of Korrin"."""
    first = [doc[start:end] for start, end in segments[:1]]  # "the deal - signed by Marl, Korrin"
    done_by = any(words[0].tag_ == "VBN" and "by" in (word.lower_ for word in words) for words in first)
    for start, end in segments[: 1 if done_by else 2]:
        begin = start + (start < end and doc[start].lower_ in DETERMINERS | titles().keys())
        mention = names.get(begin) or names.get(begin + 1)
        where = mention is not None and mention.type == "Place" and phrase.tail  # "officials in Marl County, Korrin"
        if mention and not where and mention.end >= end and all(_is_title(doc[i]) for i in range(begin, mention.start)):
            return mention
    for start, end in segments[:1]:
        people = [m for m in names.values() if m.type == "Person" and start <= m.start < end]
        if people and _heads(doc, start, end, min(people, key=lambda m: m.start), names):
            return min(people, key=lambda m: m.start)
    return None


def _heads(doc: Doc, start: int, end: int, person: Mention, names: dict[int, Mention]) -> bool:
    """Tell whether a segment is somebody's name with offices before it and perhaps whence they come behind it."""
    behind = person.end >= end or doc[person.end].lower_ in WHENCE
    before = list(outside_names(start, person.start, names))
    nearest = doc[before[-1]] if before else None
    titled = nearest is not None and ("person" in kinds(nearest.text) or _is_title(nearest) or before[-1] in names)
    titled = titled or (nearest is not None and country_of(nearest.text) is not None)  # "an envoy to Korrin Jo Roe"
    office = titled and any("person" in kinds(doc[i].text) or _is_title(doc[i]) for i in before)  # "Rep. Jo Roe"
    small = (not doc[i].text[:1].isupper() and doc[i].tag_.startswith(OF_TRADE) for i in before)
    office = office or all(small)  # "first-grader Jo Roe"
    said = any(doc[i].tag_.startswith("VB") or doc[i].lower_ in LINKING - {"of"} for i in before)
    return behind and (not before or office) and not said


def _is_title(token: Token) -> bool:
    return fold(token.text) in titles() or token.text == "."
