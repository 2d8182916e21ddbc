"""Turns that open with a name and a colon."""

from __future__ import annotations

import pytest

from argumap.draft import draft_map, transcripts
from argumap.draft.cast import Cast
from argumap.draft.cue_words import get_cue_words
from argumap.draft.transcripts import Turns, find_interjections, find_turns
from argumap.text import Article, parse_article

TALK = "Question: Why so early?\n\nVESPER: I sleep badly. So do we all.\n\nQuestion: And now?\n\nVESPER: Better."


def turns(text: str) -> tuple[Article, Turns]:
    article = parse_article(text, "txt")
    cast = Cast([unit.text for unit in article.units], get_cue_words("en"))
    return article, find_turns([b for s in article.sections for b in s.blocks], cast)


def test_each_sentence_of_a_turn_is_its_speakers() -> None:
    article, found = turns(TALK)
    speakers = [found.speaker_of(unit.locator) for unit in article.units]
    assert [speaker.name if speaker else None for speaker in speakers] == [
        None,
        "Vesper",
        "Vesper",
        None,
        "Vesper",
    ]
    assert found.asker is not None


def test_the_label_is_no_part_of_what_is_said() -> None:
    article, found = turns(TALK)
    assert [found.text_of(unit) for unit in article.units][1] == "I sleep badly."


def test_a_colon_alone_makes_no_transcript() -> None:
    _, found = turns("Costs: high.\n\nBenefits: few.\n\nThat is all.")
    assert not found.speakers


@pytest.mark.parametrize(("asks", "answers"), [("Q", "A"), ("LM", "AB"), ("L.M.", "A.B."), ("Marsh", "BROOK")])
def test_a_label_means_the_person_that_the_introduction_names(asks: str, answers: str) -> None:
    talk = f"Ana Brook sleeps badly. Leo Marsh talked to Ana Brook.\n\n{asks}: Why?\n\n{answers}: I bake.\n\n"
    article, found = turns(f"{talk}{asks}: And now?\n\n{answers}: Better.")
    speakers = {speaker.name for unit in article.units if (speaker := found.speaker_of(unit.locator))}
    assert speakers == {"Ana Brook"}


def test_in_captions_a_single_name_tells_who_speaks() -> None:
    article = parse_article("Ana Brook: The dams are old.", "txt")
    cast = Cast([unit.text for unit in article.units], get_cue_words("en"))
    blocks = [b for s in article.sections for b in s.blocks]
    assert not find_turns(blocks, cast).speakers
    assert [who.name for who in find_turns(blocks, cast, captions=True).speakers.values()] == ["Ana Brook"]


def test_a_title_may_name_somebody_in_full() -> None:
    article = parse_article("Ada Vance asked.\n\nVance: Why?\n\nReyes: So.\n\nVance: Now?\n\nReyes: Yes.", "txt")
    cast = Cast([unit.text for unit in article.units], get_cue_words("en"))
    found = find_turns([b for s in article.sections for b in s.blocks], cast, titles="A talk with Dr Amal Reyes")
    assert [who.name for who in found.speakers.values()][:2] == ["Ada Vance", "Amal Reyes"]


def test_turns_may_stand_line_below_line() -> None:
    text = "Q: Why so early?\nA: I sleep badly. So do we all.\nQ: Others call it odd.\nA: They do. I like it odd."
    article = parse_article(text, "txt")
    cast = Cast([unit.text for unit in article.units], get_cue_words("en"))
    found = find_turns([b for s in article.sections for b in s.blocks], cast, text=article.text)
    who = [(found.text_of(unit), found.speaker_of(unit.locator)) for unit in article.units]
    assert [told for told, speaker in who if speaker is None] == ["Why so early?", "Others call it odd."]
    assert {speaker.name for _, speaker in who if speaker} == {"Interviewee"}


def test_an_interjection_ends_with_its_paragraph() -> None:
    article = parse_article("It was late.\n\nMr Renn (Left): I think so. We can wait.\n\nThe house rose.", "txt")
    cast = Cast([unit.text for unit in article.units], get_cue_words("en"))
    found = find_interjections([b for s in article.sections for b in s.blocks], cast)
    assert [found.text_of(unit) for unit in article.units if found.speaker_of(unit.locator)] == [
        "I think so.",
        "We can wait.",
    ]


def test_of_two_people_whoever_asks_now_and_then_and_says_less_is_the_interviewer() -> None:
    text = (
        "EDVIN MARSH: Captain, when did you last climb a ladder?\n\n"
        "RUNA SELJORD: The ladder was wet on Monday and the ship was late by an hour.\n\n"
        "MARSH: The port wants you at a desk.\n\n"
        "SELJORD: The port has never seen the fog from a bridge at five in the morning.\n\n"
        "MARSH: You are eleven pilots short. Is that not so?\n\n"
        "SELJORD: Eleven were promised and none was paid, which is why none has come so far.\n"
    )
    record = draft_map(parse_article(text, "md", language="en")).map
    names = {stakeholder.name for stakeholder in record.stakeholders}
    assert "Runa Seljord" in names
    assert not {"Marsh", "Edvin Marsh"} & names


def test_a_letter_a_stop_and_a_dash_are_a_label() -> None:
    article = parse_article(
        "P.- ¿Qué?\n\nR.- Es malo.\n\nP.- ¿Y?\n\nR.- Nada. A.-B. es otro.", "txt", language="es"
    )
    cast = Cast([unit.text for unit in article.units], get_cue_words("es"))
    found = find_turns([b for s in article.sections for b in s.blocks], cast)
    told = [found.text_of(unit) for unit in article.units if found.speaker_of(unit.locator)]
    assert told[:2] == ["Es malo.", "Nada."]


def test_an_introduction_is_searched_for_names_once_for_all_labels(monkeypatch: pytest.MonkeyPatch) -> None:
    searched = []

    def note(text: str, cast: Cast) -> list[tuple[str, ...]]:
        searched.append(text)
        return full_names(text, cast)

    full_names = transcripts.full_names
    monkeypatch.setattr(transcripts, "full_names", note)
    text = "The evening of Ada Lunn.\n\n" + "LUNN: I know.\n\nMARSH: So do I.\n\nVESPER: And I.\n\n" * 2
    assert turns(text)[1].speakers
    assert len(searched) == 1


def test_a_full_name_with_a_part_and_then_the_surname_alone_are_turns_of_one() -> None:
    text = (
        "TOVE SMIT, HOST: Good evening. The cod are gone.\n\nRIKARD LUND: It is hard to bear.\n\n"
        "SMIT: Lund is chair of the council.\n\nLUND: There is no way around it.\n"
    )
    record = draft_map(parse_article(text, "txt", language="en")).map
    assert {s.name for s in record.stakeholders} >= {"Tove Smit", "Rikard Lund"}


def test_q_and_a_with_a_full_stop_are_labels() -> None:
    text = (
        "I spoke with Barbro Kingsley, who keeps bees.\n\nQ. You try something new each year. Why?\n\n"
        "A. It matters to me never to do the same thing twice. What gets me up is the thrill.\n"
    )
    record = draft_map(parse_article(text, "txt", language="en")).map
    names = {s.id: s.name for s in record.stakeholders}
    assert {names[a.by] for a in record.attributions if not a.via and a.unseen} == {"Barbro Kingsley"}
