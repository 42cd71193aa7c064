"""Reporting verbs that the tagger passed over: "the group added", "she claimed to have proof".

Only verbs of saying, with a speaker and a clause that they report, and with no hop on them yet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.linker_features import CONTENT
from whosays.extract.attribution.propose.verb_frames import (
    FRAMES,
    INNER_FRAMES,
    PLEADING,
    PUTTING,
    Frame,
    framed,
    verbs_of,
)
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import cue_word, kinds, verb_class, word_class
from whosays.extract.pipeline import ATTRIBUTION_SPANS, columns
from whosays.extract.syntax import (
    FINITE,
    INFORMING,
    PHRASE,
    behind_colon,
    case_of,
    cue_of,
    is_passive,
    overlap,
    positions,
    pronoun_before,
    quotation_behind,
    reported_clause,
    speaker,
    subtree,
    told_by,
    trimmed,
)

SAYING = verb_class("saying")
# Inside what somebody says, what others think is a voice of its own too.
HOLDING = SAYING | verb_class("holding") | verb_class("thinking")
HEARINGS = word_class("hearings")  # "a court heard"
PUBLIC = SAYING | {"hear"}
INNER_VERBS = HOLDING | verbs_of(INNER_FRAMES)
CRYING = verb_class("crying")
READING = verb_class("reading_out")
APPEARING = verb_class("seeming")
CONFIDENCE = 0.7
CLOSING = 8  # tokens of a source in a closing parenthesis


def propose_reported(reading: Reading, found: AttributionSet) -> None:
    """Add the hops of reporting verbs outside every cue and content."""
    doc, hops = reading.doc, found.hops()
    sources = positions(hop.source for hop in hops if hop.source is not None)
    free = set(range(len(doc))) - positions(span for hop in hops for span in hop.spans())
    verbs = [hop for hop in _reported(doc, free, PUBLIC, FRAMES, sources) if _is_public(hop)]
    free -= positions(span for hop in verbs for span in hop.spans())
    others = (*_untold(doc), *_shown(doc), *_cried(doc), *_read_out(reading))
    for hop in (*verbs, *(hop for hop in others if _lies_in(free, hop, sources) and _is_public(hop))):
        found.add(hop)


def may_report(token: Token) -> bool:
    """Tell whether a word is a verb that ``reported_inside`` looks for."""
    return token.lemma_.lower() in INNER_VERBS


def reported_inside(doc: Doc, words: Sequence[int]) -> Iterator[Hop]:
    """Yield the hops of verbs of saying and thinking that lie wholly within the words of what somebody says."""
    yield from _reported(doc, words, HOLDING, INNER_FRAMES)
    yield from _nominal(doc, words)


def _reported(
    doc: Doc,
    words: Collection[int],
    clausal: Collection[str],
    frames: Collection[Frame],
    sources: Collection[int] = (),
) -> Iterator[Hop]:
    free, read, verbs = set(words), columns(doc), {*clausal, *verbs_of(frames)}
    for verb in (doc[i] for i in sorted(free) if read.pos[i] == "VERB" and read.lemma[i].lower() in verbs):
        hop = _free(_hop(verb, clausal, frames), free, sources)
        if hop is not None and _lies_in(free, hop, sources):
            yield hop


def _free(hop: Hop | None, free: Collection[int], sources: Collection[int]) -> Hop | None:
    """Return a hop without the relative clause of its source where somebody else's hop is in that."""
    if hop is None or hop.source is None or _lies_in(free, hop, sources):
        return hop
    comma = next((t.i for t in hop.source[:-1] if t.text == "," and t.nbor().lower_ == "who"), None)
    source = trimmed(hop.source.doc, hop.source.start, comma) if comma is not None else None
    return replace(hop, source=source) if source is not None else hop


def _is_public(hop: Hop) -> bool:
    """Tell whether what is heard is heard by a court or the like, so that it has been said in public."""
    heard = hop.cue[0].root.lemma_ == "hear"
    return not heard or (hop.source is not None and hop.source.root.lemma_.lower() in HEARINGS)


def _untold(doc: Doc) -> Iterator[Hop]:
    """Yield hops for a content of the tagger that a verb of any kind governs: "The branch found that ..."."""
    for content in (span for span in doc.spans.get(ATTRIBUTION_SPANS, ()) if span.label_ == CONTENT):
        closing = _closing(content)
        if closing is not None:
            yield closing
            continue
        verb = content.root.head
        if content.root.dep_ != "ccomp" or verb.pos_ != "VERB" or is_passive(verb):
            continue
        cue = cue_of(verb)
        source = speaker(verb, without=[cue, content])
        if source is not None and not overlap(source, [cue, content]) and not overlap(cue, [content]):
            yield Hop(source, (cue,), (content,), None, CONFIDENCE)


def _closing(content: Span) -> Hop | None:
    """Cut "[...], [an inquiry] [heard]" by its words: the parser often hangs such an end of a sentence on the rest."""
    doc = content.doc
    start = next((i for i in range(content.end, min(content.end + 3, len(doc))) if not doc[i].is_punct), len(doc))
    end = next((i for i in range(start, min(start + CLOSING, len(doc))) if doc[i].pos_ not in PHRASE), len(doc))
    said = end < len(doc) and doc[end].tag_ in ("VBD", "VBN") and doc[end].lemma_.lower() in PUBLIC
    if not said or end == start or doc[start - 1].text != "," or doc[end - 1].pos_ not in ("NOUN", "PROPN"):
        return None
    return Hop(doc[start:end], (doc[end : end + 1],), (content,), None, CONFIDENCE)


def _lies_in(free: Collection[int], hop: Hop, sources: Collection[int] = ()) -> bool:
    """Tell whether a hop's words are free; its source may be another's too ("[The force] put ... and said ...")."""
    source = positions([hop.source] if hop.source is not None else [])
    told = positions([*hop.cue, *hop.content])
    return all(i in free or i in sources for i in source) and all(i in free for i in told)


def _shown(doc: Doc) -> Iterator[Hop]:
    """Yield "[footage shared by the channel] [appeared to show] [soldiers burying bodies]"."""
    for verb in (doc[i] for i, lemma in enumerate(columns(doc).lemma) if lemma == "show" and doc[i].pos_ == "VERB"):
        top = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in APPEARING else verb
        shown = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("obj", "ccomp")), None)
        source, cue = speaker(top), verb.doc[cue_of(top).start : verb.i + 1]
        if shown is None or source is None or "document" not in kinds(source.root.lemma_.lower()):
            continue
        content = trimmed(doc, max(shown.left_edge.i, verb.i + 1), verb.right_edge.i + 1)
        if content is not None and not overlap(source, [cue, content]):
            yield Hop(source, (cue,), (content,), None, CONFIDENCE)


def _cried(doc: Doc) -> Iterator[Hop]:
    """Yield "[the crowd] [chanted], [“No more dams,”] in the hall"."""
    for verb in (doc[i] for i, lemma in enumerate(columns(doc).lemma) if lemma in CRYING and doc[i].pos_ == "VERB"):
        cue = cue_of(verb)
        source, content = speaker(verb, without=[cue]), quotation_behind(cue)
        if source is not None and content is not None and not overlap(source, [cue, content]):
            yield Hop(source, (cue,), (content,), None, CONFIDENCE)


def _read_out(reading: Reading) -> Iterator[Hop]:
    """Yield "[A note] [read]: [“Back soon”]" and "[“Back soon,”] [read] [a note]"."""
    doc = reading.doc
    for verb in (doc[i] for i, lemma in enumerate(columns(doc).lemma) if lemma in READING and doc[i].tag_ in FINITE):
        cue = cue_of(verb)
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        source = pronoun_before(cue) or (subtree(subject, without=[cue]) if subject is not None else None)
        content = behind_colon(cue) or (_quoted_before(reading, cue) if subject is not None else None)
        if source is None or content is None or overlap(source, [cue, content]):
            continue
        if any(token.is_quote for token in doc[max(0, content.start - 1) : content.end]):
            yield Hop(source, (cue,), (content,), None, CONFIDENCE)


def _quoted_before(reading: Reading, cue: Span) -> Span | None:
    """Return the quotation that ends right before a cue whose subject stands behind it."""
    doc, end = cue.doc, cue[0].idx
    start = next((s for s, e in reading.quoted if s < end and 0 <= end - e <= 2), None)
    found = doc.char_span(start, end, alignment_mode="contract") if start is not None else None
    return trimmed(doc, found.start, cue.start) if found is not None else None


def _hop(verb: Token, clausal: Collection[str], frames: Collection[Frame]) -> Hop | None:
    cue = cue_of(verb)
    if is_passive(verb):
        return _informed(verb, cue)
    source = speaker(verb, without=[cue]) or pronoun_before(cue) or _who(verb)
    if source is None:
        return None
    clauses = reported_clause(verb, [cue, source]) if verb.lemma_.lower() in clausal else ()
    content = [c for c in clauses if not overlap(c, [cue, source])]
    held = framed(verb, frames) if not content else None
    if held is not None and not overlap(held, [cue, source]):
        content = [held]
    behind = None
    if not content and verb.lemma_.lower() in SAYING:
        behind = behind_colon(cue) or quotation_behind(cue)
    if behind is not None:
        content = [behind]
    return Hop(source, (cue,), tuple(content), None, CONFIDENCE) if content else None


def _who(verb: Token) -> Span | None:
    """Return the "who" of "the foreman, who put the number of crates at 75", be it behind "said" and hung on that."""
    who = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ == "who"), None)
    if verb.lemma_.lower() not in PUTTING | PLEADING or who is None:
        return None
    return verb.doc[who.i : who.i + 1] if told_by(who) is not None else None


def _nominal(doc: Doc, words: Sequence[int]) -> Iterator[Hop]:
    """Yield "[the engineer's] [admission] [that the gate was stuck]"."""
    free = set(words)
    for noun in (doc[i] for i in words if doc[i].pos_ == "NOUN" and i + 1 < len(doc) and doc[i + 1].lower_ == "that"):
        word = cue_word(noun)
        owner = next((c for c in noun.children if c.dep_ == "nmod:poss"), None)
        clause = reported_clause(noun, [doc[noun.i : noun.i + 1]])
        if word is None or word.kind != "noun" or owner is None or not clause:
            continue
        source = doc[owner.left_edge.i : owner.right_edge.i + 1]
        hop = Hop(source, (doc[noun.i : noun.i + 1],), (clause[0],), None, CONFIDENCE)
        if _lies_in(free, hop):
            yield hop


def _informed(verb: Token, cue: Span) -> Hop | None:
    """Cut "[they] were told [to wait] by [the guards]": whoever was told is not the one who speaks."""
    told = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("xcomp", "ccomp")), None)
    if verb.lemma_ not in INFORMING or told is None:
        return None
    agent = next((c for c in verb.children if c.dep_.startswith("obl") and case_of(c) == "by"), None)
    source = trimmed(verb.doc, agent.left_edge.i + 1, agent.right_edge.i + 1) if agent is not None else None
    content = subtree(told, without=[cue, *([source] if source is not None else [])])
    return Hop(source, (cue,), (content,), None, CONFIDENCE) if content is not None else None
