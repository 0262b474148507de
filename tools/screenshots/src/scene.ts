import { ChatClient } from "@acs-chat/client";
import type { Emulator } from "@acs-chat/emulator";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";

/** The time in the pictures. It is fixed, so that the pictures change only with the page. */
const MORNING = Date.UTC(2026, 2, 12, 9, 41);

const PEOPLE = {
  ada: "Ada Byron",
  grace: "Grace Hopper",
  linus: "Linus Pauling",
  mary: "Mary Anning",
};
type Person = keyof typeof PEOPLE;

interface Line {
  readonly from: Person;
  readonly content: string;
  readonly type?: "text" | "html";
  /** Minutes after the previous message. */
  readonly after?: number;
}

const OPEN_HOUSE: readonly Line[] = [
  { from: "ada", content: "Morning! Is everything ready for the open house on Friday?" },
  { from: "grace", content: "Nearly. Three things are left:", after: 2 },
  {
    from: "grace",
    content:
      "<ol><li>the <b>badges</b> (they come today)</li><li>the projector</li><li>cake</li></ol>",
    type: "html",
  },
  { from: "ada", content: "I’ll take the projector.", after: 1 },
  { from: "ada", content: "And I know a baker. 🎂" },
  {
    from: "grace",
    content: "Then we are done. I’ll send the plan to everybody tonight.",
    after: 3,
  },
];

const OTHERS: readonly {
  readonly topic: string;
  readonly with: readonly Person[];
  readonly last: Line;
}[] = [
  {
    topic: "Fossils, room 3",
    with: ["mary", "grace"],
    last: { from: "mary", content: "It has teeth!" },
  },
  {
    topic: "Order 1047",
    with: ["linus", "ada"],
    last: { from: "linus", content: "It has been sent." },
  },
  {
    topic: "Release 2.0",
    with: ["grace", "ada", "linus"],
    last: { from: "grace", content: "Is the changelog ready?" },
  },
];

/** A thread and its participants. */
export interface Scene {
  readonly threadId: string;
  readonly idOf: (person: Person) => string;
}

/** Creates the conversations on the emulator through its API. */
export async function setScene(emulator: Emulator): Promise<Scene> {
  const { clock } = emulator.control;
  clock.freeze(MORNING - 40 * 60_000);
  const clients = new Map<Person, ChatClient>();
  const ids = new Map<Person, string>();
  for (const name of Object.keys(PEOPLE) as Person[]) {
    const { id, token } = await emulator.createUser({ name });
    ids.set(name, id);
    const credential = new AzureCommunicationTokenCredential(token);
    const options = { validateResponses: true };
    clients.set(name, new ChatClient(emulator.endpoint, credential, options));
  }
  const idOf = (person: Person): string => ids.get(person) ?? "";
  const open = async (topic: string, people: readonly Person[]): Promise<string> => {
    const participants = people.map((person) => ({
      id: { communicationUserId: idOf(person) },
      displayName: PEOPLE[person],
    }));
    const client = clients.get(people[0]!)!;
    const { chatThread } = await client.createChatThread({ topic }, { participants });
    if (chatThread === undefined) throw new Error("The emulator's response contains no thread.");
    return chatThread.id;
  };
  const say = async (threadId: string, { from, content, type = "text", after = 0 }: Line) => {
    clock.advance(after * 60_000 + 4000);
    await clients
      .get(from)!
      .getChatThreadClient(threadId)
      .sendMessage({ content }, { type, senderDisplayName: PEOPLE[from] });
  };
  for (const { topic, with: people, last } of OTHERS) {
    await say(await open(topic, people), last);
    clock.advance(5 * 60_000);
  }
  const threadId = await open("Open house", ["ada", "grace", "mary"]);
  for (const line of OPEN_HOUSE) await say(threadId, line);
  clock.freeze(MORNING);
  return { threadId, idOf };
}
