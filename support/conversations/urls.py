from django.urls import path

from support.conversations.response_time import page as response_time_page
from support.conversations.site import (
    attachment,
    conversation,
    ending,
    entrance,
    live,
    mine,
    notice,
    transcript,
    write,
)

_CONVERSATION = "<site_language:language>/conversations/<str:public_id>/"

urlpatterns = [
    path("<site_language:language>/contact/write/", write.write, name="write"),
    path("<site_language:language>/conversations/", mine.mine, name="conversations"),
    path(_CONVERSATION, conversation.conversation, name="conversation"),
    path(f"{_CONVERSATION}enter/", entrance.entrance, name="conversation_entrance"),
    path(f"{_CONVERSATION}transcript.txt", transcript.transcript, name="conversation_transcript"),
    path(
        f"{_CONVERSATION}attachments/<int:number>/<str:name>",
        attachment.attachment,
        name="conversation_attachment",
    ),
    path(f"{_CONVERSATION}notice/", notice.notice, name="conversation_notice"),
    path(f"{_CONVERSATION}close/", ending.close, name="conversation_close"),
    path(f"{_CONVERSATION}erase/", ending.erase, name="conversation_erase"),
    path("live/<str:public_id>", live.live, name="conversation_live"),
    path(
        "<site_language:language>/response-time/",
        response_time_page.response_time,
        name="response_time",
    ),
]
