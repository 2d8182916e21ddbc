"""Modules of a page joined into its one script."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import argumap.page
import argumap.views
from argumap.page.script_modules import ScriptError, join_modules
from argumap.views import VIEWS

SHARED = Path(argumap.page.__file__).parent / "static"
VIEW_FOLDERS = Path(argumap.views.__file__).parent
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="node is not installed, so joined scripts are not run")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page").mkdir()
    return tmp_path / "page"


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")


def join(folder: Path) -> str:
    return join_modules(folder / "main.js", (folder,))


def run(script: str) -> object:
    done = subprocess.run(
        [NODE or "", "-"], input=script, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return json.loads(done.stdout)


PRINT = "process.stdout.write(JSON.stringify(%s));"


@needs_node
def test_each_module_runs_once_after_those_that_it_imports(folder: Path) -> None:
    write(
        folder,
        main='import {b} from "./b.js";\nimport {c} from "./c.js";\nimport {order} from "./a.js";\n'
        'order.push("main");\n' + PRINT % "[b, c, order]",
        a="export const order = [];",
        b='import {order} from "./a.js";\norder.push("b");\nexport const b = 1;',
        c='import {order} from "./a.js";\nimport {b} from "./b.js";\norder.push("c");\nexport const c = b + 1;',
    )
    assert run(join(folder)) == [1, 2, ["b", "c", "main"]]


@needs_node
def test_two_modules_may_use_the_same_private_name(folder: Path) -> None:
    write(
        folder,
        main='import {a} from "./a.js";\nimport {b} from "./b.js";\nconst hidden = 3;\n'
        + PRINT % "[a(), b(), hidden]",
        a="const hidden = 1;\nexport const a = () => hidden;",
        b="function secret() { return 2; }\nconst hidden = secret();\nexport function b() { return hidden; }",
    )
    assert run(join(folder)) == [1, 2, 3]


@needs_node
def test_a_name_may_be_imported_under_another_and_over_many_lines(folder: Path) -> None:
    write(
        folder,
        main='import {\n  one as first,\n  two,\n} from "./a.js";\nconst one = 9;\n'
        + PRINT % "[first, two(), one]",
        a="export const one = 1;\nexport function two() {\n  return 2;\n}\n",
    )
    assert run(join(folder)) == [1, 2, 9]


@needs_node
def test_every_form_of_export_is_known(folder: Path) -> None:
    names = ["a", "b", "c", "d", "e"]
    write(
        folder,
        main=f'import {{{", ".join(names)}}} from "./a.js";\n'
        + PRINT % f"[{', '.join(names)}].map(each => typeof each)",
        a="export const a = 1;\nexport function b() {}\nexport async function c() {}\nexport function* d() {}\n"
        "export class e {}\n",
    )
    assert run(join(folder)) == ["number", *["function"] * 4]


@needs_node
def test_nothing_leaks_into_other_scripts_of_the_page(folder: Path) -> None:
    write(folder, main="const leaked = 1;\nleaked + 1;\n")
    assert run(join(folder) + PRINT % "typeof leaked") == "undefined"


@needs_node
def test_a_name_that_nobody_made_is_refused_by_the_engine(folder: Path) -> None:
    write(
        folder,
        main="let refused = false;\ntry {\n  loose = 1;\n} catch {\n  refused = true;\n}\n" + PRINT % "refused",
    )
    assert run(join(folder)) is True


def test_a_comment_for_the_type_checker_is_left_out_and_any_other_kept(folder: Path) -> None:
    write(
        folder,
        main="/* Why. */\n/**\n * @param {string} a\n */\nconst f = a => a; /** kept */\n"
        "  /** @type {1} */\nf(1);\n",
    )
    script = join(folder)
    assert "Why." in script
    assert "kept" in script
    assert "@" not in script


def test_the_same_files_give_the_same_text(folder: Path) -> None:
    write(folder, main='import {b} from "./b.js";\nb();', b="export const b = () => 1;")
    assert join(folder) == join(folder)


@pytest.mark.parametrize("name", list(VIEWS))
def test_no_module_of_a_view_is_used_before_it_is_made(name: str) -> None:
    script = join_modules(VIEW_FOLDERS / name / f"{name}.js", (VIEW_FOLDERS / name, SHARED))
    used = {
        found[1]: found.start() for found in re.finditer(r"^const \{.*\} = (module\d+);$", script, re.MULTILINE)
    }
    assert used
    assert all(script.index(f"const {module} = (") < at for module, at in used.items())


REFUSED = {
    "a circle": (
        {
            "main": 'import {a} from "./a.js";',
            "a": 'import {b} from "./b.js";\nexport const a = 1;',
            "b": 'import {a} from "./a.js";\nexport const b = 1;',
        },
        "circle: a.js → b.js → a.js",
    ),
    "a module that imports itself": (
        {"main": 'import {a} from "./main.js";\nexport const a = 1;'},
        "main.js → main.js",
    ),
    "a default import": (
        {"main": 'import a from "./a.js";', "a": "export const a = 1;"},
        "main.js: .*cannot be joined",
    ),
    "a namespace": (
        {"main": 'import * as a from "./a.js";', "a": "export const a = 1;"},
        "main.js: .*cannot be joined",
    ),
    "an import for its effect": (
        {"main": 'import "./a.js";', "a": "export const a = 1;"},
        "main.js: .*cannot be joined",
    ),
    "default by name": (
        {"main": 'import {default as a} from "./a.js";', "a": ""},
        "main.js imports 'default as a'",
    ),
    "a default export": ({"main": "export default 1;"}, "main.js: .*cannot be joined"),
    "a list of exports": ({"main": "const a = 1;\nexport {a};"}, "main.js: .*cannot be joined"),
    "an export that changes": ({"main": "export let a = 1;"}, "main.js: .*cannot be joined"),
    "an export that takes apart": ({"main": "export const {a} = b;"}, "main.js: .*cannot be joined"),
    "a passed-on export": ({"main": 'export {a} from "./a.js";', "a": "export const a = 1;"}, "cannot be joined"),
    "a missing file": (
        {"main": 'import {a} from "./gone.js";'},
        r"no script gone.js in page \(imported by main.js\)",
    ),
    "a library": ({"main": 'import {a} from "lodash";'}, "only files of ours"),
    "an address": ({"main": 'import {a} from "https://example.org/a.js";'}, "only files of ours"),
    "outside": ({"main": 'import {a} from "../a.js";'}, "a.js stands outside"),
    "below": ({"main": 'import {a} from "./deep/a.js";'}, "a.js stands outside"),
    "a name that is private": (
        {"main": 'import {a} from "./a.js";', "a": "const a = 1;\nexport const b = 2;"},
        "a.js exports no 'a', which main.js imports: b",
    ),
    "a second name of one const": (
        {"main": 'import {b} from "./a.js";', "a": "export const a = 1, b = 2;"},
        "no 'b'",
    ),
}


@pytest.mark.parametrize(("texts", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_joined_is_refused_with_its_file(folder: Path, texts: dict[str, str], message: str) -> None:
    write(folder, **texts)
    write(folder.parent, a="export const a = 1;")
    with pytest.raises(ScriptError, match=message):
        join(folder)
