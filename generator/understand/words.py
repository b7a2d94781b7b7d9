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
    who whom whose why will with within without would yes yesterday yet you your
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
    alexandra alexei alexey alfred ali alice alicia allen allison amanda amber amir amy ana anatoly andrea andreas
    andrei andrew andrey andy angela ann anna anne annie anthony antonio april arnold arthur ashley barack barbara
    barry ben benjamin bernard bernie beth betty bill billy bob bobby boris brad bradley brandon brenda brent brett
    brian bruce bryan calvin carl carla carlos carol caroline carolyn casey catherine cathy chad charles charlie
    cheryl chris christian christina christine christopher chuck cindy claire clara clarence claude claudia clayton
    clint clinton colin connie corey craig crystal curtis cynthia dale damien dan daniel danielle danny darren dave
    david dawn dean deborah debra dennis derek derrick diana diane diego dimitri dmitri dmitry don donald donna
    doris dorothy doug douglas duane dylan earl ed eddie edgar edith edmund eduardo edward edwin eileen elaine
    eleanor elena eli elizabeth ellen emily emma emmanuel eric erica erik erin ernest ethan eugene eva evan evelyn
    fatima felix fernando florence frances francis francisco francois frank franklin fred frederick gabriel gail
    gary gene george gerald gerard gilbert gina glen glenn gloria gordon grace graham greg gregory guillermo gustavo
    guy hannah hans harold harriet harry harvey hassan hector heather heidi helen henri henry herbert herman hillary
    holly howard hugh hugo hussein ian ibrahim igor irene isaac isabel ivan jack jackie jackson jacob jacqueline
    jacques jaime jake james jamie jan jane janet janice jared jason javier jay jean jeff jeffrey jennifer jenny
    jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joe joel johan johanna john johnny jon jonathan
    jordan jorge jose joseph josh joshua joy joyce juan judith judy julia julian julie june justin karen karl kate
    katherine kathleen kathryn kathy katie keith kelly ken kenneth kent kerry kevin khalid kim kimberly kirk kristin
    kurt kyle lance larry laura lauren laurence lawrence leah lee leo leon leonard leonid leroy leslie lewis liam
    lillian linda lindsey lisa liz logan lois lori louis louise lucas lucy luis luke lydia lynn madison malcolm marc
    marcia marco marcus margaret maria marie marilyn mario marion mark marsha marshall martha martin marvin mary
    mathew matt matthew maureen maurice max megan melanie melinda melissa melvin meredith michael michel michele
    michelle miguel mike mikhail mildred milton mitch mitchell mohamed mohammad mohammed molly monica morgan morris
    muhammad mustafa nancy natalie natasha nathan neil nelson nicholas nick nicolas nicole nikolai nina noah noel
    nora norman nursultan oleg olga oliver olivia omar oscar otto owen pablo pam pamela pat patricia patrick paul
    paula pauline pedro peggy peter phil philip philippe phillip pierre rachel rafael ralph ramon randall randy raul
    ray raymond rebecca reggie regina rene renee ricardo richard rick ricky rita rob robert roberto robin rochelle
    rodney roger roland ron ronald rosa rose ross roy ruben russell ruth ryan salman sally sam samantha samuel
    sandra sandy sara sarah saul scott sean sebastian sergei sergey seth shane shannon sharon shaun shawn sheila
    shelly shirley simon sofia sonia sophia sophie spencer stacey stacy stan stanley stefan stella stephanie stephen
    steve steven stewart stuart sue susan suzanne sylvia tamara tammy tanya tara tariq ted teresa terrence terri
    terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tonya tracey tracy travis
    trevor troy tyler valerie vanessa vera vernon veronica vicki vicky victor victoria vincent viola virginia vivian
    vladimir wade wallace walter wanda warren wayne wendy wesley whitney will william willie winston xavier yasser
    yuri yusuf yvonne zachary zoe
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
    action agency agreement alliance area army art assembly assistance association attack avenue bank base battle
    belt bill black blue board bridge bright brown bureau bush camp campaign capital carter case center central
    century chance city coalition code college commission committee conference congress convention cook cooper
    cooperation corporation council country county court crown crisis cross day department development district
    economic economy election energy event exchange expo exposition fair federation festival field fish force forces
    forum foundation fox free freedom future game games general gold good government grant gray great green group
    hall hand head heritage high hill home hope hotel house hunt independence initiative institute international
    island issue joint justice king knight lake land law league liberty light little long love market mason means
    media meeting ministry mission month national nation nations network new news north office olympics order
    organization outlook page palace paper park partnership party pavilion peace people plan play plaza point police
    policy pope port post power press price problem program programme project proposal province railway reach reed
    region report republic rice road rose route school science sea sector security senate service session short silk
    silver small society south stage star state station stone story strategy street strong summit swift system talks
    task team temple theater tour trade treaty tribune trump truth union unit united university valley victory view
    village visit walker war ward water way week west white wood world year young zone
    """
)
"""Ordinary words that also are names: alone, they name something only where its full name stands in the text."""
