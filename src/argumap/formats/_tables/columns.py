"""What the columns of a table are for: told by their headings, in several languages, or by whoever asks."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Final

from argumap.errors import OtherTool
from argumap.formats._sides import find_side, plain
from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# The first name that a heading has wins, so what says most stands first; "start" and "end" are those of an edge.
_NAMES: Final[Mapping[str, str]] = {
    "relation": "relation, relation type, relationship, side, stance, sign, polarity, pro con, pro or con, "
    "procon, pro contra, for against, for or against, stance wa, bearing, link, link type, edge type, direction, "
    "beziehung, seite, haltung, pro kontra, dafur dagegen, wirkung, vorzeichen, "
    "lien, relacion, sens, pour contre, pour ou contre, postura, signo, a favor en contra, sentido, relazione",
    "text": "text, claim text, statement text, argument text, source text, from text, premise text, node text, "
    "argsrc, arg src, "
    "statement, argument, reason, premise, point, proposition, sentence, assertion, opinion, claim, "
    "claims, statements, arguments, comment, thesis, content, body, contention, label, "
    "aussage, grund, begrundung, behauptung, these, satz, inhalt, beitrag, meinung, "
    "texte, enonce, raison, affirmation, proposition texte, contenu, avis, "
    "texto, argumento, razon, afirmacion, enunciado, declaracion, contenido, opinion texto, "
    "testo, affermazione, tesi, tekst, stelling, proposal, idea, option, "
    "vorschlag, idee, propuesta, description, beschreibung, descripcion",
    "parent-text": "parent text, target text, to text, end text, conclusion text, argtrg, arg trg, zieltext, "
    "texte cible",
    "parent": "parent, parent id, parentid, parent claim, reply to, replies to, in reply to, response to, "
    "responds to, bears on, target, target id, under, belongs to, supports or attacks, refers to, conclusion, "
    "ubergeordnet, eltern, elternteil, bezug, bezieht sich auf, antwort auf, gehort zu, ziel, oberpunkt, schluss, "
    "reponse a, se rapporte a, cible, parente, "
    "padre, responde a, respuesta a, objetivo, se refiere a, conclusion de",
    "id": "id, claim id, node id, nodeid, identifier, key, nr, no, number, num, code, row, "
    "kennung, nummer, schlussel, zeile, identifiant, numero, cle, n, identificador, clave",
    "step": "step, step id, group, argument id, inference, linked, linked with, "
    "schritt, gruppe, etape, groupe, paso, grupo",
    "who": "who, who says it, who said it, who says this, who says so, who says, who said, author, speaker, "
    "said by, stated by, voice, by, name, user, person, stakeholder, participant, "
    "wer, wer sagt es, wer sagt das, wer hat es gesagt, gesagt von, "
    "autor, autorin, sprecher, sprecherin, verfasser, verfasserin, urheber, person name, "
    "qui, auteur, autrice, locuteur, personne, nom, quien, autora, hablante, persona, nombre, autore, auteurs",
    "act": "act, speech act, sprechakt, acte, acte de langage, acto, acto de habla",
    "question": "question, issue, frage, streitfrage, pregunta, cuestion, domanda, vraag, topic, theme, thema, "
    "sujet, tema, motion",
    "title": "title, short title, heading, titel, kurztitel, uberschrift, titre, titulo, titolo",
    "type": "type, kind, claim type, node type, typ, art, genre, tipo, clase",
    "date": "date, day, datum, jour, fecha, data, dato",
    "tags": "tags, tag, keywords, keyword, category, schlagworte, schlagwort, kategorie, mots cles, categorie, "
    "etiquetas, categoria",
    "implicit": "implicit, unstated, implizit, implicite, implicito",
}
_START = "from, source, start, premise, from id, source id, von, quelle, pramisse, de, depuis, desde, origen, da"
_END = "to, target, end, conclusion, to id, target id, nach, zu, ziel, a, vers, hacia, hasta, destino, cible, aan"
# Where another column has the words, these say what they bear on.
_ABOVE = "claim, thesis, position, topic, motion, behauptung, these, thema, affirmation, tesis, tema, sujet"
ROLES: Final = (*_NAMES, "pro", "con")
"""What a column may be for, as whoever asks names it."""
_ASKED = {**{role: role for role in ROLES}, "from": "id", "to": "parent", "target": "parent", "header": "header"}
# Headings that are verbs are over counts, or over what else is for or against.
_COUNTED = frozenset(
    {"agree", "agrees", "disagree", "disagrees", "support", "supports", "supported", "attack", "attacks", "object"}
)
_REASONS = frozenset(
    {"argument", "arguments", "reason", "reasons", "point", "points", "claim", "claims", "statement", "statements"}
    | {"side", "text", "argumente", "grund", "grunde", "punkt", "punkte", "raison", "raisons", "razon", "razones"}
    | {"argumento", "argumentos", "motivi", "argomenti", "argumenten"}
)
_PLAIN_NUMBER = re.compile(r"\d{1,4}", re.ASCII)


def _rank(listed: str) -> dict[str, int]:
    return {name.strip(): n for n, name in reversed([*enumerate(listed.split(","))])}


_RANKS = {role: _rank(names) for role, names in _NAMES.items()}
_STARTS, _ENDS, _ABOVES = _rank(_START), _rank(_END), _rank(_ABOVE)


def find_columns(header: Sequence[str], known: Mapping[str, int] | None = None) -> dict[str, int]:
    """The place of every column whose heading says what it is for, beside those ``known``; each serves once."""
    found = dict(known or {})
    names = {n: plain(cell) or ("n" if cell.strip() else "") for n, cell in enumerate(header)}
    for n in found.values():
        names.pop(n, None)
    if found.keys().isdisjoint({"id", "parent"}):
        _take_ends(names, found)
    if found.keys().isdisjoint({"pro", "con"}):
        _take_sides(names, found, header)
    for role, ranks in _RANKS.items():
        _take(role, ranks, names, found)
    if "text" in found:
        _take("parent", _ENDS, names, found)
    if {"relation", "text"} <= found.keys():
        _take("parent", _ABOVES, names, found)
        if "parent" not in found and "question" in found and plain(header[found["question"]]) in _ABOVES:
            found["parent"] = found.pop("question")
    return found


def _take_ends(names: dict[int, str], found: dict[str, int]) -> None:
    """The two ends of an edge, which only mean that where both are there."""
    start, end = _best(names, _STARTS), _best(names, _ENDS)
    if start is not None and end is not None and start != end:
        found |= {"id": start, "parent": end}
        del names[start], names[end]


def _take_sides(names: dict[int, str], found: dict[str, int], header: Sequence[str]) -> None:
    """A column of reasons for and one of reasons against, which are that only beside each other."""
    words = {n: header[n].strip() if name == "n" else name for n, name in names.items() if name not in _COUNTED}
    sides = {
        side: n for n, word in reversed(words.items()) if not word.isdigit() and (side := _find_heading_side(word))
    }
    if {Bearing.SUPPORTS, Bearing.ATTACKS} <= sides.keys():
        found |= {"pro": sides[Bearing.SUPPORTS], "con": sides[Bearing.ATTACKS]}
        del names[found["pro"]], names[found["con"]]


def _find_heading_side(heading: str) -> Bearing | None:
    """The side that a heading names, also where it says of what: *Con arguments*, *Gründe dagegen*."""
    if side := find_side(heading):
        return side
    rest = [word for word in plain(heading).split() if word not in _REASONS]
    return find_side(" ".join(rest)) if rest else None


def _take(role: str, ranks: Mapping[str, int], names: dict[int, str], found: dict[str, int]) -> None:
    if role not in found and (n := _best(names, ranks)) is not None:
        found[role] = n
        del names[n]


def _best(names: Mapping[int, str], ranks: Mapping[str, int]) -> int | None:
    known = [(ranks[name], n) for n, name in names.items() if name in ranks]
    return min(known)[1] if known else None


def is_table(columns: Mapping[str, int]) -> bool:
    """Whether columns tell claims: their words, or what bears on what."""
    return "text" in columns or {"id", "parent"} <= columns.keys() or {"pro", "con"} <= columns.keys()


def choose_columns(header: Sequence[str], asked: Mapping[str, str], file: str) -> dict[str, int]:
    """The columns that were ``asked`` for by heading or number; what was left open is found by headings.

    Raises `OtherTool` where there is no such column.
    """
    chosen: dict[str, int] = {}
    for name, wanted in asked.items():
        if name != "header" and wanted:
            chosen[_ASKED.get(name, name)] = _find_column(header, wanted, file)
    if asked.get("header") == "no":
        return chosen
    left_out = {_ASKED.get(name, name) for name, wanted in asked.items() if not wanted}
    return {role: n for role, n in find_columns(header, chosen).items() if role not in left_out}


def _find_column(header: Sequence[str], wanted: str, file: str) -> int:
    for n, cell in enumerate(header):
        if " ".join(cell.split()) == " ".join(wanted.split()):
            return n
    same = [n for n, cell in enumerate(header) if plain(cell) == plain(wanted) and plain(wanted)]
    # A number with a sign or a stop is no heading that was written a little otherwise.
    if same and any(map(str.isalpha, wanted)):
        return same[0]
    if _PLAIN_NUMBER.fullmatch(wanted) and 0 < int(wanted) <= len(header):
        return int(wanted) - 1
    shown = ", ".join(repr(" ".join(cell.split())) for cell in header[:20])
    raise OtherTool(f"no column is called {wanted!r}; there are {shown}, or say its number", file)


def tell_columns(header: Sequence[str], columns: Mapping[str, int]) -> Iterator[str]:
    """What each column was taken for, in the order of the table, then those that are for nothing."""
    roles = {n: role for role, n in columns.items()}
    named = {n: " ".join(cell.split()) or f"column {n + 1}" for n, cell in enumerate(header)}
    yield ", ".join(f"{role} = {named.get(n, f'column {n + 1}')}" for n, role in sorted(roles.items()))
    unread = [n for n in named if n not in roles]
    if unread:
        first = shlex.quote(" ".join(header[unread[0]].split()) or str(unread[0] + 1))
        yield f"not read: {', '.join(named[n] for n in unread)}; {_tell_uses(columns, first)}"


def _tell_uses(columns: Mapping[str, int], first: str) -> str:
    """What the columns that were not read may be for, and how to say so of the ``first``."""
    free = ", ".join(role for role in _NAMES if role not in columns)
    if "who" not in columns:
        return f"if it says who speaks: --columns who={first}; the uses are {free}"
    return f"if one is for {free}, say so: --columns USE={first}"
