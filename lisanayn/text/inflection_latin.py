"""Latin letters: irregular English forms, and words that only look like forms of others."""

from __future__ import annotations

from lisanayn.text.inflection import Stemmed
from lisanayn.text.lang import words

_IRREGULAR = """
child children|man men|woman women|person people|foot feet|tooth teeth|goose geese|mouse mice|ox oxen
life lives|wife wives|knife knives|leaf leaves|half halves|shelf shelves|thief thieves|wolf wolves|loaf loaves
calf calves
crisis crises|analysis analyses|analyse analyses|thesis theses|basis bases|base bases based basing
datum data|medium media|phenomenon phenomena
criterion criteria
hypothesis hypotheses|oasis oases|axis axes|axe axes|diagnosis diagnoses|synthesis syntheses|parenthesis parentheses
emphasis emphases|bacterium bacteria|nucleus nuclei|fungus fungi|stimulus stimuli|radius radii|cactus cacti
alumnus alumni
curriculum curricula|stratum strata|formula formulae|larva larvae|antenna antennae|index indices|appendix appendices
matrix matrices|vertex vertices|scarf scarves|self selves|elf elves|hoof hooves|louse lice|penny pence|quiz quizzes
gas gases
live lives lived living|leave leaves left leaving|found founds founded founding found|bore bores bored boring bore
rose roses rose|wound wounds wounded wounding wound|ground grounds ground|fuse fuses fused fusing|muse muses|dye dyed
unite unites uniting
big bigger biggest|large larger largest|small smaller smallest|old older oldest|young younger youngest
high higher highest
low lower lowest|long longer longest|short shorter shortest|great greater greatest|strong stronger strongest
weak weaker weakest
rich richer richest|poor poorer poorest|near nearer nearest|wide wider widest|deep deeper deepest|hard harder hardest
easy easier easiest|early earlier earliest|happy happier happiest|heavy heavier heaviest|fast faster fastest
slow slower slowest|new newer newest|cheap cheaper cheapest|hot hotter hottest|cold colder coldest|warm warmer warmest
safe safer safest|clear clearer clearest|close closer closest|dark darker darkest|tall taller tallest
good better best|bad worse worst|few fewer fewest
program programme programs programmes programmed programming|defense defence defenses defences
offense offence offences|license licence licences|gray grey|catalog catalogue catalogues|dialog dialogue dialogues
judgment judgement judgements|aging ageing|skeptic sceptic sceptics|plow plough ploughs|maneuver manoeuvre manoeuvres
archeology archaeology|archeological archaeological|archeologist archaeologist archaeologists archeologists
encyclopedia encyclopaedia encyclopedias encyclopaedias|jewelry jewellery|mold mould|check cheque cheques
be is are was were been being am|have has had having|do does did done doing|go goes went gone going
say says said saying|make makes made making|take takes took taken taking|come comes came coming|see sees saw seen seeing
get gets got gotten getting|give gives gave given giving|find finds found finding|know knows knew known
think thinks thought thinking|tell tells told telling|bring brings brought bringing
begin begins began begun beginning|write writes wrote written writing|read reads reading
speak speaks spoke spoken speaking
hold holds held holding|keep keeps kept keeping|stand stands stood standing|sit sits sat sitting|run runs ran running
build builds built|send sends sent sending|spend spends spent spending|lose loses lost losing|pay pays paid paying
meet meets met|sell sells sold selling|buy buys bought buying|teach teaches taught teaching|catch catches caught
fight fights fought fighting|seek seeks sought seeking|win wins won winning|fall falls fell fallen falling
grow grows grew grown growing|draw draws drew drawn drawing|fly flies flew flown flying
drive drives drove driven driving
rise rises rose risen rising|ride rides rode ridden riding|choose chooses chose chosen choosing
break breaks broke broken
eat eats ate eaten eating|drink drinks drank drunk drinking|sing sings sang sung singing|swim swims swam swum swimming
sink sinks sank sunk|wear wears wore worn wearing|bear bears bore borne|throw throws threw thrown throwing
sleep sleeps slept sleeping|feel feels felt feeling|mean means meant|hear hears heard hearing|lead leads led leading
forget forgets forgot forgotten|become becomes became becoming|understand understands understood
steal steals stole stolen
lie lies lay lain lying|die dies died dying|tie ties tied tying|use uses used using|agree agrees agreed agreeing
flee flees fled fleeing|free frees freed freeing|guarantee guarantees guaranteed|bind binds bound|wind winds
paste pastes pasted pasting|taste tastes tasted tasting|waste wastes wasted wasting|range ranges ranged ranging
strike strikes struck striking|shake shakes shook shaken|dig digs dug digging|hang hangs hung hanging|lend lends lent
beat beats beaten|bite bites bit bitten
bit bits bit|blow blows blew blown|burn burnt|deal deals dealt|dream dreamt|feed feeds fed
forgive forgives forgave forgiven|freeze freezes froze frozen|hide hides hid hidden|kneel knelt|lay lays laid
learn learnt
light lit|prove proves proved proven|ring rang rung|shoot shoots shot|shine shone|shrink shrank shrunk
slide slid|spin spun|spring sprang sprung|stick stuck|swear swore sworn|sweep swept|swing swung|tear tore torn
wake woke woken
weep wept|withdraw withdrew withdrawn|weave wove woven|arise arises arose arisen|bend bent|bleed bled|breed bred
creep crept
forbid forbade forbidden|overcome overcame|undergo undergoes underwent undergone|undertake undertook undertaken
oversee oversaw overseen|foresee foresaw foreseen|rebuild rebuilt|rewrite rewrote rewritten|withhold withheld
uphold upheld
strive strove striven|leap leapt|lean leant|spell spelt|spill spilt|spoil spoilt|show shows showed shown showing
lie lies lied|mistake mistook mistaken|awake awoke|cling clung|fling flung|spit spat|dwell dwelt|sew sewn|sow sown
"""

_ROWS = [line.split() for line in _IRREGULAR.replace("|", "\n").split("\n") if line]

LATIN = Stemmed(
    letters="a-z\u00df-\u024f",
    irregular=tuple([(form, row[0]) for row in _ROWS for form in row[1:]]),
    fixed=words(
        """
            news united evening morning wedding during nothing something anything everything ceiling hundred sacred
            naked wicked ring king sing thing spring string bring wing sling swing bus gas plus this thus yes us its
            as his was has lens series species physics mathematics politics economics means always perhaps besides
            towards afterwards across james paris texas wales athens brussels damascus tunis algiers homs laos cyprus
            honduras philippines naples bed red shed need feed seed speed indeed weed breed proceed exceed succeed
            media embed beijing sterling viking darling offspring sibling herring pudding
            business witness process access address progress congress success princess illness happiness darkness
            paste taste waste caste haste morale rationale humane urbane locale finale secrete range
            boss cross glass grass class pass press dress loss less unless
            unite bias canvas atlas alias christmas hamas abbas earring bleed shed spread sibling
            """
    ),
    elided=words("l d j m n s t c qu lorsqu jusqu o al el"),
)
