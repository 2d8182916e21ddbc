"""What an author says in passing argues nothing: by the points of its language it is left out, or doubted."""

from __future__ import annotations

import pytest

from argumap.draft import draft_map
from argumap.draft.cue_words import get_cue_words
from argumap.draft.passing import DOUBTED, LEFT_OUT
from argumap.text import parse_article

ARGUED = "The quay costs 40 crowns a metre. It should be closed, because a worse storm would sink it."
LONG = "\n\n".join([ARGUED] * 10)
GERMAN = "Der Kai kostet 40 Taler je Meter. Er sollte gesperrt werden, weil ein schlimmerer Sturm ihn versenkt."


def read(text: str, language: str = "en") -> tuple[list[str], dict[str, str]]:
    """What is left out as said in passing, and the rule of each claim by its words."""
    article = parse_article(text, "md", language=language)
    draft = draft_map(article)
    words = {unit.locator: unit.text for unit in article.units}
    passing = [words[at] for at, kind in draft.skipped.items() if kind == "passing remark"]
    return passing, {c.text: (c.unseen or "").rpartition(" ")[2] for c in draft.map.claims}


@pytest.mark.parametrize(
    "remark",
    [
        "My aunt has another worry.",
        "I walked home by the lamps of Ottery Lane.",
        "Opponents see it differently.",
    ],
)
def test_what_opens_a_paragraph_and_only_announces_is_left_out(remark: str) -> None:
    text = f"{LONG}\n\n{remark} {ARGUED}\n\n{LONG}"
    assert read(text)[0] == [remark]


def test_a_scene_in_the_first_person_at_the_beginning_is_left_out() -> None:
    scene = "On Sunday I sat on the quay at Ottery with a flask of tea."
    assert read(f"{scene} {ARGUED}\n\n{LONG}")[0] == [scene]


def test_a_long_sentence_tells_more_than_a_remark() -> None:
    long = "Opponents of the Ottery board went home by the lamps of Quay Street and the lamps of Mill Street."
    assert read(f"{LONG}\n\n{long} {ARGUED}\n\n{LONG}")[1][long] == "statement"


def test_the_news_with_which_a_report_begins_is_none() -> None:
    news = "The harbour board at Ottery has closed the old quay to every lorry after a long row with the guild."
    passing, rules = read(f"{news} {ARGUED}\n\n{LONG}")
    assert not passing
    assert rules[news] == "statement"


def test_what_some_signs_tell_is_proposed_under_a_rule_of_its_own() -> None:
    remark = "The tide turned at Ottery Head."
    passing, rules = read(f"{LONG}\n\n{remark} {ARGUED}\n\n{LONG}")
    assert not passing
    assert rules[remark] == "passing-remark"


@pytest.mark.parametrize(
    "claim",
    [
        "Nobody needs a worse quay.",
        "A new quay would cost 90,000 crowns.",
        "We must mend the quay.",
    ],
)
def test_what_weighs_counts_denies_or_demands_is_argued(claim: str) -> None:
    assert read(f"{LONG}\n\n{claim} {ARGUED}\n\n{LONG}")[1][claim] == "statement"


def test_a_short_text_has_no_room_for_scenery() -> None:
    text = "My aunt has another worry. " + ARGUED
    assert not read(text)[0]


def test_what_others_say_is_never_weighed() -> None:
    text = f"{LONG}\n\nMy aunt said that Ottery had another worry. {ARGUED}\n\n{LONG}"
    assert not read(text)[0]


def test_german_has_its_words_and_the_same_points() -> None:
    long = "\n\n".join([GERMAN] * 10)
    remark = "Die Gegner sehen das anders."
    assert read(f"{long}\n\n{remark} {GERMAN}\n\n{long}", "de")[0] == [remark]
    assert get_cue_words("de").points == get_cue_words("en").points


def test_a_language_without_points_weighs_nothing() -> None:
    text = "\n\n".join(["Mes amis ont une autre crainte. Le quai coûte cher, car il est trop vieux."] * 12)
    assert not read(text, "fr")[0]


def test_what_is_left_out_has_more_points_than_what_is_doubted() -> None:
    assert LEFT_OUT > DOUBTED
