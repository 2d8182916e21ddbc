"""The words by which people without an argument tool say that something speaks for or against something else."""

from __future__ import annotations

import re

from argumap.model import Bearing
from argumap.wording import fold

# A line a language: English, German, French, Spanish, then single words of Italian, Portuguese and Dutch.
_FOR = """
pro, pros, for, support, supports, supporting, supported, supportive, in favor, in favour, favor, favour, agree
agrees, because, evidence, plus, advantage, advantages, benefit, benefits, upside, upsides
argument for, arguments for, reason for, reasons for
fur, dafur, stutzt, unterstutzt, unterstutzung, befurwortet, spricht dafur, grunde dafur, argumente dafur, vorteil
vorteile, pro argument, pro argumente, zustimmung
pour, soutient, appuie, soutien, en faveur, favorable, argument pour, arguments pour, avantage, avantages
a favor, apoya, apoyo, favorece, respalda, argumento a favor, argumentos a favor, ventaja, ventajas
a favore, sostiene, supporta, vantaggi, apoia, favoravel, vantagem, vantagens, vantaggio, voor
ondersteunt, steunt, voordelen
"""
_AGAINST = """
con, cons, contra, contras, kontra, kontras, against, attack, attacks, attacking, oppose, opposes, opposing
opposed
opposition, object, objects, objection, objections, rebut, rebuts, rebuttal, refute, refutes, counter
counterargument, minus
disagree, disagrees, argument against, arguments against, reason against, reasons against, disadvantage
disadvantages, drawback, drawbacks, downside, downsides
dagegen, gegen, spricht dagegen, widerspricht, greift an, entkraftet, einwand, einwande, gegenargument
gegenargumente, grunde dagegen, argumente dagegen, nachteil, nachteile, ablehnung
contre, attaque, s oppose, contredit, argument contre, arguments contre, inconvenient, inconvenients
desavantage, desavantages
en contra, inconveniente, inconvenientes, ataca, refuta, objecion, objeciones, se opone, argumento en contra
argumentos en contra, desventaja
desventajas
contro, attacca, confuta, contrario, svantaggi, desvantagem, desvantagens, tegen, bestrijdt, valt aan, nadelen
"""
_DENIES = "undercut, undercuts, undercutter, undercutting, untergrabt, entkoppelt, sape, socava"
_SIGNS = {
    **dict.fromkeys(("+", "+1", "1", "1.0", "+1.0"), Bearing.SUPPORTS),
    **dict.fromkeys(("-", "-1", "-1.0"), Bearing.ATTACKS),
}
_ONE_SIGN = str.maketrans("−–—﹣－＋", "-----+")


def plain(words: str) -> str:
    """Words as they are compared: small letters without accents and marks, one space between them."""
    return " ".join(re.findall(r"[^\W_]+", fold(words)))


def _split(listed: str) -> list[str]:
    return [word.strip() for word in re.split(r"[,\n]", listed) if word.strip()]


_WORDS = {
    **dict.fromkeys(_split(_FOR), Bearing.SUPPORTS),
    **dict.fromkeys(_split(_AGAINST), Bearing.ATTACKS),
    **dict.fromkeys(_split(_DENIES), Bearing.UNDERCUTS),
}


def find_side(words: str) -> Bearing | None:
    """The side that a sign, a number or a word names; None for any other."""
    bare = words.strip().strip("()[]:.").translate(_ONE_SIGN).strip()
    return _SIGNS.get(bare) or _WORDS.get(plain(words))
