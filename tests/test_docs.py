"""What the documentation shows is run, and what it says is printed is printed."""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argumap.cli import COMMANDS, run
from argumap.formats import FORMATS
from argumap.reports import REPORTS
from argumap.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
FENCE = re.compile(r"^```(\w+)[ ]?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MISTAKE = ("attacks: slower-trade\n", "attacks: slower-trad\n")


@dataclass(frozen=True)
class Shown:
    command: str
    output: str
    fails: bool


def blocks(page: str) -> Iterator[tuple[str, str, str]]:
    for match in FENCE.finditer((ROOT / page).read_text(encoding="utf-8")):
        yield match[1], match[2], match[3]


def commands(content: str, note: str) -> Iterator[Shown]:
    for shown in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
        command, _, output = shown.partition("\n")
        yield Shown(command, output, note == "error")


def pattern(output: str) -> str:
    """The output shown as a pattern in which … stands for anything."""
    return ".*".join(re.escape(part) for part in output.rstrip("\n").split("…"))


def check(shown: Shown, capfd: pytest.CaptureFixture[str]) -> None:
    code = run(shlex.split(shown.command)[1:])
    out, err = capfd.readouterr()
    assert code == int(shown.fails), err
    if shown.output:
        assert re.fullmatch(pattern(shown.output), (out + err).rstrip("\n"), re.DOTALL), out + err


def test_the_tutorial_works_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = 0
    for language, note, content in blocks("docs/tutorial.md"):
        if language == "console":
            for shown in commands(content, note):
                if shown.fails:
                    with_mistake(tmp_path / "graph/bridge/map.yaml", lambda shown=shown: check(shown, capfd))
                else:
                    check(shown, capfd)
                ran += 1
        elif note:
            (tmp_path / note).write_text(content, encoding="utf-8")
    assert ran > 8


def with_mistake(file: Path, step) -> None:  # type: ignore[no-untyped-def]
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace(*MISTAKE), encoding="utf-8")
    step()
    file.write_text(whole, encoding="utf-8")


PAGES = [page.relative_to(ROOT).as_posix() for page in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])]


@pytest.mark.parametrize("page", [page for page in PAGES if page != "docs/tutorial.md"])
def test_commands_on_other_pages_run(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """They run on a copy of the shipped maps. A block marked ``later`` shows the maps as they are after edits."""
    shutil.copytree(ROOT / "graph", tmp_path / "graph")
    shutil.copy(ROOT / "graph/old-town-cars/column.md", tmp_path / "article.md")
    monkeypatch.chdir(tmp_path)
    for language, note, content in blocks(page):
        for shown in commands(content, note) if language == "console" and note != "later" else ():
            if shown.command.startswith("argumap "):
                check(shown, capfd)


def test_every_command_stands_in_the_documentation_and_has_help_with_an_example() -> None:
    pages = "\n".join((ROOT / page).read_text(encoding="utf-8") for page in PAGES)
    for name, entry in COMMANDS.items():
        assert re.search(rf"argumap {name}\b", pages), f"no page shows argumap {name}"
        assert re.search(rf"Examples?: argumap {name}\b", entry.command.help or ""), name


@pytest.mark.parametrize("name", [*FORMATS, *REPORTS, *VIEWS])
def test_every_format_report_and_page_has_a_row_in_the_documentation(name: str) -> None:
    assert re.search(rf"^\| `{name}` \|", (ROOT / "docs/graph.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_link_between_the_pages_leads_somewhere() -> None:
    for page in PAGES:
        for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", (ROOT / page).read_text(encoding="utf-8")):
            if "://" not in link:
                assert (ROOT / page).parent.joinpath(link).exists(), f"{page} links to {link}"


def test_the_lines_of_python_in_the_readme_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "graph", tmp_path / "graph")
    monkeypatch.chdir(tmp_path)
    (code,) = [content for language, _, content in blocks("README.md") if language == "python"]
    exec(compile(code, "README.md", "exec"), {})
    assert "Closed models concentrate power" in capsys.readouterr().out
