"""Calls are recorded as they are made, and what was answered is never asked again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.assisted_draft import ModelAnswer, ModelQuestion, RecordedModel, read_record
from argumap.errors import CannotWrite, DamagedFile, NotAtHand, OtherFormat
from talking_models import ScriptedModel

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = ModelQuestion("select", "Select.", "[1] Ēs līst.", {}, 500)
OTHER = replace(QUESTION, prompt="[1] It snows.")


def record(path: Path) -> ScriptedModel:
    model = ScriptedModel({"select": [ModelAnswer("{ā}", 3, 4, "length", 0.5), "second"]})
    recorder = RecordedModel(model, None, path)
    recorder.ask(QUESTION)
    recorder.ask(OTHER)
    return model


def test_a_record_answers_without_a_model(tmp_path: Path) -> None:
    path = tmp_path / ".argumap" / "calls.jsonl"
    record(path)
    replayed = RecordedModel(None, read_record(path))
    assert replayed.name == "scripted"
    assert replayed.ask(QUESTION) == ModelAnswer("{ā}", 3, 4, "length", 0.5, reused=True)
    assert replayed.ask(OTHER).text == "second"
    with pytest.raises(NotAtHand, match=r"\(select\).*another article"):
        replayed.ask(replace(QUESTION, prompt="[1] Else."))


def test_git_does_not_look_where_calls_are_kept(tmp_path: Path) -> None:
    record(tmp_path / ".argumap" / "calls.jsonl")
    assert (tmp_path / ".argumap" / ".gitignore").read_text() == "*\n"


def test_what_was_answered_is_not_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"
    record(path)
    model = ScriptedModel({"select": ["third"]})
    going_on = RecordedModel(model, read_record(path), path)
    assert [going_on.ask(q).text for q in (QUESTION, OTHER, replace(QUESTION, prompt="x"))] == [
        "{ā}",
        "second",
        "third",
    ]
    assert len(model.asked) == 1
    assert len(read_record(path).answers) == 3


def test_a_last_line_that_was_cut_off_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"
    record(path)
    path.write_bytes(path.read_bytes()[:-20])
    assert len(read_record(path).answers) == 1


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"[]\n", b'{"model": 3}\n', b"argumap: 1\n"])
def test_a_file_that_is_no_record_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_bytes(content)
    with pytest.raises(DamagedFile, match="is no record of a draft"):
        read_record(tmp_path / "map.yaml")


def test_a_line_that_is_damaged_is_named(tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"
    record(path)
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join([lines[0], "{}", *lines[2:]]), "utf-8")
    with pytest.raises(DamagedFile, match="line 2"):
        read_record(path)


def test_a_record_of_another_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"
    path.write_text(json.dumps({"calls_of_argumap": 9, "model": "m"}) + "\n")
    with pytest.raises(OtherFormat, match="another version"):
        read_record(path)


def test_where_nothing_can_be_written_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match=r"calls\.jsonl"):
        RecordedModel(ScriptedModel({}), None, tmp_path / "file" / "calls.jsonl").ask(QUESTION)
