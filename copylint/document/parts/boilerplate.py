"""Whole lines that a site's template puts between the paragraphs: closed lists, no guessing."""

from __future__ import annotations

from typing import Final

import regex

from copylint.expressions import expression

_LONGEST: Final = 500
_MARKS: Final = " .:*_!?#<>»→|()[]-–—…"
"""What a template or a converter sets round a button's words."""

_WORDED: Final = """
    accept all cookies | accept cookies | ad | ad is hidden | add a comment | ads | ads by google | advertisement |
    advertisement - story continues below | advertisements | advertentie | advertising | advertorial | all rights
    reserved | annonse | anzeige | article continues after advertisement | article continues below advertisement | back
    to top | be the first to comment | click here | click to enlarge | close | close gallery | comments | continue
    reading | continue reading below | continue reading the main story | cookie policy | cookie settings | copy link |
    copy link to clipboard | download our app | download the app | e-mail | email | email this article | enlarge image |
    enlarge this image | expand image | follow us | follow us on twitter | full screen | fullscreen | get our app | hide
    caption | image caption | image credit | image source | in partnership with | join the conversation | leave a
    comment | lesen sie auch | like us on facebook | link copied | lire aussi | listen to this article | loading | log
    in | manage cookies | manage your subscription | mehr zum thema | more | more from this section | more on this story
    | more stories | most popular | most read | mute | next article | next story | open image in lightbox | opens in a
    new tab | opens in new tab | opens in new window | opens new tab | our standards: the thomson reuters trust
    principles | our standards: the thomson reuters trust principles, opens new tab | paid content | paid post | partner
    content | photo gallery | play | play video | please refresh the page | poll loading | previous article | previous
    story | print | print this article | promoted | promoted content | promoted stories | publicidad | publicidade |
    publicité | purchase licensing rights | read full article | read full story | read more | read more here | read next
    | read the full article | read the full article here | read the full story | read the full story here | recommended
    | recommended for you | recommended stories | reject all cookies | reklame | related | related articles | related
    content | related coverage | related links | related stories | related topics | reprints | save article | save for
    later | scroll down | scroll down for video | scroll down for videos | scroll to continue | see also | share | share
    on facebook | share on linkedin | share on twitter | share on whatsapp | share on x | share this | share this
    article | share this page | share this post | share this story | share via email | show caption | show comments |
    show more | sign in | sign up | skip ad | skip advertisement | skip past newsletter promotion | skip to content |
    skip to main content | sponsored | sponsored content | sponsored post | sponsored story | story continues after
    advertisement | story continues below | story continues below advertisement | subscribe | subscribe now |
    subscribers only | tap to enlarge | tap to expand | teilen | this article continues after the ad | toggle caption |
    trending | trending now | tweet | tweet this | unmute | up next | video loading | video player is loading | view all
    | view comments | view fullscreen | view gallery | view image in fullscreen | view in gallery | view more | view
    results | vote | watch live | watch next | watch now | watch video | werbung | you may also like | you might also
    like
    """
_LINES: Final = frozenset(" ".join(line.split()) for line in _WORDED.split("|"))
_PLUG: Final = (
    r"(?:see also|read (?:more|also|next|on)|also read|related(?: (?:stor(?:y|ies)|articles?|coverage|news))?"
    r"|more(?: on this)?|watch|watch also|recommended|don['’]t miss|in case you missed it|see more|must read|trending"
    r"|lesen sie auch|mehr)\s*[:|»>]+\s.{0,120}"
)
_NETWORK: Final = (
    r"(?:twitter|x|facebook|instagram|threads|bluesky|linkedin|tiktok|youtube|whatsapp|reddit|pinterest|telegram"
    r"|messenger|e-?mail)\b"
)
_INVITATION: Final = (
    r"(?:click|tap) here (?:to|for)\b.{0,90}|read the (?:full|original) (?:story|article|report)\b.{0,40}"
    r"|(?:sign up|subscribe) (?:to|for|now)\b.{0,120}"
    r"|get (?:our|the|all the) (?:top|latest|best|biggest|day['’]s)\b.{0,60}"
    r"\b(?:inbox|newsletters?|alerts?|headlines|app|e-?mail|notifications?)\b.{0,60}"
    rf"|(?:like|follow|join|find) (?:us|me|the conversation|the discussion) on (?:our )?{_NETWORK}.{{0,90}}"
    rf"|follow @?\w[\w. ]{{0,40}} on {_NETWORK}.{{0,60}}"
    r"|download (?:our|the)\b.{0,40}\bapp\b.{0,60}|for more\b.{0,60}\b(?:click|visit|follow)\b.{0,60}"
    r"|(?:have|got) (?:a (?:news )?tip|something to add)\b.{0,120}"
    r"|(?:what|let us know what) (?:do )?you think\b.{0,20}\bcomments?\b.{0,40}"
)
_BUTTON: Final = (
    r"(?:click|tap) to (?:share|email|e-mail|print|copy|tweet|expand|enlarge|play)\b.{0,80}"
    rf"|share (?:this(?: (?:article|story|post|page))? )?(?:on|via|by|with) {_NETWORK}.{{0,60}}"
    r"|\d+ (?:comments?|shares?|likes?|more repl(?:y|ies))"
    r"|view (?:gallery|image|images|photos|\d+ (?:images|photos))\b.{0,20}"
    r"|(?:image|slide|photo|picture) \d+ of \d+|your browser does not support\b.{0,80}"
    r"|(?:please )?(?:enable|turn on) javascript\b.{0,80}"
)
_ADVERTISING: Final = (
    r"(?:story|article) continues (?:below|after)\b.{0,60}"
    r"|(?:sponsored|presented|paid for|brought to you) by\b[^.,]{0,60}"
    r"|please tell us why you hid this ad.{0,5}|advertisement[ .:–—-]{1,3}(?:story|article|scroll|continue)\b.{0,60}"
)
_ACCESS: Final = (
    r"(?:we|this (?:site|website|page)|our (?:site|website)|we and our partners) uses? cookies\b.{0,300}"
    r"|by (?:clicking|continuing|using|browsing)\b.{0,80}\byou (?:agree|accept|consent) to\b.{0,200}"
    r"|(?:accept|allow|reject|manage) (?:all |my |your )?cookies?\b.{0,60}"
    r"|(?:are you )?already (?:a subscriber|subscribed|registered|have an account)\b.{0,60}"
    r"|(?:log ?in|sign in|subscribe|register)(?: now)? to (?:continue|read|unlock|keep reading|view)\b.{0,80}"
    r"|this (?:article|content|story|page) is (?:for|reserved for|available (?:only )?to|exclusive to)\b.{0,20}"
    r"\b(?:subscribers|members)\b.{0,80}"
    r"|you(?:['’]ve| have)\b.{0,40}\b(?:free|remaining) articles?\b.{0,60}"
)
_STAMP: Final = (
    r"(?:last update|(?:last )?(?:updated|published|posted|modified|first published))(?: at| on|:)?\s[\w ,:./]{0,20}\d"
    r"[\w ,:./()|+-]{0,40}|\d{1,3}[ -]?min(?:ute)?s?(?:['’]| of)? read(?:ing)?(?: time)?|reading time: .{0,20}"
    r"|\d{1,3} ?(?:m|h|d|minutes?|mins?|hours?|hrs?|days?|weeks?) ago"
)
_RIGHTS: Final = (
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:19|20)\d\d\b.{0,400}|all contents? ©.{0,200}"
    r"|this material may not be published.{0,200}"
)
_PATTERN: Final = expression(
    "|".join((_PLUG, _INVITATION, _BUTTON, _ADVERTISING, _ACCESS, _STAMP, _RIGHTS)), regex.IGNORECASE | regex.DOTALL
)


def is_boilerplate(text: str) -> bool:
    """Whether the whole line is a template's; `Read more about it in his book` is not."""
    if len(text) > _LONGEST:
        return False
    return text.casefold().strip(_MARKS) in _LINES or _PATTERN.fullmatch(text.strip("*_ ")) is not None
