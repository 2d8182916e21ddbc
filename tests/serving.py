"""A server of this machine that gives set answers and remembers what it was asked."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Answer = tuple[int, dict[str, str], bytes]


class AnsweringServer(ThreadingHTTPServer):
    """``seen`` are the paths asked for, each with the host that was named."""

    daemon_threads = True

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        self.answers = answers
        self.seen: list[tuple[str, str]] = []
        self.stopped = Event()
        super().__init__(("127.0.0.1", 0), _Answering)


class _Answering(BaseHTTPRequestHandler):
    server: AnsweringServer

    def do_GET(self) -> None:
        self.server.seen.append((self.path, self.headers["Host"]))
        with suppress(OSError):  # whoever has enough hangs up
            self._drip() if self.path == "/slow" else self._answer(*self.server.answers[self.path])

    def _answer(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.server.stopped.wait(0.05):
            self.wfile.write(b"x")
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve(answers: Mapping[str, Answer]) -> Iterator[AnsweringServer]:
    with AnsweringServer(answers) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        yield serving
        serving.stopped.set()
        serving.shutdown()
