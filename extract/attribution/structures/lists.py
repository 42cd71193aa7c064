"""What a line that ends with a colon leads up to: a list, a letter, a block quotation; and posts with who signs them.

"Warden Strom said:" and three bullets are one statement in three parts.  A post is its own words and a signature with a
handle, ("— Rosa Quint (@rosaquint) March 3"); without a signature a block quotation is of whoever speaks before it.
A pull quote repeats words of the article and says nothing new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Span

from whosays.extract.attribution.attribution import AttributionSet
from whosays.extract.attribution.structures.paragraphs import LISTED, QUOTED, Paragraph
from whosays.extract.attribution.structures.passages import Passage
from whosays.extract.attribution.structures.people import people_in
from whosays.extract.attribution.structures.voices import header_of, label_of, signature_of
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.pipeline import columns
from whosays.extract.syntax import cue_of, overlap, sentence_of, speaker, trimmed

LONGEST_LETTER = 30  # paragraphs
LONGEST_LIST = 200
LONGEST_POST = 80  # words of a post that no mark of quotation tells
FEWEST_WORDS = 5
_REPORTING = verb_class("reporting")
_WRITING = verb_class("posting_online")
_FROM = re.compile(r"(?:and |also |here is |here’s |here's |this )?(?:from|by) ", re.IGNORECASE)
_ORIGIN = re.compile(r"from (?P<name>[^,.;:?!“”\"]{3,60}):", re.IGNORECASE)
_SOURCE = re.compile(r"sources?\s*:\s*(?=\S)", re.IGNORECASE)
LONGEST_CREDIT = 20  # tokens
_NO_WORD = re.compile(r"\W+")


def led_up_to(doc: Doc, paragraphs: Sequence[Paragraph], found: AttributionSet) -> Iterator[Passage]:
    """Yield what lines that end with a colon lead up to, as their speaker's."""
    for number, lead in enumerate(paragraphs[:-1]):
        following = paragraphs[number + 1 : number + 1 + LONGEST_LIST]
        if not lead.leads_in or label_of(lead) is not None:
            continue
        items = _letter(following) or _marked(following) or _whole(lead, following)
        if items:
            yield from _said_in(doc, lead, items, found)


def _letter(following: Sequence[Paragraph]) -> list[Span]:
    """Return a letter's paragraphs, from its salutation to its closing."""
    if following[0].words[0].lower_ not in word_class("salutations"):
        return []
    ends = (n for n, p in enumerate(following[:LONGEST_LETTER]) if n and _closes(p))
    end = next(ends, 1)
    return [p.words for p in following[:end]]


def _closes(paragraph: Paragraph) -> bool:
    words = [token.lower_ for token in paragraph.words[:3]]
    return any(word in word_class("closings") for word in words) and len(paragraph.words) <= LONGEST_POST // 4


def _marked(following: Sequence[Paragraph]) -> list[Span]:
    """Return the items of a list or the paragraphs of a block quotation, none where they name speakers of their own."""
    mark, items = following[0].mark, list[Span]()
    for paragraph in following if mark else ():
        if paragraph.mark != mark:
            break
        if signature_of(paragraph) is not None or (mark == LISTED and label_of(paragraph) is not None):
            return []
        items.append(paragraph.words)
    return items


def _whole(lead: Paragraph, following: Sequence[Paragraph]) -> list[Span]:
    """Return the paragraph that "The notice reads:" or "From the Post:" leads up to, all of it.

    Where a quotation mark tells its end it is no such paragraph.
    """
    writes = any(token.lemma_.lower() in _WRITING for token in lead.words[-4:])
    quotes = writes or _ORIGIN.fullmatch(_last_sentence(lead).text.strip()) is not None
    signed = signature_of(following[0]) is not None
    return [following[0].words] if quotes and not following[0].is_quotation and not signed else []


def _last_sentence(lead: Paragraph) -> Span:
    start = max(sentence_of(lead.words[-1]).start, lead.words.start)
    return lead.words.doc[start : lead.words.end]


def _said_in(doc: Doc, lead: Paragraph, items: Sequence[Span], found: AttributionSet) -> Iterator[Passage]:
    """Yield the items as the content of whoever speaks in the line before them."""
    content = tuple(t for item in items if (t := trimmed(doc, item.start, item.end)) is not None)
    within = _last_sentence(lead)
    own = [n for n in found.touching([within]) if _speaks_in(found, n, within)]
    if own:
        hop = found[own[-1]]
        before = tuple(
            part for span in hop.content if (part := trimmed(doc, span.start, min(span.end, lead.words.end - 1)))
        )
        yield Passage(hop.source, (*before, *content), own=own[-1])
        return
    verb = next((t for t in reversed(within) if t.pos_ == "VERB" and t.lemma_.lower() in _REPORTING), None)
    source = speaker(verb) if verb is not None else None
    if verb is not None and source is not None:
        yield Passage(source, content, (cue_of(verb),))
    elif _FROM.match(within.text):
        people, origin = people_in(within), _ORIGIN.fullmatch(within.text.strip())
        at = within.start_char
        named = doc.char_span(at + origin.start("name"), at + origin.end("name")) if origin is not None else None
        source = people[0] if people else named
        if source is not None:
            yield Passage(source, content)


def sourced(doc: Doc, paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    """Yield lists with the line below them that names their source: "Source: Harbour Office"."""
    for number, paragraph in enumerate(paragraphs):
        credited = _SOURCE.match(paragraph.text)
        source = paragraph.part(credited.end(), len(paragraph.text)) if credited else None
        if source is None or len(source) > LONGEST_CREDIT:
            continue
        start = number
        while start and paragraphs[start - 1].mark == LISTED:
            start -= 1
        items = tuple(t for p in paragraphs[start:number] if (t := trimmed(doc, p.words.start, p.words.end)))
        named = trimmed(doc, source.start, source.end)
        if items and named is not None:
            yield Passage(named, items, label=(doc[paragraph.words.start : source.start],))


def _speaks_in(found: AttributionSet, number: int, within: Span) -> bool:
    hop = found[number]
    told = bool(hop.cue) and within.start <= hop.cue[0].start < within.end
    return told and hop.inside is None and hop.source is not None


def posts(doc: Doc, paragraphs: Sequence[Paragraph], found: AttributionSet) -> Iterator[Passage]:
    """Yield posts and block quotations: by their signature, by their head, by who speaks before them."""
    taken = -1
    for number, paragraph in enumerate(paragraphs):
        if number <= taken:
            continue
        block = _block(paragraphs, number)
        signed = signature_of(paragraphs[block[-1]])
        if signed is not None:
            yield from _signed(paragraphs, block, signed)
            taken = block[-1]
        elif paragraph.mark == QUOTED:
            yield from _unsigned(doc, paragraphs, block, found)
            taken = block[-1]


def _block(paragraphs: Sequence[Paragraph], number: int) -> list[int]:
    """Return the paragraphs of the block quotation that begins at one, else that one alone."""
    end = number + 1
    while paragraphs[number].mark == QUOTED and end < len(paragraphs) and paragraphs[end].mark == QUOTED:
        if signature_of(paragraphs[end - 1]) is not None:
            break
        end += 1
    return list(range(number, end))


def _signed(paragraphs: Sequence[Paragraph], block: Sequence[int], signed: tuple[Span, int]) -> Iterator[Passage]:
    """Yield what somebody signs: the words before the signature, of the paragraph before it or of the next one."""
    name, begins = signed
    last = paragraphs[block[-1]]
    content = [paragraphs[n].words for n in block[:-1]]
    if begins and (rest := last.part(0, begins)) is not None:
        content.append(rest)
    if not content:
        content = _beside(paragraphs, block[-1])
    said = tuple(t for span in content if (t := trimmed(span.doc, span.start, span.end)) is not None)
    if said and not (_is_repeated(said) and "@" not in last.text):
        yield Passage(name, said, label=(name,))


def _beside(paragraphs: Sequence[Paragraph], number: int) -> list[Span]:
    """Return the paragraph that a signature alone in its own belongs to."""
    before = paragraphs[number - 1] if number else None
    after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
    if before is not None and (before.mark == QUOTED or before.is_quotation) and not _has_head(paragraphs, number - 1):
        return [before.words]
    headed = header_of(paragraphs[number]) is not None and paragraphs[number].text[0] not in "—–-"
    if headed and after is not None and not after.leads_in and len(after.words) <= LONGEST_POST:
        return [after.words]
    dashed = paragraphs[number].text[0] in "—–-" and "@" in paragraphs[number].text
    return [before.words] if dashed and before is not None and len(before.words) <= LONGEST_POST else []


def _has_head(paragraphs: Sequence[Paragraph], number: int) -> bool:
    return number > 0 and header_of(paragraphs[number - 1]) is not None and paragraphs[number - 1].text[0] not in "—–-"


def _unsigned(
    doc: Doc, paragraphs: Sequence[Paragraph], block: Sequence[int], found: AttributionSet
) -> Iterator[Passage]:
    content = tuple(
        t for n in block if (t := trimmed(doc, paragraphs[n].words.start, paragraphs[n].words.end)) is not None
    )
    lead = paragraphs[block[0] - 1] if block[0] else None
    if not content or lead is None or lead.leads_in:
        return
    if _is_repeated(content):
        yield Passage(None, content)
        return
    own = [n for n in found.touching([lead.words]) if _speaks_in(found, n, lead.words)]
    held = any(found[n].cue and overlap(found[n].cue[0], content) for n in found.touching(content))
    if own and not held:
        hop = found[own[-1]]
        yield Passage(hop.source, (*hop.content, *content), own=own[-1])


def _is_repeated(content: Sequence[Span]) -> bool:
    """Tell whether words stand elsewhere in the article too: a pull quote."""
    said = _NO_WORD.sub(" ", " ".join(span.text for span in content).lower()).strip()
    whole = _squeezed(columns(content[0].doc).whole)
    return len(said.split()) >= FEWEST_WORDS and whole.count(said) > 1


@lru_cache(maxsize=1)
def _squeezed(text: str) -> str:
    return _NO_WORD.sub(" ", text.lower())
