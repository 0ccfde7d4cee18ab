"""Pages on which contexts meet: home, my day, search."""
