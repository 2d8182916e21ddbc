from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from aif_files import DAM, DAM_EDGES, aif
from argumap.errors import AlreadyThere, CallError, OtherTool, StoppedWriting
from argumap.formats import Foreign, LossKind
from argumap.project import load
from argumap.project.exports import export_map
from argumap.project.importing import import_files, recognise, sum_up

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(name: str, value: object) -> Path:
    path = Path(name)
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


def test_a_file_becomes_a_map_that_opens_without_an_error() -> None:
    [imported] = import_files([put("Dam talk.json", aif())]).maps
    assert imported.folder == Path("graph/dam-talk")
    assert imported.format == "aif"
    opened = load("dam-talk").sound()
    assert opened.record.claims == imported.record.claims
    assert opened.record.origin is not None
    assert (opened.record.origin.format, opened.record.origin.file) == ("aif", "Dam talk.json")
    assert {path.name for path in imported.wrote} >= {"map.yaml", "origin.jsonl", "map.schema.json"}


def test_a_large_map_comes_in_parts_that_are_one_map() -> None:
    nodes = "\n".join(f"{n} I Claim number {n}." for n in range(1, 400))
    edges = " ".join(f"{n}>{n + 1000}>{n + 1}" for n in range(1, 399))
    steps = "\n".join(f"{n + 1000} RA Default Inference" for n in range(1, 399))
    [imported] = import_files([put("many.json", aif(f"{nodes}\n{steps}", edges))]).maps
    assert [path.name for path in imported.wrote][:4] == [
        "map.yaml",
        "claims-1.yaml",
        "claims-2.yaml",
        "claims-3.yaml",
    ]
    record = load("many").sound().record
    assert record.claims == imported.record.claims
    assert set(record.arguments) == set(imported.record.arguments)


def test_an_imported_map_goes_back_byte_for_byte_twice() -> None:
    import_files([put("dam.json", aif())])
    once = export_map(load("dam"), "aif").single()
    assert export_map(load("dam"), "aif").single() == once
    back = json.loads(once)
    assert (back["nodes"], back["edges"]) == (aif()["nodes"], aif()["edges"])
    Path("graph/dam/origin.jsonl").unlink()
    assert {
        n["text"] for n in json.loads(export_map(load("dam"), "aif").single())["nodes"] if n["type"] == "I"
    } == {n["text"] for n in aif()["nodes"] if n["type"] == "I"}


def test_a_broken_file_is_told_and_the_rest_goes_on() -> None:
    done = import_files([put("a.json", aif()), put("b.json", "{"), Path("c.json"), put("d.json", aif())])
    assert [imported.folder.name for imported in done.maps] == ["a", "d"]
    assert set(done.failed) == {"b.json", "c.json"}
    assert not Path("graph/b").exists()


def test_a_batch_goes_on_where_it_was_stopped() -> None:
    first = put("a.json", aif())
    import_files([first])
    done = import_files([first, put("b.json", aif())])
    same, new = done.maps
    assert same.update is not None
    assert same.update.same_file
    assert same.wrote == ()
    assert new.update is None


def test_nothing_that_came_from_elsewhere_is_written_over() -> None:
    Path("graph/dam").mkdir(parents=True)
    Path("graph/dam/map.yaml").write_text("argumap: 1\n", encoding="utf-8")
    done = import_files([put("dam.json", aif())])
    assert isinstance(done.failed["dam.json"], AlreadyThere)
    assert Path("graph/dam/map.yaml").read_text(encoding="utf-8") == "argumap: 1\n"


def test_strict_refuses_what_is_not_held_and_writes_nothing() -> None:
    file = put("half.json", aif("1 I A\n2 RA x", "1>2"))
    done = import_files([file], strict=True)
    assert "an inference without conclusion (1×)" in str(done.failed["half.json"])
    assert not Path("graph").exists()
    [imported] = import_files([file]).maps
    assert sum_up(imported.losses, LossKind.ASIDE) == [("an inference without conclusion", ["2"])]


def test_files_of_one_name_become_a_map_each() -> None:
    for folder in ("a", "b"):
        Path(folder).mkdir()
    files = [put("a/map.json", aif()), put("b/map.json", aif())]
    assert [str(imported.folder) for imported in import_files(files).maps] == ["graph/a-map", "graph/b-map"]
    assert all(imported.update and imported.update.same_file for imported in import_files(files).maps)


def test_one_name_names_one_map() -> None:
    with pytest.raises(CallError, match="--as names one map"):
        import_files([put("a.json", aif()), put("b.json", aif())], place="town")
    assert not Path("graph").exists()


def test_no_map_is_put_into_another() -> None:
    import_files([put("town.json", aif())])
    for place in ("graph/town/sub", "graph/town/deep/sub"):
        with pytest.raises(CallError, match="lies in the map graph/town, and would be a part of it"):
            import_files([put("a.json", aif())], place=place)
    assert not Path("graph/town/sub").exists()
    [imported] = import_files([put("a.json", aif())], place="graph/more/sub").maps
    assert imported.folder == Path("graph/more/sub")


def test_a_format_is_told_by_content_or_said() -> None:
    assert recognise(Foreign("x", json.dumps(aif()).encode()))[0] == "aif"
    with pytest.raises(OtherTool, match="in no format that is read here"):
        recognise(Foreign("x", b"hello"))


def test_a_file_without_a_claim_is_no_map() -> None:
    done = import_files([put("none.json", aif("1 L Ada : hello", ""))])
    assert "holds no claim" in str(done.failed["none.json"])


def test_the_report_is_plain_data() -> None:
    [imported] = import_files([put("dam.json", aif(f"{DAM}40 RA x", f"{DAM_EDGES} 40>2"))]).maps
    told = imported.to_dict()
    assert (told["claims"], told["arguments"], told["stakeholders"]) == (5, 3, 3)
    assert told["losses"] == [{"kind": "kept aside", "why": "an inference without premise", "id": "40"}]
    assert json.dumps(told)


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"", "it is empty"), (b"\xef\xbb\xbf \r\n", "it is empty"), (b"Once upon a time.\n", "argumap draft")],
)
def test_what_holds_no_map_is_told_with_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(OtherTool, match=told):
        recognise(Foreign("x.txt", data))


@pytest.mark.parametrize(
    ("data", "told", "untold"),
    [
        pytest.param(b"\x7fELF\x02\0\xff\x81\x8d,\0", "this is a binary file", "--columns|draft", id="a program"),
        pytest.param(b"%PDF-1.4\n\0", "argumap draft", "--columns|--from", id="a document"),
        pytest.param(b"Once, upon a time.\n", "argumap draft", "--columns", id="a text"),
        pytest.param(b"a;b\nc;d\n", "--columns", "draft", id="a table"),
    ],
)
def test_advice_fits_what_the_file_is(data: bytes, told: str, untold: str) -> None:
    with pytest.raises(OtherTool, match=told) as error:
        recognise(Foreign("x.txt", data))
    assert not re.search(untold, str(error.value))


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-8-sig"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", json.dumps(aif())),
        ("a.kialo.txt", "Discussion Title: Müller\n\n1. The dam leaks.\n1.1. Con: It does not.\n"),
        (
            "a.yml",
            "statements:\n  a: The dam leaks.\n  b: It is old.\narguments:\n  c: {conclusion: a, premises: [b]}\n",
        ),
        ("a.apx", "arg(a).\narg(b).\natt(a,b).\n"),
        ("a.af", "p af 2\n1 2\n"),
        ("a.tgf", "1 a\n2 b\n#\n1 2\n"),
        ("a.ann", "T1\tClaim 0 14\tThe dam leaks.\n"),
        ("a.argdown", "# Müller\n\n[dam]: The dam leaks.\n  - It does not.\n"),
        ("a.md", "# The dam leaks.\n\n- Pro: It is old.\n- Con: It holds.\n"),
        ("a.csv", "id,text,parent,side\n1,The dam leaks.,,\n2,It holds.,1,con\n"),
        ("comments.csv", "timestamp,comment-id,author-id,comment-body\n1,1,1,The dam leaks.\n"),
        (
            "a.opml",
            '<?xml version="1.0" encoding="UTF-16"?><opml><body><outline text="The dam leaks."/></body></opml>',
        ),
        (
            "a.xml",
            '<arggraph id="a"><edu id="e1">The dam leaks.</edu><adu id="a1" type="pro"/>'
            '<edge id="c1" src="e1" trg="a1" type="seg"/></arggraph>',
        ),
    ],
)
def test_every_text_format_is_read_in_every_encoding_of_unicode(name: str, text: str, coding: str) -> None:
    Path(name).write_bytes(text.encode(coding))
    done = import_files([Path(name)])
    assert not done.failed
    assert done.maps[0].record.claims


def test_a_guessed_encoding_is_told() -> None:
    Path("a.kialo.txt").write_bytes("Discussion Title: Müller\n\n1. Größe zählt.\n".encode("cp1252"))
    [imported] = import_files([Path("a.kialo.txt")]).maps
    assert imported.record.claims[0].text == "Größe zählt."
    assert "read as Windows-1252" in imported.told[-1]


RECORDS = Path("graph/dam/origin.jsonl")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        pytest.param(
            lambda data: data[:-40], r"^graph/dam/origin.jsonl is damaged in line 5\d; take it", id="cut"
        ),
        pytest.param(
            lambda data: data + b"\xff\n", r"^graph/dam/origin.jsonl is damaged in line 5\d; take it", id="no text"
        ),
        pytest.param(
            lambda data: data.split(b"\n")[0],
            "^graph/dam/origin.jsonl holds no more what the map came from",
            id="head",
        ),
        pytest.param(
            lambda data: data.replace(b'"aif"', b'"wax"', 1),
            "^graph/dam/origin.jsonl names the format 'wax'",
            id="wax",
        ),
    ],
)
def test_records_that_a_person_damaged_are_told_and_nothing_is_written(
    damage: Callable[[bytes], bytes], told: str
) -> None:
    import_files([put("dam.json", aif())])
    RECORDS.write_bytes(damage(RECORDS.read_bytes()))
    before = {path: path.read_bytes() for path in Path("graph").rglob("*") if path.is_file()}
    [error] = import_files(
        [put("dam.json", aif(DAM.replace("The dam leaks.", "The dam leaks a lot.")))]
    ).failed.values()
    assert re.search(told, str(error))
    assert {path: path.read_bytes() for path in Path("graph").rglob("*") if path.is_file()} == before


def test_without_the_records_a_newer_file_is_told_what_it_lacks() -> None:
    import_files([put("dam.json", aif())])
    RECORDS.unlink()
    [error] = import_files([put("dam.json", aif())]).failed.values()
    assert str(error) == (
        "graph/dam came from dam.json, but its origin.jsonl is gone, which a newer file is compared with; "
        "put that back, or take the file over under another name: --as"
    )


def test_what_a_killed_import_left_behind_is_no_obstacle() -> None:
    draft = Path("graph/dam/.argumap-0123456789abcdef.tmp")
    draft.mkdir(parents=True)
    [imported] = import_files([put("dam.json", aif())]).maps
    assert imported.wrote
    assert not draft.exists()


def test_an_import_that_was_stopped_while_it_wrote_is_finished_by_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as stopping:
        stopping.setattr("argumap.files._swap", _stop)
        with pytest.raises(KeyboardInterrupt):
            import_files([put("dam.json", aif())])
    with pytest.warns(StoppedWriting, match="what it had left is done now"):
        done = import_files([put("dam.json", aif())])
    assert done.failed == {}
    assert done.maps[0].update is not None
    assert load("dam").problems == ()


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_map_of_which_only_the_records_are_left_is_told() -> None:
    import_files([put("dam.json", aif())])
    Path("graph/dam/map.yaml").unlink()
    newer = put("dam.json", aif(DAM.replace("The dam leaks.", "The dam leaks a lot.")))
    [error] = import_files([newer]).failed.values()
    assert str(error).endswith("put that back, or delete the folder to take the file over anew")
