"""Dialogues printed as such: transcripts ("ADA LUNT: It was calm."), questions and answers, interviews.

A transcript is a run of labelled paragraphs; what stands between two labels belongs to the one before.  "Q" asks for
the outlet and "A" answers for whom the text before has it talk to.  Where nothing is labelled, an interview is told by
paragraphs that are questions, each followed by somebody who speaks of themselves; answers that tell of that person by
name, or quote others, are the writer's own.  Notes on two teams ("Gulls: Host the Terns on Friday.") are no dialogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from whosays.extract.attribution.structures.paragraphs import Paragraph
from whosays.extract.attribution.structures.passages import Passage
from whosays.extract.attribution.structures.voices import ANSWERING, ASKING, NAMED, Label, interviewee, label_of
from whosays.extract.lexicon import verb_class
from whosays.extract.syntax import trimmed

FARTHEST = 4  # paragraphs between two labels of one dialogue
FEWEST = 2
_LISTENING = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
LONGEST_QUESTION = 70  # words
SHORTEST_TURN = 3  # words of a turn that is no whole sentence

_SAYING = verb_class("saying")
_CLOSING = frozenset('”"')
Labels = Mapping[int, Label]


@dataclass(frozen=True, slots=True)
class _Turn:
    """The paragraphs of one turn by number; the first one is labelled, or it has no label."""

    label: Label | None
    numbers: Sequence[int]


def dialogues(paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    """Yield the turns of the dialogues of a Doc."""
    labels = {number: label for number, p in enumerate(paragraphs) if (label := label_of(p)) and _speaks(p, label)}
    runs = [run for run in _runs(sorted(labels)) if _is_dialogue(run, labels) and _is_spoken(run, labels, paragraphs)]
    for run in runs:
        asked = interviewee(paragraphs[: run[0]])
        for turn in _turns(run, labels, paragraphs):
            yield from _passage(turn, paragraphs, asked)
    if not runs:
        yield from _interview(paragraphs)


def _speaks(paragraph: Paragraph, label: Label) -> bool:
    """Tell whether words behind a label are said: more than the entry of a list ("Director: Jo Roe")."""
    said = paragraph.from_offset(label.begins)
    ended = paragraph.text.rstrip('”"’)')[-1:] in tuple(".?!…—")
    return said is not None and (ended or (len(said) >= SHORTEST_TURN and any(t.pos_ in ("VERB", "AUX") for t in said)))


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Yield the stretches of labelled paragraphs with not too much between them."""
    run: list[int] = []
    for number in numbers:
        if run and number - run[-1] > FARTHEST:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _is_dialogue(run: Sequence[int], labels: Labels) -> bool:
    """Tell a dialogue from paragraphs that happen to begin with a colon: its voices are sure, or they come again.

    "A. Lund said so" twice is none, as nobody has asked.
    """
    if all(labels[number].sort == ANSWERING for number in run):
        return False
    names = [labels[number].name.text.lower() for number in run]
    sure = sum(labels[number].sure for number in run)
    again = len(names) - len(set(names))
    return len(run) >= FEWEST and (sure >= FEWEST or (sure + again >= FEWEST and again > 0))


def _is_spoken(run: Sequence[int], labels: Labels, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether labels are in capitals or one letter, or some turn asks or is of whoever speaks or listens."""
    plain = all(not labels[n].name.text.isupper() and labels[n].sort == NAMED for n in run)
    turns = [paragraphs[n] for n in run]
    return not plain or any(p.in_first_person or p.is_question or _LISTENING.search(p.text) for p in turns)


def _turns(run: Sequence[int], labels: Labels, paragraphs: Sequence[Paragraph]) -> Iterator[_Turn]:
    for number, following in zip(run, [*run[1:], None], strict=True):
        end = following if following is not None else _end_of_last(number, labels[number], paragraphs)
        between = [n for n in range(number + 1, end) if not _is_aside(paragraphs[n])]
        yield _Turn(labels[number], [number, *between])


def _end_of_last(number: int, label: Label, paragraphs: Sequence[Paragraph]) -> int:
    """Return where the last turn ends: an answer goes on while somebody speaks of themselves."""
    end = number + 1
    while label.sort == ANSWERING and end < len(paragraphs) and _goes_on(paragraphs[end]):
        end += 1
    return end


def _goes_on(paragraph: Paragraph) -> bool:
    return paragraph.in_first_person and not paragraph.is_quotation and not paragraph.leads_in


def _is_aside(paragraph: Paragraph) -> bool:
    """Tell "(Laughter)" and "[Inaudible]", which nobody says."""
    text = paragraph.text
    return text[0] in "([" and text[-1] in ")]"


def _passage(turn: _Turn, paragraphs: Sequence[Paragraph], asked: Span | None) -> Iterator[Passage]:
    label = turn.label
    content = [paragraphs[n].words for n in turn.numbers]
    if label is not None:
        said = paragraphs[turn.numbers[0]].from_offset(label.begins)
        content[0:1] = [said] if said is not None else []
    trims = (trimmed(span.doc, span.start, span.end) for span in content)
    kept = tuple(span for span in trims if span is not None)
    if not kept:
        return
    if label is None or label.sort == ANSWERING:
        yield Passage(asked, kept, label=(label.name,) if label else ())
    elif label.sort == ASKING:
        yield Passage(None, kept, label=(label.name,))
    else:
        yield Passage(label.name, kept, label=(label.name,), stance="asks" if _asks(kept) else None)


def _asks(content: Sequence[Span]) -> bool:
    """Tell whether a turn is a question above all."""
    ends = [token.text[-1] for span in content for token in span if token.text[-1] in ".?!"]
    closing = content[-1].doc[content[-1].end].text if content[-1].end < len(content[-1].doc) else ""
    ends += [closing] if closing in (".", "?", "!") and content[-1][-1].text[-1] not in ".?!" else []
    return bool(ends) and ends[-1] == "?" and ends.count("?") * 2 >= len(ends)


def _interview(paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    """Yield questions and answers without labels, where they are told to be of somebody."""
    asked = [n for n, p in enumerate(paragraphs) if _is_asked(p)]
    if len(asked) < FEWEST:
        return
    turns = [
        (n, [m for m in range(n + 1, end) if not _is_aside(paragraphs[m])])
        for n, end in zip(asked, [*asked[1:], len(paragraphs)], strict=True)
    ]
    turns = [(n, answer) for n, answer in turns if answer]
    own = [any(paragraphs[m].in_first_person for m in answer) for _, answer in turns]
    answered = [n for n, answer in turns if not paragraphs[answer[0]].is_quotation]
    if len(turns) < FEWEST or sum(own) * 2 < len(own) or len(answered) < len(turns):
        return
    voice = interviewee(paragraphs[: turns[0][0]])
    first = [paragraphs[answer[0]] for _, answer in turns]
    if voice is None or _tell_of(voice, first) or sum(map(_quotes_others, first)) * 2 >= len(first):
        return
    last, answer = turns[-1]
    turns[-1] = last, [answer[0], *_first_person(paragraphs, answer[1:])]
    for number, answer in turns:
        yield from _passage(_Turn(None, answer), paragraphs, voice)
        yield Passage(None, (paragraphs[number].words,))


def _tell_of(voice: Span, answers: Sequence[Paragraph]) -> bool:
    """Tell whether most answers name the person who is to have given them, outside quotation marks."""
    name = re.compile("|".join(rf"\b{re.escape(token.text)}\b" for token in voice))
    told = [answer for answer in answers if name.search(re.sub(r"“[^”]*”|\"[^\"]*\"", " ", answer.text))]
    return len(told) * 2 >= len(answers)


def _quotes_others(answer: Paragraph) -> bool:
    """Tell whether a paragraph reports what somebody said: “It infantilizes them,” says the designer."""
    said = (token for token in answer.words if token.lemma_.lower() in _SAYING and token.pos_ == "VERB")
    return any(
        any(before.text[-1:] in _CLOSING for before in token.doc[max(0, token.i - 3) : token.i]) for token in said
    )


def _first_person(paragraphs: Sequence[Paragraph], numbers: Sequence[int]) -> Iterator[int]:
    for number in numbers:
        if not _goes_on(paragraphs[number]):
            return
        yield number


def _is_asked(paragraph: Paragraph) -> bool:
    return paragraph.is_question and not paragraph.is_quotation and len(paragraph.words) <= LONGEST_QUESTION
