"""What a single value of a map file may look like: dates, languages, yes and no, and the words of an id."""

from __future__ import annotations

import re

_DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_MONTH = r"\d{4}-(?:0[1-9]|1[0-2]|2[1-4])"
_MOMENT = rf"(?:{_DAY}|{_MONTH}|\d{{4}}|\d{{3}}X|\d{{2}}XX|\d{{4}}-XX|{_MONTH}-XX)[?~%]?"
_DATE = re.compile(rf"{_MOMENT}(?:/(?:{_MOMENT}|\.\.)?)?|(?:\.\.)?/{_MOMENT}", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
COMPARISON = r"^(<=|>=|<|>|=) ?(0(\.[0-9]+)?|1(\.0+)?|\.[0-9]+)$"
# BCP 47 without what nobody writes: names of four letters and more, which are reserved, and grandfathered tags.
LANGUAGE = (
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[A-WYZa-wyz0-9](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"
)
_TAG = re.compile(LANGUAGE, re.ASCII)
DIGEST = re.compile(r"sha256:[0-9a-f]{64}", re.ASCII)
PROBLEM_CODE = re.compile(r"AM[0-9]{3}", re.ASCII)


def is_slug(text: str) -> bool:
    return _SLUG.fullmatch(text) is not None


def as_list(value: object) -> object:
    return value if type(value) is list else [value]


def read_truth(value: object) -> object:
    if isinstance(value, str):  # a list or a mapping cannot be looked up
        if value in {"true", "True", "TRUE"}:
            return True
        if value in {"false", "False", "FALSE"}:
            return False
    raise ValueError("write true or false")


def check_date(value: str) -> str:
    if _DATE.fullmatch(value) is None:
        raise ValueError('write a date such as "2025", "2025-01", "2025-01-31", "2024/2025" or "2025-01~"')
    return value


def check_language(value: str) -> str:
    if _TAG.fullmatch(value) is None:
        raise ValueError("write a language as BCP 47 has it, such as en, de-AT or zh-Hant")
    return value


def check_digest(value: str) -> str:
    if DIGEST.fullmatch(value) is None:
        raise ValueError("write a digest as sha256: and 64 hexadecimal digits")
    return value


def check_code(value: str) -> str:
    if PROBLEM_CODE.fullmatch(value) is None:
        raise ValueError("write a code of a problem as `argumap check` prints it, such as AM313")
    return value


def check_words(value: str) -> str:
    if not value.strip():
        raise ValueError("there are no words in it; write some or delete the line")
    return value
