"""Word lists that decide what a capitalized word is part of: a person's name, an office, an ordinary word.

They are short on purpose: each holds words of one function, of English unless said otherwise, in lower case.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION = _words(
    """
    a about above according across after again against ago all along already also although am among amid an and
    another any are around as aside at away back be because been before behind being below beneath beside besides
    between beyond both but by can cannot could despite did do does during each earlier either else even ever every
    few following for former from further had has have having he her here hers him his how however i if in including
    indeed inside instead into is it its itself just last late later latter least less like many may maybe me
    meanwhile might more moreover most much must my near neither never nevertheless next no none nonetheless nor not
    now of off often on once one only onto or other others our out outside over own per perhaps rather same several
    shall she should since so some soon still such than that the their them then there therefore these they this
    those though three through throughout thus to today together tomorrow too toward towards two under unless until
    unlike up upon us very via was we were what whatever when whenever where whereas wherever whether which while
    who whom whose why will with within without would yes yesterday yet you your ah additionally hello hey hi oh ok
    okay please sorry thanks um well yeah
    """
)
"""Words that join others and name nothing; capitalized only where a sentence or a headline begins."""

CALENDAR = _words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    spring summer autumn winter christmas easter ramadan
    """
)

TITLES = _words(
    """
    mr mrs ms miss mister dr doctor prof professor sir lord lady dame president premier minister chancellor king
    queen prince princess emperor sheikh sheik emir sultan duke duchess pope cardinal archbishop bishop rev reverend
    father pastor rabbi imam ayatollah mullah ambassador envoy consul secretary senator sen representative rep
    congressman congresswoman governor gov mayor councilman councilwoman councilor councillor alderman commissioner
    superintendent sheriff marshal deputy constable detective officer inspector chief judge justice magistrate
    attorney prosecutor solicitor gen general lt lieutenant col colonel maj major capt captain cmdr commander adm
    admiral sgt sergeant cpl corporal pvt private brig brigadier spokesman spokeswoman spokesperson speaker chairman
    chairwoman chairperson chair director ceo coach comrade leader singer actor actress author researcher economist
    analyst historian diplomat
    """
)
"""Words that stand directly before a person's name."""

GIVEN_NAMES = _words(
    """
    aaron abdul abdullah abigail abraham adam adrian ahmad ahmed aisha alan albert alberto alejandro alex alexander
    alexandra alexei alexey alfred ali alice alicia allen allison amanda amber america amir amy ana anatoly andrea
    andreas andrei andrew andrey andy angela ann anna anne annie anthony antonio april arnold arthur ashley asia
    austin barack barbara barry ben benjamin bernard bernie beth betty bill billy bob bobby boris brad bradley
    brandon brenda brent brett brian brooklyn bruce bryan calvin carl carla carlos carol carolina caroline carolyn
    casey catherine cathy chad charles charlie charlotte chelsea cheryl chester chris christian christina christine
    christopher chuck cindy claire clara clarence claude claudia clayton clint clinton colin connie corey craig
    crystal curtis cynthia dakota dale dallas damien dan daniel danielle danny darren dave david dawn dean deborah
    debra dennis derek derrick diana diane diego dimitri dmitri dmitry don donald donna doris dorothy doug douglas
    duane dylan earl ed eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eli elizabeth
    ellen emily emma emmanuel eric erica erik erin ernest ethan eugene eva evan evelyn fatima felix fernando
    florence frances francis francisco francois frank franklin fred frederick gabriel gail gary gene george georgia
    gerald gerard gilbert gina glen glenn gloria gordon grace graham greg gregory guillermo gustavo guy hannah hans
    harold harriet harry harvey hassan heather hector heidi helen henri henry herbert herman hillary holly houston
    howard hugh hugo hussein ian ibrahim igor india irene isaac isabel israel ivan jack jackie jackson jacob
    jacqueline jacques jaime jake james jamie jan jane janet janice jared jason javier jay jean jeff jeffrey
    jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joe joel johan johanna john johnny
    jon jonathan jordan jorge jose joseph josh joshua joy joyce juan judith judy julia julian julie june justin
    karen karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kent kenya kerry kevin khalid kim
    kimberly kirk kristin kurt kyle lance larry laura lauren laurence lawrence leah lee leo leon leonard leonid
    leroy leslie lewis liam lillian linda lindsey lisa liz logan lois london lori louis louise lourdes lucas lucy
    luis luke lydia lynn madison malcolm marc marcia marco marcus margaret maria marie marilyn mario marion mark
    marsha marshall martha martin marvin mary mathew matt matthew maureen maurice max megan melanie melinda melissa
    melvin meredith michael michel michele michelle miguel mike mikhail mildred milton mitch mitchell mohamed
    mohammad mohammed molly monica morgan morris muhammad mustafa nancy natalie natasha nathan neil nelson nicholas
    nick nicolas nicole nikolai nina noah noel nora norman nursultan oleg olga oliver olivia omar oscar otto owen
    pablo pam pamela paris pat patricia patrick paul paula pauline pedro peggy peter phil philip philippe phillip
    pierre rachel rafael ralph ramon randall randy raul ray raymond rebecca reggie regina rene renee ricardo richard
    rick ricky rita rob robert roberto robin rochelle rodney roger roland ron ronald rosa rose ross roy ruben
    russell ruth ryan sally salman sam samantha samuel sandra sandy sara sarah saul savannah scott sean sebastian
    sergei sergey seth shane shannon sharon shaun shawn sheila shelly shirley siena simon sofia sonia sophia sophie
    spencer stacey stacy stan stanley stefan stella stephanie stephen steve steven stewart stuart sue susan suzanne
    sydney sylvia tamara tammy tanya tara tariq ted teresa terrence terri terry thelma theodore theresa thomas
    tiffany tim timothy tina todd tom tommy toni tony tonya tracey tracy travis trenton trevor troy tyler valerie
    vanessa vera vernon verona veronica vicki vicky victor victoria vincent viola virginia vivian vladimir wade
    wallace walter wanda warren wayne wendy wesley whitney will william willie winston xavier yasser yuri yusuf
    yvonne zachary zoe
    """
)
"""Given names that English-language press uses most, other languages' included."""

CHINESE_FAMILY_NAMES = _words(
    """
    ai an bai ban bao bi bian bo cai cao cen chai chang chao chen cheng chi chu cui dai deng di ding dong dou du
    duan fan fang fei feng fu gan gao ge geng gong gu guan guo han hao he hong hou hu hua huang huo ji jia jian
    jiang jiao jin jing ju kang ke kong kuang lai lan lang lei leng li lian liang liao lin ling liu long lou lu luo
    lv ma mao mei meng miao min mo mu ni nie ning niu ouyang pan pang pei peng pi pu qi qian qiao qin qiu qu quan
    ran ren rong ruan rui sha shan shang shao she shen sheng shi shu si sima situ song su sun tai tan tang tao teng
    tian tong tu wan wang wei wen weng wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yi yin ying
    yong you yu yuan yue yun zeng zha zhai zhan zhang zhao zheng zhong zhou zhu zhuang zhuo zong zou zuo ouyang
    shangguan zhuge
    """
)
KOREAN_FAMILY_NAMES = _words(
    "kim lee park pak moon choi choe jung jeong chung kang cho jo yoon yun jang lim im han oh ban ri"
)
"""Family names that stand first where the given name is hyphenated or of two words, as in Korean."""

NAME_PARTICLES = _words(
    "al ap ben bin bint da de del della den der di dos du el ibn la le lo mac st ten ter van von y zu"
)
"""Lower-case words that begin a family name of several words."""

ORDINARY = _words(
    """
    action advance agency agreement airport akin alliance alpha anger angles apex apples area arena arenas army
    arrest art ash ask assembly assistance association assumption attack avenue awe axis bad bag bail bake ball
    ballots band bang bank banks banning bar bare base basing bat battle beach bear bed beer began begun bell bells
    belt bend best beta bias bill bison black blessing blue board bone boom boone boot booth born bot boundary box
    brains branch brand breakers brick bridge bright brilliant broke brown brush buffalo bullet bully burden bureau
    burst bush busy buy cache calcium came camp campaign capital car cargo cars carter case cash cast cat cathedral
    cave celebration centennial center central centre century chamber champion chance change charge chore church
    circle city clemency clever coalition code college combine come comfort commerce commission committee
    commonwealth concise concrete conference confines confluence congress conservation contest continental
    convention converse conversion cook cool cooper cooperation corona corporation council country county court
    crisis cross crown crystal cube cut cuts dad dare date day deal delve demo department deposit development die
    dig district doc dollar don downs downside downtown drain drew driver drum dry dug ear early earth echo economic
    economy effort egg election energy engineer enter enterprise equality era erode err essay event evergreen excel
    exchange exhibition experiment expo export exposition eye fair faith fare federal federation fell festival field
    fines fiscal fish fleet force forces forest forks forth fortune forum foster foundation four fox free freedom
    friend friendly front fully future game games gaming gap gas gates gateway gay general give glad globe god goes
    going gold golden good goodwill got government grab grabs grad grain grand grant grants grave gray great green
    groom group guy hail halfway hall halls hand happy hard harvest hat haven hay hazard head hell helper heritage
    hey high hill hire hit holder holiday holly home hone honey hook hooks hope hospital hot hotel hour house hub
    humble hunt hunting hurricane hurt independence industry initiative ins institute international island issue jam
    job joint junior jury justice keys kill king knight knock lab lack lag lake lakes land landfall landing latte
    law lawn lay lazy lead league lean legacy lend lens level lever liberal liberty light limit line list lit liter
    little lively lives loans locking log long lookout loop loose loss lot love loyal luck lucky made magazine
    mailing main male man manage manger marathon marine marines mark market marks mason means media meeting meme men
    mentor mere messy met meta metro mile miles mine mining ministry minor mission mobile mold monster month
    monument mud nation national nations naval net network new news nice nine normal north oasis office okay olds
    olympics onset opportunity oracle oral orange order organization orient outer outlook pace pack page pains paint
    palace panic paper par para paramount parent park parks parse partnership party paste patrol pavilion pay peace
    peer pen pencil penguin people pill pin pinch pioneer pipes plain plan planes plate play plaza plenty point
    police policy poll polling ponder pool pop pope port portal poses posing post postal power powers pray press
    prey price principal problem program programme progress project proposal prospect prosperity proven province
    purchase pure quarter race rail railway rain rake ran rate reach reading real receiving red reed reform region
    reliance report reps republic research reserve rib rice rich rid ring rivers road rock root rose rot rote route
    rude rule run rush sad sake sale sales salmon salt sandwich sang save say school science sea section sector
    security see seem sees senate send sent servant service session settle shaping share shell shipyard short side
    silk silly silo silos silver sin sisters small smile snow society solo son song sort south split spur stage
    stall stamps staple star stark start startup state station steep stock stone store story strategy street strong
    success summit sunrise sunset sunshine superior supreme surprise swift system tab tactic talent tales talks tank
    tapping task tea team temple theater till time tires toll tool tornado tour tours trade trail train trainer
    treaty trial tribune trip trump truth tune twist union unit united unity university used valley van vary veteran
    vice victor victory view village visit wake walker wall walls war ward water waterways way ways wedding week
    welcome well west white wing winner wise wood world worth year young zone
    """
)
"""Ordinary words that also are names: alone, they name something only where its full name stands in the text."""

ORGANIZATION_NOUNS = _words(
    """
    academy administration agency airline airlines airways alliance army assembly association authority bank
    battalion board brigade broadcasting bureau cabinet center chamber church cinema club coalition college command
    commission committee community company confederation conference congress consortium constabulary corporation
    corps council court daily department division enterprise exchange executive federation fleet forces force
    foundation front fund gazette government group guard guards hospital house inc industries initiative
    inspectorate institute institution laboratory league llc ltd mission ministry mosque movement museum nations
    navy network news newspaper observatory office orchestra organisation organization parliament party police post
    press regiment school secretariat senate service services society squadron studio syndicate task taskforce team
    television tribunal trust union unit university wing
    """
)
"""Nouns that head the name of an organization."""

EVENT_NOUNS = _words(
    """
    anniversary biennale campaign celebration ceremony championship championships concert conference cup congress
    convention derby election elections exhibition expo exposition fair festival forum games marathon olympics
    operation parade prix rally referendum revolution summit symposium talks tour tournament uprising war week
    """
)
"""Nouns that head the name of an event."""

PLACE_NOUNS = _words(
    """
    airport arch avenue bay beach boulevard bridge canal canyon cape cathedral city coast county creek dam desert
    district forest fort gate governorate gulf harbor harbour heights highway hill hills island islands isle lake
    mosque mount mountain mountains ocean oblast palace park pass peninsula plateau port prefecture province reef
    region reservoir river road sea square stadium strait street town township valley village volcano
    """
)
"""Nouns that head the name of a place."""

DEMONYMS = _words(
    """
    afghan afghans african africans albanian albanians algerian american americans angolan arab arabs arabic
    argentine argentinian armenian armenians asian asians australian australians austrian austrians azerbaijani
    azeri baltic bangladeshi belarusian belgian belgians bolivian bosnian brazilian brazilians british briton
    britons buddhist bulgarian bulgarians burmese cambodian cameroonian canadian canadians catholic catholics
    caucasian chilean chinese christian christians colombian congolese coptic croat croatian cuban cubans cypriot
    czech danish dutch ecuadorean egyptian egyptians emirati english estonian ethiopian eurasian european europeans
    filipino finnish french georgian georgians german germans ghanaian greek greeks guatemalan haitian hebrew hindu
    hindus hispanic hungarian icelandic indian indians indonesian iranian iranians iraqi iraqis irish islamic
    islamist israeli israelis italian italians ivorian jamaican japanese jew jewish jews jordanian kazakh kazakhs
    kazakhstani kenyan korean koreans kurd kurdish kurds kuwaiti kyrgyz laotian latin latino latvian lebanese
    liberian libyan libyans lithuanian macedonian malaysian maltese mexican mexicans moldovan mongolian moroccan
    mozambican muslim muslims nepalese nepali nicaraguan nigerian norwegian omani ottoman pakistani pakistanis
    palestinian palestinians panamanian peruvian persian polish portuguese protestant qatari roman romanian russian
    russians rwandan saudi saudis scottish senegalese serb serbian serbs shia shiite sikh singaporean slovak
    slovenian somali somalis soviet spanish sudanese sunni sunnis swedish swiss syrian syrians taiwanese tajik
    tanzanian thai tibetan tunisian turk turkish turkmen turks ugandan ukrainian ukrainians uyghur uzbek uzbeks
    venezuelan vietnamese welsh western yazidi yazidis yemeni zambian zimbabwean
    """
)
"""Adjectives of countries, peoples and faiths, and the names of those who belong to them."""

DOCUMENT_NOUNS = _words(
    """
    accord act agreement amendment award bill cessation charter code communique constitution covenant day
    declaration decree deed directive edition formula framework guideline law letter license medal memorandum note
    order pact page paper plan policy prize program programme project protocol regulation report resolution road
    rule statement statute strategy treaty truce update version
    """
)
"""Nouns that head the name of a document, a day or a plan: no person, organization, place or event."""

ABBREVIATED_TITLES = _words(
    """
    adm brig capt cdr cmdr col cpl det dr gen gov hon insp lt maj mr mrs ms prof pvt rep rev sen sgt st supt
    """
)
"""Titles that are written with a full stop."""

NO_ENTITIES = _words(
    """
    aids allah am api asap bc bible ceo cfo christ christmas coo covid covid-19 cv dna dvd earth east est faq gdp
    gmt god gps hiv hr html http id ii iii internet iq islam islamism irc it iv judaism koran kremlinology lgbt mp
    mps north ok pdf pm phd pr quran rna sos south tb tv uk url us usd utc vip west www xi
    """
)
"""Names and abbreviations of what is no person, organization, place or event of its own."""

NO_PLACES = _words(
    """
    allah b.c bible buddha catholics christians chevrolet chrysler darwin dodge einstein gandhi highways honda
    hyundai jesus kia koran lenin lexus lincoln-center mazda metro midland-trail mercedes mitsubishi moses muhammad
    mustang napoleon nissan northeast northwest obama santa-claus section shakespeare southeast southwest stalin
    subaru suzuki toyota vice volkswagen volvo white-house
    """
)
"""What a town is named after and the press means instead, by the key of the name."""
