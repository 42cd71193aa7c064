"""What nobody means to say where a word of saying stands, whatever is quoted in it.

* "[no one] disputes [that it fell]": all hold it true, and nobody is told of who says so.
* "has not [claimed] [the raid]": nothing is said, and no answer is refused.
* "“[it] only [confirms] [that theft pays]”": what somebody quoted takes for a proof is no other voice.
* "voiced concern [after tanks had come]": when somebody speaks is not what they say.
* "[limited] comments [on his posts]": that keeps others from speaking.
* "What [I've said] from the start is that ...": who is quoted is no other voice than himself.
"""

from __future__ import annotations

from whosays.extract.attribution.attribution import Hop
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.syntax import FINITE

NOBODY = word_class("negative_subjects") - {"neither"}
DISPUTING = verb_class("disputing")
NOT = word_class("not_words")
PROVING = verb_class("indicating") | {"confirm", "mean"}
IT = frozenset(("it", "that", "this", "which"))
SHUTTING = word_class("keeps_others_from_speaking")
ANSWERS = word_class("answers")
SAYING = verb_class("saying")


def is_unmeant(hop: Hop) -> bool:
    """Tell whether a hop with a cue and a content is nobody's word."""
    return any(test(hop) for test in (_is_undisputed, _is_unclaimed, _is_proof, _is_time, _shuts, _is_ones_own))


def _is_undisputed(hop: Hop) -> bool:
    words = [token for span in hop.cue for token in span]
    nobody = hop.source is not None and hop.source[0].lower_ in NOBODY | {"no-one"}
    nobody = nobody or any(token.lower_ in NOBODY for token in words[:-1])  # "[said nobody disputed]"
    return nobody and words[-1].lemma_.lower() in DISPUTING


def _is_unclaimed(hop: Hop) -> bool:
    verb = hop.cue[0].root
    negated = any(token.lower_ in NOT for span in hop.cue for token in span)
    answers = any(token.lower_ == "responsibility" for token in hop.content[0])
    return verb.lemma_.lower() == "claim" and verb.pos_ == "VERB" and negated and not answers


def _is_proof(hop: Hop) -> bool:
    verb, source = hop.cue[0].root, hop.source
    thing = source is not None and len(source) == 1 and source[0].lower_ in IT
    return hop.inside is not None and thing and verb.tag_ == "VBZ" and verb.lemma_.lower() in PROVING


def _is_time(hop: Hop) -> bool:
    first = hop.content[0]
    told = first[0].lower_ == "after" and first.start == hop.cue[-1].end and any(t.tag_ in FINITE for t in first)
    return told and hop.cue[0].root.lemma_.lower() in verb_class("voicing")


def _shuts(hop: Hop) -> bool:
    verb = hop.cue[0].root
    return verb.lemma_.lower() in SHUTTING and any(
        child.dep_ == "obj" and child.lemma_.lower() in ANSWERS for child in verb.children
    )


def _is_ones_own(hop: Hop) -> bool:
    verb = hop.cue[-1].root
    said = verb.tag_ == "VBN" and verb.lemma_.lower() in SAYING and not any(c.dep_ == "aux:pass" for c in verb.children)
    own = any(c.dep_ == "nsubj" and c.lower_ in ("i", "we") for c in verb.children)
    return hop.source is None and said and own and hop.content[0].text.lower() == "what"
