from __future__ import annotations

import pytest

from argumap.text import LANGUAGES, tokens
from splitting import find_wrong

JAPANESE = LANGUAGES["ja"]

SPLITS = {
    "two sentences": "渡し船が出た。|誰も手を振らなかった。",
    "three kinds of marks": "鍵は誰が持っているのか？|番人に聞け！|彼は上にいる。",
    "two marks": "橋が落ちた？！|誰も知らない。",
    "a comma goes on": "朝、渡し船が出たが、誰も手を振らなかった。",
    "a quotation": "彼は言った。|「橋はまだある。」|そして出て行った。",
    "a quotation that goes on": "「橋はまだある。」と彼は言った。|誰も笑わなかった。",
    "a question that goes on": "「誰が払うのか？」とプラストは聞いた。|誰も知らなかった。",
    "a quotation as a noun": "「橋はまだある！」という声がした。",
    "a quotation with a short and": "「橋はまだある！」って彼は言った。",
    "two brackets": "彼は「『鍵はない。』」と書いた。",
    "a sentence after a quotation": "「橋はまだある。」|ところが誰も信じなかった。",
    "a bracket at the end": "橋は古い（百年前に建てられた）。|明日閉まる。",
    "a sentence in brackets": "橋は古い。|（百年前に建てられた。）|明日閉まる。",
    "half-width stop": "渡し船が出た｡|誰も手を振らなかった｡",
    "a full-width stop": "渡し船が出た．|誰も手を振らなかった．",
    "a full-width decimal": "漏れは３．５％減った．|これは少ない．",
    "a decimal": "漏れは3.5%減った。|これは少ない。",
    "an ellipsis within": "彼は考えた……やがて出て行った。",
    "a space after the mark": "橋が落ちた！　|誰も知らない。",
    "a doctor in English": "Dr. 田中は医者だ。|忙しい。",
    "letters within": "彼はiPhoneで撮った。|abc社がそれを買った。",
}


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert find_wrong("ja", SPLITS) == {}


@pytest.mark.parametrize(
    ("text", "negators", "numbers"),
    [
        pytest.param("橋は開かない。船も出なかった。", ["ない", "なかっ"], [], id="verbs"),
        pytest.param(
            "行きません。知らずに渡った。不可能だ。", ["ません", "ずに", "不"], [], id="politely, without, im-"
        ),
        pytest.param(
            "人が少ない。行かなければならない。来るかもしれない。", ["ない"], [], id="few, must and may be"
        ),
        pytest.param(
            "三十二人のうち14人、約3万円、半分は学生だ。", [], ["三十二", "14", "3", "万", "半分"], id="numbers"
        ),
        pytest.param("一番古い橋は第一に十分広い。", [], [], id="most, first and enough"),
    ],
)
def test_what_turns_a_sentence_round_and_what_counts_in_it(
    text: str, negators: list[str], numbers: list[str]
) -> None:
    words = tokens(text)
    assert (JAPANESE.find_negators(words), JAPANESE.find_numbers(words)) == (negators, numbers)
