import type { Locator } from "playwright-core";
import { nextSecond, type Player, type Stage } from "./stage.ts";

/** Locates a message with exactly this text that was sent or has failed. */
const bubble = ({ page }: Player, text: string): Locator =>
  page.locator("[data-ui-status]:not([data-ui-status=sending])").getByText(text, { exact: true });

/** Waits until the page shows the player's own message as read. */
const isRead = ({ page }: Player, text: string): Promise<void> =>
  page.locator("[data-ui-status=seen]").filter({ hasText: text }).waitFor();

async function say({ page }: Player, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Enter a message" }).fill(text);
  await page.getByRole("button", { name: "Send message", exact: true }).click();
}

/** Plays two users of an app on the UI library's hooks. */
export async function playHooks(stage: Stage): Promise<void> {
  const [a, b, carol] = [
    await stage.cast("Alice"),
    await stage.cast("Bob"),
    await stage.cast("Carol"),
  ];
  const threadId = await stage.createThread("Lunch", [a, b], 4);
  const [alice, bob] = await Promise.all([
    stage.enter(a, "hooks", threadId),
    stage.enter(b, "hooks", threadId),
  ]);
  const both = [alice, bob];
  for (const player of both) {
    await bubble(player, "Line 1").waitFor();
    await player.hears("page of participants");
  }
  await stage.observe("opened", ...both);

  await alice.act("listMessages");
  await alice.act("addParticipant", carol.userId, "Carol");
  for (const player of both) await player.hears("participantsAdded");
  await stage.observe("Carol has been added", ...both);

  await alice.act("sendHtml", "<b>Noodles</b> at noon");
  await bob.page.locator("b", { hasText: "Noodles" }).waitFor();
  await isRead(alice, "at noon");
  await stage.observe("Alice has sent HTML", ...both);

  await bob.page.getByRole("textbox", { name: "Enter a message" }).pressSequentially("Yes");
  await alice.page.getByText("is typing").waitFor();
  await stage.observe("Bob types", alice);
  await say(bob, "Yes, please");
  await bubble(alice, "Yes, please").waitFor();
  await alice.act("updateTopic", "Noodles");
  for (const player of both) await player.hears("chatThreadPropertiesUpdated");
  await isRead(bob, "Yes, please");
  await stage.observe("Bob has sent, and the topic has changed", ...both);

  await bob.act("createThread", "Bob's own");
  await bob.hears("chatThreadCreated");
  await bob.act("listThreads");
  await stage.observe("Bob has created a thread", bob);
  await bob.act("deleteThread", "Bob's own");
  await bob.hears("chatThreadDeleted");
  await stage.observe("Bob has deleted it", bob);

  await bob.act("stop");
  await say(alice, "Unheard");
  await bubble(alice, "Unheard").waitFor();
  await stage.observe("Bob has stopped notifications", ...both);
  await bob.act("start");
  await say(alice, "Heard again");
  await bubble(bob, "Heard again").waitFor();
  await isRead(alice, "Heard again");
  await stage.observe("Bob has started them again", ...both);

  stage.emulator.control.faults.add({
    operations: ["sendChatMessage"],
    action: "status",
    status: 403,
  });
  await say(bob, "Refused");
  await bob.page.locator("[data-ui-status=failed]").waitFor();
  await stage.observe("Bob's message has been refused", bob);
  await nextSecond(bob);
  await bob.act("getMessage", "1");
  await bob.act("removeParticipant", carol.userId);
  for (const player of both) await player.hears("participantsRemoved");
  await alice.act("listMessages");
  await alice.act("listReadReceipts");
  await alice.act("deleteThread", "Noodles");
  for (const player of both) await player.hears("chatThreadDeleted");
  await stage.observe("Alice has deleted the thread", ...both);

  await stage.observePrograms("at the end", ...both);
  stage.observeErrors("at the end");
}
