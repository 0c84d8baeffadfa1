"""Persian where no Arabic is read, and Hebrew."""

from __future__ import annotations

from lisanayn.text.inflection import Ending, Joined
from lisanayn.text.lang import words

PERSIAN = Joined(
    letters="\u0620-\u064a\u0671-\u06d3\u06fa-\u06fc",
    stages=(),
    article="",
    least=3,
    least_after_article=3,
    contraction=("", ""),
    endings=(
        Ending("ها", 2), Ending("های", 2), Ending("هایی", 2), Ending("هایم", 2), Ending("هایش", 2), Ending("ای", 3),
        Ending("ی", 3), Ending("ات", 3), Ending("ان", 4), Ending("تر", 3), Ending("ترین", 3),
    ),
    bridge=("", ""),
    whole=words("ایران تهران تابستان زمستان باران جهان زبان انسان خیابان ماهی بازی زندگی خانگی دختر دفتر"),
)  # fmt: skip
"""Urdu shares the letters and some of the endings; for it, too, spelling is what matters most."""

HEBREW = Joined(
    letters="\u05d0-\u05ea",
    stages=(("ו",), ("כש", "ש"), ("ב", "כ", "ל", "מ"), ("ה",)),
    article="ה",
    least=3,
    least_after_article=2,
    contraction=("", ""),
    endings=(Ending("ים", 2), Ending("ות", 3, ("ה", "")), Ending("יות", 3, ("ית", "יה"))),
    bridge=("", ""),
    whole=words(
        """
            בית בתים בקר בוקר ברית בירה בחירה בחירות בריאות ברור בשר בנין בניין במה כלב כבוד כוח כפר כסף כיכר
            כיתה לילה לשון לחם לימוד לב לבן מים מלך מלכה מקום מדינה מכתב מחיר מילה מילים
            מסמך מורה מנהל משפט משטרה ממשלה מלחמה מוזיקה מוסיקה מטבח מספר משרד
            שלום שמים שמש שנה שנים שיר שפה ששה שבוע שבת שער הר הרים הוא היא הם הן העם ועדה ועידה ורד וילון
            המון היום השנה
        """
    ),
)
