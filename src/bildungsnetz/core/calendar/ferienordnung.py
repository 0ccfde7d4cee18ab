"""The school holidays of Nordrhein-Westfalen, first and last day included.

Source: Ferienordnung NRW, RdErl. d. Ministeriums für Schule und Bildung v. 19.05.2022 (ABl. NRW. 06/22; BASS 12-65 Nr. 1),
school years 2022/23 to 2029/30. The days were read from the OpenHolidays data set for DE-NW and compared with published
calendars as far as those reached (docs/handbook/de/jahresplan.md says which). No entry means: not confirmed.
"""

from datetime import date

OFFICIAL: tuple[tuple[str, date, date], ...] = tuple(
    (name, date.fromisoformat(first), date.fromisoformat(last))
    for name, first, last in (
        ("Herbstferien", "2022-10-04", "2022-10-15"),
        ("Weihnachtsferien", "2022-12-23", "2023-01-06"),
        ("Osterferien", "2023-04-03", "2023-04-15"),
        ("Pfingstferien", "2023-05-30", "2023-05-30"),
        ("Sommerferien", "2023-06-22", "2023-08-04"),
        ("Herbstferien", "2023-10-02", "2023-10-14"),
        ("Weihnachtsferien", "2023-12-21", "2024-01-05"),
        ("Osterferien", "2024-03-25", "2024-04-06"),
        ("Pfingstferien", "2024-05-21", "2024-05-21"),
        ("Sommerferien", "2024-07-08", "2024-08-20"),
        ("Herbstferien", "2024-10-14", "2024-10-26"),
        ("Weihnachtsferien", "2024-12-23", "2025-01-06"),
        ("Osterferien", "2025-04-14", "2025-04-26"),
        ("Pfingstferien", "2025-06-10", "2025-06-10"),
        ("Sommerferien", "2025-07-14", "2025-08-26"),
        ("Herbstferien", "2025-10-13", "2025-10-25"),
        ("Weihnachtsferien", "2025-12-22", "2026-01-06"),
        ("Osterferien", "2026-03-30", "2026-04-11"),
        ("Pfingstferien", "2026-05-26", "2026-05-26"),
        ("Sommerferien", "2026-07-20", "2026-09-01"),
        ("Herbstferien", "2026-10-17", "2026-10-31"),
        ("Weihnachtsferien", "2026-12-23", "2027-01-06"),
        ("Osterferien", "2027-03-22", "2027-04-03"),
        ("Pfingstferien", "2027-05-18", "2027-05-18"),
        ("Sommerferien", "2027-07-19", "2027-08-31"),
        ("Herbstferien", "2027-10-23", "2027-11-06"),
        ("Weihnachtsferien", "2027-12-24", "2028-01-08"),
        ("Osterferien", "2028-04-10", "2028-04-22"),
        ("Sommerferien", "2028-07-10", "2028-08-22"),
        ("Herbstferien", "2028-10-23", "2028-11-04"),
        ("Weihnachtsferien", "2028-12-21", "2029-01-05"),
        ("Osterferien", "2029-03-26", "2029-04-07"),
        ("Pfingstferien", "2029-05-22", "2029-05-22"),
        ("Sommerferien", "2029-07-02", "2029-08-14"),
        ("Herbstferien", "2029-10-15", "2029-10-27"),
        ("Weihnachtsferien", "2029-12-20", "2030-01-04"),
        ("Osterferien", "2030-04-15", "2030-04-27"),
        ("Sommerferien", "2030-06-24", "2030-08-06"),
    )
)
