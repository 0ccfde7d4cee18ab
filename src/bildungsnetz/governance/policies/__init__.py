"""Who may do what in governance, one file per subject."""
