"""The words of a new site, in every language of the table: data, not code.

Each language has one short article that shows how articles are written, sentence for sentence the same in all,
so that any two of them make a pair.
"""

from __future__ import annotations

from lisanayn.record import record


@record
class Welcome:
    """What a new site says in one language."""

    name: str
    """The site's."""
    tagline: str
    topic: str
    title: str
    summary: str
    author: str
    text: str
    """With ``{original}`` and ``{translation}`` for the names of the two files."""
    next: str
    """What the command says when the site stands, with ``{site}``; the commands themselves follow."""


WELCOME: dict[str, Welcome] = {
    "ar": Welcome(
        name="لسانان",
        tagline="نصوص وترجماتها، جملةً بجملة",
        topic="بدايات",
        title="من أين أبدأ؟",
        summary="مقال قصير يشرح كيف تُكتب المقالات، فاكتب فوقه.",
        author="اسم الكاتب",
        text="""\
هذا المقال لك، فاكتب فوقه ما تشاء. كل جملة فيه تقابلها جملة في الترجمة.

## كيف يُكتب المقال

الأصل في الملف `{original}`، والترجمة في الملف `{translation}`. تفصل الفقراتِ أسطرٌ فارغة، وتقابل كل فقرة أختها
في الملف الآخر.

> ما بين هاتين العلامتين اقتباس.

الصورة سطر وحده، وتحتها شرحها ثم اسم صاحبها بين قوسين. والكلمة *المهمة* بين نجمتين.

## وماذا بعد؟

شغّل `lisanayn serve --open` ثم احفظ هذا الملف، وسترى الصفحة تتغيّر. وإذا انتهيت فشغّل `lisanayn check` ليدلّك
على ما فاتك.
""",
        next="أُنشئ الموقع في المجلد {site}، وفيه مقال واحد يشرح كيف تُكتب المقالات. الخطوة التالية:",
    ),
    "en": Welcome(
        name="Two Tongues",
        tagline="Texts and their translations, sentence by sentence",
        topic="Beginnings",
        title="Where do I begin?",
        summary="A short article that shows how articles are written; write over it.",
        author="Name of the author",
        text="""\
This article is yours, so write over it what you like. Each sentence in it faces a sentence of the translation.

## How an article is written

The original is in the file `{original}`, the translation in the file `{translation}`. Empty lines part the
paragraphs, and each paragraph faces its sister in the other file.

> What stands behind this mark is a quotation.

A picture is a line of its own, with its caption below it and the name of its maker in brackets. A word that is
*important* stands between asterisks.

## And then?

Run `lisanayn serve --open` and save this file, and you will see the page change. When you are done, run
`lisanayn check`, and it will show you what you missed.
""",
        next="The site stands in {site}, with one article that shows how articles are written. What to do next:",
    ),
    "fr": Welcome(
        name="Deux langues",
        tagline="Des textes et leurs traductions, phrase à phrase",
        topic="Débuts",
        title="Par où commencer ?",
        summary="Un court article qui montre comment on écrit un article ; écrivez par-dessus.",
        author="Nom de l’auteur",
        text="""\
Cet article est à vous : remplacez-le par ce que vous voulez. Chacune de ses phrases fait face à une phrase de
la traduction.

## Comment s’écrit un article

L’original se trouve dans le fichier `{original}`, la traduction dans le fichier `{translation}`. Des lignes
vides séparent les paragraphes, et chaque paragraphe fait face au sien dans l’autre fichier.

> Ce qui suit ce signe est une citation.

Une image occupe une ligne à elle seule, avec dessous sa légende et, entre parenthèses, le nom de son auteur. Un mot
*important* se met entre astérisques.

## Et ensuite ?

Lancez `lisanayn serve --open`, enregistrez ce fichier, et vous verrez la page changer. Quand vous aurez fini,
lancez `lisanayn check` : il vous montrera ce qui vous a échappé.
""",
        next="Le site se trouve dans {site}, avec un article qui montre comment on écrit. Pour continuer :",
    ),
    "fa": Welcome(
        name="دو زبان",
        tagline="متن‌ها و ترجمه‌هایشان، جمله به جمله",
        topic="آغازها",
        title="از کجا شروع کنم؟",
        summary="نوشته‌ای کوتاه که نشان می‌دهد مقاله چگونه نوشته می‌شود؛ به جای آن بنویسید.",
        author="نام نویسنده",
        text="""\
این نوشته از آنِ شماست؛ هرچه می‌خواهید به جای آن بنویسید. هر جملهٔ آن روبه‌روی جمله‌ای از ترجمه می‌ایستد.

## مقاله چگونه نوشته می‌شود

متن اصلی در پروندهٔ `{original}` است و ترجمه در پروندهٔ `{translation}`. سطرهای خالی بندها را از هم جدا می‌کنند
و هر بند روبه‌روی همتای خود در پروندهٔ دیگر می‌ایستد.

> آنچه پس از این نشانه بیاید نقل قول است.

تصویر یک سطر جداگانه است و شرح آن زیرش می‌آید و نام صاحبش در پرانتز. واژهٔ *مهم* میان دو ستاره می‌آید.

## و بعد؟

فرمان `lisanayn serve --open` را اجرا کنید و این پرونده را ذخیره کنید؛ می‌بینید که صفحه تغییر می‌کند. در پایان
`lisanayn check` را اجرا کنید تا آنچه را از قلم افتاده نشان دهد.
""",
        next="وبگاه در پوشهٔ {site} ساخته شد، با نوشته‌ای که نشان می‌دهد مقاله چگونه نوشته می‌شود. گام بعدی:",
    ),
    "he": Welcome(
        name="שתי לשונות",
        tagline="טקסטים ותרגומיהם, משפט מול משפט",
        topic="התחלות",
        title="מאיפה מתחילים?",
        summary="מאמר קצר שמראה איך כותבים מאמר; אפשר לכתוב במקומו.",
        author="שם המחבר",
        text="""\
המאמר הזה שלכם, כתבו במקומו מה שתרצו. כל משפט בו עומד מול משפט בתרגום.

## איך כותבים מאמר

המקור נמצא בקובץ `{original}`, והתרגום בקובץ `{translation}`. שורות ריקות מפרידות בין הפסקאות, וכל פסקה עומדת
מול אחותה בקובץ האחר.

> מה שבא אחרי הסימן הזה הוא ציטוט.

תמונה עומדת בשורה משלה, מתחתיה הכיתוב ואחריו בסוגריים שם בעליה. מילה *חשובה* עומדת בין כוכביות.

## ומה הלאה?

הריצו את `lisanayn serve --open`, שמרו את הקובץ הזה, ותראו את הדף משתנה. כשתסיימו, הריצו את `lisanayn check`,
והוא יראה לכם מה החסרתם.
""",
        next="האתר נמצא בתיקייה {site}, ובו מאמר אחד שמראה איך כותבים. הצעד הבא:",
    ),
    "ur": Welcome(
        name="دو زبانیں",
        tagline="متن اور ان کے ترجمے، جملہ بہ جملہ",
        topic="آغاز",
        title="کہاں سے شروع کروں؟",
        summary="ایک مختصر مضمون جو بتاتا ہے کہ مضمون کیسے لکھا جاتا ہے؛ اس کی جگہ اپنا لکھیے۔",
        author="مصنف کا نام",
        text="""\
یہ مضمون آپ کا ہے، اس کی جگہ جو چاہیں لکھیے۔ اس کا ہر جملہ ترجمے کے ایک جملے کے سامنے ہے۔

## مضمون کیسے لکھا جاتا ہے

اصل متن فائل `{original}` میں ہے اور ترجمہ فائل `{translation}` میں۔ خالی سطریں پیراگراف الگ کرتی ہیں، اور ہر
پیراگراف دوسری فائل میں اپنے جوڑی دار کے سامنے ہے۔

> اس نشان کے بعد جو آئے وہ اقتباس ہے۔

تصویر ایک الگ سطر میں ہوتی ہے، اس کے نیچے اس کی وضاحت اور قوسین میں اس کے مالک کا نام۔ *اہم* لفظ دو ستاروں کے
بیچ آتا ہے۔

## اور پھر؟

`lisanayn serve --open` چلائیے اور یہ فائل محفوظ کیجیے، آپ صفحے کو بدلتا دیکھیں گے۔ آخر میں `lisanayn check`
چلائیے، وہ بتا دے گا کہ کیا رہ گیا۔
""",
        next="ویب گاہ {site} میں تیار ہے، اور اس میں ایک مضمون ہے جو لکھنے کا طریقہ بتاتا ہے۔ اگلا قدم:",
    ),
}
