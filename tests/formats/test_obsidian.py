from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.cli import run
from argumap.errors import AlreadyThere, CallError
from argumap.formats import FORMATS, Export
from argumap.formats.obsidian import escape
from argumap.mapfile import write_map
from argumap.model import ArgumentMap, Claim, Issue
from argumap.project import load
from argumap.project.exports import export_map
from argumap.project.fidelity import read_full_map
from maps import MAPS

LINK = re.compile(r"(?<!\\)\[\[([^\]]*)\]\]")


def notes(record: ArgumentMap, **more: object) -> dict[str, str]:
    writer = FORMATS["obsidian"].write
    assert writer is not None
    written = writer(Export(record, **more))  # type: ignore[arg-type]
    assert not isinstance(written, str)
    return dict(written)


def properties(note: str) -> dict[str, object]:
    """The head of a note: JSON is YAML, so each line is a name and JSON."""
    _, head, _ = note.split("---\n", 2)
    return {line.partition(": ")[0]: json.loads(line.partition(": ")[2]) for line in head.splitlines()}


def test_a_claim_has_its_passage_its_links_and_who_says_it() -> None:
    note = notes(
        MAPS["town"], anchors={"trade-falls": [{"source": "column", "at": "s2.p1.s2", "text": "We lose."}]}
    )["Shops lose custom.md"]
    assert properties(note) == {
        "argumap": "claim",
        "id": "trade-falls",
        "title": "Shops lose custom",
        "type": "prediction",
    }
    assert "> We lose.\n> — [[Give the square back]], s2.p1.s2\n" in note
    assert "- [[Shopkeepers' guild]] argues it, as [[The column's author]] reports\n" in note
    assert "## Is a reason\n- against [[Close the old town]]\n- for [[Keep it open]]\n" in note


def test_linked_premises_are_one_item_and_what_denies_a_step_hangs_beneath_it() -> None:
    note = notes(MAPS["town"])["Close the old town.md"]
    assert (
        "## Against\n- [[Shops lose custom]]\n  - undercut by [[More walkers elsewhere]] with [[Rents rose]]\n"
        in note
    )


@pytest.mark.parametrize("record", [*MAPS.values(), read_full_map()])
def test_every_link_leads_to_a_note_and_every_name_is_one_everywhere(record: ArgumentMap) -> None:
    written = notes(record)
    names = {name.removesuffix(".md") for name in written}
    assert len({name.casefold() for name in written}) == len(written)
    assert all(set(LINK.findall(note)) <= names for note in written.values())
    assert not any(re.search(r'[\\/:*?"<>|#^\[\]]', name) or name.startswith(".") for name in names)


@given(st.text(), st.text())
def test_any_words_make_notes_that_can_be_written(text: str, title: str) -> None:
    record = ArgumentMap(title=title, issues=(Issue("q", text),), claims=(Claim("a", text), Claim("b", text)))
    written = notes(record)
    assert len(written) == 4
    for name, note in written.items():
        assert len(name.encode()) < 250
        assert name.removesuffix(".md").strip(". ")
        note.encode()
        properties(note)


def test_nothing_in_a_text_is_a_link_a_tag_or_a_formula() -> None:
    assert escape("[[x]] #tag $a$ %%b%% <i> ==c==") == r"\[\[x\]\] \#tag \$a\$ \%\%b\%\% \<i\> \=\=c\=\="
    assert escape("1. first") == r"1\. first"


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("graph/town")
    folder.mkdir(parents=True)
    (folder / "map.yaml").write_text(write_map(MAPS["one claim"]), encoding="utf-8")
    return Path("vault")


def test_notes_that_are_there_are_never_touched(vault: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "graph/town", "--to", "obsidian", "-o", str(vault)]) == 0
    assert sorted(path.name for path in vault.iterdir()) == ["One.md", "There is only this.md"]
    assert run(["export", "graph/town", "--to", "obsidian", "-o", str(vault)]) == 0
    (vault / "One.md").write_text("mine", encoding="utf-8")
    (vault / "There is only this.md").unlink()
    assert run(["export", "graph/town", "--to", "obsidian", "-o", str(vault)]) == 2
    assert "One.md would be written over; nothing was written" in capfd.readouterr().err
    assert [(path.name, path.read_text(encoding="utf-8")) for path in vault.iterdir()] == [("One.md", "mine")]


def test_a_folder_has_no_single_text(vault: Path) -> None:
    exported = export_map(load("town"), "obsidian")
    with pytest.raises(CallError, match="takes a folder"):
        exported.single()
    assert [path.parent for path in exported.write()] == [Path("output/town/notes")] * 2
    Path("output/town/notes/One.md").write_text("other", encoding="utf-8")
    with pytest.raises(AlreadyThere):
        exported.write()
    del vault
