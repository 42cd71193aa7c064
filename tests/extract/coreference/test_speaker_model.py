"""Whom the scored choice takes for meant, by weights that a test makes up."""

from __future__ import annotations

from whosays.extract.coreference import Option, Referent, SpeakerModel, load_speaker_model


def option(name: str, **features: float) -> Option:
    """Return an option with these features."""
    referent = Referent("Person", named=True)
    referent.add_name(name)
    return Option(referent, features)


MODEL = SpeakerModel({"pronoun": {"near": 2.0, "far": -1.0}, "description": {"near": -3.0}})


def test_the_best_option_is_chosen() -> None:
    """Of several options the one with the highest score is meant."""
    far, near = option("Ann Roe", far=1.0), option("Bo Lund", near=1.0)
    assert MODEL("pronoun", 0, [far, near]) is near.referent


def test_nobody_is_an_option_of_score_zero() -> None:
    """Where all options score below zero, nobody of them is meant; nor of none."""
    assert MODEL("description", 0, [option("Ann Roe", near=1.0)]) is None
    assert MODEL("pronoun", 0, []) is None


def test_of_equal_options_the_first_is_chosen() -> None:
    """The choice does not hang on chance: equal scores leave it with the first."""
    first, second = option("Ann Roe", near=1.0), option("Bo Lund", near=1.0)
    assert MODEL("pronoun", 0, [first, second]) is first.referent


def test_what_is_not_weighed_says_nothing() -> None:
    """A feature without a weight leaves a score as it is."""
    assert MODEL.score("pronoun", {"near": 1.0, "unknown": 5.0}) == MODEL.score("pronoun", {"near": 1.0})


def test_the_shipped_model_answers_both_questions() -> None:
    """The shipped weights know pronouns and descriptions, and what the rules say counts for both."""
    weights = load_speaker_model().weights
    assert weights["pronoun"]["salience"] > 0
    assert weights["description"]["by rule"] > 0
