"""The settings of an installation: read once from `bildungsnetz.toml` and the environment, typed, all errors at once.

Every variable is documented in docs/operations/settings.md; a test compares both.
"""

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    ValidatorFunctionWrapHandler,
    field_validator,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    NoDecode,
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
    allowed_hosts: Annotated[list[str], NoDecode] = Field(
        default_factory=list, description="Namen, unter denen die Seite erreichbar ist, durch Komma getrennt"
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
    imap_host: str = Field("", description="Server des Postfachs für Antworten und Rückläufer; leer: keines")
    imap_port: int = Field(993, description="Port des Postfachs")
    imap_user: str = Field("", description="Anmeldename am Postfach")
    imap_password: SecretStr = Field(SecretStr(""), description="Passwort am Postfach")
    imap_folder: str = Field("INBOX", description="Ordner des Postfachs")
    imap_tls: bool = Field(default=True, description="TLS zum Postfach")

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

    @field_validator("allowed_hosts", mode="before")
    @classmethod
    def split_at_commas(cls, value: object) -> object:
        if isinstance(value, str):
            return [name.strip() for name in value.split(",") if name.strip()]
        return value

    @model_validator(mode="wrap")
    @classmethod
    def all_errors_at_once(cls, given: Any, handler: ValidatorFunctionWrapHandler) -> Self:
        """Production starts only with a secret of its own, its host names and an https address."""
        missing = _missing_in_production(given)
        try:
            made: Self = handler(given)
        except ValidationError as wrong:
            raise ValueError("\n".join([*missing, *_in_german(wrong)])) from wrong
        if missing:
            raise ValueError("\n".join(missing))
        return made

    @property
    def key(self) -> str:
        return self.secret_key.get_secret_value() or KEY_FOR_TRIAL

    @property
    def hosts(self) -> list[str]:
        return self.allowed_hosts or ["127.0.0.1", "localhost", "[::1]", "testserver"]


def read() -> Environment:
    """The settings of this installation. Ends the program with every error at once, in German."""
    try:
        return Environment()
    except ValidationError as wrong:
        sentences = "\n".join(str(error["ctx"]["error"]) for error in wrong.errors()).splitlines()
        raise SystemExit(
            "\n".join(
                [
                    "Die Einstellungen sind nicht vollständig oder nicht richtig (docs/operations/settings.md):",
                    *(f"– {sentence}" for sentence in sentences),
                ]
            )
        ) from wrong


def _missing_in_production(given: dict[str, Any]) -> list[str]:
    if given.get("mode", "production") != "production":
        return []
    key = given.get("secret_key", "")
    secret = key.get_secret_value() if isinstance(key, SecretStr) else str(key)
    rules = (
        (len(secret) >= 50, "BILDUNGSNETZ_SECRET_KEY fehlt oder hat weniger als 50 Zeichen"),
        (bool(given.get("allowed_hosts")), "BILDUNGSNETZ_ALLOWED_HOSTS fehlt"),
        (
            str(given.get("base_url", "")).startswith("https://"),
            "BILDUNGSNETZ_BASE_URL beginnt nicht mit https://",
        ),
    )
    return [sentence for fulfilled, sentence in rules if not fulfilled]


def _in_german(wrong: ValidationError) -> list[str]:
    """One sentence for each field; what stands in the field is not repeated, it may be a secret."""
    sentences = []
    for error in wrong.errors():
        name = str(error["loc"][0])
        field = Environment.model_fields.get(name)
        meaning = f"ist nicht richtig ({field.description})" if field else "ist keine bekannte Einstellung"
        sentences.append(f"BILDUNGSNETZ_{name.upper()} {meaning}")
    return sentences
