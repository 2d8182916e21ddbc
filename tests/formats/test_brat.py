from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign
from argumap.formats.brat import parse_annotations, recognise
from argumap.model import Bearing, Claim
from argumap.project import load
from argumap.project.exports import export_map
from argumap.project.fidelity import Fidelity, find_facts, measure
from argumap.project.importing import import_files
from argumap.project.map_checking import find_problems
from foreign_files import came, check_cuts, corpus, counted, read, write

TEXT = """The mill pond

The dam leaks, and the dam is old. Carp, they say, would
die. The pond should be drained. What leaks is to be emptied!
"""


def place(words: str, nth: int = 0) -> str:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return f"{start} {start + len(words)}"


ANN = f"""T1\tpremise {place("The dam leaks")}\tThe dam leaks
T2\tpremise {place("the dam is old")}\tthe dam is old
T3\tclaim {place("Carp")};{place("would")};{place("die")}\tCarp would die
T4\tclaim {place("The pond should be drained")}\tThe pond should be drained
R1\tsupports Arg1:T1 Arg2:T4
R2\tAttacks Arg1:T3 Arg2:T4\t
T5\tpremise {place("What leaks")}\tWhat leaks
T6\tpremise {place("is to be emptied")}\tis to be emptied
R3\tparts_of_same Arg1:T6 Arg2:T5
R4\tsupports Arg1:T6 Arg2:T4
R5\tsemantically_same Arg1:T1 Arg2:T2
A1\tStance T3 Against
#1\tAnnotatorNotes T1\tso the miller
R6\twaxes Arg1:T1 Arg2:T4
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def take_over(ann: str = ANN, text: str = TEXT) -> Path:
    Path("pond.ann").write_text(ann, encoding="utf-8")
    Path("pond.txt").write_text(text, encoding="utf-8")
    done = import_files([Path("pond.ann")])
    assert done.failed == {}
    return done.maps[0].folder


def hand_on(folder: Path) -> tuple[str, str]:
    files = export_map(load(folder), "brat").files
    return files[".ann"], files[".txt"]


def test_stretches_are_claims_with_passages_and_relations_are_steps() -> None:
    imported = read("brat", ANN, {".txt": TEXT.encode()})
    record = imported.map
    names = {claim.id: claim.origin.id for claim in record.claims if claim.origin}
    assert [(claim.text, claim.tags, len(claim.at)) for claim in record.claims] == [
        ("The dam leaks", ("premise",), 1),
        ("the dam is old", ("premise",), 1),
        ("Carp would die", ("claim",), 3),
        ("The pond should be drained", ("claim",), 1),
        ("What leaks is to be emptied", ("premise",), 2),
    ]
    assert [(names[s.premises[0]], str(s.bearing), names[s.target]) for s in record.arguments] == [
        ("T1", "supports", "T4"),
        ("T3", "attacks", "T4"),
        ("T5", "supports", "T4"),
    ]
    assert record.claims[1].rephrases == (record.claims[0].id,)
    assert imported.texts == {"article": TEXT}
    assert [(loss.id, loss.why) for loss in imported.losses] == [
        ("#1", "a note"),
        ("R3", "two stretches that are one claim, held as one"),
        ("R5", "two claims that say the same, the later held as a rephrase of the earlier"),
        ("R6", "a relation of the unknown type 'waxes'"),
        ("A1", "an attribute"),
    ]


def test_the_text_is_the_article_of_the_map_and_every_passage_is_proved() -> None:
    opened = load(take_over())
    assert opened.articles["article"].text == TEXT
    assert {str(state.state) for state in opened.anchor_states} == {"exact"}
    assert not [p for p in opened.problems if p.code in {"AM201", "AM202", "AM203"}]
    assert Path("graph/pond/.argumap/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_it_goes_back_as_it_came_and_without_its_records_to_the_same_places() -> None:
    folder = take_over()
    assert hand_on(folder) == (ANN, TEXT)
    (folder / "origin.jsonl").unlink()
    ann, text = hand_on(folder)
    assert text == TEXT
    assert hand_on(folder) == (ann, text)
    before, after = parse_annotations(ANN, "x").spans, parse_annotations(ann, "x").spans
    assert {name: span.pieces for name, span in after.items() if name != "T5"} == {
        name: span.pieces for name, span in before.items() if name not in {"T5", "T6"}
    }
    again = read("brat", ann, {".txt": TEXT.encode()}).map
    assert find_facts(again)["claims"] == find_facts(load(folder).record)["claims"]
    assert find_facts(again)["supports"] == find_facts(load(folder).record)["supports"]


def test_what_a_person_changed_goes_back_changed() -> None:
    folder = take_over()
    path = folder / "map.yaml"
    lines = path.read_text(encoding="utf-8").replace(
        'text: "The dam leaks"', 'text: "Water comes through the dam."'
    )
    path.write_text(lines.replace("attacks:", "supports:"), encoding="utf-8")
    ann, text = hand_on(folder)
    assert text == TEXT
    assert ann.splitlines() == [
        *(line if not line.startswith("R2") else "R2\tsupports Arg1:T3 Arg2:T4" for line in ANN.splitlines()),
        "#2\tClaim T1\tWater comes through the dam.",
    ]
    assert read("brat", ann).map.claims[0].text == "Water comes through the dam."


def test_a_new_claim_stands_beneath_the_text() -> None:
    folder = take_over()
    path = folder / "map.yaml"
    head, _, rest = path.read_text(encoding="utf-8").partition("claims:\n")
    path.write_text(f'{head}claims:\n  new:\n    text: "Herons nest there."\n{rest}', encoding="utf-8")
    ann, text = hand_on(folder)
    assert text == f"{TEXT}Herons nest there.\n"
    start = len(TEXT)
    assert ann.splitlines()[-1] == f"T7\tClaim {start} {start + 18}\tHerons nest there."


def test_a_claim_that_is_gone_takes_its_lines_along() -> None:
    imported = read("brat", ANN, {".txt": TEXT.encode()})
    record = came("brat", imported)
    less = replace(record, claims=record.claims[1:], arguments=record.arguments[1:])
    less = replace(less, claims=(replace(less.claims[0], rephrases=()), *less.claims[1:]))
    ann = write("brat", less, imported.kept, article=TEXT)[".ann"]
    gone = ("T1", "R1", "R5", "R6", "#1")
    assert ann.splitlines() == [line for line in ANN.splitlines() if not line.startswith(gone)]


def test_a_newer_file_is_worked_in_and_one_about_another_text_is_not() -> None:
    folder = take_over()
    take_over(ANN.replace("R2\tAttacks", "R2\tsupports"))
    assert all(step.bearing is Bearing.SUPPORTS for step in load(folder).record.arguments)
    Path("pond.ann").write_text(f"{ANN}T9\tclaim {place('old')}\told\n", encoding="utf-8")
    Path("pond.txt").write_text(f"{TEXT}More.\n", encoding="utf-8")
    assert "another text" in str(import_files([Path("pond.ann")]).failed["pond.ann"])


def test_without_its_text_a_file_comes_in_without_places() -> None:
    imported = read("brat", ANN)
    assert any("the text is not beside the file" in loss.why for loss in imported.losses)
    assert imported.texts == {}
    assert all(claim.at == () for claim in imported.map.claims)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "T9\tclaim 0 3\tTha",
            ("T9", "a stretch with other words than the text has there, so its place is not held"),
        ),
        ("T9\tclaim 0 0\t", ("T9", "a stretch without words")),
        ("T1\tclaim 0 3\tThe", ("T1", "a line with an id that is taken")),
        ("R9\tsupports Arg1:T1 Arg2:T99", ("R9", "a relation of what is no stretch with words")),
        ("R9\tsupports Arg1:T1 Arg2:T1", ("R9", "a relation of a stretch to itself")),
        ("E1\tclaim:T1 Cause:T2", ("E1", "an event")),
        ("N1\tReference T1 Wikipedia:1\tdam", ("N1", "a normalisation")),
        ("*\tEquiv T1 T4", ("*", "two claims that say the same, the later held as a rephrase of the earlier")),
        ("wax", ("line 15", "a line of an unknown kind")),
    ],
)
def test_what_does_not_fit_is_told(line: str, told: tuple[str, str]) -> None:
    imported = read("brat", f"{ANN}{line}\n", {".txt": TEXT.encode()})
    assert told in [(loss.id, loss.why) for loss in imported.losses]


def test_a_type_without_a_letter_is_no_tag() -> None:
    assert read("brat", "T1\t?? 0 3\tThe\n").map.claims[0].tags == ()


def test_it_is_known_by_its_lines() -> None:
    assert recognise(Foreign("x", ANN.encode()))
    for other in ("T1\tclaim here\tx\n", "name\tplace\twords\n1\tclaim 1 2\tx\n", ""):
        assert not recognise(Foreign("x", other.encode()))
    with pytest.raises(OtherTool, match="no line is a stretch"):
        read("brat", "hello\n")


def test_a_file_cut_anywhere_is_read_or_refused() -> None:
    check_cuts("brat", ANN)


def test_claims_and_their_words_are_kept() -> None:
    kept = {feature for feature, fidelity in measure(FORMATS["brat"]).items() if fidelity is Fidelity.KEPT}
    assert kept >= {"claims", "rephrases"}


@pytest.mark.parametrize("path", corpus("brat/*.ann"))
def test_the_corpus_comes_in_with_its_counts_and_goes_back(path: Path) -> None:
    ann, text = path.read_text(encoding="utf-8"), path.with_suffix(".txt").read_text(encoding="utf-8")
    folder = take_over(ann, text)
    record, counts = load(folder).record, counted(path)
    merged = sum("parts_of_same" in line for line in ann.splitlines())
    same = sum("semantically_same" in line for line in ann.splitlines())
    assert len(record.claims) == counts["nodes"] - merged
    assert len(record.arguments) == counts["edges"] - merged - same
    assert sum(len(claim.rephrases) for claim in record.claims) == same
    assert hand_on(folder) == (ann, text)


ESSAY = f"""T1\tMajorClaim {place("The pond should be drained")}\tThe pond should be drained
T2\tClaim {place("the dam is old")}\tthe dam is old
T3\tClaim {place("Carp")};{place("would")};{place("die")}\tCarp would die
T4\tMajorClaim {place("What leaks")}\tWhat leaks
A1\tStance T2 For
A2\tStance T3 Against
"""


def name_of(claim: Claim) -> str | None:
    return claim.origin.id if claim.origin else None


def test_stances_of_an_essay_bear_on_its_major_claim() -> None:
    folder = take_over(ESSAY)
    record = load(str(folder)).record
    by_id = {name_of(claim): claim.id for claim in record.claims}
    assert [(s.premises, s.bearing, s.target) for s in record.arguments] == [
        ((by_id["T2"],), Bearing.SUPPORTS, by_id["T1"]),
        ((by_id["T3"],), Bearing.ATTACKS, by_id["T1"]),
    ]
    assert [claim.rephrases for claim in record.claims if name_of(claim) == "T4"] == [(by_id["T1"],)]
    assert export_map(load(str(folder)), "brat").files[".ann"] == ESSAY
    (folder / "origin.jsonl").unlink()
    alone = export_map(load(str(folder)), "brat").files[".ann"]
    assert "\tsupports Arg1:T2 Arg2:T1\n" in alone
    assert "\tattacks Arg1:T3 Arg2:T1\n" in alone


def test_names_in_a_text_are_no_claims() -> None:
    names = "T8\tPER 4 8\tmill\nT9\tAttack 4 8\tmill\nE1\tAttack:T9 Who:T8\n"
    imported = read("brat", ESSAY + names, {".txt": TEXT.encode()})
    assert [name_of(claim) for claim in imported.map.claims] == ["T1", "T2", "T3", "T4"]
    assert {(loss.id, loss.why) for loss in imported.losses} >= {
        ("T8", "a stretch of the type 'PER', which is a name or a figure and no claim"),
        ("T9", "a word that names an event"),
    }
    with pytest.raises(OtherTool, match=r"of the types PER, Attack; in the \.ann, give the type Claim"):
        read("brat", names, {".txt": TEXT.encode()})


def test_what_check_would_say_of_every_stretch_is_accepted() -> None:
    long = "The dam leaks, and the dam is old. Carp, they say, would\ndie"
    folder = take_over(f"T1\tClaim {place(long)}\t{' '.join(long.split())}\n")
    told = [problem for problem in find_problems(load(str(folder))) if problem.code in {"AM230", "AM307", "AM404"}]
    assert {problem.code for problem in told} == {"AM230", "AM307"}
    assert all(problem.accepted for problem in told)


def test_places_are_found_in_a_copy_with_other_line_ends() -> None:
    held = read("brat", ANN, {".txt": TEXT.encode()})
    other = read("brat", ANN, {".txt": TEXT.replace("\n", "\r\n").encode()})
    assert "\n" in TEXT.strip()
    assert [claim.at for claim in other.map.claims] == [claim.at for claim in held.map.claims]
    assert other.texts == held.texts


def test_a_partial_attack_is_held_as_an_attack_and_told() -> None:
    text = "The dam leaks. It is new."
    ann = "T1\tClaim 0 14\tThe dam leaks.\nT2\tPremise 15 25\tIt is new.\nR1\tPartial-Attack Arg1:T2 Arg2:T1\n"
    imported = read("brat", ann, {".txt": text.encode()})
    assert [step.bearing.value for step in imported.map.arguments] == ["attacks"]
    assert ("an attack on a part of a claim, held as one on the claim", "R1") in {
        (loss.why, loss.id) for loss in imported.losses
    }
