"""Words that attribute, says the encoder, and that no stage before has taken: syntax gives them a voice and a content.

The tagger draws one layer of spans, so that of two voices in one sentence it often draws one ("Roe wrote that the dam
leaked, according to the Post"), and of a content's own voices none.  The head for kinds reads every word by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.filter.false_attributions import outside_asides
from whosays.extract.attribution.kinds import KindReader
from whosays.extract.attribution.propose.verb_frames import INNER_FRAMES, framed
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.syntax import (
    FINITE,
    around_aside,
    behind_colon,
    case_of,
    cue_of,
    giver_of,
    holds,
    is_aside,
    is_passive,
    overlap,
    positions,
    pronoun_before,
    quotation_behind,
    reported_clause,
    speaker,
    subtree,
    trimmed,
)

LEAST = 0.25  # of the encoder's belief that a word attributes anything
OF_NOBODY = verb_class("of_nobody")
MINDED = verb_class("minded")
VIEWING = verb_class("viewing")  # of nobody with an "as" alone
GIVING_OUT = word_class("giving_out_for")
COMPLEMENTS = frozenset(("acl", "acl:relcl", "ccomp", "advcl"))
TOPICS = word_class("before_topics")
HELD = frozenset(("ccomp", "csubj", "iobj", "obj", "obl", "xcomp"))
PARTS = frozenset(("advmod", "aux", "aux:pass", "case", "compound", "fixed", "mark"))
FRAMING = frozenset(("according", "per"))


def propose_passed_over(reading: Reading, found: AttributionSet) -> None:
    """Add a hop for each word that attributes and is in no cue yet, inside whatever reports it.

    What a source is told by stays its own: "a clerk [who asked not to be named] said ...".
    """
    told = KindReader.of(reading.doc)
    if told is None:
        return
    cues = positions(span for hop in found.hops() for span in (*hop.cue, *filter(None, [hop.source])))
    shares = {i: at_least(reading.doc[i], float(share)) for i, share in enumerate(told.telling()) if i not in cues}
    for hop in passed_over(reading.doc, shares):
        if outside_asides(hop.cue, reading.asides):
            _put_in(hop, found)


def at_least(token: Token, share: float) -> float:
    """Return a belief that is enough for "is seen as", "was dismissed as ..." and "is sure that", whatever it is."""
    children, lemma = list(token.children), token.lemma_.lower()
    passive = token.tag_ == "VBN" and any(child.dep_ == "aux:pass" for child in children)
    minded = token.pos_ == "ADJ" and token.lower_ in MINDED
    as_such = any(t.lower_ == "as" for child in children for t in child.children)
    clause = any(child.dep_ in ("ccomp", "csubj", "xcomp") for child in children)
    held = passive and lemma in OF_NOBODY and (as_such or (clause and lemma not in VIEWING))
    return max(share, LEAST) if minded or held or (as_such and lemma in GIVING_OUT) else share


def passed_over(doc: Doc, shares: Mapping[int, float]) -> Iterator[Hop]:
    """Yield a hop for each word that is believed to attribute (its share by its place) and that syntax gives a content.

    The confidence of a hop is the share of its word.
    """
    believed = {i for i, share in shares.items() if share >= LEAST}
    taken: set[int] = set()
    for at in sorted(believed):
        token = doc[at]
        if token.head.i in believed and token.dep_ in PARTS:
            continue
        hop = _hop(token)
        if hop is None:
            continue
        cue = positions(hop.cue)
        if cue <= shares.keys() and not cue & taken:
            taken |= cue
            yield replace(hop, confidence=round(shares[at], 3))


def _hop(token: Token) -> Hop | None:
    if token.pos_ in ("VERB", "AUX"):
        return _of_verb(token)
    if token.pos_ == "ADJ":
        return _of_adjective(token)
    return _of_noun(token) if token.pos_ == "NOUN" else None


def _of_verb(verb: Token) -> Hop | None:
    cue = cue_of(verb)
    if is_aside(verb):
        return _aside(verb, cue)
    if is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_.startswith("acl")):
        return _of_passive(verb, cue)
    source = speaker(verb, without=[cue]) or pronoun_before(cue) or _governing(verb)
    content = _said(verb, cue, source) if source is not None else None
    if not content:
        return None
    first = content[0]
    if first[0].lower_ == "as" and first.start == cue.end and len(first) > 1:  # "what they [see as] [a waste]"
        cue, content = verb.doc[cue.start : first.start + 1], (verb.doc[first.start + 1 : first.end], *content[1:])
    return Hop(source, (cue,), content, None, LEAST)


def _aside(verb: Token, cue: Span) -> Hop | None:
    """Cut "[The valve], as [the Gull] [explained], [is old]": what an aside is about is the clause around it."""
    agent = _agent(verb)
    source = trimmed(verb.doc, agent.left_edge.i + 1, agent.right_edge.i + 1) if agent is not None else speaker(verb)
    if source is None and not (verb.tag_ == "VBN" and cue[0].tag_ not in FINITE):
        return None
    content = tuple(around_aside(verb))
    return Hop(source, (cue,), content, None, LEAST) if content else None


def _agent(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_.startswith("obl") and case_of(c) == "by" and c.i > verb.i), None)


def _of_adjective(word: Token) -> Hop | None:
    """Cut "[the keeper] [is sure] [that the gate holds]"."""
    copula = next((c for c in word.children if c.dep_ == "cop" and c.i < word.i), None)
    subject = next((c for c in word.children if c.dep_ == "nsubj"), None)
    if copula is None or subject is None or subject.i > copula.i:
        return None
    first = min([copula.i, *(c.i for c in word.children if c.dep_ == "aux" and subject.i < c.i)])
    cue, source = word.doc[first : word.i + 1], subtree(subject)
    if source is None or overlap(source, [cue]):
        return None
    held = tuple(c for c in reported_clause(word, [cue]) if c.start >= cue.end)
    return Hop(source, (cue,), held, None, LEAST) if held else None


def _governing(verb: Token) -> Span | None:
    """Return whom a participle or a relative clause is about: "[a letter] calling for", "[Roe] left, saying"."""
    if verb.dep_.startswith("acl"):
        who = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ in ("who", "which", "that")), None)
        if who is not None:
            return verb.doc[who.i : who.i + 1]
        noun = verb.head
        start = next((t.i for t in noun.subtree if t.dep_ != "case"), noun.i)
        return trimmed(verb.doc, start, verb.left_edge.i) if start < verb.left_edge.i else None
    if verb.dep_ in ("advcl", "xcomp", "conj") and verb.tag_ in ("VBG", "VB", "VBN"):
        head = verb.head
        return speaker(head, without=[verb.doc[verb.left_edge.i : verb.right_edge.i + 1]])
    return None


def _said(verb: Token, cue: Span, source: Span) -> tuple[Span, ...]:
    taken = [cue, source]
    clauses = tuple(c for c in reported_clause(verb, taken) if not overlap(c, taken))
    if clauses:
        return clauses
    held = framed(verb, INNER_FRAMES)
    if held is None:
        held = behind_colon(cue) or quotation_behind(cue)
    if held is None:
        kept = [c for c in verb.children if c.i > verb.i and c.dep_ in HELD and not overlap(_phrase(c), taken)]
        held = trimmed(verb.doc, kept[0].left_edge.i, kept[-1].right_edge.i + 1) if kept else None
    return (held,) if held is not None and not overlap(held, taken) else ()


def _of_passive(verb: Token, cue: Span) -> Hop | None:
    """Cut "[they] were told [to wait] by [the guards]" and "[the toll] touted by [Roe]"."""
    agent = _agent(verb)
    source = trimmed(verb.doc, agent.left_edge.i + 1, agent.right_edge.i + 1) if agent is not None else None
    taken = [cue, *([source] if source is not None else [])]
    clauses = [c for c in reported_clause(verb, taken) if not overlap(c, taken)]
    if not clauses or verb.lemma_.lower() in GIVING_OUT:  # "[the plea] was dismissed [as a whim] by [Roe]"
        behind = [
            c for c in verb.children if c.i > verb.i and c.dep_ in ("xcomp", "ccomp", "obl", "advcl") and c != agent
        ]
        rest = trimmed(verb.doc, behind[0].left_edge.i, behind[-1].right_edge.i + 1) if behind else None
        subject = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
        about = subject if subject is not None else verb.head if verb.dep_.startswith("acl") else None
        if about is None:
            return None
        first = subtree(about, without=[verb.doc[verb.left_edge.i : verb.right_edge.i + 1]])
        clauses = [s for s in (first, rest) if s is not None and not overlap(s, taken)]
    return Hop(source, (cue,), tuple(clauses), None, LEAST) if clauses else None


def _of_noun(noun: Token) -> Hop | None:
    """Cut "[the engineer]'s [admission] [that the gate was stuck]" and "[claims] from [the union] [that ...]"."""
    doc = noun.doc
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss"), None)
    if owner is None:
        owner = giver_of(noun) or next((c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of"), None)
    source = None
    if owner is not None:
        start = owner.left_edge.i if owner.dep_ == "nmod:poss" else owner.left_edge.i + 1
        end = min(owner.right_edge.i + 1, next((c.left_edge.i for c in noun.children if c.i > owner.i), len(doc)))
        source = trimmed(doc, start, end)
    clause = next((c for c in noun.children if c.i > noun.i and c.dep_ in COMPLEMENTS and c != owner), None)
    content = None
    if clause is not None:
        content = trimmed(doc, clause.left_edge.i, clause.right_edge.i + 1)
    else:
        topic = next(
            (c for c in noun.children if c.i > noun.i and c.dep_ == "nmod" and c != owner and case_of(c) in TOPICS),
            None,
        )
        if topic is not None:
            content = trimmed(doc, topic.left_edge.i + 1, topic.right_edge.i + 1)
    if content is None:
        return None
    cue = doc[noun.i : noun.i + 1]
    if source is not None and overlap(source, [content, cue]):
        source = None
    return Hop(source, (cue,), (content,), None, LEAST)


def _phrase(token: Token) -> Span:
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def _put_in(hop: Hop, found: AttributionSet) -> None:
    """Put a hop inside the innermost one whose content has its cue, or whose content is what it says."""
    around = [i for i in found.touching(hop.cue[:1]) if found[i].content and holds(found[i].content, hop.cue[0])]
    if around:
        take_in(replace(hop, inside=min(around, key=lambda i: sum(map(len, found[i].content)))), found)
        return
    outer = next((i for i in found.touching(hop.content) if _frames(found[i], hop)), None)
    widened = _widened(found[outer], hop) if outer is not None else None
    if outer is not None and widened is not None:
        found.put(outer, widened)
        hop = replace(hop, inside=outer)
    found.add(hop)


def take_in(hop: Hop, found: AttributionSet) -> None:
    """Add a hop with the others beside it that lie in its content inside it: "denied [claims that he told us]"."""
    beside = (i for i in found.touching(hop.content) if found[i].inside == hop.inside)
    within = [i for i in beside if found[i].cue and all(holds(hop.content, span) for span in found[i].spans())]
    number = found.add(hop)
    for i in within:
        found.put(i, replace(found[i], inside=number))


def _widened(frame: Hop, hop: Hop) -> Hop | None:
    """Return a frame with all that a hop says in its content, if its own voice does not stand between."""
    spans = [*hop.spans(), *frame.content]
    whole = hop.cue[0].doc[min(s.start for s in spans) : max(s.end for s in spans)]
    voice = [*frame.cue, *filter(None, [frame.source])]
    return replace(frame, content=(whole,)) if not overlap(whole, voice) else None


def _frames(outer: Hop, hop: Hop) -> bool:
    """Tell whether a hop stands around a clause: "according to the Post", of whose words the content is a part."""
    return bool(outer.cue) and outer.cue[0][0].lower_ in FRAMING and any(overlap(c, hop.content) for c in outer.content)
