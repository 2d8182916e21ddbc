"""The text of a new map: short, commented, and a map that builds as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.mapfile.yaml_scalars import prose, scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD = """\
# yaml-language-server: $schema={schema}
# A map of an argument. Write one block a claim, from the top of the article to its end; the views draw the tree.
# `argumap check {place}` tells what is wrong and where; `argumap build {place}` writes the pages.
# It may go on in other files of this folder, each with this for its first line:
# yaml-language-server: $schema={part_schema}
argumap: 1
title: {title}
"""

_SOURCE = """
sources:
  article:
    title: {title}
    author: {author}
"""

_SECTIONS = """
# The article's sections, by locator. Where its author only lays out a side's case, add `voice: presents`.
sections:
"""

_BODY = """
# What is under debate.
issues:
  question:
    question: "What should be done?"

# Who speaks, and who has a stake without speaking.
stakeholders:
  {author}:
    name: {author_name}
    type: person

claims:
  # A claim that answers the issue is a position.
  do-it:
    title: "Do it"
    text: "It should be done."
    type: policy
    answers: question{at_first}

  # `supports` and `attacks` name what a claim bears on. `at` says where the article makes it
  # (`argumap source show` prints the locators), `said` who makes it; without `said` it is the author's own.
  it-helps:
    title: "It helps"
    text: "Doing it helps those it is meant for."
    type: prediction{at_second}
    said: {{by: {author}, act: argues}}
    supports: do-it

  it-costs:
    title: "It costs too much"
    text: "Doing it costs more than it brings."
    type: prediction{at_third}
    said: {{by: {author}, act: presents}}
    attacks: do-it

# Reasons that only work together are the premises of one argument:
# arguments:
#   both-together:
#     premises: [it-helps, it-costs]
#     supports: do-it
"""


def build_starter(
    title: str,
    place: str,
    schema: str,
    sections: Mapping[str, str] | None = None,
    sentences: tuple[str, ...] = (),
    *,
    author: tuple[str, str] = ("author", "The author"),
    file: str | None = None,
) -> str:
    """A new map as YAML text.

    ``place`` is how the commands in its comments name it, ``schema`` the path or address of the JSON Schema.
    ``sections`` are the headings of its article by locator, ``sentences`` locators to begin with, ``author`` the
    id and name of who wrote it, ``file`` the path of its text.
    """
    first, second, third = (f"\n    at: {locator}" if locator else "" for locator in (*sentences, "", "", "")[:3])
    parts = [
        _HEAD.format(
            schema=schema,
            part_schema=schema.replace("map.schema", "part.schema"),
            place=place,
            title=_on_one_line(title),
        )
    ]
    if sections is not None:
        parts.append(_SOURCE.format(title=_on_one_line(title), author=author[0]))
        if file is not None:
            parts.append(f"    file: {scalar(file)}\n")
    if sections:
        parts.append(_SECTIONS)
        parts.extend(f"  {at}: {{title: {_on_one_line(heading)}}}\n" for at, heading in sections.items())
    parts.append(
        _BODY.format(
            at_first=first, at_second=second, at_third=third, author=author[0], author_name=_on_one_line(author[1])
        )
    )
    return "".join(parts)


def _on_one_line(text: str) -> str:
    return prose(" ".join(text.split()))
