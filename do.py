"""Sets argumap up in .venv and runs it: ``do.py demo``, ``do.py test``. Standard library only."""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
VERSIONED = ROOT / "src" / "argumap" / "__init__.py"
SITE = "site"
# All pages anew each time: what is not built anew tells its warnings only once.
DOCS = ("-m", "sphinx", "-q", "-W", "--keep-going", "-E", "-a", "-c", "docs/site", ".", SITE)
SLOW = {
    "browser": "what needs a Chromium",
    "campaign": "many maps drawn at random",
    "slow": "builds of the documentation, and tests in a copy of the tree",
}
TOOLS = ROOT / "tools"
SCRIPTS = ("src/**/*.{js,ts,css}", "tests/**/*.{js,mjs}", "tools/*.{js,json}", "!tools/package-lock.json")
PRETTIER = ("prettier/bin/prettier.cjs", "--config", "tools/prettier.json", "--log-level", "warn")
SCRIPT_GATES = (
    (*PRETTIER, "--check", *SCRIPTS),
    ("eslint/bin/eslint.js", "--config", "tools/eslint.config.js", "--max-warnings", "0", "src", "tests", "tools"),
    ("typescript/bin/tsc", "--project", "tools"),
)
DEMO_MAPS = ("open-vs-closed-ai", "old-town-cars")
DEMO_SOURCE = "article"


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - the older Python that runs this should say so plainly
        print(f"argumap needs Python 3.11 or newer; this is {sys.version.split()[0]}. Use a newer python3.")
        return 2
    parser = argparse.ArgumentParser(prog="do.py", description="Set argumap up and run it.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    demo = verbs.add_parser("demo", help="build the maps we ship into output/")
    demo.add_argument(
        "--source", metavar="FILE", type=Path, help="the article on open versus closed AI, for its text"
    )
    tests = verbs.add_parser("test", help="run the tests; what follows goes to pytest")
    tests.add_argument("--quick", action="store_true", help="leave out browsers and campaigns of random maps")
    verbs.add_parser("engines", help="ask ten thousand random maps of three engines and compare the answers")
    verbs.add_parser("wear", help="campaigns at random for as long as asked: --minutes N", add_help=False)
    verbs.add_parser("mutate", help="change places of a room and see which tests notice", add_help=False)
    verbs.add_parser("check", help="lint, types, doors and documentation; scripts and styles where there is node")
    verbs.add_parser("format", help="put Python, and where there is node scripts and styles, into shape")
    verbs.add_parser("docs", help="build the documentation as pages that need no network")
    code = verbs.add_parser(
        "code", help="tell the next free problem code: `do.py code 3` for those of logic and speech"
    )
    code.add_argument("hundred", type=int, choices=range(6))
    verbs.add_parser("setup", help="make .venv ready for development")
    arguments, rest = parser.parse_known_args()
    if rest and arguments.verb not in {"test", "wear", "mutate"}:
        parser.error(f"unknown: {' '.join(rest)}")
    match arguments.verb:
        case "demo":
            install("requirements.lock")
            return run_demo(arguments.source)
        case "test":
            install("requirements-dev.lock")
            return run_quick(rest) if arguments.quick else run("-m", "pytest", *(rest or ("-n", "2")))
        case "engines":
            install("requirements-dev.lock")
            os.environ["ARGUMAP_DRAWS"] = "10"
            return run("-m", "pytest", "-n", "2", "tests/query/test_three_engines.py")
        case "wear" | "mutate":
            install("requirements-dev.lock")
            return run(f"tools/{arguments.verb}.py", *rest)
        case "check":
            install("requirements-dev.lock")
            return max(run_gates(), check_scripts())
        case "format":
            install("requirements-dev.lock")
            return max(run("-m", "ruff", "format"), run_node((*PRETTIER, "--write", *SCRIPTS)))
        case "code":
            print(find_free_code(arguments.hundred))
            return 0
        case "docs":
            install("requirements-dev.lock")
            return build_docs()
        case _:
            install("requirements-dev.lock")
            print(f"Ready: {PYTHON}")
            return 0


def run_demo(source: Path | None) -> int:
    if source is not None and not source.is_file():
        print(f"There is no file {source}; --source takes the article as a text file.")
        return 2
    text = ("--source", f"{DEMO_SOURCE}={source}") if source else ()
    if code := run("-m", "argumap", "build", *(f"graph/{name}" for name in DEMO_MAPS), *text):
        return code
    print(f"\nOpen {Path('output', 'index.html')} in a browser.")
    return 0


def run_quick(rest: list[str]) -> int:
    """Run the tests that take less than a minute together, and say which do not run."""
    code = run("-m", "pytest", *(rest or ("-n", "2")), "-m", " and ".join(f"not {marker}" for marker in SLOW))
    print("Left out:", *(f"  {marker}: {what}" for marker, what in SLOW.items()), sep="\n")
    print("do.py test runs these as well; do.py engines and do.py wear draw more.")
    return code


def run_gates() -> int:
    gates = (
        ("-m", "ruff", "check"),
        ("-m", "ruff", "format", "--check"),
        ("-m", "mypy"),
        ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
        DOCS,
    )
    return max(run(*gate) for gate in gates)


def check_scripts() -> int:
    """The linter, formatter and types of the pages' scripts and styles."""
    return max(run_node(gate) for gate in SCRIPT_GATES)


def run_node(gate: tuple[str, ...]) -> int:
    """Run a tool of tools/package.json; only this needs node and npm, and without them it says so and passes."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        print(f"Left out for want of node and npm: {Path(gate[0]).stem} on the pages' scripts and styles.")
        return 0
    install_tools(npm)
    return subprocess.run([node, TOOLS / "node_modules" / gate[0], *gate[1:]], cwd=ROOT, check=False).returncode


def install_tools(npm: str) -> None:
    """Install what tools/package-lock.json names, by hash; a second call with the same lock is instant."""
    modules = TOOLS / "node_modules"
    stamp, wanted = modules / "installed", hashlib.sha256((TOOLS / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return
    print(f"Setting up {modules.relative_to(ROOT)} from package-lock.json …", flush=True)
    subprocess.run([npm, "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=TOOLS, check=True)
    stamp.write_text(wanted, encoding="ascii")


def build_docs() -> int:
    code = run(*DOCS)
    if code == 0:
        print(f"Open {Path(SITE, 'index.html')} in a browser.")
    return code


def find_free_code(hundred: int) -> str:
    """The code behind the last one of its hundred."""
    texts = [ROOT / "docs" / "problems.md", *(ROOT / "src").rglob("*.py")]
    used = {
        code for text in texts for code in re.findall(rf"\bAM({hundred}\d\d)\b", text.read_text(encoding="utf-8"))
    }
    return f"AM{max(map(int, used)) + 1:03}"


def run(*arguments: str) -> int:
    return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, check=False).returncode


def install(lock: str) -> None:
    """Install what ``lock`` names, by hash, and argumap itself; a second call with the same lock is instant."""
    stamp = VENV / f"installed-{lock}"
    version = re.search(rb"^__version__ = .*$", VERSIONED.read_bytes(), re.MULTILINE)
    content = (
        (ROOT / lock).read_bytes() + (ROOT / "pyproject.toml").read_bytes() + (version[0] if version else b"")
    )
    wanted = hashlib.sha256(content + sys.version.encode()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted and PYTHON.is_file():
        return
    print(f"Setting up {VENV.name} from {lock} …", flush=True)
    pip = make_environment()
    pip_install = (*pip, "install", "--quiet", "--disable-pip-version-check")
    subprocess.run([*pip_install, "--require-hashes", "-r", str(ROOT / lock)], check=True)
    subprocess.run([*pip_install, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], check=True)
    stamp.write_text(wanted, encoding="ascii")


def make_environment() -> list[str]:
    """Make .venv where it is missing and return the command that installs into it."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:  # some systems ship Python without pip in new environments
        if not PYTHON.is_file():
            venv.create(VENV, with_pip=False)
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    if not PYTHON.is_file():
        venv.create(VENV, with_pip=True)
    return [str(PYTHON), "-m", "pip"]


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as failure:
        tool = "npm" if "npm" in str(failure.cmd[0]) else "pip"
        folder = "tools/node_modules" if tool == "npm" else VENV.name
        print(f"Setting up failed ({tool} said why above). Mend that, or delete {folder}, and run do.py again.")
        sys.exit(failure.returncode)
