"""Who speaks where no verb tells: labels before a colon, signatures with a dash or a handle, the one interviewed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from whosays.extract.attribution.structures.paragraphs import LISTED, Paragraph
from whosays.extract.attribution.structures.people import people_in
from whosays.extract.lexicon import kinds, word_class
from whosays.extract.syntax import FINITE

ASKING, ANSWERING, NAMED = "asking", "answering", "named"
LEADING = 40  # paragraphs before a dialogue that may tell whose it is
HANDLE = r"@\w{2,30}"
_LABEL = re.compile(r"(?P<name>[^:“”\"?!]{1,60}?)\s*:\s+(?=\S)")
# "A.I. firms" is no answer
_LETTER = re.compile(r"(?P<name>Q(?:uestion)?|A(?:nswer)?)(?:\s*:|\s*\.(?!\w\.)|\s+[–—-])\s*(?=\S)")
_ASIDE = re.compile(r"\s*(?:[(\[][^()\[\]]*[)\]]|,.*)$")
_HANDLED = re.compile(
    rf"(?:^|(?<=[\s.!?…”\"’)]))(?:[—–-]+\s*|(?=[^\W\d_a-z]))(?P<name>[^\n@()]{{2,60}}?)\s*\(?(?P<handle>{HANDLE})\)?"
    r"(?P<when>[\s,·•|–—-]+.{3,40})?$"
)
_SIGNED = re.compile(r"(?:^|(?<=[.!?…”\"’)]))\s*(?:[—–-]{1,2}|~)\s*(?P<name>[^\W\d_a-z][^\n:;?!”\"]{1,90}?)\.?$")
_TALK = word_class("conversing")
_NEVER = word_class("labels") | word_class("months") | word_class("weekdays") | word_class("no_labels")
_PLAYERS = word_class("dialogue_roles")


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a turn: its words, the offset in its paragraph where the turn begins, and what it tells."""

    name: Span
    begins: int
    sort: str
    sure: bool


def label_of(paragraph: Paragraph) -> Label | None:
    """Return the label of a paragraph, "ADA LUNT: ...", "Q: ...", "Judge Roe (reading): ...", or None."""
    text = paragraph.text
    letter = _LETTER.match(text)
    match = letter or _LABEL.match(text)
    if match is None:
        return None
    name = paragraph.part(*match.span("name"))
    if name is None or len(text[match.end() :].split()) < 1:
        return None
    if letter:
        return Label(name, match.end(), ASKING if match["name"][0] == "Q" else ANSWERING, True)
    bare = paragraph.part(match.start("name"), match.start("name") + len(_ASIDE.sub("", match["name"])))
    sure = _is_voice(bare) if bare is not None else None
    return None if bare is None or sure is None else Label(bare, match.end(), NAMED, sure)


def _is_voice(name: Span) -> bool | None:
    """Tell whether words before a colon are surely somebody, perhaps (False), or nobody (None)."""
    words = [token for token in name if not token.is_punct]
    capital = words and words[0].text[:1].isupper()
    if not capital or len(words) > 6 or words[0].lower_ in _NEVER or words[-1].lower_ in _NEVER:
        return None
    shouted = name.text.isupper()
    if not shouted and any(token.tag_ in FINITE or token.pos_ in ("VERB", "AUX") for token in words):
        return None
    people = any(token.ent_type_ in ("Person", "Organization", "Outlet") for token in words)
    role = words[-1].lower_ in _PLAYERS or kinds(words[-1].lower_) == {"person"}
    if people or role:
        return True
    return False if shouted and not any(token.ent_type_ == "Place" or token.like_num for token in words) else None


def signature_of(paragraph: Paragraph) -> tuple[Span, int] | None:
    """Return who signs at a paragraph's end and the offset where the signature begins (0: it is nothing else)."""
    text = paragraph.text
    handled = _HANDLED.search(text)
    listed = paragraph.mark == LISTED  # "- Dita Moll, ranger": the dash is taken for a bullet
    match = handled or _SIGNED.search(text) or (_SIGNED.search(f"-{text}") if listed else None)
    if match is None:
        return None
    name = paragraph.part(*match.span("name"))
    addressed = match["name"].rstrip()[-1:] in tuple(",;:")  # "Come home, @rosaquint"
    if name is None or addressed or not (handled or _is_signature(name)):
        return None
    return name, match.start()


def _is_signature(name: Span) -> bool:
    """Tell "Dita Moll, ranger" from an aside behind a dash: it begins with a person, and no verb is in it."""
    verbs = any(token.tag_ in FINITE for token in name)
    return not verbs and name[0].ent_type_ == "Person" and len(name) <= 14


def header_of(paragraph: Paragraph) -> Span | None:
    """Return who a post's head names: "Rosa Quint (@rosaquint) · March 3"."""
    found = signature_of(paragraph)
    return found[0] if found is not None and found[1] == 0 and "@" in paragraph.text else None


def interviewee(before: Sequence[Paragraph]) -> Span | None:
    """Return the person that the paragraphs before an interview say is interviewed: spoken to, else named last."""
    people = [name for paragraph in before[-LEADING:] for name in people_in(paragraph.words)]
    spoken = [ent for ent in people if _is_spoken_to(ent)]
    if spoken:
        return spoken[-1]
    if not people:
        return None
    counts: dict[str, int] = {}
    for ent in people:
        counts[ent.text.split()[-1]] = counts.get(ent.text.split()[-1], 0) + 1
    often = max(counts, key=lambda name: counts[name])
    return next(ent for ent in people if ent.text.split()[-1] == often)


def _is_spoken_to(name: Span) -> bool:
    """Tell "spoke to the pilot Hilde Omar", "asked her", "an interview with Lotte Weiss", "Lotte Weiss talks to us"."""
    head = name.root
    for _ in range(4):
        if head.lemma_.lower() in _TALK:
            return True
        if head.head == head:
            break
        head = head.head
    return False
