from django.db import models


class SearchEntry(models.Model):
    """One findable thing as the search holds it: a copy that `core.search` writes from what a context registers.

    `terms` holds the folded words and, marked with "=", their stems; the database indexes it (FTS5 or tsvector, see the
    migration). `title_words` is the folded title, by which hits are ranked.
    """

    kind = models.CharField(max_length=60)
    key = models.BigIntegerField()
    title = models.CharField(max_length=300)
    excerpt = models.TextField(blank=True)
    url = models.CharField(max_length=300, blank=True)
    title_words = models.TextField()
    terms = models.TextField()

    class Meta:
        ordering = ["kind", "key"]
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="search_entry_once")]

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """One word that some entry holds: compounds and typing errors are looked up here, not in the texts."""

    word = models.CharField(max_length=40, unique=True)
    length = models.PositiveSmallIntegerField(db_index=True)

    class Meta:
        ordering = ["length", "word"]

    def __str__(self) -> str:
        return self.word
