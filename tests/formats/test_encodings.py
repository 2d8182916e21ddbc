from __future__ import annotations

import pytest

from argumap.formats._encodings import guess_code_page, recode

_TEXT = '{"text": "Der Müller hört das Wasser – nur „leise“."}'


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_of_unicode_are_known(coding: str) -> None:
    assert recode(_TEXT.encode(coding)).decode() == _TEXT


@pytest.mark.parametrize(
    "data", [b"", b"{}", "Müller".encode(), "\ufeffMüller".encode(), b"\xff\xfeabc", b"PK\0\0"]
)
def test_all_else_is_left_as_it_is(data: bytes) -> None:
    assert recode(data) == data


def test_xml_says_its_encoding() -> None:
    written = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<a>Müller</a>'
    assert recode(written.encode("latin-1")).decode() == written
    said = written.replace("ISO-8859-1", "wax")
    assert recode(said.encode("latin-1")) == said.encode("latin-1")


def test_xml_that_says_another_encoding_than_it_has_is_read() -> None:
    written = '<?xml version="1.0" encoding="utf-16"?>\n<a>Müller</a>'
    assert recode(written.encode()) == written.encode()


@pytest.mark.parametrize("coding", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize(
    "text",
    [
        "Die Mühle klappert, der Müller hört es; die Straße läuft über den Fluß. Öl für alle.",
        "Le moulin est fermé; les pêcheurs s'en vont, à côté de la forêt, où ça leur plaît.",
        "El año pasado, según el señor, también llovió más. Número uno.",
    ],
)
def test_code_pages_are_told_apart_by_their_words(text: str, coding: str) -> None:
    assert guess_code_page(text.encode(coding)) == coding


def test_signs_of_the_most_common_one_do_not_mislead() -> None:
    assert guess_code_page("The miller’s “old” dam – it leaks… 20 °C, £5".encode("cp1252")) == "cp1252"
    assert guess_code_page("The miller’s “old” dam – it leaks… £5".encode("mac_roman")) == "mac_roman"


def test_letters_of_another_script_are_in_none() -> None:
    assert guess_code_page(("Плотина течёт, и её надо чинить. " * 3).encode("cp1251")) is None
    assert guess_code_page("堤防は漏れている。池の水を抜くべきだ。".encode("shift_jis")) is None
