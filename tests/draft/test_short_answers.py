"""What *No.* and *They have.* say behind a question."""

from __future__ import annotations

import pytest

from argumap.draft.cast import Cast
from argumap.draft.cast_members import CastMember
from argumap.draft.cue_words import get_cue_words
from argumap.draft.hearing import Hearing
from argumap.draft.short_answers import ShortAnswers
from argumap.model import Act, StakeholderType
from argumap.text import parse_article

TALK = "Q: Why so early?\n\nA: Because I sleep badly.\n\nQ: {}\n\nA: {} My bread wants its night.\n\n"


def hear(asked: str, answer: str, language: str = "en", talk: str = TALK) -> Hearing:
    article = parse_article(talk.format(asked, answer), "txt", language=language)
    cast = Cast([unit.text for unit in article.units], get_cue_words(language))
    return Hearing(article, cast, CastMember("The author", StakeholderType.PERSON))


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("en", "Yes.", Act.ENDORSES),
        ("en", "They have.", Act.ENDORSES),
        ("en", "Some do.", Act.ENDORSES),
        ("en", "That’s right.", Act.ENDORSES),
        ("en", "Of course.", Act.ENDORSES),
        ("en", "I wish!", Act.DISPUTES),
        ("en", "Not at all.", Act.DISPUTES),
        ("en", "It isn’t.", Act.DISPUTES),
        ("en", "No, we cannot.", Act.DISPUTES),
        ("de", "Ja, leider.", Act.ENDORSES),
        ("de", "Das stimmt.", Act.ENDORSES),
        ("de", "Im Gegenteil.", Act.DISPUTES),
        ("fr", "Bien sûr.", Act.ENDORSES),
        ("fr", "C’est exact.", Act.ENDORSES),
        ("fr", "Non, pas du tout.", Act.DISPUTES),
        ("es", "Por supuesto.", Act.ENDORSES),
        ("es", "En absoluto.", Act.DISPUTES),
        ("en", "They have a dog.", None),
        ("en", "Yes, and the roof leaks besides.", None),
        ("en", "Perhaps.", None),
        ("en", "No bread is free.", None),
        ("de", "Ja und nein.", None),
        ("fr", "Non loin de là.", None),
        ("es", "No siempre.", None),
    ],
)
def test_what_says_yes_or_no_and_nothing_else(language: str, text: str, act: Act | None) -> None:
    assert ShortAnswers(get_cue_words(language)).tell_act(text) is act


@pytest.mark.parametrize(("answer", "act"), [("They have.", Act.ENDORSES), ("They haven’t.", Act.DISPUTES)])
def test_behind_a_statement_it_is_a_stand_on_that(answer: str, act: Act) -> None:
    heard = hear("The council says that prices have fallen.", answer)
    assert [(stand.act, stand.claim.text) for stand in heard.stands] == [(act, "Prices have fallen.")]


def test_behind_a_question_both_make_a_claim() -> None:
    heard = hear("Would you close the oven, then?", "I wish! No.")
    claims = [claim for sentence in heard.sentences for claim in sentence.claims if claim.answers]
    assert [claim.text for claim in claims] == ["Would you close the oven, then? I wish!"]
    assert [sentence.unit.text for sentence in claims[0].again] == ["No."]


@pytest.mark.parametrize("asked", ["Why is bread dear?", "And how does it rise?", "Who helps you?"])
def test_a_question_for_more_than_yes_or_no_is_not_answered_so(asked: str) -> None:
    assert not any(claim.answers for sentence in hear(asked, "No.").sentences for claim in sentence.claims)


@pytest.mark.parametrize(
    ("language", "asked", "speaker"),
    [
        ("en", "You write that bakers sleep too little.", "Interviewee"),
        ("en", "You’d also ban the big ovens.", "Interviewee"),
        ("en", "In your book you argue that flour is politics.", "Interviewee"),
        ("de", "Sie fordern, die großen Öfen zu verbieten.", "Wer antwortet"),
        ("fr", "Vous écrivez que le pain est trop cher.", "Personne interrogée"),
        ("es", "Usted propone cerrar los hornos grandes.", "Quien responde"),
    ],
)
def test_what_a_question_says_that_they_hold_is_theirs(language: str, asked: str, speaker: str) -> None:
    q, a = {"de": ("F", "A"), "fr": ("Q", "R"), "es": ("P", "R")}.get(language, ("Q", "A"))
    heard = hear(asked, "Das Brot.", language, TALK.replace("Q:", f"{q}:").replace("A:", f"{a}:"))
    told = [claim for sentence in heard.sentences for claim in sentence.claims if sentence.told == asked]
    assert [(claim.speaker.name if claim.speaker else None) for claim in told] == [speaker]


@pytest.mark.parametrize("asked", ["You have baked for thirty years.", "Ms Orlov, you are a baker yourself."])
def test_what_a_question_tells_of_them_is_part_of_the_question(asked: str) -> None:
    assert [s.idle for s in hear(asked, "Yes.").sentences if s.told == asked] == ["question"]


def test_a_second_answerer_answers_the_question_and_not_the_first() -> None:
    talk = (
        "INTERVIEWER: Is the dam safe?\n\nBROOK: No.\n\nMARSH: Yes.\n\nVESPER: No.\n\n"
        "INTERVIEWER: Will the town pay?\n\nBROOK: I think that it will.\n\nMARSH: I doubt that it can."
    )
    heard = hear("", "", talk=talk)
    assert [(s.speaker.name, s.act, s.claim.text) for s in heard.stands] == [
        ("Marsh", Act.DISPUTES, "Is the dam safe? No."),
        ("Vesper", Act.ENDORSES, "Is the dam safe? No."),
    ]
