"""Who may do what with the network. What is public needs no act; everything else does."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.network.domain.school_keys import LegalForm
from bildungsnetz.network.models import Institution, Offer, Person

SEE_INSTITUTIONS = "network.institution.see"
ENTER_INSTITUTION = "network.institution.enter"
EDIT_INSTITUTION = "network.institution.edit"
SEE_PEOPLE = "network.person.see"
ENTER_PERSON = "network.person.enter"
EDIT_PERSON = "network.person.edit"
INVITE_PERSON = "network.person.invite"
ENTER_FUNCTION = "network.function.enter"
END_FUNCTION = "network.function.end"
SEE_COOPERATIONS = "network.cooperation.see"
ENTER_COOPERATION = "network.cooperation.enter"
EDIT_COOPERATION = "network.cooperation.edit"
REMOVE_COOPERATION = "network.cooperation.remove"
SEE_SURVEYS = "network.survey.see"
RUN_SURVEY = "network.survey.run"
SEE_GRAPH = "network.graph.see"
SEE_IMPORTS = "network.import.see"
PLAN_IMPORT = "network.import.plan"
COMMIT_IMPORT = "network.import.commit"
UPLOAD_OUTLINE = "network.outline.upload"
EDIT_FIELDS = "network.field_of_action.edit"
EDIT_MUNICIPALITY = "network.municipality.edit"
KEEP_INSTITUTION = "network.institution.keep"
GIVE_STEWARDSHIP = "network.stewardship.give"
MERGE = "network.merge.make"
EDIT_KINDS = "network.institution_kind.edit"


def may_see_all_institutions(actor: Actor) -> bool:
    """Also those that are not public, closed ones included."""
    return actor.can(SEE_INSTITUTIONS)


def may_enter_institution(actor: Actor) -> bool:
    return actor.can(ENTER_INSTITUTION)


def may_edit_institution(actor: Actor, institution: Institution) -> bool:  # noqa: ARG001 - the form of every policy
    return actor.can(EDIT_INSTITUTION)


def may_edit_institutions(actor: Actor) -> bool:
    """Any of them, as the office does."""
    return actor.can(EDIT_INSTITUTION)


def kept_scopes(actor: Actor, kind: str) -> frozenset[str]:
    """What the actor keeps by a stewardship: keys of institutions or municipalities, numbers of authorities.

    The right counts only in a scope: a role held everywhere keeps nothing.
    """
    found = (scope.partition(":") for scope in actor.scopes(KEEP_INSTITUTION))
    return frozenset(key for name, _sign, key in found if name == kind)


def keeps(actor: Actor, institution: Institution) -> bool:
    """By a stewardship, the institution's own or that of its Schulträger."""
    if str(institution.pk) in kept_scopes(actor, "institution"):
        return True
    if not institution.is_school:
        return False
    number = institution.authority_number
    if number and number in kept_scopes(actor, "authority"):
        return True
    city = str(institution.municipality_id)
    return institution.legal_form == LegalForm.PUBLIC and city in kept_scopes(actor, "municipality")


def may_keep_institution(actor: Actor, institution: Institution) -> bool:
    """Change the own fields: description, languages, places, ways of contact."""
    return may_edit_institution(actor, institution) or keeps(actor, institution)


def may_give_stewardship(actor: Actor) -> bool:
    """Invite an institution to keep its own entry, and end that."""
    return actor.can(GIVE_STEWARDSHIP)


def may_see_people(actor: Actor) -> bool:
    """All persons with their functions and their ways of contact."""
    return actor.can(SEE_PEOPLE)


def may_see_person(actor: Actor, person: Person) -> bool:
    """Those who see all, and everybody their own entry."""
    return may_see_people(actor) or (not actor.is_anonymous and person.user_id == actor.user_id)


def may_enter_person(actor: Actor) -> bool:
    return actor.can(ENTER_PERSON)


def may_edit_person(actor: Actor, person: Person) -> bool:  # noqa: ARG001 - the form of every policy
    return actor.can(EDIT_PERSON)


def may_record_objection(actor: Actor, person: Person) -> bool:
    """Those who edit persons, and everybody for themselves."""
    return may_edit_person(actor, person) or (not actor.is_anonymous and person.user_id == actor.user_id)


def may_invite_people(actor: Actor) -> bool:
    return actor.can(INVITE_PERSON)


def may_invite_person(actor: Actor, person: Person) -> bool:
    """Only persons without an account can be invited."""
    return may_invite_people(actor) and person.user_id is None


def may_enter_function(actor: Actor) -> bool:
    return actor.can(ENTER_FUNCTION)


def may_end_function(actor: Actor) -> bool:
    return actor.can(END_FUNCTION)


def may_see_surveys(actor: Actor) -> bool:
    """Who is asked and what the institutions said."""
    return actor.can(SEE_SURVEYS)


def may_run_survey(actor: Actor) -> bool:
    """Set up, start and close a survey, and judge its answers."""
    return actor.can(RUN_SURVEY)


def may_see_cooperations(actor: Actor) -> bool:
    """The relations with their notes and agreements."""
    return actor.can(SEE_COOPERATIONS)


def may_enter_cooperation(actor: Actor) -> bool:
    return actor.can(ENTER_COOPERATION)


def may_edit_cooperation(actor: Actor) -> bool:
    return actor.can(EDIT_COOPERATION)


def may_remove_cooperation(actor: Actor) -> bool:
    return actor.can(REMOVE_COOPERATION)


def may_see_graph(actor: Actor) -> bool:
    """The network as a graph of institutions: also who holds a seat, and partners; each with what it may see anyway."""
    return actor.can_somewhere({SEE_GRAPH})


def may_see_imports(actor: Actor) -> bool:
    return actor.can(SEE_IMPORTS)


def may_plan_import(actor: Actor) -> bool:
    return actor.can(PLAN_IMPORT)


def may_commit_import(actor: Actor) -> bool:
    return actor.can(COMMIT_IMPORT)


def may_upload_outline(actor: Actor) -> bool:
    return actor.can(UPLOAD_OUTLINE)


def may_edit_fields_of_action(actor: Actor) -> bool:
    return actor.can(EDIT_FIELDS)


def may_edit_municipality(actor: Actor) -> bool:
    return actor.can(EDIT_MUNICIPALITY)


SEE_OFFERS = "network.offer.see"
ENTER_OFFER = "network.offer.enter"
EDIT_OFFER = "network.offer.edit"


def may_see_all_offers(actor: Actor) -> bool:
    """Also those that are over or not public."""
    return actor.can(SEE_OFFERS)


def may_enter_offer(actor: Actor) -> bool:
    return actor.can(ENTER_OFFER)


def may_edit_offer(actor: Actor, offer: Offer) -> bool:  # noqa: ARG001 - the form of every policy
    """The office; an institution prolongs its own by the link of the reminder."""
    return actor.can(EDIT_OFFER)


def is_visitor(actor: Actor, institution: Institution) -> bool:
    """Whose look at a public page counts: neither the office nor those who keep the entry."""
    return not (may_see_all_offers(actor) or may_see_all_institutions(actor) or keeps(actor, institution))


def may_see_figures(actor: Actor, institution: Institution) -> bool:
    """How often its pages are looked at and its offers asked about: the office and those who keep the entry."""
    return may_see_all_offers(actor) or keeps(actor, institution)


def may_edit_kinds(actor: Actor) -> bool:
    """The taxonomy of institutions."""
    return actor.can(EDIT_KINDS)


def may_merge(actor: Actor) -> bool:
    """See what looks double, let one entry go into another, and part them again."""
    return actor.can(MERGE)


SEE_FRESHNESS = "network.freshness.see"
CONFIRM_INSTITUTION = "network.institution.confirm"
SETTLE_PROPOSAL = "network.proposal.settle"


def may_confirm_institution(actor: Actor) -> bool:
    """To note that somebody of the institution said on the phone that everything is right."""
    return actor.can(CONFIRM_INSTITUTION)


def may_settle_proposals(actor: Actor) -> bool:
    """To see what came in from outside, and to accept or refuse it."""
    return actor.can(SETTLE_PROPOSAL)


KEEP_LISTS = "network.list.keep"


def may_keep_lists(actor: Actor) -> bool:
    """To save a search as a mailing list, add and exclude by hand. Names of persons are its content."""
    return actor.can(KEEP_LISTS) and may_see_people(actor)


USE_LISTS = "network.list.use"


def may_use_lists(actor: Actor) -> bool:
    """To send serial mails and letters to a list."""
    return actor.can(USE_LISTS) and may_see_people(actor)


IMPORT_SHEETS = "network.sheet.import"


def may_import_sheets(actor: Actor) -> bool:
    """To read a table back in; what it changes asks for the rights of each entry as well."""
    return actor.can(IMPORT_SHEETS) and may_see_people(actor)
