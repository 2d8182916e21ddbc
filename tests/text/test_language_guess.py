from __future__ import annotations

import pytest

from argumap.text.language_guess import guess_language

TEXTS = {
    "en": (
        "The council will vote in May on who may drive into the old town. Shopkeepers fear that they "
        "lose custom if the square is closed, and nobody knows what it would cost."
    ),
    "de": (
        "Der Rat stimmt im Mai darüber ab, wer in die Altstadt fahren darf. Die Händler fürchten, dass "
        "sie Kunden verlieren, wenn der Platz gesperrt wird, und niemand weiß, was es kosten würde."
    ),
    "fr": (
        "Le conseil votera en mai sur qui peut entrer dans la vieille ville. Les marchands craignent de "
        "perdre des clients si la place est fermée, et personne ne sait ce que cela coûterait."
    ),
    "es": (
        "El consejo votará en mayo sobre quién puede entrar en el casco antiguo. Los comerciantes temen "
        "que pierdan clientes si se cierra la plaza, y nadie sabe lo que costaría."
    ),
    "it": (
        "Il consiglio voterà a maggio su chi può entrare nella città vecchia. I negozianti temono di "
        "perdere clienti se la piazza viene chiusa, e nessuno sa che cosa costerebbe."
    ),
    "nl": (
        "De raad stemt in mei over wie de oude stad in mag rijden. De winkeliers vrezen dat ze klanten "
        "verliezen als het plein wordt gesloten, en niemand weet wat het zou kosten."
    ),
    "pt": (
        "O conselho vota em maio sobre quem pode entrar na cidade velha. Os lojistas receiam que percam "
        "clientes se a praça for fechada, e ninguém sabe quanto isso custaria."
    ),
    "zh": "市议会将在五月投票决定谁可以开车进入老城。商店老板担心如果广场关闭会失去顾客。",
    "ja": "市議会は五月に、誰が旧市街に車で入れるかを投票する。店主たちは客を失うことを恐れている。",
    "ar": (
        "يصوت المجلس في مايو على من يحق له الدخول إلى المدينة القديمة بالسيارة. يخشى التجار أن يفقدوا زبائنهم."
    ),
    "sv": (
        "Rådet röstar i maj om vem som får köra in i den gamla staden. Handlarna fruktar att de förlorar "
        "kunder om torget stängs, och ingen vet vad det skulle kosta."
    ),
    "pl": (
        "Rada głosuje w maju nad tym, kto może wjechać do starego miasta. Kupcy boją się, że stracą "
        "klientów, jeśli plac zostanie zamknięty, i nikt nie wie, ile to będzie kosztować."
    ),
    "fa": (
        "شورا در ماه مه رأی می‌دهد که چه کسی می‌تواند با ماشین وارد شهر قدیمی شود. کاسبان نگران مشتریان خود هستند."
    ),
    "ur": "کونسل مئی میں فیصلہ کرے گی کہ پرانے شہر میں گاڑی کون لے جا سکتا ہے۔ دکاندار ڈرتے ہیں۔",
    "und-Deva": "परिषद मई में तय करेगी कि पुराने शहर में गाड़ी कौन ले जा सकता है। दुकानदार डरते हैं।",
    "und-Cyrl": "Совет проголосует в мае о том, кто может въезжать в старый город. Торговцы боятся.",
    "el": "Το συμβούλιο ψηφίζει τον Μάιο για το ποιος μπορεί να μπει στην παλιά πόλη.",
    "th": "สภาจะลงคะแนนในเดือนพฤษภาคม",
}


@pytest.mark.parametrize(("tag", "text"), TEXTS.items(), ids=TEXTS)
def test_a_language_is_told_by_its_text(tag: str, text: str) -> None:
    assert guess_language(text) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("One. Two. Three.", "", id="too short"),
        pytest.param("Ambrel Orle Tolm Prast Moor Ellert Umeh Moritz Rask", "", id="a few names"),
        pytest.param("Zxq vbn klop wert asdf " * 12, "und-Latn", id="no language of ours"),
        pytest.param(TEXTS["en"] + " 橋はまだある。", "en", id="English with a sentence in another script"),
        pytest.param("橋はGPTとAPIとLoRAである。" * 3, "ja", id="Japanese with words in Latin letters"),
        pytest.param(f'<p class="the and of">{TEXTS["de"]}</p>', "de", id="words of marks do not count"),
        pytest.param("# 12\n\n| 1 | 2 |\n" * 5, "", id="figures alone"),
    ],
)
def test_what_is_too_short_or_mixed(text: str, tag: str) -> None:
    assert guess_language(text) == tag


def test_only_the_beginning_is_looked_at() -> None:
    assert guess_language(TEXTS["fr"] * 200 + TEXTS["de"] * 1000) == "fr"
