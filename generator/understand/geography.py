"""What the gazetteer's package leaves out: other names of countries, abbreviations of states, regions of the world."""

from collections.abc import Mapping
from types import MappingProxyType


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    """Lines of `key: name, name, …` as a mapping."""
    rows = (line.split(": ") for line in text.strip().splitlines())
    return MappingProxyType({key.strip(): tuple(name.strip() for name in names.split(",")) for key, names in rows})


COUNTRY_NAMES = _table("""
    AE: UAE, U.A.E., Emirates
    AX: Åland
    BA: Bosnia, Bosnia-Herzegovina, Bosnia & Herzegovina
    BN: Brunei Darussalam
    CD: DRC, DR Congo, Congo-Kinshasa, Congo
    CG: Congo-Brazzaville
    CI: Côte d'Ivoire
    CN: People's Republic of China, PRC, P.R.C., mainland China
    CV: Cape Verde
    CZ: Czech Republic
    DE: Federal Republic of Germany
    FK: Falklands, Malvinas
    FM: Federated States of Micronesia
    GB: UK, U.K., Britain, Great Britain
    GM: The Gambia
    HK: Hong Kong SAR
    IE: Republic of Ireland
    IR: Islamic Republic of Iran
    KG: Kyrgyz Republic, Kirghizia, Kirgizstan
    KP: DPRK, Democratic People's Republic of Korea
    KR: Republic of Korea
    KZ: Republic of Kazakhstan, Kazakstan, Qazaqstan
    MK: Macedonia
    MM: Burma
    MO: Macau
    NL: Netherlands, Holland
    PS: Palestine, Palestinian Territories, State of Palestine
    RU: Russian Federation
    SA: Kingdom of Saudi Arabia
    SY: Syrian Arab Republic
    SZ: Swaziland
    TL: East Timor, Timor-Leste
    TR: Türkiye
    TZ: Tanganyika
    US: U.S., U.S.A., US, USA, United States of America, America
    VA: Holy See, Vatican City
    VN: Viet Nam
    ZA: RSA
""")
"""Other names of countries, by ISO 3166 code; adjectives and names of peoples are not among them."""

STATE_NAMES = _table("""
    AL: Ala.
    AZ: Ariz.
    AR: Ark.
    CA: Calif.
    CO: Colo.
    CT: Conn.
    DC: District of Columbia, D.C.
    DE: Del.
    FL: Fla.
    GA: Ga.
    IL: Ill.
    IN: Ind.
    KS: Kan., Kans.
    KY: Ky.
    LA: La.
    MD: Md.
    MA: Mass.
    MI: Mich.
    MN: Minn.
    MS: Miss.
    MO: Mo.
    MT: Mont.
    NE: Neb., Nebr.
    NV: Nev.
    NH: N.H.
    NJ: N.J.
    NM: N.M.
    NY: N.Y.
    NC: N.C.
    ND: N.D.
    OK: Okla.
    OR: Ore.
    PA: Pa., Penn.
    RI: R.I.
    SC: S.C.
    SD: S.D.
    TN: Tenn.
    TX: Tex.
    UT: Ut.
    VT: Vt.
    VA: Va.
    WA: Wash.
    WV: W.Va., W. Va.
    WI: Wis.
    WY: Wyo.
""")
"""Abbreviations of the states of the United States as the press writes them, by postal code."""

REGIONS = _table("""
    places/africa: Africa
    places/antarctica: Antarctica
    places/arab-peninsula: Arabian Peninsula
    places/arctic: Arctic, the Arctic
    places/asia: Asia
    places/balkans: Balkans
    places/baltic-states: Baltics, Baltic states, Baltic States
    places/caribbean: Caribbean
    places/caucasus: Caucasus
    places/central-america: Central America
    places/central-asia: Central Asia, Middle Asia
    places/central-europe: Central Europe
    places/east-africa: East Africa, Eastern Africa
    places/east-asia: East Asia
    places/eastern-europe: Eastern Europe
    places/england: England
    places/eurasia: Eurasia
    places/europe: Europe
    places/horn-of-africa: Horn of Africa
    places/latin-america: Latin America
    places/middle-east: Middle East, Mideast
    places/north-africa: North Africa
    places/north-america: North America
    places/northern-ireland: Northern Ireland, Ulster
    places/oceania: Oceania
    places/scandinavia: Scandinavia
    places/scotland: Scotland
    places/south-america: South America
    places/south-asia: South Asia
    places/southeast-asia: Southeast Asia, South-East Asia
    places/southern-africa: Southern Africa
    places/soviet-union: Soviet Union, USSR, U.S.S.R.
    places/sub-saharan-africa: Sub-Saharan Africa
    places/wales: Wales
    places/west-africa: West Africa
    places/west-asia: West Asia, Western Asia
    places/northeast-asia: Northeast Asia
    places/western-europe: Western Europe
    places/abkhazia: Abkhazia
    places/chechnya: Chechnya
    places/crimea: Crimea
    places/darfur: Darfur
    places/donbas: Donbas, Donbass
    places/gaza-strip: Gaza Strip, Gaza
    places/golan-heights: Golan Heights
    places/kashmir: Kashmir
    places/kurdistan: Kurdistan
    places/nagorno-karabakh: Nagorno-Karabakh
    places/south-ossetia: South Ossetia
    places/tibet: Tibet
    places/transnistria: Transnistria
    places/west-bank: West Bank
    places/xinjiang: Xinjiang
    places/alberta: Alberta
    places/british-columbia: British Columbia, B.C.
    places/manitoba: Manitoba
    places/new-brunswick: New Brunswick
    places/newfoundland-and-labrador: Newfoundland and Labrador, Newfoundland
    places/nova-scotia: Nova Scotia
    places/ontario: Ontario, Ont.
    places/prince-edward-island: Prince Edward Island
    places/quebec: Quebec
    places/saskatchewan: Saskatchewan
    places/new-south-wales: New South Wales
    places/northern-territory: Northern Territory
    places/queensland: Queensland
    places/south-australia: South Australia
    places/tasmania: Tasmania
    places/western-australia: Western Australia
    places/bavaria: Bavaria
    places/catalonia: Catalonia
    places/sicily: Sicily
    places/siberia: Siberia
    places/punjab: Punjab
    places/new-england: New England
    places/midwest: Midwest
    places/pacific-northwest: Pacific Northwest
    places/baltic-sea: Baltic Sea
    places/black-sea: Black Sea
    places/caspian-sea: Caspian Sea
    places/mediterranean-sea: Mediterranean Sea, Mediterranean
    places/red-sea: Red Sea
    places/south-china-sea: South China Sea
    places/persian-gulf: Persian Gulf
    places/gulf-of-mexico: Gulf of Mexico
    places/atlantic-ocean: Atlantic Ocean, Atlantic
    places/pacific-ocean: Pacific Ocean
    places/indian-ocean: Indian Ocean
    places/arctic-ocean: Arctic Ocean
    places/mississippi-river: Mississippi River
    places/ohio-river: Ohio River
    places/lake-erie: Lake Erie
    places/lake-michigan: Lake Michigan
    places/lake-ontario: Lake Ontario
    places/lake-superior: Lake Superior
    places/lake-huron: Lake Huron
""")
"""Continents, regions, provinces, waters and lands of disputed standing that the press names, by id."""

CITY_NAMES = _table("""
    places/almaty: Alma-Ata
    places/ashgabat: Ashkhabad, Ashgabad
    places/astana: Nur-Sultan
    places/beijing: Peking
    places/chennai: Madras
    places/guangzhou: Canton
    places/ho-chi-minh-city: Saigon
    places/kolkata: Calcutta
    places/kyiv: Kiev
    places/los-angeles: L.A.
    places/mumbai: Bombay
    places/new-york-city: New York, NYC
    places/odesa: Odessa
    places/saint-petersburg: Leningrad, Petrograd
    places/yangon: Rangoon
    places/washington-district-of-columbia: Washington DC
""")
"""Other names of cities, by the gazetteer's id."""
