"""People who log in, their invitations, roles and dated grants."""
