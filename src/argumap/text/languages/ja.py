"""Japanese. Words stand without spaces between them, and a verb is negated at its end."""

from __future__ import annotations

import re

from argumap.text.languages import Language, count_up, either, listed

# What looks like a negation or a number and is a part of another word comes first, and counts for nothing; so does
# what two negations make: "must" and "may be".
_NO_NEGATION = listed(
    "少ない 少なく 少なかっ 少なから 危ない 危なく 切ない 切なく 情けない もったいない なければなら なければいけ "
    "なくてはなら なくてはいけ ないといけ かもしれない かもしれません に違いない に違いありません に過ぎない "
    "にすぎない 間違いない 間違いなく 仕方ない 非常 未来 未満 不思議 不動産 無料 無線 無事 無理やり ではないか "
    "じゃないか ではないでしょうか ませんか"
)
_NO_NUMBER = listed(
    "一番 一般 一部 一方 一緒 一致 一定 一層 統一 唯一 第一 一時 一気 一応 一体 万一 十分 三角 四国 千葉 八百屋 "
    "九州 一つ 一人 万が一"
)
_NUMERALS = "〇零一二三四五六七八九十百千万億兆"


PLUGIN = Language(
    code="ja",
    name="Japanese",
    negators=frozenset(),
    # What words in Latin letters among the others bring with them.
    before_names=listed("mr mrs ms dr prof st vs"),
    before_numbers=listed("no nos fig vol p pp ver"),
    number_words={
        **count_up("二 三 四 五 六 七 八 九 十", 2),
        "百": 1e2,
        "千": 1e3,
        "万": 1e4,
        "億": 1e8,
        "兆": 1e12,
        **dict.fromkeys(("半分", "半数", "半ば"), 1 / 2),
    },
    negations=re.compile(
        rf"(?:{either(_NO_NEGATION)})"
        r"|(ない|なかっ|なけれ|なくな|なくて|なく(?=[、。])|ません|ずに|せず|[れられき]ず(?=[、。])|まい(?=[、。]|$)|[不無非未](?=[一-龥]))"
    ),
    numbers=re.compile(
        rf"(?:{either(_NO_NUMBER)})"
        rf"|(\d+(?:[.,:]\d+)*[{_NUMERALS}]*|[{_NUMERALS}]{{2,}}|[二三四五六七八九十百千万億兆]|半[分数]|一[割倍]|倍増)"
    ),
    spaced=False,
    # 「…。」と言った: what is said goes on in the sentence of who says it.
    after_quote=r"と(?!ころ|ても|にかく|もあれ|もかく|りあえず|はいえ|いうのも)|って|などと?|という|との|を|の(?=[一-龥ァ-ヴ])"
    r"|[はがもに](?=[、一-龥ァ-ヴ])|だ[。とがっ]|です|で(?=[、一-龥])|、",
)
