"""Registers: contexts fill them in their `apps.py`, core and the frame read them."""
