"""Templates are compiled once: for all pages of a process, and beside our own compiled modules for the next."""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Final

import jinja2

from argumap.errors import CannotRead, CannotWrite, TooLarge
from argumap.files import read_bytes, write_whole

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

FOLDER: Final = Path(cache_from_source(__file__)).parent
"""Where Python keeps this package's compiled modules: whoever can write there can change what we run as well."""
_DIGEST_SIZE: Final = sha256().digest_size
_LIMIT: Final = 10_000_000


class TemplateCode(jinja2.BytecodeCache):
    """The compiled templates, kept in memory and, unless it is None, in ``folder``.

    A file that is damaged or was made of another text, by another Python or another Jinja, is as if it were not
    there; a folder that cannot be written to costs time and nothing else.
    """

    def __init__(self, folder: Path | None = FOLDER) -> None:
        self._folder = folder
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give ``bucket`` the code of its template where it is kept."""
        kept = self._kept.get((bucket.key, bucket.checksum)) or self._read(bucket)
        if kept is not None:
            self._kept[bucket.key, bucket.checksum] = bucket.code = kept

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code that was compiled for ``bucket``."""
        if bucket.code is None:
            return
        self._kept[bucket.key, bucket.checksum] = bucket.code
        if self._folder is not None and not sys.dont_write_bytecode:
            code = marshal.dumps(bucket.code)
            with suppress(CannotWrite):
                write_whole(_path(self._folder, bucket), _digest(bucket, code) + code)

    def _read(self, bucket: Bucket) -> CodeType | None:
        if self._folder is None:
            return None
        try:
            kept = read_bytes(_path(self._folder, bucket), _LIMIT)
        except (CannotRead, TooLarge):
            return None
        if kept[:_DIGEST_SIZE] != _digest(bucket, kept[_DIGEST_SIZE:]):
            return None
        code: object = marshal.loads(kept[_DIGEST_SIZE:])  # noqa: S302 - it lies among our own compiled modules
        return code if isinstance(code, CodeType) else None


def _path(folder: Path, bucket: Bucket) -> Path:
    return folder / f"template-{bucket.key}.{sys.implementation.cache_tag}.bin"


def _digest(bucket: Bucket, code: bytes) -> bytes:
    """What a file begins with: it names the code, the text that it was compiled from, and what compiled it."""
    compiler = f"{bucket.checksum} {jinja2.__version__} ".encode() + MAGIC_NUMBER
    return sha256(compiler + code).digest()


KEPT_CODE: Final = TemplateCode()
