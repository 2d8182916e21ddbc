from __future__ import annotations

from argumap.text import LANGUAGES, tokens
from splitting import find_wrong

ARABIC = LANGUAGES["ar"]

SPLITS = {
    "two sentences": "غادرت العبارة الميناء. | لم يلوح أحد.",
    "a question": "من يملك المفتاح؟ | اسأل الحارس.",
    "a question without a space": "من يملك المفتاح؟|اسأل الحارس.",
    "a question and an exclamation": "هل سقط الجسر؟! | نعم سقط.",
    "a comma goes on": "في الصباح، غادرت العبارة، ولم يلوح أحد.",
    "a semicolon goes on": "أغلق الجسر؛ فالمال قليل.",
    "an exclamation": "انظروا إلى البحر! | لقد تغير.",
    "a doctor": "التقت د. ليلى بالمهندس م. سامي في القاعة.",
    "a professor doctor": "تحدث أ.د. سامي عن الجسر. | ثم سكت.",
    "a page": "انظر ص. 12 من المحضر.",
    "a decimal": "انخفض التسرب بنسبة 3.5 في المئة. | هذا قليل.",
    "an arabic decimal": "انخفض التسرب بنسبة ٣٫٥ في المئة. | هذا قليل.",
    "and so on": "باعوا الملح والخبز إلخ. | السوق مغلق.",
    "quotes": "قال: «الجسر باق.» | ثم خرج.",
    "quotes with a question": "سألت: «من يدفع؟» | لم يجب أحد.",
    "curly quotes": "قال: “الجسر باق.” | ثم خرج.",
    "who says it comes after": "«لا!» صرخ الرجل. | لم يسمعه أحد.",
    "a doubt within": "الجسر الجديد (؟) في المدينة القديمة.",
    "brackets": "الجسر قديم (بني قبل قرن). | سيغلق غدا.",
    "the Hijra": "بني السور سنة 300 هـ. في عهد الوالي.",
    "one word": "نعم.",
}


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert find_wrong("ar", SPLITS) == {}


def test_what_turns_a_sentence_round_and_what_counts_in_it() -> None:
    words = tokens("لم يبع أحد، ولا يوجد خمسون قاربا وعشرون شبكة، وليس لديهم ٣ بيوت بلا نصف السقف.")
    assert ARABIC.find_negators(words) == ["لم", "ولا", "وليس", "بلا"]
    assert ARABIC.find_numbers(words) == ["خمسون", "وعشرون", "٣", "نصف"]
