"""English."""

from __future__ import annotations

from lisanayn.text.lang import Lang, SentenceRules, words
from lisanayn.text.typescale import LATIN

MONTHS = words("January February March April May June July August September October November December")
SHORT_MONTHS = words("Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec.")
DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon. Tue. Tues. Wed. Thu. Thurs. Fri. Sat. Sun.")

SENTENCE = SentenceRules(
    cased=True,
    titles=words(
        """
        Mr. Mrs. Ms. Mx. Messrs. Mmes. Dr. Drs. Prof. Profs. Gen. Sen. Sens. Rep. Reps. Gov. Govs. Pres. Amb. Sec.
        Hon. Rev. Fr. Msgr. Lt. Col. Capt. Cpt. Cmdr. Cdr. Sgt. Cpl. Pvt. Pfc. Maj. Adm. Brig. Lt.-Gen. Lt-Gen.
        Maj.-Gen. Lt.-Col. Supt. Insp. Det. Const. Asst. Dep. Mt. Ft. vs. v. cf. i.e. e.g. a.k.a. viz. ca. c.
        approx. incl. esp. resp.
        """
    ),
    numbered=words(
        """
        No. Nos. no. nos. p. pp. P. Pp. vol. vols. Vol. Vols. ch. chs. chap. Ch. Chap. Fig. Figs. fig. figs. Art.
        Arts. art. arts. para. paras. Para. sec. sect. Sect. l. ll. n. nn. f. ff. fol. pl. Pl. Op. op. ver. Ver.
        tel. Tel. b. d. r. fl. min. max. Eq. eq. Ref. Rs. Apt. ft. Rm. Ps. Rom. Cor. Gal. Eph. Phil. Thess. Tim. Matt.
        """
    ),
    clipped=(
        *words(
            """
            Jr. Sr. Inc. Ltd. Corp. Co. Cos. Bros. Assn. Assoc. Dept. Univ. Ph.D. PhD. Esq. al. St. Ave. Blvd. Rd.
            Hwy. Govt.
            """
        ),
        *words("Tue. Tues. Wed. Thu. Thurs. Ed. Eds. ed. eds. No.1."),
        *SHORT_MONTHS,
    ),
    regions=words(
        """
        Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Me. Mich. Minn. Miss. Mo.
        Mont. Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Va. Vt. Wash. Wis. Wyo. Ont. Que. Alta. Eng.
        """
    ),
    hours=words("a.m. p.m. A.M. P.M. am. pm."),
    after_hours=(
        *DAYS,
        *MONTHS,
        *SHORT_MONTHS,
        *words(
            """
            GMT UTC EST EDT ET CST CDT CT MST MDT MT PST PDT PT BST CET CEST IST AEST AEDT Eastern Central Mountain
            Pacific
            """
        ),
        *words("Greenwich time"),
    ),
    marked=words("Yahoo! Jeopardy! Wham! Yum! Oklahoma! Panic! Up!"),
    starters=words(
        """
        The A An It Its He His She Her They Their We Our You Your I My This That These Those There Here But And Or
        Nor Yet So If When While As At By For From In On Of To With Without After Before Since Until Because
        Although Though However Meanwhile Moreover Then Now What Who Why How Where Which Not No Yes Is Are Was Were
        Do Does Did Has Have Had Would Could Should Some Many Most Several Both Each Every All Any Other Others
        Another Such Only Even Also During Among Despite Under Over Between Last Next According Today Yesterday Once
        Unlike Instead Perhaps Nobody Everyone Nothing Critics Officials Police Authorities Experts Supporters Asked
        Earlier Later Just Maybe Whether Neither Either Through One Two Three Four Five It's It’s He's He’s She's
        She’s That's That’s There's There’s We're We’re They're They’re I'm I’m I've I’ve I'd I’d I'll I’ll Don't
        Don’t Didn't Didn’t What's What’s Can't Can’t You're You’re We've We’ve Let's Let’s
        """
    ),
    labels=words(
        """
        Group group Vitamin vitamin vitamins Plan plan Class class Grade grade Type type Category category Section
        section Part part Hepatitis hepatitis Influenza influenza Appendix Exhibit Schedule Block Zone zone Division
        division Gate Terminal Channel Model Formula Serie Generation Building War Option option letter Letter
        Series Level Phase phase Annex Tier Unit Ward Row Chapter Plans Elizabeth
        """
    ),
    sayings=words(
        """
        said says asked asks replied answered shouted cried whispered wrote added wondered exclaimed muttered yelled
        screamed called tweeted demanded joked quipped inquired enquired continued responded recalled remarked
        insisted begged snapped laughed declared
        """
    ),
    clauses=words("that he she it they the his her its their there this we a an whether if in"),
)

ENGLISH = Lang(
    code="en",
    name="English",
    direction="ltr",
    script="Latn",
    og_locale="en_US",
    names=(
        ("ar", "الإنجليزية"),
        ("en", "English"),
        ("fa", "انگلیسی"),
        ("he", "אנגלית"),
        ("ur", "انگریزی"),
        ("fr", "anglais"),
    ),
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    comma=", ",
    digits="latn",
    group=",",
    decimal=".",
    months=(("gregorian", MONTHS),),
    date_pattern="{day} {month} {year}",
    plurals=(("one", "n = 1"),),
    alphabet=tuple("abcdefghijklmnopqrstuvwxyz"),
    article=(),
    sentence=SENTENCE,
    type=LATIN,
    hijri_months=(
        "Muharram", "Safar", "Rabiʻ I", "Rabiʻ II", "Jumada I", "Jumada II", "Rajab", "Shaʻban", "Ramadan",
        "Shawwal", "Dhuʻl-Qiʻdah", "Dhuʻl-Hijjah",
    ),
    hijri_pattern="{day} {month} {year} AH",
)
