"""Why and how long: the words the declarations share."""

BASIS = "Art. 6 Abs. 1 lit. e DSGVO, § 3 DSG NRW, § 78a SchulG NRW"
PERMANENT = "dauerhaft; Angebot an das Archiv nach ArchivG NRW"
