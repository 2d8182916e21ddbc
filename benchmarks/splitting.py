"""How long the newest splitter takes beside the first one: on our English texts, on the table of each language.

Run ``python benchmarks/splitting.py``; it prints CPU times and their ratio, and ends with 1 where a ratio is above
the target.
"""

from __future__ import annotations

import runpy
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.text import LANGUAGES, SEG, get_splitter, guess_language, parse_article, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TESTS = Path(__file__).parent.parent / "tests"
TARGET = 1.2
ROUNDS = 7
CHARACTERS = 300_000


def measure(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """The least CPU time of each, taken in turns."""
    times = [(measure(first), measure(second)) for _ in range(ROUNDS)]
    return min(a for a, _ in times), min(b for _, b in times)


def tell(name: str, times: tuple[float, float]) -> bool:
    first, second = times
    print(f"{name:<34} {1000 * first:7.1f} {1000 * second:7.1f} {second / first:6.2f}")
    return second <= TARGET * first


def paragraphs_of(language: str) -> list[str]:
    table = runpy.run_path(str(TESTS / "text" / "languages" / f"test_{language}.py"))["SPLITS"]
    text = " ".join(table.values()).replace(" | ", " ").replace("|", "")
    return [text] * (CHARACTERS // len(text))


def split(language: str, paragraphs: Sequence[str]) -> tuple[float, float]:
    first, newest = get_splitter(1), get_splitter(SEG, language)
    return compare(lambda: list(map(first.split, paragraphs)), lambda: list(map(newest.split, paragraphs)))


def main() -> int:
    sys.path.insert(0, str(TESTS))
    texts = [read_text(path) for path in sorted((TESTS / "articles").glob("*.md"))]
    print(f"{'milliseconds of CPU':<34} {'first':>7} {'newest':>7}  ratio")
    english = [paragraph for text in texts for paragraph in text.split("\n\n")] * 12
    good = tell("sentences of English articles", split("en", english))
    whole = "\n\n".join(texts)
    first, newest = (partial(parse_article, whole, version=version, language="en") for version in (1, SEG))
    good &= tell("reading our articles as Markdown", compare(first, newest))
    for code, language in LANGUAGES.items():
        if code != "en":
            tell(f"hard sentences in {language.name}", split(code, paragraphs_of(code)))
    guess = min(measure(lambda: guess_language(whole)) for _ in range(ROUNDS))
    print(f"{'guessing the language':<34} {'':>7} {1000 * guess:7.1f}")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
