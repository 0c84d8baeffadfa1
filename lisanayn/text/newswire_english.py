"""English words of news pages. Items are separated by ``|``; the fields are explained in ``newswire.Newswire``."""

from __future__ import annotations

ENGLISH = {
    "source_labels": "source | sources | source(s) | original source | news source",
    "and_word": "and",
    "name_heads": "the",
    "name_tails": "news agency | photo | photos",
    "file_labels": "file | file photo | file picture | file image | archive photo",
    "qualifiers": """
        file | files | file photo | file photos | file picture | file image | file pic | archive | archives
        | archive photo | archive photos | archive picture | archive image | from the archive | handout
        | handout photo | illustration | illustrative | illustrative image | illustrative photo | stock photo
        | stock image | representational image | representative image | screengrab | screenshot | video still
        | video grab | still image | courtesy | exclusive | pool | pool photo | undated | undated photo
        | ai-generated | ai-generated image | graphic | cartoon
        """,
    "verbs": "said | says | added | adds | asked | told | stated",
    "clauses": "that",
    "openers": """
        he said | she said | they said | it said | but | however | meanwhile | according to | in addition
        | on the other hand | it was | there is | there are | there was | there were | in response
        | for his part
        """,
    "joints": """
        the | a | an | of | to | in | on | at | by | for | from | with | and | or | but | that | which | who
        | whom | whose | as | is | are | was | were | be | been | has | have | had | will | would | could
        | should | may | might | its | their | his | her | this | these | those | than | if | when | while
        | after | before | because | into | over | about | against | between | said
        """,
    "gloss_starts": """
        in | of | by | with | for | from | to | at | on | and | or | but | not | no | left | right | centre
        | center | middle | top | bottom | above | below | pictured | front | back | rear | far | second | third
        | first | seated | standing | wearing | led | now | then | formerly | also | including | about | around
        | some | the | an | a | aka | see | who | which | when | where | née | nee | circa | c | l | r | more
        | less | up | down | part | page | aged | both | all | since | until
        """,
    "gloss_words": """
        nato | imf | un | eu | us | usa | uk | uae | gdp | opec | opec+ | fifa | uefa | caf | afc | ioc | wto
        | iaea | unesco | unrwa | unhcr | asean | brics | ecowas | igad | hamas | fatah | isis | isil | pkk
        | sdf | rsf | ngo | ngos | ceo | covid-19 | hiv | aids | ecb | fed | fda | cdc | fbi | cia | nsa | idf
        | lead | laughs | applause | music | more | ends | paywall | video | pdf | sic | live | updated
        | opinion | part one | part two | kyiv time | local time | gmt | d | r
        """,
    "gloss_leads": "language | republic | called | named | word | dubbed | nicknamed | term",
    "credit_labels": """
        photo | photo by | photograph | photograph by | photos | photos by | picture | picture by | image
        | image by | images by | credit | photo credit | image credit | picture credit | source
        | illustration by | drawing by | graphic by | by | via
        """,
    "picture_credit_lines": """
        image source | image credit | photo credit | picture credit | photo | photo by | photograph
        | photograph by | picture | picture by | credit | image | photos by | photo courtesy of | image by
        """,
    "picture_caption_lines": "image caption | caption | photo caption | picture caption | media caption",
    "boilerplate": """
        advertisement | share | save | share this | share this article | share this story | sharethis | listen
        | print | email | copy link | copied | link copied | read more | more | video | watch | live | menu
        | sign in | sign up | register | subscribe | subscribe now | comments | leave a comment
        | skip to content | skip to main content | skip links | navigation menu | show more | see more
        | story continues below advertisement | article continues below | keep reading | end of list
        | recommended stories | click here to share on social media | add to favourites | toggle play | unmute
        | report this ad | story continues | scroll to continue | top stories | view image in fullscreen
        | listen to this story | follow us | whatsapp | facebook | twitter | save articles to read later
        | breaking news
        """,
    "boilerplate_starts": """
        read more | read also | also read | read: | see also | watch: | listen: | related: | follow us | follow
        | subscribe to | sign up for | sign up to | save articles | list of | video duration | advertisement
        | reading time | minute read | share on | click here | download our | get the app | join our
        | all rights reserved | copyright | © | this article was originally published | more on | for more
        | allow up to
        """,
    "related": """
        read more | read also | also read | see also | recommended stories | keep reading | related articles
        | more on this | you may also like | you might also like | watch | listen
        """,
    "related_starts": "list 1 of | list 2 of | list 3 of | list 4 of | list 5 of",
    "trailers": """
        more on this story | related topics | related stories | related articles | related content | related
        | most read | most viewed | most popular | more from news | more from middle east | around the bbc
        | elsewhere on the bbc | more to explore | editor's picks | editors' picks | top stories | latest news
        | recommended for you | you may also like | more in world | from the web | sponsored content | about us
        | sponsored stories | our standards: the thomson reuters trust principles. | read next
        """,
    "skip": "skip | and continue reading | end of",
    "months": """
        january | february | march | april | may | june | july | august | september | october | november
        | december | jan | feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec
        """,
    "date_words": """
        monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tue | tues | wed | thu
        | thur | thurs | fri | sat | sun | am | pm | a.m | p.m | gmt | utc | bst | est | edt | et | cet | cest
        | pst | at | of | on | the | st | nd | rd | th | updated | published | minutes | read | local | time
        | last | first | by
        """,
    "date_labels": """
        published on | published at | published | last updated on | last updated at | last updated | updated on
        | updated at | updated | last modified | first published | posted on | posted at | posted | date
        | issued on | modified
        """,
    "ago": "ago",
    "byline_labels": """
        by | written by | reported by | story by | author | text by | words by | edited by | translated by
        """,
    "byline_words": """
        staff | staff writer | staff writers | staff reporter | correspondent | special | agencies | newsroom
        """,
    "places": """
        gaza | gaza city | jerusalem | occupied jerusalem | occupied east jerusalem | ramallah | nablus | hebron
        | tel aviv | cairo | alexandria | aswan | suez | damascus | aleppo | beirut | tripoli | benghazi | amman
        | aqaba | baghdad | basra | mosul | erbil | kirkuk | riyadh | jeddah | mecca | kuwait | kuwait city
        | doha | manama | abu dhabi | dubai | sharjah | muscat | sanaa | sana'a | aden | khartoum | port sudan
        | juba | mogadishu | djibouti | addis ababa | nairobi | asmara | tunis | sfax | algiers | oran | rabat
        | casablanca | tangier | fez | marrakech | nouakchott | ankara | istanbul | izmir | tehran | kabul
        | islamabad | karachi | lahore | new delhi | mumbai | dhaka | colombo | kathmandu | beijing | shanghai
        | hong kong | tokyo | seoul | hanoi | bangkok | jakarta | manila | singapore | kuala lumpur | sydney
        | canberra | melbourne | wellington | moscow | kyiv | kiev | warsaw | berlin | frankfurt | munich
        | vienna | geneva | zurich | paris | lyon | marseille | london | manchester | edinburgh | dublin
        | madrid | barcelona | lisbon | rome | milan | naples | athens | nicosia | brussels | the hague
        | amsterdam | oslo | stockholm | copenhagen | helsinki | budapest | bucharest | sofia | sarajevo
        | belgrade | washington | new york | united nations | los angeles | san francisco | chicago | boston
        | houston | atlanta | miami | ottawa | toronto | mexico city | havana | caracas | bogota | lima
        | brasilia | rio de janeiro | sao paulo | buenos aires | santiago | lagos | abuja | accra | dakar
        | bamako | niamey | n'djamena | kampala | kigali | kinshasa | johannesburg | pretoria | cape town
        | harare | davos
        """,
    "abbreviations": """
        mr | mrs | ms | dr | prof | gen | lt | col | capt | sgt | gov | sen | rep | st | jr | sr | inc | ltd
        | co | corp | no | vs | u.s | u.k | u.n | d.c | a.m | p.m | e.g | i.e | etc | jan | feb | mar | apr
        | jun | jul | aug | sep | sept | oct | nov | dec | mt | ft | dept | univ | approx | est
        """,
}
