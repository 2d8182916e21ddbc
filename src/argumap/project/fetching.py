"""An article from an address: fetched when a person asks for it, from public places alone, within limits.

Each name is looked up once, and the connection goes to the very number that was looked at: no later answer of a
name server can lead into the reader's own network.
"""

from __future__ import annotations

import re
import socket
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Timer
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from argumap.errors import CallError, CannotFetch, NotInstalled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

    Resolver: TypeAlias = Callable[[str, int], Sequence[str]]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/{1,2}[^/\s]")
_PORTS: Final = {"http": 80, "https": 443}
_MOST_HOPS: Final = 5
_MOST_BYTES: Final = 20_000_000
_PATIENCE: Final = 10.0
_SECONDS: Final = 30.0
_CHUNK: Final = 65_536
_SENT: Final = {"User-Agent": "argumap", "Accept-Encoding": "gzip", "Accept": "text/html, text/plain, */*;q=0.5"}
_WRAPPING = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
_TEXTS = re.compile(r"text/(?:html|plain|markdown|x-markdown|vtt|srt)|application/(?:xhtml\+xml|x-subrip)")
_FILES = frozenset(
    {
        "",
        "application/octet-stream",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: its bytes, the address that they came from in the end, and the file's ending."""

    data: bytes
    address: str
    suffix: str


def is_address(place: str) -> bool:
    """Whether a person gave an address where a file might stand."""
    return _ADDRESS.match(place) is not None


def refuse_address(place: str) -> None:
    """Raise `CallError` where a person gave an address and did not say that it may be fetched."""
    if is_address(place):
        raise CallError(
            f"{place} is an address, and nothing is fetched unasked: `argumap draft {place} --fetch` drafts its "
            "map; or save the page and give the file"
        )


def fetch_into(folder: Path, address: str) -> tuple[Path, str]:
    """Fetch an address into a file of ``folder``; gives the file and the address that it came from in the end."""
    found = fetch(address)
    path = folder / f"{name_after(found.address)}{found.suffix}"
    path.write_bytes(found.data)
    return path, found.address


def name_after(address: str) -> str:
    """A plain name after the last part of an address, or after its host: ``night-ferry``."""
    parts = urlsplit(address)
    last = next((part for part in reversed(parts.path.split("/")) if re.search(r"[A-Za-z]{3}", part)), "")
    name = re.sub(r"\.[A-Za-z]{1,5}$", "", unquote(last)).casefold()
    words = re.findall(r"[a-z0-9]+", name, re.ASCII)
    return "-".join(words)[:60].strip("-") or (parts.hostname or "article").replace(".", "-")


def fetch(address: str, *, resolve: Resolver | None = None, seconds: float = _SECONDS) -> Fetched:
    """The file at an address of the public web, over at most five redirects, 20 MB and 30 seconds.

    ``resolve`` gives the numbers that a name may be reached by; without it they are those of the name server, and
    none of a private network, this machine or its neighbourhood. Raises `CannotFetch` where that does not work,
    `CallError` for what is no address of the web, `NotInstalled` without the extra ``[articles]``.
    """
    ends = time.monotonic() + seconds
    here = address
    for _ in range(_MOST_HOPS + 1):
        parts = _parse(here)
        answer = _ask(parts, resolve or resolve_publicly, ends)
        if isinstance(answer, Fetched):
            return answer
        following = _parse(urljoin(here, answer))
        if parts.scheme == "https" and following.scheme != "https":
            raise CannotFetch(f"{here} leads on to an address without encryption; save the page and give the file")
        here = following.geturl()
    raise CannotFetch(f"{address} leads on more than {_MOST_HOPS} times; save the page and give the file")


def resolve_publicly(host: str, port: int) -> Sequence[str]:
    """The numbers of a host by the name server; raises `CannotFetch` if one of them is not of the public web."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise CannotFetch(f"{host} is not known to the name server; look at how it is written") from error
    numbers = list(dict.fromkeys(str(each[4][0]) for each in found))
    if not numbers or not all(map(_is_public, numbers)):
        raise CannotFetch(
            f"{host} is no place of the public web but of a private network or this machine, which nothing is "
            "fetched from; save the page and give the file"
        )
    return numbers


def _is_public(number: str) -> bool:
    """Whether a number is of the public web, also one that is wrapped into another."""
    found: IPv4Address | IPv6Address = ip_address(number.partition("%")[0])
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is None and any(found in network for network in _WRAPPING):
            inner = IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(str(inner))
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def _parse(address: str) -> SplitResult:
    parts = _split(address)
    if parts is None or parts.scheme not in _PORTS or not parts.hostname:
        raise CallError(
            f"{address!r} is no address of the web; it begins with https:// or http:// and a host's name"
        )
    if parts.username is not None or parts.password is not None:
        raise CallError(
            "an address with a name and password in it is not fetched; save the page and give the file"
        )
    return parts


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    return None if port == 0 else parts


def _ask(parts: SplitResult, resolve: Resolver, ends: float) -> Fetched | str:
    """What an address answers, or the address that it leads on to."""
    try:
        from urllib3.exceptions import HTTPError
    except ImportError as error:
        raise NotInstalled(
            "--fetch takes the extra [articles]: pip install 'argumap[articles]'; or save the page"
        ) from error
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    trouble = "no connection"
    for number in resolve(host, port):
        if time.monotonic() >= ends:
            trouble = "it took too long"
            break
        connection = connect_to(number, port, host, encrypted=parts.scheme == "https", patience=_PATIENCE)
        # Every wait has its own limit, and many short ones together have this.
        watch = Timer(max(ends - time.monotonic(), 0), _hang_up, [connection])
        watch.daemon = True
        watch.start()
        try:
            connection.connect()
            return _converse(connection, parts, ends)
        except CannotFetch:
            raise
        except (HTTPError, HTTPException, OSError, ValueError, zlib.error) as error:
            trouble = "it took too long" if time.monotonic() >= ends else _why(error)
        finally:
            watch.cancel()
            connection.close()
    raise CannotFetch(f"{host} could not be read from ({trouble}); try again, or save the page and give the file")


def connect_to(number: str, port: int, host: str, *, encrypted: bool, patience: float) -> HTTPConnection:
    """A connection to a number that was looked at, which has to prove to be the ``host`` where it is encrypted."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if encrypted:
        return HTTPSConnection(number, port, timeout=patience, server_hostname=host, assert_hostname=host)
    return HTTPConnection(number, port, timeout=patience)


def _hang_up(connection: HTTPConnection) -> None:
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def _why(error: Exception) -> str:
    """What went wrong in a word or two: what a library says of it is nothing for people."""
    told = f"{type(error).__name__} {error}".casefold()
    kinds = (
        ("certificate", "its certificate is not trusted"),
        ("ssl", "the encrypted connection failed"),
        ("timed out", "it took too long"),
        ("timeout", "it took too long"),
        ("refused", "it lets nobody in there"),
        ("incomplete", "its answer broke off"),
        ("protocol", "its answer broke off"),
        ("reset", "its answer broke off"),
        ("decompress", "its answer is damaged"),
    )
    return next((words for sign, words in kinds if sign in told), "no connection")


def _converse(connection: HTTPConnection, parts: SplitResult, ends: float) -> Fetched | str:
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
    )
    # The name as a name server has it, with the port where it is another than usual.
    host = (parts.netloc.rpartition("@")[2]).encode("idna").decode("ascii")
    connection.request("GET", target, headers={"Host": host, **_SENT}, preload_content=False, decode_content=False)
    answer = connection.getresponse()
    try:
        return _take(answer, parts.geturl(), ends)
    finally:
        answer.close()


def _take(answer: BaseHTTPResponse, address: str, ends: float) -> Fetched | str:
    if answer.status in {301, 302, 303, 307, 308} and answer.headers.get("Location"):
        return str(answer.headers["Location"])
    if answer.status != HTTPStatus.OK:
        raise CannotFetch(f"{address} answers {_status(answer.status)}; save the page and give the file")
    kind, charset = _read_type(answer.headers.get("Content-Type", ""))
    is_text = _TEXTS.fullmatch(kind) is not None
    if not is_text and kind not in _FILES:
        raise CannotFetch(f"{address} is {kind}, which no article comes as; save its text as .txt")
    data = b"".join(_read(answer, address, ends))
    return Fetched(_as_utf8(data, charset) if is_text else data, address, _suffix(data, kind))


def _status(number: int) -> str:
    try:
        return f"{number} {HTTPStatus(number).phrase}"
    except ValueError:
        return str(number)


def _read_type(header: str) -> tuple[str, str]:
    kind, _, rest = header.partition(";")
    charset = re.search(r"charset\s*=\s*\"?([A-Za-z0-9_:.-]{2,40})", rest, re.IGNORECASE)
    return kind.strip().casefold(), charset[1] if charset else ""


def _read(answer: BaseHTTPResponse, address: str, ends: float) -> Iterator[bytes]:
    """The bytes of an answer, unpacked as they come, and no more of them than may be."""
    packed = answer.headers.get("Content-Encoding", "identity").strip().casefold()
    if packed not in {"identity", "", "gzip", "x-gzip"}:
        raise CannotFetch(f"{address} is packed in a way that was not asked for; save the page")
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS) if "gzip" in packed else None
    came = unpacked = 0
    while chunk := answer.read1(_CHUNK):
        came += len(chunk)
        clear = unpacker.decompress(chunk, _MOST_BYTES + 1) if unpacker else chunk
        unpacked += len(clear)
        if max(came, unpacked) > _MOST_BYTES or (unpacker and unpacker.unconsumed_tail):
            raise CannotFetch(f"{address} has more than {_MOST_BYTES // 1_000_000} MB; no article is so long")
        if time.monotonic() >= ends:
            raise TimeoutError
        yield clear
    if unpacker and not unpacker.eof:
        raise OSError("incomplete")


def _as_utf8(data: bytes, charset: str) -> bytes:
    """A text in UTF-8 with a mark that says so, where the answer names another encoding that it is valid in."""
    if not charset or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return data
    try:
        return b"\xef\xbb\xbf" + data.decode(charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return data


def _suffix(data: bytes, kind: str) -> str:
    from argumap.text import tell_suffix

    told = tell_suffix(data)
    if told == ".md" and "html" in kind:
        return ".html"
    return ".txt" if told == ".md" and kind == "text/plain" else told
