import type { Locator } from "playwright-core";
import type { Player, Stage } from "./stage.ts";

const input = (player: Player): Locator =>
  player.page.getByRole("textbox", { name: "Enter a message" });

/** Locates a message with exactly this text that was sent or has failed. */
const bubble = ({ page }: Player, text: string): Locator =>
  page.locator("[data-ui-status]:not([data-ui-status=sending])").getByText(text, { exact: true });

async function say(player: Player, text: string): Promise<void> {
  await input(player).fill(text);
  await player.page.getByRole("button", { name: "Send message", exact: true }).click();
}

/** Opens the menu of the player's own message and chooses an item. */
async function choose(player: Player, text: string, item: "Edit" | "Delete"): Promise<void> {
  await bubble(player, text).hover();
  await player.page.getByRole("button", { name: "more options" }).last().click();
  await player.page.getByRole("menuitem", { name: item }).click();
}

/** Scrolls up page by page until a message is loaded. */
async function scrollUpTo(player: Player, from: string, text: string): Promise<void> {
  await bubble(player, from).hover();
  for (let turns = 0; turns < 500 && (await bubble(player, text).count()) === 0; turns++) {
    await player.page.mouse.wheel(0, -500);
    await player.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  await bubble(player, text).scrollIntoViewIfNeeded();
}

/** Waits for the newest message of the history and scrolls up to the oldest one. */
async function readAll(player: Player): Promise<void> {
  await bubble(player, "Line 30").waitFor();
  await scrollUpTo(player, "Line 30", "Line 1");
}

async function toTheEnd(player: Player): Promise<void> {
  await player.page.mouse.wheel(0, 100_000);
  await bubble(player, "Line 30").scrollIntoViewIfNeeded();
}

async function seenByOthers(player: Player, text: string): Promise<void> {
  await player.page.locator("[data-ui-status=seen]").getByText(text, { exact: true }).waitFor();
}

/** Plays two users of Microsoft's chat composite. */
export async function playComposite(stage: Stage): Promise<void> {
  const [a, b, carol] = [
    await stage.cast("Alice"),
    await stage.cast("Bob"),
    await stage.cast("Carol"),
  ];
  const threadId = await stage.createThread("Lunch", [a, b], 30);
  const [alice, bob] = await Promise.all([
    stage.enter(a, "composite", threadId),
    stage.enter(b, "composite", threadId),
  ]);
  const both = [alice, bob];

  // The speed of the machine decides how many messages are loaded first.
  for (const player of both) await readAll(player);
  await stage.observe("opened, and scrolled to the beginning", ...both);
  await toTheEnd(bob);
  await seenByOthers(alice, "Line 30");

  await input(bob).pressSequentially("Noo");
  await alice.page.getByText("is typing").waitFor();
  await stage.observe("Bob types", ...both);

  await say(bob, "Noodles at noon?");
  await alice.page.getByText("New messages").waitFor();
  await stage.observe("Bob has sent while Alice was far up", alice);
  await alice.page.getByText("New messages").click();
  await bubble(alice, "Noodles at noon?").waitFor();
  await seenByOthers(bob, "Noodles at noon?");
  await stage.observe("Alice has gone down and read", ...both);

  await choose(bob, "Noodles at noon?", "Edit");
  await bob.page.getByRole("textbox").first().fill("Noodles at one?");
  await stage.observe("Bob edits", bob);
  await bob.page.getByRole("button", { name: "Done" }).click();
  await alice.page.getByText("Edited", { exact: true }).waitFor();
  await bubble(alice, "Noodles at one?").waitFor();
  await stage.observe("Bob has edited", ...both);

  await say(alice, "Wrong window");
  await bubble(bob, "Wrong window").waitFor();
  await seenByOthers(alice, "Wrong window");
  await choose(alice, "Wrong window", "Delete");
  for (const player of both) await bubble(player, "Wrong window").waitFor({ state: "detached" });
  await stage.observe("Alice has deleted", ...both);

  await alice.act("setTopic", "Late lunch");
  for (const { page } of both) await page.getByText("Late lunch", { exact: true }).waitFor();
  await stage.observe("Alice has changed the topic", ...both);

  await stage.request(a, "POST", `/${threadId}/participants/:add`, {
    participants: [
      {
        communicationIdentifier: { rawId: carol.userId, communicationUser: { id: carol.userId } },
        displayName: "Carol",
      },
    ],
  });
  for (const { page } of both) await page.getByText("Carol").first().waitFor();
  await stage.observe("Carol has joined", ...both);
  await alice.act("removeParticipant", carol.userId);
  await alice.hears("participantsRemoved");
  await bob.hears("participantsRemoved");
  await stage.observe("Carol has been removed", ...both);

  await stage.observePrograms("before the reload", bob);
  await bob.page.reload();
  await readAll(bob);
  await toTheEnd(bob);
  await bob.page.getByLabel("Message seen by others").waitFor();
  await stage.observe("Bob has reloaded", bob);

  await stage.disconnect(bob);
  // Alice sends first. The service returns times in whole seconds, but a failed message gets a time in milliseconds
  // from the browser, and the library orders by both. In the other order, the result would depend on timing.
  await say(alice, "Bob, are you there?");
  await bubble(alice, "Bob, are you there?").waitFor();
  await say(bob, "Can you hear me?");
  await bob.page.locator("[data-ui-status=failed]").waitFor();
  await stage.observe("Bob is offline", ...both);
  await stage.reconnect(bob);
  // Bob reads before he replies. If a read receipt arrives before the library has rendered a new message, the library
  // takes the old scroll position for the end, does not scroll, and never reports the message as read.
  await bubble(bob, "Bob, are you there?").hover();
  await bob.page.mouse.wheel(0, 100_000);
  await seenByOthers(alice, "Bob, are you there?");
  await say(bob, "Back again");
  await bubble(alice, "Back again").waitFor();
  await seenByOthers(bob, "Back again");
  await stage.observe("Bob is back", ...both);

  await alice.act("removeParticipant", bob.userId);
  await alice.hears("participantsRemoved", 2);
  await bob.hears("participantsRemoved");
  await say(bob, "One more thing");
  await bob.page.locator("[data-ui-status=failed]").nth(1).waitFor();
  await stage.observe("Bob has been removed", ...both);

  await stage.observePrograms("at the end", ...both);
  stage.observeErrors("at the end");
}
