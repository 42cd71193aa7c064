"""What is somebody's word however little it looks like one: told by its form, whatever the judge of kinds makes of it.

The judge has learned from some hundred pages, and rarer verbs of telling look like deeds to it.  Some forms are words
beyond doubt, for which it is not asked; of others it need be less sure than of the rest: a clause of its own behind a
verb of saying ("the harbour office confirmed the pier had burned"), one thing given out for another ("billed the pier
as a marvel"), what others are advised to do, what is pointed to, and what somebody thinks or wants.  What is
negated, what may or will be said, and what "I" and "you" say are left to the judge.
"""

from __future__ import annotations

from spacy.tokens import Token

from whosays.extract.attribution.attribution import Hop
from whosays.extract.attribution.filter.acts import is_any_tie, is_countered, rejected
from whosays.extract.attribution.filter.unsaid import NAMED
from whosays.extract.lexicon import cue_word, hearsay_adverbs, kinds, verb_class, word_class
from whosays.extract.syntax import FINITE, case_of, is_passive

_ASKING = verb_class("asking")
_VIEWING = verb_class("viewing")
_APPRAISING = verb_class("judging_deeds")
_TAKING = _VIEWING | word_class("giving_out_for")
_OF_NOBODY = verb_class("of_nobody") | word_class("giving_out_for")
_DISPUTING = verb_class("disputing")
_TAKING_BACK = verb_class("taking_back")
_NEVER = word_class("not_words")
_LEFT_OPEN = word_class("question_words")
_STATING = verb_class("saying") | word_class("agreeing")
_THINKING = verb_class("thinking")
_CRYING = verb_class("crying")
_OWNING_UP = word_class("owning_up")
_ADVISING = word_class("advising")
_ERRANDS = word_class("errands")
_UNNAMED = word_class("nobody_in_particular")
_HELPERS = {"VB": "do", "VBG": "be", "VBN": "have"}  # "does say", "are demanding", "has promised"
_OPENERS = frozenset(("IN", "TO", "WP", "WDT", "WRB"))  # "reported to police": no clause of its own
SHORTEST_SAID = 6  # tokens of a quoted sentence that is no title
NEAR = 2  # tokens between a cue and what it holds
FORMED, THOUGHT, OWNED = 0.3, 0.7, 0.8  # of the judge's least belief: a likely form, a thought, a noun of somebody's


def share_needed(hop: Hop) -> float:
    """Return how much of the belief that the judge asks of a hop this one needs, by its form (0 to 1)."""
    if is_word(hop):
        return 0.0
    if not _is_real(hop):
        return 1.0
    if any(test(hop) for test in _FORMS):
        return FORMED
    word = hop.cue[0].root
    if word.pos_ == "NOUN":
        clause = hop.content[0][0].lower_ in ("that", "to") or any(t.tag_ in FINITE for t in hop.content[0])
        return OWNED if clause else 1.0  # "rejected [their] [proposals] [for reopening it]" tells of them
    return THOUGHT if word.pos_ == "VERB" and word.lemma_.lower() in _THINKING else 1.0


def is_word(hop: Hop) -> bool:
    """Tell what is somebody's word however it looks: "put the toll at 60", "maintained his innocence", hearsay."""
    if _is_hearsay(hop) or _is_put(hop):
        return True
    if not hop.cue or not hop.content or hop.source is None:
        return False
    said, last = hop.cue[0].root.lemma_.lower(), hop.content[-1]
    if said == "put":
        return any(token.like_num for token in last) and any(token.lower_ == "at" for token in last)
    if said == "speak" and hop.cue[-1][-1].lower_ == "of" and any(token.like_num for token in last):
        return True  # "speaks of 70 dead"
    if _is_owned(hop) or _is_disputed(hop) or _is_speaking(hop) or _is_called(hop):
        return True
    pleads = said in verb_class("pleading") and last.root.lemma_.lower() == "innocence"
    return pleads or hop.cue[0].text.lower() == "in the words of"


def _is_called(hop: Hop) -> bool:
    """Tell who gives or takes one thing for another: "[Roe] [brands] [the plan as absurd]", "[sees] [it as a “farce”]".

    Of oneself one says little: "he styled himself as a reformer".
    """
    verb = _verb(hop)
    if verb.lemma_.lower() not in word_class("giving_out_for") | _VIEWING or not _is_real(hop):
        return False
    as_such = hop.cue[-1][-1].lower_ == "as" or _holds_as(verb)
    naming = verb.lemma_.lower() in verb_class("naming") | _VIEWING
    named = not naming and hop.has_quotation_mark and any(c.dep_ == "xcomp" for c in verb.children)
    himself = any(token.lower_ in word_class("reflexives") for span in hop.content for token in span)
    return (as_such or named) and not himself


def _holds_as(verb: Token) -> bool:
    """Tell whether an "as" hangs on a verb, or on what it is said of."""
    held = [t.head.head for t in verb.subtree if t.i > verb.i and t.lower_ == "as"]
    return any(word == verb or (word.head == verb and word.dep_ == "obj") for word in held)


def _is_speaking(hop: Hop) -> bool:
    """Tell whole sentences in quotation marks beside what somebody does: "Jo Roe counts them. “Nine, no more.”"."""
    if hop.inside is not None or hop.source is None or hop.source.root.ent_type_ != "Person":
        return False
    return any(
        span[0].is_quote and span[0].is_sent_start and span[-1].is_quote and len(span) > SHORTEST_SAID
        for span in hop.content
    )


def _is_disputed(hop: Hop) -> bool:
    """Tell who says that words are wrong, others' or his own: "[Roe] [dismissed] [the story]", "withdrew her claims".

    A judge dismisses a case, but also an argument "as absurd".
    """
    verb = hop.cue[0].root
    called = any(c.pos_ == "ADJ" and case_of(c) == "as" for c in verb.children)
    if called and verb.lemma_.lower() in _DISPUTING and _is_real(hop):
        return True
    told = any(t.lower_ in word_class("told") | {"everything"} or is_any_tie(t) for t in rejected(verb))
    if verb.lemma_.lower() == "deny" and _is_real(hop):  # "have denied responsibility"
        return told or any(thing.lower_ in word_class("owned_up_to") for thing in rejected(verb))
    return verb.lemma_.lower() in _DISPUTING | _TAKING_BACK and told


def _is_owned(hop: Hop) -> bool:
    """Tell a noun of telling with whose it is and what: "[the minister's] [claim] [that the dam is safe]".

    Also "a [claim] by [the minister] [that the dam is safe]".
    """
    noun, source = hop.cue[0].root, hop.source
    word = cue_word(noun) if noun.pos_ == "NOUN" and len(hop.cue) == 1 else None
    if word is None or word.kind != "noun" or source is None or hop.content[0][0].lower_ != "that":
        return False
    owned = source.root.dep_ == "nmod:poss" and source.root.head == noun and hop.content[0].start == noun.i + 1
    given = source.start == noun.i + 2 and noun.nbor().lower_ in ("by", "from")
    return owned or (given and hop.content[0].start == source.end)


def _is_put(hop: Hop) -> bool:
    """Tell a question that nobody in particular puts: "asked whether he would leave"."""
    if hop.source is not None or not hop.cue or not hop.content:
        return False
    opens = hop.content[0][0].lower_
    return hop.cue[0].root.lemma_.lower() in _ASKING and opens in _LEFT_OPEN


def _is_hearsay(hop: Hop) -> bool:
    """Tell what nobody in particular says or thinks: "is widely seen as", "are accused of", "reportedly".

    "Could be seen as" and "cannot be said" tell of what might be, and of nobody's word.
    """
    if hop.source is not None or not hop.cue or not hop.content:
        return False
    words = [token for span in hop.cue for token in span]
    if len(words) == 1 and words[0].lower_ in hearsay_adverbs():
        return True
    last = next((token for token in reversed(words) if token.pos_ == "VERB"), None)
    if last is None or last.tag_ != "VBN" or any(token.tag_ == "MD" or token.lower_ in _NEVER for token in words):
        return False
    lemma = last.lemma_.lower()
    near = {last.nbor().lower_ if last.i + 1 < len(last.doc) else "", *(token.lower_ for token in words)}
    return lemma in _OF_NOBODY and (lemma not in _TAKING or "as" in near)


def _is_real(hop: Hop) -> bool:
    """Tell what somebody in particular does say from what is negated, possible, to come or only supposed."""
    if hop.source is None or not hop.cue or not hop.content:
        return False
    verb, words = hop.cue[0].root, {token.lower_ for span in hop.cue for token in span}
    taking = verb.lemma_.lower() in word_class("giving_out_for")  # "which bills itself as", "a sign touting it as"
    first = hop.source[0]  # "US officials" are somebody
    viewing = verb.lemma_.lower() in _VIEWING  # "what it sees as a waste"
    known = (taking and first.tag_ == "WDT") or (viewing and first.lower_ == "it")
    if first.lower_ in _UNNAMED and not first.ent_type_ and not known:
        return False
    negated = first.lower_ in _NEVER | word_class("negative_subjects") and not first.ent_type_
    supposed = any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)
    possible = any(token.tag_ == "MD" for span in hop.cue for token in span)
    torn = hop.content[0][0].lower_ == "as"  # "[view] [as unfair]" without what is viewed
    if negated or supposed or possible or torn or words & _NEVER:
        return False
    helper = _HELPERS.get(verb.tag_)
    helped = helper is not None and any(c.lemma_ == helper and c.dep_ == "aux" for c in verb.children)
    whole = verb.pos_ == "NOUN" or verb.tag_ in FINITE or (taking and verb.tag_ == "VBG")
    who = hop.source.root
    given = verb.tag_ in ("VBN", "VBD") and verb in (who.head, who.head.head) and case_of(who) == "by"
    quick = verb.pos_ == "ADJ" and _verb(hop) != verb  # "were quick to hail"
    bare = viewing and verb.tag_ == "VB" and not any(c.dep_ in ("aux", "mark") for c in verb.children)  # mistaken
    return whole or given or quick or bare or (helped and not is_passive(verb))


def _verb(hop: Hop) -> Token:
    """Return the verb that tells, be it governed by an adjective: "were quick to [hail]"."""
    root = hop.cue[0].root
    return hop.cue[0][-1] if root.pos_ == "ADJ" and hop.cue[0][-1].pos_ == "VERB" else root


def _is_stated(hop: Hop) -> bool:
    """Tell a clause with its own subject right behind a verb of saying: "the crew confirmed [the pier had burned]"."""
    verb, said = hop.cue[0].root, hop.content[0]
    saying = verb.pos_ == "VERB" and verb.lemma_.lower() in _STATING and said.start >= hop.cue[-1].end
    if not saying or said.start - hop.cue[-1].end > NEAR or (said[0].tag_ in _OPENERS and said[0].lower_ != "that"):
        return False
    clauses = (token for token in said if token.tag_ in FINITE or any(c.tag_ in FINITE for c in token.children))
    return any(
        c.dep_.startswith("nsubj") and said.start <= c.left_edge.i <= said.start + 1 and c.i < clause.i
        for clause in clauses
        for c in clause.children
    )


def _is_given_out(hop: Hop) -> bool:
    """Tell "[billed] [the pier as a marvel]" and "[dubbed] [the plan unworkable]"; a mere name says nothing."""
    verb = _verb(hop)
    if verb.lemma_.lower() not in word_class("giving_out_for"):
        return False
    by = hop.source is not None and case_of(hop.source.root) == "by"  # "a tax dubbed “theft” by [the guild]"
    if _holds_as(verb) or (by and hop.has_quotation_mark):
        return True
    given = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    return given is not None and given.pos_ in ("ADJ", "NOUN") and any(c.dep_ == "obj" for c in verb.children)


def _is_pointed_to(hop: Hop) -> bool:
    verb = hop.cue[0].root
    return verb.lemma_.lower() == "point" and any(
        c.dep_.startswith("obl") and case_of(c) == "to" for c in verb.children
    )


def _is_shown(hop: Hop) -> bool:
    """Tell "[polls] [show] [a gain for the mill]" of papers and pictures."""
    verb = hop.cue[0].root
    paper = hop.source is not None and "document" in kinds(hop.source.root.lemma_.lower())
    return paper and verb.lemma_.lower() in ("reflect", "show") and verb.pos_ == "VERB"


def _is_advised(hop: Hop) -> bool:
    """Tell what somebody asks of others in words: "recommends [a second pump]", "demands [an inquiry]"."""
    return hop.cue[0].root.lemma_.lower() in _ADVISING and _is_somebody(hop)


def _is_appraised(hop: Hop) -> bool:
    """Tell "[the audit office] [praised] [ministers for reaching the target]"."""
    verb = hop.cue[0].root
    if verb.lemma_.lower() not in _APPRAISING or hop.source is None:
        return False
    if verb.dep_.startswith("acl"):  # "passed a motion condemning the raid": the motion does, not who passed it
        return hop.source.root == verb.head
    return _is_somebody(hop)


def _is_voiced(hop: Hop) -> bool:
    """Tell "[Roe] [voiced opposition to] [the dam]" and "[has been raising concerns over] [the dam]"."""
    verb = hop.cue[0].root
    feared = any(t.lemma_.lower() in word_class("feared_or_asked") for t in verb.subtree if t.i > verb.i)
    raises = verb.lemma_.lower() == "raise" and feared and _is_somebody(hop)
    return verb.pos_ == "VERB" and (raises or verb.lemma_.lower() in ("express", "voice"))


def _is_somebody(hop: Hop) -> bool:
    who = hop.source.root if hop.source is not None else None
    named = who is not None and (who.ent_type_ in NAMED or who.pos_ == "PRON")
    return named or (who is not None and bool(kinds(who.lower_) | kinds(who.lemma_.lower())))


def _is_threatened(hop: Hop) -> bool:
    """Tell "[the rebels] threatened [to burn the mill]" from "[the storm] threatened [to burst the dam]"."""
    verb, first = hop.cue[0].root, hop.content[0][0]
    return verb.lemma_.lower() == "threaten" and first.lower_ in ("to", "that") and _is_somebody(hop)


def _is_doubted(hop: Hop) -> bool:
    """Tell "[the vote] was called into question by [the observers]"."""
    words = [token.lower_ for span in hop.cue for token in span]
    return hop.cue[0].root.lemma_.lower() == "call" and words[-3:-1] == ["into", "question"] and words[-1] == "by"


def _is_owned_up(hop: Hop) -> bool:
    return hop.cue[0].root.lemma_.lower() in _OWNING_UP and hop.cue[0].root.pos_ == "VERB"


def _is_quoted(hop: Hop) -> bool:
    """Tell "[chanted], [“No more dams”]" and "[a statement read]: [“...”]"."""
    verb, doc = hop.cue[0].root, hop.cue[0].doc
    end = hop.cue[-1].end
    said = next((span for span in hop.content if span.start >= end), None)
    if said is None or verb.pos_ != "VERB" or verb.is_upper or not (said[0].is_quote or doc[said.start - 1].is_quote):
        return False
    return verb.lemma_.lower() in _CRYING or ":" in (doc[end - 1].text, doc[min(end, len(doc) - 1)].text)


def _is_errand(hop: Hop) -> bool:
    """Tell "[its] [promise] [to pay]" of whoever does not speak in a verb."""
    noun = hop.cue[0].root
    owned = hop.source is not None and hop.source.root.dep_ == "nmod:poss" and hop.source.root.head == noun
    to_do = hop.content[0][0].lower_ == "to" and hop.content[0].start == noun.i + 1
    return owned and to_do and noun.pos_ == "NOUN" and noun.lemma_.lower() in _ERRANDS


_FORMS = (
    _is_stated, _is_given_out, _is_pointed_to, _is_shown, _is_advised, _is_appraised, _is_voiced, _is_threatened,
    _is_doubted, _is_owned_up, _is_quoted, _is_errand, is_countered,
)  # fmt: skip
