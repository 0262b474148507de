import { expect, test } from "vitest";
import { convert, openApi } from "./convert.ts";

/** Returns the names that operations with these ids have in TypeSpec; the keys are methods and paths. */
async function namesOf(
  ids: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, operationId] of Object.entries(ids)) {
    const [method = "", path = ""] = key.split(" ");
    const operation = { operationId, responses: { 200: { description: "" } } };
    paths[path] = { ...paths[path], [method]: operation };
  }
  const { files } = await convert(
    openApi({ paths, components: { schemas: { User: { type: "object" } } } }),
  );
  const text = files.get("operations.tsp") ?? "";
  return [...text.matchAll(/^(interface \w+)|^(?:op|  ) ?(\w+)\(/gm)].map(
    ([, group, name]) => group ?? name ?? "",
  );
}

test("leaves out the path and the method that FastAPI appends to the names of functions", async () => {
  expect(
    await namesOf({
      "get /agents/{agent_id}": "get_agent_agents__agent_id__get",
      "post /agents/{agent_id}/run-now": "run_now_agents__agent_id__run_now_post",
      "get /": "root__get",
      "get /agents": "get_agents",
    }),
  ).toEqual(["getAgent", "runNow", "root", "getAgents"]);
});

test("leaves out the method that Springfox appends to the names of functions", async () => {
  expect(
    await namesOf({
      "get /pets": "listPetsUsingGET",
      "put /pets": "savePetUsingPUT_1",
      "delete /pets": "savePetUsingPUT",
    }),
  ).toEqual(["listPets", "savePet", "savePetUsingPUT"]);
});

test("keeps ids that would not be unique without what a framework has appended", async () => {
  expect(
    await namesOf({
      "get /cats": "list_all_cats_get",
      "get /dogs": "list_all_dogs_get",
      "get /pets": "get_pet_pets_get",
      "get /owner": "getPet",
      "post /cats": "saveUsingPOST",
      "post /dogs": "saveUsingPOST_1",
    }),
  ).toEqual([
    "listAllCatsGet",
    "saveUsingPOST",
    "listAllDogsGet",
    "saveUsingPOST1",
    "getPetPetsGet",
    "getPet",
  ]);
});

test("names groups after controllers without the word Controller", async () => {
  expect(
    await namesOf({
      "get /pets": "PetsController_list",
      "get /": "AppController_getHello",
    }),
  ).toEqual(["interface Pets", "list", "interface App", "getHello"]);
  expect(await namesOf({ "get /pets": "PetsController_list", "get /": "App_getHello" })).toEqual([
    "interface PetsController",
    "list",
    "interface App",
    "getHello",
  ]);
});

test("keeps the name of a group in clients if a schema has the same name", async () => {
  const { files } = await convert(
    openApi({
      paths: {
        "/user": { get: { operationId: "User_get", responses: { 200: { description: "" } } } },
      },
      components: { schemas: { User: { type: "object" } } },
    }),
  );
  expect(files.get("operations.tsp")).toContain(
    '@Azure.ClientGenerator.Core.clientName("User")\ninterface UserOperations {',
  );
});

test("names an operation with the id of an earlier one after its method and path, and lists it", async () => {
  const ids = {
    "get /pets": "all",
    "get /pets/{id}": "get",
    "get /owners/{id}": "get",
    "post /all": "all",
  };
  expect(await namesOf(ids)).toEqual(["all", "get", "getOwnersById", "postAll"]);
  const get = { operationId: "all", responses: { 204: { description: "" } } };
  const { losses } = await convert(openApi({ paths: { "/pets": { get }, "/owners": { get } } }));
  expect(losses.map(({ pointer, reason }) => `${pointer}: ${reason}`)).toEqual([
    "/paths/~1owners/get/operationId: Another operation has the same name, so this one is named after its method and path.",
  ]);
});
