"""An HTML page that needs no network: payload, templates, scripts and styles in one file."""

from argumap.page.embed import embed
from argumap.page.render import build_environment, render

__all__ = ["build_environment", "embed", "render"]
