from __future__ import annotations

from pathlib import Path

import pytest

from copylint.document.formats import read
from copylint.document.model import Document
from copylint.source.decode import decode

LEAD = "The dam above the village broke at noon and the river rose."
BODY = ("body", LEAD)
HEADLINE = "<NewsLines><HeadLine>Dam breaks</HeadLine></NewsLines>"


def documents(xml: str) -> tuple[Document, ...]:
    return read(decode("story.xml", xml.encode()))


def document(xml: str) -> Document:
    (found,) = documents(xml)
    return found


def parts(found: Document) -> list[tuple[str, str]]:
    return [(segment.part, segment.text) for segment in found.segments]


def item(*components: str, management: str = "") -> str:
    return f"<NewsML><NewsItem>{management}{''.join(components)}</NewsItem></NewsML>"


def component(*children: str, role: str = "", lines: str = "") -> str:
    named = f'<Role FormalName="{role}"/>' if role else ""
    return f"<NewsComponent>{named}{lines}{''.join(children)}</NewsComponent>"


def content(data: str, kind: str = "Text") -> str:
    return f'<ContentItem><MediaType FormalName="{kind}"/><DataContent>{data}</DataContent></ContentItem>'


@pytest.mark.parametrize(
    "data",
    [
        f"<nitf><body><body.content><p>{LEAD}</p></body.content></body></nitf>",
        f"<p>{LEAD}</p>",
        f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><p>{LEAD}</p></body></html>",
        f"<![CDATA[<P>{LEAD}</P>]]>",
        f"&lt;p&gt;{LEAD}&lt;/p&gt;",
        f"<![CDATA[<nitf><body><body.content><p>{LEAD}</p></body.content></body></nitf>]]>",
        f"\n{LEAD}\n",
    ],
    ids=["nitf", "paragraphs", "xhtml", "cdata", "escaped", "nitf in cdata", "plain"],
)
def test_the_copy_is_found_in_every_wrapping(data: str) -> None:
    xml = item(component(content(data), lines=HEADLINE))
    found = document(xml)
    assert parts(found) == [("headline", "Dam breaks"), BODY]
    body = found.of_part("body")[0]
    assert xml[body.span.start : body.span.end] == LEAD


def test_plain_text_has_its_own_lines() -> None:
    data = "\nThe dam above the village broke at noon and the river\nrose two metres, the mayor said.\n\nIt fell.\n"
    found = document(item(component(content(data), lines=HEADLINE)))
    assert [text for _, text in parts(found)] == [
        "Dam breaks",
        "The dam above the village broke at noon and the river rose two metres, the mayor said.",
        "It fell.",
    ]
    assert [stretch.text for stretch in found.plain] == [data]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("<SubHeadLine>Village flooded</SubHeadLine>", [("subhead", "Village flooded")]),
        (f"<SubHeadLine>{LEAD}</SubHeadLine>", []),
        ("<SlugLine>Norway-dam</SlugLine>", [("slug", "Norway-dam")]),
        ("<ByLine>By Ann Lee</ByLine>", [("byline", "By Ann Lee")]),
        ("<DateLine>OSLO, Feb 6, 2026 (AFP) -</DateLine>", [("dateline", "OSLO, Feb 6, 2026 (AFP) -")]),
        ("<DateLine>6/2/2026</DateLine>", []),
        (
            '<NewsLine><NewsLineType FormalName="Correction"/><NewsLineText>Corrects height</NewsLineText></NewsLine>',
            [("correction", "Corrects height")],
        ),
        (
            '<NewsLine><NewsLineType FormalName="ProductLine"/><NewsLineText>(Photo)</NewsLineText></NewsLine>',
            [],
        ),
        ("<CopyrightLine>© 2026</CopyrightLine><KeywordLine>dam</KeywordLine>", []),
    ],
)
def test_news_lines_state_their_parts(lines: str, expected: list[tuple[str, str]]) -> None:
    found = document(item(component(content(f"<p>{LEAD}</p>"), lines=f"<NewsLines>{lines}</NewsLines>")))
    assert parts(found) == [*expected, BODY]


def test_a_dateline_that_the_copy_begins_with_is_told_once() -> None:
    lines = "<NewsLines><DateLine>Oslo, Feb 6</DateLine></NewsLines>"
    found = document(item(component(content(f"<p>OSLO, Feb 6 (AFP) - {LEAD}</p>"), lines=lines)))
    assert parts(found) == [("dateline", "OSLO, Feb 6 (AFP) -"), BODY]


def test_a_headline_that_nitf_repeats_is_told_once_and_one_that_it_alone_states_is_taken() -> None:
    nitf = (
        "<nitf><body><body.head><hedline><hl1>Dam breaks</hl1><hl2>Village flooded</hl2></hedline></body.head>"
        f"<body.content><p>{LEAD}</p></body.content></body></nitf>"
    )
    expected = [("headline", "Dam breaks"), ("subhead", "Village flooded"), BODY]
    assert parts(document(item(component(content(nitf), lines=HEADLINE)))) == expected
    assert parts(document(item(component(content(nitf))))) == expected


def test_components_with_a_role_are_parts_of_one_story() -> None:
    body = component(content(LEAD), role="Body")
    title = component(content("Dam breaks"), role="Title")
    lead = component(content("A flood took two houses in Norway."), role="Lead")
    inner = component(body, title, lead, role="TEXT", lines=HEADLINE)
    assert parts(document(item(component(inner)))) == [
        ("headline", "Dam breaks"),
        ("body", "A flood took two houses in Norway."),
        BODY,
    ]


def test_stories_with_headlines_of_their_own_are_documents_of_their_own() -> None:
    stories = [
        component(
            content(f"<p>{LEAD}</p>"), role="TEXT", lines=f"<NewsLines><HeadLine>Dam {number}</HeadLine></NewsLines>"
        )
        for number in (1, 2)
    ]
    found = documents(item(component(*stories, lines="<NewsLines><HeadLine>Today</HeadLine></NewsLines>")))
    assert [parts(each)[0] for each in found] == [("headline", "Dam 1"), ("headline", "Dam 2")]
    items = f"<NewsML>{''.join(f'<NewsItem>{component(story)}</NewsItem>' for story in stories)}</NewsML>"
    assert [parts(each)[0] for each in documents(items)] == [("headline", "Dam 1"), ("headline", "Dam 2")]


def test_equivalent_contents_are_read_once() -> None:
    both = content(f"<p>{LEAD}</p>") + content(LEAD)
    xml = item(component(both, lines=HEADLINE)).replace("<NewsComponent>", '<NewsComponent EquivalentsList="yes">')
    assert parts(document(xml)) == [("headline", "Dam breaks"), BODY]


PICTURE = component(
    component(content("<p>The dam on Friday.</p>"), role="Caption"),
    component('<ContentItem Href="dam.jpg"><MediaType FormalName="Photo"/></ContentItem>', role="HighDef"),
    role="Photo",
    lines="<NewsLines><HeadLine>Broken dam</HeadLine><ByLine>ANN LEE</ByLine></NewsLines>",
)


def test_a_picture_of_a_story_has_caption_and_credit() -> None:
    text = component(content(f"<p>{LEAD}</p>"), role="Main")
    assert parts(document(item(component(text, PICTURE, lines=HEADLINE)))) == [
        ("headline", "Dam breaks"),
        BODY,
        ("caption", "Broken dam"),
        ("caption", "The dam on Friday."),
        ("credit", "ANN LEE"),
    ]


def test_a_picture_alone_is_a_story_with_headline_and_caption() -> None:
    expected = [("headline", "Broken dam"), ("caption", "The dam on Friday."), ("credit", "ANN LEE")]
    assert parts(document(item(PICTURE))) == expected
    assert [parts(each) for each in documents(item(component(PICTURE, PICTURE)))] == [expected, expected]


@pytest.mark.parametrize(
    "xml",
    [
        item(),
        item(component(content(""))),
        item(component('<ContentItem Href="dam.jpg"><MediaType FormalName="Photo"/></ContentItem>')),
        item(
            component(
                '<ContentItem><Encoding Notation="Base64"><DataContent>QUJD</DataContent></Encoding></ContentItem>'
            )
        ),
    ],
)
def test_an_item_without_words_is_no_document(xml: str) -> None:
    assert documents(xml) == ()


def test_metadata() -> None:
    management = (
        "<Identification><NewsIdentifier><RevisionId>2</RevisionId></NewsIdentifier>"
        "<NameLabel>Norway-dam</NameLabel></Identification><NewsManagement>"
        "<ThisRevisionCreated>20260206T120000+0000</ThisRevisionCreated><Status FormalName='Embargoed'/>"
        "<StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>20260207T000100Z</DateAndTime>"
        "</StatusWillChange><Urgency FormalName='4'/><Instruction>Adds R&amp;D</Instruction></NewsManagement>"
    )
    facts = (
        "<DescriptiveMetadata><Language FormalName='EN'/><Property FormalName='Keyword' Value='dam'/>"
        "<Property FormalName='Keyword' Value='flood'/></DescriptiveMetadata>"
    )
    lines = "<NewsLines><ByLine>Ann Lee</ByLine></NewsLines>"
    found = document(item(component(facts, content(f"<p>{LEAD}</p>"), lines=lines), management=management))
    assert parts(found)[1] == ("editor-note", "Adds R&D")
    assert found.metadata == {
        "language": "en",
        "keywords": "dam, flood",
        "slug": "Norway-dam",
        "author": "Ann Lee",
        "date": "2026-02-06T12:00:00+0000",
        "version": "2",
        "urgency": "4",
        "embargo": "2026-02-07T00:01:00Z",
        "status": "embargoed",
    }


@pytest.mark.parametrize("name", ["afp", "afp20", "ana1"])
def test_real_stories_have_headline_and_copy(corpus: Path, name: str) -> None:
    path = corpus / "wire-superdesk-core" / f"{name}.xml"
    (found,) = read(decode(path.name, path.read_bytes()))
    assert (found.format, len(found.of_part("headline"))) == ("newsml", 1)
    assert found.of_part("body")


def test_real_alerts_are_one_sentence_and_the_desks_initials(corpus: Path) -> None:
    paths = sorted((corpus / "wire-afp-newsml12-ar").iterdir())
    found = [document for path in paths for document in read(decode(path.name, path.read_bytes()))]
    assert len(found) == len(paths)
    assert all(document.language == "ar" and document.of_part("body") for document in found)
    assert all(document.segments[-1].part == "sign-off" for document in found)


def test_an_instruction_above_several_stories_is_said_once() -> None:
    component = (
        "<NewsComponent><NewsLines><HeadLine>{0}</HeadLine></NewsLines>"
        "<ContentItem><DataContent>{0} again.</DataContent></ContentItem></NewsComponent>"
    )
    xml = (
        "<NewsML><NewsItem><NewsManagement><Instruction>Adds detail</Instruction></NewsManagement>"
        f"<NewsComponent>{component.format('Dam')}{component.format('Wall')}</NewsComponent></NewsItem></NewsML>"
    )
    found = read(decode("story.xml", xml.encode()))
    assert [[each.text for each in story.of_part("editor-note")] for story in found] == [["Adds detail"], []]


def test_what_stands_above_thousands_of_stories_is_read_once_and_shared() -> None:
    story = component(content(f"<p>{LEAD}</p>"), lines=HEADLINE)
    own = component(content(f"<p>{LEAD}</p>"), lines=HEADLINE.replace("</News", "<KeywordLine>own</KeywordLine></News"))
    facts = "<DescriptiveMetadata><Property FormalName='Keyword' Value='dam'/></DescriptiveMetadata>"
    first, second, third = documents(item(component(facts, story, story, own)))
    assert first.metadata["keywords"] == "dam"
    assert first.metadata["keywords"] is second.metadata["keywords"]
    assert third.metadata["keywords"] == "own"
