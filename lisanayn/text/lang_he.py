"""Hebrew."""

from __future__ import annotations

from lisanayn.text.lang import LATIN_NUMBERED, LATIN_TITLES, Lang, SentenceRules, words
from lisanayn.text.typescale import HEBREW as HEBREW_TYPE

SENTENCE = SentenceRules(
    titles=LATIN_TITLES,
    numbered=LATIN_NUMBERED,
    starters=words("הוא היא הם הן זה זו אבל אך אולם גם כל לא אם כאשר לאחר אני אנחנו אתמול היום לפי בתוך כך"),
    spelled=words("ג'יי קיי סי אס אל אם אן דבליו אר טי וי אייץ' אף בי די אי"),
    labels=words("קבוצה ויטמין סעיף כיתה סוג שלב מסלול קבוצת הפטיטיס תוכנית"),
    sayings=words("אמר אמרה שאל שאלה ענה ענתה השיב השיבה צעק צעקה לחש לחשה כתב כתבה אומר אומרת תהה תהתה"),
    clauses=words("כי ש אם"),
    prepositions=words("של על אל את"),
)

HEBREW = Lang(
    code="he",
    name="עברית",
    direction="rtl",
    script="Hebr",
    og_locale="he_IL",
    names=(("ar", "العبرية"), ("en", "Hebrew"), ("fa", "عبری"), ("he", "עברית"), ("ur", "عبرانی"), ("fr", "hébreu")),
    quotes=("”", "”"),
    inner_quotes=("’", "’"),
    comma=", ",
    digits="latn",
    group=",",
    decimal=".",
    months=(("gregorian", words("ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר")),),
    date_pattern="{day} ב{month} {year}",
    plurals=(("one", "n = 1"), ("two", "n = 2")),
    alphabet=words("א ב ג ד ה ו ז ח ט י כך ל מם נן ס ע פף צץ ק ר ש ת"),
    article=(),
    sentence=SENTENCE,
    type=HEBREW_TYPE,
    hijri_months=(
        "מוחרם", "צפר", "רביע אל־אוול", "רביע א־ת׳אני", "ג׳ומאדא אל־אולא", "ג׳ומאדא א־ת׳אניה", "רג׳ב", "שעבאן",
        "רמדאן", "שוואל", "ד׳ו אל־קעדה", "ד׳ו אל־חיג׳ה",
    ),
    hijri_pattern="{day} ב{month} {year} להג׳רה",
)
