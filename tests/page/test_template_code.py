from __future__ import annotations

from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment

import argumap.page.template_code as module
from argumap.page.render import build_environment
from argumap.page.template_code import FOLDER, TemplateCode

if TYPE_CHECKING:
    from collections.abc import Callable


class CountingEnvironment(Environment):
    compiled = 0

    def _generate(self, *arguments: object, **options: object) -> str:
        type(self).compiled += 1
        return super()._generate(*arguments, **options)  # type: ignore[arg-type]


def render(text: str, code: TemplateCode, monkeypatch: pytest.MonkeyPatch) -> tuple[str, int]:
    """What the template gives, and how often one was compiled for it."""
    monkeypatch.setattr(CountingEnvironment, "compiled", 0)
    environment = CountingEnvironment(loader=DictLoader({"page": text}), bytecode_cache=code, autoescape=True)
    return environment.get_template("page").render(x="<"), CountingEnvironment.compiled


def test_a_template_is_compiled_once_in_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    code = TemplateCode(None)
    assert render("a{{ x }}", code, monkeypatch) == ("a&lt;", 1)
    assert render("a{{ x }}", code, monkeypatch) == ("a&lt;", 0)
    assert render("b{{ x }}", code, monkeypatch) == ("b&lt;", 1)


def test_the_next_process_finds_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    assert render("a{{ x }}", TemplateCode(tmp_path), monkeypatch) == ("a&lt;", 1)
    assert render("a{{ x }}", TemplateCode(tmp_path), monkeypatch) == ("a&lt;", 0)
    assert render("b{{ x }}", TemplateCode(tmp_path), monkeypatch) == ("b&lt;", 1)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda _: b"", lambda kept: b"\0" * len(kept)])
def test_damaged_code_is_made_anew(
    damage: Callable[[bytes], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    render("a{{ x }}", TemplateCode(tmp_path), monkeypatch)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    assert render("a{{ x }}", TemplateCode(tmp_path), monkeypatch) == ("a&lt;", 1)
    assert kept.read_bytes() == whole


def test_code_of_another_jinja_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    render("a{{ x }}", TemplateCode(tmp_path), monkeypatch)
    monkeypatch.setattr("jinja2.__version__", "0")
    assert render("a{{ x }}", TemplateCode(tmp_path), monkeypatch)[1] == 1


def test_a_folder_that_cannot_be_written_to_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "file").touch()
    code = TemplateCode(tmp_path / "file")
    assert render("a{{ x }}", code, monkeypatch) == ("a&lt;", 1)
    assert render("a{{ x }}", code, monkeypatch) == ("a&lt;", 0)


def test_nothing_is_written_where_python_may_write_no_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    render("a{{ x }}", TemplateCode(tmp_path), monkeypatch)
    assert not list(tmp_path.iterdir())


def test_every_page_keeps_its_code_among_our_compiled_modules(tmp_path: Path) -> None:
    environment = build_environment({}, folder=tmp_path, title="", payload=None, script="core.js", styles=[])
    assert environment.bytecode_cache is module.KEPT_CODE
    assert Path(cache_from_source(module.__file__)).parent == FOLDER
