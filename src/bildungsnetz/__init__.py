"""Die Software, auf der ein Regionales Bildungsnetzwerk arbeitet."""
