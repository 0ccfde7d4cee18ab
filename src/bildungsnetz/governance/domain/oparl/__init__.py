"""The public interface after OParl 1.1, as far as it needs no database."""
