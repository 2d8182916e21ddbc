"""`argumap draft --model`: what is told before and after, of a server on this machine and of a record."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from argumap.cli import run
from model_server import Reply, serve
from talking_models import BRIDGE, BRIDGE_CLAIMS, BRIDGE_STEPS

WRONG = {**BRIDGE_CLAIMS[0], "quote": "The council closed it.", "claim": "Nobody shall pass the bridge."}
REPLIES = (
    Reply(json.dumps({"sentences": [2, 3, 5, 7]})),
    Reply(json.dumps({"claims": [*BRIDGE_CLAIMS, WRONG]})),
    Reply('{"claims": []}'),
    Reply(json.dumps(BRIDGE_STEPS)),
)
KEY = "sk-not-to-be-seen-1234"


@pytest.fixture
def column(here: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("ARGUMAP_MODEL_KEY", KEY)
    (here / "column.md").write_text(BRIDGE, encoding="utf-8")
    return "column.md"


def test_what_will_be_sent_and_what_came_out_is_told(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    with serve(*REPLIES) as server:
        assert run(["draft", column, "--model", "tiny", "--address", server.address]) == 0
    out, err = capfd.readouterr()
    assert "tiny at 127.0.0.1: the article's 8 sentences in 1 part, about 4 calls, up to " in err
    assert "4 claims" in out
    assert "1 step that the article itself shows and 1 by the sense alone; 2 claims tied to nothing yet" in out
    assert "tiny: 4 calls, 44 tokens sent and 28 answered." in out
    assert "4 sentences in which it saw no claim." in out
    assert "1 proposal dropped, as nothing proved it:" in out
    assert "  s1.p2.s1: quote-not-found “Nobody shall pass the bridge.”; these words do not stand there" in out
    assert KEY not in out + err
    assert run(["check", "graph/column"]) == 0


def test_a_record_is_repeated_without_a_server(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    with serve(*REPLIES) as server:
        assert run(["draft", column, "--model", "tiny", "--address", server.address]) == 0
    record = Path("graph/column/.argumap/calls-tiny.jsonl")
    assert KEY not in record.read_text("utf-8")
    capfd.readouterr()
    assert run(["draft", column, "--as", "again", "--replay", str(record), "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["model"], told["proved"], told["calls"], told["calls_reused"]) == ("tiny", 4, 0, 4)
    assert [dropped["code"] for dropped in told["dropped"]] == ["quote-not-found"]
    assert Path("graph/again/map.yaml").read_bytes() == Path("graph/column/map.yaml").read_bytes()


def test_an_estimate_sends_nothing(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    with serve(*REPLIES) as server:
        asking = ["draft", column, "--model", "tiny", "--address", server.address, "--estimate"]
        assert run(asking) == 0
        assert run([*asking, "--json"]) == 0
        assert server.asked == []
    out = capfd.readouterr().out
    assert "Nothing was sent." in out
    assert json.loads(out.partition("sent.\n")[2])["sentences"] == 8
    assert not Path("graph/column").exists()


def test_a_budget_ends_the_draft_with_what_was_proved(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    replies = REPLIES[0], replace(REPLIES[1], tokens=(1_000, 1_000)), *REPLIES[2:]
    with serve(*replies) as server:
        assert run(["draft", column, "--model", "tiny", "--address", server.address, "--budget", "2500"]) == 0
        assert len(server.asked) == 2
    out = capfd.readouterr().out
    assert "The budget ended before it was asked what the claims have to do with each other." in out
    assert run(["check", "graph/column"]) == 0


def test_a_budget_in_money_is_told_before_and_after(
    column: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with serve(*(replace(reply, tokens=(1_000, 500)) for reply in REPLIES)) as server:
        asking = ["draft", column, "--model", "tiny", "--address", server.address]
        assert run([*asking, "--price", "10/100", "--estimate", "--json"]) == 0
        told = json.loads(capfd.readouterr().out)
        assert told["at_price"] == (told["input_tokens"] * 10 + told["output_tokens"] * 100) / 1_000_000
        assert run([*asking, "--price", "10/100", "--budget", "0.22"]) == 0
        assert len(server.asked) == 3
    out, err = capfd.readouterr()
    assert "about 1,568 answered, about 0.18" in err
    assert "by your prices. At most 0.22 by your prices will be spent." in err
    assert "tiny: 3 calls, 3,000 tokens sent and 1,500 answered, 0.1800 by your prices, of at most 0.22" in out
    monkeypatch.setenv("ARGUMAP_MODEL_PRICE", "1/2")
    assert run([*asking, "--estimate"]) == 0
    assert "by your prices" in capfd.readouterr().out
    monkeypatch.setenv("ARGUMAP_MODEL_PRICE", "1:2")
    assert run([*asking, "--estimate"]) == 2
    assert "ARGUMAP_MODEL_PRICE takes what a million tokens cost" in capfd.readouterr().err


def test_a_budget_in_calls_is_kept(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    with serve(*REPLIES) as server:
        asking = ["draft", column, "--model", "tiny", "--address", server.address, "--budget", "2calls"]
        assert run(asking) == 0
        assert len(server.asked) == 2
    out, err = capfd.readouterr()
    assert "At most 2 calls will be spent." in err
    assert "answered, of at most 2 calls." in out


def test_of_a_map_that_is_there_only_what_it_does_not_cite_is_asked(
    column: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with serve(*REPLIES) as server:
        assert run(["draft", column, "--model", "tiny", "--address", server.address]) == 0
    assert run(["review", "column", "--do", "drop damage-arches-not-heal"]) == 0
    before = Path("graph/column/map.yaml").read_text("utf-8")
    capfd.readouterr()
    replies = (
        Reply(json.dumps({"sentences": [7]})),
        Reply(json.dumps({"claims": [BRIDGE_CLAIMS[3], BRIDGE_CLAIMS[0]]})),
        Reply('{"claims": []}'),
    )
    with serve(*replies) as server:
        more = ["draft", "--more", "column", "--model", "tiny", "--address", server.address]
        assert run([*more, "--estimate"]) == 0
        assert server.asked == []
        assert run([*more, "--price", "1/1"]) == 0
        assert len(server.asked) == 3
    out, err = capfd.readouterr()
    assert "tiny at 127.0.0.1: 4 sentences of column that it does not cite in 1 part, about " in err
    assert "Nothing was sent." in out
    assert "1 claim added to column, nothing else touched." in out
    assert "tiny: 3 calls" in out
    assert "unknown-sentence “Lorries ought to be kept off the old bridge.”" in out
    assert Path("graph/column/map.yaml").read_text("utf-8").startswith(before[: before.index("arguments:")])


def test_where_all_is_cited_no_model_is_asked(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", column]) == 0
    assert run(["draft", "--more", "column"]) == 0
    with serve() as server:
        assert run(["draft", "--more", "column", "--model", "tiny", "--address", server.address]) == 0
        assert server.asked == []
    assert "Nothing to ask" in capfd.readouterr().out


def test_trouble_with_a_model_is_one_sentence_and_no_map(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    with serve(Reply(f"no {KEY}", 401)) as server:
        assert run(["draft", column, "--model", "tiny", "--address", server.address]) == 2
    err = capfd.readouterr().err
    assert "does not accept the key; set ARGUMAP_MODEL_KEY" in err
    assert KEY not in err
    assert not Path("graph/column/map.yaml").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--address", "http://localhost:1/v1"], "go with --model"),
        (["--budget", "100"], "go with --model"),
        (["--estimate"], "go with --model"),
        (["--model", "tiny"], "Name its provider"),
        (["--model", "tiny", "--budget", "0"], "--budget"),
        (["--replay", "missing.jsonl"], "missing.jsonl"),
        (["--replay", "column.md"], "is no record of a draft"),
        (["--more", "--model", "tiny", "--as", "x"], "--more adds to a map"),
        (["--price", "1/2"], "go with --model"),
        (["--model", "openai:x", "--price", "cheap"], "as 0.50/2; not 'cheap'"),
        (["--model", "openai:x", "--budget", "0.50"], "--price 0.50/2, or ARGUMAP_MODEL_PRICE"),
        (["--model", "openai:x", "--budget", "much"], "tokens as 50000, calls as 20calls, or money with a point"),
        (["--model", "openai:x", "--budget", "0.00", "--price", "1/2"], "money with a point"),
    ],
)
def test_options_that_cannot_be_meant(
    options: list[str], told: str, column: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["draft", column, *options]) == 2
    assert told in capfd.readouterr().err
