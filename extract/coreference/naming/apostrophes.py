"""Names that end like a possessive: "Lowry's" of "Lowry's cut its forecast", where the recogniser saw "Lowry"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.coreference.naming.spans import Mention

FINITE = frozenset(("VBD", "VBZ"))
SURE = 2  # places in which a name with "'s" does something: at one alone "Roe's noted" may be "Roe has noted"


def with_apostrophes(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names, as a body's with its "'s" one that never stands without it, and with it does something."""
    owning = {m for m in mentions if m.end < len(doc) and is_possessive(doc[m.end]) and len(doc[m.end].text) > 1}
    bare = {m.text for m in mentions if m not in owning}
    acting = [m.text for m in owning if m.type in ("Organization", "Person") and m.text not in bare and _acts(doc, m)]
    whole = {text for text in acting if acting.count(text) >= SURE}
    for mention in mentions:
        named = mention.text in whole and mention.type != "Place"
        text = f"{mention.text}’s"
        yield replace(mention, end=mention.end + 1, text=text, type="Organization") if named else mention


def _acts(doc: Doc, mention: Mention) -> bool:
    """Tell whether a verb follows "Lowry's", and nothing that would be Lowry's: not "Lowry's lost sheep"."""
    verb = next((t for t in doc[mention.end + 1 : mention.end + 3] if t.pos_ != "ADV"), None)
    if verb is None or not verb.tag_.startswith("VB") or verb.tag_ == "VBG":
        return False
    following = doc[verb.i + 1].tag_ if verb.i + 1 < len(doc) else ""
    return not following.startswith(("NN", "JJ")) or (following.startswith("NNP") and verb.tag_ in FINITE)
