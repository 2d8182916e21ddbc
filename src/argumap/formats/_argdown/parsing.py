"""Argdown text as a document. What is wrong in it is told all at once, each mistake with its line and column."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING, NoReturn

from argumap.errors import OtherTool
from argumap.formats._argdown.document import Document, Line, Range, Ref, Relation, Section, Sort, Wording
from argumap.formats._argdown.tokens import Kind, tokenize
from argumap.mapfile import read_data

if TYPE_CHECKING:
    from argumap.formats._argdown.document import Element
    from argumap.formats._argdown.tokens import Token
    from argumap.mapfile import YamlNode

# Written by hand, a debate of ten thousand claims takes a megabyte.
_LARGEST = 20_000_000
_SHOWN = 20
_RELATIONS = {
    "+": (Relation.SUPPORT, False),
    "<+": (Relation.SUPPORT, False),
    "+>": (Relation.SUPPORT, True),
    "-": (Relation.ATTACK, False),
    "<-": (Relation.ATTACK, False),
    "->": (Relation.ATTACK, True),
    "_": (Relation.UNDERCUT, False),
    "<_": (Relation.UNDERCUT, False),
    "_>": (Relation.UNDERCUT, True),
    "><": (Relation.CONTRADICTION, True),
}
_INLINE = frozenset(
    {
        Kind.TEXT,
        Kind.LINK,
        Kind.TAG,
        Kind.MARK_START,
        Kind.MARK_END,
        Kind.MENTIONED_STATEMENT,
        Kind.MENTIONED_ARGUMENT,
        Kind.NEWLINE,
    }
)
_MARKS = {"*": "italic words", "_": "italic words", "**": "bold words", "__": "bold words"}
_STATEMENT = frozenset({Kind.DEFINED_STATEMENT, Kind.NAMED_STATEMENT})
_ARGUMENT = frozenset({Kind.DEFINED_ARGUMENT, Kind.NAMED_ARGUMENT})
_HERE = {
    Kind.EMPTY_LINE: "an empty line",
    Kind.END: "the end of the text",
    Kind.RELATION: "a relation",
    Kind.INDENT: "a relation",
    Kind.DEDENT: "the end of the indented lines",
    Kind.ITEM: "an item of a list",
    Kind.NUMBER: "a numbered line",
    Kind.HEADING: "a heading",
    Kind.RULE_START: "a line between premises and conclusion",
    Kind.DATA: "YAML data in braces",
    Kind.FRONT_MATTER: "front matter",
    Kind.DEFINED_STATEMENT: "the title of a statement",
    Kind.NAMED_STATEMENT: "the title of a statement",
    Kind.DEFINED_ARGUMENT: "the title of an argument",
    Kind.NAMED_ARGUMENT: "the title of an argument",
}
_ESCAPE_HINT = "; a backslash before a sign makes it plain text"


class _Mistake(Exception):
    """What cannot be read, and where it stands."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        found = tokenize(text)
        self.tokens = found.tokens
        self.n = 0
        self.document = Document()
        self.mistakes = [
            _Mistake("a backslash needs a character behind it; write two for one", at) for at in found.lone
        ]
        self.section = -1
        self.before: Element | None = None
        self.lines = [0, *(n + 1 for n, char in enumerate(text) if char == "\n")]
        for comment in found.comments:
            why = "the rest of an address, which // makes a comment" if comment.cuts else "a comment"
            self.document.comments.append((why, f"line {self.place(comment.start)[0]}"))

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of a place in the text, from 1."""
        line = bisect_right(self.lines, at)
        return line, at - self.lines[line - 1] + 1

    # Tokens

    @property
    def next(self) -> Token:
        return self.tokens[self.n]

    def take(self, *kinds: Kind) -> Token | None:
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

    def parse(self) -> Document:
        while self.take(Kind.NEWLINE, Kind.EMPTY_LINE):
            pass
        if front := self.take(Kind.FRONT_MATTER):
            try:
                self.document.front = self.read_yaml(front, front.value)
            except _Mistake as mistake:
                self.mistakes.append(mistake)
            while self.take(Kind.NEWLINE, Kind.EMPTY_LINE):  # Argdown asks for an empty line; its own pages lack it
                pass
        while self.next.kind is not Kind.END:
            try:
                self.before = self.block()
                if self.next.kind not in {Kind.EMPTY_LINE, Kind.END}:
                    self.fail(self.tell_excess())
            except _Mistake as mistake:
                self.mistakes.append(mistake)
                self.before = None
                while self.next.kind not in {Kind.EMPTY_LINE, Kind.END}:
                    self.n += 1
            self.take(Kind.EMPTY_LINE)
        return self.document

    def tell_excess(self) -> str:
        kind = self.next.kind
        if kind in {Kind.RELATION, Kind.INDENT}:
            return "a relation must stand indented beneath a statement or an argument"
        if kind in {Kind.RULE_START, Kind.NUMBER}:
            return f"{self.here()} is out of place; an empty line must stand before the first premise"
        if kind in _STATEMENT | _ARGUMENT:
            return (
                f"{self.here()} within a text; put an empty line before it, or @ to mention it{_ESCAPE_HINT}"
            )
        if kind in _INLINE:
            return "text behind a title without a colon; write [title]: text"
        return f"{self.here()} is out of place here{_ESCAPE_HINT}"

    def block(self) -> Element | None:
        kind = self.next.kind
        if kind is Kind.HEADING:
            return self.heading()
        if kind is Kind.NUMBER:
            return self.reconstruction()
        if kind is Kind.INDENT and self.tokens[self.n + 1].kind is Kind.ITEM:
            return self.list()
        element = self.element(in_section=True)
        self.relations(element)
        return element if element.ref.sort is Sort.ARGUMENT else None

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
        self.document.sections.append(Section(level, wording, above))
        self.section = len(self.document.sections) - 1

    def list(self) -> None:
        self.document.lists.append(f"line {self.place(self.next.start)[0]}")
        self.n += 1
        while self.take(Kind.ITEM):
            self.relations(self.element())
        if not self.take(Kind.DEDENT):
            self.fail(f"{self.here()} is no item of the list")

    # Statements and arguments

    def element(self, *, in_section: bool = False, number: Token | None = None) -> Element:
        """A statement or an argument with all its words."""
        token = self.next
        kind = token.kind
        if kind not in _INLINE | _STATEMENT | _ARGUMENT or kind is Kind.NEWLINE:
            self.fail(f"text or a title is missing before {self.here()}")
        if number is not None and kind in _ARGUMENT:
            self.fail("a numbered line is a statement; refer to one by [title], not to an argument")
        wording = Wording(token.start, section=self.section, is_title=kind not in _INLINE)
        if wording.is_title:
            self.n += 1
        sort = Sort.ARGUMENT if kind in _ARGUMENT else Sort.STATEMENT
        # Argdown numbers what has no title from the beginning of the text.
        element = self.document.make(sort, token.value if wording.is_title else "")
        if kind in {Kind.NAMED_STATEMENT, Kind.NAMED_ARGUMENT}:
            wording.is_reference = True
            while tag := self.take(Kind.TAG):
                wording.ranges.append(Range("tag", 0, 0, tag.value))
            self.take(Kind.NEWLINE)
        else:
            self.content(wording)
        self.data(wording)
        element.wordings.append(wording)
        inside = wording.data.get("isInGroup")
        if inside == "true" or (not wording.is_reference and inside is None and element.section < 0):
            element.section = self.section
        if in_section and self.section >= 0 and sort is Sort.STATEMENT and wording.is_title:
            self.document.sections[self.section].listed.append(element.ref.title)
        return element

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
                case Kind.NEWLINE:
                    if parts and not parts[-1].endswith(" "):
                        add(" ")
                    continue
                case Kind.TEXT:
                    add(token.value)
                case Kind.MARK_START:
                    marks.append((token, length))
                case Kind.MARK_END:
                    if not marks or marks[-1][0].value != token.value.strip():
                        self.fail(f"{_MARKS[token.value.strip()]} end that did not begin{_ESCAPE_HINT}", token)
                    wording.ranges.append(Range("type", marks.pop()[1], length))
                    add(token.value[len(token.value.strip()) :])
                case Kind.LINK:
                    words, _, address = token.value.rstrip(" \t")[1:-1].rpartition("](")
                    add(words)
                    wording.ranges.append(Range("link", start, length, address))
                    add(token.value[len(token.value.rstrip(" \t")) :])
                case _:
                    add(self.text[token.start : token.end])
                    kind = "tag" if token.kind is Kind.TAG else "mention"
                    wording.ranges.append(Range(kind, start, length, token.value))
            wording.end = token.end
        if marks:
            mark = marks[-1][0]
            self.fail(f"{_MARKS[mark.value]} without an end: {mark.value} is missing{_ESCAPE_HINT}", mark)
        if self.n == first:
            self.fail(f"text is missing before {self.here()}; without a colon a title refers to what has it")
        wording.text = "".join(parts)

    def data(self, wording: Wording) -> None:
        if token := self.take(Kind.DATA):
            wording.data = self.read_yaml(token, _unfold(token.value))
            self.take(Kind.NEWLINE)

    def read_yaml(self, token: Token, text: str) -> dict[str, YamlNode]:
        found = read_data(text)
        if not found and text.strip(" \t\n{}"):
            self.fail("this is no YAML mapping (key: value)", token)
        return found

    def relations(self, element: Element) -> None:
        """What stands indented beneath an element, however deep that goes."""
        if not self.take(Kind.INDENT):
            return
        open_ = [element.ref]
        while open_:
            if token := self.take(Kind.RELATION):
                child = self.related(open_[-1], token)
                if self.take(Kind.INDENT):
                    open_.append(child.ref)
            elif self.take(Kind.DEDENT):
                open_.pop()
            else:
                self.fail(self.tell_excess())

    def related(self, parent: Ref, token: Token) -> Element:
        if token.value == "><" and self.next.kind in _ARGUMENT:
            self.fail(">< contradicts a statement; an argument is attacked by ->")
        child = self.element()
        kind, outwards = _RELATIONS[token.value]
        source, target = (parent, child.ref) if outwards else (child.ref, parent)
        self.document.relate(kind, source, target)
        return child

    # Premises and conclusions

    def reconstruction(self) -> None:
        argument = self.before or self.document.make(Sort.ARGUMENT)
        if argument.lines:
            self.fail(f"{argument.ref} has its premises and conclusion already; give this one another title")
        if not argument.wordings:
            argument.wordings.append(Wording(self.next.start, is_reference=True))
        argument.section = self.section if self.section >= 0 else argument.section
        inferred: Line | None = None
        while True:
            number = self.take(Kind.NUMBER)
            if number is None:
                break
            line = inferred or Line("")
            statement = self.element(number=number)
            line.statement = statement.ref.title
            argument.lines.append(line)
            # An undercut beneath a conclusion is one of what leads to it.
            mark = len(self.document.relations)
            self.relations(statement)
            if inferred:
                self.redirect(statement.ref, Ref(Sort.INFERENCE, argument.ref.title, len(argument.lines)), mark)
            inferred = self.inference(argument) if self.next.kind is Kind.RULE_START else None
            if inferred and self.next.kind is not Kind.NUMBER:
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
            if relation.kind is Relation.UNDERCUT and relation.target == statement:
                del relations[relation]
                self.document.relate(Relation.UNDERCUT, relation.source, inference)

    def inference(self, argument: Element) -> Line:
        """The line or lines between hyphens: rules, data, and what undercuts the inference."""
        start = self.next
        self.n += 1
        line = Line("", is_conclusion=True)
        self.take(Kind.NEWLINE)
        rules: list[str] = []
        while token := self.take(Kind.TEXT):
            words = token.value
            while further := self.take(Kind.TEXT):  # a comment stood between
                words += further.value
            rules.append(words)
            if not self.take(Kind.COMMA):
                break
        line.rules = tuple(rules)
        self.take(Kind.NEWLINE)
        if data := self.take(Kind.DATA):
            line.data = self.read_yaml(data, _unfold(data.value))
            self.take(Kind.NEWLINE)
        if not self.take(Kind.RULE_END):
            self.fail("an inference ends with two hyphens: ---- or -- rule {key: value} --", start)
        if not self.take(Kind.NEWLINE):
            self.fail("a new line must follow the hyphens")
        if self.take(Kind.INDENT):
            here = Ref(Sort.INFERENCE, argument.ref.title, len(argument.lines) + 1)
            while token := self.take(Kind.RELATION):
                if token.value not in {"_", "<_"}:
                    self.fail("an inference can only be undercut (<_)", token)
                child = self.element()
                self.relations(child)
                self.document.relate(Relation.UNDERCUT, child.ref, here)
            if not self.take(Kind.DEDENT):
                self.fail(self.tell_excess())
        return line


def _unfold(value: str) -> str:
    """The YAML of data in braces, which is in block form where a new line follows the brace."""
    first, _, rest = value.partition("\n")
    return rest if "\n" in value and not first.strip(" \t") else f"{{{value}}}"


def parse(text: str, name: str) -> Document:
    """The document of a text with plain line ends. Raises `OtherTool` with all its mistakes."""
    if len(text) > _LARGEST:
        raise OtherTool(f"it has more than {_LARGEST // 10**6} million characters; divide it", name)
    parser = _Parser(text)
    document = parser.parse()
    if parser.mistakes:
        raise _tell(parser, name)
    document.finish()
    return document


def _tell(parser: _Parser, name: str) -> OtherTool:
    found = sorted(parser.mistakes, key=lambda mistake: mistake.at)
    places = [parser.place(mistake.at) for mistake in found[:_SHOWN]]
    told = [f"line {line}, column {col}: {m.message}" for (line, col), m in zip(places, found, strict=False)]
    left = len(found) - len(told)
    rest = [f"and {left} more"] if left else []
    return OtherTool("\n".join([*told, *rest]), name, places[0][0])
