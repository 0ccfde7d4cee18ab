"""Pure rules of the bodies of a network: no ORM, no clock, no request."""
