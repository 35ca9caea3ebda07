"""Waste heat for a harbour town, in amounts: two meetings turn a deal that sinks two partners into one that holds.

Sustainable is not yet realistic: the balance is sound for everyone, and one of the means is still nobody's.
"""

from __future__ import annotations

from mgtui.domain.scale import amounts
from sample_sessions.making.hand import Hand
from sample_sessions.making.scribe import Scribe

ATTENDED = ("Aoife Brennan", "Daniel Okafor", "Ruth Hanley", "Conor Walsh", "Maeve Tierney")


def play(scribe: Scribe, title: str) -> None:
    """All that happened in this session."""
    _first_meeting(scribe, title)
    _second_meeting(scribe)
    _third_meeting(scribe)


def _first_meeting(scribe: Scribe, title: str) -> None:
    scribe.gather("2025-10-02T10:00:00+01:00")
    grace = Hand(scribe, "Grace Lennon")
    grace.begin(
        title,
        "By 2029 twelve hundred homes around Kilmara harbour are warm without gas, for no more than today's bill.",
        {
            "northquay": "Northquay Data Centre",
            "council": "Kilmara County Council",
            "tidewater": "Tidewater Heat",
            "homes": "Homes for Kilmara",
            "coop": "Quayside Residents' Co-op",
        },
        meeting="october",
        scale=amounts("thousand euro"),
    )
    grace.describe_meeting("Putting it on the table", *ATTENDED)
    grace.note("meetings", "october", "All amounts are per year, over the first fifteen years.")
    scribe.pause(15)
    _say_why(grace)
    liam = Hand(scribe, "Liam Costello", "co-facilitator")
    _put_on_the_table(grace, liam)
    scribe.pause(20)
    _weigh(grace, liam)
    _link(liam)
    _look_at_the_ambition(grace)
    _agree_on_the_telling(liam)
    grace.agreement(
        "more-homes",
        "Find out how many more homes could be connected, and at what cost",
        partners=("tidewater", "homes", "council"),
        due="2026-01-15",
        items=("td-connections",),
    )
    grace.confirm("more-homes", "tidewater", "homes", "council")
    grace.agreement(
        "price-options",
        "Bring three ways to give residents a say in the price",
        partners=("tidewater", "coop"),
        due="2026-01-31",
        items=("co-bill",),
    )
    grace.confirm("price-options", "coop")
    grace.close_meeting("Tidewater loses on 840 homes. The residents carry the works and can't be sure of the bill.")


def _say_why(grace: Hand) -> None:
    grace.interest("northquay", "nq-grow", "room to grow on this site", 5)
    grace.interest("northquay", "nq-neighbour", "be a neighbour people are glad of", 3)
    grace.interest("council", "cc-target", "meet the 2030 climate target", 5)
    grace.interest("council", "cc-poverty", "nobody choosing between heating and eating", 5)
    grace.interest("tidewater", "td-return", "a return our lenders accept", 5)
    grace.interest("tidewater", "td-first", "be the first to show that this works here", 3)
    grace.interest("homes", "hm-stock", "homes that last another thirty years", 4)
    grace.interest("homes", "hm-trust", "tenants who trust us with the next upgrade", 4)
    grace.interest("coop", "co-bills", "bills we can plan for", 5)
    grace.interest("coop", "co-heard", "decide with them, not after them", 4)
    grace.interest("northquay", "nq-aoife", "my first project as site director must not fail", 4, "personal")
    grace.interest("coop", "co-maeve", "not be the one who talked the street into a mistake", 5, "personal")


def _put_on_the_table(grace: Hand, liam: Hand) -> None:
    grace.takes(
        "northquay",
        ("nq-cooling", "cooling that someone else pays for", "money"),
        ("nq-permit", "planning permission for the second hall", "continuity"),
        ("nq-name", "a better name in town", "reputation"),
    )
    liam.takes(
        "council",
        ("cc-carbon", "the harbour district's carbon target", "other"),
        ("cc-warm", "fewer households in fuel poverty", "other"),
    )
    grace.takes("tidewater", ("td-connections", "840 connections", "money"))
    liam.takes(
        "homes",
        ("hm-boilers", "no boilers to replace", "money"),
        ("hm-arrears", "fewer rent arrears", "money"),
    )
    grace.takes("coop", ("co-bill", "a bill no higher than today's", "money"))
    grace.brings(
        "northquay",
        ("nq-heat", "waste heat at 28 degrees, free of charge", "capacity"),
        ("nq-room", "room on site for the heat pumps", "capacity"),
        ("nq-roof", "the roof of hall one, for solar panels", "capacity"),
    )
    liam.brings(
        "council",
        ("cc-streets", "dig the streets up once, permits in eight weeks", "capacity"),
        ("cc-loan", "a guarantee for the loan", "money"),
    )
    grace.brings("tidewater", ("td-network", "build and run the network", "money"))
    liam.brings(
        "homes",
        ("hm-plant", "plant rooms and access to 740 homes", "capacity"),
        ("hm-time", "the time of three tenant liaison officers", "capacity"),
    )
    grace.brings(
        "coop",
        ("co-works", "put up with a winter of works in the street", "continuity"),
        ("co-capital", "members' capital", "money"),
        ("co-doors", "volunteers who knock on every door", "network"),
    )


def _weigh(grace: Hand, liam: Hand) -> None:
    grace.weigh(nq_cooling=240, nq_permit=300, nq_name=60, nq_heat=85, nq_room=40, nq_roof=15)
    grace.turn("nq-permit")
    liam.weigh(cc_carbon=310, cc_warm=180, cc_streets=95, cc_loan="120.5")
    grace.weigh(td_connections=480, td_network=590)
    liam.weigh(hm_boilers=275, hm_arrears=90, hm_plant=130, hm_time="45.5")
    liam.turn("hm-arrears")
    grace.weigh(co_bill=210, co_works=75, co_capital=600)
    grace.undo()
    grace.weigh(co_capital=60, co_doors=20)
    grace.turn("co-bill")


def _link(liam: Hand) -> None:
    liam.serves("nq-permit", "nq-grow")
    liam.serves("nq-name", "nq-neighbour", "nq-aoife")
    liam.serves("cc-carbon", "cc-target")
    liam.serves("cc-warm", "cc-poverty")
    liam.serves("td-connections", "td-return")
    liam.serves("hm-boilers", "hm-stock")
    liam.serves("co-bill", "co-bills")
    liam.comes_by_itself("nq-name")
    liam.link("td-network", "nq-cooling", "cc-carbon", "hm-boilers")
    liam.link("nq-heat", "co-bill", "cc-warm")
    liam.link("nq-room", "td-connections")
    liam.link("cc-streets", "td-connections")
    liam.link("hm-plant", "td-connections")
    liam.link("cc-loan", "co-bill")
    liam.link("co-doors", "td-connections")
    liam.link("co-works", "cc-carbon")
    liam.link("hm-time", "cc-warm")


def _look_at_the_ambition(grace: Hand) -> None:
    grace.means("m-heat", "enough heat for the coldest week", "nq-heat")
    grace.means("m-network", "a network under the streets", "td-network", "cc-streets")
    grace.means("m-homes", "access to every home", "hm-plant")
    grace.means("m-backup", "a back-up for when the data centre is down")
    grace.willing("northquay", "yes", "We blow this heat into the sky now.")
    grace.willing("council", "yes", "There is no other plan for the harbour.")
    grace.willing("tidewater", "doubt", "Not with 840 homes.")
    grace.willing("homes", "yes", "Our boilers are due anyway.")
    grace.willing("coop", "doubt", "Show us the bill first.")
    grace.reserve("northquay", 150, "Sell the heat to the tomato growers outside town")
    grace.reserve("tidewater", 100, "Build the hospital's network instead")


def _agree_on_the_telling(liam: Hand) -> None:
    liam.stakeholders(
        "northquay",
        "Aoife Brennan",
        ("nq-board", "head office in Rotterdam", "no risk to uptime", "quarterly call", "2025-11-20"),
        ("nq-staff", "site engineers", "no extra night shifts", "shift briefing", "2025-10-30"),
    )
    liam.stakeholders(
        "council",
        "Daniel Okafor",
        ("cc-members", "elected members", "no surprises before the election", "council meeting", "2025-11-10"),
        ("cc-traders", "traders on Quay Street", "a street people can reach", "breakfast meeting", "2025-12-01"),
    )
    liam.stakeholders(
        "tidewater",
        "Ruth Hanley",
        ("td-lenders", "lenders", "a long contract", "data room", "2026-02-01"),
        ("td-crew", "own fitters", "steady work close to home", "toolbox talk", "2025-11-15"),
    )
    liam.stakeholders(
        "homes",
        "Conor Walsh",
        ("hm-tenants", "tenants' panel", "rent that stays put", "panel evening", "2025-11-25"),
        ("hm-regulator", "housing regulator", "sound finances", "annual return", "2026-03-31"),
    )
    liam.stakeholders(
        "coop",
        "Maeve Tierney",
        ("co-members", "the 212 members", "one member, one vote", "general meeting", "2025-12-05"),
        ("co-sceptics", "the neighbours who aren't members", "not paying for others", "kitchen tables", "2026-01-31"),
    )
    liam.tell("hm-tenants", "why")


def _second_meeting(scribe: Scribe) -> None:
    scribe.gather("2026-02-26T10:00:00+00:00")
    grace = Hand(scribe, "Grace Lennon")
    grace.open_follow_up("february", "Looking for more", *ATTENDED)
    scribe.pause(10)
    grace.done("more-homes")
    grace.reword("td-connections", "1,200 connections")
    grace.weigh(td_connections=680)
    grace.note("items", "td-connections", "The council's own buildings and the school count for 140 homes.")
    grace.takes("tidewater", ("td-supply", "certainty of supply for fifteen years", "continuity"))
    grace.weigh(td_supply=150)
    grace.turn("td-supply")
    grace.link("nq-heat", "td-supply")
    grace.brings("tidewater", ("td-cap", "a price that is never above gas", "money"))
    grace.weigh(td_cap=110)
    grace.turn("td-cap")
    grace.link("td-cap", "co-bill")
    grace.takes("coop", ("co-say", "a say in the price", "autonomy"))
    grace.weigh(co_say=40)
    grace.serves("co-say", "co-heard")
    scribe.pause(15)
    grace.status("agreed", "nq-heat", "nq-room", "nq-cooling", "cc-streets", "hm-plant", "hm-boilers", "td-network")
    grace.willing("tidewater", "yes", "With 1,200 homes, and if the supply is certain.")
    liam = Hand(scribe, "Liam Costello", "co-facilitator")
    liam.tell("nq-board", "why", "take", "bring")
    liam.hear("nq-board", "doubt", "Fifteen years is longer than our own planning.")
    liam.tell("nq-staff", "why", "bring")
    liam.hear("nq-staff", "valued", "As long as Tidewater answers the phone at night.")
    liam.tell("cc-members", "why", "take", "bring", "others")
    liam.hear("cc-members", "valued", "Carried, 19 to 4.")
    liam.tell("hm-tenants", "take", "bring")
    liam.hear("hm-tenants", "doubt", "What happens if we say no to the works?")
    liam.tell("co-members", "why", "take")
    liam.hear("co-members", "objects", "No price, no capital.")
    liam.agreement(
        "supply",
        "A supply contract for fifteen years, with notice of five",
        partners=("northquay", "tidewater"),
        due="2026-06-30",
        items=("nq-heat", "td-supply"),
    )
    liam.confirm("supply", "northquay", "tidewater")
    liam.agreement(
        "cap",
        "Put the price cap into the contract with every home",
        partners=("tidewater", "coop"),
        due="2026-08-31",
        items=("td-cap", "co-bill"),
    )
    liam.confirm("cap", "tidewater", "coop")
    grace.close_meeting(
        "The sum works if the supply and the bill are certain. Both are promises so far, not contracts."
    )


def _third_meeting(scribe: Scribe) -> None:
    scribe.gather("2026-09-17T10:00:00+01:00")
    grace = Hand(scribe, "Grace Lennon")
    grace.open_follow_up("september", "On paper", *ATTENDED)
    scribe.pause(5)
    grace.done("supply", "cap", "price-options")
    grace.came("yes", "cc-streets")
    grace.came("partly", "hm-plant", "nq-room")
    grace.came("no", "td-network", "nq-heat")
    grace.worth(nq_heat="yes", nq_cooling="yes", cc_streets="yes", td_network="yes", hm_plant="yes", hm_boilers="doubt")
    grace.turn("td-supply", "td-cap", "co-bill")
    grace.weigh(td_cap=90)
    grace.note("items", "td-cap", "Two cold winters in the model; Ruth expects to pay it once in five years.")
    grace.drop("nq-permit", "The council keeps planning out of this deal; Northquay applies like anyone else.")
    grace.weigh(nq_cooling=265)
    grace.status("agreed", "td-supply", "td-cap", "td-connections", "co-bill", "co-works", "co-capital", "cc-loan")
    grace.status("delivered", "co-doors")
    grace.confirm("supply", "northquay", "tidewater")
    grace.confirm("cap", "tidewater")
    grace.willing("coop", "yes", "The cap is in the contract, so the answer is yes.")
    scribe.pause(15)
    ruth = Hand(scribe, "Ruth Hanley", "co-facilitator")
    ruth.tell("td-lenders", "why", "take", "bring", "others")
    ruth.hear("td-lenders", "valued", "Term sheet signed.")
    grace.tell("co-members", "why", "take", "bring", "others")
    grace.hear("co-members", "valued", "148 for, 31 against.")
    grace.tell("hm-tenants", "take", "others")
    grace.hear("hm-tenants", "valued", "With a warm room for whoever needs one during the works.")
    grace.tell("nq-board", "take")
    grace.hear("nq-board", "objects", "Without the second hall, why sign for fifteen years?")
    grace.tell("cc-traders", "why")
    grace.agreement(
        "backup",
        "Decide who builds and pays for the back-up boiler",
        partners=("tidewater", "council", "northquay"),
        due="2026-11-13",
    )
    grace.confirm("backup", "tidewater", "council")
    grace.agreement(
        "rotterdam",
        "Go to Rotterdam together and explain what Northquay gets out of it",
        partners=("northquay", "council"),
        due="2026-12-04",
        items=("nq-cooling", "nq-name"),
    )
    grace.confirm("rotterdam", "northquay", "council")
    grace.close_meeting("It holds for all five. Two things left: a back-up, and Northquay's own head office.")
