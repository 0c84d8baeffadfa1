"""Everyday words of news and essays that translate each other: what the aligner knows before it has learned anything.

One line a meaning, one column a language, forms separated by spaces. Only words whose translation is nearly always one
of those beside them; a meaning without a word in some language has ``-`` there. The aligner folds and shortens the
forms as it does the words of a text, so endings need not be listed, but broken plurals and irregular verbs must. A
language that has no column simply adds nothing: lengths, numbers, names and learned words remain.
"""

from __future__ import annotations

LANGUAGES_OF_TABLE = ("ar", "en")

COMMON_WORDS = """
عام سنة سنوات أعوام عاما | year years
شهر أشهر شهور | month months
أسبوع أسابيع | week weeks
يوم أيام يومين | day days
اليوم | today
أمس | yesterday
غدا | tomorrow
ساعة ساعات | hour hours clock
دقيقة دقائق | minute minutes
ليل ليلة ليالي | night nights
صباح صباحا الصباح | morning
مساء مساء المساء | evening
قرن القرن قرون | century centuries
عقد عقود | decade decades
الاثنين | monday
الثلاثاء | tuesday
الأربعاء | wednesday
الخميس | thursday
الجمعة | friday
السبت | saturday
الأحد | sunday
صيف الصيف | summer
شتاء الشتاء | winter
ربيع الربيع | spring
خريف الخريف | autumn fall
واحد واحدة | one
اثنان اثنين اثنتين | two
ثلاثة ثلاث | three 3
أربعة أربع | four 4
خمسة خمس | five 5
ستة ست | six 6
سبعة سبع | seven 7
ثمانية ثماني ثمان | eight 8
تسعة تسع | nine 9
عشرة عشر | ten 10
عشرون عشرين | twenty 20
ثلاثون ثلاثين | thirty 30
أربعون أربعين | forty 40
خمسون خمسين | fifty 50
مئة مائة | hundred 100
مئات | hundreds
ألف آلاف ألفا | thousand thousands
مليون ملايين | million millions
مليار مليارات بليون | billion billions
نصف | half
ثلث | third
ربع | quarter
أول أولى الأول الأولى | first
ثاني ثانية الثاني الثانية | second
ثالث ثالثة الثالث الثالثة | third
أخير أخيرة الأخير الأخيرة | last latest recent
بالمئة بالمائة المئة المائة | percent per cent %
نسبة | rate percentage proportion
رئيس الرئيس رئيسة | president head chairman chief
رئاسي الرئاسة رئاسة | presidential presidency
وزير وزيرة وزراء | minister ministers secretary
وزارة الوزارة | ministry department
حكومة الحكومة حكومي حكومية | government
برلمان البرلمان | parliament
مجلس المجلس | council board
نائب نواب النواب | deputy deputies lawmakers mp mps vice
انتخابات الانتخابات انتخاب | election elections
صوت أصوات تصويت | vote votes voting voice
حزب أحزاب | party parties
سياسة سياسي سياسية سياسات | political politics policy policies
قانون قوانين قانوني | law laws legal legislation
محكمة محاكم | court courts
قاض قاضي قضاة | judge judges
شرطة الشرطة | police
جيش الجيش | army military
عسكري عسكرية | military
حرب حروب الحرب | war wars
سلام السلام | peace
هجوم هجمات | attack attacks
قتل قتلى مقتل قتلت | killed dead death killing
جريح جرحى إصابة أصيب | wounded injured injury injuries
سجن السجن | prison jail
أمن الأمن أمني أمنية | security
اتفاق اتفاقية | agreement deal accord
اجتماع اجتماعات | meeting meetings
زيارة | visit visits
دولة دول الدولة الدول | state states country countries
دولي دولية الدولي الدولية | international
بلد بلاد بلدان البلاد | country countries land
وطني وطنية الوطني | national
مدينة مدن المدينة | city cities town
قرية قرى القرية | village villages
عاصمة العاصمة | capital
منطقة مناطق | region area areas regions district
شارع شوارع | street streets
طريق طرق الطريق | road roads way route
حدود الحدود | border borders
شمال الشمال شمالي | north northern
جنوب الجنوب جنوبي | south southern
شرق الشرق شرقي | east eastern
غرب الغرب غربي | west western
العالم عالمي عالمية | world global
الأمم | nations
المتحدة متحدة | united
أميركا أمريكا أميركي أمريكي أميركية أمريكية الولايات | america american us
أوروبا أوروبي أوروبية | europe european
بريطانيا بريطاني بريطانية المملكة | britain british uk kingdom
فرنسا فرنسي فرنسية | france french
ألمانيا ألماني ألمانية | germany german
إسبانيا إسباني | spain spanish
إيطاليا إيطالي | italy italian
روسيا روسي روسية | russia russian
الصين صيني صينية | china chinese
اليابان ياباني يابانية | japan japanese
الهند هندي هندية | india indian
تركيا تركي تركية | turkey turkish
إيران إيراني إيرانية | iran iranian
العراق عراقي عراقية | iraq iraqi
سوريا سورية سوري | syria syrian
مصر مصري مصرية | egypt egyptian
لبنان لبناني لبنانية | lebanon lebanese
الأردن أردني | jordan jordanian
فلسطين فلسطيني فلسطينية | palestine palestinian palestinians
إسرائيل إسرائيلي إسرائيلية | israel israeli
السعودية سعودي | saudi
المغرب مغربي مغربية | morocco moroccan
الجزائر جزائري | algeria algerian
تونس تونسي | tunisia tunisian tunis
السودان سوداني | sudan sudanese
أفريقيا إفريقيا أفريقي | africa african
آسيا آسيوي | asia asian
عربي عربية العربية عرب العرب | arab arabic arabs
إنجليزي إنجليزية الإنجليزية إنكليزية | english
مسلم مسلمين إسلامي إسلامية | muslim muslims islamic
شعب الشعب شعوب | people peoples
ناس الناس أناس | people
شخص أشخاص شخصا | person people
رجل رجال الرجل | man men
امرأة نساء المرأة النساء | woman women
طفل أطفال الأطفال | child children
طالب طلاب طلبة | student students
معلم معلمة مدرس معلمين | teacher teachers
أب والده والد | father
أم والدته والدة والدتها | mother
ابن ابنه أبناء | son sons
ابنة ابنته بنت | daughter girl
أخ شقيق شقيقه | brother
زوج زوجة زوجته زوجها | wife husband
عائلة أسرة عائلته أسر العائلة | family families
صديق أصدقاء صديقه | friend friends
طبيب أطباء الطبيب | doctor doctors physician
مريض مرضى | patient patients sick
مرض أمراض | disease diseases illness
مستشفى مستشفيات | hospital hospitals
صحة الصحة صحي صحية | health
دواء أدوية | drug drugs medicine
مدرسة مدارس المدرسة | school schools
جامعة جامعات الجامعة | university universities
تعليم التعليم | education teaching
كتاب كتب الكتاب | book books
كاتب كتاب كاتبة | writer author
صحيفة صحف الصحيفة | newspaper newspapers paper
صحفي صحافي صحفيين صحافيين | journalist journalists reporters
خبر أخبار الأخبار | news
تقرير تقارير | report reports
دراسة دراسات | study studies research
بحث أبحاث بحوث | research search
باحث باحثون باحثين باحثة | researcher researchers scholars
عالم علماء | scientist scientists scholar
خبير خبراء | expert experts
تاريخ تاريخي تاريخية | history historical date
متحف متاحف | museum museums
مكتبة مكتبات | library libraries
لغة لغات اللغة | language languages
كلمة كلمات | word words
اسم أسماء اسمه | name names called
رسالة رسائل | letter letters message
قصة قصص | story stories
فيلم أفلام | film films movie
موسيقى موسيقي | music musical
فريق الفريق فرق | team teams group
لاعب لاعبين لاعبون | player players
مباراة مباريات | match game matches games
كأس | cup
هدف أهداف | goal goals target
بطولة | championship tournament
مدرب المدرب | coach trainer manager
موسم الموسم | season
شركة شركات الشركة | company companies firm
مصنع مصانع | factory factories plant
بنك بنوك مصرف | bank banks
سوق أسواق السوق | market markets
سعر أسعار الأسعار | price prices
مال أموال المال | money funds
دولار دولارات دولارا | dollar dollars $
يورو | euro euros €
اقتصاد الاقتصاد اقتصادي اقتصادية | economy economic
تجارة تجاري تجارية | trade commercial
عمل العمل أعمال | work business job works
عامل عمال العمال | worker workers labour labor
وظيفة وظائف | job jobs
ضريبة ضرائب | tax taxes
ميزانية موازنة | budget
نفط النفط | oil
غاز الغاز | gas
كهرباء الكهرباء | electricity power
ماء مياه الماء المياه | water waters
نهر أنهار النهر | river rivers
بحر البحر بحار بحرية | sea marine maritime
شاطئ شواطئ | beach beaches shore
ميناء موانئ | port harbour harbor
سفينة سفن | ship ships vessel
سيارة سيارات | car cars vehicle
قطار قطارات | train trains
طائرة طائرات | plane aircraft planes
مطار المطار | airport
جبل جبال | mountain mountains
أرض الأرض أراضي | land earth ground
سماء السماء | sky
شمس الشمس | sun solar
قمر القمر | moon
نجم نجوم النجوم | star stars
هواء الهواء | air
ريح رياح الرياح | wind winds
مطر أمطار الأمطار | rain rains
حرارة الحرارة | temperature heat temperatures
مناخ المناخ مناخي | climate
بيئة البيئة بيئي بيئية | environment environmental
شجرة أشجار شجر | tree trees
طائر طيور الطيور | bird birds
حيوان حيوانات | animal animals
سمك أسماك | fish
طعام الطعام غذاء | food
خبز الخبز | bread
بيت بيوت منزل منازل البيت المنزل | house home houses homes
باب أبواب | door doors
غرفة غرف | room rooms
مبنى مباني المبنى | building buildings
مركز المركز مراكز | centre center
مشروع مشاريع المشروع | project projects
برنامج برامج | programme program programs
خطة خطط | plan plans
مرحلة مراحل | phase stage stages
نظام النظام أنظمة | system regime systems
معلومات | information
بيانات | data
شبكة شبكات | network networks
هاتف هواتف | phone telephone phones
حاسوب كمبيوتر | computer computers
إنترنت الإنترنت | internet online web
موقع مواقع | site website location sites
صورة صور الصورة | picture photo image photos pictures
مشكلة مشاكل مشكلات | problem problems
سبب أسباب بسبب | because cause reason due
نتيجة نتائج | result results
سؤال أسئلة | question questions
جواب إجابة | answer
حل حلول | solution solutions
حق حقوق | right rights
حياة الحياة حياته | life lives
موت الموت وفاة توفي | death died
قلب القلب | heart
يد يده أيدي | hand hands
عين عينيه عيون | eye eyes
رأس رأسه | head
وجه وجهه | face
قال قالت يقول تقول قائلا | said says say saying
أضاف أضافت مضيفا | added adding
أعلن أعلنت إعلان | announced announce declared
أكد أكدت مؤكدا | confirmed stressed
أوضح أوضحت موضحا | explained
كتب كتبت يكتب | wrote write written writing
سأل سألت | asked
يعتقد أعتقد نعتقد | believe believes think thinks
يعرف أعرف نعرف تعرف | know known knows
يريد أريد نريد تريد | want wants
وجد وجدت عثر | found
بدأ بدأت يبدأ تبدأ | began started begin begins start
انتهى انتهت نهاية | ended end
وصل وصلت وصول | arrived reached arrive arrival
عاد عادت يعود عودة | returned return back
فاز فازت فوز | won win victory
خسر خسارة خسائر | lost loss losses lose
مات ماتت | died
ولد ولدت | born
جديد جديدة الجديد الجديدة جدد | new
قديم قديمة القديم القديمة | old ancient
كبير كبيرة الكبير كبرى أكبر | large big great largest biggest major
صغير صغيرة صغار | small little young
طويل طويلة | long
قصير قصيرة | short
شاب شباب شابة | young youth
أكثر | more most
أقل | less fewer least
أفضل | better best
أسوأ | worse worst
مهم مهمة أهم | important
سريع سرعة بسرعة | fast quickly speed quick
حوالي نحو قرابة | about around nearly some
كل جميع | all every each
بعض | some
كثير كثيرة الكثير العديد | many much lot
قليل قليلة | few little
آخر أخرى الآخر آخرين الأخرى | other another others
نفس نفسه نفسها | same himself itself herself
فقط | only just
أيضا كذلك | also too
لكن ولكن لكنه لكنها | but however
بينما | while
عندما حين حينما | when
إذا | if
لأن لأنه لأنها | because
بعد | after
قبل | before ago
خلال | during
بين | between among
ضد | against
مع | with
بدون دون | without
تحت | under
فوق | above over
حتى | until even
منذ | since
هنا | here
هناك | there
الآن حاليا | now currently
دائما | always
أبدا | never
ربما | perhaps maybe
لماذا | why
كيف | how
أين | where
متى | when
ماذا | what
من | who
لا ليس ليست لم لن | not no
نحن إننا إنا | we our
أنا إنني | i my
هذا هذه | this these
ذلك تلك | that those
نعم | yes
يمكن | can could possible may
يجب ينبغي | must should
"""
