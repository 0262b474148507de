# Runs Debian's unmodified python3-azure (azure-communication-chat 1.2.0 and its identity client),
# synchronous and asynchronous, through the whole flow. The connection string comes by the
# environment; the CA by REQUESTS_CA_BUNDLE and SSL_CERT_FILE. Prints one JSON line; fails by raising.
import asyncio
import json
import os
from datetime import datetime, timedelta, timezone

from azure.communication.chat import (
    ChatClient,
    ChatMessageType,
    ChatParticipant,
    CommunicationTokenCredential,
    CommunicationUserIdentifier,
    PhoneNumberIdentifier,
)
from azure.communication.chat.aio import ChatClient as AsyncChatClient
from azure.communication.chat.aio import CommunicationTokenCredential as AsyncCredential
from azure.communication.identity import CommunicationIdentityClient, CommunicationTokenScope
from azure.communication.identity.aio import (
    CommunicationIdentityClient as AsyncIdentityClient,
)
from azure.core.exceptions import HttpResponseError

connection_string = os.environ["CONNECTION_STRING"]
endpoint = connection_string.split(";")[0].split("=", 1)[1].rstrip("/")
done = []


def refused(status, call):
    try:
        call()
    except HttpResponseError as error:
        assert error.status_code == status, f"{error.status_code} instead of {status}"
    else:
        raise AssertionError(f"was not refused with {status}")


def synchronous():
    identity = CommunicationIdentityClient.from_connection_string(connection_string)
    alice, alice_token = identity.create_user_and_token([CommunicationTokenScope.CHAT])
    bob = identity.create_user()
    bob_token = identity.get_token(bob, [CommunicationTokenScope.CHAT])
    done.extend(["create_user_and_token", "create_user", "get_token"])

    as_alice = ChatClient(endpoint, CommunicationTokenCredential(alice_token.token))
    as_bob = ChatClient(endpoint, CommunicationTokenCredential(bob_token.token))
    participant = ChatParticipant(
        identifier=bob,
        display_name="Bob",
        share_history_time=datetime.now(timezone.utc) - timedelta(days=1),
    )
    created = as_alice.create_chat_thread("Lunch", thread_participants=[participant])
    thread_id = created.chat_thread.id
    thread = as_alice.get_chat_thread_client(thread_id)
    bob_thread = as_bob.get_chat_thread_client(thread_id)
    assert created.chat_thread.topic == "Lunch"
    thread.update_topic(topic="Dinner")
    properties = bob_thread.get_properties()
    assert properties.topic == "Dinner"
    assert properties.created_by.raw_id == alice.raw_id
    done.extend(["create_chat_thread", "update_topic", "get_properties"])

    sent = []
    for content in ["one", "two", "three"]:
        result = thread.send_message(
            content, sender_display_name="Alice", metadata={"n": content}
        )
        sent.append(result.id)
    bob_thread.send_message("<b>four</b>", chat_message_type=ChatMessageType.HTML)
    read = bob_thread.get_message(sent[0])
    assert read.content.message == "one"
    assert read.sender.raw_id == alice.raw_id
    assert read.metadata == {"n": "one"}
    thread.update_message(sent[0], content="one, edited")
    thread.delete_message(sent[1])
    messages = list(bob_thread.list_messages(results_per_page=2))
    assert [str(message.type) for message in messages] == [
        str(kind)
        for kind in [
            ChatMessageType.TEXT,
            ChatMessageType.TEXT,
            ChatMessageType.HTML,
            ChatMessageType.TEXT,
            ChatMessageType.TOPIC_UPDATED,
            ChatMessageType.TOPIC_UPDATED,
            ChatMessageType.PARTICIPANT_ADDED,
        ]
    ], [message.type for message in messages]
    assert messages[0].id == sent[1] and messages[0].deleted_on is not None
    assert messages[1].content.message == "one, edited" and messages[1].edited_on is not None
    since = datetime.now(timezone.utc) + timedelta(hours=1)
    assert list(bob_thread.list_messages(start_time=since)) == []
    refused(403, lambda: bob_thread.update_message(sent[2], content="no"))
    refused(404, lambda: bob_thread.get_message("1"))
    done.extend(["send_message", "get_message", "update_message", "delete_message", "list_messages"])

    carol, carol_token = identity.create_user_and_token([CommunicationTokenScope.CHAT])
    added = thread.add_participants(
        [
            ChatParticipant(identifier=carol, display_name="Carol"),
            ChatParticipant(identifier=PhoneNumberIdentifier("+15551234567"), display_name="Phone"),
        ]
    )
    assert added == [], added
    failed = thread.add_participants(
        [ChatParticipant(identifier=CommunicationUserIdentifier("8:acs:other_user"))]
    )
    assert len(failed) == 1, failed
    assert failed[0][0].identifier.raw_id == "8:acs:other_user"
    assert failed[0][1].code == "403"
    names = [one.display_name for one in thread.list_participants(results_per_page=2)]
    assert names == [None, "Bob", "Carol", "Phone"], names
    thread.remove_participant(carol)
    as_carol = ChatClient(endpoint, CommunicationTokenCredential(carol_token.token))
    carol_thread = as_carol.get_chat_thread_client(thread_id)
    refused(403, lambda: carol_thread.send_message("no"))
    assert carol_thread.get_message(sent[2]).content.message == "three"
    done.extend(["add_participants", "list_participants", "remove_participant"])

    bob_thread.send_read_receipt(sent[2])
    receipts = [(one.sender.raw_id, one.chat_message_id) for one in thread.list_read_receipts()]
    assert receipts == [(bob.raw_id, sent[2])], receipts
    thread.send_typing_notification(sender_display_name="Alice")
    done.extend(["send_read_receipt", "list_read_receipts", "send_typing_notification"])

    assert [item.topic for item in as_bob.list_chat_threads(results_per_page=1)] == ["Dinner"]
    as_alice.delete_chat_thread(thread_id)
    refused(404, bob_thread.get_properties)
    identity.revoke_tokens(bob)
    refused(401, lambda: list(as_bob.list_chat_threads()))
    identity.delete_user(alice)
    refused(401, lambda: as_alice.create_chat_thread("no"))
    done.extend(["list_chat_threads", "delete_chat_thread", "revoke_tokens", "delete_user"])


async def asynchronous():
    async with AsyncIdentityClient.from_connection_string(connection_string) as identity:
        alice, token = await identity.create_user_and_token([CommunicationTokenScope.CHAT])
        async with AsyncChatClient(endpoint, AsyncCredential(token.token)) as client:
            created = await client.create_chat_thread("Async")
            thread = client.get_chat_thread_client(created.chat_thread.id)
            async with thread:
                sent = await thread.send_message("hello")
                messages = [m async for m in thread.list_messages(results_per_page=1)]
                assert messages[0].id == sent.id and len(messages) == 3
        # Here the id goes over the wire, and into the signature, with its colons as they are.
        await identity.revoke_tokens(alice)
        await identity.delete_user(alice)
    done.append("asynchronous")


synchronous()
asyncio.run(asynchronous())
print(json.dumps({"done": done}))
