"""What of governance is public, as objects of OParl."""
