"""Names the recogniser missed, where the text or common knowledge is clear that they are names.

Countries, given name and surname, names that head a source, acronyms in brackets, and further occurrences of what
was found.  Each finder takes what is known so far and yields more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from whosays.extract.coreference.naming.bodies import CALENDAR
from whosays.extract.coreference.naming.edges import JUNIORS
from whosays.extract.coreference.naming.entity_typing import ADDRESSES, PLACE_WORDS, guessed_type
from whosays.extract.coreference.naming.matching import COMPANY_ENDINGS, abbreviates
from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.coreference.naming.spans import PARTICLES, Mention, is_acronym, mention_at, trimmed
from whosays.extract.coreference.naming.strays import shaped_like_a_body
from whosays.extract.lexicon import (
    country_named,
    country_of,
    fold,
    gender_of_name,
    kinds,
    senses,
    singular,
    titles,
    word_class,
)
from whosays.extract.pipeline import columns
from whosays.extract.records import Span

CUTS = word_class("behind_a_name")
NO_SURNAMES = PLACE_WORDS | CALENDAR
LONGEST_ACRONYM = 7
LONGEST_COUNTRY = 6  # tokens: Democratic People's Republic of Korea


def countries(doc: Doc) -> Iterator[Mention]:
    """Yield countries outside longer recognised names: "Bank of England" hides one."""
    inside = {i: ent for ent in doc.ents for i in range(ent.start, ent.end)}
    reached = 0
    capitals = [text[:1].isupper() for text in columns(doc).text]
    for position in (i for i, capital in enumerate(capitals) if capital):
        if position < reached or columns(doc).lower[position] == "the":
            continue
        ends = [end for end in range(position + 1, position + 1 + LONGEST_COUNTRY) if capitals[end - 1 : end] == [True]]
        size = next((end - position for end in reversed(ends) if _is_country(doc, position, end)), 0)
        longer = any(len(inside[i]) > size for i in range(position, position + size) if i in inside)
        if size and not longer and not _behind_title(doc, position):
            yield mention_at(doc, position, position + size, "Place")
        reached = position + size


def _behind_title(doc: Doc, position: int) -> bool:
    """Tell whether "Mr" or the like stands before a word: "Mr Jordan" is no country."""
    before = doc[position - 1] if position else None
    return before is not None and _is_capital(before) and fold(before.text) in ADDRESSES


def _is_country(doc: Doc, start: int, end: int) -> bool:
    """Tell whether capitalised words from ``start`` to before ``end`` are a country, and no part of a longer name."""
    text = columns(doc).text[start] if end == start + 1 else doc[start:end].text
    alone = end - start > 1 or text.isupper() or end == len(doc) or not _is_capital(doc[end])
    return alone and country_named(text) is not None


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper()


def given_and_surname(doc: Doc, taken: Collection[int]) -> Iterator[Mention]:
    """Yield a known given name with the capitalised words after it, and what follows "Mr", "MP" or "lawmaker"."""
    text = columns(doc).text
    for at in range(1, len(doc)):
        if at - 1 in taken or at in taken or not text[at][:1].isupper() or not _is_surname(doc[at]):
            continue
        token, after = doc[at - 1], doc[at]
        office = kinds(token.text) == {"person"} and singular(token.lower_) == token.lower_ and bool(after.tag_)
        office = office and not _opens_office(doc, at)
        titled = office or (_is_capital(token) and titles().get(fold(token.text)) is not None)
        if titled or (_is_capital(token) and gender_of_name(token.text) and token.is_alpha and _is_proper(token)):
            mention = trimmed(doc, token.i + titled, after.i + 1, "Person")
            if mention:
                yield mention


def _opens_office(doc: Doc, at: int) -> bool:
    """Tell "Deputy Assistant Secretary" from "Secretary Roe": a word before an office is nobody's name."""
    return at + 1 < len(doc) and doc[at + 1].text.istitle() and "person" in kinds(doc[at + 1].text)


def _is_surname(token: Token) -> bool:
    common = bool(kinds(token.text) or token.is_stop or country_of(token.text))
    common = common or token.lower_ in NO_SURNAMES
    return token.is_alpha and _is_capital(token) and not common and _is_proper(token)


def _is_proper(token: Token) -> bool:
    return not token.tag_ or token.tag_.startswith("NNP")


def name_in_source(doc: Doc, source: Span, taken: Collection[int]) -> Mention | None:
    """Return the capitalised words that end the first phrase of a source, unless a name is there already."""
    span = doc.char_span(*source, alignment_mode="expand")
    if span is None:
        return None
    end = next((t.i for t in span if t.i > span.start and _cuts_short(t)), span.end)
    end -= end - span.start > 1 and is_possessive(doc[end - 1])  # "Korrin's" as the whole source
    if not any(_is_capital(token) for token in doc[span.start + 1 : end]) and end + 2 < span.end:
        end = next((t.i for t in doc[end + 1 : span.end] if t.text in (",", "(")), span.end)
    start = end
    while start > span.start and start - 1 not in taken and _may_be_name(doc[start - 1], inner=start < end):
        start -= 1
    mention = trimmed(doc, start, end, "Person") if start < end else None
    if mention is None and end - start == 2 and doc[start].lower_ == "the" and "outlet" in kinds(doc[end - 1].text):
        return mention_at(doc, end - 1, end, "Outlet")  # "the Gazette"
    if not mention or not mention.text[:1].isupper() or _is_common(doc, mention):
        return None
    return replace(mention, type=guessed_type(doc, mention, doc[span.start].text))


def _cuts_short(token: Token) -> bool:
    """Tell whether the first phrase of a source ends before a token."""
    return token.text in (",", "(", "—", "–") or (token.lower_ in CUTS and not is_acronym(token))


def _may_be_name(token: Token, *, inner: bool) -> bool:
    joined = inner and (token.lower_ in PARTICLES or token.text in ("-", "’", "'", "."))
    return _is_capital(_first_part(token)) or joined


def _first_part(token: Token) -> Token:
    """Return the first token of a hyphenated word: "Seong" for the "kweun" of "Seong-kweun"."""
    while token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        if token.nbor(-2).whitespace_:
            break
        token = token.nbor(-2)
    return token


def _is_common(doc: Doc, mention: Mention) -> bool:
    """Tell whether capitals are only those of a sentence's first word ("Experts", "Many")."""
    first = doc[mention.start]
    if mention.end - mention.start > 1 or not first.is_sent_start:
        return bool(first.lower_ == "i")
    if first.text.isupper() and len(first.text) > 1:
        return False
    known = senses(first.text) or first.is_stop or not _is_proper(first)
    return bool(known) or first.lower_ in columns(doc).text


def behind_outlet_nouns(doc: Doc) -> Iterator[Mention]:
    """Yield "lakes24" of "a report by the blog lakes24", which has digits or capitals inside."""
    for at in range(1, len(doc)):
        noun = doc[at - 1]
        if noun.is_lower and kinds(noun.text) == {"outlet"} and shaped_like_a_body(doc[at].text):
            yield mention_at(doc, at, at + 1, "Outlet")


def acronyms(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield "NIS" of "National Intelligence Service (NIS)"; the name itself is one of ``mentions``."""
    for mention in mentions:
        after = doc[mention.end : mention.end + 3]
        bracketed = len(after) == 3 and (after[0].text, after[2].text) == ("(", ")")
        if bracketed and mention.type in ("Organization", "Outlet") and _acronym_of(after[1], mention):
            yield mention_at(doc, after[1].i, after[1].i + 1, mention.type)


def spelled_out(doc: Doc) -> Iterator[Mention]:
    """Yield the capitalised words before a bracketed acronym that has their initials."""
    text = columns(doc).text
    for opening in (i for i in range(2, len(text) - 2) if text[i] == "(" and text[i + 2] == ")"):
        if not text[opening + 1].isupper():
            continue
        for start in range(opening - 2, max(-1, opening - 2 * LONGEST_ACRONYM), -1):
            end = opening - is_possessive(doc[opening - 1])  # "the Harbour Board's (HB) budget"
            words = doc[start:end].text
            if _is_capital(doc[start]) and abbreviates(text[opening + 1], words) and doc[start].lower_ != "the":
                yield mention_at(doc, start, end, "Organization")
                break


def _acronym_of(token: Token, mention: Mention) -> bool:
    loose = token.text.isupper() and token.is_alpha and 2 <= len(token.text) <= LONGEST_ACRONYM
    return abbreviates(token.text, mention.text) or (loose and " " in mention.text and country_of(token.text) is None)


def repeated(doc: Doc, mentions: Sequence[Mention], taken: Collection[int]) -> Iterator[Mention]:
    """Yield further places where a name, a surname or a company's short name stands."""
    names, text = _short_forms(doc, mentions), columns(doc).text
    in_full = {m.text.split()[-1] for m in mentions if m.type == "Person" and " " in m.text}
    for at in (i for i, word in enumerate(text) if word in names and i not in taken):
        for match in names[text[at]]:
            size = match.end - match.start
            same = text[at : at + size] == text[match.start : match.end]
            if same and (size > 1 or (_stands_alone(doc, at) and _may_be_proper(doc[at]))):
                whole = trimmed(doc, at, at + size, match.type) if match.type == "Person" else None
                yield whole or mention_at(doc, at, at + size, match.type)
                break
            if same and match.type == "Person" and text[at] not in in_full and _is_proper(doc[at]):
                whole = trimmed(doc, at, at + 1, "Person")  # "Jo Roe", whom the recogniser saw as "Roe" elsewhere
                if whole and whole.start == at - 1 and whole.end == at + 1 and not doc[at - 1].is_sent_start:
                    yield whole
                    break


def _short_forms(doc: Doc, mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    """Return names by their first token, longest first: full names, surnames, companies less "Inc."."""
    forms: dict[str, list[Mention]] = {}
    for mention in mentions:
        several = mention.end - mention.start > 1
        parts = [(mention.start, mention.end)]
        if several and mention.type == "Person":
            last = _last_name(doc, mention)
            parts += [(last, last + 1)] if len(doc[last].text) > 2 else []
        if several and fold(doc[mention.end - 1].text) in COMPANY_ENDINGS:
            parts.append((mention.start, mention.end - 1))
        for start, end in parts:
            if doc[start].text[:1].isupper():
                forms.setdefault(doc[start].text, []).append(replace(mention, start=start, end=end))
    return {text: sorted(found, key=lambda m: m.start - m.end) for text, found in forms.items()}


def _last_name(doc: Doc, mention: Mention) -> int:
    """Return the surname of a name: "Roe" of "Jo Roe Jr."."""
    last = mention.end - 1
    while last > mention.start + 1 and (doc[last].lower_.strip(".,") in JUNIORS or not doc[last].is_alpha):
        last -= 1
    return last


def _may_be_proper(token: Token) -> bool:
    """A surname that is also a noun ("Stone", "Sellers") may be tagged as one at the start of a sentence."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    verb_follows = following is not None and (following.tag_.startswith("VB") or following.text == ",")
    noun = token.tag_ == "NN" or (token.tag_ == "NNS" and token.lower_ not in columns(token.doc).text)
    return _is_proper(token) or (bool(token.is_sent_start) and noun and verb_follows)


def _stands_alone(doc: Doc, position: int) -> bool:
    """Tell whether a capitalised word is no part of a longer name ("North" in "North Korean")."""
    if position + 1 < len(doc):
        after = doc[position + 1]
        if after.text == "-" or (_is_capital(after) and after.is_alpha):
            return False
    if not position or doc[position].is_sent_start:
        return True
    before = doc[position - 1]
    named = _is_capital(before) and before.is_alpha and not before.is_sent_start
    return not named or fold(before.text) in titles() or bool(senses(before.text))
