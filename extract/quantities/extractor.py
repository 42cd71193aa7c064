"""Figures of a Doc: quantities with their interval, what the predicate counts, and of whom.

Reads the dependency parse; a Doc without one gets the nearest words of the sentence instead.  Not read: "not"
before an object ("did not lose 30 men"), vague words without a number ("many", "most"), sums over several figures.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from whosays.extract.lexicon import KILLED_OR_MISSING, counted_states, known_measures, word_class
from whosays.extract.pipeline import columns, is_parsed
from whosays.extract.quantities.clauses import is_distance, is_negated, state_behind_list
from whosays.extract.quantities.conventions import PERCENT, is_unit, rate
from whosays.extract.quantities.counted_noun import (
    RELATIVES,
    belongs_to_noun,
    changed_by,
    counted,
    group_before,
    is_said_of_last,
    last_joined,
    noun_phrase,
    own_group,
    points_back,
    resolved,
    subject_group,
)
from whosays.extract.quantities.ellipsis import (
    STRONG,
    borrows,
    counts_more,
    direction,
    gapped,
    in_a_row,
    is_left_out,
    is_part,
    is_short,
    is_whole,
    measure_after,
    measure_before,
    nearest,
    only_asked,
    put_again,
    put_for,
    shared_noun,
    shortened,
    state_behind,
    verb_before,
    with_missing,
)
from whosays.extract.quantities.measures import (
    counts_itself,
    measure_around,
    measure_of,
    measure_of_noun,
)
from whosays.extract.quantities.non_quantities import is_score, lasting, why_not_counted
from whosays.extract.quantities.number_phrases import find_numbers
from whosays.extract.quantities.ranges import NumberPhrase, Quantity
from whosays.extract.records import Skipped
from whosays.extract.records import Span as Offsets

_SMALL_AND_DEFINITE = re.compile(
    r"(?:\b(?:the|these|those|both|his|her|its|our|my|your|their|all|other)"
    r"|\b(?!(?:that|it|he|she|there|here|what|who|how|let)[’'])(?P<owner>[a-z]+)[’']s?) $",
    re.IGNORECASE,
)
_FOREMOST = re.compile(r"(?:[a-z]+est|most|top|main|major|other)\b")  # "its two largest cities"
_SIGNS = frozenset("$£€¥₩₹₽₴₪₺")
_REMEMBERED = 30  # figures back to which "half of those" may refer
_COUNTED_AGAIN = word_class("counting_again")  # "raised the number of missing to"
_BEFALLS_PEOPLE = frozenset(("killed", "wounded"))
_MANY = 100  # of something that the words around do not name
Earlier = deque["Quantity"]
Found = tuple[str | None, str | None]  # measure, of whom


@dataclass(frozen=True, slots=True)
class _Reading:
    """A Doc with what is costly to ask of it again and again."""

    doc: Doc
    text: str
    parsed: bool


def figures(doc: Doc) -> Iterator[Quantity]:
    """Yield the quantities of a Doc in text order."""
    return (entry for entry in read_numbers(doc) if isinstance(entry, Quantity))


def read_numbers(doc: Doc) -> Iterator[Quantity | Skipped]:
    """Yield the numbers of a Doc in text order: its quantities, and those that are no figures."""
    for phrase, result in _read(doc):
        yield Skipped((phrase.start, phrase.end), result) if isinstance(result, str) else result


def _read(doc: Doc) -> Iterator[tuple[NumberPhrase, Quantity | str]]:
    reading = _Reading(doc, columns(doc).whole, is_parsed(doc))
    earlier: deque[Quantity] = deque(maxlen=_REMEMBERED)
    sentences = deque(_sentences(reading))
    for phrase in find_numbers(reading.text):
        while len(sentences) > 1 and sentences[0][1] <= phrase.core[0]:
            sentences.popleft()
        result = _quantity(reading, sentences[0], phrase, earlier)
        if isinstance(result, Quantity):
            earlier.append(result)  # what is only asked is no figure, and yet tells what the answer counts
            result = "asked, not said" if only_asked(reading.text, phrase.start, sentences[0]) else result
        yield phrase, result


def _sentences(reading: _Reading) -> Iterator[Offsets]:
    if reading.doc.has_annotation("SENT_START"):
        spans = [(sentence.start_char, sentence.end_char) for sentence in reading.doc.sents]
    else:
        spans = [match.span() for match in re.finditer(r"[^\n]+", reading.text)]
    for start, end in spans:
        text = reading.text[start:end]
        yield start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def _quantity(reading: _Reading, sentence: Offsets, phrase: NumberPhrase, earlier: Earlier) -> Quantity | str:
    text = reading.text
    reason = why_not_counted(text, phrase) or ("score" if is_score(text, phrase.start, phrase.end) else None)
    row = _lender(sentence, earlier) if phrase.unit is None else None
    row = row if row and in_a_row(text, row.span, phrase.start, phrase.end) else None
    if reason and not (row and reason == "designation"):
        return reason
    measure, of = (
        _parsed(reading, sentence, phrase, earlier)
        if reading.parsed
        else nearest(text, sentence, (phrase.start, phrase.end))
    )
    measure, of = _completed(text, sentence, phrase, earlier, (measure, of))
    if row and measure in (None, row.measure):
        measure, of = row.measure, row.of
    measure, of = direction(text, phrase.start, phrase.end, phrase.unit is not None) or (measure, of)
    if phrase.unit not in (None, PERCENT) and measure in _BEFALLS_PEOPLE:
        measure = None  # what is "wiped out" of a fortune
    measure = None if is_distance(text, phrase.end, phrase.unit, measure) else measure
    if of and measure in _BEFALLS_PEOPLE and of.lower().split()[-1] in word_class("instances"):
        of = None
    if measure == "killed" and with_missing(text, phrase.start, phrase.end, sentence):
        measure = KILLED_OR_MISSING
    measure = "strong" if STRONG.match(text, phrase.end) else measure
    measure = f"not {measure}" if measure and is_left_out(text, phrase.start) else measure
    measure = "short" if is_short(text, phrase.end) else measure
    if _says_little(text, phrase, measure, of):
        return "small number of known things"
    of = of or (lasting(text, phrase.end) if measure is None and phrase.unit is None else None)
    repeated = text.startswith(" times ", phrase.end)  # "nearly seven times as many"
    large = (phrase.low or phrase.high or 0) >= _MANY
    if not (measure or of or phrase.unit or large) or (
        _small_and_vague(text, phrase) and phrase.unit is None and measure not in counted_states() and not repeated
    ):
        return "nothing counted"
    measure = " ".join(part for part in (phrase.unit, measure, rate(text, phrase.end, sentence[1])) if part) or None
    within = min(sentence[0], phrase.start), max(sentence[1], phrase.end)  # an end inside of a number is none
    return Quantity((phrase.start, phrase.end), phrase.low, phrase.high, phrase.approximate, measure, of, within)


def _lender(sentence: Offsets, earlier: Earlier) -> Quantity | None:
    return earlier[-1] if earlier and earlier[-1].sentence == sentence else None


def _completed(text: str, sentence: Offsets, phrase: NumberPhrase, earlier: Earlier, found: Found) -> Found:
    """Add what the words around tell where the clause tells nothing: what is borrowed, tallied or named before."""
    measure, of = found
    borrowing, own, whom = borrows(text, phrase.start, phrase.end)
    lender = _lender(sentence, earlier)
    if phrase.unit is not None:
        return found
    told = state_behind_list(text, phrase.start, phrase.end, sentence[0]) or state_behind(text, phrase.end)
    measure, of = told or measure, shared_noun(text, phrase.end) or of
    again = next((q for q in reversed(earlier) if q.measure or q is lender), None)
    if again is not None and put_again(text, phrase.start):
        return again.measure, again.of
    if borrowing and lender and lender.measure and (own or measure is None):
        unit = is_unit(lender.measure.split()[0])  # "500 square miles, including 100 villages" are no miles of them
        return own or (None if unit else lender.measure), whom or (of if of and not own else lender.of)
    if (borrowing or counts_more(text, phrase.end)) and lender and of is None:
        return measure, lender.of
    if measure is None and lender:
        word = lender.measure if gapped(text, phrase.start, phrase.end) else shortened(text, phrase.end)
        if word and not is_unit(word.split()[0]):
            return word, lender.of
    told = measure_after(text, phrase.end) or measure_before(text, phrase.start, sentence[0])
    measure = None if told and measure in _COUNTED_AGAIN else measure
    return measure or told, of or (put_for(text, phrase.start) if not measure else None)


def _says_little(text: str, phrase: NumberPhrase, measure: str | None, of: str | None) -> bool:
    """Whether only a telling predicate makes it a figure: "one", "the two", "two reasons" say little by themselves.

    "The three wooden bridges" tells of more than the bridges that were spoken of before.
    """
    bare = text[slice(*phrase.core)].lower()
    if phrase.start != phrase.core[0] or phrase.unit or measure in known_measures("verb").values():
        return False
    definite = _SMALL_AND_DEFINITE.search(text, max(0, phrase.start - 24), phrase.start)
    small = (phrase.high or phrase.low or 0) <= 12
    meant = definite is not None and (definite["owner"] is None or bare.isalpha())
    known = meant and (_is_bare(text, phrase.end, of) or _FOREMOST.match(of or "") is not None)
    listed = (of or "").lower().rpartition(" ")[2] in word_class("listed")
    return bare in ("one", "zero", "a couple") or (small and (known or listed))


def _is_bare(text: str, end: int, of: str | None) -> bool:
    """Tell "the two men" and "the four-day week" from "the two main roads"."""
    return " " not in (of or "") or text[end : end + 1] == "-"


def _small_and_vague(text: str, phrase: NumberPhrase) -> bool:
    return phrase.approximate and (phrase.high or 10) < 10 and not re.search(r"\d", text[slice(*phrase.core)])


def _parsed(
    reading: _Reading, sentence: Offsets, phrase: NumberPhrase, earlier: Earlier
) -> tuple[str | None, str | None]:
    sign = reading.text[phrase.core[0] - 1 : phrase.core[0]] in _SIGNS
    number = reading.doc.char_span(phrase.core[0] - sign, phrase.end, alignment_mode="expand")
    whole = reading.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    if number is None or whole is None:
        return None, None
    top, head = counted(number)
    if _names(phrase, number, head):
        return measure_of_noun(head), noun_phrase(head, number.end)
    changed = changed_by(whole, measured=True) if phrase.unit else None
    measure = changed or _measure(reading.text, phrase, earlier, (top, head))
    if not (measure or belongs_to_noun(whole) or _is_whole(reading.text, phrase, earlier)):
        measure = measure_around(head, whole.start) or changed_by(whole, measured=False)
    measure = f"not {measure}" if measure and is_negated(top) else measure
    if head.lower_ in word_class("pronouns"):
        within = sentence if head.lower_ in RELATIVES else None
        return measure, resolved(measure_of(head, head), earlier, within, others=head.lower_ == "others")
    if head in number and phrase.unit not in (None, PERCENT):
        return measure, None
    if head in number or counts_itself(head):
        return measure, _whose(reading.text, sentence, phrase, earlier, (measure, number, top, head))
    return measure, noun_phrase(last_joined(head), number.end)


def _whose(
    text: str, sentence: Offsets, phrase: NumberPhrase, earlier: Earlier, told: tuple[str | None, Span, Token, Token]
) -> str | None:
    """Return whose dead, wounded and the like a number counts that no noun follows."""
    measure, number, top, head = told
    if measure and points_back(text, phrase.end):
        return resolved(measure, earlier)
    shared = measure in counted_states() or (measure is not None and is_said_of_last(sentence, earlier, head))
    own = own_group(head, number)
    if not shared or own is not None:
        return own or None
    before = group_before(text, sentence, earlier, phrase.start)
    return before or subject_group(top)


def _names(phrase: NumberPhrase, number: Span, noun: Token) -> bool:
    """Tell whether an amount only says which or what kind of thing is meant: "the 15% tariffs", "a $3m house"."""
    if phrase.unit is None or (phrase.unit == PERCENT and phrase.end == phrase.core[1]):  # "1 in 4 residents"
        return False
    between = number.doc[number.end - 1 : noun.i]
    plain = not any(token.lower_ == "of" or token.tag_ in ("DT", "VBN", "VBD") for token in between)
    return noun.i >= number.end and plain and noun.is_ancestor(number.root)


def _measure(text: str, phrase: NumberPhrase, earlier: Earlier, noun: tuple[Token, Token]) -> str | None:
    """Of "14 of the 20 drones launched" the part has the predicate, the whole only what is said of the noun."""
    top, head = noun
    if _is_whole(text, phrase, earlier):
        return measure_of_noun(head)
    near = verb_before(text, phrase.start) if phrase.unit is None and not counts_itself(head) else None
    if near and near != "lost":  # "lost 40 soldiers killed" tells more behind the number
        return near
    part = phrase.unit is None and is_part(text, phrase.end)
    return measure_of(top, top if part else head)


def _is_whole(text: str, phrase: NumberPhrase, earlier: Earlier) -> bool:
    return is_whole(text, phrase.start, earlier[-1].span[1] if earlier else None)
