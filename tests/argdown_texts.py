"""Argdown written by us, with everything that Argdown has."""

from __future__ import annotations

POND = """===
title: "The mill pond"
author: The clerk
===

# May the mill pond be drained?

[Drain it]: The __mill pond__ should be drained. #policy
  + <Leak>: The dam leaks, as [the survey](https://example.org/survey) found.
    #dam #(old walls) {proponent: The miller}
    - <Old leaks>
      _> <Leak>
  <- [Carp]: The carp would die. {type: prediction}
  -> [Keep it]

[Keep it]: The mill pond should be kept.
  >< [Drain it]

// what the committee said

# Carp and others

<Old leaks>: Old leaks never end a dam /* so they say */ at all.

[Carp]: No carp would live.

<Cellars>: Wet cellars speak for it.

(1) Cellars beside the pond are wet.
(2) [Water]: The water comes
    from the dam.
----
(3) [Harm]: The pond does harm.
    <_ [Rain]: It has rained.
(4) What does harm is to go.
-- Practical inference, if any {uses: [3, 4], weight: 0.8} --
    <_ <Old leaks>
(5) [Drain it]

  * A list item.
  * Another one
    + with a reason \\[sic\\] .^. so
"""
