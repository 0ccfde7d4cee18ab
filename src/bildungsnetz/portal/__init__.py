"""Public texts (Impressum, Datenschutz, Barrierefreiheit) and feedback."""
