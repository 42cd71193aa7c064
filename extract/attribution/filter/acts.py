"""Acts that look like words: "refused to negotiate", "was denied bail", "rejected the offer"; told from denials.

Who refuses to do something, withholds something from somebody or turns down what is asked or offered has said nothing;
who denies doing something, or rejects what was claimed, has.  Only what can be true or false can be rejected as false:
"rejected the veto" and "challenged the ruling" are acts, and a court that dismisses claims says nothing of their truth.
Refusing to speak is silence (``propose.no_comment``); what is a word by its form is told in ``filter.words``, what
nobody has said in ``filter.unsaid``.
Nor has a place that "has recorded 40 cases", or who "abandoned plans": which verbs tell of deeds is counted by
``training.act_verbs``.  Told by the verb and by what it governs: nouns for what is asked, offered and granted are data.
Not handled: "denied the attempt", which may deny that there was one; it is taken for a denial where a clause follows.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from whosays.extract.attribution.attribution import Hop
from whosays.extract.attribution.filter.unsaid import is_unsaid
from whosays.extract.lexicon import cue_word, kinds, verb_class, word_class
from whosays.extract.syntax import FINITE, case_of, is_passive
from whosays.resources import read_lines

_REFUSING = verb_class("refusing")
_DENYING = frozenset(("deny",))
_DISPUTING = verb_class("disputing")
_TURNING_DOWN = verb_class("dismissing")
_OBJECTS = frozenset(("obj", "iobj", "nsubj:pass"))
_SILENCE = frozenset(("comment", "interview", "answer"))
_CLAUSES = frozenset(("ccomp", "csubj"))
_UNDONE = word_class("not_words") | {"no", "unanswered", "unavailable", "unreachable"}
_NOBODY = word_class("negative_subjects")
_LABELLING = word_class("giving_out_for")
_FORETELLING = verb_class("foretelling")
_SHARED = frozenset(("broadly", "commonly", "generally", "widely"))
_VERBS = _REFUSING | _DENYING | _TURNING_DOWN
_GRANTED = word_class("granted")
_WANTED = word_class("offered") | _GRANTED


def is_act(hop: Hop) -> bool:
    """Tell whether a hop's cue and content tell what somebody did, and nothing that anybody said."""
    if any(test(hop) for test in _TESTS):
        return True
    verb = next((token for span in hop.cue for token in span if token.lemma_.lower() in _VERBS), None)
    if verb is None or not hop.content or hop.has_quotation_mark:
        return False
    lemma = verb.lemma_.lower()
    if lemma in _REFUSING:
        return _refuses(hop, verb)
    return _withholds(verb) if lemma in _DENYING and _is_withheld(verb) else _turns_down(verb, lemma)


def _is_tally(hop: Hop) -> bool:
    """Tell "Spain has recorded 157,000 cases": what happened in a place, or to an index, which has not said it."""
    verb = next((token for span in hop.cue for token in span if token.lemma_.lower() == "record"), None)
    who = hop.source.root if hop.source is not None else None
    thing = who is not None and not who.ent_type_ and who.lemma_.lower() in word_class("telling_measures")
    place = thing or (who is not None and who.ent_type_ == "Place")
    return verb is not None and place and any(child.dep_ == "obj" for child in verb.children)


def _turns_out(hop: Hop) -> bool:
    """Tell "the recruits have proven a burden": what they are, and no clause that anybody proves."""
    if not hop.cue or hop.cue[-1].root.lemma_.lower() != "prove" or hop.has_quotation_mark:
        return False
    words = [token for span in hop.content for token in span]
    return not any(token.tag_ in FINITE or token.lower_ == "that" for token in words)


def _is_forecast(hop: Hop) -> bool:
    """Tell "storms are expected in the north": of things, the writer foretells so himself; of whom, others expect it.

    What is "widely expected", and what a document is expected to say, others expect too.
    """
    verb = hop.cue[0].root if hop.cue else None
    if verb is None or hop.source is not None or verb.lemma_ != "expect" or verb.tag_ != "VBN":
        return False
    thing = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    if thing is None or thing.pos_ != "NOUN" or thing.ent_type_ or kinds(thing.lemma_.lower()) | kinds(thing.lower_):
        return False
    return all(token.dep_ in ("aux", "aux:pass") or token == verb for span in hop.cue for token in span)


def _is_own_hedge(hop: Hop) -> bool:
    """Tell "[the crew] said [wages] are expected [to fall]": a hedge in somebody's own words is no other voice.

    What is "widely expected" others expect, and so is what "it is expected that" tells.
    """
    verb = hop.cue[0].root if hop.cue else None
    if verb is None or hop.inside is None or hop.source is not None or verb.tag_ != "VBN":
        return False
    if not any(child.dep_ == "nsubj:pass" and child.lower_ != "it" for child in verb.children):
        return False
    words = {token.lower_ for span in hop.cue for token in span}
    return verb.lemma_ in _FORETELLING and is_passive(verb) and not words & _SHARED


def _imposes(hop: Hop) -> bool:
    """Tell "has imposed a curfew", which is done and not said."""
    return bool(hop.cue) and hop.cue[0].root.lemma_.lower() == "impose"


def _is_brought(hop: Hop) -> bool:
    """Tell "claimed £900 in rent", "referred the case to a judge" and "appealed against the ruling" before an office.

    Who "referred questions to the guild" has been asked, and "claimed responsibility" is said.
    """
    verb = hop.cue[0].root if hop.cue else None
    if verb is None or hop.source is None or hop.has_quotation_mark or is_passive(verb):
        return False
    lemma, things = verb.lemma_.lower(), [child for child in verb.children if child.dep_ == "obj" and child.i > verb.i]
    if lemma == "appeal":
        return any(case_of(child) == "against" for child in verb.children)
    if lemma == "claim":
        return any(t.tag_ == "$" or t.lemma_.lower() in word_class("claimed_for_oneself") for t in things)
    referred = [t for t in things if t.pos_ != "PRON" and t.ent_type_ not in ("Outlet", "Organization")]
    asking = word_class("asked_of_a_house") | word_class("told")
    return lemma == "refer" and bool(referred) and not any(t.lemma_.lower() in asking for t in things)


def _is_article(hop: Hop) -> bool:
    """Tell "[the] [claim] that ..." of somebody who does not speak here: no more than the article of the noun."""
    first = hop.source[0] if hop.source is not None and len(hop.source) == 1 else None
    return first is not None and first.dep_ == "det" and any(first.head in span for span in hop.cue)


def _is_predicate(hop: Hop) -> bool:
    """Tell "[the guild's] [claim] [is false]": what a claim is, and not what it tells."""
    noun = hop.cue[0].root if hop.cue and hop.content else None
    if noun is None or noun.pos_ != "NOUN" or hop.content[0][0].tag_ not in FINITE:
        return False
    return any(child == noun for child in hop.content[0].root.children if child.dep_.startswith("nsubj"))


def _is_rejected(hop: Hop) -> bool:
    """Tell "denied the [claim] [that it leaked]", whose nothing tells, and "rejected [their] [proposals] [for a dam]".

    The first is told with whoever denies it, the second is turned down.
    """
    noun = hop.cue[0].root if len(hop.cue) == 1 and hop.content else None
    if noun is None or noun.pos_ != "NOUN" or noun.head.lemma_.lower() not in _DISPUTING:
        return False
    if noun not in rejected(noun.head):
        return False
    if noun.lemma_.lower() in _WANTED and hop.content[0][0].lower_ not in ("that", "to"):
        return not hop.has_quotation_mark
    owned = any(child.dep_ == "nmod:poss" or case_of(child) in ("by", "from") for child in noun.children)
    nobody = hop.inside is not None and hop.source is None and not owned
    return nobody and noun.lower_ in word_class("told")


def _is_deed(hop: Hop) -> bool:
    """Tell "[the firm] [abandoned] [its plans]" by verbs that hardly ever report, unless words are quoted."""
    if not hop.cue or hop.cue[0].root.lemma_.lower() not in _verbs_of_deeds() or hop.has_quotation_mark:
        return False
    reported = any(span[0].lower_ in ("that", "whether") for span in hop.content)
    words = [token for span in hop.cue for token in span]
    silent = any(token.lower_ in _UNDONE for token in words)  # "could not be reached", "went unanswered"
    silent = silent or (hop.source is not None and hop.source[0].lower_ in _NOBODY)  # "neither could be reached"
    named = hop.cue[0].root.lemma_.lower() in _LABELLING  # "termed the deal a theft"
    return not (reported or silent or named) and all(cue_word(token) is None for token in words)


@cache
def _verbs_of_deeds() -> frozenset[str]:
    return frozenset(read_lines("extract", "act_verbs.txt", folder="model"))


def _refuses(hop: Hop, verb: Token) -> bool:
    """Tell "refused [to negotiate]" and "refused [the offer]" from "refused [to say]" and "refused [comment]"."""
    last = hop.cue[-1][-1]
    done = next((child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i), None)
    if done is not None:
        return last.i < done.i and done.lemma_.lower() not in word_class("speaking")
    given = next((child for child in verb.children if child.dep_ in _OBJECTS), None)
    return given is not None and given.lemma_.lower() not in word_class("told") | _SILENCE


def _is_withheld(verb: Token) -> bool:
    """Tell "denied them a loan", "was denied entry", "denying vaccines to the detainees"."""
    kinds = {child.dep_ for child in verb.children}
    given = "iobj" in kinds or ("nsubj:pass" in kinds and bool(_things(verb)))
    to = any(child.dep_ == "obl" and case_of(child) == "to" and child.i > verb.i for child in verb.children)
    return given or (to and bool(_things(verb)))


def _things(verb: Token) -> list[Token]:
    """Return a verb's objects, "bail" of "was denied bail" among them, which the parser takes for a predicate."""
    return [c for c in verb.children if c.dep_ == "obj" or (c.dep_ == "xcomp" and c.pos_ == "NOUN" and c.i > verb.i)]


def _withholds(verb: Token) -> bool:
    return not any(_is_claim(thing) for thing in _things(verb))


def _turns_down(verb: Token, lemma: str) -> bool:
    """Tell "rejected the offer", "the request was denied" from "rejected the claim", "denied the theft"."""
    if any(child.dep_ in _CLAUSES or case_of(child) == "as" for child in verb.children):
        return False
    if verb.dep_ == "acl:relcl" and verb.head.ent_type_ == "Place":
        return True  # "along the border with Mora, which Lund rejects": it rejects no place
    things = rejected(verb)
    if lemma in _DENYING:
        return any(thing.lemma_.lower() in _GRANTED and not _is_claim(thing) for thing in things)
    if _decides(verb):
        return not any(map(_says_what, things))
    return bool(things) and not any(map(_is_arguable, things))


def rejected(verb: Token) -> list[Token]:
    """Return what a verb of rejecting rejects: "a [charge] rejected by the navy"."""
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return [verb.head]
    dep = "nsubj:pass" if is_passive(verb) else "obj"
    return [child for child in verb.children if child.dep_ == dep]


def is_countered(hop: Hop) -> bool:
    """Tell "[Roe] [dismissed] [the concerns]" and "[rejected] [the criticism]": what may be right or wrong."""
    verb = hop.cue[0].root
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _DISPUTING and any(map(_is_arguable, rejected(verb)))


def _decides(verb: Token) -> bool:
    """Tell a court that rejects what is brought before it."""
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in word_class("deciding_on_claims") for c in verb.children)


def _is_arguable(thing: Token) -> bool:
    """Tell what is true or false: what is said, held or "it" from what is done, offered or asked for."""
    if _is_claim(thing) or thing.pos_ == "PRON" or is_any_tie(thing):
        return True
    lemma, word = thing.lemma_.lower(), cue_word(thing)
    held = word is not None and word.kind == "noun" and lemma not in _WANTED
    return held or lemma in word_class("arguable")


def is_any_tie(noun: Token) -> bool:
    """Tell "rejecting [any connection] between the two" from "rejected the connection to the grid"."""
    return noun.lower_ in word_class("ties") and any(child.lower_ == "any" for child in noun.children)


def _is_claim(noun: Token) -> bool:
    return noun.lower_ in word_class("told") or _says_what(noun)


def _says_what(noun: Token) -> bool:
    return any(child.dep_ in ("ccomp", "acl") and _has_that(child) for child in noun.children)


def _has_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


_TESTS = (
    is_unsaid, _is_tally, _is_deed, _is_article, _turns_out, _is_forecast, _is_own_hedge, _imposes, _is_rejected,
    _is_predicate, _is_brought,
)  # fmt: skip
