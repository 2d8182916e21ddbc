"""A question has a name of its own, whoever asks it again."""

from __future__ import annotations

from dataclasses import replace

from argumap.assisted_draft import ModelQuestion

QUESTION = ModelQuestion("select", "Select.", "[1] It rains.", {"type": "object"}, 500)


def test_what_is_asked_names_a_question_and_the_room_for_its_answer_does_not() -> None:
    assert QUESTION.within(20).most_tokens == 20
    assert QUESTION.within(20).digest("m") == QUESTION.digest("m")


def test_another_question_has_another_name() -> None:
    others = [
        QUESTION.digest("n"),
        replace(QUESTION, prompt="[1] It snows.").digest("m"),
        replace(QUESTION, instructions="Select all.").digest("m"),
        replace(QUESTION, shape={}).digest("m"),
        replace(QUESTION, stage="state").digest("m"),
    ]
    assert len({QUESTION.digest("m"), *others}) == 6
