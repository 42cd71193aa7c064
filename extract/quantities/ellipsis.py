"""What a figure counts where its own clause does not say, or where no parse is to be trusted: told by the words around.

"Two of them" and "including two nurses" count what the figure before them counts; "the toll climbed to 112" and "the
lives of 14 worshippers" say it before the number; "captured 17" says it right before.  Characters only.
"""

from __future__ import annotations

import re

from whosays.extract.lexicon import JOINT, phrases, surface_forms, verb_forms, word_class

STRONG = re.compile(r"[- ]strong\b")
_NEAR = 200  # characters to look for a measuring word where no parse tells
_WORD = re.compile(r"\s?[\"“”‘’']?([\w’'-]+)[\"“”’']?")
_BORROWING_BEFORE = re.compile(r"\b(?:including|among them|among whom|of (?:them|whom)(?: (?:were|are))?)[ ,:]+$")
_SAID = phrases("quantities", "ellipsis")
_BORROWING_AFTER = re.compile(_SAID["BORROWING_AFTER"])
_GROUP = re.compile(r"[a-z][a-z-]+s|children|women|men")
_TOLD_AFTER = re.compile(_SAID["TOLD_AFTER"])
_MORE = re.compile(r" more (?:have|has|had|were|was|are|remain\w*)\b")
_SHORTENED = re.compile(_SAID["SHORTENED"])
_STATED = re.compile(_SAID["STATED"])
_JOINTLY = re.compile(r"\bkilled (?:and|or|and/or) (?:wounded|injured) $", re.IGNORECASE)
_LOST_OR_DEAD = re.compile(_SAID["LOST_OR_DEAD"])
MOVED = _SAID["MOVED"]
_TALLY = re.compile(_SAID["TALLY"])
_REMAINS = re.compile(_SAID["REMAINS"])
_LAST_WORD = re.compile(_SAID["LAST_WORD"], re.IGNORECASE)
_AGAIN = re.compile(_SAID["AGAIN"], re.IGNORECASE)
_NUMBER_OF = re.compile(_SAID["NUMBER_OF"], re.IGNORECASE)
_LONGEST_QUESTION = 400  # characters
_WITHIN = 160  # characters before a number in which what it tallies is named


def borrows(text: str, start: int, end: int) -> tuple[bool, str | None, str | None]:
    """Tell whether a figure counts what the one before counts, and what and of whom it says itself.

    "Two of them" says neither, "five of whom died" what, "two of them nurses" of whom.
    """
    after = _BORROWING_AFTER.match(text, end)
    if after:
        own = after["own"] or after["doing"] or ""
        measure = surface_forms().get(own) or after["doing"]
        return True, measure, own if not measure and _GROUP.fullmatch(own) else None
    return _BORROWING_BEFORE.search(text, max(0, start - 20), start) is not None, None, None


def in_a_row(text: str, lender: tuple[int, int], start: int, end: int) -> bool:
    """Tell whether a number follows another one that says what both count: "400 homes in Orm, 30 in Lisk", "Orm 30"."""
    between = text[lender[1] : start]
    if _SOMEWHERE.fullmatch(between) and _PLACE_BEHIND.match(text, end):
        return True
    if _SET_AGAINST.fullmatch(between) and _CLAUSE_OR_TIME.match(text, end):
        return True
    window = max(0, lender[0] - 60)
    led = _HAVING.search(text, window, lender[0]) or _NAMED.search(text, window, lender[0])
    return bool(led and _NEXT_NAME.fullmatch(between) and _NAME_ENDS.match(text, end))


def direction(text: str, start: int, end: int, measured: bool) -> tuple[str, str | None] | None:
    """Return "up" or "down" and what is so, where a number only says by how much: "flights up 17%", "was down 4%".

    "Make up 17%" and "went down by 4" have a verb that says what.
    """
    match = _UP_OR_DOWN.search(text, max(0, start - 40), start)
    if match is None or _PHRASAL.fullmatch(match["word"] or ""):
        return None
    told = match["word"] is None or match["word"].lower() in _BEING
    if not (measured or (told and text.startswith(" from", end))):
        return None
    return match["way"].lower(), match["word"] if not told and _GROUP.fullmatch(match["word"]) else None


def _nearest_measure(after: str, before: str) -> str | None:
    """Return the measure of the first word that has one, after a number, else of the last before it."""
    words = [*re.findall(r"[A-Za-z]+", after), *reversed(re.findall(r"[A-Za-z]+", before))]
    return next((measure for word in words if (measure := surface_forms().get(word.lower()))), None)


def nearest(text: str, sentence: tuple[int, int], number: tuple[int, int]) -> tuple[str | None, str | None]:
    """Without a parse: the nearest word that measures, and the words after the number up to a function word."""
    strong = STRONG.match(text, number[1])
    after = text[number[1] : min(sentence[1], number[1] + _NEAR)]
    before = text[max(sentence[0], number[0] - _NEAR) : number[0]]
    measure = verb_before(text, number[0]) or _nearest_measure(after, before)
    position, words = strong.end() if strong else number[1], list[str]()
    while len(words) < 4 and (match := _WORD.match(text, position, sentence[1])):
        skipped = match[1].lower() == "of" and not words
        if not skipped and (match[1].lower() in word_class("uncounted") or _nearest_measure(match[1], "")):
            break
        words += [] if skipped else [match[1]]
        position = match.end()
    return measure, " ".join(words) or None


def put_again(text: str, start: int) -> bool:
    """Tell whether a number is another one for what was counted before: "the radio puts the figure at 60"."""
    return _AGAIN.search(text, max(0, start - _WITHIN), start) is not None


def put_for(text: str, start: int) -> str | None:
    """Return of what "put the number of gates at 60" tells the number."""
    match = _NUMBER_OF.search(text, max(0, start - _WITHIN), start)
    return match["whom"] if match else None


def verb_before(text: str, start: int) -> str | None:
    """Return the measure of the verb right before a number, whose object the number counts: "captured 17"."""
    before = text[max(0, start - 40) : start]
    if _REMAINS.search(before):
        return "killed"
    if _JOINTLY.search(before):
        return JOINT
    word = _LAST_WORD.search(before)
    if word is None:
        return None
    return "shot down" if word["down"] else verb_forms().get(word["word"].lower())


def with_missing(text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Tell whether the dead that a number counts are counted together with the missing."""
    near = text[max(sentence[0], start - 60) : min(sentence[1], end + 60)]
    return _LOST_OR_DEAD.search(near) is not None


def measure_after(text: str, end: int) -> str | None:
    """Return what is said of a number behind it: "three children were among the dead"."""
    match = _TOLD_AFTER.match(text, end)
    return surface_forms().get(match["state"]) if match else None


def shared_noun(text: str, end: int) -> str | None:
    """Return whom "two" counts in "two British and two American hostages": a people, and the noun of the next one."""
    match = _SHARED_NOUN.match(text, end)
    return f"{match['which']} {match['noun']}" if match else None


def state_behind(text: str, end: int) -> str | None:
    """Return in which state the sentence says that they are: "six died and two were missing"."""
    match = _STATED.match(text, end)
    return surface_forms().get(match["state"]) if match else None


def counts_more(text: str, end: int) -> bool:
    """Tell whether a number counts more of the same, whatever is said of them: "and 20 more have not answered"."""
    return _MORE.match(text, end) is not None


def shortened(text: str, end: int) -> str | None:
    """Return the participle right behind a number, its noun left out: "and 21 charged", "and 80 or more were held"."""
    match = _SHORTENED.match(text, end)
    return surface_forms().get(match["word"], match["word"]) if match else None


def gapped(text: str, start: int, end: int) -> bool:
    """Tell whether a verb is left out before a number: "Spain has 157,000 cases and [Italy 143,600],"."""
    named = _NAMED_BEFORE.search(text, max(0, start - 60), start) is not None
    return named and _CLAUSE_ENDS.match(text, end) is not None


def measure_before(text: str, start: int, sentence_start: int) -> str | None:
    """Return the measure that the words before a number tell, up to the start of its sentence."""
    before = text[max(sentence_start, start - _WITHIN) : start]
    tally = _TALLY.search(before)
    return surface_forms().get((tally["toll"] or tally["state"]).lower()) if tally else None


def is_part(text: str, end: int) -> bool:
    """Tell whether a number is some of another one: "14 of the 20 drones"."""
    return _PART.match(text, end) is not None


def is_whole(text: str, start: int, before_end: int | None) -> bool:
    """Tell whether a number is that of which another one counts a part: "14 of the 20 drones", "none of the 9 men"."""
    opening = _OPENING_WHOLE.search(text, max(0, start - 48), start) is not None
    return opening or (before_end is not None and _OF_THE.fullmatch(text, before_end, start) is not None)


def is_left_out(text: str, start: int) -> bool:
    """Tell whether of a number what is said is not so: "all but four were released"."""
    return _ALL_BUT.search(text, max(0, start - 16), start) is not None


def is_short(text: str, end: int) -> bool:
    """Tell whether a number says how many are lacking: "eight votes short of a majority"."""
    return _SHORT.match(text, end) is not None


def only_asked(text: str, start: int, sentence: tuple[int, int]) -> bool:
    """Tell whether a number is part of what somebody only asks: "asked whether 40 men had died", "Did 40 men die?"."""
    asked = _ASKED.search(text, max(sentence[0], start - _WITHIN), start)
    short = sentence[1] - sentence[0] <= _LONGEST_QUESTION
    return bool(asked or (short and _YES_OR_NO.fullmatch(text, *sentence)))


_NAMED_BEFORE = re.compile(r"(?:\b(?:and|while|but)|[,;]) (?:in |the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3},? $")
_CLAUSE_ENDS = re.compile(r"[,;.](?:\s|$|[”\"])")
_NUMBER = _SAID["NUMBER"]
_SHARED_NOUN = re.compile(_SAID["SHARED_NOUN"])
_WHOSE = r"(?:(?:the |its |their |those |these |his |her |our )?(?:[\w-]+[’']s? )?)"
_PART = re.compile(rf"(?: out)? of {_WHOSE}(?:other |nearly |more than )?{_NUMBER}")
_OF_THE = re.compile(rf"(?: out)? of {_WHOSE}")
_OPENING_WHOLE = re.compile(_SAID["OPENING_WHOLE"], re.IGNORECASE)
_ALL_BUT = re.compile(r"\ball but $", re.IGNORECASE)
_PLACE = r"(?:in|on|at|for|from|to|near) (?:the )?[A-Z]"
_SOMEWHERE = re.compile(rf"(?: [a-z][\w’'-]*){{0,3}} {_PLACE}[\w’'. -]*,?(?: and)? ")
_SET_AGAINST = re.compile(_SAID["SET_AGAINST"])
_CLAUSE_OR_TIME = re.compile(_SAID["CLAUSE_OR_TIME"])
_PLACE_BEHIND = re.compile(rf" {_PLACE}")
_NAME = r"(?:the )?[A-Z][\w’.-]+(?: [A-Z][\w’-]+){0,2},?"
_HAVING = re.compile(_SAID["HAVING"])
_NAMED = re.compile(rf"(?:,|;|\band) {_NAME} $")
_NEXT_NAME = re.compile(rf"(?: [a-z][\w’-]*){{0,3}}(?:[,;]| and| while)+ {_NAME} ")
_NAME_ENDS = re.compile(rf"[,;.](?:\s|$)|$| and {_NAME} \d?")
_UP_OR_DOWN = re.compile(r"(?:^|[,;:(–—-] ?|(?P<word>[\w’'-]+) )(?P<way>up|down)(?: by)?(?: some)? $", re.IGNORECASE)
_BEING = word_class("being")
_PHRASAL = re.compile(_SAID["PHRASAL"], re.IGNORECASE)
_SHORT = re.compile(r" (?:[a-z]+ )?short(?! of breath)(?: of\b|[,.;!?]|$)")
_ASKED = re.compile(_SAID["ASKED"], re.IGNORECASE)
_YES_OR_NO = re.compile(_SAID["YES_OR_NO"])
