"""Persian, Hebrew, French and Urdu words of news pages: the obvious ones.

Items are separated by ``|``; the fields are explained in ``newswire.Newswire``. Persian, Hebrew and Urdu
news sentences hardly ever open with the verb of saying, so that those tables are short.
"""

from __future__ import annotations

PERSIAN = {
    "source_labels": "منبع | منابع | منبع خبر",
    "and_word": "و",
    "qualifiers": "آرشیو | آرشیوی | عکس آرشیوی | تصویر آرشیوی | از آرشیو | عکس تزئینی | تزئینی | اختصاصی",
    "openers": """
        اما | همچنین | به گفته | به گزارش | در همین حال | وی افزود | او گفت | وی گفت | او افزود | با این حال
        """,
    "joints": "در | از | به | با | که | و | برای | این | آن | تا | بر | را | یا",
    "gloss_starts": "در | از | به | با | که | و | تا | یا | راست | چپ | وسط | نفر",
    "gloss_words": "ناتو | فیفا | یونسکو | داعش | حماس | اوپک | برجام",
    "credit_labels": "عکس | عکس از | عکاس | تصویر | تصویر از",
    "picture_credit_lines": "منبع تصویر | منبع عکس | عکس | عکاس",
    "picture_caption_lines": "توضیح تصویر | توضیح عکس | شرح عکس",
    "boilerplate": "آگهی | تبلیغات | بیشتر | ویدئو | به اشتراک بگذارید | همرسانی | چاپ",
    "boilerplate_starts": """
        بیشتر بخوانید | همچنین بخوانید | بیشتر ببینید | این مطلب را هم بخوانید | مدت زمان مطالعه
        """,
    "related": "بیشتر بخوانید | همچنین بخوانید | بیشتر ببینید",
    "trailers": "مطالب مرتبط | در همین زمینه | پربیننده‌ترین‌ها | موضوعات مرتبط | اخبار مرتبط",
    "skip": "از | رد شوید و به خواندن ادامه دهید | پایان",
    "months": """
        ژانویه | فوریه | مارس | آوریل | مه | ژوئن | ژوئیه | اوت | سپتامبر | اکتبر | نوامبر | دسامبر | فروردین
        | اردیبهشت | خرداد | تیر | مرداد | شهریور | مهر | آبان | آذر | دی | بهمن | اسفند
        """,
    "date_words": "شنبه | یکشنبه | دوشنبه | سه‌شنبه | چهارشنبه | پنجشنبه | پنج‌شنبه | جمعه | ساعت | برابر | با",
    "date_labels": "تاریخ انتشار | به‌روز شده در | آخرین به‌روزرسانی | منتشر شده در",
    "byline_labels": "نوشته | نویسنده | گزارش | ترجمه",
    "places": "تهران | مشهد | اصفهان | شیراز | تبریز | کابل | هرات | لندن | واشنگتن | پاریس | وین | ژنو",
}

HEBREW = {
    "source_labels": "מקור | מקורות | המקור | המקורות",
    "and_prefix": "ו",
    "qualifiers": "ארכיון | תמונת ארכיון | צילום ארכיון | אילוסטרציה | אילוסטרציה: | להמחשה | תמונת אילוסטרציה",
    "verbs": "אמר | אמרה | אמרו | הוסיף | הוסיפה | הודיע | הודיעה | ציין | ציינה | מסר | מסרה | הבהיר | הדגיש",
    "verb_prefixes": "ו",
    "openers": "אולם | אך | לדבריו | לדבריה | מנגד | בנוסף | עם זאת",
    "joints": "של | על | את | עם | אל | כי | או | אשר | לא | גם | בין",
    "gloss_starts": "של | על | את | עם | או | מימין | משמאל | במרכז | ליד",
    "credit_labels": "צילום | צילומים | צילומסך | קרדיט | תמונה",
    "picture_credit_lines": "צילום | קרדיט | צילומים",
    "boilerplate": "פרסומת | שיתוף | תגובות | שתף | הדפסה",
    "boilerplate_starts": "קראו עוד | קראו גם | קרא עוד | קרא גם | לכתבות נוספות",
    "related": "קראו עוד | קראו גם | קרא עוד | קרא גם",
    "trailers": "כתבות נוספות | עוד בנושא | כתבות קשורות | הנקראות ביותר",
    "months": """
        ינואר | פברואר | מרץ | מרס | אפריל | מאי | יוני | יולי | אוגוסט | ספטמבר | אוקטובר | נובמבר | דצמבר
        """,
    "date_words": "ראשון | שני | שלישי | רביעי | חמישי | שישי | שבת | יום | שעה",
    "date_labels": "פורסם | עודכן | עדכון אחרון | פורסם בתאריך",
    "byline_labels": "מאת",
    "places": "ירושלים | תל אביב | חיפה | באר שבע | רמאללה | לונדון | וושינגטון | פריז",
}

FRENCH = {
    "source_labels": "source | sources | source(s)",
    "and_word": "et",
    "qualifiers": """
        archives | archive | photo d'archives | photo d’archives | image d'archives | illustration
        | photo d'illustration | photo d’illustration | image d'illustration | capture d'écran
        """,
    "openers": "mais | il a | elle a | selon | par ailleurs | en revanche | cependant | toutefois | de son côté",
    "joints": """
        le | la | les | un | une | des | du | de | à | au | aux | en | et | ou | que | qui | dans | pour | par
        | sur | avec | se
        """,
    "gloss_starts": """
        à | au | de | du | des | en | et | ou | par | pour | avec | dans | gauche | droite | centre | ex | dont
        | le | la | les
        """,
    "gloss_words": "otan | onu | fmi | oms | ue | pib | ong",
    "credit_labels": "photo | photos | crédit | crédit photo | photographie | image | dessin | infographie",
    "picture_credit_lines": "crédit photo | crédit image | photo | crédit | crédits",
    "picture_caption_lines": "légende image | légende | légende photo",
    "boilerplate": """
        publicité | partager | imprimer | commentaires | vidéo | s'abonner | à lire aussi | lire aussi
        """,
    "boilerplate_starts": """
        lire aussi | à lire aussi | lire la suite | voir aussi | temps de lecture | à lire également
        """,
    "related": "lire aussi | à lire aussi | voir aussi | à lire également",
    "trailers": "sur le même sujet | articles liés | les plus lus | à la une | dans la même rubrique",
    "months": """
        janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre
        | décembre
        """,
    "date_words": "lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | le | à | h | er",
    "date_labels": "publié le | mis à jour le | modifié le | publié | mis à jour",
    "byline_labels": "par | propos recueillis par | texte",
    "places": """
        paris | lyon | marseille | bruxelles | genève | alger | tunis | rabat | dakar | beyrouth | londres
        | berlin
        """,
    "abbreviations": "m | mm | mme | dr | st | av",
}

URDU = {
    "source_labels": "ماخذ | ذریعہ | ذرائع | بشکریہ",
    "and_word": "اور",
    "qualifiers": "فائل | فائل فوٹو | فائل تصویر | آرکائیو | خصوصی | علامتی تصویر",
    "openers": "تاہم | لیکن | ان کا کہنا | انھوں نے | انہوں نے | واضح رہے | دوسری جانب | خیال رہے",
    "joints": "کے | کی | کا | میں | سے | کو | پر | اور | نے | یہ | وہ | کہ | جو",
    "gloss_starts": "کے | کی | کا | میں | سے | دائیں | بائیں | درمیان | یعنی",
    "credit_labels": "تصویر | فوٹو | عکس",
    "picture_credit_lines": "تصویر کا ذریعہ | فوٹو",
    "picture_caption_lines": "تصویر کا کیپشن",
    "boilerplate": "اشتہار | شیئر کریں | ویڈیو | تبصرے",
    "boilerplate_starts": "مزید پڑھیں | یہ بھی پڑھیں | مزید پڑھیے | یہ بھی پڑھیے",
    "related": "مزید پڑھیں | یہ بھی پڑھیں | مزید پڑھیے | یہ بھی پڑھیے",
    "trailers": "متعلقہ عنوانات | اسی بارے میں | سب سے زیادہ پڑھی جانے والی | متعلقہ خبریں",
    "months": "جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | اکتوبر | نومبر | دسمبر",
    "date_words": "پیر | منگل | بدھ | جمعرات | جمعہ | ہفتہ | اتوار | بجے",
    "date_labels": "تاریخ اشاعت | آخری بار اپ ڈیٹ | اشاعت",
    "byline_labels": "تحریر | رپورٹ | از",
    "places": "اسلام آباد | لاہور | کراچی | پشاور | کوئٹہ | نئی دہلی | لندن | واشنگٹن | دبئی",
}
