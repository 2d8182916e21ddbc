from __future__ import annotations

from argumap.formats._outlines.writing import write_outline
from maps import CYCLE, TOWN

OUTLINE = """# Who may drive in the old town&#63;

## Should the old town be closed to private cars?

- The old town should be closed to private cars. — *The column's author*
  - Pro: Streets without cars have cleaner air. — *The column's author*
  - Con: Shops in the old town lose customers when cars are kept out. — *Shopkeepers' guild* (argues), \
*The column's author* (concedes)
    - Undercut, jointly:
      - Other towns count more walkers since they closed. — *The column's author* (presents)
      - Shop rents rose where cars were kept out. — *The column's author* (presents)
- Private cars should keep their access to the old town. — *Shopkeepers' guild*
  - Pro: Shops in the old town lose customers when cars are kept out.

## How clean is the air?

- Streets without cars have cleaner air.
"""


def test_a_map_is_an_outline_beneath_its_questions() -> None:
    assert f"{write_outline(TOWN).rstrip()}\n" == OUTLINE


def test_circles_begin_somewhere() -> None:
    assert write_outline(CYCLE).splitlines()[2:] == [
        "- A holds.",
        "  - Con: B holds.",
        "    - Con: A holds.",
        "- C holds.",
        "  - Con: C holds.",
    ]
