import { expect, test } from "vitest";
import { withClient } from "./client.ts";
import { emit } from "./emit.ts";
import { typeErrors } from "./type-errors.ts";

const spec = `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;

@discriminator("kind")
model Rule {
  @visibility(Lifecycle.Read) created?: string;
  name: string;
  kind: string;
}
model Device extends Rule { kind: "device"; maker?: string; }
model Place extends Rule { kind: "place"; city?: string; }
union AnyRule { Device, Place }
@route("/rules") @post op putRule(@body rule: AnyRule): AnyRule;

model Email { kind: "email"; address: string; seen: bytes; }
model Phone { address: string; country: string; @encode("rfc7231") seen: utcDateTime; }
model Pager { kind: "pager"; address: string; country: string; seen: bytes; }
union Contact { Phone, Email, Pager }
union Anyone { Contact, string }
@route("/anyone") @post op putAnyone(@header contentType: "application/json", @body anyone: Anyone): void;
@route("/contacts") @post op putContact(@body contact: Contact): void;
`;

test("does not send read-only properties, even of a received object", async () => {
  await withClient(spec, async (client, service) => {
    const rule = { kind: "place", name: "home", created: "yesterday" };
    service.reply = () => ({ body: rule });
    const context = client.createDemoContext!(service.options);
    expect(await client.putRule!(context, rule)).toEqual(rule);
    expect(service.received[0]?.body).toBe('{"kind":"place","name":"home"}');
  });
});

test("selects the variant of a union by its literal, and writes its bytes", async () => {
  await withClient(spec, async (client, service) => {
    const seen = new Uint8Array([1]);
    const pager = { kind: "pager", address: "1", country: "it", seen };
    await client.putContact!(client.createDemoContext!(service.options), pager);
    expect(JSON.parse(String(service.received[0]?.body))).toEqual({ ...pager, seen: "AQ==" });
  });
});

test("writes the variants of a nested union", async () => {
  await withClient(spec, async (client, service) => {
    const email = { kind: "email", address: "a@b.example", seen: new Uint8Array([1]) };
    const context = client.createDemoContext!(service.options);
    await client.putAnyone!(context, email);
    expect(JSON.parse(String(service.received[0]?.body))).toEqual({ ...email, seen: "AQ==" });
  });
});

test("emits type-correct code for unions of models", async () => {
  const { files, errors } = await emit(spec, { "emit-package-json": true });
  expect(errors).toEqual([]);
  expect(await typeErrors(files)).toEqual([]);
});
