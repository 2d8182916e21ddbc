"""A draft with a model as a new map: its calls kept beside it, repeated from them, and gone on with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argumap.assisted_draft import Budget, ModelTrouble
from argumap.errors import AlreadyThere, CallError, NotAtHand
from argumap.project import draft_article_with, load
from argumap.project.model_draft import name_calls
from argumap.text import read_article
from talking_models import BRIDGE, ScriptedModel, careful_model

if TYPE_CHECKING:
    from argumap.assisted_draft import AssistedDraft, LanguageModel, ModelAnswer, ModelQuestion

CALLS = Path("graph/bridge/.argumap/calls-scripted.jsonl")


@pytest.fixture
def column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "column.md"
    path.write_text(BRIDGE, encoding="utf-8")
    return path


def draft(
    column: Path, model: LanguageModel | None, place: str = "bridge", replay: Path | None = None
) -> AssistedDraft:
    return draft_article_with(model, place, read_article(column), column, replay=replay)[0]


class BreakingModel:
    """Answers as another does, and breaks off after some calls."""

    def __init__(self, model: ScriptedModel, calls: int) -> None:
        self._model, self._left = model, calls

    @property
    def name(self) -> str:
        return self._model.name

    def ask(self, question: ModelQuestion) -> ModelAnswer:
        if not self._left:
            raise ModelTrouble("nobody there")
        self._left -= 1
        return self._model.ask(question)


def test_every_passage_is_proved_by_the_lock(column: Path) -> None:
    made = draft(column, careful_model())
    opened = load("graph/bridge").with_text()
    assert {state.state.value for state in opened.anchor_states} == {"exact"}
    assert opened.record == made.drafted.map
    assert [problem for problem in opened.problems if problem.severity == "error"] == []


def test_a_draft_is_repeated_from_its_record_byte_for_byte(column: Path) -> None:
    draft(column, careful_model())
    repeated = draft(column, None, "again", CALLS)
    names = ("map.yaml", "anchors.lock.json")
    for name in names:
        assert Path("graph/again", name).read_bytes() == Path("graph/bridge", name).read_bytes()
    assert (repeated.spent.calls, repeated.spent.reused, repeated.model) == (0, 3, "scripted")
    assert not list(Path("graph/again/.argumap").glob("calls*"))


def test_git_does_not_look_at_the_calls(column: Path) -> None:
    draft(column, careful_model())
    assert (CALLS.parent / ".gitignore").read_text() == "*\n"
    assert "The council wants" in CALLS.read_text("utf-8")


def test_a_draft_that_broke_off_goes_on_where_it_stopped(column: Path) -> None:
    with pytest.raises(ModelTrouble):
        draft(column, BreakingModel(careful_model(), 2))
    assert not Path("graph/bridge/map.yaml").exists()
    model = careful_model()
    made = draft(column, model)
    assert ([question.stage for question in model.asked], made.spent.reused) == (["relate"], 2)
    assert made.claims == 4


def test_with_a_record_a_model_is_asked_only_what_that_lacks(column: Path) -> None:
    with pytest.raises(ModelTrouble):
        draft(column, BreakingModel(careful_model(), 1))
    model = careful_model()
    draft(column, model, "other", CALLS)
    assert [question.stage for question in model.asked] == ["state", "relate"]


def test_a_record_of_another_article_repeats_nothing(column: Path) -> None:
    draft(column, careful_model())
    column.write_text(BRIDGE.replace("lorries", "buses"), encoding="utf-8")
    with pytest.raises(NotAtHand, match="another article"):
        draft(column, None, "again", CALLS)
    assert not Path("graph/again").exists()


def test_where_nothing_was_proved_no_map_is_written(column: Path) -> None:
    with pytest.raises(CallError, match=r"\(broken-answer\).*calls-scripted.*ask anew") as raised:
        draft(column, ScriptedModel({"select": ["no"]}))
    assert "\n" not in str(raised.value)
    assert not Path("graph/bridge/map.yaml").exists()


def test_a_budget_for_no_call_is_told(column: Path) -> None:
    with pytest.raises(CallError, match="too small for a single call"):
        draft_article_with(careful_model(), "bridge", read_article(column), column, budget=Budget(10))
    assert not Path("graph/bridge").exists()


def test_a_map_that_is_there_stays(column: Path) -> None:
    draft(column, careful_model())
    with pytest.raises(AlreadyThere, match="another name with `--as NAME`"):
        draft(column, careful_model())


@pytest.mark.parametrize(
    ("model", "name"),
    [
        ("openai:gpt-x", "calls-openai-gpt-x.jsonl"),
        ("../../etc/passwd", "calls-etc-passwd.jsonl"),
        ("///", "calls-model.jsonl"),
    ],
)
def test_calls_lie_in_the_maps_own_folder(model: str, name: str) -> None:
    assert name_calls(Path("m"), model) == Path("m/.argumap") / name
