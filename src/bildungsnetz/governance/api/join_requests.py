"""What other contexts may use of requests to join."""

from bildungsnetz.governance.models import JoinRequest
from bildungsnetz.governance.services.join_requests import Application, accept_request, ask_to_join

__all__ = ["Application", "JoinRequest", "accept_request", "ask_to_join"]
