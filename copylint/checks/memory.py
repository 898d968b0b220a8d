"""What was found out about an object a moment ago."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Subject = TypeVar("Subject")
Answer = TypeVar("Answer")


def remembered(at_most: int) -> Callable[[Callable[[Subject], Answer]], Callable[[Subject], Answer]]:
    """Lets a function remember its last answers, by the identity of what it was asked about.

    Many rules ask the same of one segment or document, which `lru_cache` would tell apart by all that stands in it.
    """

    def remembering(function: Callable[[Subject], Answer]) -> Callable[[Subject], Answer]:
        answers: OrderedDict[int, tuple[Subject, Answer]] = OrderedDict()

        @wraps(function)
        def answer(subject: Subject) -> Answer:
            known = answers.get(id(subject))
            if known is not None and known[0] is subject:
                return known[1]
            found = function(subject)
            answers[id(subject)] = (subject, found)
            if len(answers) > at_most:
                answers.popitem(last=False)
            return found

        return answer

    return remembering
