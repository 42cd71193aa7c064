"""Under which name a speaker is shown: the whole one, and that of nobody who only shares a part of it."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_last_told_of import parsed
from tests.extract.coreference.test_names_in_full import labelled


def printed(text: str, source: str) -> str | None:
    """Return under which name a source is shown, ``None`` where it stands for nobody."""
    entity = parsed(text, source)
    return entity.name if entity else None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Snow fell. Foreign Minister Israel Orlund said it was late.",
            "Foreign Minister Israel Orlund",
            "Israel Orlund",
        ),
        ("Deputy Secretary of State Jordan Orlund said it was late.", "Jordan Orlund", "Jordan Orlund"),
        ("Snow fell in Marl. Jordan Orlund, a baker, said it was late.", "Jordan Orlund", "Jordan Orlund"),
        ("Israel Prime Minister Noa Orlund said it was late.", "Noa Orlund", "Noa Orlund"),
        (
            "Snow fell. Israeli Foreign Minister Noa Orlund said it was late.",
            "Foreign Minister Noa Orlund",
            "Noa Orlund",
        ),
    ],
)
def test_a_country_behind_an_office_is_a_given_name(text: str, source: str, name: str) -> None:
    """Whose office it is stands before it."""
    entity = parsed(text, source)
    assert entity is not None
    assert (entity.name, entity.type) == (name, "Person")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Leader of the opposition Rivers party Ida Brandt said it was late.",
            "Leader of the opposition Rivers party Ida Brandt",
            "Ida Brandt",
        ),
        (
            "The governor of the Marl region Jo Brandt said it was late.",
            "The governor of the Marl region Jo Brandt",
            "Jo Brandt",
        ),
        (
            "Civic League for the River leader Jo Brandt said it was late.",
            "Civic League for the River leader Jo Brandt",
            "Jo Brandt",
        ),
        (
            "A lawyer for the family of Jo Brandt said it was late.",
            "A lawyer for the family of Jo Brandt",
            "A lawyer for the family of Jo Brandt",
        ),
    ],
)
def test_who_holds_an_office_is_named_behind_it(text: str, source: str, name: str) -> None:
    """However long the office is; whom another speaks for is not the speaker."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Prime Minister Eve Brandt said he was tired. Ms Brandt told us it was late.", "Ms Brandt", "Eve Brandt"),
        ("Mayor Eve Brandt said he lied. Mrs Brandt said it was late.", "Mrs Brandt", "Eve Brandt"),
        ("Prime Minister Tom Brandt said he was tired. Ms Brandt told us it was late.", "Ms Brandt", "Brandt"),
    ],
)
def test_a_given_name_tells_more_than_the_next_pronoun(text: str, source: str, name: str) -> None:
    """ "Prime Minister Eve Brandt said he lied" tells of another man."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Snow fell.\n\nTom Brandt left. Brandt wept. Al Lund met Tom Brandt Jr. there. Brandt said it was late.",
            "Brandt",
            "Tom Brandt",
        ),
        (
            "Snow fell.\n\nTom Brandt left. Al Lund met Tom Brandt Jr. there. Tom Brandt said it was late.",
            "Tom Brandt",
            "Tom Brandt",
        ),
        ("Tom Brandt leaves\n\nTom Brandt Jr. left. Brandt said it was late.", "Brandt", "Tom Brandt Jr."),
        ("Snow fell.\n\nTom Brandt Jr. left. Tom Brandt said it was late.", "Tom Brandt", "Tom Brandt Jr."),
    ],
)
def test_who_has_an_ending_is_introduced_with_it(text: str, source: str, name: str) -> None:
    """A "Jr." behind a name that the story has had without it is another man's; a headline leaves it out."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Papers\n\nThe Times has a story on homes. The Orlune Times has another. The Times says it was late.",
            "Times",
        ),
        ("Papers\n\nThe Orlune Times has a story on homes. It snowed. The Times says it was late.", "Orlune Times"),
        ("The Times\n\nThe Orlune Times has a story on homes. The Times says it was late.", "Orlune Times"),
    ],
)
def test_no_paper_goes_by_its_last_word_before_its_name(text: str, name: str) -> None:
    """ "The Times" of whom a story has told first is another paper than the "Orlune Times"."""
    entity = parsed(text, "The Times")
    assert entity is not None
    assert entity.name == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "CNN — Israel’s army said it was late. The Marl Guards left.",
            "Israel’s army",
            "Israel’s army",
        ),
        ("BBC — The baker said it was late.", "The baker", "baker"),
        ("Snow fell. CNN — the network — said it was late. The network said so.", "The network", "CNN"),
    ],
)
def test_a_dateline_does_not_tell_what_the_outlet_is(text: str, source: str, name: str) -> None:
    """What the story begins with behind a dash is no apposition."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Jo Brandt and Al Lund met. Two sources said it was late.", "Two sources", "Two sources"),
        ("Jo Brandt and Al Lund met. The two witnesses said it was late.", "The two witnesses", "two witnesses"),
        ("Jo Brandt and Al Lund met. The two leaders said it was late.", "The two leaders", "Jo Brandt and Al Lund"),
    ],
)
def test_sources_are_nobody_who_is_named(text: str, source: str, name: str) -> None:
    """ "Two sources" are not the two who have met."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Orbex Foods has lost its oven. The Port Velm-listed firm said it was late.",
            "The Port Velm-listed firm",
            "Orbex Foods",
        ),
        (
            "Orbex Foods has lost its oven. The Tokyo-traded company said it was late.",
            "The Tokyo-traded company",
            "Orbex Foods",
        ),
        (
            "Orbex Foods has lost its oven. Another Port Velm-listed firm said it was late.",
            "Another Port Velm-listed firm",
            "Another Port Velm-listed firm",
        ),
    ],
)
def test_where_a_firm_is_listed_is_no_other_name(text: str, source: str, name: str) -> None:
    """Whence it is, is none either; another firm may be listed there, too."""
    assert printed(text, source) == name


@pytest.mark.parametrize(
    ("text", "person", "kind"),
    [
        ("Snow fell, Jo al Orlo said. Late, Al-Orlo added.", "Jo al Orlo", "Person"),
        ("Snow fell, Ida el Orlo said. Late, El-Orlo added.", "Ida el Orlo", "Person"),
        ("Snow fell, Jo Brandt said. Late, Al-Orlo added.", "Jo Brandt", "Place"),
    ],
)
def test_an_arabic_surname_is_one_with_and_without_a_hyphen(text: str, person: str, kind: str) -> None:
    """ "Al-Orlo", taken for a place, is Jo al Orlo."""
    short = text.rpartition(", ")[2].split()[0]
    assert dict(labelled(text, Person=person, Place=short))[short] == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Marl Centre for Justice left.", [("Marl Centre for Justice", "Organization")]),
        ("The Marl Court of Justice left.", [("Marl Court of Justice", "Organization")]),
        ("The Orbex Justice left.", []),
    ],
)
def test_what_a_body_is_for_makes_it_no_person(text: str, names: list[tuple[str, str]]) -> None:
    """A noun for a person may end the name of a body; behind a firm's name alone it tells who speaks."""
    assert labelled(text, Organization=text.removeprefix("The ").removesuffix(" left.")) == names


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Korr Southern Airlines lost a wing. The airline said it was late.", "The airline", "Korr Southern Airlines"),
        ("Korr Airways lost a wing. The carrier said it was late.", "The carrier", "Korr Airways"),
        ("Orbex Foods lost an oven. The airline said it was late.", "The airline", "airline"),
        (
            "Governor Al Lund met commander-in-chief Ivo Brandt. The military chief said it was late.",
            "The military chief",
            "Ivo Brandt",
        ),
    ],
)
def test_a_plural_in_a_name_is_the_noun_it_is_the_plural_of(text: str, source: str, name: str) -> None:
    """ "The airline" is a firm called Airlines, "the military chief" a commander-in-chief, and no governor."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("It fell by half, according to a Reuters calculation.", "a Reuters calculation", "Reuters"),
        ("Ten have died, according to a CNN count.", "a CNN count", "CNN"),
        ("The site is closed, according to a check by CNN.", "a check by CNN", "CNN"),
        ("Ten have died, according to a final count.", "a final count", "a final count"),
    ],
)
def test_who_has_counted_speaks_in_the_count(text: str, source: str, name: str) -> None:
    """Where nobody is named with it, a count is nobody's."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "The Iran-backed Hezbollah movement in Lebanon said it was late.",
            "The Iran-backed Hezbollah movement in Lebanon",
            "Hezbollah",
        ),
        ("Snow fell. The militant Hamas group said it was late.", "The militant Hamas group", "Hamas"),
        (
            "Israel’s Orlu Davan Adem service said it was late.",
            "Israel’s Orlu Davan Adem service",
            "Orlu Davan Adem",
        ),
        ("The Red Cross team in Marl said it was late.", "The Red Cross team in Marl", "Red Cross team in Marl"),
    ],
)
def test_a_noun_behind_a_body_s_name_tells_what_it_is(text: str, source: str, name: str) -> None:
    """Whoever backs it, and whose it is, tells no other; its team is a part of it."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "The Zemrian Mission to the United Nations said it was late.",
            "The Zemrian Mission to the United Nations",
            "Zemrian Mission to the United Nations",
        ),
        ("US Marl Command said the army fired at tanks.", "US Marl Command", "US Marl Command"),
        ("BBC Verify has seen it. BBC Verify says it was late.", "BBC Verify", "BBC Verify"),
        ("The baker told the BBC. The BBC said it was late.", "The BBC", "BBC"),
        ("Snow fell, CNN said. It was late, CNN said.\n\n© 2024 Cable News Network.", "CNN", "CNN"),
        ("Snow fell, Cable News Network (CNN) said. It was late, CNN said.", "CNN", "Cable News Network"),
    ],
)
def test_a_body_s_name_is_what_the_story_calls_it(text: str, source: str, name: str) -> None:
    """To whom a mission is sent is a part of its name, and so is a desk; the name in a page's notice is none."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Korran Prime Minister Eve Brandt's office said it was late.",
            "Korran Prime Minister Eve Brandt's office",
            "Eve Brandt’s office",
        ),
        ("Mayor Eve Brandt's campaign said it was late.", "Mayor Eve Brandt's campaign", "Eve Brandt’s campaign"),
        ("The mayor's office said it was late.", "The mayor's office", "mayor's office"),
        ("Mayor Eve Brandt's lawyer said it was late.", "Mayor Eve Brandt's lawyer", "Mayor Eve Brandt's lawyer"),
    ],
)
def test_an_office_is_called_by_the_name_of_who_has_it(text: str, source: str, name: str) -> None:
    """The title is none of the body's name; where nobody is named it is all that tells."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Ten died, according to the Ministry of Health in Gaza.",
            "the Ministry of Health in Gaza",
            "Ministry of Health in Gaza",
        ),
        ("Ten died, the Foreign Ministry in Kyiv said.", "the Foreign Ministry in Kyiv", "Foreign Ministry in Kyiv"),
        ("Ten died, the Ministry of Health said in Gaza.", "the Ministry of Health", "Ministry of Health"),
        ("Ten died, the Ministry of Health in a statement said.", "the Ministry of Health", "Ministry of Health"),
    ],
)
def test_a_ministry_is_known_by_where_it_is(text: str, source: str, name: str) -> None:
    """Where nothing before it tells whose it is."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The Orlune Gull has a story. The i newspaper said it was late.", "The i newspaper", "i newspaper"),
        ("Orbex Foods has an oven. The Q company said it was late.", "The Q company", "Q company"),
        ("The Orlune Gull, a newspaper, left. The newspaper said it was late.", "The newspaper", "Orlune Gull"),
    ],
)
def test_a_letter_before_a_noun_is_a_name(text: str, source: str, name: str) -> None:
    """ "The i newspaper" is not the paper that has just spoken."""
    assert printed(text, source) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "The Marl peace deal - negotiated by the European Union, Russia - says it was late.",
            "The Marl peace deal - negotiated by the European Union, Russia",
            "Marl peace deal",
        ),
        (
            "The harbour plan, drawn up by the European Union, France, says it was late.",
            "The harbour plan, drawn up by the European Union, France",
            "harbour plan",
        ),
        ("The river agency, the Marl Board, said it was late.", "The river agency, the Marl Board", "Marl Board"),
    ],
)
def test_who_has_drawn_something_up_is_not_it(text: str, source: str, name: str) -> None:
    """Behind a participle and "by" stand others than what they have made; an apposition is the same."""
    entity = parsed(text, source)
    assert entity is not None
    assert entity.name.startswith(name)


@pytest.mark.model
@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("On Sunday he will meet the Italian Prime Minister, Ida Brandt.", None),
        ("On Sunday he will meet the Italian Prime Minister Ida Brandt.", None),
        ("He will meet the Italian Prime Minister, Ida Brandt. It was a start, the prime minister said.", None),
        ("On Sunday Prime Minister Ida Brandt will fly home.", "Ida Brandt"),
    ],
)
def test_a_foreign_office_is_told_from_the_own_one(told: str, name: str | None) -> None:
    """Who is "the Italian Prime Minister" is not "the prime minister" of whom the article has told before."""
    text = f"Snow fell. It was a cold day. The prime minister said it was late. {told}"
    entity = parsed(text, *(source for source in ("The prime minister", "the prime minister") if source in text))
    assert (entity.name if entity and entity.named else None) == name
