"""Names before a noun that only says what they name: "the Orbex group", "the Zemria-backed Orlu movement"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.lexicon import country_of, is_people, kinds, singular, word_class
from whosays.extract.pipeline import columns

NETWORKS = word_class("social_networks")
CLASSES = frozenset(("charity", "company", "firm", "group", "militia", "movement", "party", "think tank"))


def named_by_modifier(doc: Doc, start: int, head: int, names: Mapping[int, Mention]) -> Mention | None:
    """Return the name in "the official Reuters news agency", "the Orbex group": the noun only says what it is."""
    inside = (m for m in names.values() if start <= m.start and m.end <= head and m.type not in ("Person", "Place"))
    plain = (m for m in inside if all(_tells_what(doc[i]) for i in range(start, m.start)))
    mention = next(plain, None)
    if mention is None:
        return None
    on = doc[mention.end].lower_ in NETWORKS  # "the Velmark Telegram channel"
    noun = columns(doc).words(mention.end + on, head + 1).lower()
    paper = "outlet" in kinds(noun) and singular(noun) == noun  # but not "the Chirper posts"
    service = noun in ("agency", "service") and " " in mention.text and mention.type == "Organization"
    return mention if paper or service or noun in CLASSES else None


def _tells_what(token: Token) -> bool:
    """Tell whether a word before a name may tell what it names: "militant", "Zemrian", of "Zemria-backed" each part."""
    glued = is_hyphened(token) and country_of(token.text) is not None
    return token.is_lower or not token.is_alpha or glued or is_people(token.text)


def is_hyphened(token: Token) -> bool:
    """Tell whether a token is glued to a hyphen ("commander-in-chief", "Moscow-based")."""
    doc, i = token.doc, token.i
    after = i + 1 < len(doc) and not token.whitespace_ and doc[i + 1].text == "-"
    return after or (i > 0 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_)
