"""Reads HTML pages: the story is in `<article>`, else in `<main>`, else in the body."""

from __future__ import annotations

from copylint.document.block import Draft
from copylint.document.formats.markup.html_tree import read_html
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.pages.facts import PageFacts, metadata_of_one, metadata_of_several
from copylint.document.formats.pages.headline import headline_of, headline_outside
from copylint.document.formats.pages.stories import main_of, stories_of
from copylint.document.formats.pages.story import story_blocks
from copylint.document.story_text import StoryText
from copylint.source.decode import Source


def read(source: Source) -> tuple[Draft, ...]:
    """A draft for each story; none for a page without words.

    Raises CopylintError where elements nest too deeply; no HTML is broken.
    """
    page = read_html(StoryText.whole(source.text), source.path)
    facts = PageFacts(page)
    stories = stories_of(page)
    if len(stories) == 1:
        drafts = [_only_draft(page, facts, stories[0])]
    else:
        drafts = [_draft(facts, story) for story in stories]
    return tuple(draft for draft in drafts if draft.blocks)


def _draft(facts: PageFacts, story: Element) -> Draft:
    """The draft of one of several stories; what lies beside those in it, as in a live report, is furniture."""
    headline = headline_of(story, "")
    framed = next(story.within("article"), None) is not None
    return Draft(story_blocks(story, headline, strict=framed), metadata_of_several(facts, story, headline))


def _only_draft(page: Element, facts: PageFacts, story: Element) -> Draft:
    """The draft of a story that has its page to itself: its headline may stand above its article."""
    headline = headline_of(story, facts.title)
    if headline is None or headline.name != "h1":
        outside = headline_outside(page, main_of(page), facts.title)
        if outside is not None:
            above = story_blocks(Element("div", children=[outside]), outside, strict=True)
            blocks = (*above, *story_blocks(story, None, author=facts.author))
            return Draft(blocks, metadata_of_one(facts, story, outside))
    return Draft(story_blocks(story, headline, author=facts.author), metadata_of_one(facts, story, headline))
