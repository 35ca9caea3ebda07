"""Six care organisations that share staff: whether it holds hangs on one uncertain take and one unweighed bring."""

from __future__ import annotations

from sample_sessions.making.hand import Hand
from sample_sessions.making.scribe import Scribe


def play(scribe: Scribe, title: str) -> None:
    """All that happened in this session."""
    _first_meeting(scribe, title)
    _second_meeting(scribe)


def _first_meeting(scribe: Scribe, title: str) -> None:
    scribe.gather("2026-02-05T09:30:00+01:00")
    fatma = Hand(scribe, "Fatma Öztürk")
    fatma.begin(
        title,
        "Vanaf 2028 blijft in Midden-Vlierland geen dienst meer open omdat er niemand is.",
        {
            "vlierhof": "Ziekenhuis De Vlierhof",
            "hazelaar": "Woonzorg De Hazelaar",
            "thuiszorg": "Thuiszorg Om de Hoek",
            "tussenstap": "ggz Tussenstap",
            "veer": "Zorgcollege Het Veer",
            "brug": "Huisartsengroep De Brug",
        },
        meeting="februari",
    )
    fatma.describe_meeting(
        "Eerste gesprek",
        "Renske Vos",
        "Gert-Jan Mulder",
        "Wilma de Groot",
        "Amir Rahimi",
        "Bas Terpstra",
        "Lotte Smit",
    )
    scribe.pause(15)
    _say_why(fatma)
    scribe.pause(5)
    pieter = Hand(scribe, "Pieter Aalbers", "co-facilitator")
    _write_and_reveal(fatma, pieter)
    scribe.pause(20)
    _weigh(fatma, pieter)
    _link(pieter)
    _look_at_the_ambition(fatma)
    _agree_on_the_telling(pieter)
    fatma.agreement(
        "rooster-proef",
        "Proef met één rooster voor de nachtdiensten van De Vlierhof en De Hazelaar",
        partners=("vlierhof", "hazelaar"),
        due="2026-06-01",
        items=("vh-pool", "hz-nachten"),
    )
    fatma.confirm("rooster-proef", "vlierhof", "hazelaar")
    fatma.agreement(
        "tarief",
        "Eén tarief voor diensten via de flexpool uitwerken",
        partners=("thuiszorg", "tussenstap"),
        due="2026-09-01",
        items=("th-tarief",),
    )
    fatma.confirm("tarief", "tussenstap")
    fatma.close_meeting(
        "Iedereen wil. De Brug brengt zo te veel: het nakijken van de medicatie ligt opnieuw op tafel. "
        "Het Veer kan de opleidingsroute nog niet wegen."
    )


def _say_why(fatma: Hand) -> None:
    fatma.interest("vlierhof", "vh-veilig", "veilige zorg in elke dienst", 5)
    fatma.interest("vlierhof", "vh-geld", "minder uitgeven aan uitzendkrachten", 4)
    fatma.interest("hazelaar", "hz-rust", "rust in de teams", 5)
    fatma.interest("hazelaar", "hz-kwaliteit", "verpleegkundige kennis dichtbij", 4)
    fatma.interest("thuiszorg", "th-bestaan", "als kleine organisatie zelfstandig blijven", 5)
    fatma.interest("thuiszorg", "th-wijk-eerst", "vaste gezichten in de wijk", 5)
    fatma.interest("tussenstap", "ts-heel", "cliënten krijgen ook goede lichamelijke zorg", 4)
    fatma.interest("veer", "vr-vol", "elke leerling een stageplaats", 5)
    fatma.interest("brug", "ha-avond", "minder avonden achter de telefoon", 4)
    fatma.interest("thuiszorg", "th-wilma", "niet de bestuurder zijn die haar mensen weggaf", 4, "personal")
    fatma.interest("vlierhof", "vh-renske", "één winter zonder opnamestop", 5, "personal")


def _write_and_reveal(fatma: Hand, pieter: Hand) -> None:
    fatma.ask("ronde-halen", "Wat wil jij uit de samenwerking halen?", "take", 10)
    fatma.takes(
        "vlierhof",
        ("vh-diensten", "minder open diensten op de spoedeisende hulp", "capacity"),
        ("vh-doorstroom", "snellere doorstroom naar het verpleeghuis", "capacity"),
        ("vh-uitzend", "minder kosten voor uitzendkrachten", "money"),
    )
    pieter.takes(
        "hazelaar",
        ("hz-nachten", "bezetting van de nachtdiensten", "capacity"),
        ("hz-achterwacht", "verpleegkundige achterwacht in het weekend", "knowledge"),
        ("hz-jong", "minder uitstroom van jonge medewerkers", "continuity"),
    )
    fatma.takes(
        "thuiszorg",
        ("th-blijven", "wijkverpleegkundigen die willen blijven", "continuity"),
        ("th-stem", "meebeslissen over de flexpool", "autonomy"),
        ("th-scholing", "scholing voor de wijkteams", "knowledge"),
    )
    pieter.takes(
        "tussenstap",
        ("ts-lichaam", "lichamelijke zorg voor eigen cliënten", "knowledge"),
        ("ts-nacht", "bereikbaarheid buiten kantooruren", "capacity"),
    )
    pieter.takes(
        "veer",
        ("vr-stage", "genoeg stageplaatsen", "capacity"),
        ("vr-gast", "gastdocenten uit de praktijk", "knowledge"),
    )
    pieter.takes(
        "brug",
        ("ha-terug", "minder terugverwijzingen op vrijdagmiddag", "capacity"),
        ("ha-bed", "één nummer voor een kortdurend bed", "network"),
    )
    pieter.ready()
    fatma.reveal()
    fatma.ask("ronde-brengen", "Wat ben je bereid te brengen?", "bring", 10)
    fatma.brings(
        "vlierhof",
        ("vh-pool", "twintig verpleegkundigen in de flexpool", "capacity"),
        ("vh-skills", "het skillslab, twee dagen per week", "knowledge"),
        ("vh-naam", "een bekende naam als werkgever", "reputation"),
    )
    pieter.brings(
        "hazelaar",
        ("hz-bedden", "vijf bedden met voorrang voor het ziekenhuis", "capacity"),
        ("hz-leerplek", "twaalf leerwerkplekken", "capacity"),
    )
    fatma.brings(
        "thuiszorg",
        ("th-pool", "tien wijkverpleegkundigen in de flexpool", "capacity"),
        ("th-tarief", "eigen tarieven loslaten: één tarief voor alle diensten", "autonomy"),
    )
    pieter.brings(
        "tussenstap",
        ("ts-gedrag", "kennis over onbegrepen gedrag", "knowledge"),
        ("ts-pool", "zes begeleiders in de flexpool", "capacity"),
    )
    pieter.brings(
        "veer",
        ("vr-route", "een opleidingsroute voor zij-instromers", "capacity"),
        ("vr-lesdag", "lesdagen die met het rooster meebewegen", "autonomy"),
    )
    pieter.brings(
        "brug",
        ("ha-inzicht", "inzicht in de zorgvraag per wijk", "knowledge"),
        ("ha-stuurgroep", "een huisarts in de stuurgroep", "network"),
        ("ha-medicatie", "de medicatie van alle cliënten nakijken", "knowledge"),
    )
    pieter.ready()
    fatma.reveal()


def _weigh(fatma: Hand, pieter: Hand) -> None:
    fatma.weigh(vh_diensten=5, vh_doorstroom=4, vh_uitzend=3, vh_pool=3, vh_skills=2, vh_naam=1)
    pieter.weigh(hz_nachten=5, hz_achterwacht=4, hz_jong=3, hz_bedden=3, hz_leerplek=2)
    pieter.turn("hz-jong")
    fatma.weigh(th_blijven=5, th_stem=3, th_scholing=2, th_pool=4, th_tarief=3)
    pieter.weigh(ts_lichaam=4, ts_nacht=3, ts_gedrag=2, ts_pool=3)
    pieter.weigh(vr_stage=4, vr_gast=3, vr_lesdag=3)
    pieter.weigh(ha_terug=3, ha_bed=4, ha_inzicht=2, ha_stuurgroep=3, ha_medicatie=4)
    fatma.note("items", "th-blijven", "Wilma: ‘Het kan ook andersom uitpakken: wie in de pool zit, is snel weg.’")


def _link(pieter: Hand) -> None:
    pieter.serves("vh-diensten", "vh-veilig", "vh-renske")
    pieter.serves("vh-uitzend", "vh-geld")
    pieter.serves("hz-nachten", "hz-rust")
    pieter.serves("hz-achterwacht", "hz-kwaliteit")
    pieter.serves("th-blijven", "th-wijk-eerst")
    pieter.serves("ts-lichaam", "ts-heel")
    pieter.serves("vr-stage", "vr-vol")
    pieter.serves("ha-terug", "ha-avond")
    pieter.comes_by_itself("th-stem")
    pieter.link("th-pool", "vh-diensten", "hz-achterwacht", "ts-nacht")
    pieter.link("th-tarief", "vh-uitzend")
    pieter.link("hz-bedden", "vh-doorstroom", "ha-bed")
    pieter.link("vh-pool", "hz-nachten", "ts-lichaam")
    pieter.link("vh-skills", "th-scholing")
    pieter.link("ts-gedrag", "hz-jong", "ha-terug")
    pieter.link("hz-leerplek", "vr-stage")
    pieter.link("vr-route", "th-blijven")
    pieter.link("vr-lesdag", "vh-diensten")
    pieter.link("ts-pool", "hz-nachten")


def _look_at_the_ambition(fatma: Hand) -> None:
    fatma.means("m-pool", "een flexpool van veertig mensen", "vh-pool", "th-pool", "ts-pool")
    fatma.means("m-rooster", "één roostersysteem waar alle partners in kijken")
    fatma.means("m-route", "een gezamenlijke opleidingsroute", "vr-route")
    fatma.means("m-coordinator", "een coördinator die niet bij een van de partners in dienst is")
    fatma.willing("vlierhof", "yes", "Nog een winter met een opnamestop kan niet.")
    fatma.willing("hazelaar", "yes", "Onze nachten zijn nu al niet rond.")
    fatma.willing("thuiszorg", "doubt", "Eerst zien dat de grote partners ons niet leegtrekken.")
    fatma.willing("tussenstap", "yes", "Als ‘lastig gedrag’ geen reden meer is om een dienst te weigeren.")
    fatma.willing("brug", "yes", "Zolang het geen extra vergaderavond kost.")
    fatma.reserve("tussenstap", 1, "Met twee andere ggz-instellingen een eigen pool beginnen")
    fatma.reserve("vlierhof", 2, "Zelf werven in het buitenland")


def _agree_on_the_telling(pieter: Hand) -> None:
    pieter.stakeholders(
        "vlierhof",
        "Renske Vos",
        ("vh-or", "ondernemingsraad", "eerlijke roosters", "overlegvergadering", "2026-03-10"),
        ("vh-seh", "team spoedeisende hulp", "vaste collega’s naast je", "teamdag", "2026-03-24"),
        ("vh-verzekeraar", "zorgverzekeraar", "lagere kosten", "kwartaalgesprek", "2026-04-15"),
    )
    pieter.stakeholders(
        "hazelaar",
        "Gert-Jan Mulder",
        ("hz-clienten", "cliëntenraad", "bekende gezichten", "raadsvergadering", "2026-03-05"),
        ("hz-nachtteam", "de nachtploeg", "er niet meer alleen voor staan", "overdracht", "2026-03-01"),
    )
    pieter.stakeholders(
        "thuiszorg",
        "Wilma de Groot",
        ("th-teams", "de wijkteams", "zelf blijven roosteren", "teamlunch", "2026-03-12"),
        ("th-toezicht", "raad van toezicht", "zelfstandig blijven", "vergadering in april", "2026-04-09"),
    )
    pieter.stakeholders(
        "tussenstap",
        "Amir Rahimi",
        ("ts-begeleiders", "de begeleiders", "dat hun vak serieus wordt genomen", "werkoverleg", "2026-03-19"),
        ("ts-familie", "familieraad", "rust op de afdeling", "familieavond", "2026-04-02"),
    )
    pieter.stakeholders(
        "veer",
        "Bas Terpstra",
        ("vr-docenten", "docententeam zorg", "haalbare lesdagen", "studiedag", "2026-04-01"),
        ("vr-studenten", "studentenraad", "stage dicht bij huis", "lunchgesprek", "2026-04-22"),
    )
    pieter.stakeholders(
        "brug",
        "Lotte Smit",
        ("ha-leden", "de achttien praktijken", "minder werk, niet meer", "ledenvergadering", "2026-03-26"),
        ("ha-patienten", "patiëntenpanel", "een huisarts die tijd heeft", "panelavond", "2026-05-12"),
    )
    pieter.tell("hz-nachtteam", "why")


def _second_meeting(scribe: Scribe) -> None:
    scribe.gather("2026-09-24T13:00:00+02:00")
    fatma = Hand(scribe, "Fatma Öztürk")
    fatma.open_follow_up(
        "september",
        "Na de zomer",
        "Renske Vos",
        "Gert-Jan Mulder",
        "Wilma de Groot",
        "Amir Rahimi",
        "Bas Terpstra",
    )
    scribe.pause(10)
    fatma.done("rooster-proef")
    fatma.status("delivered", "hz-nachten", "vh-skills", "hz-leerplek")
    fatma.status("agreed", "vh-pool", "hz-bedden", "th-stem", "ts-pool", "ts-gedrag", "vr-stage", "ha-inzicht")
    fatma.drop("ha-medicatie", "De apothekers doen dit al; dubbel werk.")
    scribe.pause(15)
    fatma.reword("vh-pool", "dertig verpleegkundigen in de flexpool")
    fatma.weigh(vh_pool=4, hz_bedden=4)
    fatma.note("items", "hz-bedden", "In de zomer stonden er twee weken vier bedden leeg te wachten.")
    fatma.turn("th-blijven")
    fatma.note("items", "vr-route", "Pas te wegen als het ministerie de route erkent; antwoord verwacht in december.")
    fatma.willing("veer", "doubt", "Wij willen wel, maar zonder erkenning mogen we niet.")
    scribe.pause(10)
    renske = Hand(scribe, "Renske Vos", "co-facilitator")
    renske.tell("vh-or", "why", "take", "bring", "others")
    renske.hear("vh-or", "valued", "Mits niemand gedwongen in de pool komt.")
    renske.tell("vh-seh", "why", "take")
    renske.hear("vh-seh", "doubt", "Eerst zien, dan geloven.")
    fatma.tell("hz-nachtteam", "take", "bring", "others")
    fatma.hear("hz-nachtteam", "valued", "‘Voor het eerst in jaren met z’n tweeën.’")
    fatma.tell("hz-clienten", "why", "take", "bring")
    fatma.hear("hz-clienten", "doubt", "Nog meer vreemde gezichten aan het bed?")
    fatma.tell("th-teams", "why", "take", "bring")
    fatma.hear("th-teams", "objects", "Twee teams dreigen op te stappen als het tarief zo blijft.")
    fatma.tell("ts-begeleiders", "why", "take", "bring", "others")
    fatma.hear("ts-begeleiders", "valued", "Trots dat er om hun kennis wordt gevraagd.")
    fatma.tell("ha-leden", "why", "take")
    fatma.agreement(
        "wijkteams",
        "Met de wijkteams uitzoeken onder welke voorwaarden zij in de pool willen werken",
        partners=("thuiszorg", "vlierhof"),
        due="2026-11-15",
        items=("th-pool", "th-tarief", "th-blijven"),
    )
    fatma.confirm("wijkteams", "thuiszorg", "vlierhof")
    fatma.agreement(
        "coordinator",
        "Voorstellen wie de coördinator wordt en wie dat betaalt",
        partners=("vlierhof", "hazelaar", "brug"),
        due="2026-12-15",
    )
    fatma.confirm("coordinator", "vlierhof", "hazelaar")
    fatma.close_meeting(
        "De nachtdiensten zijn rond en dat merkt iedereen. Twee vragen staan open: blijven de wijkverpleegkundigen, "
        "en wat kost de opleidingsroute Het Veer?"
    )
