"""Fetching an address: what it gives, what it refuses, and that it ends; no test leaves this machine."""

from __future__ import annotations

import gzip
import socket
from typing import TYPE_CHECKING

import pytest

from argumap.errors import CallError, CannotFetch
from argumap.project import fetching
from argumap.project.fetching import (
    Fetched,
    connect_to,
    fetch,
    is_address,
    name_after,
    refuse_address,
    resolve_publicly,
)
from serving import serve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from serving import AnsweringServer

PAGE = b"<html><p>The dike is old.</p></html>"
HTML = {"Content-Type": "text/html"}
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, HTML, PAGE),
    "/text": (200, {"Content-Type": "text/plain; charset=iso-8859-2"}, "Żółw stał.".encode("iso-8859-2")),
    "/a%20b?q=x%20y": (200, HTML, PAGE),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/packed": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/cut": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE)[:20]),
    "/bomb": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"0" * 30_000_000)),
    "/odd": (200, {**HTML, "Content-Encoding": "br"}, PAGE),
    "/large": (200, HTML, b"0" * 20_000_001),
    "/moved": (301, {"Location": "/page"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/inside": (302, {"Location": "http://127.0.0.1/admin"}, b""),
    "/metadata": (302, {"Location": "http://169.254.169.254/latest"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/gone": (404, HTML, b"<h1>No</h1>"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[AnsweringServer]:
    with serve(ANSWERS) as serving:
        yield serving


def resolve(host: str, port: int) -> Sequence[str]:
    """The server of the test has a name; all others are what they are."""
    return ["127.0.0.1"] if host == "paper.example" else resolve_publicly(host, port)


def get(server: AnsweringServer, path: str, seconds: float = 30) -> Fetched:
    return fetch(f"http://paper.example:{server.server_port}{path}", resolve=resolve, seconds=seconds)


@pytest.mark.parametrize(
    ("path", "data", "suffix"),
    [
        ("/page", PAGE, ".html"),
        ("/moved", PAGE, ".html"),
        ("/packed", PAGE, ".html"),
        ("/a b?q=x y", PAGE, ".html"),
        ("/pdf", b"%PDF-1.7", ".pdf"),
        ("/text", "\ufeffŻółw stał.".encode(), ".txt"),
    ],
)
def test_what_an_address_gives(path: str, data: bytes, suffix: str, server: AnsweringServer) -> None:
    got = get(server, path)
    assert (got.data, got.suffix) == (data, suffix)


def test_the_host_is_asked_by_its_name_and_the_last_address_is_told(server: AnsweringServer) -> None:
    server.seen.clear()
    assert get(server, "/moved").address == f"http://paper.example:{server.server_port}/page"
    host = f"paper.example:{server.server_port}"
    assert server.seen == [("/moved", host), ("/page", host)]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/bomb", "more than 20 MB"),
        ("/large", "more than 20 MB"),
        ("/cut", "its answer broke off"),
        ("/odd", "was not asked for"),
        ("/picture", "is image/png, which no article comes as"),
        ("/round", "leads on more than 5 times"),
        ("/inside", "127.0.0.1 is no place of the public web"),
        ("/metadata", "169.254.169.254 is no place of the public web"),
        ("/gone", "answers 404 Not Found"),
    ],
)
def test_what_is_refused_is_one_sentence(path: str, told: str, server: AnsweringServer) -> None:
    with pytest.raises(CannotFetch) as raised:
        get(server, path)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_no_redirect_leads_to_a_file(server: AnsweringServer) -> None:
    with pytest.raises(CallError, match="is no address of the web"):
        get(server, "/file")


def test_what_drips_ends(server: AnsweringServer) -> None:
    with pytest.raises(CannotFetch, match="took too long"):
        get(server, "/slow", seconds=0.5)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
    ],
)
def test_no_name_leads_into_a_private_network(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    family = socket.AF_INET6 if ":" in number else socket.AF_INET
    found = [(family, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("93.184.216.34", number)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(CannotFetch, match="no place of the public web"):
        resolve_publicly("innocent.example", 80)


def test_a_name_is_looked_up_once_and_its_number_is_gone_to(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    gone: list[str] = []

    def look_up(host: str, *_: object, **__: object) -> list[object]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]

    def go(number: str, *_: object, **__: object) -> object:
        gone.append(number)
        raise CannotFetch("far enough")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(fetching, "connect_to", go)
    with pytest.raises(CannotFetch, match="far enough"):
        fetch("http://paper.example/page")
    assert (asked, gone) == (["paper.example"], ["93.184.216.34"])


def test_an_encrypted_place_has_to_prove_its_name() -> None:
    connection = connect_to("93.184.216.34", 443, "paper.example", encrypted=True, patience=1)
    assert connection.host == "93.184.216.34"
    assert vars(connection)["server_hostname"] == "paper.example"
    assert vars(connection)["assert_hostname"] == "paper.example"


@pytest.mark.parametrize(
    "address",
    ["ftp://paper.example/a", "file:///etc/passwd", "http://", "https://[::1", "http://paper.example:0/", "x:y"],
)
def test_what_is_no_address_of_the_web_is_not_asked(address: str) -> None:
    with pytest.raises(CallError, match="no address of the web"):
        fetch(address, resolve=resolve)


def test_no_password_goes_out() -> None:
    with pytest.raises(CallError, match="name and password") as raised:
        fetch("https://me:secret@paper.example/", resolve=resolve)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("place", ["https://a.example/b", "http:/a.example", "FTP://a.example", "c2b://a"])
def test_an_address_is_told_from_a_file(place: str) -> None:
    assert is_address(place)
    with pytest.raises(CallError, match="--fetch"):
        refuse_address(place)


@pytest.mark.parametrize("place", ["a.md", "a/b.txt", "C:/b.txt", "http", "-", "a: b"])
def test_a_file_is_no_address(place: str) -> None:
    assert not is_address(place)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://paper.example/2031/03/Night-Ferry.html?x=1", "night-ferry"),
        ("https://paper.example/opinion/the%20dike/", "the-dike"),
        ("https://paper.example/9481", "paper-example"),
        ("https://paper.example/v2.5-of-the-plan", "v2-5-of-the-plan"),
    ],
)
def test_a_map_gets_a_name_after_its_address(address: str, name: str) -> None:
    assert name_after(address) == name
