import type { Player, Stage } from "./stage.ts";

/** Waits until the page shows an activity. */
const shown = ({ page }: Player, text: string): Promise<void> =>
  page.getByRole("listitem").filter({ hasText: text }).first().waitFor();

/** Plays a customer with the Bot Framework's adapter, and an agent. */
export async function playBotAdapter(stage: Stage): Promise<void> {
  const [customer, agent, third] = [
    await stage.cast("Customer"),
    await stage.cast("Agent"),
    await stage.cast("Third"),
  ];
  const threadId = await stage.createThread("Support", [customer, agent], 6);
  const player = await stage.enter(customer, "bot-adapter", threadId);
  // The adapter delivers the newest messages first, and all messages after notifications are connected.
  await player.hears("activity", 13);
  await stage.observe("connected", player);

  await player.act("post", "My order is late");
  await shown(player, "My order is late");
  await player.act("postCard", "Order 1047");
  await player.act("type");
  await stage.request(agent, "POST", `/${threadId}/typing`, { senderDisplayName: "Agent" });
  await shown(player, "typing from Agent");
  const { id } = (await stage.request(agent, "POST", `/${threadId}/messages`, {
    content: "Let me see",
    type: "text",
    senderDisplayName: "Agent",
    metadata: { tags: "internal" },
  })) as { id: string };
  await shown(player, "Let me see");
  await stage.observe("the agent has answered", player);

  await stage.request(agent, "PATCH", `/${threadId}/messages/${id}`, { content: "I will look" });
  await shown(player, "I will look");
  await stage.request(agent, "DELETE", `/${threadId}/messages/${id}`);
  await stage.request(customer, "POST", `/${threadId}/participants/:add`, {
    participants: [
      {
        communicationIdentifier: { rawId: third.userId, communicationUser: { id: third.userId } },
        displayName: "Third",
      },
    ],
  });
  await stage.request(customer, "PATCH", `/${threadId}`, { topic: "Order 1047" });
  await stage.request(agent, "POST", `/${threadId}/messages`, { content: "Done", type: "text" });
  await shown(player, "Done");
  await stage.observe("edited, deleted, joined, renamed", player);

  await player.act("older");
  await player.hears("activity", 25);
  await stage.observe("older messages are loaded", player);
  await stage.request(agent, "DELETE", `/${threadId}`);
  await player.hears("activity", 26);
  await stage.observePrograms("at the end", player);
  stage.observeErrors("at the end");
}
