import { expect, test } from "vitest";
import { emit } from "./emit.ts";

test("has no result if the last response has headers only", async () => {
  const { files, errors } = await emit(`
    import "@typespec/rest";
    import "@typespec/versioning";
    import "@azure-tools/typespec-azure-resource-manager";
    using TypeSpec.Versioning;
    using Azure.ResourceManager;
    @armProviderNamespace
    @service(#{ title: "Things" })
    @versioned(Versions)
    namespace Microsoft.Things;
    enum Versions {
      @armCommonTypesVersion(Azure.ResourceManager.CommonTypes.Versions.v5)
      v2025: "2025-01-01",
    }
    @armResourceOperations
    interface Actions {
      clean is ArmProviderActionAsync<
        Response = Azure.Core.Foundations.RetryAfterHeader,
        Scope = SubscriptionActionScope
      >;
      count is ArmProviderActionAsync<Response = { total: int32 }, Scope = SubscriptionActionScope>;
    }`);
  expect(errors).toEqual([]);
  const code = [...files.values()].join("\n");
  expect(code).toMatch(/function actionsClean\([^)]*\): PollerLike<OperationState<void>, void>/);
  expect(code).toMatch(/function actionsCount\([^)]*\): PollerLike<\s*OperationState<models\.\w+>/);
});
