"""Arabic. Small words are written onto the next one, and letters have no capitals."""

from __future__ import annotations

from argumap.text.languages import Language, count_up, listed, phrases

PLUGIN = Language(
    code="ar",
    name="Arabic",
    stop_words=listed(
        "في من على إلى عن أن إن كان كانت هذا هذه ذلك تلك التي الذي الذين ما لا لم لن هو هي هم مع بعد قبل كل أو "
        "ثم قد كما بين حتى عند غير وقد وفي ومن وهو وهي"
    ),
    negators=listed("لا لم لن ليس ليست ليسوا لسنا لست غير بدون دون كلا أبدا بلا ألا قط عدم"),
    number_words={
        **count_up("اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة", 2),
        **count_up("اثنين ثلاث أربع خمس ست سبع ثماني تسع عشر", 2),
        **dict.fromkeys(("اثنتان", "اثنتين"), 2.0),
        **count_up("عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون", 20, 10),
        **count_up("عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين", 20, 10),
        **dict.fromkeys(("مئة", "مائة", "مئات"), 1e2),
        **dict.fromkeys(("مئتان", "مئتين", "مائتان", "مائتين"), 2e2),
        **dict.fromkeys(("ألف", "آلاف", "ألفا"), 1e3),
        **dict.fromkeys(("ألفان", "ألفين"), 2e3),
        **dict.fromkeys(("مليون", "ملايين", "مليونا"), 1e6),
        **dict.fromkeys(("مليار", "مليارات", "مليارا"), 1e9),
        "نصف": 1 / 2,
        "ثلث": 1 / 3,
        "ثلثي": 2 / 3,
        "ربع": 1 / 4,
        **dict.fromkeys(("ضعف", "ضعفين", "مرتين"), 2.0),
    },
    # «…!» صرخ الرجل: who speaks is told after the quotation, in the same sentence.
    after_quote=r"(?:قال|قالت|سأل|سألت|أجاب|أجابت|صرخ|صرخت|صاح|صاحت|هتف|هتفت|رد|ردت|أضاف|أضافت|كتب|كتبت)\s",
    prefixes=("وال", "بال", "لل", "ال", "و", "ف", "ب"),
    before_names=listed("د أ أ.د م ص أ.م ش ج ت ط هـ.ش س"),
    before_numbers=listed("ص صص رقم ج م مج ط ت هاتف"),
    may_end=listed("ق.م هـ م ش.م.ل ش.م.م") | phrases("ق. م., ش. م. م."),
    # Letters have no capitals: only what hardly ever goes on with a sentence tells.
    opening_words=listed(
        "وقد وكان وكانت وقال وقالت ولم ولكن لكن ثم هذا هذه كان كانت قال قالت هل ماذا لماذا كيف متى أين أما إذا "
        "لو ليس"
    ),
)
