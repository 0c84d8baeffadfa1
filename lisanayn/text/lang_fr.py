"""French."""

from __future__ import annotations

from lisanayn.text.lang import Lang, SentenceRules, words
from lisanayn.text.typescale import LATIN

MONTHS = words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")

SENTENCE = SentenceRules(
    cased=True,
    titles=words("M. MM. Me. Dr. Pr. St. Ste. Mgr. cf. Cf. c.-à-d. p.ex. env. vs. ap. av. éd. dir. trad."),
    numbered=words(
        """
        p. pp. n. no. No. vol. t. chap. art. fig. Fig. Art. al. coll. tél. Tél. janv. févr. avr. juil. sept. oct.
        nov. déc.
        """
    ),
    clipped=words("J.-C. Cie. S.A. boul. bd."),
    marked=words("Yahoo!"),
    starters=words(
        """
        Le La Les Un Une Des Il Elle Ils Elles On Nous Vous Je Tu Ce Cet Cette Ces C'est C’est Mais Et Ou Où Donc Or
        Ni Car Si Quand Comme Dans En Sur Sous Pour Par Avec Sans Après Avant Depuis Selon Son Sa Ses Leur Leurs Au
        Aux Du À Qui Que Quel Quelle Pourquoi Comment Ainsi Alors Cependant Toutefois Aujourd'hui Aujourd’hui Hier
        Puis Ensuite Enfin Lors
        """
    ),
    labels=words("groupe Groupe vitamine Vitamine plan classe type catégorie section partie hépatite annexe zone"),
)

FRENCH = Lang(
    code="fr",
    name="français",
    direction="ltr",
    script="Latn",
    og_locale="fr_FR",
    names=(
        ("ar", "الفرنسية"),
        ("en", "French"),
        ("fa", "فرانسوی"),
        ("he", "צרפתית"),
        ("ur", "فرانسیسی"),
        ("fr", "français"),
    ),
    quotes=("«\u202f", "\u202f»"),
    inner_quotes=("“", "”"),
    comma=", ",
    digits="latn",
    group="\u202f",
    decimal=",",
    months=(("gregorian", MONTHS),),
    date_pattern="{day} {month} {year}",
    plurals=(("one", "n = 0..1"), ("many", "n != 0 and n % 1000000 = 0")),
    alphabet=tuple("abcdefghijklmnopqrstuvwxyz"),
    article=(),
    sentence=SENTENCE,
    type=LATIN,
    first_day="1er",
    hijri_months=(
        "mouharram", "safar", "rabia al awal", "rabia ath-thani", "joumada al oula", "joumada ath-thania", "rajab",
        "chaabane", "ramadan", "chawwal", "dhou al qiʿda", "dhou al-hijja",
    ),
    hijri_pattern="{day} {month} {year} de l’hégire",
)
