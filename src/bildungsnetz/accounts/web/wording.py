"""Sentences that more than one form of accounts shows."""

from django.utils.translation import gettext_lazy as _

PASSWORD_HINT = _(
    "Mindestens 12 Zeichen. Ein Satz, den nur Sie kennen, ist leicht zu merken und schwer zu raten."
)
CODE_HINT = _("Die sechs Ziffern, die Ihre App gerade zeigt, oder einer Ihrer Notfallcodes.")
DIFFERENT = _("Die beiden Passwörter sind verschieden.")
