"""Templates filled with data, scripts and styles: one file that opens on a train and in ten years."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.page.embed import build_data_element, printable
from argumap.page.palette import build_tokens
from argumap.page.script_modules import join_modules
from argumap.phrases import find_direction, get_phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment
    from markupsafe import Markup

    from argumap.phrases import Phrases

_GENERATOR = '<meta name="generator" content="argumap">'
_MAP = re.compile('<meta name="argumap-map" content="([^"]*)">')
_HERE = Path(__file__).parent
_SHARED = _HERE / "static"
# A phrase's key, or the beginning of one that a script puts together: "outline.found", `relation.${name}`.
_KEY = re.compile(r'["`]([a-z][a-z-]*\.(?:[a-z-]+\.?)*)["`$]')
_ALWAYS = frozenset({"grammar.and", "grammar.comma"})


def render(
    template: Path,
    *,
    title: str,
    payload: object,
    script: str,
    styles: Sequence[str],
    language: str = "",
    **context: object,
) -> str:
    """The page that ``template`` makes, whole in one string.

    ``title`` is the map's title and the page's heading; ``payload`` is embedded as JSON in the element
    ``#payload`` (none where it is None); ``script`` is the module that the page starts with, joined with all
    that it imports; ``styles`` are joined as they come. Both are names of files beside the template or of those
    that all pages share. ``language`` is the tag of the language of the map, "" where it is not known: the page
    speaks it if it can, else English. ``context`` goes to the template: ``page`` is the name of this page,
    ``pages`` the navigation (each with ``name``, ``file`` and ``label``), ``maps_page`` the address of the page of
    all maps, ``lenses`` by id the cases of those who
    speak (each with a ``name``).

    Templates say ``phrase(KEY, …)`` for what the page says itself, ``write_date(DATE)`` for a date, and put
    ``map_text`` into the tag of what the map says.
    """
    environment = build_environment(
        context,
        folder=template.parent,
        title=title,
        payload=payload,
        script=script,
        styles=styles,
        language=language,
    )
    return environment.get_template(template.name).render()


def build_environment(
    context: Mapping[str, object],
    *,
    folder: Path,
    title: str,
    payload: object,
    script: str,
    styles: Sequence[str],
    libraries: Sequence[str] = (),
    language: str = "",
) -> Environment:
    """The template environment that `render` uses, for those who must call the template themselves.

    ``folder`` is that of the view. ``libraries`` are texts of scripts from elsewhere; each gets an element of
    its own before ours, and runs once ours asks for it.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    from argumap.page.template_code import KEPT_CODE

    phrases = get_phrases(language)
    head = _load_head()
    own_script = _load_script(script, folder)
    held = [*map(_script, libraries)]
    environment = Environment(
        loader=FileSystemLoader([folder, _HERE / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=printable,
        bytecode_cache=KEPT_CODE,
    )
    environment.globals.update(
        {
            "title": title,
            "lang": phrases.code,
            "direction": find_direction(language or phrases.code),
            "map_text": mark_language(language, phrases.code),
            "phrase": _PhraseFiller(phrases),
            "write_date": phrases.write_date,
            "spoken": build_data_element("words", phrases.pick(_ALWAYS.union(_find_keys(own_script)))),
            "pages": (),
            "maps_page": "",
            "published": None,
            "page": "",
            "lenses": {},
            "tour": (),
            "drafted": frozenset(),
            "data": build_data_element,
            "payload": None if payload is None else build_data_element("payload", payload),
            "style": _load_style(folder, tuple(styles)),
            "head_script": head,
            "libraries": held,
            "body_script": own_script,
            "policy": Markup(_policy([head, *held, own_script])),  # noqa: S704 - made of digests alone
        }
    )
    environment.globals.update(context)
    environment.globals["mark_drafted"] = _DraftMarker(environment.globals["drafted"])
    return environment


class _DraftMarker:
    """Gives an element that shows any of some ids the attribute by which what nobody has seen is dashed."""

    def __init__(self, drafted: object) -> None:
        self.drafted: frozenset[str] = drafted if isinstance(drafted, frozenset) else frozenset()

    def __call__(self, *ids: str) -> Markup:
        from markupsafe import Markup

        return Markup("") if self.drafted.isdisjoint(ids) else Markup(" data-drafted")


def mark_language(language: str, around: str) -> Markup:
    """The attributes of an element whose text is in ``language`` on a page in the language ``around``."""
    from markupsafe import Markup

    foreign = language and language.partition("-")[0] != around
    return Markup(' dir="auto" lang="{}"').format(printable(language)) if foreign else Markup(' dir="auto"')


class _PhraseFiller:
    """Says a phrase in a template; what is markup among the values stays so."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases

    def __call__(self, key: str, **values: object) -> str:
        if not values or not any(hasattr(value, "__html__") for value in values.values()):
            return self.phrases.say(key, **values)
        from markupsafe import escape

        written = {name: printable(value) for name, value in self.phrases.write(values).items()}
        return escape(self.phrases.get_pattern(key, values.get("n"))).format(**written)

    def join(self, words: Sequence[str]) -> str:
        """``a``, ``a and b``, ``a, b and c``; of markup it stays markup."""
        from markupsafe import Markup

        *rest, last = words or [""]
        return self("grammar.and", first=Markup(self("grammar.comma")).join(rest), last=last) if rest else last  # noqa: S704

    def __contains__(self, key: str) -> bool:
        return key in self.phrases.phrases


@lru_cache
def _find_keys(script: str) -> frozenset[str]:
    """What may name a phrase in a script."""
    return frozenset(_KEY.findall(script))


def mark_build(page: str, build: str, of: str) -> str:
    """The page with the map it is ``of`` and the build that it belongs to, so that pages can be told apart."""
    from markupsafe import escape

    own = f'<meta name="argumap-map" content="{escape(printable(of))}">'
    marks = f'{own}\n<meta name="argumap-build" content="{build}">'
    return page.replace(_GENERATOR, f"{_GENERATOR}\n{marks}", 1)


def find_map_of(page: str) -> str | None:
    """The name of the map that a page was built of; None where it does not say."""
    found = _MAP.search(page)
    return unescape(found[1]) if found else None


@lru_cache
def _load_head() -> Markup:
    return _script((_SHARED / "theme.js").read_text(encoding="utf-8"))


@lru_cache
def _load_script(name: str, folder: Path) -> Markup:
    return _script(join_modules(_find(name, folder), (folder, _SHARED)))


@lru_cache
def _load_style(folder: Path, names: tuple[str, ...]) -> Markup:
    texts = (_find(name, folder).read_text(encoding="utf-8") for name in names)
    return _raw("\n".join([build_tokens(), *texts]), "</style")


def _find(name: str, folder: Path) -> Path:
    """A script or style of ours: of the view in ``folder``, or one that all pages share."""
    own = folder / name
    return own if own.is_file() else _SHARED / name


@lru_cache
def _script(text: str) -> Markup:
    return _raw(text.replace("\r\n", "\n").replace("\r", "\n"), "</script")


def _raw(text: str, end: str) -> Markup:
    from markupsafe import Markup

    if end in text.lower() or "<!--" in text:
        raise ValueError(f"a script or style holds {end!r} or '<!--' and would break its page")
    return Markup(text)  # noqa: S704 - our own files and pyvis's, checked above


def _policy(scripts: Sequence[str]) -> str:
    digests = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    rules: Mapping[str, str] = {
        "default-src": "'none'",
        "script-src": digests,
        "style-src": "'unsafe-inline'",
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


@lru_cache
def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
