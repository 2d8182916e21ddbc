from __future__ import annotations

from pathlib import Path

from argumap.pictures import parse_size
from argumap.project import build_picture_files, draw, draw_questions, load, name_picture, write_picture
from argumap.project.outputs import view_input
from places import write_map


def test_a_picture_and_its_text_are_written_beside_each_other(tmp_path: Path) -> None:
    opened = load(write_map(tmp_path / "bridge"))
    written = write_picture(draw(opened), tmp_path / "deep" / "bridge.svg", "svg")

    assert [path.name for path in written] == ["bridge.svg", "bridge.txt"]
    assert "Should cars cross the Mill Bridge?" in written[1].read_text("utf-8")


def test_what_differs_from_the_usual_stands_in_the_name(tmp_path: Path) -> None:
    opened = load(write_map(tmp_path / "bridge"))

    usual, other = draw(opened), draw(opened, "close-it", parse_size("1000x800"), "dark")
    assert name_picture("bridge", usual, "", "svg") == Path("output/bridge/picture.svg")
    assert name_picture("bridge", other, "a/b", "png").name == "picture-a-b-1000x800-dark.png"


def test_every_question_has_a_picture(tmp_path: Path) -> None:
    assert [*draw_questions(view_input(load(write_map(tmp_path / "bridge"))))] == ["bridge"]


def test_a_build_draws_the_questions_the_largest_by_the_plain_name(tmp_path: Path) -> None:
    opened = load(Path(__file__).parents[2] / "graph" / "open-vs-closed-ai")
    files = build_picture_files(view_input(opened))

    assert [*files][:4] == ["picture.svg", "picture.txt", "picture-meaning.svg", "picture-meaning.txt"]
    assert len(files) == 2 * len(opened.index.debates)
    assert "</text>" in files["picture.svg"]
