"""The settings of an installation: read once from `bildungsnetz.toml` and the environment, typed, all errors at once.

Every variable is documented in docs/operations/settings.md; a test compares both.
"""

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

Mode = Literal["production", "demo", "develop", "test"]
KEY_FOR_TRIAL = "nur-zum-ausprobieren-kein-geheimnis-bildungsnetz"


class Environment(BaseSettings):
    """What an operator sets; names are `BILDUNGSNETZ_<NAME>` in the environment."""

    model_config = SettingsConfigDict(
        env_prefix="BILDUNGSNETZ_", toml_file="bildungsnetz.toml", extra="forbid"
    )

    mode: Mode = Field("production", description="production, demo, develop oder test")
    secret_key: SecretStr = Field(
        SecretStr(""), description="Geheimnis der Installation, mindestens 50 Zeichen"
    )
    allowed_hosts: list[str] = Field(
        default_factory=list, description="Namen, unter denen die Seite erreichbar ist"
    )
    base_url: str = Field("http://127.0.0.1:8000", description="Adresse der Seite, wie sie in Mails steht")
    trusted_proxy: bool = Field(default=False, description="Ein Proxy davor setzt X-Forwarded-Proto")
    data_dir: Path = Field(Path("var"), description="Ordner für SQLite-Datenbank und Dateien")
    database: str = Field(
        "",
        description="sqlite:///pfad oder postgresql://nutzer@rechner/name; leer: SQLite im Datenordner",
    )
    network_name: str = Field(
        "Regionales Bildungsnetzwerk Kreis Mettmann",
        description="Name des Netzwerks in Kopfzeile, Mails und PDF",
    )
    region_ags: str = Field(
        "05158", pattern=r"^\d{5}$", description="Kreisschlüssel (die ersten fünf Stellen des AGS)"
    )
    mail_from: str = Field("bildungsbuero@example.org", description="Absender aller Mails")
    smtp_host: str = Field("localhost", description="Mailserver")
    smtp_port: int = Field(25, description="Port des Mailservers")
    smtp_user: str = Field("", description="Anmeldename am Mailserver")
    smtp_password: SecretStr = Field(SecretStr(""), description="Passwort am Mailserver")
    smtp_tls: bool = Field(default=False, description="STARTTLS zum Mailserver")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @model_validator(mode="after")
    def production_is_complete(self) -> Self:
        """Production starts only with a secret of its own, its host names and an https address."""
        if self.mode != "production":
            return self
        missing = [
            sentence
            for wrong, sentence in (
                (
                    len(self.secret_key.get_secret_value()) < 50,
                    "BILDUNGSNETZ_SECRET_KEY fehlt oder hat weniger als 50 Zeichen",
                ),
                (not self.allowed_hosts, "BILDUNGSNETZ_ALLOWED_HOSTS fehlt"),
                (
                    not self.base_url.startswith("https://"),
                    "BILDUNGSNETZ_BASE_URL beginnt nicht mit https://",
                ),
            )
            if wrong
        ]
        if missing:
            raise ValueError("; ".join(missing))
        return self

    @property
    def key(self) -> str:
        return self.secret_key.get_secret_value() or KEY_FOR_TRIAL

    @property
    def hosts(self) -> list[str]:
        return self.allowed_hosts or ["127.0.0.1", "localhost", "[::1]", "testserver"]
