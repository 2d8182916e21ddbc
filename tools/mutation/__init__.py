"""Asks how much of argumap's behaviour the tests hold: changes one place at a time and sees which test notices."""
