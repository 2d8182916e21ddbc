"""The command line: one file a command; this one only finds them and turns errors into exit codes."""

from __future__ import annotations

import errno
import os
import re
import sys
import warnings
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

import click

from argumap import __version__
from argumap.errors import Ambiguous, ArgumapError, CallError, NotFound, StoppedWriting, UnreadableMap
from argumap.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLES = {
    "make": "Make a map",
    "check": "Check it",
    "ask": "Ask it",
    "show": "Show it",
    "keep": "Keep and compare",
    "exchange": "Exchange",
}


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """A command and the ``group`` of ``argumap --help`` that it stands in."""

    group: str
    command: click.Command


_GROUP = re.compile(r'^PLUGIN = CommandEntry\("(\w+)"', re.MULTILINE)
_SHORT_HELP = re.compile(r'\bshort_help="([^"\\\n]+)"')

COMMANDS: Registry[CommandEntry] = Registry("argumap.cli")


def find_headline(name: str) -> tuple[str, str]:
    """The group and the short help of a command: read, as importing all commands takes longer than the help.

    A file that writes them in another way than the others is imported.
    """
    source = COMMANDS.read_source(name)
    group, words = _GROUP.search(source), _SHORT_HELP.search(source)
    if group and words:
        return group[1], words[1]
    entry = COMMANDS[name]
    return entry.group, entry.command.get_short_help_str(limit=100)


class EnoughRead(Exception):
    """Whoever reads the output has closed it; that is no fault of the map, as click's own exit code would say."""


class CommandFolder(click.Group):
    """A group whose commands are the files of this folder, imported when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return COMMANDS[cmd_name].command if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Offer the nearest command for one that does not exist."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from argumap.suggestions import suggest

            hint = suggest(args[0], COMMANDS, " Did you mean {}?", otherwise=" See argumap --help.")
            ctx.fail(f"no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise EnoughRead from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        headlines = {name: find_headline(name) for name in COMMANDS}
        for group, title in _TITLES.items():
            rows = [(name, words) for name, (its_group, words) in headlines.items() if its_group == group]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


@click.command(
    cls=CommandFolder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="argumap", message="%(prog)s %(version)s")
def argumap() -> None:
    """Turn an article into a map of its argument; show it, ask it, and keep track of it.

    Start with `argumap new my-map --source article.md`, then `argumap build my-map`.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 fine, 1 the map has problems, 2 the call could not be carried out."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always", StoppedWriting)
            warnings.showwarning = lambda told, *_, **__: _say(f"argumap: {told}")
            code = argumap.main(arguments, prog_name="argumap", standalone_mode=False)
        sys.stdout.flush()
    except UnreadableMap as error:
        _say("\n".join(map(str, error.problems)))
        return error.exit_code
    except ArgumapError as error:
        _drop_what_does_not_fit(error.__cause__)
        _say(f"argumap: {_tell(error, arguments)}")
        _say_misplaced_map(error, arguments)
        return error.exit_code
    except click.ClickException as error:
        told = StringIO()
        error.show(file=told)
        _say(told.getvalue())
        _say_misplaced_map(error, arguments)
        return error.exit_code
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, click.Abort):
        return 130
    except (EnoughRead, BrokenPipeError):
        # The reader has seen enough; what Python still wants to flush goes nowhere.
        _drop_output()
        return 0
    except (OSError, UnicodeEncodeError) as error:
        _drop_what_does_not_fit(error)
        _say(f"argumap: {_tell_refusal(error)}")
        return ArgumapError.exit_code
    return code if isinstance(code, int) else 0


def _say_misplaced_map(error: Exception, arguments: Sequence[str] | None) -> None:
    """Say how a question takes a map, where a map may have been what was not found or not understood."""
    if not isinstance(error, (Ambiguous, NotFound, CallError, click.UsageError)):
        return
    from argumap.cli._misplaced_map import tell_misplaced_map

    if told := tell_misplaced_map(sys.argv[1:] if arguments is None else arguments):
        _say(f"argumap: {told}")


def _tell(error: ArgumapError, arguments: Sequence[str] | None) -> str:
    if not isinstance(error, Ambiguous):
        return str(error)
    from argumap.cli._choices import tell_choices

    return tell_choices(error, sys.argv[1:] if arguments is None else arguments)


def _say(text: str) -> None:
    from argumap.cli._console import say_lines

    say_lines(text, stderr=True)


def _tell_refusal(error: OSError | UnicodeEncodeError) -> str:
    """What the system refuses, as a name that is too long or an answer for a disk that is full."""
    if isinstance(error, UnicodeEncodeError):
        return f"{error.object[max(error.start - 20, 0) : error.end + 20]!r} cannot be written as {error.encoding}"
    return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)


def _drop_what_does_not_fit(error: BaseException | None) -> None:
    """Give up the output that a full disk refused; else Python tries again at its end, and its exit code wins."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        _drop_output()


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
