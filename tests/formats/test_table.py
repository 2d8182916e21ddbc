from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Export, Foreign, Imported
from argumap.mapfile import parse_map, write_map
from argumap.model import Act, ArgumentMap, Attribution, Bearing, Origin, Stakeholder, StakeholderType
from argumap.project.fidelity import find_facts
from draws import draws
from foreign_files import check_cuts
from maps import random_maps

EDGES = """from,to,relation
The dam leaks.,The mill pond should be drained.,supports
Old leaks never end a dam.,The dam leaks.,attacks
The carp would die.,The mill pond should be drained.,-
Carp can be moved.,The carp would die.,con
"""
PARENTS = """\ufeffNr;Aussage;Bezug;Pro/Kontra;Wer;Notiz
1;Der Teich soll weg.;;;;alt
2;Der Damm leckt.;1;pro;Müller Anna;
3;Die Karpfen sterben.;1;contra;Angelverein; Müller Anna;
4;Karpfen lassen sich umsetzen.;3;dagegen;;
"""
CLAIMS = 'Who\tStatement\nAnglers\' club\tThe pond is full of "old" carp.\n\nThe miller\tThe dam leaks.\n'


def read(text: str | bytes, /, **columns: str) -> Imported:
    reader = FORMATS["table"].read
    assert reader is not None
    return reader(Foreign("pond.csv", text.encode() if isinstance(text, str) else text, columns=columns))


def write(record: ArgumentMap, imported: Imported | None = None) -> str:
    writer = FORMATS["table"].write
    assert writer is not None
    text = writer(Export(record, kept=imported.kept if imported else ()))
    assert isinstance(text, str)
    return text


def recognise(text: str, /, **columns: str) -> str:
    return FORMATS["table"].recognise(Foreign("x", text.encode(), columns=columns))


def steps(imported: Imported) -> set[tuple[str, str, str]]:
    texts = {claim.id: claim.text for claim in imported.map.claims}
    return {(texts[s.premises[0]], str(s.bearing), texts[s.target]) for s in imported.map.arguments}


def whys(imported: Imported) -> list[tuple[str, str]]:
    return [(loss.id, loss.why) for loss in imported.losses]


def through_yaml(imported: Imported) -> ArgumentMap:
    reading = parse_map(write_map(imported.map))
    assert [str(problem) for problem in reading.problems if problem.severity == "error"] == []
    return reading.map


def test_edges_are_claims_and_what_bears_on_what() -> None:
    imported = read(EDGES)
    assert steps(imported) == {
        ("The dam leaks.", "supports", "The mill pond should be drained."),
        ("Old leaks never end a dam.", "attacks", "The dam leaks."),
        ("The carp would die.", "attacks", "The mill pond should be drained."),
        ("Carp can be moved.", "attacks", "The carp would die."),
    }
    assert imported.map.claims[0].text == "The mill pond should be drained."
    assert imported.losses == ()
    assert imported.told == ("columns: id = from, parent = to, relation = relation",)


def test_parents_are_named_by_ids_in_another_language_and_speakers_by_their_names() -> None:
    imported = read(PARENTS.replace("Angelverein; Müller Anna", '"Angelverein; Müller Anna"'))
    record = imported.map
    assert [claim.origin.id for claim in record.claims if claim.origin] == ["1", "2", "3", "4"]
    assert steps(imported) == {
        ("Der Damm leckt.", "supports", "Der Teich soll weg."),
        ("Die Karpfen sterben.", "attacks", "Der Teich soll weg."),
        ("Karpfen lassen sich umsetzen.", "attacks", "Die Karpfen sterben."),
    }
    assert [person.name for person in record.stakeholders] == ["Müller Anna", "Angelverein"]
    assert len(record.attributions) == 3
    assert whys(imported) == [("Notiz", "a column that was not read")]
    assert imported.told[-1].startswith("not read: Notiz; ")


def test_claims_alone_need_no_ids() -> None:
    imported = read(CLAIMS)
    assert [claim.text for claim in imported.map.claims] == ['The pond is full of "old" carp.', "The dam leaks."]
    assert [(said.act, said.of) for said in imported.map.attributions] == [
        (Act.ASSERTS, claim.id) for claim in imported.map.claims
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16", "cp1252"])
def test_separators_and_encodings_are_told_by_content(sign: str, coding: str) -> None:
    rows = ["id|text|parent|side", "a|Zürich wächst.|| ", "b|Es fehlt Raum, so sagt man; oft.|a|pro"]
    cells = [[f'"{cell}"' if sign in cell and sign != "|" else cell for cell in row.split("|")] for row in rows]
    text = "\r\n".join(sign.join(row) for row in cells)
    imported = read(text.encode(coding))
    assert steps(imported) == {("Es fehlt Raum, so sagt man; oft.", "supports", "Zürich wächst.")}


def test_a_table_in_markdown_is_a_table() -> None:
    text = "| id | text | parent | side |\n|:--|---|---|--:|\n| a | Yes, indeed. | | |\n| b | No. | a | con |\n"
    imported = read(text)
    assert steps(imported) == {("No.", "attacks", "Yes, indeed.")}
    changed = replace(imported.map, claims=tuple(replace(c, text=f"{c.text}!") for c in imported.map.claims))
    assert write(changed, imported).splitlines()[-1] == "| b | No.! | a | con |"


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Énoncé,Réponse à,Pour/Contre,Auteur", "text, parent, relation, who"),
        ("Clave,Afirmación,Responde a,Postura,Autor", "id, text, parent, relation, who"),
        ("Kennung,Behauptung,Übergeordnet,Seite", "id, text, parent, relation"),
        ("Source,Target,Type", "id, parent, type"),
        ("claim,argument,stance", "parent, text, relation"),
        ("topic,argument,stance", "parent, text, relation"),
        ("topic,statement", "question, text"),
        ("Von,Nach,Wirkung", "id, parent, relation"),
    ],
)
def test_headings_are_known_in_several_languages(header: str, told: str) -> None:
    imported = read(f"{header}\nA b.,C d.,pro,pro\n")
    assert ", ".join(part.partition(" = ")[0] for part in imported.told[0][9:].split(", ")) == told


def test_columns_can_be_said_by_heading_or_number() -> None:
    text = "what,about,how\nThe dam leaks.,Drain it.,yes\n"
    with pytest.raises(OtherTool, match=r"no column .* \('what', 'about', 'how'\).*--columns"):
        read(text)
    assert recognise(text) == ""
    assert recognise(text, text="what", parent="2")
    imported = read(text, text="what", parent="2", relation="how")
    assert whys(imported) == [("line 2", "a row whose relation is no side: 'yes'")]
    assert [claim.text for claim in imported.map.claims] == ["Drain it.", "The dam leaks."]
    assert write(imported.map, imported) == text
    with pytest.raises(OtherTool, match="no column is called 'who'; there are 'what', 'about', 'how'"):
        read(text, text="who")


def test_reasons_may_stand_in_a_column_for_each_side() -> None:
    text = "Proposal,Pros,Cons\nDrain the pond.,The dam leaks.,The carp would die.\nKeep it.,,The dam leaks.\n"
    imported = read(text)
    assert steps(imported) == {
        ("The dam leaks.", "supports", "Drain the pond."),
        ("The carp would die.", "attacks", "Drain the pond."),
        ("The dam leaks.", "attacks", "Keep it."),
    }
    assert write(through_yaml(imported), imported) == text
    changed = edited(imported, "carp", "herons")
    assert find_facts(read(write(changed, imported)).map) == find_facts(changed)


def test_reasons_with_nothing_to_bear_on_are_tagged() -> None:
    imported = read("text,for,against\nMay it go?,The dam leaks.,The carp would die.\n")
    assert [(claim.text, claim.tags) for claim in imported.map.claims] == [
        ("The dam leaks.", ("pro",)),
        ("The carp would die.", ("con",)),
    ]
    assert {loss.id for loss in imported.losses} == {"line 2"}


def test_both_ends_of_an_edge_may_have_their_words() -> None:
    imported = read(
        "source,target,source_text,target_text,sign\n1,2,The dam leaks.,Drain it.,1\n3,2,Carp die.,Drain it.,-1\n"
    )
    assert steps(imported) == {
        ("The dam leaks.", "supports", "Drain it."),
        ("Carp die.", "attacks", "Drain it."),
    }
    assert imported.losses == ()


def test_a_number_with_a_point_is_the_id_without() -> None:
    text = "id,text,parent,side\n1,A.,,\n2,B.,1.0,pro\n"
    imported = read(text)
    assert steps(imported) == {("B.", "supports", "A.")}
    assert write(imported.map, imported) == text


def test_a_cut_table_is_read_or_refused() -> None:
    for text in (EDGES, PARENTS, CLAIMS, 'id,text\na,"Yes, indeed"\n'):
        check_cuts("table", text)


def test_a_single_column_is_a_table_where_that_is_said() -> None:
    data = b"claim\nDrain it.\n"
    recognise_file = FORMATS["table"].recognise
    assert [bool(recognise_file(Foreign(name, data))) for name in ("pond.csv", "POND.TSV", "pond.txt")] == [
        *(True, True),
        False,
    ]
    assert recognise_file(Foreign("pond.txt", data, columns={"text": "claim"}))


def test_a_column_can_be_left_out_and_a_table_can_lack_headings() -> None:
    assert [c.text for c in read("A.,B.\n", header="no", text="2").map.claims] == ["B."]
    assert read(PARENTS, who="").map.stakeholders == ()
    assert steps(read("A.,supports,B.\nC.,attacks,B.\n")) == {("A.", "supports", "B."), ("C.", "attacks", "B.")}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("x,,a,pro", ("line 4", "a row about a claim that is not there")),
        (",,a,pro", ("line 4", "a row without a claim")),
        ("x,Words.,q,pro", ("line 4", "a row beneath a claim that is not there")),
        ("x,Words.,a,", ("line 4", "a row without a side (pro or con)")),
        ("x,Words.,a,maybe", ("line 4", "a row whose relation is no side: 'maybe'")),
        ("x,Words.,x,pro", ("line 4", "a row that bears on itself")),
        ("b,Other words.,a,pro", ("line 4", "a second text under an id that is taken")),
        ("b,No.,a,con", ("line 4", "a row that stands twice")),
        ("x,Words.,a,undercuts", ("line 4", "an undercut of what is no step")),
        ("x,Words.,a,pro,more", ("line 4", "cells beyond the last heading")),
    ],
)
def test_what_does_not_fit_is_told_by_its_line(row: str, told: tuple[str, str]) -> None:
    text = f"id,text,parent,side\na,Yes.,,\nb,No.,a,con\n{row}\n"
    imported = read(text)
    assert whys(imported) == [told]
    assert write(through_yaml(imported), imported) == text


def test_empty_rows_and_rows_above_the_headings_are_kept() -> None:
    text = "Our pond debate;;\n;;\nid;text\n;;\na;Yes.\n\n"
    imported = read(text)
    assert whys(imported) == [("line 1", "a row above the headings")]
    assert write(imported.map, imported) == text


def test_circles_are_taken_as_they_are() -> None:
    imported = read("from,to,sign\nA.,B.,+\nB.,A.,+1\nC.,A.,-1\nA.,C.,−\n")
    assert len(imported.map.arguments) == 4
    through_yaml(imported)


def test_questions_are_rows_of_their_type_or_a_column() -> None:
    rows = ("id,text,type,parent,question", "q,Drain it?,question,,", "a,Yes.,,q,", "b,No.,policy,,Who pays?")
    text = "\n".join((*rows, "c,Why?,issue,a,", ""))
    imported = read(text)
    record = imported.map
    assert [issue.question for issue in record.issues] == ["Drain it?", "Why?", "Who pays?"]
    answers = {claim.text: [record.issues[0].id] if claim.text == "Yes." else [] for claim in record.claims}
    assert list(record.claims[0].answers) == answers["Yes."]
    assert whys(imported) == [("line 5", "a question beneath something else")]


def test_linked_premises_share_a_step_and_steps_are_undercut_by_their_names() -> None:
    text = (
        "id,text,relation,parent,step\na,A.,pro,c,joint\nb,B.,pro,c,joint\nc,C.,,,\n"
        "d,D.,con,joint,deny\ne,E.,undercuts,deny,\nf,F.,undercuts,nobody,\n"
    )
    imported = read(text)
    made = {step.id: (len(step.premises), step.bearing, step.target) for step in imported.map.arguments}
    assert made["joint"][:2] == (2, Bearing.SUPPORTS)
    assert made["deny"] == (1, Bearing.UNDERCUTS, "joint")
    assert len(made) == 3
    assert whys(imported) == [("line 7", "a row beneath a claim that is not there")]
    assert find_facts(through_yaml(imported)) == find_facts(imported.map)


def edited(imported: Imported, old: str, new: str) -> ArgumentMap:
    record = through_yaml(imported)
    return replace(record, claims=tuple(replace(c, text=c.text.replace(old, new)) for c in record.claims))


@pytest.mark.parametrize("text", [EDGES, PARENTS.removeprefix("\ufeff"), CLAIMS])
def test_a_table_goes_back_as_it_came_and_equal_without_what_was_kept(text: str) -> None:
    imported = read(text)
    record = through_yaml(imported)
    assert write(record, imported) == text
    alone = write(record)
    assert find_facts(read(alone).map) == find_facts(record)
    assert write(read(alone).map) == alone


@pytest.mark.parametrize(("text", "old"), [(EDGES, "dam"), (PARENTS, "Damm"), (CLAIMS, "dam")])
def test_an_edited_claim_goes_back_changed_and_all_else_as_it_was(text: str, old: str) -> None:
    imported = read(text)
    record = edited(imported, old, "weir")
    once = write(record, imported)
    assert once == text.removeprefix("\ufeff").replace(old, "weir")
    assert find_facts(read(once).map) == find_facts(record)


def test_what_was_taken_out_stays_out_and_what_is_new_stands_beneath() -> None:
    imported = read(PARENTS)
    record = through_yaml(imported)
    third = record.claims[2]
    record = replace(
        record,
        claims=tuple(claim for claim in record.claims if claim is not third),
        arguments=tuple(s for s in record.arguments if third.id not in {*s.premises, s.target}),
        attributions=(
            *(said for said in record.attributions if said.of != third.id),
            Attribution("clerk", Act.CONCEDES, record.claims[3].id),
        ),
        stakeholders=(*record.stakeholders, Stakeholder("clerk", "The clerk")),
    )
    once = write(record, imported)
    assert once.splitlines() == [
        "Nr;Aussage;Bezug;Pro/Kontra;Wer;Notiz;act",
        "1;Der Teich soll weg.;;;;alt",
        "2;Der Damm leckt.;1;pro;Müller Anna;",
        "4;Karpfen lassen sich umsetzen.;;;;",
        "4;;;;The clerk;;concedes",
    ]
    facts = find_facts(record)
    assert find_facts(read(once).map) == facts


@pytest.mark.parametrize("data", [b"\xff\xfe", b"", b"\n\n", b'a,"b\n', b"PK\x03\x04\0\0"])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(OtherTool):
        read(data)
    assert FORMATS["table"].recognise(Foreign("x", data)) == ""


def test_a_quotation_mark_that_is_never_closed_is_told_by_its_line() -> None:
    with pytest.raises(OtherTool) as caught:
        read('id,text\na,Yes.\nb,"No.\nc,So.\n')
    assert caught.value.line == 3


def test_a_sentence_that_lists_words_is_no_row_of_headings() -> None:
    sentence = f"What the two of them hold is laid out {'over and over ' * 5}in these words: who"
    text = f"# Notes\n\n{sentence}, text, parent)\n\nThe dam leaks, says Ann, and nobody listens.\n"
    assert recognise(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "source,target,key,kind\nclaim:a,claim:b,k,supports\n",
        ":START_ID,key,:END_ID,:TYPE\nclaim:a,k,argument:b,PREMISE\nargument:b,l,claim:c,SUPPORTS\n",
        "id:ID,label,type,text,title\nclaim:a,A,fact,A thing.,A\n",
    ],
)
def test_our_own_tables_of_nodes_and_edges_are_told_apart(text: str) -> None:
    assert recognise(text) == ""
    with pytest.raises(OtherTool, match="--to table"):
        read(text)


def test_no_text_becomes_a_formula_and_it_comes_back() -> None:
    imported = read('id,text\na,"\'=1+1"\nb,-5 degrees\n')
    assert [claim.text for claim in imported.map.claims] == ["=1+1", "-5 degrees"]
    assert [row.partition(",")[2] for row in write(imported.map).splitlines()[1:]] == ["'=1+1", "'-5 degrees"]
    assert find_facts(read(write(imported.map)).map) == find_facts(imported.map)


@settings(max_examples=draws(60))
@given(random_maps())
def test_claims_and_steps_of_any_map_come_back(record: ArgumentMap) -> None:
    assume(record.claims)
    apart = {step.id for step in record.arguments if step.target not in step.premises}
    sound = tuple(s for s in record.arguments if s.id in apart and s.bearing is not Bearing.UNDERCUTS)
    record = replace(record, arguments=sound)
    back = read(write(record)).map
    before, after = find_facts(record), find_facts(back)
    for feature in ("claims", "supports", "attacks", "linked premises"):
        assert set(after.get(feature, ())) == set(before.get(feature, ())), feature
    assert write(back) == write(read(write(back)).map)


@given(st.text(alphabet="id,text\n;\t|\"'parent+-pro ", max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        imported = read(f"id,text,parent,side,step\n{text}")
    except OtherTool:
        return
    through_yaml(imported)
    write(imported.map, imported)


def test_a_side_of_nothing_is_told_and_kept_as_a_tag() -> None:
    imported = read("Id;Argument;Seite\n1;Mehr Freizeit.;dafür\n2;Die Übung fehlt.;dagegen\n")
    assert [claim.tags for claim in imported.map.claims] == [("pro",), ("con",)]
    assert [loss.why for loss in imported.losses] == [
        "a side without what it is for or against, held as a claim with the tag pro or con"
    ] * 2


def read_named(table: str, name: str) -> Imported:
    reader = FORMATS["table"].read
    assert reader is not None
    return reader(Foreign(name, table.encode()))


@pytest.mark.parametrize(
    "headings", ["Pro;Contra", "For;Against", "Vorteile;Nachteile", "Avantages;Inconvénients", "+;-", "Pros;Cons"]
)
def test_a_list_for_and_against_is_about_what_the_file_is_called(headings: str) -> None:
    table = f"{headings}\nIt is quiet.;It is slow.\nIt is safe.;\n"
    imported = read_named(table, "Tempo 30 in der Innenstadt.csv")
    record = imported.map
    assert [(issue.id, issue.question) for issue in record.issues] == [
        (record.claims[0].answers[0], "Tempo 30 in der Innenstadt?")
    ]
    about, *reasons = record.claims
    assert (about.text, about.implicit) == ("Tempo 30 in der Innenstadt", True)
    assert [claim.text for claim in reasons] == ["It is quiet.", "It is slow.", "It is safe."]
    assert [(str(step.bearing), step.target) for step in record.arguments] == [
        ("supports", about.id),
        ("attacks", about.id),
        ("supports", about.id),
    ]
    assert imported.losses == ()
    assert "a claim was made from the name of the file: 'Tempo 30 in der Innenstadt'" in imported.told[-1]
    named = replace(record, origin=Origin(file="Tempo 30 in der Innenstadt.csv"))
    assert write(named, imported) == table
    changed = replace(named, claims=(about, replace(reasons[0], text="It is calm."), *reasons[1:]))
    back = read_named(write(changed, imported), "Tempo 30 in der Innenstadt.csv").map
    assert {claim.text for claim in back.claims} == {about.text, "It is calm.", "It is slow.", "It is safe."}
    assert len(back.arguments) == 3


def test_a_title_over_the_list_is_what_it_is_about() -> None:
    imported = read_named("The pond should go.;\n;\nPro;Con\nThe dam leaks.;The carp would die.\n", "table.csv")
    assert (imported.map.claims[0].text, imported.map.claims[0].implicit) == ("The pond should go.", False)
    assert imported.map.issues == ()
    assert imported.losses == ()
    assert imported.told[-1] == "line 1 is the claim that they are for and against: 'The pond should go.'"


def test_a_question_over_the_list_gets_an_answer() -> None:
    table = "Soll der Weiher weg?\nPro;Contra\nDer Damm ist nicht dicht.;Die Karpfen sterben.\n"
    imported = read_named(table, "table.csv")
    [issue] = imported.map.issues
    assert issue.question == "Soll der Weiher weg?"
    first = imported.map.claims[0]
    assert (first.text, first.implicit, first.answers) == ("Ja: Soll der Weiher weg?", True, (issue.id,))
    assert "is a question, so a claim was made that answers it" in imported.told[-1]
    assert write(replace(imported.map, origin=Origin(file="table.csv")), imported) == table


def test_reasons_with_their_side_in_a_cell_are_about_it_too() -> None:
    imported = read_named(
        "Person;Argument;Seite\nMeier;Mehr Ruhe.;dafür\nKunz;Es dauert.;dagegen\n", "Tempo 30.csv"
    )
    about = imported.map.claims[0]
    assert about.text == "Tempo 30"
    assert [str(step.bearing) for step in imported.map.arguments] == ["supports", "attacks"]
    assert {person.name for person in imported.map.stakeholders} == {"Meier", "Kunz"}


def test_a_cell_with_bullets_has_a_reason_a_line() -> None:
    imported = read_named(
        'Pro;Contra\n"- Es ist ruhig.\n- Es ist sicher.";"Eine Zeile\nund noch eine."\n', "x.csv"
    )
    assert [claim.text for claim in imported.map.claims][1:] == [
        "Es ist ruhig.",
        "Es ist sicher.",
        "Eine Zeile und noch eine.",
    ]


def test_whoever_a_table_names_is_somebody_with_a_name() -> None:
    [speaker] = read("Claim,Speaker\nA thing.,Ann\n").map.stakeholders
    assert speaker.type is StakeholderType.PERSON


def test_a_concession_in_other_words_is_one() -> None:
    table = "text,parent,relation,who,act\nDrain it.,,,Ann,\nCarp would die.,Drain it.,con,Ann,admits\n"
    imported = read(table)
    assert [voice.act for voice in imported.map.attributions] == [Act.ASSERTS, Act.CONCEDES]
    assert imported.losses == ()
    assert write(imported.map, imported) == table


def test_a_bullet_before_an_only_reason_is_none_of_its_words() -> None:
    record = read('Claim,Pros,Cons\nDrain it.,"- The mill stays dry.","* Carp die.\n* Herons leave."\n').map
    assert [claim.text for claim in record.claims] == [
        "Drain it.",
        "The mill stays dry.",
        "Carp die.",
        "Herons leave.",
    ]
    numbered = read("Claim,Pros,Cons\nDrain it.,1. May is dry.,-5 degrees are cold.\n").map
    assert [claim.text for claim in numbered.claims][1:] == ["1. May is dry.", "-5 degrees are cold."]


@pytest.mark.parametrize("heading", ["Who says it", "Said by", "Speaker", "Wer sagt es", "Author", "Who said it?"])
def test_who_speaks_is_known_by_what_people_call_it(heading: str) -> None:
    imported = read(f"Side,Argument,{heading}\nPro,The dam leaks.,Ann Ore\n")
    assert [person.name for person in imported.map.stakeholders] == ["Ann Ore"]


def test_what_a_column_that_was_not_read_may_be_for_is_told() -> None:
    told = read("Side,Argument,The voice\nPro,The dam leaks.,Ann Ore\n").told[1]
    assert told.startswith("not read: The voice; if it says who speaks: --columns who='The voice'; ")
    assert "date" in told
    assert "relation" not in told


def test_a_side_that_is_none_is_named_with_its_line() -> None:
    imported = read("Side,Argument\nMaybe,Unclear.\nPro,The dam leaks.\n,Bare.\nNeutral,Neither.\nthesis,Top.\n")
    assert whys(imported) == [
        ("line 2", "a row whose side is none ('Maybe'), held as a claim that bears on nothing"),
        ("line 5", "a row whose side is none ('Neutral'), held as a claim that bears on nothing"),
    ]


LISTS = {
    "sides": "Argument,Side,Note\nThe dam leaks.,pro,old\nThe carp would die.,con,\n",
    "columns": 'Pros,Cons,Note\nThe dam leaks.,The carp would die.,"old, too"\n,"- Dear.\n- Slow.",\n',
    "title": "The pond should go.,,\nPros,Cons,Note\nThe dam leaks.,The carp would die.,old\n",
    "claims": "Claim,Pro,Con,Note\nThe pond should go.,The dam leaks.,The carp would die.,old\n",
}


def read_list(table: str) -> tuple[ArgumentMap, Imported]:
    imported = read_named(table, "Pond.csv")
    return replace(through_yaml(imported), origin=Origin(file="Pond.csv")), imported


@pytest.mark.parametrize("old", ["The dam leaks.", "The carp would die.", "Slow.", "The pond should go."])
@pytest.mark.parametrize("table", LISTS.values(), ids=[*LISTS])
def test_of_an_edited_list_only_the_cell_is_another(table: str, old: str) -> None:
    record, imported = read_list(table)
    assert write(record, imported) == table
    new = tuple(replace(claim, text="Mud, mud.") if claim.text == old else claim for claim in record.claims)
    assert write(replace(record, claims=new), imported) == table.replace(
        old, "Mud, mud." if "- " in old or old == "Slow." else '"Mud, mud."'
    )


@pytest.mark.parametrize("name", LISTS)
def test_a_reason_that_changes_sides_goes_or_is_new_leaves_the_rest_of_a_list(name: str) -> None:
    record, imported = read_list(LISTS[name])
    about = next(step.target for step in record.arguments)
    mud = replace(record.claims[0], id="mud", text="Mud.", answers=(), implicit=False, origin=None)
    step = replace(record.arguments[0], id="mud/x", premises=("mud",), target=about, origin=None)
    turned = replace(record.arguments[0], bearing=Bearing.ATTACKS)
    gone = next(claim.id for claim in record.claims if claim.text == "The carp would die.")
    changed = replace(
        record,
        claims=(*(claim for claim in record.claims if claim.id != gone), mud),
        arguments=(turned, *(a for a in record.arguments[1:] if gone not in a.premises), step),
    )
    back = write(changed, imported)
    assert "old" in back
    assert "Note" in back
    again, now = find_facts(read_named(back, "Pond.csv").map), find_facts(changed)
    assert again | {"order of claims": now["order of claims"]} == now


def test_a_list_gets_a_title_where_its_claim_was_reworded() -> None:
    record, imported = read_list(LISTS["sides"])
    about = replace(record.claims[0], text="The pond should go.")
    given = write(replace(record, claims=(about, *record.claims[1:])), imported)
    assert given == f"The pond should go.,,\n{LISTS['sides']}"
    asked = replace(record.issues[0], question="Should it go?")
    assert write(replace(record, issues=(asked,)), imported) == f"Should it go?,,\n{LISTS['sides']}"


def test_columns_that_cannot_go_back_are_told() -> None:
    record, imported = read_list(LISTS["columns"])
    step = replace(record.arguments[0], id="x/y", premises=(record.claims[1].id,), target=record.claims[2].id)
    deeper = replace(record, arguments=(*record.arguments, replace(step, origin=None)))
    export = Export(deeper, kept=imported.kept)
    assert FORMATS["table"].misses(export) == ("the column 'Note' of the table that it came from",)
    assert FORMATS["table"].misses(replace(export, map=record)) == ()
