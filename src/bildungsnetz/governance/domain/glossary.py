"""The words a new member meets first. Papers are German whatever language the reader uses.

Source: docs/glossary.md and the domain report, section 6.
"""

WORDS: tuple[tuple[str, str], ...] = (
    ("Abnahme", "Das Gremium nimmt das Ergebnis eines Auftrags an oder gibt es zur Nacharbeit zurück."),
    ("Auftrag", "Was das Gremium mit Frist zu tun gibt. Er folgt immer aus einem Beschluss."),
    (
        "Beschlussfähigkeit",
        "Alle Seiten des Konsenses und genügend besetzte Sitze sind vertreten. Ein Hinweis, keine Sperre.",
    ),
    ("Bildungsbüro", "Die Geschäftsstelle des Netzwerks, von Land und Kreis gemeinsam getragen."),
    ("Bildungskonferenz", "Bringt alle zusammen, die in der Region bilden, und empfiehlt dem Lenkungskreis."),
    (
        "Empfehlung",
        "Bitte der Bildungskonferenz. Jede bekommt eine Nummer und eine Antwort des Lenkungskreises.",
    ),
    ("Handlungsfeld", "Thema, das der Kooperationsvertrag nennt."),
    ("kein Konsens", "Die Angelegenheit bleibt bei der bisher zuständigen Stelle (§ 78a Abs. 4 SchulG NRW)."),
    ("Ko-Vorsitz", "Je eine Person leitet für das Land und für die Kommunen; beide geben Protokolle frei."),
    ("Konsens der Seiten", "Beschlossen ist, was alle Seiten mittragen, deren Zustimmung zählt."),
    (
        "Kooperationsvertrag",
        "Vertrag zwischen dem Land und dem Kreis oder der Stadt, Grundlage des Netzwerks.",
    ),
    (
        "Mandat",
        "Eine Person hat einen Sitz vom ersten bis zum letzten Tag. Die Rechte im System folgen daraus.",
    ),
    ("Maßnahme", "Setzt einen Auftrag um."),
    ("Regionalkoordination", "Vertretung der Schulaufsicht für alle Schulformen im Lenkungskreis."),
    ("Seite", "Partei eines Gremiums, zum Beispiel Land und Kommune."),
    ("Sitz", "Sagt, welche Funktion auf welcher Seite vertreten ist und wer sie benennt."),
    ("Stellvertretung", "Zählt in der Sitzung nur, solange das Mitglied fehlt."),
    ("Tischvorlage", "Unterlage oder Punkt, der nach der Frist kam."),
)
