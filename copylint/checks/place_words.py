"""Countries, their people, and big cities that lie in one country only.

Countries and adjectives as the UN's list of member states names them in English; the cities are capitals and cities of
about half a million people or more whose name no other country's big city bears (so no Tripoli, Valencia, Santiago,
Hyderabad, Birmingham, Georgetown or San Jose).
"""

from __future__ import annotations

from functools import reduce
from typing import Final

_CITIES: Final = {
    "France": "Paris Lyon Marseille Toulouse Nantes Strasbourg Bordeaux Lille Nice Rennes Grenoble Montpellier",
    "Germany": "Berlin Hamburg Munich Cologne Frankfurt Stuttgart Dresden Leipzig Dusseldorf Bremen Hanover Nuremberg",
    "Italy": "Rome Milan Naples Turin Palermo Genoa Bologna Venice Catania Bari",
    "Spain": "Madrid Barcelona Seville Zaragoza Malaga Bilbao",
    "Portugal": "Lisbon Porto Braga",
    "Belgium": "Brussels Antwerp Ghent Bruges Liege",
    "Netherlands": "Amsterdam Rotterdam Utrecht Eindhoven",
    "Switzerland": "Zurich Geneva Bern Basel Lausanne Davos",
    "Austria": "Vienna Graz Salzburg Innsbruck",
    "Poland": "Warsaw Krakow Gdansk Wroclaw Poznan Lodz",
    "Czech Republic": "Prague Brno Ostrava",
    "Slovakia": "Bratislava",
    "Hungary": "Budapest Debrecen",
    "Romania": "Bucharest Timisoara",
    "Bulgaria": "Sofia Plovdiv Varna",
    "Greece": "Athens Thessaloniki Piraeus",
    "Serbia": "Belgrade",
    "Croatia": "Zagreb Dubrovnik",
    "Ukraine": "Kyiv Kharkiv Lviv Odesa Dnipro Mariupol Donetsk Zaporizhzhia",
    "Russia": "Moscow Vladivostok Novosibirsk Yekaterinburg Kazan Sochi Murmansk",
    "Belarus": "Minsk",
    "Lithuania": "Vilnius Kaunas",
    "Latvia": "Riga",
    "Estonia": "Tallinn",
    "Finland": "Helsinki Tampere",
    "Sweden": "Stockholm Gothenburg Malmo",
    "Norway": "Oslo Bergen Trondheim",
    "Denmark": "Copenhagen Aarhus",
    "Iceland": "Reykjavik",
    "Ireland": "Dublin",
    "Turkey": "Istanbul Ankara Izmir Gaziantep Diyarbakir Antalya",
    "Syria": "Damascus Aleppo Homs Latakia Idlib",
    "Iraq": "Baghdad Mosul Basra Kirkuk Fallujah",
    "Iran": "Tehran Isfahan Mashhad Tabriz Shiraz",
    "Lebanon": "Beirut Sidon",
    "Jordan": "Amman Aqaba",
    "Saudi Arabia": "Riyadh Jeddah",
    "Qatar": "Doha",
    "Kuwait": "Kuwait City",
    "Yemen": "Sanaa Aden Hodeidah Taiz",
    "Egypt": "Cairo Suez Luxor Aswan",
    "Libya": "Benghazi Derna Misrata Sirte Tobruk",
    "Tunisia": "Tunis Sfax",
    "Algeria": "Algiers Oran",
    "Morocco": "Rabat Casablanca Marrakech",
    "Sudan": "Khartoum Omdurman",
    "Ethiopia": "Addis Ababa",
    "Kenya": "Nairobi Mombasa Kisumu",
    "Uganda": "Kampala Entebbe",
    "Somalia": "Mogadishu Kismayo",
    "Nigeria": "Lagos Abuja Kano Maiduguri Ibadan",
    "Ghana": "Accra Kumasi",
    "Senegal": "Dakar",
    "Mali": "Bamako Timbuktu Gao",
    "South Africa": "Johannesburg Pretoria Durban Soweto",
    "Zimbabwe": "Harare Bulawayo",
    "Afghanistan": "Kabul Kandahar Herat Jalalabad Kunduz",
    "Pakistan": "Islamabad Karachi Lahore Peshawar Quetta Rawalpindi",
    "India": "Delhi Mumbai Kolkata Chennai Bangalore Bengaluru Ahmedabad Pune Jaipur Lucknow",
    "Bangladesh": "Dhaka Chittagong",
    "Nepal": "Kathmandu",
    "Sri Lanka": "Colombo Kandy",
    "China": "Beijing Shanghai Guangzhou Shenzhen Chengdu Wuhan Tianjin Chongqing Nanjing Harbin",
    "Japan": "Tokyo Osaka Kyoto Nagoya Yokohama Sapporo Hiroshima Nagasaki Fukuoka",
    "South Korea": "Seoul Busan Incheon Daegu",
    "North Korea": "Pyongyang",
    "Taiwan": "Taipei Kaohsiung",
    "Vietnam": "Hanoi Haiphong",
    "Thailand": "Bangkok Phuket",
    "Indonesia": "Jakarta Surabaya Bandung Medan",
    "Malaysia": "Kuala Lumpur Penang",
    "Philippines": "Manila Davao Cebu",
    "Cambodia": "Phnom Penh",
    "Australia": "Sydney Canberra Brisbane Adelaide",
    "New Zealand": "Auckland Wellington Christchurch",
    "Canada": "Toronto Montreal Ottawa Calgary Winnipeg",
    "Mexico": "Mexico City Tijuana Acapulco Cancun",
    "Brazil": "Brasilia Sao Paulo Rio de Janeiro Recife Fortaleza Curitiba",
    "Argentina": "Buenos Aires Mendoza",
    "Chile": "Valparaiso",
    "Peru": "Cusco Arequipa",
    "Colombia": "Bogota Medellin Cali Barranquilla",
    "Venezuela": "Caracas Maracaibo",
    "Ecuador": "Quito Guayaquil",
    "Cuba": "Havana",
    "Haiti": "Port-au-Prince",
    "Israel": "Tel Aviv Haifa",
}
_TWO_WORDS: Final = (
    "Kuwait City", "Addis Ababa", "Kuala Lumpur", "Phnom Penh", "Mexico City", "Sao Paulo", "Rio de Janeiro",
    "Buenos Aires", "Tel Aviv",
)  # fmt: skip


def _cities() -> dict[str, str]:
    cities = {}
    for country, names in _CITIES.items():
        whole = [name for name in _TWO_WORDS if name in names]
        single = reduce(lambda rest, name: rest.replace(name, ""), whole, names).split()
        cities.update(dict.fromkeys((*whole, *single), country))
    return cities


CITY_COUNTRIES: Final = _cities()
"""The country that a big city lies in."""
COUNTRIES: Final = frozenset(_CITIES) | frozenset(
    """
    Albania Angola Armenia Azerbaijan Bahrain Benin Bolivia Botswana Burundi Cameroon Cyprus Eritrea Fiji Gabon
    Gambia Guatemala Guinea Honduras Kazakhstan Kosovo Kyrgyzstan Laos Lesotho Liberia Luxembourg Madagascar Malawi
    Malta Mauritania Mauritius Moldova Mongolia Montenegro Mozambique Myanmar Namibia Nicaragua Niger Oman Panama
    Paraguay Rwanda Singapore Slovenia Tajikistan Tanzania Togo Turkmenistan Uruguay Uzbekistan Zambia
    """.split()  # noqa: SIM905 - a list of sixty one-word strings is harder to read
)
"""Georgia is left out: it is a state of America too."""
SAME_COUNTRY: Final = {"Czechia": "Czech Republic", "Türkiye": "Turkey", "Turkiye": "Turkey", "Holland": "Netherlands"}
_PEOPLES: Final = """
    Afghan Albanian Algerian American Arab Argentine Armenian Australian Austrian Bangladeshi Belarusian Belgian
    Bolivian Bosnian Brazilian Briton British Britain England English Scotland Scottish Bulgarian Cambodian Canadian
    Chechen Chilean Chinese Colombian Croatian Cuban Cypriot Czech Danish Dutch Egyptian Eritrean Estonian Ethiopian
    Filipino Finnish French German Germans Ghanaian Greek Haitian Hungarian Icelandic Indian Indonesian Iranian
    Iraqi Irish Israeli Italian Japanese Jordanian Kashmir Kashmiri Kenyan Korean Kosovan Kurdish Kuwaiti Latvian
    Lebanese Libyan Lithuanian Macedonian Malaysian Malian Maltese Mexican Moldovan Mongolian Moroccan Nepalese
    Nigerian Norwegian Pakistani Palestinian Palestine Peruvian Polish Portuguese Qatari Romanian Russian Rwandan
    Saudi Saudis Scottish Serbian Serbia Singaporean Slovak Slovenian Somali Spanish Sudanese Swedish Swiss Syrian
    Taiwanese Thai Tunisian Turkish Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Welsh Wales Yemeni
    Zambian Zimbabwean Europe European Asia Asian Africa African America Americas London Washington York Angeles
    Chicago Boston Houston Dallas California Texas Florida Georgia Georgian Virginia Carolina Dakota Persian Pacific
    Atlantic Kremlin Islam Islamic Islamist Islamists Muslim Christian Catholic Jewish Sunni Shiite Shi Hindu
    Buddhist Taliban Hamas Hezbollah Republican Democrat Democratic Conservative Labour Liberal Communist Socialist
    Olympic Britons Europeans Asians Africans
"""
PLACE_WORDS: Final = frozenset(
    (*COUNTRIES, *CITY_COUNTRIES, *SAME_COUNTRY, *_PEOPLES.split(), *(word + "s" for word in _PEOPLES.split()))
)
"""Words that name a place or its people, and that no misspelled person explains."""
