import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { missingChromium } from "@acs-chat/chromium";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call } from "./support/call.ts";
import { openPage } from "./support/page.ts";

/** A webhook that confirms every handshake and refuses the events of the path `/no`. */
const webhook = createServer((request, response) => {
  const refused = request.method === "POST" && request.url === "/no";
  response.writeHead(refused ? 404 : 200, { "WebHook-Allowed-Origin": "*" }).end();
});
let address: string;
beforeAll(async () => {
  await once(webhook.listen(0, "127.0.0.1"), "listening");
  address = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}`;
});
afterAll(async () => {
  webhook.closeAllConnections();
  webhook.close();
});

describe.skipIf(missingChromium())("the Event Grid card", () => {
  test("adds and removes webhooks, and shows deliveries and dead letters", async () => {
    await using fixture = await openPage();
    const { page, emulator } = fixture;
    await page.getByRole("link", { name: "Controls" }).click();
    const card = page.getByRole("region", { name: "Event Grid" });
    for (const path of ["/yes", "/no"]) {
      await card.getByLabel("Schema").selectOption("CloudEvents 1.0");
      await card.getByLabel("Endpoint").fill(address + path);
      await card.getByRole("button", { name: "Subscribe" }).click();
      await card.getByText(address + path).waitFor();
      await expect.poll(() => card.getByLabel("Endpoint").inputValue()).toBe("");
    }
    await call(fixture, "POST", "/chat/threads", { topic: "Watched" });
    await emulator.control.eventGrid.settled();
    const deliveries = card.getByRole("list", { name: "Deliveries" });
    await deliveries.getByText("delivered", { exact: true }).first().waitFor();
    await card.getByText("Dead letters: 1").click();
    const dead = card.getByRole("list", { name: "Dead letters" });
    await dead.getByText("ChatThreadCreated").click();
    await dead.getByText('"topic": "Watched"').waitFor();

    await card
      .getByRole("button", { name: /^Remove/ })
      .first()
      .click();
    await expect.poll(() => emulator.control.eventGrid.subscriptions().length).toBe(1);
    expect(fixture.problems).toEqual([]);
  });
});
