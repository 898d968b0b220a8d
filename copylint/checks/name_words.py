"""Words that tell a person's name from other capitals: given names, titles, and words that no name has.

Closed lists, written from general knowledge: the given names are the commonest of the census and civil-registry
lists of English-speaking, European, Arab and South Asian countries. They are evidence only: a name that is missing
costs a finding, never makes one.
"""

from __future__ import annotations

from typing import Final

from copylint.checks.date_text import MONTHS, SHORT_MONTHS, WEEKDAYS

# ruff: noqa: SIM905 - lists of hundreds of one-word strings are harder to read

GIVEN_NAMES: Final = frozenset(
    """
    Aaron Abdul Abdullah Abigail Adam Adriana Adrian Agnes Ahmad Ahmed Aidan Akira Alan Albert Alberto Alejandro
    Aleksandr Alessandro Alex Alexander Alexandra Alexei Alexis Alfonso Alfred Ali Alice Alison Allan Allen Allison
    Alvaro Amanda Amber Amina Amy Ana Anastasia Anatoly Andre Andrea Andreas Andrei Andres Andrew Andrey Andrzej
    Andy Angela Angelo Angus Anita Ann Anna Anne Annette Annie Anthony Antoine Anton Antonio Antony Anwar April
    Archie Arjun Arnold Arthur Arun Ashley Ashok Audrey Barack Barbara Barry Ben Benedict Benjamin Bernadette
    Bernard Bernie Beth Betty Beverly Bill Billy Bob Bobby Boris Brad Bradley Brandon Brenda Brendan Brett Brian
    Bridget Bruce Bruno Bryan Calvin Cameron Carl Carla Carlo Carlos Carmen Carol Carole Caroline Carolyn Catherine
    Cathy Cecilia Chad Charles Charlie Charlotte Cheryl Chloe Chris Christian Christina Christine Christoph
    Christophe Christopher Chuck Cindy Claire Clara Clare Claude Claudia Clive Colin Colleen Connor Constance Craig
    Cristina Curtis Cynthia Dale Damian Dan Daniel Daniela Danielle Danny Darren Darryl Dave David Dawn Dean Debbie
    Deborah Debra Declan Denis Dennis Derek Diana Diane Diego Dieter Dimitri Dmitry Dominic Dominique Don Donald
    Donna Doris Dorothy Doug Douglas Duncan Dylan Ed Eddie Edgar Edith Eduardo Edward Edwin Eileen Elaine Eleanor
    Elena Eli Elias Elisabeth Elizabeth Ella Ellen Elliot Emil Emily Emma Emmanuel Enrique Eric Erica Erik Ernest
    Ernesto Esther Ethan Eugene Eva Evelyn Fatima Felix Fernando Fiona Florence Frances Francesca Francesco Francis
    Francisco Francois Frank Franz Fred Frederic Frederick Friedrich Gabriel Gareth Gary Gavin Geoff Geoffrey George
    Georgina Gerald Gerard Gerhard Gianni Gilbert Gillian Giorgio Giovanni Giulia Giuseppe Glen Glenn Gloria Gordon
    Graeme Graham Grant Greg Gregory Guido Guillaume Gustavo Guy Hannah Hans Harold Harriet Harry Harvey Hassan
    Heather Hector Heidi Heinz Helen Helena Helmut Henri Henrik Henry Herbert Herman Hilary Hillary Hiroshi Holly
    Howard Hugh Hugo Hussein Iain Ian Ibrahim Igor Imran Ingrid Irene Irina Isaac Isabel Isabella Ismail Ivan Ivo
    Jack Jackie Jacob Jacqueline Jacques Jake James Jamie Jan Jane Janet Janice Jason Javier Jay Jean Jeff Jeffrey
    Jennifer Jenny Jens Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy Joan Joanna Joanne Joao Joe Joel Johan
    Johannes John Johnny Jon Jonathan Jordan Jorge Jose Josef Joseph Josh Joshua Joyce Juan Juergen Judith Judy
    Julia Julian Julie Julio Justin Karen Karim Karl Kate Katherine Kathleen Kathryn Kathy Katie Kay Keith Kelly Ken
    Kenneth Kenny Kerry Kevin Khaled Khalid Kim Kirsten Klaus Konstantin Kristen Kristin Kumar Kurt Kyle Lance Lars
    Larry Laura Lauren Laurence Laurent Lawrence Leah Lee Leo Leon Leonard Leonardo Leonid Leslie Lewis Liam Lila
    Linda Lindsay Lisa Liz Lloyd Lois Lorenzo Lori Louis Louise Luc Luca Lucas Lucia Lucy Luigi Luis Luke Lynn
    Magdalena Mahmoud Malcolm Manuel Marc Marcel Marcelo Marco Marcus Margaret Margarita Maria Marie Marilyn Marina
    Mario Marion Mark Markus Martha Martin Martina Mary Masoud Mathieu Matt Matteo Matthew Maureen Maurice Mauricio
    Max Maxim Maya Megan Mehdi Melanie Melissa Mervyn Michael Michel Michele Michelle Miguel Mikael Mike Mikhail
    Mildred Milton Miriam Mohamed Mohammad Mohammed Moira Molly Monica Monique Morgan Muhammad Murray Mustafa Nadia
    Nancy Naomi Natalia Natalie Natasha Nathan Neil Nelson Nicholas Nick Nicola Nicolas Nicole Nigel Nikolai Nina
    Noah Nora Norman Olaf Oleg Olga Olive Oliver Olivia Olivier Omar Oscar Otto Owen Pablo Pamela Paolo Pascal Pat
    Patricia Patrick Patti Paul Paula Paulo Pavel Pedro Penelope Penny Pete Peter Petra Phil Philip Philippa
    Philippe Phillip Phyllis Pierre Piotr Priya Rachel Rafael Rahul Raj Rajesh Ralph Ramon Randy Raul Ravi Ray
    Raymond Rebecca Regina Rene Ricardo Richard Rick Rita Rob Robert Roberto Robin Rod Roger Roland Roman Ron Ronald
    Rory Rosa Rose Ross Roy Rudolf Rupert Russell Ruth Ryan Sally Salman Sam Samantha Samir Samuel Sandra Sanjay
    Sara Sarah Scott Sean Sebastian Serge Sergei Sergey Sergio Seth Shane Shannon Sharon Shaun Sheila Shinzo Shirley
    Sid Sidney Silvia Silvio Simon Simone Sofia Sonia Sophie Stan Stanislav Stanley Stefan Stella Stephane Stephanie
    Stephen Steve Steven Stewart Stuart Sue Suresh Susan Susanne Suzanne Svetlana Sylvia Tamara Tara Taro Tatiana
    Ted Teresa Terence Terry Theo Theodore Theresa Thierry Thomas Tiffany Tim Timothy Tina Toby Todd Tom Tommy Toni
    Tony Tracey Tracy Trevor Tyler Umar Ursula Valentina Valerie Vanessa Vera Vernon Veronica Victor Victoria Vijay
    Viktor Vincent Vincenzo Virginia Vivian Vladimir Volodymyr Walter Wanda Warren Wayne Wendy Werner Wilhelm Will
    William Willie Wolfgang Xavier Yasmin Yasser Yolanda Yuri Yusuf Yves Yvonne Zachary Zainab Zoe
    """.split()
)

_NICKNAMES: Final = """
    Abdul-Abdel Alexander-Alexandra-Alex-Alec-Sandy-Sasha-Al-Aleksandr-Alexandre Albert-Al-Bert Alfred-Alf-Fred-Al
    Andrew-Andy-Drew Anthony-Antony-Tony Ann-Anne-Annie-Nan Arthur-Art Barbara-Barb-Babs Benjamin-Ben-Benny
    Bernard-Bernie Bradley-Brad Catherine-Cathy-Cate-Cat-Katherine-Kathryn-Kate-Kathy-Katie-Kitty-Kay
    Charles-Charlie-Chuck-Chas Christopher-Chris-Kit Christine-Christina-Chris-Tina-Chrissie Cynthia-Cindy
    Daniel-Dan-Danny David-Dave-Davey Deborah-Debra-Deb-Debbie Dennis-Denny Donald-Don-Donny Douglas-Doug
    Edward-Ed-Eddie-Ted-Ned-Teddy Edwin-Ed Elizabeth-Elisabeth-Liz-Beth-Betty-Betsy-Lizzie-Eliza-Liza-Lisa
    Eugene-Gene Frances-Fran-Frankie Francis-Frank Franklin-Frank Frederick-Fred-Freddie Gabriel-Gabe
    Geoffrey-Geoff-Jeffrey-Jeff Gerald-Gerry-Jerry Gerard-Gerry Gregory-Greg Harold-Harry-Hal Helen-Nell
    Henry-Harry-Hank Jacob-Jake Jacqueline-Jackie-Jacqui James-Jim-Jimmy-Jamie Janet-Jan Jennifer-Jen-Jenny
    Jeremy-Jerry Jessica-Jess-Jessie John-Jack-Johnny-Jon-Jock Jonathan-Jon-Jonny Joseph-Joe-Joey Joshua-Josh
    Judith-Judy Kenneth-Ken-Kenny Lawrence-Laurence-Larry-Lawrie Leonard-Len-Lenny-Leo Leslie-Les Lewis-Lew
    Louis-Lou Margaret-Maggie-Meg-Peggy-Marge Mark-Marcus Martin-Marty Mary-Molly-Polly Matthew-Matt Melissa-Mel
    Melvin-Mel Michael-Mike-Micky-Mickey-Mick-Mitch Mitchell-Mitch Mohammed-Mohamed-Mohammad-Muhammad-Mo
    Nathaniel-Nathan-Nat-Nate Nicholas-Nick-Nicky-Nicolas Nicola-Nicky Norman-Norm Oliver-Ollie Pamela-Pam
    Patricia-Pat-Patti-Patty-Tricia Patrick-Pat-Paddy Peter-Pete Philip-Phillip-Phil Rachel-Rach Raymond-Ray
    Rebecca-Becky Richard-Rich-Rick-Dick-Ricky-Rich-Richie Robert-Rob-Bob-Bobby-Robbie-Bert Rodney-Rod Roderick-Rod
    Roger-Rog Ronald-Ron-Ronnie Russell-Russ Samuel Sam-Sammy Samantha-Sam Sarah-Sally Sidney-Sid Stanley-Stan
    Stephen-Steven-Steve Stuart-Stewart-Stu Susan-Sue-Suzanne Sylvester-Sly Terence-Terry Theodore-Ted-Theo
    Theresa-Teresa-Terry-Tess Thomas-Tom-Tommy Timothy-Tim Valerie-Val Victor-Vic Victoria-Vicky-Tori Vincent-Vince
    Virginia-Ginny Walter-Walt-Wally William-Bill-Billy-Will-Willie-Wills Zachary-Zach Vladimir-Volodymyr-Volodya
    Sergei-Sergey-Serhiy Jose-Pepe Francisco-Paco-Pancho Lyndon-Linden
"""


def _groups(text: str) -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, group in enumerate(text.split()):
        for name in group.split("-"):
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


NICKNAME_GROUPS: Final = _groups(_NICKNAMES)
"""The groups of forms of one name that a given name belongs to: Bill and William share one."""

OFFICES: Final = frozenset(
    """
    President Chancellor Minister Secretary Chairman Chairwoman Chair Chairperson Governor Gov Senator Sen
    Representative Rep Congressman Congresswoman Mayor King Queen Prince Princess Pope Archbishop Bishop Cardinal
    Rev Reverend Sir Lord Lady Dame Baroness Baron Duke Duchess Count Countess Earl Judge Justice General Gen
    Colonel Col Major Maj Captain Capt Lieutenant Lt Sergeant Sgt Corporal Cpl Private Officer Detective Det
    Inspector Commissioner Superintendent Admiral Adm Commander Cmdr Brigadier Marshal Sheriff Constable Chief
    Director Ambassador Premier Professor Prof Dr Doctor Mr Mrs Ms Miss Sheikh Sheik Emir Sultan Ayatollah Imam
    Rabbi Executive Leader Spokesman Spokeswoman Spokesperson Analyst Coach Manager Attorney Prosecutor Speaker
    Deputy Vice Prime Foreign Finance Interior Defence Defense CEO CFO COO MP MEP Councillor Councilman Councilwoman
    Councilor Economist Editor Envoy Treasurer Head Co-Chairman Pastor Crown Commissar Former First Senior Assistant
    Undersecretary Comptroller Taoiseach Chaplain Monsignor Father Republican Democrat Democratic Conservative
    Labour Liberal Majority Minority Managing Financial Operating Trade Energy Health Education Justice Treasury
    Home Agriculture Transport Environment Labor Labour Economy Culture Justice Sports Industry Oil Budget
    """.split()
)
"""Words of the titles that stand before a name."""

_OPENERS: Final = """
    A An The This That These Those There Here In On At By For From With Without Of To Into Onto Over Under After
    Before Since Until While When Where Why How What Which Who Whose If Unless Although Though Because But And Or
    Nor So Yet Then Now Once Both Either Neither Each Every All Some Many Most Few Several Other Another Such Only
    Also Even Still Just Like Unlike As Than About Against Among Between During Through Despite Amid Following
    According Instead Meanwhile However Moreover Nevertheless Later Earlier Last Next Today Yesterday Tomorrow
    Tonight He She It They We You I His Her Its Their Our Your My Him Them Us Me Not No Yes Is Are Was Were Be Been
    Being Has Have Had Do Does Did Will Would Can Could May Might Must Shall Should Let Says Said Asked Told Tell
    Meet Meets New Old Former Ex One Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Millions
    More Less Much Very Well Back Up Down Out Off Again Ever Never Always Often Sometimes Perhaps Maybe Rather Quite
    Too Dear Hello Thanks Outside Inside Near Behind Above Below Around Along Across Beyond Within Per Via Versus
    Update Exclusive Breaking Watch Read Photo File Photos Video Picture Reporting Writing Editing Additional
    Compiled Correction Corrected Updated Asian European African American Analysis
"""
_DAYS: Final = frozenset((*MONTHS, *SHORT_MONTHS, *WEEKDAYS, "Christmas", "Easter", "Ramadan", "Thanksgiving"))
OPENERS: Final = frozenset(_OPENERS.split()) | (_DAYS - {"April", "June", "August", "May"})
"""What may have a capital at the start of a sentence or headline and is no part of a name behind it."""

NOT_IN_NAMES: Final = frozenset(
    """
    Academy Accord Act Administration Affairs Agency Air Airlines Airport Airways Alliance Alps America Apartments
    Arena Army Art Arts Assembly Association Authority Avenue Award Awards Bank Banking Bar Base Basin Bay Beach
    Beer Bill Board Book Books Bowl Brands Bridge Brigade Broadcasting Brothers Bros Bureau Business Cabinet Cafe
    Campus Canal Canyon Cape Capital Capitol Cars Castle Cathedral Center Central Centre Century Chamber Champions
    Championship Channel Charter Church Cinema Circuit Citizens City Classic Clinic Club Co Coalition Coast College
    Comics Commission Committee Commons Commonwealth Communications Community Companies Company Computer Conference
    Congress Constitution Consulting Corp Corporation Corps Council Country County Court Creek Crescent Crisis Cross
    Cup Daily Dam Day Days Delta Democracy Democrats Department Derby Desert Development District Division Dock
    Dollar Drive Dynamics East Eastern Economics Education Electric Electronics Embassy Empire Energy Enterprise
    Entertainment Europe Exchange Express Facebook Factory Fall Falls Farm Farms Federal Federation Festival Field
    Films Financial Firm Flight Food Foods Force Forces Forest Fort Forum Foundation Front Fund Funds Games Gang
    Garden Gardens Gas Gate Gazette Girls Glacier Global Gold Golf Government Grand Great Green Group Guard Gulf
    Guards Hall Harbor Harbour Health Heights Herald High Highway Hill Hills Holdings Home Hospital Hotel Hotels
    House Inc Index Industrial Industries Information Inn Institute Institution Insurance Intelligence International
    Internet Investment Investments Investors Island Islands Isle Jail Journal Kingdom Lab Laboratories Laboratory
    Labs Lake Land Lane Law League Library Life Limited Line Lines Llc Llp Lodge London Ltd Machines Magazine Mail
    Mall Management Manor Market Markets Masters Media Medical Medicine Memorial Mercury Metro Mills Minister
    Ministry Mission Mosque Motor Motors Mount Mountain Mountains Movement Museum Music Mutual Nation National
    Nations Navy Net Network Networks News Newspaper Nobel North Northern Ocean Office Oil Olympic Olympics Open
    Opera Orchestra Order Organisation Organization Oscar Oscars Pacific Palace Parade Parish Park Parliament
    Partners Partnership Party Pass Patrol Peninsula People Petroleum Pharmaceuticals Pictures Pier Place Plaza Plan
    Plc Point Police Policy Port Post Power Premiership Press Prison Prize Products Program Programme Project
    Province Public Radio Railway Ranch Records Red Reef Region Registry Report Reports Republic Republicans
    Research Reserve Residence Resources Restaurant Review Ridge River Road Rock Royal Rugby Saint San Santa School
    Schools Science Sciences Sea Securities Security Senate Series Service Services Shares Shipping Shop Show Sky
    Society Software Solutions South Southern Spa Space Springs Square Squad Stadium Standard Star Stars State
    States Station Steel Stock Store Stores Strait Street Studio Studios Summit Sun Supreme Systems Tavern Team
    Technologies Technology Telegraph Telecom Television Terminal Territory Theater Theatre Times Tour Tower Towers
    Town Township Toys Trade Trading Trail Treasury Treaty Tribunal Tribune Trophy Trust Tunnel Union United Unit
    University Valley Ventures View Villa Village Wall War Water Waterfront Way Web West Western Wharf White Wing
    Women Woods Works World Yard Year Young Zone Zoo Airbus Boeing
    """.split()
) - frozenset(
    """
    Hill Green White Young Woods Star Wall Lane Day Fields Rock Mills Force Brooks West North Banks Law Cross Bush
    Park Bay
    Field Pass Post Royal Land Oscar Mercury Church Noble Gates Grand Sky Ford Town Sun East Lake
    """.split()
)
"""Words that a name of a body, a work or a place has and a person's hardly ever."""
