"""Who says what, sentence by sentence; what is not sure stays open."""

from __future__ import annotations

import pytest

from argumap.draft import draft_map
from argumap.draft.cast import Cast
from argumap.draft.cast_members import CastMember
from argumap.draft.cue_words import get_cue_words
from argumap.draft.hearing import Hearing
from argumap.model import Act, StakeholderType
from argumap.text import parse_article


def hear(text: str, language: str = "en") -> Hearing:
    article = parse_article(text, "txt", language=language)
    cast = Cast([unit.text for unit in article.units], get_cue_words(language))
    return Hearing(article, cast, CastMember("The author", StakeholderType.PERSON))


def said(text: str, language: str = "en") -> list[tuple[str | None, str]]:
    return [
        (by.name if by else None, claim.rule)
        for sentence in hear(text, language).sentences
        for claim in sentence.claims
        for by in (claim.speaker, *claim.others)
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("Ana Brook came in May. She says that the dams are old.", ["Ana Brook"], id="named before"),
        pytest.param(
            "Mr Leo Marsh met Ms Ana Brook. She says that the dams are old.",
            ["Ana Brook"],
            id="by what she is called",
        ),
        pytest.param(
            "The chair, Ana Brook. She says that the dams are old.", ["Ana Brook"], id="in a lead that is left out"
        ),
        pytest.param(
            "My niece works in a hotel, and she says that contracts end in May.",
            ["Niece of The author"],
            id="one's own people",
        ),
        pytest.param(
            "Ana Brook and Leo Marsh felt that it was late.", ["Ana Brook", "Leo Marsh"], id="two at once"
        ),
        pytest.param("The parish itself admits that the bell is loud.", ["Parish"], id="itself"),
        pytest.param(
            "The developer, Larkhill Homes, claims that it is so.", ["Larkhill Homes"], id="a noun and a name"
        ),
        pytest.param(
            "The minister, Oona Strand, told Parliament last week that none were planned.",
            ["Oona Strand"],
            id="told somebody",
        ),
        pytest.param("In the view of Ana Brook, the dams are old.", ["Ana Brook"], id="in the view of"),
        pytest.param(
            "The caretaker warned the board that the roof leaked.", ["Caretaker"], id="whatever the noun"
        ),
        pytest.param("A father told me at the gate that the club had closed.", ["Father"], id="told me"),
        pytest.param("Ana Brook's answer to that is that dams grow old.", ["Ana Brook"], id="an answer"),
        pytest.param(
            "The Hollin Institute voted. Its fear is that shifts will be split.",
            ["Hollin Institute"],
            id="its fear",
        ),
        pytest.param(
            "The Hollin Institute and the cement maker Norrfall said that prices would rise.",
            ["Hollin Institute", "Norrfall"],
            id="two that and joins",
        ),
        pytest.param("Ana Brook (Letters, May) informs us that dams are old.", ["Ana Brook"], id="in brackets"),
        pytest.param(
            "Peter Stroud of the charity CareWatch said that it was so.", ["Peter Stroud"], id="of a body"
        ),
        pytest.param("Opening the debate, Ana Brook said that dams are old.", ["Ana Brook"], id="opening"),
        pytest.param("The dams are very old, Ana Brook said on Monday.", ["Ana Brook"], id="said on a day"),
        pytest.param("Dams, Ana Brook writes in a letter, are very old.", ["Ana Brook"], id="writes in a letter"),
        pytest.param("The trustees of Aldan think so.", ["Trustees of Aldan"], id="think so"),
        pytest.param("Ana Brook came. Dams, in her view, grow old.", ["Ana Brook"], id="in her view"),
        pytest.param("Ana Brook was less impressed: “A dam is not a lake.”", ["Ana Brook"], id="behind a colon"),
        pytest.param("‘We expected it,’ says Ana Brook.", ["Ana Brook"], id="single marks"),
        pytest.param("His wife, Petra Lund, 31, said she had seen nothing.", ["Petra Lund"], id="he has a wife"),
        pytest.param(
            "“It grows better with age,” says the city gardener, Osric Blane.", ["Osric Blane"], id="says"
        ),
        pytest.param("The light, says the old fisherman, will outlive us.", ["Old fisherman"], id="between"),
        pytest.param(
            "It had asked for money, says its warden, Leo Marsh, and was waiting.",
            ["Leo Marsh"],
            id="between, with a name",
        ),
        pytest.param("Ana Brook called the dams “a pile of sand”.", ["Ana Brook"], id="called"),
        pytest.param("Engineer Ana Brook is adamant that it is so.", ["Ana Brook"], id="is adamant"),
        pytest.param("Ana Brook is confident the dams will hold.", ["Ana Brook"], id="is confident"),
        pytest.param("Ana Brook is against the dam.", ["Ana Brook"], id="is against"),
        pytest.param("Leo Marsh is quoted as saying that it is so.", ["Leo Marsh"], id="is quoted"),
        pytest.param("Consumer groups have welcomed the plan.", ["Consumer groups"], id="people take a stand"),
        pytest.param(
            "Two analysts at Brae Bank, Ana Brook and Leo Marsh, see little use in it.",
            ["Ana Brook", "Leo Marsh"],
            id="two by what they are",
        ),
        pytest.param(
            "The Choral Society added that shops had claimed for years that they lose.",
            ["Shops"],
            id="report in it",
        ),
        pytest.param(
            "The Choral Society said that people think the dam is old.", ["Choral Society"], id="a thought in it"
        ),
        pytest.param(
            "The clever opponents avoid cost. They argue that cash is for crime.",
            ["Clever opponents"],
            id="whom the sentence before is about",
        ),
        pytest.param(
            "Environment Minister Ana Brook left. The firm rejected the minister's claim that dams leak badly.",
            ["Ana Brook", "Firm"],
            id="a claim and who rejects it",
        ),
        pytest.param(
            "For this reason the council expects that it will rain.", ["Council"], id="behind an opening"
        ),
    ],
)
def test_a_sentence_is_given_to_whom_it_names(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, rule in said(text) if rule != "statement"] == speakers


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ana Brook met Eva Lund. She says that the dams are old.", id="two whom she may mean"),
        pytest.param("“The dams are old and nobody cares.”", id="a quotation of nobody"),
        pytest.param("One of them told me that she would stop.", id="one of them"),
        pytest.param("The law says that dams must be inspected.", id="what is written"),
        pytest.param(
            "Leo Marsh came. One of them said that it was dry. He said that it was late.",
            id="somebody unknown spoke",
        ),
        pytest.param(
            "The Hollin Institute met. Marsh's lawyers see it otherwise: they argue that it was so.",
            id="whom the sentence itself brings up",
        ),
        pytest.param("They called the dams “a pile of sand”.", id="a word that somebody used"),
        pytest.param("The study is by a team, which found that dams grow old.", id="in a relative clause"),
        pytest.param("Ned Dutt said it was late. “It was a good one,” the officer added.", id="the officer"),
        pytest.param(
            "Leo Marsh came. My grandmother's mother hid. He said that it was so.", id="somebody else since"
        ),
    ],
)
def test_where_nobody_is_sure_the_speaker_stays_open(text: str) -> None:
    claims = [claim for sentence in hear(text).sentences for claim in sentence.claims]
    assert (claims[-1].rule, claims[-1].act, claims[-1].speaker) == ("open-speaker", Act.PRESENTS, None)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody on the allotments denies that homes are needed.",
        "If your daughter says that she wants it, all is well.",
        "Tenants have no say over their roofs.",
        "What gets lost in nine minutes is doubt.",
        "Limited to whom, they did not say.",
        "The plan was rejected by 61 votes to 40.",
        "Not everybody accepts that claim here.",
        "Ana Brook forgot to mention that it rains.",
        "The firm did not say whether it would pay.",
        "A milkman accused of waking a village walked free.",
        "Members spent three hours arguing about a train.",
    ],
)
def test_what_is_no_report_is_given_to_nobody(text: str) -> None:
    assert said(text) == [(None, "statement")]


def test_minutes_name_who_proposes_and_who_seconds() -> None:
    heard = hear(
        "Minutes of the Harbour Committee\n\nIt was proposed by Cllr Ada Pryce that the ferry be cut. "
        "The proposal was seconded by Cllr Rufus Teague. Members noted that freight was missing.\n\n"
        "It was noted that a fund would pay.\n\nRESOLVED: that the ferry be kept."
    )
    speakers = [claim.speaker.name for s in heard.sentences for claim in s.claims if claim.speaker]
    assert speakers == ["Ada Pryce", "Members", "Harbour Committee"]
    assert [(stand.speaker.name, stand.act) for stand in heard.stands] == [("Rufus Teague", Act.ENDORSES)]


def test_a_witness_says_what_the_author_says_too() -> None:
    heard = hear("Half a peal pleases nobody, as the town of Ferrow found out when it tried the same in 2019.")
    assert [stand.speaker.name for stand in heard.stands] == ["Town of Ferrow"]
    assert [claim.speaker for sentence in heard.sentences for claim in sentence.claims] == [None]


def test_a_pronoun_means_the_only_person_named_in_its_sentence() -> None:
    text = "Mr Toft and Mr Lunt came. The headmaster, Dr Fenn, agrees: in his letter he says that it is enough."
    assert said(text)[-1] == ("Fenn", "reporting-verb")


def test_each_part_of_a_sentence_may_have_a_speaker() -> None:
    text = "Some at the board consider it unworkable; one member told me that it would never be tried."
    assert [name for name, _ in said(text)] == ["Some at the board", "Member"]


def test_somebody_named_a_paragraph_back_is_not_meant_where_another_has_come_up() -> None:
    text = "Apologies came from Ada Finch.\n\nThe stranger showed a paper. She explained that skylarks had nested."
    assert said(text)[-1] == (None, "open-speaker")


def test_minutes_know_people_by_what_they_are() -> None:
    text = "Present: Mr P. Lund, Parks Officer.\n\nThe Parks Officer spoke. He said that skylarks had nested."
    assert said(text)[-1] == ("P Lund", "reporting-verb")


@pytest.mark.parametrize(
    "told",
    [
        "the clerk, Mrs Joan Hurst",
        "Mrs Joan Hurst (clerk)",
        "Clerk: Mrs Joan Hurst",
        "the clerk of the council, Mrs Joan Hurst",
    ],
)
def test_a_list_of_those_present_tells_who_the_clerk_is(told: str) -> None:
    assert said(f"Present: Cllr Ada Pryce; {told}.\n\nThe clerk reported that two quotations had come.")[-1] == (
        "Joan Hurst",
        "reporting-verb",
    )


def test_a_motion_that_is_moved_and_seconded_is_its_movers() -> None:
    text = "It was moved by Cllr Ada Pryce and seconded by Cllr Ruth Okoro that the ferry be kept."
    assert said(text) == [("Ada Pryce", "reporting-verb")]


def test_minutes_of_the_clock_make_no_meeting() -> None:
    text = "Waiting takes four minutes. It has been suggested that the queue should come back."
    assert said(text)[-1] == ("Unnamed people", "reporting-verb")


def test_in_a_turn_what_somebody_is_told_is_not_theirs() -> None:
    talk = "Vance: Why?\n\nBrook: {}\n\nVance: And now?\n\nBrook: The dams leak.\n\n"
    assert said(talk.format("We are told that the dams are sound."))[0] == ("Unnamed people", "reporting-verb")
    assert said(talk.format("The Harl Guild says otherwise."))[0] == ("Harl Guild", "reporting-verb")


def test_what_somebody_else_says_in_an_answer_is_theirs() -> None:
    answers = ("The firm claims there are ninety wolves.", "My niece says that they are few.")
    talk = "".join(f"Q: Why?\n\nA: {answer}\n\n" for answer in answers)
    assert [speaker for speaker, _ in said(talk)] == ["Firm", "Niece of Interviewee"]


def test_no_pronoun_means_the_author() -> None:
    article = parse_article("By Rowan Tilbury\n\n“It is quicker,” she says, and so it is.", "txt")
    cast = Cast([unit.text for unit in article.units], get_cue_words("en"))
    heard = Hearing(article, cast, CastMember("Rowan Tilbury", StakeholderType.PERSON))
    assert [claim.rule for sentence in heard.sentences for claim in sentence.claims] == ["open-speaker"]


def test_in_german_a_report_ends_where_somebody_else_is_named() -> None:
    text = "»Er ist leer«, sagt Hildegard Wenz. Ihr Nachbar Kemal Aydin sieht es anders: Er habe Angst."
    assert said(text, "de")[-1] == (None, "open-speaker")


def test_in_german_a_report_goes_on_in_its_mood() -> None:
    text = "»Wir sparen«, sagte Hedda Voss am Mittwoch. Das Dach sei undicht. Der Rat tagt heute."
    assert said(text, "de") == [
        ("Hedda Voss", "quotation"),
        ("Hedda Voss", "report-goes-on"),
        (None, "open-speaker"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bürgermeisterin Hedda Voss erklärte, dass das Bad schließt.", "Hedda Voss"),
        ("Petersen warf der Stadt vor, sie rechne falsch.", "Arno Petersen"),
        ("Nach Ansicht des Ingenieurs Tilo Brahm, der das Bad kennt, hält das Dach.", "Tilo Brahm"),
        ("Die Kosten sind hoch, sagte Arno Petersen.", "Arno Petersen"),
        ("Arno Petersen hofft auf Hilfe.", "Arno Petersen"),
        ("Laut Arno Petersen ist das Dach dicht.", "Arno Petersen"),
    ],
)
def test_german_speakers_are_found(text: str, speaker: str) -> None:
    assert [name for name, _ in said(f"{text} Arno Petersen kam.", "de")][:1] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« La halle est vide », a déclaré la maire, Solène Craffet, lundi.", "Solène Craffet"),
        ("Selon Marc Oudrin, le marché est le dernier lieu de rencontre.", "Marc Oudrin"),
        ("L'association des habitants affirme que le marché doit vivre.", "Association des habitants"),
        ("La halle fermera en mai, a annoncé mardi la maire, Solène Craffet.", "Solène Craffet"),
        ("Un ingénieur du bureau Altimétrie, qui a vu les piles, a indiqué que l'acier rouille.", None),
        ("Solène Craffet avait rappelé que la halle était sûre.", "Solène Craffet"),
        ("Solène Craffet n'exclut pas un référendum.", "Solène Craffet"),
        ("La libraire, Inès Lacombe, a dénoncé « un abandon pur et simple ».", "Inès Lacombe"),
        ("Un gardien raconte que la halle fuit.", "Gardien"),
    ],
)
def test_french_speakers_are_found(text: str, speaker: str | None) -> None:
    assert [name for name, _ in said(text, "fr")] == [speaker or "Ingénieur du bureau Altimétrie"]


@pytest.mark.parametrize(
    "text",
    [
        "Solène Craffet a présenté le projet aux habitants.",
        "Le pont a coûté trois millions, selon toute apparence, et il tient.",
        "La préfecture n'a pas souhaité commenter.",
        "Le panneau indique la sortie.",
    ],
)
def test_french_that_reports_nothing_is_given_to_nobody(text: str) -> None:
    assert [name for name, _ in said(text, "fr") if name] == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("«No queremos castigar a nadie», afirmó Rosa Quintela.", ["Rosa Quintela"]),
        ("Rosa Quintela explicó que faltan plazas. «Es caro», añadió.", ["Rosa Quintela"] * 2),
        ("Rosa Quintela dijo que es caro. También prometió que habrá otro plan.", ["Rosa Quintela"] * 2),
        ("La concejala Irene Cid ha advertido de que las ventas caerán.", ["Irene Cid"]),
        ("Un estudio de la Universidad de Lomar concluye que el tráfico bajaría.", ["Universidad de Lomar"]),
        ("La oposición, en cambio, cree que es propaganda.", ["Oposición"]),
        ("Mi hermana dice que es tarde.", ["Hermana de The author"]),
        ("El portavoz, Leo Arce, rechazó el plan.", ["Leo Arce"]),
        ("Rosa Quintela llegó tarde. Irene Cid habló después. «Es caro», añadió.", [None]),
        ("El gobierno regional no quiso hacer comentarios.", []),
    ],
)
def test_spanish_speakers_are_found(text: str, speakers: list[str | None]) -> None:
    assert [name for name, rule in said(text, "es") if rule != "statement"] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ministerin Annegret Pohl verteidigte das Gesetz. Es sei kein Misstrauen.", ["Annegret Pohl"]),
        ("Der Abgeordnete Karsten Zoll lehnte es ab. Erziehung sei Sache der Eltern.", ["Karsten Zoll"]),
        ("Die Zahlen stammten aus den Ferien, erklärte dessen Sprecher Holger Dietz.", ["Holger Dietz"]),
        ("Der Fahrgastverband warnte davor, dass es teurer werde.", ["Fahrgastverband"]),
        ("Der Hausmeister erzählt, das Dach sei undicht.", ["Hausmeister"]),
        ("Holger Dietz und Svea Brandt kamen. Das Dach sei undicht.", [None]),
        ("Es war spät. Das Dach sei undicht.", [None]),
    ],
)
def test_what_german_tells_in_the_mood_of_a_report_is_never_the_authors(
    text: str, speakers: list[str | None]
) -> None:
    assert [name for name, rule in said(text, "de") if rule != "statement"] == speakers


@pytest.mark.parametrize("text", ["Es sei denn, es regnet.", "Sei es im Mai, sei es im Juni: der Deich bricht."])
def test_a_set_phrase_in_that_mood_is_no_report(text: str) -> None:
    assert {rule for _, rule in said(text, "de")} == {"statement"}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mr Renn: I think it was a jury.", ["Renn"]),
        ("Mr Percival Stroud (Independent): The fine would be slavery for all of us!", ["Percival Stroud"]),
        ("Dr Ana Brook: You have all of it wrong.", ["Ana Brook"]),
        ("Ana Brook: 214 votes.", [None]),
        ("Ana Brook: engineer at Larkhill Homes.", [None]),
        ("The answer: it is late.", [None]),
    ],
)
def test_a_line_in_a_report_is_the_words_of_whoever_it_names(text: str, speakers: list[str | None]) -> None:
    told = said(f"Snow lay on the square all day.\n\n{text}\n\nThe lamps were lit at ten o’clock.")
    assert [name for name, _ in told][1:-1] == speakers


def test_a_semicolon_parts_what_two_say() -> None:
    claims = [
        c
        for s in hear("Nurses say they will leave; one in ten has, the guild claims.").sentences
        for c in s.claims
    ]
    assert [(c.speaker.name, c.text) for c in claims if c.speaker] == [
        ("Nurses", "They will leave."),
        ("Guild", "One in ten has."),
    ]


def test_who_is_told_is_no_part_of_what_is_said() -> None:
    (claim,) = hear("Ana Brook told me the data were safe.").sentences[0].claims
    assert claim.text == "The data were safe."


def test_in_a_report_what_follows_may_still_be_somebody_elses() -> None:
    report = "Ana Brook said that the bill was late. It would cost a crown.\n\nThe fund is empty."
    assert said(report) == [("Ana Brook", "reporting-verb"), (None, "open-speaker"), (None, "statement")]
    assert said(f"{report} I doubt it.")[1] == (None, "statement")


def test_what_a_paragraph_set_off_quotes_is_nobodys_until_that_is_known() -> None:
    article = parse_article("I wrote to them.\n\nThe Harbour Board replied:\n\n> We are sorry. I am, too.\n", "md")
    cast = Cast([unit.text for unit in article.units], get_cue_words("en"))
    heard = Hearing(article, cast, CastMember("The author", StakeholderType.PERSON))
    told = [(c.speaker.name if c.speaker else None, c.rule) for s in heard.sentences for c in s.claims]
    assert told[1:] == [("Harbour Board", "quotation-goes-on")] * 2


def test_a_bare_denial_is_a_stand_and_no_claim() -> None:
    heard = hear("Ana Brook said that dams are old. “That is simply wrong,” said Leo Marsh.")
    assert [(stand.speaker.name, stand.act) for stand in heard.stands] == [("Leo Marsh", Act.DISPUTES)]
    assert sum(len(sentence.claims) for sentence in heard.sentences) == 1


@pytest.mark.parametrize(
    ("text", "said_by", "content"),
    [
        ("She told reporters she would go on.", "Edda Lund", "She would go on."),
        (
            "She believes the real reason is money: dams are dear.",
            "Edda Lund",
            "The real reason is money: dams are dear.",
        ),
        ("She says it has “the weight of a feather”.", "Edda Lund", "It has “the weight of a feather”."),
        ("“The seal is a sticker,” she sobbed.", "Edda Lund", "The seal is a sticker."),
    ],
)
def test_what_is_said_is_cut_out_whole(text: str, said_by: str, content: str) -> None:
    (claim,) = hear(f"Ms Edda Lund came. {text}").sentences[-1].claims
    assert (claim.speaker and claim.speaker.name, claim.text) == (said_by, content)


def test_who_spoke_last_is_not_meant_where_another_has_come_up_since() -> None:
    text = "A spokesman said that it was late. Consumer expert Dana Roe gave advice. She warned that it was dear."
    assert said(text)[-1] == ("Dana Roe", "reporting-verb")


MINUTES = "Minutes of the Larkhill Board\n\nPresent: Ms Ana Brook (chair), Mr Leo Marsh.\n\n"


def test_in_minutes_what_follows_a_report_is_its_speakers() -> None:
    text = MINUTES + "Mr Marsh said that he was against it. The hall had been built for all. Ms Brook agreed."
    assert ("Leo Marsh", "report-goes-on") in said(text)
    assert [stand.speaker.name for stand in hear(text).stands] == ["Ana Brook"]


def test_in_minutes_what_is_agreed_is_the_meetings_but_for_errands() -> None:
    agreed = MINUTES + "It was agreed that the hall be let. It was agreed that the clerk would write to them."
    assert said(agreed) == [("Larkhill Board", "resolved"), (None, "open-speaker")]


def test_of_two_the_one_is_meant_whom_the_sentence_before_is_about() -> None:
    text = "Ana Brook wrote it, according to Leo Marsh. My friend Eva Lund cleans. She said that dams are old."
    assert said(text)[-1] == ("Eva Lund", "reporting-verb")


def test_in_a_debate_what_is_told_in_the_past_of_the_past_is_the_speakers() -> None:
    text = (
        "The Chamber sat over the Rivers Bill. The minister, Ana Brook, told the house that rivers were for all. "
        "They had been sold for too long. Ana Brook added that the house knew it. "
        "An amendment failed in the Chamber."
    )
    assert ("Ana Brook", "report-goes-on") in said(text)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The minister seems to think that the roof is safe.", "Minister"),
        ("en", "Ana Brook appears to believe that it is late.", "Ana Brook"),
        ("en", "Ana Brook keeps saying that it is late.", "Ana Brook"),
        ("en", "The firm would have us believe that it is late.", "Firm"),
        ("de", "Ministerin Ana Brook scheint zu glauben, dass es spät ist.", "Ana Brook"),
        ("fr", "La maire semble croire que la halle est sûre.", "Maire"),
        ("es", "La alcaldesa parece creer que es tarde.", "Alcaldesa"),
    ],
)
def test_what_somebody_seems_to_think_is_theirs(language: str, text: str, speaker: str) -> None:
    assert [name for name, _ in said(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The door seems to say that nobody is at home."),
        ("en", "The union wants many things."),
        ("en", "Ana Brook wants nothing else."),
        ("fr", "Le syndicat veut beaucoup de choses."),
        ("es", "El sindicato quiere muchas cosas."),
    ],
)
def test_what_says_nothing_is_given_to_nobody(language: str, text: str) -> None:
    assert [name for name, _ in said(text, language) if name] == []


MEETING = "Minutes of the Parish Council of Netherby\n\nHeld on 4 March\n\n"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Cllr Marsh proposed, seconded by Cllr Sayer, that the playground be closed.",
            ["Marsh", "Sayer"],
        ),
        ("Cllr Marsh moved, and duly seconded by Cllr Sayer, that the gate be shut.", ["Marsh", "Sayer"]),
    ],
)
def test_who_seconds_within_the_motion_stands_by_it(text: str, speakers: list[str]) -> None:
    heard = hear(f"{MEETING}{text}")
    said_by = [c.speaker.name for s in heard.sentences for c in s.claims if c.speaker]
    assert [*said_by, *(stand.speaker.name for stand in heard.stands)] == speakers


TALK = "Cllr Brook: The fees are too high for us.\n\nCllr Oak: {}\n\nCllr Brook: The stalls will go.\n\n{}"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("I disagree.", Act.DISPUTES),
        ("No, I disagree with that.", Act.DISPUTES),
        ("I agree with Brook.", Act.ENDORSES),
        ("I agree with that.", Act.ENDORSES),
    ],
)
def test_in_a_talk_who_agrees_or_not_takes_a_stand(text: str, act: Act) -> None:
    heard = hear(TALK.format(text, "Cllr Oak: So will the square and its trees."))
    assert [(stand.speaker.name, stand.act) for stand in heard.stands] == [("Oak", act)]


@pytest.mark.parametrize("label", ["Decision", "RESOLVED", "Outcome"])
def test_a_label_of_what_is_decided_is_nobodys_name(label: str) -> None:
    talk = TALK.format("The square costs us too much.", "Cllr Oak: We have no money.\n\n{}")
    told = said(talk.format(f"{label}: The fees are raised by five per cent."))
    assert told[-1] == ("Meeting", "turn")


@pytest.mark.parametrize(
    "text",
    [
        "The President of the Board said, the bridge had been examined in March.",
        "The man in the hat said, there was no danger at all.",
    ],
)
def test_what_a_comma_alone_parts_from_the_verb_is_not_the_authors(text: str) -> None:
    assert [rule for _, rule in said(text)] == ["open-speaker"]


@pytest.mark.parametrize(
    "text",
    [
        "The House met at half-past two.",
        "Bill read a second time.",
        "The amendment was agreed to.",
        "There being no further business, the meeting closed at nine.",
        "(Laughter on the left.)",
        "Mr Holroyd asked the President of the Board of Works whether the bridge at Sallow was safe.",
    ],
)
def test_procedure_and_questions_are_no_claims(text: str) -> None:
    assert said(f"Ana Brook came in May and slept. {text}") == [(None, "statement")]


def test_who_asks_may_stand_in_brackets() -> None:
    talk = (
        "Moderator (Ines Holt): Is it late?\n\nAdair: The trees are old and dry.\n\nHolt: Ms Tran, you build.\n\n"
    )
    told = said(f"{talk}Tran: Awnings are cheap.\n\nHolt: And now?\n\nAdair: The town is hot.")
    assert [name for name, _ in told] == ["Adair", "Tran", "Adair"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ratsmitglied Weber teilt mit, dass es reiche. Er glaube, dass alle einig seien.", ["Weber", "Weber"]),
        ("Bürgermeister Hahn betont, dass es reiche.", ["Hahn"]),
        ("Frau Ebers erkundigt sich, ob der Haushalt genehmigt sei.", []),
        ("Der Gemeinderat beschließt mit 9 zu 4 Stimmen, den Haushalt zu billigen.", ["Sitzung"]),
        ("Der Glaube versetzt Berge, und das Dach hält.", [None]),
    ],
)
def test_german_minutes_tell_who_says_what(text: str, speakers: list[str | None]) -> None:
    told = said(f"Niederschrift über die Sitzung vom 4. März\n\n{text}", "de")
    assert [name for name, _ in told] == speakers


def test_a_line_that_says_whose_correspondent_wrote_it_makes_no_report_personal() -> None:
    text = (
        "Parliament: the Harbour Bill\n\nFrom our parliamentary staff.\n\n"
        "Ms Ada Roth said that the harbour was silting up. Mr Tom Reed said that it was not.\n\n"
        "Mr Tom Reed said that the levy was unfair. The men who paid it went to sea at four.\n"
    )
    record = draft_map(parse_article(text, "txt", language="en")).map
    acts = {claim.text: a.act for claim in record.claims for a in record.attributions if a.of == claim.id}
    assert acts["The men who paid it went to sea at four."] is Act.PRESENTS
