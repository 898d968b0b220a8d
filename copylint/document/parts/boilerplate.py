"""Whole lines that a site's template puts between the paragraphs: closed lists, no guessing."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 500

_LINES: Final = frozenset(
    line.strip()
    for line in """
    ad | ads | advertisement | advertisements | advertentie | all rights reserved | annonse | anzeige | article
    continues after advertisement | article continues below advertisement | back to top | click here | click to
    enlarge | comments | e-mail | email | enlarge image | follow us | follow us on twitter | hide caption |
    leave a comment | lesen sie auch | like us on facebook | lire aussi | listen to this article | loading | log
    in | mehr zum thema | more | more from this section | more on this story | more stories | most popular |
    most read | next story | opens new tab | our standards: the thomson reuters trust principles | our
    standards: the thomson reuters trust principles, opens new tab | photo gallery | play video | poll loading |
    post a comment | print | promoted content | promoted stories | publicidad | publicidade | publicité |
    purchase licensing rights | read more | recommended | recommended for you | recommended stories | reklame |
    related | related articles | related content | related coverage | related links | related stories | related
    topics | scroll down | scroll down for video | scroll down for videos | scroll to continue | see also |
    share | share on facebook | share on twitter | share this | share this article | share this story | show
    comments | sign in | sign up | skip advertisement | skip to content | sponsored | sponsored content | story
    continues after advertisement | story continues below | story continues below advertisement | subscribe |
    subscribe now | teilen | this article continues after the ad | toggle caption | trending | trending now |
    tweet | up next | video player is loading | view comments | view gallery | view image in fullscreen | view
    results | vote | watch next | watch video | werbung | you may also like | you might also like
    """.replace("\n    ", " ").split("|")
)
_PATTERN: Final = re.compile(
    r"(?:see also|read more|read also|also read|read next|related|more|watch|watch also|recommended|don['’]t miss"
    r"|see more"
    r"|lesen sie auch|mehr)\s*:\s.{0,120}"
    r"|(?:click here|sign up|subscribe) (?:to|for)\b.{0,90}"
    r"|(?:like|follow|join) (?:us|me|the conversation|the discussion) on\b.{0,90}"
    r"|story continues (?:below|after)\b.{0,60}"
    r"|(?:last )?(?:updated|update|published|posted)(?: at| on|:)?\s[\w ,:./]{0,20}\d[\w ,:./()|-]{0,40}"
    r"|(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:19|20)\d\d\b.{0,400}|all contents? ©.{0,200}"
    r"|for more\b.{0,60}\b(?:click|visit|follow)\b.{0,60}"
    r"|view (?:gallery|image|images|photos|\d+ (?:images|photos))\b.{0,20}"
    r"|this material may not be published.{0,200}",
    re.IGNORECASE | re.DOTALL,
)


def is_boilerplate(text: str) -> bool:
    """Whether the whole line is a template's; `Read more about it in his book` is not."""
    if len(text) > _LONGEST:
        return False
    return text.casefold().strip(" .:*»>→|[]-–—…") in _LINES or _PATTERN.fullmatch(text.strip("*_ ")) is not None
