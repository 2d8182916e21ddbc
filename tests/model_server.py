"""A server on this machine that speaks as OpenAI does, and answers, fails or breaks off as it is told."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True)
class Reply:
    """What the server does with one request: an HTTP status with a body, broken off, or late."""

    text: str = ""
    status: int = 200
    ended: str = "stop"
    breaks_off: bool = False
    waits: float = 0.0
    body: bytes | None = None
    tokens: tuple[int, int] = (11, 7)

    def encode(self) -> bytes:
        if self.body is not None:
            return self.body
        if self.status != 200:
            return json.dumps({"error": {"message": self.text, "type": "error", "code": None}}).encode()
        return json.dumps(
            {
                "id": "1",
                "object": "chat.completion",
                "created": 0,
                "model": "tiny",
                "choices": [
                    {
                        "index": 0,
                        "finish_reason": self.ended,
                        "message": {"role": "assistant", "content": self.text},
                    }
                ],
                "usage": {
                    "prompt_tokens": self.tokens[0],
                    "completion_tokens": self.tokens[1],
                    "total_tokens": sum(self.tokens),
                },
            }
        ).encode()


@dataclass
class ModelServer:
    """The server's address, and what it was asked, with the headers; the last reply is given again and again."""

    replies: Sequence[Reply]
    address: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def serve(*replies: Reply) -> Iterator[ModelServer]:
    """Answer on 127.0.0.1 for as long as the block lasts."""
    state = ModelServer(replies)
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            reply = state.replies[min(len(state.asked), len(state.replies) - 1)]
            state.asked.append(json.loads(self.rfile.read(length)))
            state.headers.append({name.lower(): value for name, value in self.headers.items()})
            over.wait(reply.waits)
            body = reply.encode()
            self.send_response(reply.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.send_header("retry-after-ms", "1")
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if reply.breaks_off else body)
            self.close_connection = reply.breaks_off

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    state.address = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield state
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
