"""A model behind an address: asked as OpenAI is asked; however it fails, a sentence without a key tells it."""

from __future__ import annotations

import sys

import pytest

from argumap.assisted_draft import ModelQuestion, ModelTrouble, connect_model, tell_place
from argumap.assisted_draft.model_client import ADDRESS, KEY, PydanticModel
from argumap.errors import CallError, NotInstalled
from model_server import Reply, serve

SECRET = "sk-very-secret-0123456789"
SHAPE = {
    "type": "object",
    "properties": {"sentences": {"type": "array", "items": {"type": "integer"}}},
    "required": ["sentences"],
    "additionalProperties": False,
}
QUESTION = ModelQuestion("select", "Select.", "[1] It rains.", SHAPE, 500)


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (KEY, ADDRESS, "OPENAI_API_KEY", "OPENAI_BASE_URL", "ANTHROPIC_API_KEY", "GOOGLE_API_KEY"):
        monkeypatch.delenv(name, raising=False)


def test_it_is_asked_as_openai_is_and_the_answer_is_counted() -> None:
    with serve(Reply('{"sentences": [1]}')) as server:
        answer = connect_model("tiny", server.address).ask(QUESTION)
    assert (answer.text, answer.input_tokens, answer.output_tokens) == ('{"sentences": [1]}', 11, 7)
    assert (answer.ended, answer.cost) == ("stop", None)
    asked = server.asked[0]
    assert [message["content"] for message in asked["messages"]] == ["Select.", "[1] It rains."]
    assert (asked["model"], asked["max_tokens"], asked["temperature"]) == ("tiny", 500, 0.0)
    assert asked["response_format"]["json_schema"]["schema"] == SHAPE


def test_an_address_gets_the_key_that_is_meant_for_it_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    with serve(Reply("{}")) as server:
        connect_model("tiny", server.address).ask(QUESTION)
        monkeypatch.setenv(KEY, "own-key-for-here")
        connect_model("tiny", server.address).ask(QUESTION)
    assert [headers["authorization"] for headers in server.headers] == ["Bearer none", "Bearer own-key-for-here"]
    assert SECRET not in str(server.headers)


def test_the_address_may_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(Reply("{}")) as server:
        monkeypatch.setenv(ADDRESS, server.address)
        assert connect_model("tiny").ask(QUESTION).text == "{}"
        assert connect_model("tiny:8b").ask(QUESTION).text == "{}"
    assert (tell_place("tiny"), tell_place("openai:tiny")) == ("127.0.0.1", "openai")


@pytest.mark.parametrize("status", [400, 422, 500])
def test_a_server_that_knows_no_shapes_is_asked_without(status: int) -> None:
    refusal = Reply("Input should be 'text' or 'json_object' in response_format", status)
    with serve(refusal, Reply("[]"), Reply("[]")) as server:
        model = PydanticModel("tiny", server.address, tries=1)
        assert model.ask(QUESTION).text == "[]"
        assert model.ask(QUESTION).text == "[]"
    assert [("response_format" in asked) for asked in server.asked] == [True, False, False]


@pytest.mark.parametrize(
    ("ended", "told"), [("length", "length"), ("content_filter", "refused"), ("stop", "stop")]
)
def test_how_an_answer_ended_is_told(ended: str, told: str) -> None:
    with serve(Reply("{", ended=ended)) as server:
        assert connect_model("tiny", server.address).ask(QUESTION).ended == told


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        pytest.param(Reply("bad key " + SECRET, 401), f"does not accept the key; set {KEY}", id="401"),
        pytest.param(Reply("no such model", 404), "knows no model tiny", id="404"),
        pytest.param(Reply("slow down", 429), "has too many questions; wait", id="429"),
        pytest.param(Reply("oops", 500), "has trouble of its own", id="500"),
        pytest.param(Reply("", waits=5), "gave no answer in 0.3 seconds", id="timeout"),
        pytest.param(Reply('{"sentences": []}', breaks_off=True), "no answer from|cannot be reached", id="half"),
        pytest.param(Reply(body=b'{"choices": [{"mess'), "no answer from", id="broken body"),
        pytest.param(Reply(body=b"<html>hello</html>"), "no answer from", id="a web page"),
    ],
)
def test_what_goes_wrong_is_a_sentence_without_a_key(reply: Reply, told: str) -> None:
    with serve(reply) as server, pytest.raises(ModelTrouble, match=told) as raised:
        PydanticModel("tiny", server.address, SECRET, seconds=0.3, tries=2).ask(QUESTION)
    assert str(raised.value).startswith(("127.0.0.1 ", "no answer from 127.0.0.1"))
    assert "\n" not in str(raised.value)
    assert SECRET not in str(raised.value) + repr(raised.value.__cause__) + repr(raised.value.__context__)


def test_nobody_at_an_address_is_told() -> None:
    with pytest.raises(ModelTrouble, match=r"127\.0\.0\.1 cannot be reached"):
        PydanticModel("tiny", "http://127.0.0.1:9/v1", seconds=1, tries=1).ask(QUESTION)


def test_a_key_that_a_server_says_back_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, SECRET)
    with serve(Reply(f'{{"claims": "{SECRET}"}}')) as server:
        assert SECRET not in connect_model("tiny", server.address).ask(QUESTION).text


@pytest.mark.parametrize(
    ("name", "address", "told"),
    [
        ("tiny", "", "Name its provider"),
        ("tiny", "localhost:80", "takes where a server answers"),
        ("tiny", "ftp://localhost", "takes where a server answers"),
        ("tiny", "http://me:secret@localhost/v1", "holds more than a place"),
        ("tiny", "http://models.example.com/v1", "use https"),
        ("ti\nny", "", "takes the name of a model"),
        ("", "", "takes the name of a model"),
    ],
)
def test_a_call_that_cannot_be_meant_is_refused(
    name: str, address: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, SECRET)
    with pytest.raises(CallError, match=told) as raised:
        connect_model(name, address)
    assert "secret" not in str(raised.value)


def test_a_provider_without_its_key_is_told() -> None:
    with pytest.raises(ModelTrouble, match="OPENAI_API_KEY"):
        connect_model("openai:tiny").ask(QUESTION)


def test_a_provider_that_nobody_knows_is_told() -> None:
    with pytest.raises(ModelTrouble, match="nowhere:tiny"):
        connect_model("nowhere:tiny").ask(QUESTION)


@pytest.mark.parametrize(
    ("name", "address", "missing", "extra"),
    [
        ("tiny", "http://localhost/v1", "pydantic_ai.models", "model"),
        ("anthropic:tiny", "", "pydantic_ai.models.anthropic", "model-anthropic"),
        ("google:tiny", "", "pydantic_ai.models.google", "model-google"),
    ],
)
def test_the_extra_that_is_missing_is_named(
    name: str, address: str, missing: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", SECRET)
    monkeypatch.setenv("GOOGLE_API_KEY", SECRET)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(NotInstalled, match=rf"\[{extra}\]"):
        connect_model(name, address).ask(QUESTION)
