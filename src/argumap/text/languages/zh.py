"""Chinese, in its simplified and its traditional characters. Words stand without spaces between them."""

from __future__ import annotations

import re

from argumap.text.languages import Language, count_up, either, listed

# What looks like a negator or a number and is a part of another word comes first, and counts for nothing.
_NO_NEGATION = listed(
    "不过 不過 不仅 不僅 不但 不只 不单 不單 不光 不少 不断 不斷 不同 不久 不管 不论 不論 无论 無論 非常 非洲 "
    "除非 未来 未來 别人 別人 特别 特別 分别 分別 个别 個別 区别 區別 类别 類別 性别 性別 级别 級別 差别 差別 "
    "告别 告別 鉴别 鑑別 识别 識別 别墅 別墅 莫斯科 是否 能否 可否 否则 否則 无数 無數 无线 無線 不得不 对不起 "
    "對不起 差不多 了不起 不错 不錯 不由得 不如 不妨 不禁 不愧"
)
_NO_NUMBER = listed(
    "十分 千万别 千萬別 万一 萬一 百姓 四川 三角 四周 一一 千方百计 千方百計 八卦 九龙 九龍 六合 两岸 兩岸 万岁 "
    "萬歲"
)
_NUMERALS = "〇零一二三四五六七八九十百千万萬亿億兆两兩"


PLUGIN = Language(
    code="zh",
    name="Chinese",
    negators=frozenset(),
    # What words in Latin letters among the others bring with them.
    before_names=listed("mr mrs ms dr prof st vs"),
    before_numbers=listed("no nos fig vol p pp ver"),
    number_words={
        **count_up("二 三 四 五 六 七 八 九 十", 2),
        **dict.fromkeys("两兩", 2.0),
        "百": 1e2,
        "千": 1e3,
        **dict.fromkeys("万萬", 1e4),
        **dict.fromkeys("亿億", 1e8),
        **dict.fromkeys(("一半", "半数", "半數"), 1 / 2),
    },
    negations=re.compile(rf"(?:{either(_NO_NEGATION)})|([不没沒未无無非别別勿莫]|否)"),
    numbers=re.compile(
        rf"(?:{either(_NO_NUMBER)})"
        rf"|(\d+(?:[.,:]\d+)*[{_NUMERALS}]*|[{_NUMERALS}]{{2,}}|[二三四五六七八九十百千万萬亿億两兩]|一半|半[数數]|[翻加]倍|一[成倍])"
    ),
    spaced=False,
    # "“…。”他说": who speaks is told after the quotation, in the same sentence.
    after_quote=r"[^\s，。！？；：“”「」]{0,8}?(?:说道|說道|问道|問道|答道|喊道|写道|寫道|说|說|问|問|道|表示|称|稱|补充|補充|回答)"
    r"[。，：,:！？]",
)
