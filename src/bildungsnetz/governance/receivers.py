"""What governance does when others announce a fact."""
