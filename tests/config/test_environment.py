"""An installation learns of every wrong setting at once, in German, and no secret is printed."""

from pathlib import Path

import pytest

from bildungsnetz.config.environment import KEY_FOR_TRIAL, Environment, read

HEAD = "Die Einstellungen sind nicht vollständig oder nicht richtig (docs/operations/settings.md):"
COMPLETE = {
    "BILDUNGSNETZ_MODE": "production",
    "BILDUNGSNETZ_SECRET_KEY": "k" * 50,
    "BILDUNGSNETZ_ALLOWED_HOSTS": "bildung.example.org, www.bildung.example.org",
    "BILDUNGSNETZ_BASE_URL": "https://bildung.example.org",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """Nothing set, and no settings file in the folder."""
    monkeypatch.chdir(tmp_path)
    for name in Environment.model_fields:
        monkeypatch.delenv(f"BILDUNGSNETZ_{name.upper()}", raising=False)
    return monkeypatch


def set_all(environment: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    for name, value in values.items():
        environment.setenv(name, value)


def refusal() -> list[str]:
    with pytest.raises(SystemExit) as refused:
        read()
    head, *sentences = str(refused.value).splitlines()
    assert head == HEAD
    return sentences


def test_an_empty_environment_is_an_incomplete_production(environment: pytest.MonkeyPatch) -> None:
    assert refusal() == [
        "– BILDUNGSNETZ_SECRET_KEY fehlt oder hat weniger als 50 Zeichen",
        "– BILDUNGSNETZ_ALLOWED_HOSTS fehlt",
        "– BILDUNGSNETZ_BASE_URL beginnt nicht mit https://",
    ]


def test_a_complete_production(environment: pytest.MonkeyPatch) -> None:
    set_all(environment, COMPLETE)
    made = read()
    assert made.hosts == ["bildung.example.org", "www.bildung.example.org"]
    assert made.key == "k" * 50


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", "k" * 49, "– BILDUNGSNETZ_SECRET_KEY fehlt oder hat weniger als 50 Zeichen"),
        ("ALLOWED_HOSTS", "", "– BILDUNGSNETZ_ALLOWED_HOSTS fehlt"),
        ("BASE_URL", "http://bildung.example.org", "– BILDUNGSNETZ_BASE_URL beginnt nicht mit https://"),
        ("SMTP_PORT", "fünf", "– BILDUNGSNETZ_SMTP_PORT ist nicht richtig (Port des Mailservers)"),
        ("MODE", "live", "– BILDUNGSNETZ_MODE ist nicht richtig (production, demo, develop oder test)"),
    ],
)
def test_one_wrong_setting(environment: pytest.MonkeyPatch, name: str, value: str, sentence: str) -> None:
    set_all(environment, COMPLETE | {f"BILDUNGSNETZ_{name}": value})
    assert refusal() == [sentence]


def test_all_wrong_settings_at_once_and_no_secret_shown(environment: pytest.MonkeyPatch) -> None:
    set_all(environment, {"BILDUNGSNETZ_SECRET_KEY": "geheim", "BILDUNGSNETZ_REGION_AGS": "51"})
    environment.setenv("BILDUNGSNETZ_SMTP_TLS", "vielleicht")
    sentences = refusal()
    assert sentences[3:] == [
        "– BILDUNGSNETZ_REGION_AGS ist nicht richtig (Kreisschlüssel (die ersten fünf Stellen des AGS))",
        "– BILDUNGSNETZ_SMTP_TLS ist nicht richtig (STARTTLS zum Mailserver)",
    ]
    assert len(sentences) == 5
    assert "geheim" not in "".join(sentences)


def test_the_file_is_read_and_the_environment_wins(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bildungsnetz.toml").write_text(
        'mode = "demo"\nnetwork_name = "Netz A"\nallowed_hosts = ["a.example", "b.example"]\n'
    )
    environment.setenv("BILDUNGSNETZ_NETWORK_NAME", "Netz B")
    made = read()
    assert (made.mode, made.network_name, made.hosts) == ("demo", "Netz B", ["a.example", "b.example"])


def test_an_unknown_setting_in_the_file_is_an_error(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bildungsnetz.toml").write_text('mode = "demo"\nnetzname = "A"\n')
    assert refusal() == ["– BILDUNGSNETZ_NETZNAME ist keine bekannte Einstellung"]


def test_trial_modes_need_nothing(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("BILDUNGSNETZ_MODE", "demo")
    made = read()
    assert made.key == KEY_FOR_TRIAL
    assert "127.0.0.1" in made.hosts
