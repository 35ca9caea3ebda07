"""What a person does with items on the board comes out in the session, and is seen to."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from mgtui.domain.people import Place
from mgtui.domain.verbs import common, items
from mgtui.live.seat import LocalSeat
from mgtui.tui.widgets.board.painter import Painter
from tests.tui import on_stage, sessions
from tests.tui.board import BEN, as_ben, seen
from tests.tui.stage import Stage
from tests.tui.waiting import comes


async def test_a_new_item_goes_under_the_one_in_hand_and_gets_the_cursor() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("n", *"open dag", "enter")
        column = [item.text for item in it.session.column("p1", "take")]
        assert column.index("open dag") == 1
        assert it.here.text == "open dag"
        assert it.here.author == "ana-1"


async def test_a_new_item_without_text_leaves_nothing_behind() -> None:
    async with seen(sessions.schools()) as it:
        before = it.session
        await it.press("n", "enter")
        assert it.session is before
        assert it.board.desk.editor is None


async def test_esc_leaves_an_item_as_it_was() -> None:
    async with seen(sessions.schools()) as it:
        before = it.session
        await it.press("enter", *"xyz", "escape")
        assert it.session is before


async def test_enter_keeps_what_was_typed() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("f2", *"!!", "enter")
        assert it.here.text == "grotere instroom van leerlingen!!"


async def test_leaving_the_field_keeps_it() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("enter", *"!!", "down")
        assert "grotere instroom van leerlingen!!" in {item.text for item in it.session.items.values()}
        assert it.here.text == "continuïteit van de school"


async def test_an_item_can_not_become_empty_and_says_what_to_do() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("enter", "ctrl+u", "enter")
        assert it.board.desk.editor
        assert "An item can't be empty" in it.text
        await it.press("escape")
        assert it.here.text == "grotere instroom van leerlingen"


async def test_a_text_that_is_too_long_is_refused_in_place_and_stays_typed() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("n")
        it.board.desk.paste("x" * 2001)
        await it.press("enter")
        editor = it.board.desk.editor
        assert editor
        assert len(editor.buffer.text) == 2001
        assert "too long" in editor.flaw
        await it.press("backspace", "enter")
        assert it.here.text == "x" * 2000


async def test_what_is_typed_at_the_end_of_a_text_higher_than_its_column_is_in_sight() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("n")
        it.board.desk.paste("begin " + "woord " * 200)
        await it.press(*"hier")
        assert "hier" in it.text
        assert "begin" not in it.text
        await it.press("home")
        assert "begin" in it.text
        it.board.desk.paste("x" * 2001)
        await it.press("enter")
        assert "That is too long" in " ".join(it.text.split())


async def test_a_digit_weighs_and_0_takes_the_weight_away() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("2")
        weights = [it.here.weight]
        await it.press("0")
        weights.append(it.here.weight)
        assert weights == [2, None]
        assert "has no" in it.text


async def test_plus_and_minus_go_one_up_and_down_and_stay_on_the_scale() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("plus", "plus", "plus")
        assert it.here.weight == 5
        await it.press("minus")
        assert it.here.weight == 4


async def test_a_weight_off_the_scale_is_refused_in_place() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("8")
        assert it.here.weight == 4
        assert it.board.desk.editor
        assert "The scale runs from 1 to 5" in it.board.desk.editor.flaw


async def test_an_amount_is_typed_and_the_meter_moves_along() -> None:
    async with seen(sessions.festival()) as it:
        await it.press("right", "down", "4", "0", "0", "0", "0")
        assert "40,000" in it.text
        assert "−40,000…−10,000" in it.text
        await it.press("enter")
        assert it.here.weight == Decimal(40000)


async def test_what_is_no_number_is_refused_in_place_and_stays_typed() -> None:
    async with seen(sessions.festival()) as it:
        await it.press("1", "x", "enter")
        assert it.board.desk.editor
        assert it.board.desk.editor.buffer.text == "1x"
        assert "not a number" in it.board.desk.editor.flaw


async def test_u_makes_uncertain_and_firm_again() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("u")
        certainties = [it.here.certainty]
        await it.press("u")
        certainties.append(it.here.certainty)
        assert certainties == ["uncertain", "firm"]


async def test_v_goes_from_open_to_private_to_covered_and_back() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("n", *"geheim", "enter", "v")
        assert (it.here.private, it.here.covered) == (True, False)
        assert "private" in it.text
        await it.press("v")
        assert (it.here.private, it.here.covered) == (False, True)
        assert "covered" in it.text
        await it.press("v")
        assert (it.here.private, it.here.covered) == (False, False)


async def test_c_and_t_go_on_to_the_next_kind_and_status() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("c", "t")
        assert (it.here.kind, it.here.status) == ("knowledge", "agreed")
        assert "knowledge" in it.text
        await it.press("t", "t")
        assert it.here.status == "dropped"
        assert "×" in it.text


async def test_a_dropped_item_counts_for_nothing() -> None:
    async with seen(sessions.schools()) as it:
        before = it.board.sight.balance_of("p1").take.low
        await it.press("t", "t", "t")
        assert before is not None
        assert it.board.sight.balance_of("p1").take.low == before - 4


async def test_alt_down_moves_an_item_down_and_the_cursor_goes_along() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("alt+down")
        assert [i.id for i in it.session.column("p1", "take")] == ["i2", "i1", "i3"]
        assert it.here.id == "i1"


async def test_an_item_moves_to_the_next_column_and_partner() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("alt+right")
        assert (it.here.partner, it.here.direction, it.here.id) == ("p1", "bring", "i1")
        await it.press("greater_than_sign")
        assert (it.here.partner, it.here.direction, it.here.id) == ("p2", "take", "i1")


async def test_delete_removes_and_ctrl_z_brings_back_and_says_so() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("delete")
        assert "i1" not in it.session.items
        assert it.here.id == "i2"
        await it.press("ctrl+z")
        assert "i1" in it.session.items
        assert it.app.notice
        assert it.app.notice.text.startswith("Undone: item “grotere instroom van leerlingen” removed")
        await it.press("ctrl+y")
        assert "i1" not in it.session.items


async def test_ctrl_z_while_editing_takes_back_typing_only() -> None:
    async with seen(sessions.schools()) as it:
        before = it.session
        await it.press("enter", *"abc", "ctrl+z")
        assert it.board.desk.editor
        assert it.board.desk.editor.buffer.text == "grotere instroom van leerlingen"
        assert it.session is before


async def test_the_filter_shows_only_items_with_the_words() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("slash", *"school")
        assert "grotere instroom" not in it.text
        assert "continuïteit van de school" in it.text
        await it.press("enter")
        assert it.here.text == "continuïteit van de school"
        await it.press("escape")
        assert "grotere instroom" in it.text


async def test_a_new_item_that_the_filter_would_hide_ends_it_and_is_the_next_to_be_weighed() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("slash", *"school", "enter")
        await it.press("n", *"rust", "enter", "4")
        assert it.here.text == "rust"
        assert it.here.weight == 4
        assert "grotere instroom" in it.text


async def test_a_new_item_with_the_words_of_the_filter_leaves_it_on() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("slash", *"school", "enter")
        await it.press("n", *"een school erbij", "enter", "4")
        assert it.here.text == "een school erbij"
        assert "grotere instroom" not in it.text


async def test_an_item_that_loses_the_words_of_the_filter_ends_it() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("slash", *"continu", "enter")
        await it.press("enter", "ctrl+u", *"rust", "enter", "2")
        assert it.here.text == "rust"
        assert it.here.weight == 2


async def test_lines_that_are_pasted_while_a_filter_hides_them_end_it() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("slash", *"school", "enter")
        it.board.desk.paste("een\ntwee")
        await it.pilot.pause()
        assert it.here.text == "twee"


async def test_an_editor_in_use_is_not_overwritten_and_says_what_happened() -> None:
    stage = Stage()
    async with seen(sessions.schools(), stage=stage) as it:
        await it.press("enter", *"!!")
        as_ben(stage, lambda session: common.set_field(session, "items", "i1", "text", "van Ben"))
        editor = it.board.desk.editor
        assert editor
        assert editor.buffer.text == "grotere instroom van leerlingen!!"
        assert "van Ben" in editor.flaw
        await it.press("enter")
        assert it.here.text == "grotere instroom van leerlingen!!"
        assert it.app.notice
        assert "Ben" in it.app.notice.text


async def test_what_was_typed_in_an_item_that_goes_can_come_back_as_a_new_one() -> None:
    stage = Stage()
    async with seen(sessions.schools(), stage=stage) as it:
        await it.press("enter", *"!!")
        as_ben(stage, lambda _session: common.remove("items", "i1"))
        await it.press("enter")
        assert it.item("grotere instroom van leerlingen!!").id != "i1"


async def test_covered_items_of_others_are_counted_and_not_shown() -> None:
    stage = Stage()
    async with seen(sessions.schools(), stage=stage) as it:
        as_ben(stage, lambda session: items.add_item(session, "b1", "p3", "take", "geheim plan", covered=True))
        await it.pilot.pause()
        assert "geheim plan" not in it.text
        assert "1 covered" in it.text


async def test_an_empty_column_teaches_the_next_step() -> None:
    async with seen(sessions.empty()) as it:
        assert "Press N to put the first partner" in it.text
        await it.press("N", *"Waterland", "enter")
        assert "n: what does Waterland come to take?" in it.text
        await it.press("right")
        assert "n: what is Waterland willing to bring?" in it.text
        await it.press("n", *"tijd", "enter")
        assert it.here.direction == "bring"


async def test_everything_on_the_board_changes_language_at_once() -> None:
    async with seen(sessions.schools()) as it:
        assert "TAKE" in it.text
        await it.press("f9")
        assert "HALEN" in it.text
        assert "Samen: ! 1 bezwaar · ▼ niet duurzaam" in it.text


async def test_what_is_dropped_asks_why_and_shows_it() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("t", "t", "t")
        assert "why is it dropped?" in it.text
        await it.press(*"te duur", "enter")
        assert (it.here.status, it.here.dropped_reason) == ("dropped", "te duur")
        assert "· te duur" in it.text
        await it.press("ctrl+z", "ctrl+z")
        assert (it.here.status, it.here.dropped_reason) == ("delivered", "")


async def test_esc_drops_without_a_reason() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("t", "t", "t", "escape")
        assert (it.here.status, it.here.dropped_reason) == ("dropped", "")


async def test_who_types_a_new_item_is_not_counted_among_those_out_of_sight() -> None:
    stage = Stage()
    async with seen(on_stage.large(), stage=stage) as it:
        await it.pilot.pause()
        header = next(line for line in it.text.splitlines() if "TAKE" in line)
        assert stage.room
        ben = LocalSeat(stage.room, BEN)
        partner = it.session.partners_in_order[0].id
        ben.at(Place(table="partners", id=partner, field="take", typing=True))
        assert await comes(it.pilot, lambda: bool(it.board.company))
        await it.pilot.pause()
        assert next(line for line in it.text.splitlines() if "TAKE" in line) == header


async def test_the_summary_stays_in_sight_under_all_that_can_stand_above_the_board() -> None:
    async with seen(sessions.crowd("Gemeente", 6), size=(80, 24)) as it:
        await it.press("f3", "space", "escape", "F", "f4", "n", *"rust", "enter", "escape")
        await it.pilot.pause()
        shown = [it.board.render_line(y).text for y in range(it.board.size.height)]
        assert any("Together:" in line for line in shown)
        await it.press("slash", *"spoed")
        shown = [it.board.render_line(y).text for y in range(it.board.size.height)]
        assert any("spoed" in line for line in shown)


async def test_in_too_few_rows_the_panels_are_cut_rather_than_the_summary() -> None:
    async with seen(sessions.schools(), size=(80, 24)) as it:
        picture = Painter().paint(replace(it.board._scene(), rows=11))
        shown = ["".join(text for block in row for text, _role in block.drawn.line) for row in picture.rows]
        assert len(shown) == 11
        assert any("Together:" in line for line in shown)
