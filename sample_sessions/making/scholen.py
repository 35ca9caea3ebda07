"""Three schools that recruit pupils together, the case of *Iedereen kan iets brengen*: what held once no longer does.

In three meetings De Linde slides from taking more than it brings to taking less, while the other two do well.
"""

from __future__ import annotations

from sample_sessions.making.hand import Hand
from sample_sessions.making.scribe import Scribe


def play(scribe: Scribe, title: str) -> None:
    """All that happened in this session."""
    _first_meeting(scribe, title)
    _second_meeting(scribe)
    _third_meeting(scribe)


def _first_meeting(scribe: Scribe, title: str) -> None:
    scribe.gather("2025-11-13T13:30:00+01:00")
    marieke = Hand(scribe, "Marieke Bos")
    marieke.begin(
        title,
        "In 2030 zijn alle drie de scholen in Westerveen open, elk met een volledige bovenbouw.",
        {"regenboog": "De Regenboog", "kompas": "Het Kompas", "linde": "De Linde"},
        meeting="start",
    )
    marieke.describe_meeting("Startbijeenkomst", "Anneke Visser", "Hamid Benali", "Trees Hofstra")
    scribe.pause(10)
    _say_why(marieke)
    scribe.pause(5)
    joost = Hand(scribe, "Joost van Dam", "co-facilitator")
    _put_on_the_table(marieke, joost)
    scribe.pause(15)
    _weigh(marieke, joost)
    _look_at_the_ambition(marieke)
    _agree_on_the_telling(joost)
    marieke.agreement(
        "een-kalender",
        "Eén wervingskalender maken voor het schooljaar 2026-2027",
        partners=("regenboog", "kompas"),
        due="2026-03-01",
        items=("rb-werving",),
    )
    marieke.confirm("een-kalender", "regenboog", "kompas")
    marieke.close_meeting(
        "Alle drie halen ze meer dan ze brengen, maar bij De Linde hangt dat aan de gegarandeerde brugklas. "
        "De jurist van het bestuur zoekt uit of die garantie kan."
    )


def _say_why(marieke: Hand) -> None:
    marieke.interest("regenboog", "rb-profielen", "genoeg leerlingen om alle profielen aan te bieden", 5)
    marieke.interest("regenboog", "rb-basisscholen", "goede contacten met de basisscholen", 3)
    marieke.interest("kompas", "ko-volledig", "een volledige bovenbouw havo en vwo houden", 5)
    marieke.interest("kompas", "ko-vrede", "niet langer vechten om dezelfde groep 8", 4)
    marieke.interest("kompas", "ko-financien", "financieel gezond blijven", 3)
    marieke.interest("linde", "li-herkenbaar", "klein en herkenbaar blijven", 5)
    marieke.interest("linde", "li-deel", "een eerlijk deel van de nieuwe brugklassers", 4)
    marieke.interest(
        "regenboog", "rb-anneke", "de school gezond achterlaten als ik over twee jaar met pensioen ga", 4, "personal"
    )
    marieke.interest("kompas", "ko-hamid", "als nieuwe directeur laten zien dat samenwerken loont", 3, "personal")
    marieke.interest("linde", "li-trees", "mijn team niet nog een reorganisatie aandoen", 5, "personal")


def _put_on_the_table(marieke: Hand, joost: Hand) -> None:
    marieke.takes(
        "regenboog",
        ("rb-instroom", "grotere instroom van leerlingen", "continuity"),
        ("rb-continuiteit", "continuïteit van de school", "continuity"),
        ("rb-toegang", "toegang tot de basisscholen", "network"),
        ("rb-technasium", "het technasium als enige in de regio", "reputation"),
    )
    joost.takes(
        "kompas",
        ("ko-bovenbouw", "behoud van de bovenbouw", "continuity"),
        ("ko-opendag", "een gedeelde open dag", "reputation"),
        ("ko-rust", "rust in de regio", "other"),
    )
    marieke.takes(
        "linde",
        ("li-kennis", "kennis over werving", "knowledge"),
        ("li-plek", "een vaste plek op de gedeelde open dag", "network"),
        ("li-garantie", "een gegarandeerde brugklas van twintig leerlingen", "continuity"),
    )
    marieke.brings(
        "regenboog",
        ("rb-werving", "eigen werving aanpassen", "autonomy"),
        ("rb-autonomie", "deel van de autonomie: nooit meer dan vijf brugklassen", "autonomy"),
    )
    joost.brings("kompas", ("ko-budget", "wervingsbudget", "money"))
    marieke.brings("linde", ("li-autonomie", "deel van de autonomie: toelating via één aanmeldpunt", "autonomy"))
    joost.brings("kompas", ("ko-contacten", "contacten met twaalf basisscholen", "network"))
    marieke.brings("regenboog", ("rb-cijfers", "wervingsonderzoek van de afgelopen vijf jaar", "knowledge"))


def _weigh(marieke: Hand, joost: Hand) -> None:
    marieke.weigh(rb_instroom=5, rb_continuiteit=4, rb_toegang=3, rb_technasium=3)
    marieke.weigh(rb_werving=3, rb_autonomie=2, rb_cijfers=1)
    joost.weigh(ko_bovenbouw=4, ko_opendag=3, ko_rust=2)
    joost.turn("ko-rust")
    joost.weigh(ko_budget=3, ko_contacten=2)
    marieke.weigh(li_kennis=3, li_plek=1, li_garantie=5)
    marieke.turn("li-garantie")
    marieke.weigh(li_garantie=3)
    marieke.undo()
    marieke.weigh(li_garantie=4, li_autonomie=3)
    marieke.comes_by_itself("rb-continuiteit")
    marieke.serves("rb-instroom", "rb-profielen", "rb-anneke")
    marieke.serves("rb-toegang", "rb-basisscholen")
    joost.serves("ko-bovenbouw", "ko-volledig")
    joost.serves("ko-rust", "ko-vrede")
    joost.serves("ko-opendag", "ko-hamid")
    marieke.serves("li-garantie", "li-deel")
    marieke.link("li-autonomie", "rb-instroom", "ko-rust")
    marieke.link("ko-contacten", "rb-toegang")
    marieke.link("rb-autonomie", "ko-bovenbouw", "li-garantie")
    marieke.link("rb-cijfers", "li-kennis")
    marieke.link("rb-werving", "ko-opendag")
    marieke.link("ko-budget", "rb-instroom", "li-plek")


def _look_at_the_ambition(marieke: Hand) -> None:
    marieke.means("m-kalender", "één wervingskalender voor de drie scholen", "rb-werving")
    marieke.means("m-budget", "geld voor gezamenlijke werving", "ko-budget")
    marieke.means("m-afspraak", "een afspraak over het aantal brugklassen", "rb-autonomie")
    marieke.means("m-aanmeldpunt", "een aanmeldpunt dat los van de scholen staat")
    marieke.willing("regenboog", "yes", "Zonder afspraken krijgt over drie jaar niemand zijn brugklassen nog vol.")
    marieke.willing("kompas", "yes", "Een bovenbouw red je niet alleen.")
    marieke.willing("linde", "yes", "Als wij maar herkenbaar blijven.")
    marieke.reserve("regenboog", 2, "Alleen verder met één profiel minder")
    marieke.reserve("linde", 0, "Aansluiten bij een scholengroep buiten Westerveen; nog niet uitgezocht")


def _agree_on_the_telling(joost: Hand) -> None:
    joost.stakeholders(
        "regenboog",
        "Anneke Visser",
        ("rb-mr", "medezeggenschapsraad", "geen verlies van banen", "vergadering in december", "2025-12-18"),
        ("rb-ouders", "ouders van groep 8", "vrije schoolkeuze", "nieuwsbrief via de basisscholen", "2026-01-15"),
    )
    joost.stakeholders(
        "kompas",
        "Hamid Benali",
        ("ko-ouderraad", "ouderraad", "dat het geld naar de eigen leerlingen gaat", "ouderavond", "2025-12-11"),
        ("ko-docenten", "docenten bovenbouw", "hun lessen houden", "sectieoverleg", "2025-12-04"),
    )
    joost.stakeholders(
        "linde",
        "Trees Hofstra",
        ("li-team", "het docententeam", "klein blijven en samen beslissen", "teamvergadering op maandag", "2025-12-01"),
        ("li-dorp", "dorpsraad Oudeweer", "een school in het dorp", "koffie met de voorzitter", "2026-02-01"),
    )
    joost.tell("li-team", "why", "take")
    joost.hear("li-team", "valued", "Zolang de brugklas van twintig er komt.")


def _second_meeting(scribe: Scribe) -> None:
    scribe.gather("2026-03-19T15:00:00+01:00")
    joost = Hand(scribe, "Joost van Dam")
    joost.open_follow_up("lente", "Tussenstand", "Anneke Visser", "Hamid Benali", "Trees Hofstra")
    scribe.pause(8)
    joost.done("een-kalender")
    joost.worth(rb_instroom="yes", rb_toegang="yes", ko_opendag="yes", li_kennis="yes", li_autonomie="yes")
    joost.worth(ko_budget="doubt")
    joost.status("agreed", "rb-werving", "rb-autonomie", "ko-budget", "ko-opendag", "rb-instroom")
    joost.drop("li-garantie", "Ouders kiezen zelf: een gegarandeerd aantal leerlingen mag niet, zegt de jurist.")
    joost.drop("rb-technasium", "Het Kompas begint er zelf een; dat blijft buiten deze samenwerking.")
    scribe.pause(12)
    joost.takes("linde", ("li-verwijzing", "doorverwijzing van kinderen die een kleine school zoeken", "continuity"))
    joost.turn("li-verwijzing")
    joost.weigh(li_verwijzing=3)
    joost.serves("li-verwijzing", "li-deel")
    joost.brings("linde", ("li-ervaring", "ervaring met kleine klassen", "knowledge"))
    joost.weigh(li_ervaring=2, li_autonomie=4)
    joost.weigh(rb_werving=4, ko_budget=4)
    joost.reword("ko-budget", "wervingsbudget: 40.000 euro per jaar")
    joost.weigh(rb_toegang=4)
    joost.status("agreed", "rb-toegang", "ko-contacten", "li-autonomie", "li-kennis", "rb-cijfers")
    joost.covers("m-afspraak", "rb-autonomie", "li-autonomie")
    scribe.pause(20)
    joost.tell("rb-mr", "why", "take", "bring", "others")
    joost.hear("rb-mr", "valued", "De raad is blij dat het geen banen kost.")
    joost.tell("ko-ouderraad", "why", "take")
    joost.hear("ko-ouderraad", "doubt", "Waarom betaalt Het Kompas, en de rest niet?")
    joost.tell("li-dorp", "why", "take", "bring")
    joost.hear("li-dorp", "valued", "Als de school maar in het dorp blijft.")
    joost.agreement(
        "open-dag",
        "Eén open dag houden voor de drie scholen, op 23 januari 2027",
        partners=("regenboog", "kompas", "linde"),
        due="2027-01-23",
        items=("ko-opendag", "rb-werving", "li-plek"),
    )
    joost.confirm("open-dag", "regenboog", "kompas", "linde")
    joost.agreement(
        "aanmeldpunt",
        "Uitzoeken wie een onafhankelijk aanmeldpunt kan dragen",
        partners=("regenboog", "linde"),
        due="2026-09-01",
    )
    joost.confirm("aanmeldpunt", "regenboog")
    joost.close_meeting("De garantie voor De Linde is van tafel. Of de school er nog uit haalt wat ze brengt, is open.")


def _third_meeting(scribe: Scribe) -> None:
    scribe.gather("2026-10-08T14:00:00+02:00")
    samira = Hand(scribe, "Samira El Idrissi")
    samira.open_follow_up("herfst", "Na de eerste werving", "Anneke Visser", "Hamid Benali", "Trees Hofstra")
    scribe.pause(6)
    samira.came("yes", "rb-instroom", "rb-toegang", "rb-werving")
    samira.worth(rb_instroom="yes", rb_toegang="yes", rb_werving="yes")
    samira.came("partly", "rb-autonomie")
    samira.came("yes", "rb-cijfers", "ko-budget", "ko-contacten")
    samira.worth(ko_budget="doubt", ko_contacten="yes")
    samira.came("yes", "li-autonomie")
    samira.worth(li_autonomie="doubt")
    scribe.pause(15)
    samira.weigh(li_autonomie=5)
    samira.note("items", "li-autonomie", "Trees: ‘De helft van onze aanmeldingen zagen we pas in april.’")
    samira.turn("li-verwijzing")
    samira.weigh(li_verwijzing=1)
    samira.note("items", "li-verwijzing", "Drie kinderen verwezen; niemand heeft beloofd dat het er meer worden.")
    samira.willing("linde", "doubt", "Wij leveren het meest in en zien er het minst van terug.")
    samira.interest("linde", "li-vast", "weten waar we over vijf jaar staan", 4)
    scribe.pause(10)
    marieke = Hand(scribe, "Marieke Bos")
    marieke.tell("rb-mr", "others")
    marieke.hear("rb-mr", "valued", "De brugklassen zitten vol.")
    marieke.tell("rb-ouders", "why", "take")
    marieke.tell("ko-ouderraad", "bring")
    marieke.hear("ko-ouderraad", "objects", "40.000 euro voor werving, terwijl onze lokalen lekken.")
    marieke.tell("ko-docenten", "take")
    marieke.note("stakeholders", "li-team", "Trees wil eerst weten wat ze nog kan vertellen.")
    samira.postpone("open-dag", "Eén open dag houden voor de drie scholen, op 30 januari 2027", due="2027-01-30")
    samira.note("agreements", "open-dag", "Een week later: op 23 januari houdt het mbo in Oudeweer zijn open dag.")
    samira.confirm("open-dag", "regenboog", "kompas")
    samira.agreement(
        "linde-haalt",
        "Met De Linde uitzoeken wat de school extra kan halen, of minder hoeft te brengen",
        partners=("regenboog", "kompas", "linde"),
        due="2026-11-20",
        items=("li-autonomie", "li-verwijzing", "li-ervaring"),
    )
    samira.confirm("linde-haalt", "kompas", "linde")
