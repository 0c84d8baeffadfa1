"""Urdu."""

from __future__ import annotations

from lisanayn.text.lang import LATIN_NUMBERED, LATIN_TITLES, Lang, SentenceRules, words
from lisanayn.text.typescale import ARABIC as ARABIC_TYPE

SENTENCE = SentenceRules(
    titles=LATIN_TITLES,
    numbered=LATIN_NUMBERED,
    starters=words("یہ وہ اس ان لیکن مگر اور تاہم اگر جب ہم میں انہوں اسی پھر"),
    spelled=words("جے کے سی ایس ایل ایم این ڈبلیو آر ٹی وی ایچ ایف بی ڈی اے"),
    labels=words("گروپ وٹامن قسم حصہ ہیپاٹائٹس"),
    sayings=words("کہا پوچھا بولا بولی بولے لکھا"),
    clauses=words("کہ"),
    prepositions=words("نے کو کا کی کے پر سے"),
)

URDU = Lang(
    code="ur",
    name="اردو",
    direction="rtl",
    script="Arab",
    og_locale="ur_PK",
    names=(("ar", "الأوردية"), ("en", "Urdu"), ("fa", "اردو"), ("he", "אורדו"), ("ur", "اردو"), ("fr", "ourdou")),
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    comma="، ",
    digits="latn",
    group=",",
    decimal=".",
    months=(("gregorian", words("جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر")),),
    date_pattern="{day} {month} {year}",
    plurals=(("one", "n = 1"),),
    alphabet=words("اأإآٱ ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق کك گ ل م ن ں وؤ ہهةۂ ھ ء یيىئ ے"),
    article=(),
    sentence=SENTENCE,
    type=ARABIC_TYPE,
    long_letters=(("آ", "اا"),),
    hijri_months=(
        "محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی", "رجب", "شعبان", "رمضان", "شوال",
        "ذوالقعدہ", "ذوالحجہ",
    ),
    hijri_pattern="{day} {month} {year} ہجری",
)
