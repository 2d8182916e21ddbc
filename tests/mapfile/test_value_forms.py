from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from argumap.mapfile.value_forms import (
    as_list,
    check_code,
    check_date,
    check_digest,
    check_language,
    check_words,
    is_slug,
    read_truth,
)

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        pytest.param(check_date, "2025-01/..", "2025-13-01", id="dates"),
        pytest.param(check_language, "zh-Hant", "English", id="languages"),
        pytest.param(check_digest, f"sha256:{'0' * 64}", "sha256:0", id="digests"),
        pytest.param(check_code, "AM313", "AM3", id="codes"),
        pytest.param(check_words, " a ", " \n", id="words"),
        pytest.param(read_truth, "true", "yes", id="yes and no"),
        pytest.param(read_truth, "false", ["false"], id="a list for yes and no"),
    ],
)
def test_a_value_passes_or_is_refused(check: Callable[[Any], object], right: str, wrong: object) -> None:
    check(right)
    with pytest.raises(ValueError, match=r"write|there are no words"):
        check(wrong)


def test_one_value_stands_for_a_list_of_one() -> None:
    assert as_list("a") == as_list(["a"]) == ["a"]


@pytest.mark.parametrize(("text", "slug"), [("close-it", True), ("Close", False), ("a--b", False), ("a\n", False)])
def test_an_id_is_small_letters_digits_and_single_hyphens(text: str, slug: bool) -> None:
    assert is_slug(text) is slug
