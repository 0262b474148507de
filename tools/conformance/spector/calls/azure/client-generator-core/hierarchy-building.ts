import * as client from "#emitted/azure/client-generator-core/hierarchy-building/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createHierarchyBuildingContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_HierarchyBuilding_AnimalOperations_updatePetAsAnimal: (at) =>
    assert.resolves(
      client.animalOperationsUpdatePetAsAnimal(open(at), {
        kind: "pet",
        name: "Buddy",
        trained: true,
      }),
      { kind: "pet", name: "Buddy", trained: true },
    ),
  Azure_ClientGenerator_Core_HierarchyBuilding_AnimalOperations_updateDogAsAnimal: (at) =>
    assert.resolves(
      client.animalOperationsUpdateDogAsAnimal(open(at), {
        kind: "dog",
        name: "Rex",
        trained: true,
        breed: "German Shepherd",
      }),
      { kind: "dog", name: "Rex", trained: true, breed: "German Shepherd" },
    ),
  Azure_ClientGenerator_Core_HierarchyBuilding_PetOperations_updatePetAsPet: (at) =>
    assert.resolves(
      client.petOperationsUpdatePetAsPet(open(at), { kind: "pet", name: "Buddy", trained: true }),
      { kind: "pet", name: "Buddy", trained: true },
    ),
  Azure_ClientGenerator_Core_HierarchyBuilding_PetOperations_updateDogAsPet: (at) =>
    assert.resolves(
      client.petOperationsUpdateDogAsPet(open(at), {
        kind: "dog",
        name: "Rex",
        trained: true,
        breed: "German Shepherd",
      }),
      { kind: "dog", name: "Rex", trained: true, breed: "German Shepherd" },
    ),
  Azure_ClientGenerator_Core_HierarchyBuilding_DogOperations_updateDogAsDog: (at) =>
    assert.resolves(
      client.dogOperationsUpdateDogAsDog(open(at), {
        kind: "dog",
        name: "Rex",
        trained: true,
        breed: "German Shepherd",
      }),
      { kind: "dog", name: "Rex", trained: true, breed: "German Shepherd" },
    ),
};
