import * as client from "#emitted/azure/versioning/previewVersion/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createPreviewVersionContext({ validateResponses: true, endpoint });
const openStable = ({ endpoint }: CallContext) =>
  client.createPreviewVersionContext({
    validateResponses: true,
    endpoint,
    apiVersion: "2024-06-01",
  });

export const calls: Calls = {
  Azure_Versioning_PreviewVersion_getWidget: (at) =>
    assert.resolves(client.getWidget(open(at), "widget-123"), {
      id: "widget-123",
      name: "Sample Widget",
      color: "blue",
    }),
  Azure_Versioning_PreviewVersion_updateWidgetColor: (at) =>
    assert.resolves(client.updateWidgetColor(open(at), "widget-123", { color: "red" }), {
      id: "widget-123",
      name: "Sample Widget",
      color: "red",
    }),
  Azure_Versioning_PreviewVersion_listWidgets: (at) =>
    assert.resolves(client.listWidgets(openStable(at), { name: "test" }), {
      widgets: [{ id: "widget-1", name: "test" }],
    }),
};
