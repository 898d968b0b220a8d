"""Which components of NewsML 1.2 are stories of their own, and which belong to one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copylint.document.formats.markup.tree import Element

CAPTIONS: Final = ("caption", "legend", "photocaption")
"""Roles of the text that belongs to a picture."""

_PICTURES: Final = frozenset(
    ("photo", "photograph", "picture", "image", "graphic", "infographic", "illustration", "video", "audio")
)
"""Roles and media types of what is no text: IPTC NewsCodes, media type; AFP's and Belga's roles."""

TITLES: Final = ("title", "headline")
"""Roles of the text that is a headline."""

_Path = tuple[Element, ...]


def story_paths(root: Element) -> Iterator[_Path]:
    """The way from the root to each story's component."""
    items = (root,) if root.name == "NewsItem" else tuple(root.within("NewsItem"))
    for item in items:
        above = (item,) if item is root else (root, item)
        for component in item.each("NewsComponent"):
            yield from _paths((*above, component))


def is_picture(component: Element) -> bool:
    """Whether it is a picture, a film or the like, perhaps with a caption."""
    roles = roles_of(component)
    if not _PICTURES.isdisjoint(roles):
        return True
    kinds = [kind.attribute("FormalName").casefold() for kind in _media_types(component)]
    return bool(kinds) and all(kind in _PICTURES for kind in kinds)


def roles_of(component: Element) -> tuple[str, ...]:
    return tuple(role.attribute("FormalName").casefold() for role in component.each("Role"))


def equivalent(component: Element, name: str) -> tuple[Element, ...]:
    """Its children of a name; the first that has words, where all say the same: NewsML 1.2, `EquivalentsList`."""
    children = tuple(component.each(name))
    if component.attribute("EquivalentsList").casefold() != "yes":
        return children
    return tuple(child for child in children if _has_copy(child))[:1]


def _paths(path: _Path) -> Iterator[_Path]:
    """A component that only holds one story or several is none itself; so is one that holds nothing but pictures."""
    component = path[-1]
    parts = equivalent(component, "NewsComponent")
    stories = [part for part in parts if _is_story(part)]
    bare = not _states_headline(component) and component.first("ContentItem") is None
    pictures = [part for part in parts if bare and not stories and is_picture(part) and _states_headline(part)]
    if len(stories) > 1 or (len(stories) == 1 and bare):
        for part in stories:
            yield from _paths((*path, part))
    elif pictures and _PICTURES.isdisjoint(roles_of(component)):
        yield from ((*path, picture) for picture in pictures)
    else:
        yield path


def _is_story(component: Element) -> bool:
    return not is_picture(component) and _states_headline(component) and _has_copy(component)


def _states_headline(component: Element) -> bool:
    lines = component.first("NewsLines", "HeadLine")
    titled = (part for part in component.each("NewsComponent") if not set(roles_of(part)).isdisjoint(TITLES))
    return (lines is not None and lines.words != "") or any(part.words for part in titled)


def _has_copy(element: Element) -> bool:
    return any(data.words for data in element.within("DataContent"))


def _media_types(component: Element) -> Iterator[Element]:
    """Those of its contents, but for captions."""
    for item in component.each("ContentItem"):
        yield from item.each("MediaType")
    for part in component.each("NewsComponent"):
        if set(roles_of(part)).isdisjoint(CAPTIONS):
            yield from _media_types(part)
