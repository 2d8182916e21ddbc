"""Argdown text as a document. What is wrong in it is told all at once, each mistake with its line and column."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, NoReturn

from argumap.errors import OtherTool
from argumap.formats._argdown.document import (
    ArgdownBlock,
    ArgdownDocument,
    ArgdownLine,
    ArgdownSection,
    Range,
    Ref,
    Relation,
    RelationKind,
    Sort,
    Wording,
)
from argumap.formats._argdown.tokens import TokenType, tokenize
from argumap.mapfile import read_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.formats._argdown.document import ArgdownElement
    from argumap.formats._argdown.tokens import Token
    from argumap.mapfile import YamlNode

# Written by hand, a debate of ten thousand claims takes a megabyte.
_LARGEST = 20_000_000
_SHOWN = 20
_RELATIONS = {
    "+": (RelationKind.SUPPORT, False),
    "<+": (RelationKind.SUPPORT, False),
    "+>": (RelationKind.SUPPORT, True),
    "-": (RelationKind.ATTACK, False),
    "<-": (RelationKind.ATTACK, False),
    "->": (RelationKind.ATTACK, True),
    "_": (RelationKind.UNDERCUT, False),
    "<_": (RelationKind.UNDERCUT, False),
    "_>": (RelationKind.UNDERCUT, True),
    "><": (RelationKind.CONTRADICTION, True),
}
_INLINE = frozenset(
    {
        TokenType.TEXT,
        TokenType.LINK,
        TokenType.TAG,
        TokenType.TYPE_START,
        TokenType.TYPE_END,
        TokenType.MENTIONED_STATEMENT,
        TokenType.MENTIONED_ARGUMENT,
        TokenType.NEWLINE,
    }
)
_MARKS = {"*": "italic words", "_": "italic words", "**": "bold words", "__": "bold words"}
_STATEMENT = frozenset({TokenType.DEFINED_STATEMENT, TokenType.NAMED_STATEMENT})
_ARGUMENT = frozenset({TokenType.DEFINED_ARGUMENT, TokenType.NAMED_ARGUMENT})
_HERE = {
    TokenType.EMPTY_LINE: "an empty line",
    TokenType.NEWLINE: "the end of the line",
    TokenType.END: "the end of the text",
    TokenType.RELATION: "a relation",
    TokenType.INDENT: "a relation",
    TokenType.DEDENT: "the end of the indented lines",
    TokenType.ITEM: "an item of a list",
    TokenType.NUMBER: "a numbered line",
    TokenType.HEADING: "a heading",
    TokenType.RULE_START: "a line between premises and conclusion",
    TokenType.DATA: "YAML data in braces",
    TokenType.FRONT_MATTER: "front matter",
    TokenType.DEFINED_STATEMENT: "the title of a statement",
    TokenType.NAMED_STATEMENT: "the title of a statement",
    TokenType.DEFINED_ARGUMENT: "the title of an argument",
    TokenType.NAMED_ARGUMENT: "the title of an argument",
}
_ESCAPE_HINT = "; a backslash before a sign makes it plain text"


class _Mistake(Exception):
    """What cannot be read, and where it stands."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


class _ArgdownParser:
    def __init__(self, text: str, starts: Iterable[int] = ()) -> None:
        self.text = text
        self.starts = deque(sorted(starts))
        found = tokenize(text)
        self.tokens = found.tokens
        self.n = 0
        self.document = ArgdownDocument()
        self.mistakes = [
            _Mistake("a backslash needs a character behind it; write two for one", at) for at in found.lone
        ]
        self.section = -1
        self.before: ArgdownElement | None = None
        self.lines = [0, *(n + 1 for n, char in enumerate(text) if char == "\n")]
        for comment in found.comments:
            why = "the rest of an address, which // makes a comment" if comment.cuts else "a comment"
            self.document.comments.append((why, f"line {self.place(comment.start)[0]}"))

    def place(self, at: int) -> tuple[int, int]:
        """ArgdownLine and column of a place in the text, from 1."""
        line = bisect_right(self.lines, at)
        return line, at - self.lines[line - 1] + 1

    # Tokens

    @property
    def next(self) -> Token:
        return self.tokens[self.n]

    def take(self, *kinds: TokenType) -> Token | None:
        """The next token, if it is one of ``kinds``."""
        token = self.tokens[self.n]
        if token.kind not in kinds:
            return None
        self.n += 1
        return token

    def fail(self, message: str, token: Token | None = None) -> NoReturn:
        raise _Mistake(message, (token or self.next).start)

    def here(self) -> str:
        return _HERE.get(self.next.kind, "text")

    # Blocks

    def parse(self) -> ArgdownDocument:
        while self.take(TokenType.NEWLINE, TokenType.EMPTY_LINE):
            pass
        if front := self.take(TokenType.FRONT_MATTER):
            try:
                self.document.front = self.read_yaml(front, front.value)
            except _Mistake as mistake:
                self.mistakes.append(mistake)
            self.document.front_end = front.end
            # Argdown asks for an empty line here, which its own pages lack.
            while self.take(TokenType.NEWLINE, TokenType.EMPTY_LINE):
                pass
        while self.next.kind is not TokenType.END:
            self.document.blocks.append(ArgdownBlock(self.next.start))
            while self.starts and self.starts[0] <= self.next.start:
                self.starts.popleft()
                self.section, self.before = -1, None
            try:
                self.before = self.block()
                if self.next.kind not in {TokenType.EMPTY_LINE, TokenType.END}:
                    self.fail(self.tell_excess())
            except _Mistake as mistake:
                self.mistakes.append(mistake)
                self.before = None
                while self.next.kind not in {TokenType.EMPTY_LINE, TokenType.END}:
                    self.n += 1
            self.document.blocks[-1].end = self.next.start
            self.take(TokenType.EMPTY_LINE)
        return self.document

    def tell(self, kind: RelationKind, source: Ref, target: Ref) -> None:
        """Note a relation for the document, and for the block in which it stands."""
        self.document.relate(kind, source, target)
        self.document.blocks[-1].relations[Relation(kind, source, target)] = None

    def tell_excess(self) -> str:
        kind = self.next.kind
        if kind in {TokenType.RELATION, TokenType.INDENT}:
            return "a relation must stand indented beneath a statement or an argument"
        if kind in {TokenType.RULE_START, TokenType.NUMBER}:
            return f"{self.here()} is out of place; an empty line must stand before the first premise"
        if kind in _STATEMENT | _ARGUMENT:
            return f"{self.here()} within a text; put an empty line before it, or @ to mention it{_ESCAPE_HINT}"
        if kind in _INLINE:
            return "text behind a title without a colon; write [title]: text"
        return f"{self.here()} is out of place here{_ESCAPE_HINT}"

    def block(self) -> ArgdownElement | None:
        """Read what stands between two empty lines; an argument is returned, for its lines may follow."""
        kind = self.next.kind
        if kind is TokenType.HEADING:
            self.heading()
        elif kind is TokenType.NUMBER:
            self.reconstruction()
        elif kind is TokenType.INDENT and self.tokens[self.n + 1].kind is TokenType.ITEM:
            self.list()
        else:
            element = self.element(in_section=True)
            self.relations(element)
            return element if element.ref.sort is Sort.ARGUMENT else None
        return None

    def heading(self) -> None:
        token = self.next
        self.n += 1
        wording = Wording(token.start)
        self.content(wording)
        self.data(wording)
        above = self.section
        level = len(token.value)
        while above >= 0 and self.document.sections[above].level >= level:
            above = self.document.sections[above].above
        self.document.sections.append(ArgdownSection(level, wording, above))
        self.section = len(self.document.sections) - 1

    def list(self) -> None:
        self.document.lists.append(f"line {self.place(self.next.start)[0]}")
        self.n += 1
        while self.take(TokenType.ITEM):
            self.relations(self.element())
        if not self.take(TokenType.DEDENT):
            self.fail(f"{self.here()} is no item of the list")

    # Statements and arguments

    def element(self, *, in_section: bool = False) -> ArgdownElement:
        """A statement or an argument with all its words; ``in_section`` where it stands beneath a heading."""
        token = self.next
        titled = token.kind in _STATEMENT | _ARGUMENT
        if not titled and (token.kind not in _INLINE or token.kind is TokenType.NEWLINE):
            self.fail(f"text or a title is missing before {self.here()}")
        self.n += titled
        sort = Sort.ARGUMENT if token.kind in _ARGUMENT else Sort.STATEMENT
        # What has no title gets its number here, as Argdown counts from the beginning of the text.
        element = self.document.make(sort, token.value if titled else "")
        wording = Wording(token.start, section=self.section, is_title=titled)
        if token.kind in {TokenType.NAMED_STATEMENT, TokenType.NAMED_ARGUMENT}:
            wording.is_reference = True
            while tag := self.take(TokenType.TAG):
                wording.ranges.append(Range("tag", 0, 0, tag.value))
            self.take(TokenType.NEWLINE)
        else:
            self.content(wording)
        self.data(wording)
        element.wordings.append(wording)
        self.document.blocks[-1].wordings.append((element.ref, wording))
        self.put_in_section(element, wording, is_listed=in_section and titled)
        return element

    def put_in_section(self, element: ArgdownElement, wording: Wording, *, is_listed: bool) -> None:
        inside = wording.data.get("isInGroup")
        if inside == "true" or (not wording.is_reference and inside is None and element.section < 0):
            element.section = self.section
        if is_listed and self.section >= 0 and element.ref.sort is Sort.STATEMENT:
            self.document.sections[self.section].listed.setdefault(element.ref.title)

    def content(self, wording: Wording) -> None:
        """The words of an element or a heading, up to where something else begins."""
        wording.start = wording.end = self.next.start
        marks: list[tuple[Token, int]] = []
        parts: list[str] = []
        length = 0

        def add(words: str) -> None:
            nonlocal length
            parts.append(words)
            length += len(words)

        first = self.n
        while self.next.kind in _INLINE:
            token = self.next
            self.n += 1
            start = length
            match token.kind:
                case TokenType.NEWLINE:
                    if parts and not parts[-1].endswith(" "):
                        add(" ")
                    continue
                case TokenType.TEXT:
                    add(token.value)
                case TokenType.TYPE_START:
                    marks.append((token, length))
                case TokenType.TYPE_END:
                    if not marks or marks[-1][0].value != token.value.strip():
                        self.fail(f"{_MARKS[token.value.strip()]} end that did not begin{_ESCAPE_HINT}", token)
                    wording.ranges.append(Range("type", marks.pop()[1], length))
                    add(token.value[len(token.value.strip()) :])
                case TokenType.LINK:
                    words, _, address = token.value.rstrip(" \t")[1:-1].rpartition("](")
                    add(words)
                    wording.ranges.append(Range("link", start, length, address))
                    add(token.value[len(token.value.rstrip(" \t")) :])
                case _:
                    add(self.text[token.start : token.end])
                    kind = "tag" if token.kind is TokenType.TAG else "mention"
                    wording.ranges.append(Range(kind, start, length, token.value))
            wording.end = token.end
        if marks:
            mark = marks[-1][0]
            self.fail(f"{_MARKS[mark.value]} without an end: {mark.value} is missing{_ESCAPE_HINT}", mark)
        if self.n == first:
            self.fail(f"text is missing before {self.here()}; without a colon a title refers to what has it")
        wording.text = "".join(parts)

    def data(self, wording: Wording) -> None:
        if token := self.take(TokenType.DATA):
            wording.data = self.read_yaml(token, _unfold(token.value))
            self.take(TokenType.NEWLINE)

    def read_yaml(self, token: Token, text: str) -> dict[str, YamlNode]:
        found = read_data(text)
        if not found and text.strip(" \t\n{}"):
            self.fail("this is no YAML mapping (key: value)", token)
        return found

    def relations(self, element: ArgdownElement) -> None:
        """What stands indented beneath an element, however deep that goes."""
        if not self.take(TokenType.INDENT):
            return
        open_ = [element.ref]
        while open_:
            if token := self.take(TokenType.RELATION):
                child = self.related(open_[-1], token)
                if self.take(TokenType.INDENT):
                    open_.append(child.ref)
            elif self.take(TokenType.DEDENT):
                open_.pop()
            else:
                self.fail(self.tell_excess())

    def related(self, parent: Ref, token: Token) -> ArgdownElement:
        if token.value == "><" and self.next.kind in _ARGUMENT:
            self.fail(">< contradicts a statement; an argument is attacked by ->")
        child = self.element()
        kind, outwards = _RELATIONS[token.value]
        source, target = (parent, child.ref) if outwards else (child.ref, parent)
        self.tell(kind, source, target)
        return child

    # Premises and conclusions

    def reconstruction(self) -> None:
        argument = self.before or self.document.make(Sort.ARGUMENT)
        if self.before:  # its title and its lines are one
            del self.document.blocks[-1]
        self.document.blocks[-1].argument = argument.ref.title
        if argument.lines:
            self.fail(f"{argument.ref} has its premises and conclusion already; give this one another title")
        if not argument.wordings:
            argument.wordings.append(Wording(self.next.start, is_reference=True))
        argument.section = self.section if self.section >= 0 else argument.section
        inferred: ArgdownLine | None = None
        while True:
            if not self.take(TokenType.NUMBER):
                break
            line = inferred or ArgdownLine("")
            if self.next.kind in _ARGUMENT:
                self.fail("a numbered line is a statement; refer to one by [title], not to an argument")
            statement = self.element()
            line.statement = statement.ref.title
            argument.lines.append(line)
            # An undercut beneath a conclusion is one of what leads to it.
            mark = len(self.document.relations)
            self.relations(statement)
            if inferred:
                self.redirect(statement.ref, Ref(Sort.INFERENCE, argument.ref.title, len(argument.lines)), mark)
            inferred = self.inference(argument) if self.next.kind is TokenType.RULE_START else None
            if inferred and self.next.kind is not TokenType.NUMBER:
                self.fail(f"a numbered conclusion is missing before {self.here()}")
        if not argument.lines[-1].is_conclusion:
            argument.lines.clear()
            self.fail(
                f"a line of two or more hyphens and a numbered conclusion are missing before {self.here()}; "
                "no empty line stands between them"
            )

    def redirect(self, statement: Ref, inference: Ref, since: int) -> None:
        relations = self.document.relations
        for relation in list(islice(reversed(relations), len(relations) - since)):
            if relation.kind is RelationKind.UNDERCUT and relation.target == statement:
                del relations[relation]
                self.document.blocks[-1].relations.pop(relation, None)
                self.tell(RelationKind.UNDERCUT, relation.source, inference)

    def inference(self, argument: ArgdownElement) -> ArgdownLine:
        """The line or lines between hyphens: rules, data, and what undercuts the inference."""
        start = self.next
        self.n += 1
        line = ArgdownLine("", is_conclusion=True)
        self.take(TokenType.NEWLINE)
        rules: list[str] = []
        while token := self.take(TokenType.TEXT):
            words = token.value
            while further := self.take(TokenType.TEXT):  # a comment stood between
                words += further.value
            rules.append(words)
            if not self.take(TokenType.COMMA):
                break
        line.rules = tuple(rules)
        self.take(TokenType.NEWLINE)
        if data := self.take(TokenType.DATA):
            line.data = self.read_yaml(data, _unfold(data.value))
            self.take(TokenType.NEWLINE)
        if not self.take(TokenType.RULE_END):
            self.fail("an inference ends with two hyphens: ---- or -- rule {key: value} --", start)
        if not self.take(TokenType.NEWLINE):
            self.fail("a new line must follow the hyphens")
        if self.take(TokenType.INDENT):
            here = Ref(Sort.INFERENCE, argument.ref.title, len(argument.lines) + 1)
            while token := self.take(TokenType.RELATION):
                if token.value not in {"_", "<_"}:
                    self.fail("an inference can only be undercut (<_)", token)
                child = self.element()
                self.relations(child)
                self.tell(RelationKind.UNDERCUT, child.ref, here)
            if not self.take(TokenType.DEDENT):
                self.fail(self.tell_excess())
        return line


def _unfold(value: str) -> str:
    """The YAML of data in braces, which is in block form where a new line follows the brace."""
    first, _, rest = value.partition("\n")
    return rest if "\n" in value and not first.strip(" \t") else f"{{{value}}}"


def parse(text: str, name: str, starts: Iterable[int] = ()) -> ArgdownDocument:
    """The document of a text with plain line ends. Raises `OtherTool` with all its mistakes.

    ``starts`` are the places where no heading and no argument from further up is meant any more.
    """
    if len(text) > _LARGEST:
        raise OtherTool(f"it has more than {_LARGEST // 10**6} million characters; divide it", name)
    parser = _ArgdownParser(text, starts)
    document = parser.parse()
    if parser.mistakes:
        raise _tell(parser, name)
    document.finish()
    return document


def _tell(parser: _ArgdownParser, name: str) -> OtherTool:
    found = sorted(parser.mistakes, key=lambda mistake: mistake.at)
    places = [parser.place(mistake.at) for mistake in found[:_SHOWN]]
    told = [f"line {line}, column {col}: {m.message}" for (line, col), m in zip(places, found, strict=False)]
    left = len(found) - len(told)
    rest = [f"{left} more"] if left else []
    return OtherTool("; also ".join([*told, *rest]), name, places[0][0])
