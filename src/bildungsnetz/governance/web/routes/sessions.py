from bildungsnetz.core.access import TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies import sessions as may
from bildungsnetz.governance.policies.visibility import READ
from bildungsnetz.governance.web.views import (
    agenda,
    attendance,
    delivery,
    incoming_replies,
    invitations,
    presence,
    replies,
    room,
    session_life,
    sessions,
)

READERS, CHANGERS = needs(READ), needs(may.CHANGE)
ITEM_ADDERS, ITEM_CHANGERS = needs(may.ADD_ITEM), needs(may.CHANGE_ITEM)

urlpatterns = [
    route("sitzungen/", sessions.session_list, "sessions", who=READERS),
    route("sitzungen/neu/", sessions.session_new, "session-new", who=needs(may.PLAN)),
    route("sitzungen/<int:pk>/", sessions.session, "session", who=READERS),
    route("sitzungen/<int:pk>/bearbeiten/", sessions.session_edit, "session-edit", who=CHANGERS),
    route("sitzungen/<int:pk>/einladung.pdf", sessions.session_pdf, "session-pdf", who=READERS),
    route("sitzungen/<int:pk>/termin.ics", sessions.session_calendar, "session-calendar", who=READERS),
    route(
        "sitzungen/<int:pk>/einladen/", invitations.session_invite, "session-invite", who=needs(may.INVITE)
    ),
    route(
        "sitzungen/<int:pk>/versand/", delivery.session_delivery, "session-delivery", who=needs(may.INVITE)
    ),
    route(
        "sitzungen/<int:pk>/versand/wiederholen/",
        delivery.session_repeat,
        "session-repeat",
        who=needs(may.INVITE),
    ),
    route("sitzungen/postfach/", incoming_replies.reply_list, "incoming-replies", who=needs(may.INVITE)),
    route(
        "sitzungen/postfach/<int:pk>/",
        incoming_replies.reply_assign,
        "incoming-reply",
        who=needs(may.INVITE),
    ),
    route(
        "sitzungen/postfach/<int:pk>/verwerfen/",
        incoming_replies.reply_discard,
        "incoming-reply-discard",
        who=needs(may.INVITE),
    ),
    route("sitzungen/<int:pk>/antworten/", replies.reply, "session-reply", who=READERS),
    route("sitzungen/<int:pk>/eroeffnen/", session_life.session_open, "session-open", who=needs(may.OPEN)),
    route(
        "sitzungen/<int:pk>/schliessen/", session_life.session_close, "session-close", who=needs(may.CLOSE)
    ),
    route(
        "sitzungen/<int:pk>/absagen/", session_life.session_cancel, "session-cancel", who=needs(may.CANCEL)
    ),
    route(
        "sitzungen/<int:pk>/archivieren/",
        session_life.session_archive,
        "session-archive",
        who=needs(may.CLOSE),
    ),
    route("sitzungen/<int:pk>/raum/", room.session_room, "session-room", who=ITEM_CHANGERS),
    route("sitzungen/<int:pk>/raum/zeigen/", room.session_show, "session-show", who=ITEM_CHANGERS),
    route("sitzungen/<int:pk>/leinwand/", room.session_screen, "session-screen", who=READERS),
    route(
        "sitzungen/<int:pk>/anwesenheit/",
        attendance.attendance,
        "attendance",
        who=needs(may.RECORD_ATTENDANCE),
    ),
    route(
        "sitzungen/<int:pk>/kommen-und-gehen/",
        presence.moves,
        "attendance-moves",
        who=needs(may.RECORD_ATTENDANCE),
    ),
    route(
        "sitzungen/kommen-und-gehen/<int:pk>/zuruecknehmen/",
        presence.move_take_back,
        "attendance-move-take-back",
        who=needs(may.RECORD_ATTENDANCE),
    ),
    route("sitzungen/<int:pk>/punkte/neu/", agenda.item_new, "item-new", who=ITEM_ADDERS),
    route("sitzungen/<int:pk>/punkte/vertagte/", agenda.take_over, "items-take-over", who=ITEM_ADDERS),
    route("sitzungen/punkte/<int:pk>/bearbeiten/", agenda.item_edit, "item-edit", who=ITEM_CHANGERS),
    route("sitzungen/punkte/<int:pk>/verschieben/", agenda.item_move, "item-move", who=ITEM_CHANGERS),
    route(
        "sitzungen/punkte/<int:pk>/zurueckziehen/", agenda.item_withdraw, "item-withdraw", who=ITEM_CHANGERS
    ),
    route("einladung/sitzung/<str:token>/", replies.reply_by_link, "invitation-reply", who=TOKEN_HOLDER),
]
