"""Settings for the whole suite: a property holds or not, however busy the machine is."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("argumap", deadline=None)
settings.load_profile("argumap")
