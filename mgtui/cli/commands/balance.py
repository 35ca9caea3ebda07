"""`mgtui balance`: does the deal hold for everyone, and why?"""

from __future__ import annotations

from argparse import Namespace

from mgtui.cli.exits import ANSWER_IS_NO, DONE
from mgtui.cli.output import write, write_json
from mgtui.cli.reading import answerable
from mgtui.documents.balance_report import balance_as_data, balance_as_text
from mgtui.domain.balance import balance


def run(arguments: Namespace) -> int:
    """Write verdicts and reasons; the answer is no unless the deal is sustainable."""
    session = answerable(arguments.file)
    if arguments.json:
        write_json(balance_as_data(session))
    else:
        write(balance_as_text(session))
    return DONE if balance(session).verdict == "sustainable" else ANSWER_IS_NO
