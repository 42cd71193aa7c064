"""The anatomy of one noun phrase that names a source: determiner, possessor, modifiers, head, what follows.

Works on closed word classes and on part-of-speech tags where the Doc has them, not on the parse: sources
are short, and a wrong parse of a short phrase costs more than it tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from whosays.extract.coreference.naming.offices import LONGEST_OFFICE, ends_office, is_possessive
from whosays.extract.coreference.naming.spans import Mention, is_acronym
from whosays.extract.coreference.naming.surroundings import is_hyphened, named_by_modifier
from whosays.extract.coreference.when import before_when
from whosays.extract.lexicon import (
    is_people,
    kinds,
    office_of,
    ranks,
    senses,
    word_class,
    word_set,
)
from whosays.extract.pipeline import columns
from whosays.extract.syntax import opens_an_amount
from whosays.resources import read_classes

PERSONAL = {word: form for form, words in read_classes("extract", "pronouns.txt").items() for word in words}
POSSESSIVE_PRONOUNS = word_class("possessives")
DETERMINERS = word_class("determiners")
PREPOSITIONS = word_class("ends_of_a_noun_phrase")
BREAKS = frozenset((",", ";", "(", ")", "–", "—", "―", "--", ":"))
QUOTES = frozenset("\"“”„‘’'`")
# Words before a source that a tagger may have taken into it: "after a senior official (said)".
OPENERS = word_class("openers_of_a_clause")
PARTICIPLES = ("VBN", "VBG", "VBD", "VBZ", "VBP", "MD", "WP", "WDT", "IN", "TO")
OF_MODIFIERS = ("DT", "PDT", "JJ", "CD", "RB", "PRP$")  # tags of the words that may stand before an adjective
REFLEXIVES = word_class("reflexives")
RELATIVES = word_set("who whom whose which")
WHENCE = ("-based", "-headquartered", "-listed", "-traded")
WHEN = word_class("before_periods") | word_class("weekdays") | {"out"}
TRAILING = word_class("behind_a_noun_phrase")
LEADING = word_class("before_a_noun_phrase")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One noun phrase; offsets are token indices, end exclusive.

    ``name`` is the name that heads the phrase or stands beside it ("the mayor, Ann Roe"); ``description`` is the
    text of the common noun phrase, determiner left out, ``shown`` the same without relative clauses; ``parts`` holds
    the members of "Lee and officials".
    """

    start: int
    end: int
    kind: Literal["name", "pronoun", "noun", "several"]
    name: Mention | None = None
    pronoun: str = ""
    determiner: str = ""
    owner: tuple[int, int] | None = None
    modifiers: tuple[str, ...] = ()
    head: str = ""
    tail: str = ""
    description: str = ""
    shown: str = ""
    parts: tuple[Phrase, ...] = ()

    @property
    def noun(self) -> str:
        """The last word of the head; empty where a line break heads the phrase."""
        return next(reversed(self.head.split()), "")

    @property
    def telling(self) -> tuple[str, ...]:
        """The modifiers without whence somebody is: "tech" of "the Port Velm-based tech company".

        Where its shares are traded tells whence a firm is, too.
        """
        based = (number for number, word in enumerate(self.modifiers, start=1) if word.endswith(WHENCE))
        return self.modifiers[next(based, 0) :]

    @property
    def plural(self) -> bool:
        """Whether the head is a plural noun or the phrase has several parts."""
        ends = self.head.endswith("s") and not self.head.endswith(("ss", "us"))
        many = ends or self.head.endswith(("people", "men", "children"))
        return self.kind == "several" or many


def read_simple(doc: Doc, start: int, end: int, names: dict[int, Mention]) -> Phrase:
    """Return the anatomy of a single noun phrase, no comma or coordination in it."""
    start, end = trimmed(doc, start, end)
    if start >= end:
        return Phrase(start, end, "noun")
    end -= end - start > 1 and doc[end - 1].lower_ in REFLEXIVES  # "Jo Roe himself" is Jo Roe
    boundary = core_end(doc, start, end, names)
    word = doc[start].lower_
    if word in PERSONAL and boundary == start + 1 and not is_acronym(doc[start]):
        return Phrase(start, end, "pronoun", pronoun=word)
    determiner = word if word in DETERMINERS and start not in names else ""
    owner = _owner(doc, start, boundary, names)
    inner = owner[1] if owner else start + bool(determiner)
    inner = min(inner, boundary - 1)
    if determiner == "the" and doc[inner].lower_ in ("same", "other"):
        determiner = doc[inner].lower_
    head = _head(doc, inner, boundary)
    name = next((m for m in names.values() if m.start <= head < m.end), None)
    name = name or named_by_modifier(doc, inner, head, names)
    bare = boundary > start + 1 and doc[start + 1].lower_ not in RELATIVES  # but "those who left" needs its "those"
    first = start + (bare and determiner in ("the", "this", "that", "these", "those"))
    return Phrase(
        start,
        end,
        "name" if name else "noun",
        name,
        determiner=determiner,
        owner=owner,
        modifiers=_modifiers(doc, inner, head),
        head=_head_text(doc, inner, head),
        tail=text_of(doc, boundary, end),
        description=text_of(doc, first, end),
        shown=text_of(doc, first, _clause_start(doc, head, end, names)),
    )


def _clause_start(doc: Doc, head: int, end: int, names: dict[int, Mention]) -> int:
    """Return where the first relative clause begins: "two officials [who left]"; "those who left" are nobody without.

    A clause that ends a description is none of its name, and a source may break off in the midst of one.
    """
    if not kinds(doc[head].text):
        return end
    for position in outside_names(head + 1, end, names):
        token = doc[position]
        if token.lower_ in RELATIVES or (token.lower_ == "that" and token.tag_ == "WDT"):
            return position - (doc[position - 1].lower_ in PREPOSITIONS and position - 1 > head)  # "in which"
        its = position + 2 < end and token.lower_ == "in" and doc[position + 1].lower_ in ("a", "an", "its", "their")
        if its and any("document" in kinds(word.text) for word in doc[position + 2 : end]):
            return position  # "analysts in a research note"
    return end


def is_break(token: Token) -> bool:
    """Tell whether a mark ends a stretch of a phrase: a comma, a bracket, a dash, a hyphen between spaces."""
    if token.text == "-" and token.i:
        return bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)
    return token.text in BREAKS


def joins_modifiers(doc: Doc, start: int, comma: int, end: int) -> bool:
    """Tell the comma of "two small, limited trials": no noun has been before it, and a further adjective follows.

    So it does in "Korran, Zemrian and rebel envoys".
    """
    if doc[comma].text == "," and _are_of_peoples(doc, start, comma, end):
        return True
    if doc[comma].text != "," or comma + 2 >= end or not doc[comma - 1].tag_.startswith("JJ"):
        return False
    before = all(token.tag_.startswith(OF_MODIFIERS) for token in doc[start:comma])
    behind = doc[comma + 1].tag_.startswith("JJ") and doc[comma + 2].tag_.startswith(("NN", "JJ"))
    return before and behind and not doc[comma + 1].text[:1].isupper()


def _are_of_peoples(doc: Doc, start: int, comma: int, end: int) -> bool:
    """Tell whether adjectives of two peoples stand around a comma, and at the end the noun for people of all."""
    around = comma > start and is_people(doc[comma - 1].text) and comma + 1 < end and is_people(doc[comma + 1].text)
    last = doc[end - 1]
    between = (token for token in doc[comma + 2 : end - 1] if token.text not in (",", "and", "or"))
    return around and last.tag_ == "NNS" and last.is_lower and all(t.is_lower or is_people(t.text) for t in between)


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return a stretch of tokens without the marks around it and the words that only lead up to it."""
    while start < end and _is_margin(doc[start]) and not _is_both(doc, start, end):
        start += 1
    while end > start and _is_trailing(doc[end - 1], alone=end - start == 1):
        end -= 1
    return start, before_when(doc, start, end)


def _is_both(doc: Doc, start: int, end: int) -> bool:
    """Tell "both sides" and "both" from "both Roe and Lund" and "both of them"."""
    if end - start == 1 and doc[start].lower_ in ("both", "neither"):
        return True  # of two who are named before
    two = doc[start].lower_ == "both" and start + 1 < end and doc[start + 1].text.islower()
    return two and not any(token.lower_ in ("and", "of") for token in doc[start:end])


def _is_trailing(token: Token, *, alone: bool) -> bool:
    """Tell whether a word ends no phrase: a mark, "Roe also", "farmers who", "the Gazette today"."""
    if (is_break(token) and token.text != ")") or token.text in QUOTES or token.is_space:
        return True
    return not alone and not is_acronym(token) and (is_possessive(token) or token.lower_ in RELATIVES | TRAILING)


def _is_margin(token: Token) -> bool:
    margin = token.text in BREAKS | QUOTES or token.is_space or token.lower_ in LEADING | OPENERS
    return margin and not opens_an_amount(token)


def outside_names(start: int, end: int, names: dict[int, Mention]) -> Iterator[int]:
    """Yield the tokens at which no name goes on: every other one, and the first of each name."""
    position = start
    while position < end:
        yield position
        position = names[position].end if position in names else position + 1


def core_end(doc: Doc, start: int, end: int, names: dict[int, Mention]) -> int:
    """Return where the core of a noun phrase ends: before its first preposition, relative or participle."""
    for position in outside_names(start, end, names):
        token = doc[position]
        if position == start or position in names or is_hyphened(token):
            continue
        if token.lower_ in ("of", "for") and any(_is_held(doc, position, mention) for mention in names.values()):
            continue
        if token.lower_ == "named" and doc[position - 1].tag_ == "RB":  # "its recently named head"
            continue
        if token.lower_ in REFLEXIVES and position + 1 < end:
            return position
        if joins_modifiers(doc, start, position, end):
            continue
        told_when = token.lower_ in WHEN and "document" in kinds(doc[position - 1].text)  # "a report out Friday from"
        if token.lower_ in PREPOSITIONS or is_break(token) or told_when or _is_participle(doc, position, end):
            return position
    return end


def _is_held(doc: Doc, of: int, mention: Mention) -> bool:
    """Tell whether "of" stands inside the office before a person's name ("Secretary of State [General] Jo Roe")."""
    near = of < mention.start <= of + LONGEST_OFFICE
    if not near or mention.type != "Person":
        return False
    rank = doc[mention.start - 1].lower_ in ranks().values()
    return ends_office(doc, mention.start) or (rank and ends_office(doc, mention.start - 1))


def _is_participle(doc: Doc, position: int, end: int) -> bool:
    """A participle after the noun ends the core; one before a noun ("united front") belongs to it."""
    token = doc[position]
    if token.tag_ not in PARTICIPLES or senses(token.text) or token.text[:1].isupper():
        return False
    follows = doc[position + 1].tag_ if position + 1 < end else ""
    return bool(kinds(doc[position - 1].text)) or not follows.startswith(("NN", "JJ", "HYPH"))


def _owner(doc: Doc, start: int, end: int, names: dict[int, Mention]) -> tuple[int, int] | None:
    """Return the possessor: "South Korea" of "South Korea's spy agency", "his" of "his office"; "'s" included."""
    last = next((i for i in range(end - 2, start - 1, -1) if is_possessive(doc[i]) and i > start), None)
    if last is not None and not any(m.start < last < m.end - 1 for m in names.values()):
        return (start, last + 1)
    return (start, start + 1) if doc[start].lower_ in POSSESSIVE_PRONOUNS and end > start + 1 else None


def _head(doc: Doc, start: int, boundary: int) -> int:
    """Return the last noun of the core: the last word unless that is an adjective after a known noun."""
    last = max(start, boundary - 1)
    while last > start and doc[last].lower_ in REFLEXIVES:  # "Roe himself"
        last -= 1
    while last > start and (doc[last].text in QUOTES or doc[last].text == "." or is_possessive(doc[last])):
        last -= 1
    while last > start and doc[last].tag_ in ("JJ", "RB") and kinds(doc[last - 1].text):
        last -= 1
    return last


def _head_text(doc: Doc, start: int, head: int) -> str:
    """Return the longest noun of the table that ends at the head ("press secretary", "think-tank")."""
    for first in range(max(start, head - 3), head):
        text = text_of(doc, first, head + 1).lower()
        if senses(text):
            return text
    return office_of(doc[head].text) or doc[head].lower_  # "the PM"


def _modifiers(doc: Doc, start: int, head: int) -> tuple[str, ...]:
    return tuple(word for word in text_of(doc, start, head).split() if word.strip("-–—'\"’‘"))


def are_people(phrase: Phrase) -> bool:
    """Tell whether several who speak together are people, as far as their nouns tell."""
    if any(part.name and part.name.type != "Person" for part in phrase.parts):
        return False
    heads = [kinds(part.head) for part in phrase.parts if part.kind == "noun"]
    return all(not found or found & {"person", "people"} for found in heads)


def text_of(doc: Doc, start: int, end: int) -> str:
    """Return the words of a stretch of tokens with single spaces between them."""
    return columns(doc).words(start, end) if start < end else ""
