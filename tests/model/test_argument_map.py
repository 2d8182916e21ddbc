from __future__ import annotations

import pytest

from argumap.model import Index
from maps import TOWN


@pytest.mark.parametrize(("id", "kind"), [("cars", "issue"), ("other-towns", "argument"), ("nobody", None)])
def test_an_index_tells_the_kind_of_an_id(id: str, kind: str | None) -> None:
    assert Index(TOWN).kind(id) == kind
