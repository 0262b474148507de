import * as client from "#emitted/documentation/client";
import { assert } from "../assert.ts";
import type { CallContext, Calls } from "../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createDocumentationContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Documentation_Lists_bulletPointsOp: (at) => assert.nothing(client.listsBulletPointsOp(open(at))),
  Documentation_Lists_bulletPointsModel: (at) =>
    assert.nothing(client.listsBulletPointsModel(open(at), { prop: "Simple" })),
  Documentation_Lists_numbered: (at) => assert.nothing(client.listsNumbered(open(at))),
  Documentation_TextFormatting_boldText: (at) =>
    assert.nothing(client.textFormattingBoldText(open(at))),
  Documentation_TextFormatting_italicText: (at) =>
    assert.nothing(client.textFormattingItalicText(open(at))),
  Documentation_TextFormatting_combinedFormatting: (at) =>
    assert.nothing(client.textFormattingCombinedFormatting(open(at))),
};
