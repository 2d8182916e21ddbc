"""What a contributor is told holds: the forge's files call the gate."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]


def read(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


def test_hooks_before_a_commit_are_the_gates_own_commands() -> None:
    hooks = [hook for repo in yaml.safe_load(read(".pre-commit-config.yaml"))["repos"] for hook in repo["hooks"]]
    verbs = re.findall(r'add_parser\(\s*"(\w+)"', read("do.py"))
    assert [
        hook["entry"] for hook in hooks if hook["entry"] not in {f"python3 do.py {verb}" for verb in verbs}
    ] == []


def test_the_forge_runs_the_gate_and_nothing_that_can_change_beneath_it() -> None:
    (job,) = yaml.safe_load(read(".github/workflows/gate.yml"))["jobs"].values()
    assert "bash .ci/run" in [step.get("run") for step in job["steps"]]
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)] == []
