/** The emulator and the users of a sample. */
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { ChatClient } from "@azure/communication-chat";

interface Person {
  id: string;
  token: string;
}

export const { endpoint, alice, bob } = JSON.parse(process.env.SAMPLE!) as {
  endpoint: string;
  alice: Person;
  bob: Person;
};

export const credentialOf = ({ token }: Person) => new AzureCommunicationTokenCredential(token);

export const clientOf = (person: Person) => new ChatClient(endpoint, credentialOf(person));

export async function newThread(client: ChatClient, topic: string): Promise<string> {
  const result = await client.createChatThread(
    { topic },
    { participants: [{ id: { communicationUserId: bob.id }, displayName: "Bob" }] },
  );
  return result.chatThread!.id;
}
