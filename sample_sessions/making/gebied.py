"""Nine parties who build a neighbourhood: seven gain, one can't tell yet, and one that takes much brings nothing.

"Everyone can bring something" is the question that this table is left with.
"""

from __future__ import annotations

from sample_sessions.making.hand import Hand
from sample_sessions.making.scribe import Scribe

ATTENDED = (
    "Noor Brands",
    "Casper Wijnja",
    "Halima Aydin",
    "Ruud Kalkman",
    "Els van Loon",
    "Tim Postma",
    "Gerda Pol",
    "Youssef Amrani",
    "Mieke Schouten",
)


def play(scribe: Scribe, title: str) -> None:
    """All that happened in this session."""
    _first_meeting(scribe, title)
    _second_meeting(scribe)


def _first_meeting(scribe: Scribe, title: str) -> None:
    scribe.gather("2026-01-22T13:00:00+01:00")
    irene = Hand(scribe, "Irene Dekker")
    irene.begin(
        title,
        "In 2035 wonen 2.400 huishoudens in het Havenkwartier: zonder aardgas, met droge voeten en werk om de hoek.",
        {
            "gemeente": "Gemeente Rijndorp",
            "provincie": "De provincie",
            "thuisgoed": "Woningcorporatie Thuisgoed",
            "kadebouw": "Ontwikkelaar Kadebouw",
            "waterschap": "Waterschap De Brede Vliet",
            "regiolijn": "Vervoerder Regiolijn",
            "ondernemers": "Ondernemers Havenkade",
            "kadewarmte": "Coöperatie Kadewarmte",
            "bewoners": "Bewoners van de Oude Kade",
        },
        meeting="winter",
    )
    irene.describe_meeting("Eerste ronde: halen en brengen", *ATTENDED)
    scribe.pause(20)
    _say_why(irene)
    scribe.pause(10)
    sjoerd = Hand(scribe, "Sjoerd Algra", "co-facilitator")
    _put_on_the_table(irene, sjoerd)
    scribe.pause(20)
    _weigh(irene, sjoerd)
    _link(sjoerd)
    _look_at_the_ambition(irene)
    _agree_on_the_telling(sjoerd)
    irene.close_meeting(
        "Mieke Schouten zei namens de bewoners: ‘Wij hebben alleen te verliezen, wat zouden wij dan moeten brengen?’ "
        "Niemand had een antwoord."
    )


def _say_why(irene: Hand) -> None:
    irene.interest("gemeente", "gm-wonen", "woningen voor wie nu nergens terechtkan", 5)
    irene.interest("gemeente", "gm-klimaat", "een wijk die de klimaatdoelen haalt", 4)
    irene.interest("gemeente", "gm-noor", "een plan waar de raad vóór de verkiezingen ja tegen zegt", 4, "personal")
    irene.interest("provincie", "pr-opgave", "de woningbouwopgave van de regio halen", 5)
    irene.interest("thuisgoed", "tg-huurders", "betaalbare lasten voor huurders", 5)
    irene.interest("thuisgoed", "tg-gemengd", "geen wijk met alleen kwetsbare huurders", 4)
    irene.interest("kadebouw", "kb-rendement", "een gezond rendement", 5)
    irene.interest("kadebouw", "kb-tempo", "tempo in de procedures", 4)
    irene.interest("waterschap", "ws-veilig", "droge voeten tot 2080", 5)
    irene.interest("regiolijn", "rl-lijn", "een lijn die zichzelf kan betalen", 4)
    irene.interest("ondernemers", "on-blijven", "kunnen blijven waar ze zitten", 5)
    irene.interest("kadewarmte", "kw-eigen", "warmte in handen van de wijk zelf", 5)
    irene.interest("bewoners", "bw-terug", "niet weg hoeven uit de eigen straat", 5)
    irene.interest("bewoners", "bw-serieus", "serieus genomen worden", 5)
    irene.interest("bewoners", "bw-mieke", "mijn buren recht in de ogen kunnen kijken", 5, "personal")


def _put_on_the_table(irene: Hand, sjoerd: Hand) -> None:
    irene.takes(
        "gemeente",
        ("gm-woningen", "2.400 woningen, waarvan een derde sociale huur", "continuity"),
        ("gm-doel", "een wijk die vanaf de eerste dag zonder aardgas is", "reputation"),
        ("gm-banen", "achthonderd banen in de wijk", "other"),
    )
    sjoerd.takes(
        "provincie",
        ("pr-woningen", "een kwart van de regionale woningbouwopgave", "continuity"),
        ("pr-reizigers", "meer reizigers in het openbaar vervoer", "other"),
    )
    irene.takes(
        "thuisgoed",
        ("tg-sociaal", "achthonderd sociale huurwoningen", "continuity"),
        ("tg-warmte", "betaalbare warmte voor huurders", "money"),
        ("tg-mix", "een gemengde wijk", "reputation"),
    )
    sjoerd.takes(
        "kadebouw",
        ("kb-verkoop", "zestienhonderd woningen om te verkopen", "money"),
        ("kb-bezwaar", "geen jaren verlies aan bezwaren", "continuity"),
        ("kb-naam", "een naam als bouwer in de stad", "reputation"),
    )
    irene.takes(
        "waterschap",
        ("ws-berging", "ruimte voor waterberging", "capacity"),
        ("ws-kade", "een kade die tot 2080 hoog genoeg is", "continuity"),
    )
    sjoerd.takes(
        "regiolijn",
        ("rl-reizigers", "genoeg reizigers voor een tienminutendienst", "money"),
        ("rl-baan", "een eigen busbaan", "capacity"),
    )
    irene.takes(
        "ondernemers",
        ("on-bereikbaar", "bereikbaar blijven tijdens de bouw", "continuity"),
        ("on-klanten", "klanten op loopafstand", "money"),
        ("on-milieu", "zekerheid over de geluidsruimte", "continuity"),
    )
    sjoerd.takes(
        "kadewarmte",
        ("kw-aansluitingen", "2.400 aansluitingen", "money"),
        ("kw-garantie", "een gemeente die garant staat", "money"),
    )
    irene.takes(
        "bewoners",
        ("bw-terugkeer", "terugkeer in de eigen straat, voor dezelfde huur", "continuity"),
        ("bw-stem", "een stem in het ontwerp", "autonomy"),
        ("bw-groen", "groen aan de kade", "other"),
    )
    irene.brings(
        "gemeente",
        ("gm-grond", "grond onder de marktprijs", "money"),
        ("gm-loket", "één loket en een vaste projectleider", "capacity"),
        ("gm-plan", "een omgevingsplan vóór 2028", "capacity"),
    )
    sjoerd.brings(
        "provincie",
        ("pr-subsidie", "subsidie voor de brug en de busbaan", "money"),
        ("pr-vaarweg", "ontheffing om langs de vaarweg te bouwen", "autonomy"),
    )
    irene.brings(
        "thuisgoed",
        ("tg-voorschot", "het warmtenet voorfinancieren", "money"),
        ("tg-sloop", "honderdtwintig woningen aan de Oude Kade slopen", "continuity"),
    )
    sjoerd.brings(
        "kadebouw",
        ("kb-brug", "meebetalen aan de brug", "money"),
        ("kb-prijs", "sociale huur bouwen voor een vaste prijs", "money"),
    )
    irene.brings(
        "waterschap",
        ("ws-vergunning", "toestemming om op de kade te bouwen", "autonomy"),
        ("ws-betalen", "meebetalen aan de nieuwe kade", "money"),
    )
    sjoerd.brings(
        "regiolijn",
        ("rl-halte", "een halte die er is voordat de eerste bewoner er is", "capacity"),
        ("rl-aanloop", "het aanloopverlies van de eerste twee jaar", "money"),
    )
    irene.brings(
        "ondernemers",
        ("on-geluid", "geluid terugbrengen tot de nieuwe norm", "money"),
        ("on-laden", "laden en lossen buiten de spits", "autonomy"),
        ("on-ruimte", "een leegstaande loods voor de bouwketen", "capacity"),
    )
    sjoerd.brings(
        "kadewarmte",
        ("kw-warmte", "warmte uit het havenwater", "capacity"),
        ("kw-zeggenschap", "een stem in het tarief voor iedere klant", "autonomy"),
    )


def _weigh(irene: Hand, sjoerd: Hand) -> None:
    irene.weigh(gm_woningen=5, gm_doel=4, gm_banen=3, gm_grond=3, gm_loket=2, gm_plan=3)
    irene.turn("gm-banen")
    sjoerd.weigh(pr_woningen=4, pr_reizigers=2, pr_subsidie=3, pr_vaarweg=1)
    sjoerd.turn("pr-vaarweg")
    irene.weigh(tg_sociaal=5, tg_warmte=4, tg_mix=3, tg_voorschot=4, tg_sloop=3)
    irene.turn("tg-warmte")
    irene.weigh(tg_sloop=2)
    sjoerd.weigh(kb_verkoop=5, kb_bezwaar=4, kb_naam=2, kb_brug=3, kb_prijs=2)
    sjoerd.turn("kb-bezwaar")
    irene.weigh(ws_berging=4, ws_vergunning=3)
    sjoerd.weigh(rl_reizigers=5, rl_baan=3, rl_halte=4, rl_aanloop=4)
    irene.weigh(on_bereikbaar=5, on_klanten=3, on_milieu=4, on_geluid=4, on_laden=2, on_ruimte=1)
    irene.turn("on-milieu")
    sjoerd.weigh(kw_aansluitingen=5, kw_garantie=3, kw_warmte=2, kw_zeggenschap=2)
    sjoerd.turn("kw-garantie")
    irene.weigh(bw_terugkeer=5, bw_stem=4, bw_groen=3)


def _link(sjoerd: Hand) -> None:
    for item, interests in {
        "gm-woningen": ("gm-wonen",),
        "gm-doel": ("gm-klimaat",),
        "pr-woningen": ("pr-opgave",),
        "tg-warmte": ("tg-huurders",),
        "tg-mix": ("tg-gemengd",),
        "kb-verkoop": ("kb-rendement",),
        "kb-bezwaar": ("kb-tempo",),
        "ws-kade": ("ws-veilig",),
        "rl-reizigers": ("rl-lijn",),
        "on-milieu": ("on-blijven",),
        "kw-aansluitingen": ("kw-eigen",),
        "bw-terugkeer": ("bw-terug", "bw-mieke"),
    }.items():
        sjoerd.serves(item, *interests)
    sjoerd.comes_by_itself("pr-reizigers", "on-klanten", "kb-naam", "gm-banen", "tg-mix", "rl-reizigers")
    sjoerd.link("kb-prijs", "gm-woningen", "tg-sociaal")
    sjoerd.link("kw-warmte", "gm-doel", "tg-warmte")
    sjoerd.link("gm-grond", "tg-sociaal", "kb-verkoop")
    sjoerd.link("gm-plan", "pr-woningen", "kb-bezwaar", "on-milieu")
    sjoerd.link("gm-loket", "on-bereikbaar")
    sjoerd.link("pr-subsidie", "rl-baan")
    sjoerd.link("kb-brug", "on-bereikbaar")
    sjoerd.link("ws-vergunning", "kb-verkoop")
    sjoerd.link("ws-betalen", "gm-woningen")
    sjoerd.link("tg-voorschot", "kw-aansluitingen")
    sjoerd.link("rl-halte", "gm-woningen")
    sjoerd.link("tg-sloop", "ws-berging")
    sjoerd.link("kw-zeggenschap", "tg-warmte")
    sjoerd.link("on-geluid", "gm-woningen", "kb-verkoop")
    sjoerd.link("on-laden", "rl-baan")


def _look_at_the_ambition(irene: Hand) -> None:
    irene.means("m-plan", "een omgevingsplan dat bij de rechter overeind blijft", "gm-plan")
    irene.means("m-brug", "een brug voor fiets en bus", "kb-brug", "pr-subsidie")
    irene.means("m-warmte", "een warmtenet", "kw-warmte", "tg-voorschot")
    irene.means("m-kade", "een hogere kade", "ws-betalen")
    irene.means("m-vaarweg", "bouwen langs de vaarweg", "pr-vaarweg")
    irene.means("m-draagvlak", "bewoners die achter het plan staan")
    irene.willing("gemeente", "yes", "Dit is het laatste grote stuk grond dat we hebben.")
    irene.willing("provincie", "yes", "Als de gemeente in 2028 echt een plan heeft.")
    irene.willing("thuisgoed", "yes", "Mits de huur na de bouw niet stijgt.")
    irene.willing("kadebouw", "yes", "Als er in 2029 gebouwd kan worden.")
    irene.willing("regiolijn", "doubt", "Twee jaar verlies is veel voor een klein bedrijf.")
    irene.willing("ondernemers", "yes", "Zolang er plaats blijft voor bedrijven die geluid maken.")
    irene.willing("kadewarmte", "yes", "Hier zijn we voor opgericht.")
    irene.willing("bewoners", "no", "Niet zolang sloop het begin van het gesprek is.")
    irene.reserve("kadebouw", 1, "Bouwen in de polder, met minder regels en minder winst")
    irene.reserve("thuisgoed", 1, "De Oude Kade opknappen en de rest laten lopen")


def _agree_on_the_telling(sjoerd: Hand) -> None:
    sjoerd.stakeholders(
        "gemeente",
        "Noor Brands",
        ("gm-raad", "gemeenteraad", "een plan dat te betalen is", "raadsavond", "2026-03-12"),
        ("gm-stad", "inwoners van de stad", "woningen voor hun kinderen", "stadsgesprek", "2026-04-16"),
    )
    sjoerd.stakeholders(
        "provincie",
        "Casper Wijnja",
        ("pr-staten", "Provinciale Staten", "woningen zonder extra file", "commissie", "2026-04-08"),
        ("pr-regio", "buurgemeenten", "een eerlijk deel van de subsidie", "regiotafel", "2026-05-20"),
    )
    sjoerd.stakeholders(
        "thuisgoed",
        "Halima Aydin",
        ("tg-huurdersraad", "huurdersraad", "lage lasten", "maandoverleg", "2026-02-26"),
        ("tg-commissarissen", "raad van commissarissen", "een gezonde kas", "vergadering", "2026-03-31"),
    )
    sjoerd.stakeholders(
        "kadebouw",
        "Ruud Kalkman",
        ("kb-financier", "financier", "zekerheid over het tempo", "kwartaalrapport", "2026-04-01"),
        ("kb-onderaannemers", "vaste onderaannemers", "werk voor jaren", "bouwborrel", "2026-05-01"),
    )
    sjoerd.stakeholders(
        "waterschap",
        "Els van Loon",
        ("ws-bestuur", "algemeen bestuur", "veiligheid voor alles", "bestuursvergadering", "2026-04-22"),
        ("ws-boeren", "boeren achter de dijk", "geen hogere heffing", "keukentafel", "2026-05-06"),
    )
    sjoerd.stakeholders(
        "regiolijn",
        "Tim Postma",
        ("rl-chauffeurs", "chauffeurs", "haalbare dienstregeling", "remiseoverleg", "2026-03-18"),
        ("rl-reizigersclub", "reizigersvereniging", "een bus die rijdt", "kwartaaloverleg", "2026-04-15"),
    )
    sjoerd.stakeholders(
        "ondernemers",
        "Gerda Pol",
        ("on-leden", "leden van de vereniging", "kunnen blijven", "ledenavond", "2026-03-05"),
        ("on-werf", "de scheepswerf", "geluid mogen maken", "bezoek op de werf", "2026-02-19"),
    )
    sjoerd.stakeholders(
        "kadewarmte",
        "Youssef Amrani",
        ("kw-leden", "leden van de coöperatie", "een eerlijk tarief", "ledenvergadering", "2026-05-28"),
        ("kw-bank", "de bank", "een garantie", "gesprek", "2026-04-10"),
    )
    sjoerd.stakeholders(
        "bewoners",
        "Mieke Schouten",
        ("bw-kade", "de honderdtwintig huishoudens", "weten waar ze aan toe zijn", "van deur tot deur", "2026-03-01"),
        ("bw-school", "ouders van basisschool De Kraan", "veilig naar school", "schoolplein", "2026-03-20"),
    )


def _second_meeting(scribe: Scribe) -> None:
    scribe.gather("2026-06-11T13:00:00+02:00")
    irene = Hand(scribe, "Irene Dekker")
    irene.open_follow_up("zomer", "Tweede ronde: klopt het voor iedereen?", *ATTENDED)
    scribe.pause(10)
    irene.status("agreed", "gm-loket", "gm-plan", "kb-prijs", "tg-voorschot", "kw-warmte", "rl-halte", "on-laden")
    irene.status("delivered", "gm-loket")
    irene.weigh(rl_aanloop=3)
    irene.reword("rl-aanloop", "het aanloopverlies van het eerste jaar")
    irene.note("items", "rl-aanloop", "De provincie neemt het tweede jaar over als er in 2029 wordt gebouwd.")
    irene.willing("regiolijn", "yes", "Eén jaar verlies kunnen we dragen.")
    irene.drop("on-ruimte", "De loods is in april verhuurd.")
    irene.note("items", "ws-kade", "Te wegen als het onderzoek naar de kademuur af is (september).")
    irene.note("items", "ws-betalen", "Het bestuur noemt pas een bedrag na het onderzoek.")
    irene.willing("waterschap", "doubt", "Wij tekenen niet voor een kade waarvan we de prijs niet kennen.")
    scribe.pause(15)
    irene.willing("bewoners", "doubt", "Als terugkeer op papier staat, praten we verder.")
    irene.note(
        "partners", "bewoners", "Vraag voor de volgende keer: wat kunnen de bewoners brengen dat niemand anders heeft?"
    )
    sjoerd = Hand(scribe, "Sjoerd Algra", "co-facilitator")
    sjoerd.tell("gm-raad", "why", "take", "bring", "others")
    sjoerd.hear("gm-raad", "valued", "Unaniem, met een motie over de terugkeer van bewoners.")
    sjoerd.tell("tg-huurdersraad", "why", "take", "bring")
    sjoerd.hear("tg-huurdersraad", "doubt", "Betaalbare warmte moet meer zijn dan een belofte.")
    sjoerd.tell("kb-financier", "why", "take", "bring", "others")
    sjoerd.hear("kb-financier", "valued", "Akkoord tot 2029.")
    sjoerd.tell("ws-boeren", "why")
    sjoerd.hear("ws-boeren", "objects", "Zij bouwen aan het water, en wij betalen de heffing?")
    sjoerd.tell("on-werf", "why", "take")
    sjoerd.hear("on-werf", "doubt", "Nieuwe buren klagen altijd over oude herrie.")
    sjoerd.tell("on-leden", "why", "take", "bring")
    sjoerd.hear("on-leden", "valued", "Eindelijk praat iemand met ons in plaats van over ons.")
    sjoerd.tell("rl-chauffeurs", "why", "take", "bring")
    sjoerd.tell("bw-kade", "why")
    sjoerd.hear("bw-kade", "objects", "Veertig handtekeningen: eerst terugkeer, dan pas praten.")
    irene.weigh(kw_zeggenschap=1)
    irene.agreement(
        "terugkeer",
        "Een regeling voor terugkeer op papier zetten, met de huur erbij",
        partners=("thuisgoed", "gemeente"),
        due="2026-10-01",
        items=("bw-terugkeer", "tg-sloop"),
    )
    irene.confirm("terugkeer", "gemeente")
    irene.agreement(
        "kade-onderzoek",
        "Onderzoek naar de kademuur afronden en de kosten noemen",
        partners=("waterschap",),
        due="2026-09-30",
        items=("ws-kade", "ws-betalen"),
    )
    irene.confirm("kade-onderzoek", "waterschap")
    irene.agreement(
        "garantie",
        "Besluit over de garantie voor het warmtenet",
        partners=("gemeente", "kadewarmte"),
        due="2026-12-10",
        items=("kw-garantie", "tg-warmte"),
    )
    irene.confirm("garantie", "gemeente", "kadewarmte")
    irene.agreement(
        "brengen-bewoners",
        "Met de bewoners nagaan wat zij kunnen brengen: kennis van de buurt, toezicht, een eerste straat",
        partners=("bewoners", "gemeente"),
        due="2027-01-15",
    )
