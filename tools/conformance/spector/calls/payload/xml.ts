import * as client from "#emitted/payload/xml/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createXmlContext({ validateResponses: true, endpoint });

const simple = { name: "foo", age: 123 };
const simples = [simple, { name: "bar", age: 456 }];
const gatsby = { id: 123, title: "The Great Gatsby", author: "F. Scott Fitzgerald" };

export const calls: Calls = {
  Payload_Xml_SimpleModelValue_get: (at) =>
    assert.resolves(client.simpleModelValueGet(open(at)), simple),
  Payload_Xml_SimpleModelValue_put: (at) =>
    assert.nothing(client.simpleModelValuePut(open(at), simple)),
  Payload_Xml_ModelWithRenamedPropertyValue_get: (at) =>
    assert.resolves(client.modelWithRenamedPropertyValueGet(open(at)), {
      title: "foo",
      author: "bar",
    }),
  Payload_Xml_ModelWithRenamedPropertyValue_put: (at) =>
    assert.nothing(
      client.modelWithRenamedPropertyValuePut(open(at), { title: "foo", author: "bar" }),
    ),
  Payload_Xml_ModelWithRenamedFieldsValue_get: (at) =>
    assert.resolves(client.modelWithRenamedFieldsValueGet(open(at)), {
      inputData: simple,
      outputData: { name: "bar", age: 456 },
    }),
  Payload_Xml_ModelWithRenamedFieldsValue_put: (at) =>
    assert.nothing(
      client.modelWithRenamedFieldsValuePut(open(at), {
        inputData: simple,
        outputData: { name: "bar", age: 456 },
      }),
    ),
  Payload_Xml_ModelWithNestedModelValue_get: (at) =>
    assert.resolves(client.modelWithNestedModelValueGet(open(at)), { nested: simple }),
  Payload_Xml_ModelWithNestedModelValue_put: (at) =>
    assert.nothing(client.modelWithNestedModelValuePut(open(at), { nested: simple })),
  Payload_Xml_ModelWithRenamedNestedModelValue_get: (at) =>
    assert.resolves(client.modelWithRenamedNestedModelValueGet(open(at)), {
      author: { name: "foo" },
    }),
  Payload_Xml_ModelWithRenamedNestedModelValue_put: (at) =>
    assert.nothing(
      client.modelWithRenamedNestedModelValuePut(open(at), { author: { name: "foo" } }),
    ),
  Payload_Xml_ModelWithSimpleArraysValue_get: (at) =>
    assert.resolves(client.modelWithSimpleArraysValueGet(open(at)), {
      colors: ["red", "green", "blue"],
      counts: [1, 2],
    }),
  Payload_Xml_ModelWithSimpleArraysValue_put: (at) =>
    assert.nothing(
      client.modelWithSimpleArraysValuePut(open(at), {
        colors: ["red", "green", "blue"],
        counts: [1, 2],
      }),
    ),
  Payload_Xml_ModelWithUnwrappedArrayValue_get: (at) =>
    assert.resolves(client.modelWithUnwrappedArrayValueGet(open(at)), {
      colors: ["red", "green", "blue"],
      counts: [1, 2],
    }),
  Payload_Xml_ModelWithUnwrappedArrayValue_put: (at) =>
    assert.nothing(
      client.modelWithUnwrappedArrayValuePut(open(at), {
        colors: ["red", "green", "blue"],
        counts: [1, 2],
      }),
    ),
  Payload_Xml_ModelWithRenamedArraysValue_get: (at) =>
    assert.resolves(client.modelWithRenamedArraysValueGet(open(at)), {
      colors: ["red", "green", "blue"],
      counts: [1, 2],
    }),
  Payload_Xml_ModelWithRenamedArraysValue_put: (at) =>
    assert.nothing(
      client.modelWithRenamedArraysValuePut(open(at), {
        colors: ["red", "green", "blue"],
        counts: [1, 2],
      }),
    ),
  Payload_Xml_ModelWithWrappedPrimitiveCustomItemNamesValue_get: (at) =>
    assert.resolves(client.modelWithWrappedPrimitiveCustomItemNamesValueGet(open(at)), {
      tags: ["fiction", "classic"],
    }),
  Payload_Xml_ModelWithWrappedPrimitiveCustomItemNamesValue_put: (at) =>
    assert.nothing(
      client.modelWithWrappedPrimitiveCustomItemNamesValuePut(open(at), {
        tags: ["fiction", "classic"],
      }),
    ),
  Payload_Xml_ModelWithArrayOfModelValue_get: (at) =>
    assert.resolves(client.modelWithArrayOfModelValueGet(open(at)), { items: simples }),
  Payload_Xml_ModelWithArrayOfModelValue_put: (at) =>
    assert.nothing(client.modelWithArrayOfModelValuePut(open(at), { items: simples })),
  Payload_Xml_ModelWithUnwrappedModelArrayValue_get: (at) =>
    assert.resolves(client.modelWithUnwrappedModelArrayValueGet(open(at)), { items: simples }),
  Payload_Xml_ModelWithUnwrappedModelArrayValue_put: (at) =>
    assert.nothing(client.modelWithUnwrappedModelArrayValuePut(open(at), { items: simples })),
  Payload_Xml_ModelWithRenamedWrappedModelArrayValue_get: (at) =>
    assert.resolves(client.modelWithRenamedWrappedModelArrayValueGet(open(at)), { items: simples }),
  Payload_Xml_ModelWithRenamedWrappedModelArrayValue_put: (at) =>
    assert.nothing(client.modelWithRenamedWrappedModelArrayValuePut(open(at), { items: simples })),
  Payload_Xml_ModelWithRenamedUnwrappedModelArrayValue_get: (at) =>
    assert.resolves(client.modelWithRenamedUnwrappedModelArrayValueGet(open(at)), {
      items: simples,
    }),
  Payload_Xml_ModelWithRenamedUnwrappedModelArrayValue_put: (at) =>
    assert.nothing(
      client.modelWithRenamedUnwrappedModelArrayValuePut(open(at), { items: simples }),
    ),
  Payload_Xml_ModelWithRenamedWrappedAndItemModelArrayValue_get: (at) =>
    assert.resolves(client.modelWithRenamedWrappedAndItemModelArrayValueGet(open(at)), {
      books: [{ title: "The Great Gatsby" }, { title: "Les Miserables" }],
    }),
  Payload_Xml_ModelWithRenamedWrappedAndItemModelArrayValue_put: (at) =>
    assert.nothing(
      client.modelWithRenamedWrappedAndItemModelArrayValuePut(open(at), {
        books: [{ title: "The Great Gatsby" }, { title: "Les Miserables" }],
      }),
    ),
  Payload_Xml_ModelWithAttributesValue_get: (at) =>
    assert.resolves(client.modelWithAttributesValueGet(open(at)), {
      id1: 123,
      id2: "foo",
      enabled: true,
    }),
  Payload_Xml_ModelWithAttributesValue_put: (at) =>
    assert.nothing(
      client.modelWithAttributesValuePut(open(at), { id1: 123, id2: "foo", enabled: true }),
    ),
  Payload_Xml_ModelWithRenamedAttributeValue_get: (at) =>
    assert.resolves(client.modelWithRenamedAttributeValueGet(open(at)), gatsby),
  Payload_Xml_ModelWithRenamedAttributeValue_put: (at) =>
    assert.nothing(client.modelWithRenamedAttributeValuePut(open(at), gatsby)),
  Payload_Xml_ModelWithNamespaceValue_get: (at) =>
    assert.resolves(client.modelWithNamespaceValueGet(open(at)), {
      id: 123,
      title: "The Great Gatsby",
    }),
  Payload_Xml_ModelWithNamespaceValue_put: (at) =>
    assert.nothing(
      client.modelWithNamespaceValuePut(open(at), { id: 123, title: "The Great Gatsby" }),
    ),
  Payload_Xml_ModelWithNamespaceOnPropertiesValue_get: (at) =>
    assert.resolves(client.modelWithNamespaceOnPropertiesValueGet(open(at)), gatsby),
  Payload_Xml_ModelWithNamespaceOnPropertiesValue_put: (at) =>
    assert.nothing(client.modelWithNamespaceOnPropertiesValuePut(open(at), gatsby)),
  Payload_Xml_ModelWithTextValue_get: (at) =>
    assert.resolves(client.modelWithTextValueGet(open(at)), {
      language: "foo",
      content: "\n  This is some text.\n",
    }),
  Payload_Xml_ModelWithTextValue_put: (at) =>
    assert.nothing(
      client.modelWithTextValuePut(open(at), {
        language: "foo",
        content: "\n  This is some text.\n",
      }),
    ),
  Payload_Xml_ModelWithOptionalFieldValue_get: (at) =>
    assert.resolves(client.modelWithOptionalFieldValueGet(open(at)), { item: "widget" }),
  Payload_Xml_ModelWithOptionalFieldValue_put: (at) =>
    assert.nothing(client.modelWithOptionalFieldValuePut(open(at), { item: "widget" })),
  Payload_Xml_ModelWithEmptyArrayValue_get: (at) =>
    assert.resolves(client.modelWithEmptyArrayValueGet(open(at)), { items: [] }),
  Payload_Xml_ModelWithEmptyArrayValue_put: (at) =>
    assert.nothing(client.modelWithEmptyArrayValuePut(open(at), { items: [] })),
  Payload_Xml_ModelWithDictionaryValue_get: (at) =>
    assert.resolves(client.modelWithDictionaryValueGet(open(at)), {
      metadata: { Color: "blue", Count: "123", Enabled: "false" },
    }),
  Payload_Xml_ModelWithDictionaryValue_put: (at) =>
    assert.nothing(
      client.modelWithDictionaryValuePut(open(at), {
        metadata: { Color: "blue", Count: "123", Enabled: "false" },
      }),
    ),
  Payload_Xml_ModelWithEncodedNamesValue_get: (at) =>
    assert.resolves(client.modelWithEncodedNamesValueGet(open(at)), {
      modelData: simple,
      colors: ["red", "green", "blue"],
    }),
  Payload_Xml_ModelWithEncodedNamesValue_put: (at) =>
    assert.nothing(
      client.modelWithEncodedNamesValuePut(open(at), {
        modelData: simple,
        colors: ["red", "green", "blue"],
      }),
    ),
  Payload_Xml_ModelWithEnumValue_get: (at) =>
    assert.resolves(client.modelWithEnumValueGet(open(at)), { status: "success" }),
  Payload_Xml_ModelWithEnumValue_put: (at) =>
    assert.nothing(client.modelWithEnumValuePut(open(at), { status: "success" })),
  Payload_Xml_ModelWithDatetimeValue_get: (at) =>
    assert.resolves(client.modelWithDatetimeValueGet(open(at)), {
      rfc3339: new Date("2022-08-26T18:38:00.000Z"),
      rfc7231: new Date("2022-08-26T14:38:00.000Z"),
    }),
  Payload_Xml_ModelWithDatetimeValue_put: (at) =>
    assert.nothing(
      client.modelWithDatetimeValuePut(open(at), {
        rfc3339: new Date("2022-08-26T18:38:00.000Z"),
        rfc7231: new Date("2022-08-26T14:38:00.000Z"),
      }),
    ),
  Payload_Xml_XmlErrorValue_get: (at) =>
    assert.rejects(client.xmlErrorValueGet(open(at)), {
      statusCode: 400,
      details: { message: "Something went wrong", code: 400 },
    }),
};
