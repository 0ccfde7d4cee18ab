"""What governance puts into the registers of core."""
