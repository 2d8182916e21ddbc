"""Texts that try to come alive on a page, and a map that has them in every field that holds text."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from argumap.model import (
    Acceptance,
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Concept,
    Concern,
    Effect,
    Issue,
    Origin,
    Passage,
    Quote,
    Section,
    Source,
    Stakeholder,
    Stop,
)
from maps import HOSTILE_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

_RUN = "window.__pwn=1"
_ELEMENTS = (
    f"<script>{_RUN}</script>",
    f"</script><script>{_RUN}</script>",
    f"</SCRIPT ><ScRiPt>{_RUN}</sCrIpT>",
    f"<!--<script>{_RUN}</script>-->",
    f"--><script>{_RUN}</script><!--",
    f"</style><script>{_RUN}</script>",
    f"</title><script>{_RUN}</script>",
    f"</textarea><script>{_RUN}</script>",
    f"</noscript><script>{_RUN}</script>",
    f"]]><script>{_RUN}</script>",
    f"<scr<script>ipt>{_RUN}</script>",
    f"<script src=data:,{_RUN}></script>",
    f"<img src=x onerror={_RUN}>",
    f"<img src=x onerror={_RUN}//",
    f"<img/src=x/onerror={_RUN}>",
    f"<svg onload={_RUN}>",
    f"<svg><script>{_RUN}</script></svg>",
    f"<svg><animate onbegin={_RUN} attributeName=x>",
    f"<svg><a xlink:href=javascript:{_RUN}><text>x</text></a></svg>",
    f"<math><mi xlink:href=javascript:{_RUN}>x</mi></math>",
    f"<body onload={_RUN}>",
    f"<details open ontoggle={_RUN}>",
    f"<input autofocus onfocus={_RUN}>",
    f"<video><source onerror={_RUN}></video>",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'></iframe>",
    f"<iframe src=javascript:parent.{_RUN}></iframe>",
    f"<object data=javascript:{_RUN}></object>",
    f"<embed src=javascript:{_RUN}>",
    f"<form action=javascript:{_RUN}><button autofocus>x</button></form>",
    f"<meta http-equiv=refresh content='0;url=javascript:{_RUN}'>",
    "<base href=https://example.invalid/>",
    "<link rel=stylesheet href=https://example.invalid/x.css>",
    "<style>*{display:none}</style>",
    "<plaintext>",
    f"<template><script>{_RUN}</script></template>",
    f"<a href=javascript:{_RUN} autofocus>href</a>",
    f"<x onclick={_RUN} tabindex=1 id=main>",
    "<input name=getElementById id=payload>",
)
_ATTRIBUTES = (
    f'"><script>{_RUN}</script>',
    f"'><script>{_RUN}</script>",
    f'" autofocus onfocus="{_RUN}',
    f"' autofocus onfocus='{_RUN}",
    f"x onmouseover={_RUN} ",
    f"` onload=`{_RUN}",
    f'" style="background:url(javascript:{_RUN})',
    "red;background:url(https://example.invalid/x)",
)
_ADDRESSES = (
    f"javascript:{_RUN}",
    f"JaVaScRiPt:{_RUN}",
    f" javascript:{_RUN}",
    f"java\tscript:{_RUN}",
    f"data:text/html,<script>{_RUN}</script>",
    f"vbscript:{_RUN}",
    "//example.invalid/x",
)
_LANGUAGES = (
    "{{ 7*7 }}{% raw %}{{ self.__init__.__globals__ }}",
    f"${{{_RUN}}}` + {_RUN} + `",
    f'";{_RUN};//',
    f"';{_RUN};//",
    f"\\u003cscript\\u003e{_RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{_RUN}&lt;/script&gt;",
    f"&#60;script&#62;{_RUN}&#60;/script&#62;",
    "%3Cscript%3E",
    '{"__proto__":{"polluted":1}}',
    "__proto__",
    "constructor",
    "]]>",
    "\u2028\u2029\ufeff\u202egnp.exe",
    "\x00\x0b\ud800 \ufffe --> &",
)
PAYLOADS = (HOSTILE_TEXT, *_ELEMENTS, *_ATTRIBUTES, *_ADDRESSES, *_LANGUAGES)


def hostile(text: str) -> ArgumentMap:
    """A map with ``text`` in every field that holds text, ids included."""

    def record_id(name: str) -> str:
        return f"{name}{text}"

    drawn = _draw(text, record_id)
    # Any: records of seven classes under the names of as many fields.
    marked: dict[str, Any] = {
        plural: tuple(replace(record, origin=Origin(text, text, text, text), unseen=text) for record in records)
        for plural in ("sources", "issues", "claims", "arguments", "stakeholders", "attributions", "concepts")
        if (records := getattr(drawn, plural))
    }
    marked["sources"] = tuple(replace(source, language=text) for source in marked["sources"])
    return replace(drawn, **marked)


def _draw(text: str, record_id: Callable[[str], str]) -> ArgumentMap:
    passage = (Passage(record_id("source"), "s1.p1.s1", Quote(text, text, text)),)
    return ArgumentMap(
        title=text,
        language=text,
        tour=(Stop(record_id("claim"), text),),
        accepted=(Acceptance("AM313", record_id("issue"), text),),
        origin=Origin(text, text, text, text),
        unseen=text,
        sources=(
            Source(
                record_id("source"),
                text,
                record_id("speaker"),
                text,
                text,
                text,
                ("s1.p1.s2",),
                authors=text,
                publisher=text,
                doi=text,
            ),
        ),
        sections=(Section(record_id("source"), "s1", text, Act.PRESENTS),),
        issues=(
            Issue(record_id("issue"), text, at=passage, tags=(text,)),
            Issue(record_id("criterion"), text, (record_id("concept"), record_id("other"))),
        ),
        claims=(
            Claim(
                record_id("claim"),
                text,
                text,
                answers=(record_id("issue"),),
                concerns=(Concern(record_id("silent"), Effect.HARMS),),
                date=text,
                tags=(text,),
                at=passage,
                also=(text,),
            ),
            Claim(
                record_id("reason"),
                text,
                rephrases=(record_id("claim"),),
                contradicts=(record_id("untied"),),
                at=passage,
            ),
            Claim(
                record_id("untied"), text, text, answers=(record_id("criterion"),), about=(record_id("concept"),)
            ),
        ),
        arguments=(
            Argument(record_id("step"), (record_id("reason"),), Bearing.ATTACKS, record_id("claim"), text, text),
            Argument(
                record_id("undercut"),
                (record_id("reason"), record_id("untied")),
                Bearing.UNDERCUTS,
                record_id("step"),
                at=passage,
            ),
        ),
        stakeholders=(
            Stakeholder(
                record_id("speaker"),
                text,
                role=text,
                affiliation=(record_id("silent"),),
                interests=(text,),
                aliases=(text,),
                same_as=text,
            ),
            Stakeholder(record_id("silent"), text, interests=(text,)),
            Stakeholder(record_id("idle"), text),
        ),
        attributions=(
            Attribution(
                record_id("speaker"),
                Act.ARGUES,
                record_id("claim"),
                (record_id("silent"),),
                True,
                text,
                passage,
                text,
            ),
            Attribution(record_id("speaker"), Act.PRESENTS, record_id("step"), cue=text),
        ),
        concepts=(
            Concept(record_id("concept"), text, text, same_as=text, at=passage),
            Concept(record_id("other"), text),
        ),
    )


def together(texts: tuple[str, ...]) -> ArgumentMap:
    """One map with a debate for each text, so that a page is opened once for all of them."""
    maps = [hostile(text) for text in texts]
    return ArgumentMap(
        title=" ".join(texts),
        language=" ".join(texts),
        origin=maps[0].origin,
        unseen=" ".join(texts),
        tour=tuple(chain.from_iterable(m.tour for m in maps)),
        accepted=tuple(chain.from_iterable(m.accepted for m in maps)),
        sources=tuple(chain.from_iterable(m.sources for m in maps)),
        sections=tuple(chain.from_iterable(m.sections for m in maps)),
        issues=tuple(chain.from_iterable(m.issues for m in maps)),
        claims=tuple(chain.from_iterable(m.claims for m in maps)),
        arguments=tuple(chain.from_iterable(m.arguments for m in maps)),
        stakeholders=tuple(chain.from_iterable(m.stakeholders for m in maps)),
        attributions=tuple(chain.from_iterable(m.attributions for m in maps)),
        concepts=tuple(chain.from_iterable(m.concepts for m in maps)),
    )
