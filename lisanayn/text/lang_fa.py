"""Persian."""

from __future__ import annotations

from lisanayn.text.lang import LATIN_NUMBERED, LATIN_TITLES, Lang, SentenceRules, words
from lisanayn.text.typescale import ARABIC as ARABIC_TYPE

SENTENCE = SentenceRules(
    titles=(*words("ر.ک. ن.ک. رک. نک."), *LATIN_TITLES),
    numbered=LATIN_NUMBERED,
    starters=words(
        """
        اما ولی لیکن این آن او وی آنها آن‌ها ما من شما در با از پس سپس همچنین اگر چون وقتی هنگامی تا بنابراین بعد
        امروز دیروز
        """
    ),
    spelled=words("جی کی سی اس ال ام ان دبلیو آر تی وی اچ اف بی دی ای"),
    labels=words("گروه ویتامین دسته بند نوع حرف بخش هپاتیت کلاس طرح"),
    sayings=words("گفت پرسید می‌گوید می‌پرسد گفتند پرسیدند فریاد نوشت افزود گفتم پرسیدم داد زد"),
    clauses=words("که"),
    prepositions=words("را از به در بر با تا که"),
)

PERSIAN = Lang(
    code="fa",
    name="فارسی",
    direction="rtl",
    script="Arab",
    og_locale="fa_IR",
    names=(("ar", "الفارسية"), ("en", "Persian"), ("fa", "فارسی"), ("he", "פרסית"), ("ur", "فارسی"), ("fr", "persan")),
    quotes=("«", "»"),
    inner_quotes=("“", "”"),
    comma="، ",
    digits="arabext",
    group=",",
    decimal=".",
    months=(("gregorian", words("ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر")),),
    date_pattern="{day} {month} {year}",
    plurals=(("one", "n = 0..1"),),
    alphabet=words("آ اٱ ءأإؤئ ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق کك گ ل م ن و هہةۀ یىي"),
    article=(),
    sentence=SENTENCE,
    type=ARABIC_TYPE,
    months_alone=words("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
    hijri_months=(
        "محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی", "رجب", "شعبان", "رمضان", "شوال",
        "ذیقعده", "ذیحجه",
    ),
    hijri_pattern="{day} {month} {year} ه‍.ق.",
)
