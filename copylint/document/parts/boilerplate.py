"""Whole lines that a site's template puts between the paragraphs: closed lists, no guessing."""

from __future__ import annotations

import re
from typing import Final

_LINES: Final = frozenset(
    (
        "advertisement advertisements|ad|ads|scroll down for video|scroll down for videos|scroll to continue|scroll down|view gallery"
        "|view image in fullscreen|hide caption|toggle caption|enlarge image|click to enlarge|click here|read more|more|loading|poll loading"
        "|loading…|loading...|see also|related|related articles|related stories|related content|related topics|related links|related coverage"
        "|share|share this|share this article|share this story|share on facebook|share on twitter|tweet|print|email|e-mail|comments"
        "|view comments|show comments|leave a comment|post a comment|story continues below|story continues below advertisement"
        "|article continues below advertisement|article continues after advertisement|this article continues after the ad"
        "|story continues after advertisement|most popular|most read|trending|trending now|recommended|recommended stories|recommended for you"
        "|more from this section|more on this story|more stories|you may also like|you might also like|up next|watch next|next story"
        "|sign up|subscribe|subscribe now|log in|sign in|follow us|back to top|skip to content|skip advertisement|sponsored|sponsored content"
        "|promoted stories|promoted content|purchase licensing rights|opens new tab|play video|watch video|video player is loading|photo gallery"
        "|anzeige|werbung|lesen sie auch|mehr zum thema|publicité|publicidad|publicidade|lire aussi|annonse|reklame|advertentie|teilen"
        "|our standards: the thomson reuters trust principles|our standards: the thomson reuters trust principles, opens new tab"
        "|all rights reserved|vote|view results|like us on facebook|follow us on twitter|listen to this article"
    ).split("|")
)
_PATTERN: Final = re.compile(
    r"(?:see also|read more|read also|also read|read next|related|more|watch|watch also|recommended|don['’]t miss|see more|lesen sie auch|mehr)\s*:\s.{0,120}"
    r"|(?:click here|sign up|subscribe) (?:to|for)\b.{0,90}|(?:like|follow|join) (?:us|me|the conversation|the discussion) on\b.{0,90}"
    r"|story continues (?:below|after)\b.{0,60}|(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:19|20)\d\d\b.{0,400}"
    r"|all contents? ©.{0,200}|(?:for more|to read more|to see more)\b.{0,60}\b(?:click|visit|follow)\b.{0,60}"
    r"|view (?:gallery|image|images|photos|\d+ (?:images|photos))\b.{0,20}|this material may not be published.{0,200}",
    re.IGNORECASE | re.DOTALL,
)


def is_boilerplate(text: str) -> bool:
    """Whether the whole line is a template's; `Read more about it in his book` is not."""
    if len(text) > 500:
        return False
    return text.casefold().strip(" .:*»>→|[]-–—…") in _LINES or _PATTERN.fullmatch(text.strip("*_ ")) is not None
