"""Forms on records that two people may edit."""

from typing import Any

from django import forms


class VersionedForm(forms.Form):
    """Carries the version a person has read; the service refuses to save on an older one (StaleVersion)."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def take_version(self, version: int) -> None:
        """After a refusal: keep what was typed and go on from the version that is stored now.

        The page shows the stored text beside the form, so that saving once more is a decision.
        """
        data: Any = self.data
        data = data.copy()
        data[self.add_prefix("version")] = version
        self.data = data
