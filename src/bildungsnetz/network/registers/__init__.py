"""What network puts into the registers of core."""
