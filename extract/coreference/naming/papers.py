"""Papers whose names end in a word that is also a role or a day: "Harrow Morning Leader", "Zemria Today".

It does not find papers whose names say nothing of the kind; those are the recogniser's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from whosays.extract.coreference.naming.entity_typing import PAPERS
from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.coreference.naming.spans import Mention, mention_at
from whosays.extract.lexicon import country_of, gender_of_name, kinds, word_class, word_set
from whosays.extract.pipeline import columns

# Last words of papers that are roles of people too.
ROLES = word_class("papers_or_roles")
OF_PARTIES = word_class("of_parties")
TODAY = word_set("today tonight")
# Words that papers' names have before the last one.
EDITIONS = word_class("editions") | PAPERS
# What leads or is observed: "the House Majority Leader" is a person.
LED = word_class("led")
TITLE_WORDS = 3  # words in small letters that tell a sentence from a title, of so many
NEARBY = 8  # tokens on either side
LONGEST = 5  # words of a paper's name


def papers(doc: Doc) -> Iterator[Mention]:
    """Yield the names of papers that end in a word for people or in "Today"."""
    text = columns(doc).text
    for at, word in enumerate(text):
        if word[:1].isupper() and word.lower() in ROLES | TODAY and _ends_name(doc, at):
            start = _start(doc, at)
            if start < at and _is_paper(doc, start, at):
                yield mention_at(doc, start, at + 1, "Outlet")


def _ends_name(doc: Doc, at: int) -> bool:
    """Tell whether no name goes on behind a word, and its capital is not that of a title."""
    following = columns(doc).text[at + 1 : at + 2]
    around = columns(doc).text[max(0, at - NEARBY) : at + NEARBY]
    small = sum(word.isalpha() and word.islower() for word in around)
    return small >= TITLE_WORDS and not (following and following[0][:1].isupper())


def _start(doc: Doc, at: int) -> int:
    text = columns(doc).text
    start = at
    while start > max(0, at - LONGEST) and text[start - 1][:1].isupper() and text[start - 1].isalpha():
        start -= 1
    return start + (text[start].lower() == "the" and start < at)


def _is_paper(doc: Doc, start: int, at: int) -> bool:
    words = [word.lower() for word in columns(doc).text[start:at]]
    if any(word in EDITIONS or kinds(word) == {"outlet"} for word in words):
        return True
    if words[-1] in LED or kinds(words[-1]) or country_of(doc[start:at].text) or gender_of_name(doc[start].text):
        return False
    if columns(doc).lower[at] in TODAY:
        return _is_doing(doc, at + 1)
    if columns(doc).text[at] == "Democrat" and not OF_PARTIES.isdisjoint(columns(doc).text):
        return False  # "the Velmark Democrat" of whom an article on Democrats speaks
    before = columns(doc).lower[max(0, start - 1) : start]
    return (before == ["the"] or columns(doc).text[start - 1 : start] == ["The"]) and not LED & set(words)


def _is_doing(doc: Doc, at: int) -> bool:
    """Tell whether a name is a subject, an owner or has an apposition: "Zemria Today, the paper, quoted"."""
    if at >= len(doc):
        return False
    apposed = doc[at].text == "," and any("outlet" in kinds(token.text) for token in doc[at + 1 : at + 6])
    return apposed or doc[at].tag_ in ("VBD", "VBZ") or is_possessive(doc[at])


def short_forms(doc: Doc, mentions: Sequence[Mention], outlet: str | None) -> Iterator[Mention]:
    """Yield "Observer" of "the Observer" where that is the last word of the article's outlet or of a paper it names."""
    names = [mention.text for mention in mentions if mention.type == "Outlet"] + ([outlet] if outlet else [])
    last = {name.split()[-1] for name in names if len(name.split()) > 1} - {""}
    text, lower = columns(doc).text, columns(doc).lower
    for at in range(1, len(text)):
        alone = at + 1 == len(text) or not text[at + 1][:1].isupper()
        if text[at] in last and alone and lower[at - 1] == "the" and lower[at] in ROLES | PAPERS:
            yield mention_at(doc, at, at + 1, "Outlet")
