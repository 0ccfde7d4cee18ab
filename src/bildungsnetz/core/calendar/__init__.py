"""Days as schools count them: school years, public holidays of Nordrhein-Westfalen, school holidays."""

from bildungsnetz.core.calendar.free_days import free_days, is_free, public_holidays
from bildungsnetz.core.calendar.school_year import SchoolYear, school_year_of

__all__ = ["SchoolYear", "free_days", "is_free", "public_holidays", "school_year_of"]
