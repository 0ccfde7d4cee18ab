class Unusable(Exception):
    """A backup cannot be made, trusted or restored; the message says in German why and what to do."""
