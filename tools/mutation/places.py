"""The places of a module that can be changed so that somebody should notice, and each change as a splice."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

EMPTY: Mapping[str, tuple[str, ...]] = {}
_Node: TypeAlias = "ast.expr | ast.stmt | ast.keyword"
_COMPARISONS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: (r"<", "<="),
    ast.LtE: (r"<=", "<"),
    ast.Gt: (r">", ">="),
    ast.GtE: (r">=", ">"),
    ast.Eq: (r"==", "!="),
    ast.NotEq: (r"!=", "=="),
    ast.Is: (r"\bis\b", "is not"),
    ast.IsNot: (r"\bis\s+not\b", "is"),
    ast.In: (r"\bin\b", "not in"),
    ast.NotIn: (r"\bnot\s+in\b", "in"),
}
_ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: (r"\+", "-"),
    ast.Sub: (r"-", "+"),
    ast.Mult: (r"\*", "+"),
    ast.Div: (r"/", "*"),
    ast.FloorDiv: (r"//", "*"),
    ast.Mod: (r"%", "*"),
    ast.Pow: (r"\*\*", "*"),
    ast.BitOr: (r"\|", "&"),
    ast.BitAnd: (r"&", "|"),
}
_OTHER_CALL = {
    "any": "all",
    "all": "any",
    "min": "max",
    "max": "min",
    "startswith": "endswith",
    "endswith": "startswith",
}
_ORDERING = {"sorted", "reversed"}
_TRIMMING = {"strip", "lstrip", "rstrip", "lower", "upper", "casefold"}
_NOT_DROPPED = {"strict", "encoding", "maxsize"}  # says what is so anyway, or what only another system sees
_SILENT_CALLS = {"cast", "TypeVar", "NewType", "print"}
_EMPTY = {
    "str": '""',
    "int": "0",
    "float": "0.0",
    "tuple": "()",
    "list": "[]",
    "dict": "{}",
    "Mapping": "{}",
    "set": "set()",
    "frozenset": "frozenset()",
    "Iterator": "iter(())",
    "Iterable": "()",
    "Sequence": "()",
    "Collection": "()",
}


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """``new`` instead of ``old`` at one place of a module; ``start`` counts bytes of the module as UTF-8."""

    file: str
    line: int
    start: int
    old: str
    new: str
    lines: tuple[int, int]
    """First and last line of the statement around the place: what covers these may notice."""
    text: str
    """The line as it stands in the file, trimmed: names the place while lines above come and go."""

    def apply(self, source: str) -> str:
        data, old = source.encode(), self.old.encode()
        if data[self.start : self.start + len(old)] != old:
            raise ValueError(f"{self.file}:{self.line} no longer holds {self.old!r}")
        return (data[: self.start] + self.new.encode() + data[self.start + len(old) :]).decode()

    def __str__(self) -> str:
        old, new = (" ".join(text.split()) or "(nothing)" for text in (self.old, self.new))
        return f"{self.file}:{self.line}  {_cut(old)} → {_cut(new)}"


def find_mutants(source: str, file: str, signatures: Mapping[str, tuple[str, ...]] = EMPTY) -> list[Mutant]:
    """Every change of ``source``, in the order of the text; ``alters`` tells which of them parse.

    Two arguments are swapped where ``signatures`` says that their parameters are of one type: any other
    swap is noticed by the type checker before a test has to.
    """
    finder = _Finder(source, file, signatures)
    finder.visit(ast.parse(source))
    return sorted(set(finder.found))


def alters(mutant: Mutant, source: str) -> bool:
    """Whether the changed module parses and means something else."""
    try:
        return ast.dump(ast.parse(mutant.apply(source))) != ast.dump(ast.parse(source))
    except SyntaxError:
        return False


def find_signatures(sources: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The types of the positional parameters by name of function or class; names with two meanings left out."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                parameters = [each for each in node.args.args if each.arg not in {"self", "cls"}]
                types = tuple(ast.unparse(each.annotation) if each.annotation else "" for each in parameters)
                found.setdefault(node.name, set()).add(types)
            elif isinstance(node, ast.ClassDef):
                fields = [each for each in node.body if isinstance(each, ast.AnnAssign)]
                found.setdefault(node.name, set()).add(tuple(ast.unparse(each.annotation) for each in fields))
    return {name: types.pop() for name, types in found.items() if len(types) == 1}


def _cut(text: str, most: int = 70) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


class _Finder(ast.NodeVisitor):
    """Walks a module and leaves out what no behaviour depends on: annotations, docstrings, messages."""

    def __init__(self, source: str, file: str, signatures: Mapping[str, tuple[str, ...]]) -> None:
        self.found: list[Mutant] = []
        self._signatures = signatures
        self._file = file
        self._data = source.encode()
        self._lines = source.split("\n")
        self._starts = [0]
        for line in self._data.split(b"\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._around = (1, 1)
        self._returns: list[str | None] = []
        self._compared = False

    # --- splices ------------------------------------------------------------------------------------------

    def _span(self, node: _Node) -> tuple[int, int]:
        last, end = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        return self._starts[node.lineno - 1] + node.col_offset, self._starts[last - 1] + end

    def _text(self, node: _Node) -> str:
        start, end = self._span(node)
        return self._data[start:end].decode()

    def _splice(self, start: int, end: int, new: str) -> None:
        line = self._data.count(b"\n", 0, start) + 1
        old = self._data[start:end].decode()
        text = self._lines[line - 1].strip()
        self.found.append(Mutant(self._file, line, start, old, new, self._around, text))

    def _replace(self, node: _Node, new: str) -> None:
        self._splice(*self._span(node), new)

    def _between(self, left: _Node, right: _Node, pattern: str, new: str) -> None:
        """Replace the operator between two operands, whatever parentheses stand beside it."""
        start, end = self._span(left)[1], self._span(right)[0]
        gap = re.sub(r"#[^\n]*", lambda comment: " " * len(comment[0].encode()), self._data[start:end].decode())
        if found := re.search(pattern, gap):
            before = len(gap[: found.start()].encode())
            self._splice(start + before, start + before + len(found[0].encode()), new)

    # --- where to walk ------------------------------------------------------------------------------------

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.stmt):
            outer, self._around = self._around, _header(node)
            self._statement(node)
            super().visit(node)
            self._around = outer
        else:
            super().visit(node)

    def _body(self, statements: list[ast.stmt]) -> None:
        for statement in statements:
            if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
                self.visit(statement)

    def visit_Module(self, node: ast.Module) -> None:
        self._body(node.body)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if not any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases):
            self._body(node.body)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if any(isinstance(each, ast.Name) and each.id == "overload" for each in node.decorator_list):
            return
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(default)
        self._returns.append(self._empty(node.returns))
        self._body(node.body)
        self._returns.pop()

    def _empty(self, annotation: ast.expr | None) -> str | None:
        """The quietest wrong answer of a function: an empty one, or "not" for one that says yes or no."""
        if annotation is None:
            return None
        name = self._text(annotation).strip("\"'")
        if name == "bool":
            return "not"
        return "None" if name.endswith("| None") else _EMPTY.get(name.partition("[")[0])

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets):
            self.generic_visit(node)

    def visit_Assert(self, node: ast.Assert) -> None:
        """Not walked: an assertion states what is so anyway."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Not walked: its parts have no place of their own before Python 3.12."""

    def visit_Raise(self, node: ast.Raise) -> None:
        """Not walked: what is raised is mostly a message."""

    # --- what to change -----------------------------------------------------------------------------------

    def _statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
                self._replace(node, "yield from ()")
            case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Delete() | ast.Raise():
                self._replace(node, "pass")
            case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
                self._replace(node, "pass")
            case ast.Continue() | ast.Break():
                self._replace(node, "pass")
            case _:
                pass

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and self._returns:
            empty = self._returns[-1]
            if empty == "not" and not _negates(node.value):
                self._replace(node.value, f"not ({self._text(node.value)})")
            elif empty and empty != "not" and self._text(node.value) != empty:
                self._replace(node.value, empty)
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            self._body(node.orelse)
            return
        self._condition(node.test)
        if not node.orelse and not _binds(node.test):
            self._replace(node.test, "False")
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        self._condition(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._condition(node.test)
        self.generic_visit(node)

    def _condition(self, test: ast.expr) -> None:
        if not isinstance(test, ast.Compare | ast.Constant) and not _negates(test):
            self._replace(test, f"not ({self._text(test)})")

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for condition in node.ifs:
            if not _binds(condition):
                self._replace(condition, "True")
        self.generic_visit(node)

    def visit_match_case(self, node: ast.match_case) -> None:
        if node.guard is not None:
            if not _binds(node.guard):
                self._replace(node.guard, "True")
            self.visit(node.guard)
        self._body(node.body)

    def visit_Compare(self, node: ast.Compare) -> None:
        operands = [node.left, *node.comparators]
        for operator, (left, right) in zip(node.ops, pairwise(operands), strict=True):
            self._between(left, right, *_COMPARISONS[type(operator)])
        outer, self._compared = self._compared, True
        for operand in operands:
            self.visit(operand)
        self._compared = outer

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        both = isinstance(node.op, ast.And)
        for left, right in pairwise(node.values):
            if not _binds(left):
                self._between(left, right, r"\band\b" if both else r"\bor\b", "or" if both else "and")
        for value in node.values:
            if not _binds(value):
                self._replace(value, str(both))
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        texts = any(
            isinstance(side, ast.JoinedStr | ast.Constant) and _is_text(side) for side in (node.left, node.right)
        )
        if not texts and type(node.op) in _ARITHMETIC and self._returns:
            self._between(node.left, node.right, *_ARITHMETIC[type(node.op)])
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        start = self._span(node)[0]
        if isinstance(node.op, ast.Not):
            self._splice(start, start + len("not"), "")
        elif isinstance(node.op, ast.USub):
            self._splice(start, start + 1, "")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        match node.value:
            case bool(value):
                self._replace(node, str(not value))
            case int(value):
                self._replace(node, str(value + 1))
            case float(value):
                self._replace(node, repr(value * 1.5 or 1.0))
            case str(value) if self._compared and value:
                self._replace(node, repr(f"{value}~"))
            case _:
                pass

    def visit_Subscript(self, node: ast.Subscript) -> None:
        outer, self._compared = self._compared, False
        self.generic_visit(node)
        self._compared = outer

    def visit_Slice(self, node: ast.Slice) -> None:
        for bound in (node.lower, node.upper):
            if bound is not None:
                self._replace(bound, "")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node.func)
        if name in _SILENT_CALLS:
            return
        self._renamed(node, name)
        self._dropped(node, name)
        types = self._signatures.get(name, ())
        for (left, right), (one, other) in zip(pairwise(node.args), pairwise(types), strict=False):
            if one == other:
                self._swapped(left, right)
        outer, self._compared = self._compared, False
        self.generic_visit(node)
        self._compared = outer

    def _renamed(self, node: ast.Call, name: str) -> None:
        start, end = self._span(node.func)
        if name in _OTHER_CALL:
            self._splice(end - len(name), end, _OTHER_CALL[name])
        if name in _ORDERING and isinstance(node.func, ast.Name) and node.args:
            self._replace(node, f"list({self._text(node.args[0])})")
        if name in _TRIMMING and isinstance(node.func, ast.Attribute) and not node.args:
            self._splice(start, self._span(node)[1], self._text(node.func.value))

    def _dropped(self, node: ast.Call, name: str) -> None:
        """Leave out one keyword; what has no default of its own will complain by itself."""
        parts: list[ast.expr | ast.keyword] = [*node.args, *node.keywords]
        if name == "replace":
            return
        for before, keyword in pairwise(parts):
            if isinstance(keyword, ast.keyword) and keyword.arg and keyword.arg not in _NOT_DROPPED:
                self._splice(self._closed(before), self._closed(keyword), "")

    def _closed(self, node: _Node) -> int:
        """Where an argument ends, the parentheses around it included."""
        start, end = self._span(node)
        value = node.value if isinstance(node, ast.keyword) else node
        inner = self._data[start : self._span(value)[0]]
        while self._data[end : end + 1] == b")" and inner.count(b"(") > 0:
            end, inner = end + 1, inner.replace(b"(", b"", 1)
        return end

    def _swapped(self, left: ast.expr, right: ast.expr) -> None:
        if isinstance(left, ast.Starred) or isinstance(right, ast.Starred) or _binds(left) or _binds(right):
            return
        (start, middle), (again, end) = self._span(left), self._span(right)
        gap = self._data[middle:again].decode()
        if gap.strip() == "," and self._text(left) != self._text(right):
            self._splice(start, end, f"{self._text(right)}{gap}{self._text(left)}")


def _header(node: ast.stmt) -> tuple[int, int]:
    """The lines of a statement without the statements in it."""
    inner = [each.lineno for each in ast.walk(node) if isinstance(each, ast.stmt) and each is not node]
    last = min(inner) - 1 if inner else node.end_lineno or node.lineno
    return node.lineno, max(node.lineno, last)


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _is_text(node: ast.JoinedStr | ast.Constant) -> bool:
    return isinstance(node, ast.JoinedStr) or isinstance(node.value, str)


def _negates(node: ast.expr) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


def _binds(node: ast.expr) -> bool:
    return any(isinstance(each, ast.NamedExpr) for each in ast.walk(node))
