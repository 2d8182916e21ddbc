from __future__ import annotations

import pytest

from argumap.text import LANGUAGES, tokens
from splitting import find_wrong

CHINESE = LANGUAGES["zh"]

SPLITS = {
    "two sentences": "渡船离开了码头。|没有人挥手。",
    "three kinds of marks": "谁有钥匙？|去问看门人！|他在楼上。",
    "two marks": "桥塌了？！|没有人知道。",
    "a comma goes on": "早上，渡船离开了，没有人挥手。",
    "a semicolon goes on": "桥关了；钱不够。",
    "a quotation": "他说：“桥还在。”|然后他走了。",
    "corner brackets": "他說：「橋還在。」|然後他走了。",
    "nested brackets": "他說：「她喊『橋還在！』」|然後他走了。",
    "who says it comes after": "“谁付钱？”普拉斯特问。|没有人知道。",
    "who says it comes after a stop": "“桥还在。”他说，“不用怕。”",
    "a quotation that opens": "他走了。|“我们留下，”她说。",
    "a bracket at the end": "桥很旧（建于一百年前）。|明天关闭。",
    "a sentence in brackets": "桥很旧。|（建于一百年前。）|明天关闭。",
    "a decimal": "泄漏下降了3.5%。|这很少。",
    "a full-width decimal": "泄漏下降了３．５％。|这很少。",
    "an ellipsis within": "他想了想……还是走了。|没有人知道。",
    "western marks": "桥塌了!|没有人知道.|他走了.",
    "letters within": "他用iPhone拍了照。|abc公司买了它。",
    "a space after the stop": "渡船离开了。 | 没有人挥手。",
    "an English name": "他在U.S. Steel工作。|她在家。",
    "a number in English": "No. 5号楼已关闭。|原因不明。",
    "a title": "他读了《谁有钥匙？》这本书。",
}


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert find_wrong("zh", SPLITS) == {}


@pytest.mark.parametrize(
    ("text", "negators", "numbers"),
    [
        pytest.param("我们不同意，也没有钱。", ["没"], [], id="different is no negation, without is one"),
        pytest.param("他不去，她未到，非法建房。", ["不", "未", "非"], [], id="not, not yet, un-"),
        pytest.param("不过，非常多的人是否来过？特别是未来。", [], [], id="but, very, whether, special, future"),
        pytest.param(
            "三十二人中有14人，约3万元，一半是学生。", [], ["三十二", "14", "3", "万", "一半"], id="numbers"
        ),
        pytest.param("一个人在四川十分高兴。", [], [], id="one of them, a place and a very"),
        pytest.param("两座桥和二百条船。", [], ["两", "二百"], id="two in both words"),
    ],
)
def test_what_turns_a_sentence_round_and_what_counts_in_it(
    text: str, negators: list[str], numbers: list[str]
) -> None:
    words = tokens(text)
    assert (CHINESE.find_negators(words), CHINESE.find_numbers(words)) == (negators, numbers)
