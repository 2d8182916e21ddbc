"""Calls of a model, recorded so that a draft can be repeated without it, byte for byte, and a broken one goes on.

A record holds the article's sentences and what was answered; no address and no key.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from argumap.assisted_draft.model_calls import ModelAnswer
from argumap.errors import CannotWrite, DamagedFile, NotAtHand, OtherFormat
from argumap.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argumap.assisted_draft.model_calls import LanguageModel, ModelQuestion

_FORMAT: Final = 1
_LIMIT: Final = 200_000_000
_KEYS: Final = ("text", "input_tokens", "output_tokens", "ended", "cost")


@dataclass(frozen=True)
class CallRecord:
    """The answers of the model ``name``, by what was asked."""

    name: str
    answers: Mapping[str, ModelAnswer] = field(default_factory=dict)


def read_record(path: Path) -> CallRecord:
    """The calls that a file holds; a last line that was cut off is left out.

    Raises `DamagedFile` for a file that is no such record, `OtherFormat` for one of another version.
    """
    lines = read_bytes(path, _LIMIT).decode("utf-8", "replace").split("\n")
    head = _parse(lines[0])
    model, version = head.get("model"), head.get("calls_of_argumap")
    if not isinstance(model, str) or not isinstance(version, int):
        raise DamagedFile(
            f"{path} is no record of a draft; name the file that `argumap draft --model` wrote", path, 1
        )
    if version != _FORMAT:
        raise OtherFormat(
            f"{path} was recorded by another version of argumap",
            path,
            found=version,
            known=_FORMAT,
        )
    answers: dict[str, ModelAnswer] = {}
    for n, line in enumerate(lines[1:-1], 2):
        call = _parse(line)
        try:
            answers[str(call["asked"])] = ModelAnswer(**{key: call[key] for key in _KEYS}, reused=True)
        except (KeyError, TypeError) as error:
            raise DamagedFile(
                f"{path} is damaged in line {n}; take the line out, or draft anew", path, n
            ) from error
    return CallRecord(model, answers)


# Any: a line that somebody may have changed.
def _parse(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


class RecordedModel:
    """Answers from a record, and asks a model for the rest, each new answer written down at once.

    Without a model, what is not in the record is not at hand (`NotAtHand`). ``file`` is where to write.
    """

    def __init__(
        self, model: LanguageModel | None, record: CallRecord | None = None, file: Path | None = None
    ) -> None:
        self._model, self._file = model, file
        self._record = record or CallRecord(model.name if model else "")

    @property
    def name(self) -> str:
        return self._model.name if self._model else self._record.name

    def ask(self, question: ModelQuestion) -> ModelAnswer:
        """The answer to a question. Raises `NotAtHand`, or as the model does."""
        asked = question.digest(self.name)
        known = self._record.answers.get(asked)
        if known is not None:
            return known
        if self._model is None:
            raise NotAtHand(
                f"the record has no answer to one question ({question.stage}): it was made of another article, of "
                "other options, or by another version of argumap; draft with --model again"
            )
        answer = self._model.ask(question)
        if self._file is not None:
            self._write(question, asked, answer)
        return answer

    def _write(self, question: ModelQuestion, asked: str, answer: ModelAnswer) -> None:
        told = {key: getattr(answer, key) for key in _KEYS}
        line = {"asked": asked, "stage": question.stage, "prompt": question.prompt, **told}
        file = self._file
        assert file is not None  # noqa: S101 - asked for by whoever calls
        try:
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                (file.parent / ".gitignore").write_text("*\n", encoding="utf-8")
                _append(file, {"calls_of_argumap": _FORMAT, "model": self.name})
            _append(file, line)
        except OSError as error:
            raise CannotWrite(f"cannot write {file}: {error.strerror}", file) from error


def _append(file: Path, line: object) -> None:
    written = json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    with file.open("ab") as opened:
        opened.write(written)
