"""What every context uses and what knows no context."""
