"""Whom or what a number counts: the noun after it, or the group whose dead and wounded it counts.

The noun is found by part-of-speech tags, which are right more often than the attachment of numbers in a parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from spacy.tokens import Span, Token

from whosays.extract.lexicon import (
    ADJECTIVE,
    VERB,
    are_people,
    base_form,
    kinds,
    known_measures,
    participle,
    verb_class,
    word_class,
)
from whosays.extract.quantities.measures import counts_itself, subject_of
from whosays.extract.quantities.ranges import Quantity
from whosays.extract.records import Span as Offsets
from whosays.extract.syntax import is_passive

_MODIFIERS = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "HYPH", "POS", "AFX", "RB", "CC"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_BETWEEN_JOINED = frozenset(("CC", ",", "NNS", "NN", "NNP", "JJ", "HYPH", "POS", "AFX"))
_OTHERS = word_class("untold_others")
_QUOTES = frozenset("\"'“”‘’")
_SKIPPED = word_class("beside_counted")
_CALENDAR = re.compile(
    "January|February|March|April|May|June|July|August|September|October|November|December|week|month|year"
    "|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|[Tt]o|[Yy]ester)day"  # "40 holiday homes"
)
_PERIODS = word_class("periods")
_DETERMINERS = frozenset(("DT", "PRP$", "PDT", "CD"))
_INTRODUCING = _DETERMINERS | {"IN", "RB", "CC", ",", "HYPH", "POS", "-LRB-", "_SP", ":", "``", "''"}
_HARMED = frozenset(("killed", "wounded"))
RELATIVES: Final = frozenset(("whom", "which"))  # they stand for what the sentence has just named
_LIST: Final = re.compile(r"\b(?:including|among them)\b")
_LIST_ENDS: Final = re.compile(r"\s[–—-]+\s|[)—]|, (?:and|with|while)\b")
_POINTED_AT: Final = re.compile(r" of (?:those|these)\b")
_SUFFERING = verb_class("suffering")
_TELLING = verb_class("tallying")
_REPORTING = word_class("before_tallies")


def counted(number: Span) -> tuple[Token, Token]:
    """Return the topmost token of the quantity's noun phrase and the counted noun ("thousands", "troops").

    Both are the number itself where no noun follows it ("rose to 34").
    """
    head = _head_after(number)
    if head is None or head.lemma_.lower() in _PERIODS:
        return number.root, number.root
    partitive = any(token.lower_ == "of" for token in number.doc[number.end - 1 : head.i])
    between = number.doc[number.end : head.i]  # the parser may have "a £6m | investment" hang on its amount
    counts = number.root.dep_ == "nummod" and number.root.head == head  # "eight out of 11 drones"
    hangs = head.head in number and not any(token.tag_ == "DT" for token in between)  # not "£6 | a barrel"
    return (number.root if hangs or (partitive and not counts and number.root.i < head.i) else head), head


def _head_after(number: Span) -> Token | None:
    head: Token | None = None
    following = _before_time(_after(number))
    behind = number.doc[number.end : number.end + 1]
    if behind.text in ("and", "but") or (number[-1].text.endswith(".") and behind.text.istitle()):
        return None  # another clause, sentence or number
    for token in following:
        if token.tag_ == "CD" and token.nbor(-1).tag_ == "POS":  # "192 of the house's 300 seats"
            head = None
            continue
        state = counts_itself(token) or token.lower_ in known_measures("adjective")
        if token.tag_ in _NOUNS and not (head is not None and state and token.is_title):
            head = token
        elif token.lower_ in word_class("pronouns") and head is None and token.i > number.end:
            return token
        elif head is not None and not _continues(token, head):
            return head
        elif head is None and token.tag_ in ("VBN", "VBD", "JJ") and state and not _noun_follows(token):
            return token
        elif token.tag_ not in _MODIFIERS and not (token.tag_ == "RP" and token.nbor(-1).tag_ == "HYPH"):
            return head
    return head


def _before_time(tokens: list[Token]) -> list[Token]:
    """Cut off what tells the time or what became of them: "men | last week", "guests | hostage"."""
    for number, token in enumerate(tokens):
        taken = token.lower_ in ("hostage", "captive", "prisoner") and number and tokens[number - 1].tag_ == "NNS"
        owner = [following.tag_ for following in tokens[number + 1 : number + 2]] == ["POS"]  # "22 of Friday's victims"
        if taken or token.lower_ in ("last", "next") or (_CALENDAR.fullmatch(token.text) and not owner):
            return tokens[:number]
    return tokens


def _continues(token: Token, head: Token) -> bool:
    """Whether a compound goes on behind a noun: "rebel-held buildings", "vote counting systems", "North Xian men"."""
    hyphenated = token.tag_ in ("HYPH", "POS") or (token.i > 0 and token.nbor(-1).tag_ == "HYPH")
    owned = token.i > 0 and token.nbor(-1).tag_ == "POS" and token.tag_ in _MODIFIERS  # "Orlen's | micro-chip imports"
    inner = (token.tag_ == "VBG" and head.tag_ == "NN") or (token.tag_ == "JJ" and head.tag_ == "NNP")
    joined = any(t.tag_ == "HYPH" for t in token.doc[token.i + 1 : token.i + 2])  # "North Xian-[made missiles]"
    return hyphenated or owned or (inner and (joined or _noun_follows(token)))


def _after(number: Span) -> list[Token]:
    """The tokens after the number without the quotation marks, "of" and determiners that precede the noun."""
    tokens = [token for token in number.doc[number.end : number.end + 12] if token.text not in _QUOTES]
    if [token.lower_ for token in tokens[:2]] == ["out", "of"]:
        tokens.pop(0)
    while len(tokens) > 1 and (tokens[0].lower_ in _SKIPPED or tokens[0].tag_ in _DETERMINERS):
        if tokens[0].lower_ in word_class("pronouns") and tokens[1].tag_ not in (_NOUNS | _MODIFIERS):
            break
        tokens.pop(0)
    return tokens


def _noun_follows(token: Token) -> bool:
    following = token.doc[token.i + 1 : token.i + 2]
    return any(t.tag_ in (_NOUNS | {"JJ"}) for t in following)


def _introduces(tokens: list[Token]) -> bool:
    hyphenated = len(tokens) > 1 and tokens[1].tag_ == "HYPH"
    return tokens[0].tag_ in _INTRODUCING and not hyphenated


def changed_by(number: Span, *, measured: bool) -> str | None:
    """Return what "fell | by 3%" says happened; who did it is told with "by" too, behind a passive, but in no unit."""
    verb, word = ([None, None, *number.doc[max(0, number.start - 2) : number.start]])[-2:]
    if verb is None or word is None or word.lower_ != "by" or not verb.tag_.startswith("VB") or verb.pos_ != "VERB":
        return None
    perfect = any(c.dep_ == "aux" for c in verb.children) and not is_passive(verb)
    return participle(base_form(verb)) if measured or perfect or verb.tag_ != "VBN" else None


def belongs_to_noun(number: Span) -> bool:
    """Tell "the village of 900 people" from "a column of 60 trucks", which stands for the trucks."""
    before = number.doc[max(0, number.start - 2) : number.start]
    if [token.lower_ for token in before[-1:]] != ["of"] or before[0].tag_ not in _NOUNS:
        return False
    return before[0].lemma_.lower() not in word_class("containers") | word_class("tallies")


def last_joined(head: Token) -> Token:
    """Return the last of the nouns that one number counts together: "missiles" of "300 drones, rockets and missiles".

    Before another number, an article, "other" or a verb one of them is counted by itself, or not at all.
    """
    others = sorted(token for token in head.conjuncts if token.i > head.i) if head.tag_ == "NNS" else []
    last = next((token for token in reversed(others) if token.tag_ == "NNS" and not counts_itself(token)), head)
    between = head.doc[head.i + 1 : last.i]
    plain = all(token.tag_ in _BETWEEN_JOINED for token in between) and any(t.lower_ in ("and", "or") for t in between)
    apart = any(token.lower_ in _OTHERS or (token.tag_ == "NNS" and counts_itself(token)) for token in between)
    return last if plain and not apart else head


def noun_phrase(head: Token, start: int) -> str | None:
    """Return the noun with its modifiers from token ``start`` on, without what only introduces them."""
    opening = [token.i + 1 for token in head.doc[start : head.i] if token.tag_ in ("-LRB-", "PRP", ":", "CD")]
    tokens = list(head.doc[max([start, *opening]) : head.i + 1])
    while tokens and (tokens[0].text in _QUOTES or tokens[0].lower_ in _SKIPPED or _introduces(tokens)):
        tokens.pop(0)
    phrase = head.doc[tokens[0].i : head.i + 1].text.strip(" \"'“”‘’") if tokens else None
    return phrase.replace("” ", " ") if phrase and "“" not in phrase else phrase


def own_group(head: Token, number: Span) -> str | None:
    """Return whose casualties a phrase itself says: "fatalities among the marines", "civilian deaths".

    Of "the dead of the storm" it says that they are nobody else's either: an empty text.
    """
    among = _among(number[-1] if head in number else head)
    return among or _adjective(head, number) or among


def _among(head: Token) -> str | None:
    following = _before_time(list(head.doc[head.i + 1 : head.i + 10]))
    if len(following) < 2 or following[0].lower_ not in ("of", "among", "amongst"):
        return None
    phrase = _MODIFIERS | _NOUNS | _DETERMINERS
    last = next((i for i, t in enumerate(following[1:], 1) if t.tag_ not in phrase), len(following))
    nouns = [token for token in following[1:last] if token.tag_ in _NOUNS]
    if nouns and following[0].lower_ == "of" and head.lower_ in known_measures(ADJECTIVE) and _befalls(nouns[-1]):
        return ""
    return noun_phrase(nouns[-1], following[1].i) if nouns else None


def _befalls(noun: Token) -> bool:
    """Tell an accident or a storm from people and bodies of them."""
    return noun.tag_ == "NN" and not are_people(noun) and not kinds(noun.lemma_.lower())


def _adjective(head: Token, number: Span) -> str | None:
    """The words between the number and the casualties: "several North Korean casualties"."""
    before = [token for token in head.doc[number.end : head.i] if token.text not in _QUOTES]
    if head in number or any(token.tag_ not in _MODIFIERS for token in before):
        return None
    words = [t for t in before if not counts_itself(t) and t.tag_ not in ("CC", "RB")]
    words = [t for t in words if t.lower_ not in _SKIPPED | _REPORTING]
    return head.doc[words[0].i : words[-1].i + 1].text if words else None


def subject_group(top: Token) -> str | None:
    """Return the subject that casualties befell: "the brigade lost 30 killed"."""
    subject = subject_of(top.head)
    for _ in range(4):
        if subject is None or not (subject is top or top in subject.subtree or counts_itself(subject)):
            break
        clause = subject.head
        embedded = clause.dep_ in ("acl:relcl", "advcl", "conj", "xcomp") and clause.head.i < top.i
        subject = subject_of(clause.head) if embedded else None
    speaker = subject is not None and base_form(subject.head) in word_class("reported") | _TELLING
    speaker = speaker or (subject is not None and _harms(subject))
    named = None if subject is None or speaker else _named_group(subject)
    relative = None if named else _before_relative(top)
    return named if relative is None else _named_group(relative)


def _harms(subject: Token) -> bool:
    """Tell "the storm | killed 40", whose subject is who or what killed, from "the brigade lost 40"."""
    verb = subject.head
    harmed = known_measures(VERB).get(base_form(verb)) in _HARMED and base_form(verb) not in _SUFFERING
    return harmed and subject.dep_ == "nsubj" and verb.tag_ != "VBN"


def _before_relative(top: Token) -> Token | None:
    """The plural subject before "during which", where a quotation mark or a comma has misled the parser."""
    before = list(top.doc[top.sent.start : top.i])
    relative = next((token for token in reversed(before[-8:]) if token.lower_ == "which"), None)
    if relative is None:
        return None
    subjects = (
        token for token in reversed(before) if token.dep_ in ("nsubj", "nsubj:pass", "appos") and token.i < relative.i
    )
    return next((token for token in subjects if token.tag_ in ("NNS", "NNPS")), None)


def _named_group(subject: Token) -> str | None:
    if subject.lower_ in word_class("pronouns"):
        glosses = [c for c in subject.children if c.dep_ in ("appos", "parataxis", "dep")]
        subject = next((gloss for gloss in glosses if gloss.tag_ in ("NNS", "NNPS")), subject)
    lemma = subject.lemma_.lower()
    if _CALENDAR.fullmatch(subject.text):
        return None
    if subject.tag_ not in _NOUNS or lemma in known_measures("noun") or lemma in word_class("tallies"):
        return None
    return noun_phrase(subject, subject.left_edge.i)


def points_back(text: str, end: int) -> bool:
    """Tell "four of those killed", who are some of people told of before, from "four killed"."""
    return _POINTED_AT.match(text, end) is not None


def resolved(
    predicate: str | None, earlier: Iterable[Quantity], sentence: Offsets | None = None, *, others: bool = False
) -> str | None:
    """Whom "half of those who took part" counts: those that an earlier figure has taking part, else the last.

    Given a sentence, only figures in it are looked at; ``others`` than five children are of the most, not of these.
    """
    named = [each for each in earlier if each.of and sentence in (None, each.sentence)]
    same = [each.of for each in named if predicate and each.measure == predicate]
    if others and same:
        told = (each for each in reversed(named) if each.measure == predicate)
        return max(told, key=lambda each: each.low or 0.0).of
    return same[-1] if same else named[-1].of if named and predicate is None else None


def is_said_of_last(sentence: Offsets, earlier: Sequence[Quantity], head: Token) -> bool:
    """Tell whether a bare number counts more of what the figure before it in the sentence counts."""
    return head.tag_ == "CD" and bool(earlier) and earlier[-1].sentence == sentence and bool(earlier[-1].of)


def group_before(text: str, sentence: Offsets, earlier: Iterable[Quantity], start: int) -> str | None:
    """Return whom figures before one in its sentence count: "40 people dead and more than 60 wounded".

    Behind a closed list of some of them these are all: "31 people died, including three women, and 40 were hurt".
    """
    named = [each for each in earlier if each.of and each.sentence == sentence]
    return named[_last_of_all(text, [each.span for each in named], start)].of if named else None


def _last_of_all(text: str, figures: Sequence[Offsets], start: int) -> int:
    opened = [match.start() for match in _LIST.finditer(text, figures[0][1], start)]
    if not opened or not _LIST_ENDS.search(text, figures[-1][1], start):
        return -1
    return max(number for number, (_, end) in enumerate(figures) if end <= opened[-1])
