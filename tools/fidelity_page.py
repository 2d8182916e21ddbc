"""Writes what each format keeps, as it is measured, into ``docs/exchange.md``."""

from __future__ import annotations

from pathlib import Path

from argumap.project import build_fidelity_tables, write_fidelity_tables

PAGE = Path(__file__).parents[1] / "docs" / "exchange.md"
BEGIN = (
    "<!-- the tables of `argumap formats --features`, written by tools/fidelity_page.py; a test compares them -->"
)
END = "<!-- end of the tables -->"


def main() -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    tables = write_fidelity_tables(build_fidelity_tables())
    PAGE.write_text(f"{before}{BEGIN}\n{tables}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
