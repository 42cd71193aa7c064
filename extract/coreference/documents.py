"""Documents as sources: a statement, a report or a video speaks for whoever issued it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Doc

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.naming.bodies import ARTICLES
from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.coreference.noun_phrase import PREPOSITIONS, Phrase
from whosays.extract.coreference.referent import Referent
from whosays.extract.lexicon import countries_in, country_of, fold, kinds, senses, singular, titles, word_class
from whosays.extract.pipeline import columns
from whosays.extract.records import EntityType
from whosays.extract.records import Span as Characters

GATHERED = word_class("gathered_somewhere")
RECKONED = word_class("reckoned")
NEAR = 2  # sentences within which "the statement" is the one just quoted from
OF_COURTS = word_class("papers_of_courts")
KEPT = word_class("documents_of_others")
IN_JOURNALS = word_class("papers_in_journals")
STATED = word_class("stated")
GIVERS = frozenset(("by", "from"))
GOT_HOLD = word_class("got_hold")
JOINTS = frozenset(",/&-–—") | {"and"}
NAMED_WITH_NAMES = frozenset(("organisation", "outlet", "person", "people"))
NETWORKS = word_class("social_networks")
POSTED = word_class("posted")
GLUE = re.compile(r"[/–—-]")
PRINTED = frozenset("article editorial report story".split())
OF_CLASS = ("NN", "JJ", "VBN", "VBG", "HYPH")  # tags of the words that tell what a name names
SPEAKING = frozenset(("organisation", "people", "person"))
OTHERS = frozenset(("allied", "other"))
LONGEST_CLASS = 4  # words: "deputy program director [Jo Roe]"


def is_document(phrase: Phrase) -> bool:
    """Tell whether a phrase is headed by a noun for a document ("Video footage", "a report by the ministry").

    What has been counted or checked is one where somebody is named with it: "a KBN count", "a check by KBN".
    """
    named = phrase.tail.startswith("by ") or any(word[:1].isupper() for word in phrase.modifiers)
    return phrase.kind == "noun" and ("document" in kinds(phrase.head) or (phrase.head in RECKONED and named))


def heads(doc: Doc, phrase: Phrase, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names that speak in a phrase: its head, its parts' heads, the issuer of a document."""
    for part in phrase.parts:
        yield from heads(doc, part, mentions)
    if phrase.name:
        yield phrase.name
    elif phrase.kind == "noun" and is_document(phrase):
        yield from issuers_named(doc, phrase, mentions)


def issuers_named(doc: Doc, phrase: Phrase, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the names in "a statement from North Korea", "North Korea's statement", "a BBC report", "a BBC/Lund poll".

    "An affidavit from the Harbour Police" is sworn to a court by one of them, and speaks for itself.
    """
    inside = sorted((m for m in mentions if phrase.start <= m.start and m.end <= phrase.end), key=lambda m: m.start)
    first = next((m for m in inside if _issues(doc, phrase, m, inside)), None)
    return _with_partners(doc, first, inside) if first else []


def _issues(doc: Doc, phrase: Phrase, mention: Mention, others: Sequence[Mention]) -> bool:
    first = _with_titles(doc, phrase.start, mention)
    before = doc[first - 1].lower_ if first > phrase.start else ""
    owner = phrase.owner and mention.end <= phrase.owner[1] and not is_kept(phrase, mention.type)
    inside = any(word in mention.text.split() for part in phrase.modifiers for word in (part, *GLUE.split(part)))
    whole = mention.end >= phrase.end or not is_possessive(doc[mention.end])  # "a report by Korrin's auditor"
    whole = whole and not _is_of_a_group(doc, mention, phrase.end)
    by = before in GIVERS and whole and not _is_seen_by(doc, mention)
    by = by and not _is_whence(doc, mention, others) and not (mention.type == "Place" and phrase.head in GATHERED)
    printed = before in ("in", "on") and mention.type == "Outlet" and phrase.head not in IN_JOURNALS
    if (inside or printed) and singular(phrase.head) in POSTED and mention.text.split()[0].lower() in NETWORKS:
        return False  # "the Chirper posts" are its users'
    return bool(owner or ((inside or by or printed) and phrase.head not in OF_COURTS))


def _is_of_a_group(doc: Doc, mention: Mention, end: int) -> bool:
    """Tell "by Korran and allied harbour agencies": the country is but one of those whose agencies wrote it."""
    behind = doc[mention.end : end]
    joined = mention.type == "Place" and len(behind) > 2 and behind[0].lower_ in ("and", "or")
    noun = next((token for token in behind[1:] if not token.tag_.startswith(("JJ", "NN", "HYPH"))), None)
    words = behind[1 : noun.i - behind.start] if noun is not None else behind[1:]
    return joined and len(words) > 1 and words[-1].tag_ == "NNS" and bool(kinds(words[-1].text) & SPEAKING)


def _is_whence(doc: Doc, mention: Mention, others: Sequence[Mention]) -> bool:
    """Tell "by the Korra research firm Orbex" and "by Carrow blog lakes24": neither town nor owner wrote it."""
    bodies = (other for other in others if mention.type == "Place" or other.type != "Person")
    past = any(mention.end < other.start == _past_class_nouns(doc, mention.end, other.start) for other in bodies)
    return past or (mention.type == "Place" and _joins_adjectives(doc, mention.end))


def _joins_adjectives(doc: Doc, joint: int) -> bool:
    """Tell "US [and] allied agencies" and "UK [and] French officials": neither state speaks, but those of both."""
    if [token.lower_ for token in doc[joint : joint + 1]] != ["and"]:
        return False
    near = doc[joint + 1 : joint + 1 + LONGEST_CLASS]
    behind = list(takewhile(lambda token: token.tag_.startswith(("JJ", "NN")), near))
    of_others = bool(behind) and (behind[0].lower_ in OTHERS or country_of(behind[0].text) is not None)
    return of_others and any(token.is_lower and kinds(token.text) & SPEAKING for token in behind[1:])


def _with_partners(doc: Doc, first: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    """Return who issued a document together: "by the Marl Institute and pollsters Orbex", "a Times/Orbex poll"."""
    found, joined = [first], 1
    if _is_glued(doc, first.start - 1) and doc[first.start - 2].text[:1].isupper():
        return []  # "an XYZ-Orbex poll", of whom one is unknown
    for mention in mentions:
        between = doc[found[-1].end : mention.start]
        joints = [token for token in between if token.text in JOINTS]
        places = {mention.type, first.type} > {"Place"}
        if mention.start <= first.start or places:
            continue
        if not joints or joints[0].i != between.start:
            break
        found.append(mention)
        joined = len(found) if joints[-1].text != "," else joined
    last = found[joined - 1].end
    return [] if _is_glued(doc, last) and doc[last + 1].text[:1].isupper() else found[:joined]


def _is_glued(doc: Doc, at: int) -> bool:
    inside = 0 < at < len(doc) - 1 and GLUE.fullmatch(doc[at].text) is not None
    return inside and not doc[at].whitespace_ + doc[at - 1].whitespace_


def _past_class_nouns(doc: Doc, start: int, end: int) -> int:
    """Return where the name begins in "Hispanic media group [Orbex]": behind a noun for what is named."""
    words = doc[start:end]
    plain = all((token.is_alpha or token.text == "-") and token.tag_.startswith(OF_CLASS) for token in words)
    plain = plain and not any(token.lower_ in PREPOSITIONS | ARTICLES | {"and"} for token in words)
    if not plain or not words:
        return end if plain else start
    last, found = words[-1], kinds(words[-1].text)
    told = last.is_lower and (found & NAMED_WITH_NAMES or last.tag_.startswith(("JJ", "VB")) or last.text == "run")
    office = found == {"person"} and all(t.text[:1].isupper() or t.lower_ == "prime" for t in words)
    return end if told or office else start


def issued_by(cast: Cast, named: Sequence[Mention], phrase: Phrase) -> Referent | None:
    """Return the one referent of those who issued a document, ``None`` where nobody is named."""
    issuers = list(dict.fromkeys(cast.by_mention[mention] for mention in named))
    if not issuers[1:]:
        return next(iter(issuers), None)
    together = cast.together(issuers, phrase.start, phrase.end)
    together.as_one = True
    return together


def is_foreign(phrase: Phrase, issuer: Referent) -> bool:
    """Tell whether "the Korran readout" would be that of a body of another country."""
    countries = countries_in(" ".join(phrase.modifiers))
    return bool(countries and issuer.countries) and not countries & issuer.countries


def is_kept(phrase: Phrase, kind: EntityType) -> bool:
    """Tell whether a document is what others have written of its owner: "Roe's bank records", "her indictment"."""
    return kind == "Person" and phrase.head in KEPT


def _with_titles(doc: Doc, start: int, mention: Mention) -> int:
    """Return where the words begin that go with a name: "the chairman, Mr Roe", "research firm Orbex".

    So do "Korrin's", offices in capitals and what is "state-run".
    """
    first = mention.start
    if first - 2 > start and is_possessive(doc[first - 1]) and country_of(doc[first - 2].text):
        return first - 2
    while first > start + 1 and (doc[first - 1].text == "." or fold(doc[first - 1].text) in titles()):
        first -= 1
    sizes = (n for n in range(LONGEST_CLASS, 0, -1) if first - n > start)
    first -= next((n for n in sizes if _past_class_nouns(doc, first - n, first) == first), 0)
    return first - (first > start + 1 and doc[first - 1].lower_ == "the")


def _is_seen_by(doc: Doc, mention: Mention) -> bool:
    """Tell "seen by Orbex": whoever has got hold of a document did not write it."""
    return any(token.lower_ in GOT_HOLD for token in doc[max(0, mention.start - 3) : mention.start])


def issuer_before(
    cast: Cast, phrase: Phrase, spoken: Sequence[tuple[int, Referent]], attributed: Sequence[Characters]
) -> Referent | None:
    """Return who spoke just now in a sentence that has the word "statement", for "the statement added".

    ``spoken`` holds token and referent of the sources so far, in text order; ``attributed`` are the words attributed to
    anybody, in which whoever says “this is a strong report” tells of another's.
    """
    here = cast.sentences[phrase.start]
    cited = [token.lower_ for token in cast.doc[max(0, phrase.start - 2) : phrase.start]] == ["according", "to"]
    for position, referent in reversed(spoken if phrase.head not in OF_COURTS else ()):
        near = position < phrase.start and here - cast.sentences[position] <= NEAR
        near = near and not (cited and here == cast.sentences[position])  # "Roe added, according to the reports"
        if near and referent.type == "Outlet" and phrase.head in PRINTED and phrase.determiner in ("the", "same"):
            return referent  # "The Gull reported it. ... The article said"
        if near and (referent.named or phrase.head in STATED) and _writes(cast, position, phrase, attributed):
            return referent
    return None


def _writes(cast: Cast, position: int, phrase: Phrase, attributed: Sequence[Characters]) -> bool:
    number, words = cast.sentences[position], columns(cast.doc).lower
    first, last = bisect_left(cast.sentences, number), bisect_right(cast.sentences, number)
    found = (cast.doc[i] for i in range(first, min(last, phrase.start)) if same_document(phrase.head, words[i]))
    return any(
        not noun.is_ancestor(cast.doc[position])  # "reports that Roe told the board"
        and not any(
            child.lower_ in ("about", "on") for child in noun.children if child.dep_ == "case"
        )  # "asked about it"
        and words[noun.i + 1] not in GIVERS  # "a poll by the institute" in what somebody else says is the institute's
        and not any(start <= noun.idx < end for start, end in attributed)
        and not (kinds(words[noun.i + 1]) & {"person", "people"})  # "report chairman Jo Roe"
        and not any(token.dep_.startswith("acl") for token in noun.ancestors)  # "who had no part in the study"
        for noun in found
    )


def same_document(noun: str, other: str) -> bool:
    """Tell whether two nouns may be said of one document: "statement" and "communiqué"."""
    return noun == other or bool(_documents(noun) & _documents(other))


def _documents(noun: str) -> set[str]:
    return {sense.canonical for sense in senses(noun) if sense.kind == "document"}
