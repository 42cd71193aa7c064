"""Words about words that were not said or not checked: "could not be verified", "declined to comment on".

A tagger of statements has hardly seen them, and they are what a reader must not miss.  The stance of such a hop is
judged by ``extract.factuality.stance``; here only its parts are cut.  What the tagger made of the same cue gives way.
Silence told without a verb of speaking ("had no comment", "could not be reached") is in ``unreachable`` beside this.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.propose.unreachable import unreached
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.pipeline import columns
from whosays.extract.syntax import case_of, is_passive, overlap, speaker, subtree, trimmed

CHECKING = verb_class("checking")
SILENT = verb_class("answering")
ASKED_OF = frozenset(["draw", "interview"])  # "refused to be drawn", "declined to be interviewed"
DISCLOSING = verb_class("disclosing")
DIVULGING = verb_class("divulging")  # of whatever: "did not disclose the price"
TELLING = CHECKING | SILENT | ASKED_OF | DISCLOSING
HOLDING_BACK = verb_class("withholding")
NEGATIONS = word_class("leaving_unsaid")
TOPIC = frozenset(["on", "about", "to"])
HELPERS = frozenset(["aux", "aux:pass", "advmod", "cop"])
SUBJECTS = frozenset(["nsubj", "nsubj:pass"])
POSSESSING = frozenset(["have"])
OPEN = word_class("question_words")
GOVERNED = frozenset(["xcomp", "advcl", "obl", "ccomp", "obj"])
RELATIVES = frozenset(["which", "that"])
CONFIDENCE = 0.8


def propose_silence(reading: Reading, found: AttributionSet) -> None:
    """Add the hops of unverified claims and withheld comments outside other people's contents."""
    doc = reading.doc
    words = (doc[i] for i, lemma in enumerate(columns(doc).lemma) if lemma.lower() in TELLING)
    read = [hop for word in words if (hop := _reading(word)) is not None]
    silent = [hop for hop in [*read, *unreached(doc)] if not _said_by_others(hop, found)]
    cues = [hop.cue[0] for hop in silent]
    found.drop([i for i in found.touching(cues) if any(overlap(cue, cues) for cue in found[i].cue)])
    for hop in silent:
        found.add(hop)


def _said_by_others(hop: Hop, found: AttributionSet) -> bool:
    """Tell whether a cue is part of what somebody says; its own verb's reading by the tagger does not count."""
    cue = hop.cue[0]
    others = (found[i] for i in found.touching([cue]))
    return any(overlap(cue, other.content) for other in others if not overlap(cue, other.cue))


def _reading(token: Token) -> Hop | None:
    lemma = token.lemma_.lower()
    if lemma in CHECKING and token.pos_ == "VERB" and _negated(token):
        return _unchecked(token)
    if (lemma in SILENT and token.pos_ in ("VERB", "NOUN")) or (lemma in ASKED_OF and is_passive(token)):
        return _silent(token)
    if lemma in DISCLOSING and token.pos_ == "VERB":
        return _undisclosed(token)
    return None


def _negated(verb: Token) -> bool:
    """Tell whether a verb is negated, by itself, by what governs it ("has yet to", "unable to") or by its subject."""
    links = [verb, *([verb.head] if verb.dep_ in ("xcomp", "ccomp") else [])]
    near = [token for link in links for token in (link, *link.children)]
    near += [token for child in near if child.dep_ in SUBJECTS for token in child.children]
    return any(token.lemma_.lower() in NEGATIONS and token.i <= verb.i for token in near)


def _unchecked(verb: Token) -> Hop | None:
    """Cut "[the tally] [could not be verified] by [the Courier]" and its active twin."""
    cue = _cue(verb, verb)
    if is_passive(verb):
        subject = _subject(verb)
        agent = next((c for c in verb.children if c.dep_ == "obl:agent" or case_of(c) == "by"), None)
        content = _meant(subject, verb, cue) if subject is not None else None
        source = _behind_preposition(agent) if agent is not None else None
    else:
        told = next((c for c in verb.children if c.dep_ in ("obj", "ccomp") and c.i > verb.i), None)
        clauses = [verb, *([verb.head] if verb.dep_ == "xcomp" else [])]
        relative = next((c for v in clauses for c in v.children if c.dep_ == "obj" and c.lower_ in RELATIVES), None)
        told = told if relative is None else relative
        content = _meant(told, verb, cue) if told is not None else None
        source = _speaker(verb, cue)
        if source is None:
            return None
    return Hop(source, (cue,), (content,), None, CONFIDENCE) if content is not None else None


def _meant(noun: Token, verb: Token, cue: Span) -> Span | None:
    """Return the phrase of what is checked; for "[videos on a hill], which ..." what the relative pronoun means."""
    top = verb.head if verb.dep_ == "xcomp" else verb
    if noun.lower_ not in RELATIVES or top.dep_ != "acl:relcl":
        return subtree(noun, without=[cue])
    clause = verb.doc[top.left_edge.i : top.right_edge.i + 1]
    return subtree(top.head, without=[clause]) if top.head.i < noun.i else None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _silent(word: Token) -> Hop | None:
    """Cut "[The ministry] [declined to comment on] [the deaths]" and "[did not return] [calls]"."""
    governor = word.head if word.dep_ in GOVERNED and not _has_subject(word) else word
    if governor.lemma_ not in HOLDING_BACK and not (word.pos_ == "VERB" and _negated(word)):
        return None
    aside = next((c.i for c in word.children if c.lower_ == "without"), None)  # "left [without responding to] [calls]"
    cue = _cue(word, governor) if aside is None else word.doc[aside : word.i + 1]
    source = _speaker(governor, cue)
    if source is None or (word.lemma_ == "return" and not _returns_calls(word)):
        return None
    topic = next((c for c in word.children if c.i > word.i and (case_of(c) in TOPIC or c.dep_ == "obj")), None)
    if topic is not None:
        content = subtree(topic, without=[cue])
        if content is not None and content[0].lower_ in TOPIC:
            cue = word.doc[cue.start : content.start + 1]
            content = trimmed(word.doc, content.start + 1, content.end)
    elif governor is not word and aside is None:  # "declined [to comment]": the silence itself is all there is
        start = governor.i + 1 if word.lemma_ in ASKED_OF else word.i - (word.i > 0 and word.nbor(-1).lower_ == "to")
        content = trimmed(word.doc, start, word.i + 1)
        cue = word.doc[cue.start : governor.i + 1]
    else:
        return None
    return Hop(source, (cue,), (content,), None, CONFIDENCE) if content is not None else None


def _returns_calls(verb: Token) -> bool:
    """Tell "did not return a message" from "did not return to the game"."""
    return any(c.lemma_.lower() in word_class("calls") for c in verb.children if c.dep_ in ("obj", "nsubj:pass"))


def _undisclosed(verb: Token) -> Hop | None:
    """Cut "[The mill] [gave] [no date]", "[did not disclose] [the price]" and "[has not yet said] [whether it burned]".

    Who "did not say that ..." or "did not give way" holds nothing back: what is left open is a question or particulars.
    """
    told = _left_open(verb)
    if told is None or is_passive(verb):
        return None
    none = next((child for child in told.children if told.dep_ == "obj" and child.lower_ == "no"), None)
    if not _negated(verb) if none is None else verb.lemma_.lower() in POSSESSING:
        return None
    cue = _cue(verb, verb.head if verb.dep_ == "xcomp" and not _has_subject(verb) else verb)
    cue = cue if none is None else verb.doc[cue.start : none.i + 1]
    source = _speaker(verb, cue)
    asides = [c for t in told.subtree for c in t.children if c.dep_ == "acl:relcl" and c.left_edge.nbor(-1).text == ","]
    content = subtree(told, without=[cue, *(verb.doc[c.left_edge.i : c.right_edge.i + 1] for c in asides)])
    topic = _topic(verb, told) if told.dep_ == "obj" else None
    if topic is not None and content is not None:
        start, end = topic.left_edge.i + 1, max(content.end, topic.right_edge.i + 1)
        cue, content = verb.doc[cue.start : start], trimmed(verb.doc, start, end)
    return Hop(source, (cue,), (content,), None, CONFIDENCE) if source is not None and content is not None else None


def _left_open(verb: Token) -> Token | None:
    """Return the particulars that a verb is about, or the question."""
    behind = [child for child in verb.children if child.i > verb.i]
    thing = next((child for child in behind if child.dep_ == "obj"), None)
    clause = next((child for child in behind if child.dep_ in ("ccomp", "xcomp")), None)
    if thing is None:
        return clause if clause is not None and clause.left_edge.lower_ in OPEN else None
    particulars = word_class("answers" if verb.lemma_.lower() in POSSESSING else "particulars")
    return thing if verb.lemma_.lower() in DIVULGING or thing.lemma_.lower() in particulars else None


def _topic(verb: Token, thing: Token) -> Token | None:
    """Return what particulars are on, right behind them: "no details [on the talks]"."""
    near = (c for head in (thing, verb) for c in head.children if c.i > thing.i and case_of(c) in TOPIC)
    return next((c for c in near if c.left_edge.i <= thing.right_edge.i + 1), None)


def _subject(verb: Token) -> Token | None:
    links = (verb, verb.head) if verb.dep_ in ("xcomp", "conj") else (verb,)
    return next((c for link in links for c in link.children if c.dep_ in SUBJECTS), None)


def _speaker(verb: Token, cue: Span) -> Span | None:
    governed = verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "ADJ")
    return speaker(verb, without=[cue]) or (speaker(verb.head, without=[cue]) if governed else None)


def _behind_preposition(noun: Token) -> Span | None:
    span = subtree(noun)
    led = span is not None and len(span) > 1 and span[0].dep_ == "case"  # the parser may hang "by the" elsewhere
    return trimmed(noun.doc, span.start + 1, span.end) if span is not None and led else span


def _cue(verb: Token, governor: Token) -> Span:
    """Return the words from the first auxiliary, negation or adverb behind the subject to the verb."""
    tops = [governor, *([governor.head] if governor.dep_ == "xcomp" else [])]
    subject = next((c for top in tops for c in top.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    low = subject.right_edge.i if subject is not None else -1
    low = low if low < verb.i else (subject.i if subject is not None else -1)
    parts = [t for top in tops for t in (top, *top.children) if t is top or t.dep_ in HELPERS]
    return verb.doc[min((t.i for t in parts if low < t.i <= verb.i), default=verb.i) : verb.i + 1]
