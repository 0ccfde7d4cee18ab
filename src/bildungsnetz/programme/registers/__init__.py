"""What programme puts into the registers of core."""
