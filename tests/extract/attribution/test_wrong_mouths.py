"""Words that the form of a sentence gives to the wrong voice: who is urged, what is pointed to, who is quoted."""

from __future__ import annotations

import pytest

from tests.doc_builder import parsed
from tests.extract.attribution.test_not_their_words import Told, told
from whosays.extract import Extractor
from whosays.extract.attribution import Hop
from whosays.extract.attribution.revise.source_boundaries import meant

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the shipped model."""
    return Extractor()


def sources(extractor: Extractor, text: str, cue: str) -> list[str | None]:
    """Return who says what has a cue."""
    return [source for source, found, _ in told(extractor, text) if found == cue]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Board urged to raise pay as ferries stop\n\nThe ferries stopped on Monday.", "urged", None),
        ("Ministers told to act on pier as storm nears\n\nThe storm is near.", "told", None),
        ("Ferry sunk in storm, Gull told\n\nThe ferry sank on Monday.", "told", None),
        ("The pier is closed, the union told the Gull.", "told", "the union"),
        ("Ada Moll said she had urged the board to raise pay.", "had urged", "she"),
        ("Bo Lund urged the crew to leave the pier.", "urged", "Bo Lund"),
    ],
)
def test_who_is_urged_or_told_does_not_speak(extractor: Extractor, text: str, cue: str, source: str | None) -> None:
    """A headline leaves "were" out: who urges or tells, does so to somebody."""
    found = sources(extractor, text, cue)
    assert found == [source] if source else not any(found)


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Fears of a flood have led to international calls for all towns to build dams.", "calls for", None),
        ("Bo Lund rejects Western calls to refrain from a raid on the pier.", "calls", None),
        ("Bo Lund repeated calls to leave the pier to the crew.", "repeated calls", "Bo Lund"),
        ("The fear from the outset has been that a big flood would cut the road.", "The fear from", None),
        ("The rebels may have calculated that the answer would be mild.", "may have calculated", None),
        ("The board might have believed that the pier was safe.", "might have believed", None),
        ("It was the first time any Norland official confirmed the boats were in use.", "confirmed", None),
        ("A Norland official confirmed the boats were in use.", "confirmed", "A Norland official"),
        ("The board believed that the pier was safe.", "believed", "The board"),
    ],
)
def test_a_guess_and_a_mere_adjective_are_no_voice(
    extractor: Extractor, text: str, cue: str, source: str | None
) -> None:
    """What the writer guesses that somebody thought is the writer's, and "any official" is nobody in particular."""
    found = sources(extractor, text, cue)
    assert found == [source] if source else not any(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The huts are considered illegal under the treaty, though Norland disputes this.",
            ("Norland", "disputes", "The huts … illegal under the treaty"),
        ),
        (
            "Bo Lund said the dam had leaked, although the mayor has denied this.",
            ("the mayor", "has denied", "the dam had leaked"),
        ),
        (
            "What Norland has said so far is that the ferry sank in the storm.",
            ("Norland", "has said", "that the ferry sank in the storm"),
        ),
        (
            "What the guild said was that the pier had burned.",
            ("the guild", "said", "that the pier had burned"),
        ),
        (
            "Norland has not commented, but it has promised to raise the ferry.",
            ("Norland", "has not", "commented"),
        ),
        (
            "“It is a matter of timing,” Bo Lund, secretary to the ministry, told the Gull, rejecting any connection"
            " between the two visits.",
            ("Bo Lund, secretary to the ministry", "rejecting", "any connection between the two visits"),
        ),
        (
            "The mayor has rejected any links with the gang.",
            ("The mayor", "has rejected", "any links with the gang"),
        ),
    ],
)
def test_what_is_pointed_to_is_what_is_told(extractor: Extractor, text: str, expected: Told) -> None:
    """ "This" is the clause before it, "what ... is that" the clause behind, and "but" tells something else."""
    assert expected in told(extractor, text)


def test_a_connection_may_be_turned_down(extractor: Extractor) -> None:
    """The connection to a grid is no claim."""
    assert told(extractor, "The board rejected a connection to the new grid.") == []


def test_this_at_the_head_of_a_sentence_stays(extractor: Extractor) -> None:
    """Who disputes "this" in a sentence of its own may mean more than one clause."""
    assert ("The mayor", "disputes", "this") in told(
        extractor, "The dam has leaked for years. The mayor disputes this."
    )


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Norland radio quoted him saying that the war was over.", ("him", "saying", "that the war was over")),
        ("The doctor quoted a nurse saying the ward was full.", ("a nurse", "saying", "the ward was full")),
        (
            "The paper quotes the charity Harbour Trust, which says many sailors are ill.",
            ("the charity Harbour Trust", "says", "many sailors are ill"),
        ),
        (
            "The paper quotes the charity Harbour Relief and Sailors Rescue Trust, which says many sailors are ill.",
            ("the charity Harbour Relief and Sailors Rescue Trust", "says", "many sailors are ill"),
        ),
    ],
)
def test_who_is_quoted_speaks_inside(extractor: Extractor, text: str, inner: Told) -> None:
    """So without "as", and in a clause of its own."""
    first, second = told(extractor, text)
    assert second == inner
    assert first[2].startswith(inner[0] or "")


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The council met about a raid Korra and Norland say was led by rebels.", "say", "Korra and Norland"),
        ("Guards looked for a letter the mayor and the board said had been lost.", "said", "the mayor and the board"),
        ("The council looks into a raid Norland says was led by rebels.", "says", "Norland"),
        (
            "Bo Lund, who met the mayor and the board, said it had been lost.",
            "said",
            "Bo Lund, who met the mayor and the board",
        ),
        ("A video of a smiling Bo Lund calling the mayor a “dear friend” was shown.", "calling", "a smiling Bo Lund"),
        ("A clip of the mayor calling the dam a “folly” was shown.", "calling", "the mayor"),
        ("A study of farmers saying that the dam was lost came out.", "saying", "A study of farmers"),
        ("'Hard to play' - Lundina's pain after the flood\n\nAda Lundina won on Monday.", "", "Lundina"),
        ("Ada Moll's post after the raids urged farmers to stay.", "urged", "Ada Moll's post after the raids"),
        ("The raids, guards say, urged nobody to stay.", "say", "guards"),
        ("'Hard to play' - Lundina's coach\n\nAda Lundina won on Monday.", "", "Lundina's coach"),
    ],
)
def test_who_speaks_beside_a_thing(extractor: Extractor, text: str, cue: str, source: str) -> None:
    """Two before what they say of a noun, whoever is filmed, and whose pain a heading tells of."""
    assert source in sources(extractor, text, cue)


def test_an_article_alone_is_nobody() -> None:
    """ "The also say" names nobody; "the two" and "this" do."""
    doc = parsed(
        "The/DT/nsubj/2 also/RB/advmod/1 say|say/VBP/ROOT/0 it/PRP/nsubj/1 held|hold/VBD/ccomp/-2 ././punct/-3"
    )
    content = (doc[3:5],)
    assert meant(Hop(doc[0:2], (doc[2:3],), content, None, 0.9)).source is None
    doc = parsed("This/DT/nsubj/1 says|say/VBZ/ROOT/0 it/PRP/nsubj/1 held|hold/VBD/ccomp/-2 ././punct/-3")
    kept = Hop(doc[0:1], (doc[1:2],), (doc[2:4],), None, 0.9)
    assert meant(kept) == kept


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        (
            "The Norland army said it had seized Bo Lund, the envoy of the charity Harbour Trust, which later "
            "confirmed his arrest.",
            "confirmed",
            "Trust",
        ),
        (
            "The army disputed the toll put out by the Harbour Rescue Authority, which reported that forty men had "
            "died.",
            "reported",
            "the Harbour Rescue Authority",
        ),
        (
            "The council published its plan for the town, which said that the dam was old.",
            "said",
            "The council",
        ),
        ("The union, which met the Harbour Trust on Monday, said that it would strike.", "said", "The union"),
    ],
)
def test_which_is_the_body_right_before_it(extractor: Extractor, text: str, cue: str, source: str) -> None:
    """The verb of whoever speaks first stands between; what that one has published may speak for it."""
    [found] = sources(extractor, text, cue)
    assert (found or "").endswith(source)


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Orbex has been dogged by claims that it cheated on the tests.", "claims", None),
        ("Ada Moll resigned amid allegations that she had taken bribes.", "allegations", None),
        ("Bo Lund withdrew his claim that the dam leaked.", "claim", "his"),
    ],
)
def test_who_is_beset_by_claims_does_not_make_them(
    extractor: Extractor, text: str, cue: str, source: str | None
) -> None:
    """Only whose they are told to be does."""
    assert set(sources(extractor, text, cue)) <= {source}


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Ministers dismissed Bo Lund's claim that the dam leaked as nonsense.", "claim", "that the dam leaked"),
        (
            "The union dismissed the mayor's promise to build a dam as a joke.",
            "promise",
            "to build a dam",
        ),
        (
            "Bo Lund repeated his claim that he would serve as mayor.",
            "claim",
            "that he would serve as mayor",
        ),
    ],
)
def test_what_others_call_a_claim_is_no_part_of_it(extractor: Extractor, text: str, cue: str, content: str) -> None:
    """ "As nonsense" is said by who dismisses it."""
    assert content in [held for _, found, held in told(extractor, text) if found == cue]
