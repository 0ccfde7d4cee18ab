"""Bodies, sides, seats, mandates, sessions, decisions, minutes, recommendations, orders."""
