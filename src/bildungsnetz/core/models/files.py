from django.db import models


class StoredFile(models.Model):
    """A file as it was given to us; it never changes. The bytes lie under the name of their checksum.

    Who may read it is the question of the thing it belongs to: there is no address that opens a file by its key alone.
    """

    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["sha256"], name="stored_file_content")]

    def __str__(self) -> str:
        return self.name
