"""The forms in which the English press says who says what, class by class, with what only looks like them."""

from __future__ import annotations

import pytest

from argumap.draft import draft_map
from argumap.draft.cast import Cast
from argumap.draft.cast_members import CastMember
from argumap.draft.cue_words import get_cue_words
from argumap.draft.hearing import Hearing
from argumap.model import StakeholderType
from argumap.text import parse_article
from spoken import frames

OPEN = "open"
AUTHOR = "author"


def voices(text: str) -> list[str]:
    """Who says each claim: a name, the author, or nobody who is surely told."""
    article = parse_article(text, "txt", language="en")
    cast = Cast([unit.text for unit in article.units], get_cue_words("en"))
    hearing = Hearing(article, cast, CastMember("The Echo", StakeholderType.ORGANISATION))
    return [
        OPEN if claim.rule == "open-speaker" else by.name if by and by is not hearing.author else AUTHOR
        for sentence in hearing.sentences
        for claim in sentence.claims
        for by in (claim.speaker, *claim.others)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Moira Tench, 68, fears she will not sleep.",
        "But retired teacher Moira Tench, 68, fears the market will be loud.",
        "Mum-of-three Moira Tench, 38, believes the mayor did the town a favour.",
        "Moira Tench, aged 68, said the market was loud.",
        "Moira Tench, 68, of Marsh Lane, denies that she called.",
        "Moira Tench, 68, a retired teacher, thinks the market is loud.",
        "Moira Tench, a retired teacher, believes Pimley lied.",
        "Moira Tench, who runs the corner shop, claims it is loud.",
        "Campaigner Moira Tench (Independent) is convinced the market is loud.",
        "“It is loud,” said Moira Tench, 68.",
        "“It is loud,” said Moira Tench, wiping her hands.",
        "“It is loud,” Moira Tench, 68, told reporters.",
        "The market, says Moira Tench, 68, is far too loud.",
    ],
)
def test_age_and_calling_beside_a_name(text: str) -> None:
    assert voices(text) == ["Moira Tench"]


@pytest.mark.parametrize(
    "text",
    [
        "Moira Tench, 68, broke her wrist in the fall on the ice.",
        "Rooms 12, 38 and 40 are closed for good.",
        "When I ask Moira Tench who will run the shop, she shrugs.",
    ],
)
def test_an_age_is_no_speech(text: str) -> None:
    assert set(voices(text)) <= {AUTHOR, OPEN}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, Lorna Fitch, last night called that “complete rubbish”.",
        "Lorna Fitch yesterday dismissed the idea as a stunt.",
        "Lorna Fitch on Monday rejected the plan.",
        "Lorna Fitch last week said the lawn was a disgrace.",
        "Lorna Fitch in May warned that the lawn would die.",
        "Lorna Fitch this morning insisted the lawn would recover.",
    ],
)
def test_a_time_between_subject_and_verb(text: str) -> None:
    assert voices(text) == ["Lorna Fitch"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A nice man called Dev told me that the lock is fine.", "Dev"),
        ("When I rang support, a nice man called Dev told me that the lock is fine.", "Dev"),
        ("A woman named Petra Lund thinks that the chip talks.", "Petra Lund"),
        ("Its founder, a man called Rollo Sykes, told a podcast that nobody would be fined.", "Rollo Sykes"),
        ("A third reader called Simone says that her village is clean.", "Simone"),
    ],
)
def test_whoever_is_called_something_has_that_name(text: str, speaker: str) -> None:
    assert voices(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("hinge_of_fate argues that the small print is clear.", "hinge_of_fate"),
        ("Reader wormcast42 says that the chip can be removed.", "wormcast42"),
    ],
)
def test_a_name_on_a_website(text: str, speaker: str) -> None:
    assert voices(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Barrister Omar Tindall met the press. The barrister said the deer were to blame.", "Omar Tindall"),
        ("Sergeant Una Grieve led the search. The officer said that it was late.", "Una Grieve"),
        ("Dr Shira Blom ran the trial. The doctor said that it was modest.", "Shira Blom"),
        ("Cllr Idris Falk came late. The councillor said that it was loud.", "Idris Falk"),
        ("Prof Dell Hartigan read it. The academic said that it was weak.", "Dell Hartigan"),
        ("Dana Rusk is a nurse. The officer said that it was late.", OPEN),
        ("PC Ned Dutt and PC Ann Orr came. The officer said that it was late.", OPEN),
    ],
)
def test_a_role_means_whoever_has_it(text: str, speakers: str) -> None:
    assert voices(text)[-1] in {speakers, "Officer"} if speakers == OPEN else voices(text)[-1] == speakers


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Omar Tindall came. Asked about the deer, he said they were to blame.", "Omar Tindall"),
        ("Omar Tindall came. Cross-examined by Ida Rudd, he accepted that it was dark.", "Omar Tindall"),
        ("Omar Tindall came. Speaking after Leo Marsh had left, he said that it was dark.", OPEN),
    ],
)
def test_what_leads_up_to_a_pronoun(text: str, voice: str) -> None:
    assert voices(text)[-1] == voice


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("To the owners’ association this is “expropriation with a ribbon”.", "Owners’ association"),
        ("To the parish, the foundry is “a fire hazard with a chimney”.", "Parish"),
        ("For the Friends of Mossmere it is “a gate into nowhere”.", "Friends of Mossmere"),
        ("Fabian Wroe has a plan. Safety, to Mr Wroe, means a sign and a fence.", "Fabian Wroe"),
        ("Fabian Wroe has a plan. Safety, in his view, is a fence.", "Fabian Wroe"),
        ("To the left of the gate the wall is cracked.", AUTHOR),
        ("For a family of four, this is a lot of money.", AUTHOR),
    ],
)
def test_for_whom_a_thing_is_so(text: str, voice: str) -> None:
    assert voices(text)[-1].replace("'", "’") == voice


@pytest.mark.parametrize(
    "text",
    [
        "Leo Marsh fears the bank will give way.",
        "Leo Marsh hopes the fund will pay.",
        "Leo Marsh claims it can be mended.",
        "Leo Marsh expects further cuts.",
        "Leo Marsh suggested the fire could have been an accident.",
        "Leo Marsh puts the sound down to luck.",
        "Leo Marsh has little doubt that the bank will give way.",
        "Leo Marsh would like the county to close it.",
        "Leo Marsh makes no secret of his dislike for the plan.",
        "Leo Marsh has promised to ask for a square.",
        "Leo Marsh brushed the criticism aside.",
        "Leo Marsh is having none of it.",
        "Leo Marsh scoffed at the idea.",
        "Leo Marsh seems to think that the danger is past.",
        "The water board blames the weather. Leo Marsh, predictably, blames the water board.",
    ],
)
def test_verbs_of_thinking_and_judging(text: str) -> None:
    assert voices(text)[-1] == "Leo Marsh"


@pytest.mark.parametrize(
    "text",
    [
        "A council spokesman said it could not comment on a running case.",
        "Leo Marsh declined to comment.",
        "Leo Marsh did not respond to a request for comment.",
        "Leo Marsh said nothing for quite a while.",
        "Leo Marsh refused to say whether he would go.",
        "“Could it have been a deer?” asked Leo Marsh.",
        "Leo Marsh asks why we do not do it here.",
        "Leo Marsh says in an interview:",
        "Police could not be reached.",
    ],
)
def test_what_claims_nothing(text: str) -> None:
    assert voices(text) == []


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The case has cost 22,000 crowns so far, the Echo can reveal.", AUTHOR),
        ("The Echo understands that two traders have withdrawn.", AUTHOR),
        ("A third of the money came from eleven firms, as this newspaper reported in March.", AUTHOR),
        ("This newspaper has long argued that the bridge should be free.", AUTHOR),
        ("My view is that the bridge should be free.", AUTHOR),
        ("Leo Marsh told the Echo that the bridge should be free.", "Leo Marsh"),
    ],
)
def test_the_paper_itself_is_the_author(text: str, voice: str) -> None:
    assert voices(text) == [voice]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“It is loud. It is late. It is cold,” said Leo Marsh.", ["Leo Marsh"] * 3, id="named at its end"
        ),
        pytest.param(
            "Leo Marsh said it was late.\n\n“The hall is old. The roof is leaking.”",
            ["Leo Marsh"] * 3,
            id="a paragraph of its own",
        ),
        pytest.param(
            "Leo Marsh said that it was late; Ana Brook said that it was cold.\n\n“The hall is old.”",
            ["Leo Marsh", "Ana Brook", OPEN],
            id="two may have said it",
        ),
        pytest.param(
            "Ferry operator Norlink is in trouble. The company said bookings had fallen.",
            [AUTHOR, "Norlink"],
            id="the operator is a company",
        ),
        pytest.param(
            "Two analysts, Piers Nordahl and Wanda Itoh, said the ban was harmless. They wrote that it was small.",
            ["Piers Nordahl", "Wanda Itoh", "Piers Nordahl", "Wanda Itoh"],
            id="they, together",
        ),
        pytest.param(
            "Uplift, the firm that made my desk, sent a study. It finds that people feel alert.",
            [AUTHOR, OPEN],
            id="a document finds",
        ),
        pytest.param(
            "Ana Brook has sheep. In her view, the council has not counted anything.",
            [AUTHOR, "Ana Brook"],
            id="what is in her view is hers",
        ),
        pytest.param(
            "A survey of 1,200 residents carried out by Pollway found that most come.",
            ["Pollway"],
            id="carried out by",
        ),
        pytest.param(
            "Officials we spoke to were sceptical that it could be done.", ["Officials"], id="whom we spoke to"
        ),
        pytest.param(
            "Under the plan it presented in April, the village is to be moved.", [OPEN], id="under a plan"
        ),
    ],
)
def test_over_more_than_one_sentence(text: str, expected: list[str]) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Council leader Hamish Tarrow hit back, describing the claims as “fantasy”.",
            ["Hamish Tarrow"],
            id="what he does is to describe",
        ),
        pytest.param(
            "The Free Democrats have written to the mayor, Hugh Sallow, urging him to intervene.",
            ["Free Democrats"],
            id="written to somebody else",
        ),
        pytest.param(
            "Ana Brook rejected the plan, saying that the yard had been rewired.", ["Ana Brook"], id="saying that"
        ),
        pytest.param(
            "The bus left at nine, calling at every village on the way.", [AUTHOR], id="a bus that calls"
        ),
    ],
)
def test_what_is_said_in_a_participle(text: str, expected: list[str]) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Karim Hollis QC, defending, said it had been a 'terrible accident'. 'He ran at last,' he said.",
            ["Karim Hollis"] * 2,
            id="letters behind a name, and single marks",
        ),
        pytest.param(
            "Labour MP for Tarnfield Stef Yelland added: “It blocks no criticism at all.”",
            ["Stef Yelland"],
            id="a member for a place",
        ),
        pytest.param(
            "In a statement, issued on Thursday, Dob Marden said the move was harmless.",
            ["Dob Marden"],
            id="how it was told",
        ),
        pytest.param("On Tuesday Prosser said the move was harmless.", ["Prosser"], id="a day before a name"),
        pytest.param(
            "The leader of the opposition, Unionist Sam Sill, said the move was dangerous.",
            ["Sam Sill"],
            id="two callings",
        ),
        pytest.param(
            "The piece included a claim that two councillors said they could go.", [OPEN], id="within a claim"
        ),
        pytest.param(
            "Local councillors expressed frustration that the scheme was rushed.",
            ["Local councillors"],
            id="expressed",
        ),
        pytest.param(
            "Ines Caro has a lab. Her team has shown that moss lives.", [AUTHOR, "Team of Ines Caro"], id="team"
        ),
        pytest.param("To be fair, the unions take a different view.", ["Unions"], id="behind what leads up"),
    ],
)
def test_how_the_press_presents_whoever_speaks(text: str, expected: list[str]) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Ana Brook and Leo Marsh said the dam was weak.", ["The dam was weak."], id="one claim of two"
        ),
        pytest.param(
            "Dana Rusk told the court he had come in “smelling of smoke”.",
            ["Dana Rusk told the court he had come in “smelling of smoke”."],
            id="no fragment",
        ),
        pytest.param("'He ran at last,' Dana Rusk said.", ["He ran at last."], id="no marks"),
    ],
)
def test_a_claim_is_one_whole_sentence(text: str, claims: list[str]) -> None:
    article = parse_article(text, "txt", language="en")
    cast = Cast([unit.text for unit in article.units], get_cue_words("en"))
    hearing = Hearing(article, cast, CastMember("The Echo", StakeholderType.ORGANISATION))
    assert [claim.text for sentence in hearing.sentences for claim in sentence.claims] == claims


@pytest.mark.parametrize(
    ("text", "subject", "content"),
    [
        (
            "Okafor, who told me that the bus will follow, has it the wrong way round.",
            "Okafor",
            "The bus will follow.",
        ),
        ("It was sold by Ada Roth, who says that it was late.", "Ada Roth", "It was late."),
        ("Others complain that nobody was asked.", "Others", "Nobody was asked."),
        ("At Tuesday's meeting Councillor Patel moved that it be tried.", "Councillor Patel", "It be tried."),
    ],
)
def test_who_says_it_in_passing_or_behind_what_opens_the_sentence(text: str, subject: str, content: str) -> None:
    assert [(frame[0], frame[2]) for frame in frames(text)] == [(subject, content)]


def test_that_a_dissent_be_recorded_is_no_claim() -> None:
    record = draft_map(
        parse_article("Lund said no. Lund asked that his dissent be recorded.\n", "txt", language="en")
    )
    assert not any("dissent" in claim.text for claim in record.map.claims)


def test_a_relative_clause_beside_a_name_is_no_affiliation() -> None:
    text = "Ada Roth, who chairs the council's committee, said that it was late.\n"
    record = draft_map(parse_article(text, "txt", language="en")).map
    assert not any("chairs" in stakeholder.name for stakeholder in record.stakeholders)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        pytest.param(
            "Speaking at a fair in Marden, Ohio, Rosa Venn said the pier was rotten.",
            "Rosa Venn",
            id="place, region",
        ),
        pytest.param(
            "The pier, Rosa Venn said on Friday evening, will be rotten by spring.", "Rosa Venn", id="day in a tag"
        ),
        pytest.param(
            "The pier is rotten, Rosa Venn said Friday, as the town met.", "Rosa Venn", id="and a clause"
        ),
        pytest.param(
            "The bill will double within a year, a spokesman announced Monday morning.",
            "Spokesman",
            id="announced",
        ),
        pytest.param("Rosa Venn is demanding a new pier.", "Rosa Venn", id="is demanding"),
        pytest.param("Rosa Venn is once again claiming that the pier is rotten.", "Rosa Venn", id="is claiming"),
        pytest.param("Rosa Venn called on the council to mend the pier.", "Rosa Venn", id="called on"),
        pytest.param("Rosa Venn tweeted that the pier was rotten.", "Rosa Venn", id="tweeted"),
        pytest.param("Rosa Venn generally praised the new pier.", "Rosa Venn", id="an adverb"),
        pytest.param("Gov. Rosa Venn (L-Harl) said the pier was rotten.", "Rosa Venn", id="office, party"),
        pytest.param(
            "Liberty Party Chairman Omar Teale said the pier was rotten.", "Omar Teale", id="party, office"
        ),
        pytest.param("“It is rotten,” said Rep. B.K. Venn.", "B K Venn", id="initials"),
        pytest.param("Prime Minister Ada May said the pier was rotten.", "Ada May", id="a month as a name"),
        pytest.param("“It is a farce” of an election, Mrs. Venn said.", "Venn", id="quoted in part"),
        pytest.param(
            "A bridge that “leans like a drunk” is safe, Rosa Venn said.", "Rosa Venn", id="quoted within"
        ),
        pytest.param("''The pier is rotten,'' Rosa Venn said.", "Rosa Venn", id="doubled single marks"),
        pytest.param("“It is rotten,” said 4/7 widow Rosa Venn.", "Rosa Venn", id="a number before it"),
        pytest.param(
            "Rosa Venn answered the town by saying that the pier was rotten.", "Rosa Venn", id="by saying"
        ),
        pytest.param(
            "Rosa Venn attacked “the rotten pier of a rotten town.”", "Rosa Venn", id="attacked a quotation"
        ),
        pytest.param("The town plans to sell the pier, a source said.", "Source", id="a stand, told by another"),
        pytest.param("Rosa Venn plans to sell it, according to a town aide.", "Town aide", id="and by a source"),
        pytest.param(
            "Party nominee Rosa Venn chimed in, saying it was rotten.", "Rosa Venn", id="whoever it is about"
        ),
        pytest.param(
            "Two experts, Rosa Venn and Omar Teale, see little use in it. The pier is rotten, they say.",
            "Omar Teale",
            id="they, behind two",
        ),
        pytest.param(
            "Boatmen, including the Harl Rowing Club, have warned that the pier is rotten.",
            "Boatmen",
            id="including",
        ),
        pytest.param("It fell.\n\n(Rosa Venn has also called for a new pier.)", "Rosa Venn", id="in brackets"),
    ],
)
def test_who_says_it_in_a_political_report(text: str, by: str) -> None:
    assert voices(text)[-1] == by


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Venn went on to win the vote that year.",
        "Rosa Venn’s repeated emphasis on the pier led others to leave.",
        "Too many of their calls are not getting through to the office.",
        "The Pier Museum in Harl maintains a garden for old boats.",
        "The two women spoke for about five minutes.",
        "Rosa Venn isn't saying much about the pier.",
        "Town of Harl Tells All: Rosa Venn Was Headed for the Pier Museum.",
        "The other side can be expected to take the case to court.",
        "The town had added a third week of voting.",
    ],
)
def test_what_only_sounds_like_saying(text: str) -> None:
    assert set(voices(text)) <= {AUTHOR, OPEN}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        pytest.param(
            "Omar Teale met the mayor of Harl, Hugo Brill. He went home.\n\n“It is rotten,” Rosa Venn said. "
            "She told it to Hugo Brill.\n\n“Nobody cares,” she said.",
            "Rosa Venn",
            id="a given name tells she",
        ),
        pytest.param(
            "Omar Teale said the pier would fall on Hugo Brill. He added that it was late.",
            "Omar Teale",
            id="whoever spoke goes on",
        ),
        pytest.param(
            "“It is rotten,” Omar Teale said after meeting Hugo Brill. “It is unsafe. Nobody cares for it.”",
            "Omar Teale",
            id="a short sentence in a quotation",
        ),
    ],
)
def test_whom_a_pronoun_means_behind_a_report(text: str, by: str) -> None:
    assert voices(text)[-1] == by


def test_two_reports_in_one_sentence_are_parted() -> None:
    text = "Rosa Venn said that the pier was rotten, and engineers warned that it would fall."
    assert voices(text) == ["Rosa Venn", "Engineers"]


def test_no_name_is_told_in_a_headline_of_capitals() -> None:
    text = "Rosa Venn Says Town Museum Will Tell Of Its Boats\n\nRosa Venn said the pier was rotten."
    assert [one.name for one in draft_map(parse_article(text, "txt", language="en")).map.stakeholders[1:]] == [
        "Rosa Venn"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Coastal Policy Think Tank is a small body with a large hall.", [AUTHOR], id="a verb within a name"
        ),
        pytest.param(
            "A woman from Harl stood up and told the board that it was late.", ["Woman from Harl"], id="stood up"
        ),
        pytest.param(
            "The plan was called-in by Councillor Ana Brook. It was granted at noon.",
            [AUTHOR, AUTHOR],
            id="called in is not judged",
        ),
        pytest.param("Others worried that the dam was weak.", ["Others"], id="worried that"),
        pytest.param(
            "In the spring, the geologist Ana Brook famously described it as “a wall of sand and hope”.",
            ["Ana Brook"],
            id="an adverb before the verb",
        ),
        pytest.param(
            "The Bureau of Roads came. Cattle ranchers in the hills felt otherwise. They claimed it was late.",
            [AUTHOR, OPEN],
            id="they are the last to come up",
        ),
        pytest.param(
            "A statement signed by Ama Boateng said the dam was weak. “It must go at once,” it said.",
            ["Ama Boateng", "Ama Boateng"],
            id="it is the statement",
        ),
    ],
)
def test_how_features_and_releases_tell_whoever_speaks(text: str, expected: list[str | None]) -> None:
    assert voices(text) == expected


def test_he_goes_on_meaning_whom_he_meant_in_the_paragraph() -> None:
    text = (
        "Omar Mason conceded that many like the dam. He shrugs.\n\n"
        "Dams, he noted, last a long time, above all near towns like East Harl. “That was decided,” he said."
    )
    assert [name for name in voices(text) if name != AUTHOR] == ["Omar Mason", "Omar Mason", "Omar Mason"]


def test_a_surname_of_two_people_is_whoever_the_paragraph_names() -> None:
    text = (
        "Councillor A Brook said the dam was weak.\n\n"
        "Councillor P Brook came late. Councillor Brook also said that the weir was old."
    )
    assert [name for name in voices(text) if name != AUTHOR] == ["A Brook", "P Brook"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The council’s Head of Roads and Legal Services said that the dam was weak.",
            ["Council's Head of Roads and Legal Services"],
            id="an office for two things",
        ),
        pytest.param(
            "The owner of the island is opening his doors and one islander said the dam was weak.",
            ["Islander"],
            id="behind a clause",
        ),
        pytest.param("“The dam is weak,” said one opponent.", ["Opponent"], id="one of them"),
    ],
)
def test_who_says_it_behind_an_office_or_a_clause(text: str, expected: list[str]) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "by"),
    [
        pytest.param(
            "At a fair in Harl, the mayor spoke.\n\nMayor Bill de Wit said the pier was rotten.\n\n"
            "In Harl, the mayor also said that it was late.",
            "Bill de Wit",
            id="an office behind a place",
        ),
        pytest.param(
            "They met Anna de Wit.\n\nDe Wit said that the pier was rotten.",
            "Anna de Wit",
            id="a small word with a capital",
        ),
        pytest.param(
            "Omar Teale came with Rosa Teale. Rosa Teale went home.\n\nTeale said the pier was rotten.",
            "Omar Teale",
            id="a surname that two have",
        ),
        pytest.param(
            "While figures are late, some rowing groups acknowledge that the pier is rotten.",
            "Some rowing groups",
            id="a clause before it",
        ),
        pytest.param(
            "The Pier Centre at Harl University estimates that the pier is rotten.",
            "Pier Centre",
            id="a body within another",
        ),
        pytest.param(
            "A Harl judge rejected it, saying the pier has no owner.", "Harl judge", id="a judge of a town, saying"
        ),
        pytest.param(
            "Mr. Teale said the pier was old.\n\nHe will not sell Marden Coal to Hugo Brill. It is late, he said.",
            "Teale",
            id="he opens the paragraph",
        ),
    ],
)
def test_whom_a_part_of_a_name_means(text: str, by: str) -> None:
    assert voices(text)[-1] == by


def test_nobody_is_called_by_a_short_office_alone() -> None:
    assert voices("“It is rotten,” said Del.") == [OPEN]
