import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseXml } from "./xml-parse.ts";
import { fromXml, toXml, type XmlShape } from "./xml.ts";

const pet: XmlShape = {
  name: "Pet",
  properties: [
    { key: "id", name: "id", value: "number", at: "attribute" },
    { key: "name", name: "Name", value: "string" },
    { key: "tame", name: "Tame", value: "boolean", optional: true },
    { key: "tags", name: "Tags", value: "string", items: "Tag" },
    {
      key: "young",
      name: "Young",
      value: () => pet,
      items: "Young",
      unwrapped: true,
      optional: true,
    },
    { key: "notes", name: "Notes", value: { record: "string" }, optional: true },
  ],
};

const rex = {
  id: 7,
  name: "Rex & <co>",
  tame: true,
  tags: ["a", "b"],
  young: [{ id: 8, name: "", tags: [] }],
  notes: { color: "red" },
};

test("writes a model as a document", () => {
  expect(toXml(rex, pet)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Pet id="7"><Name>Rex &amp; &lt;co&gt;</Name><Tame>true</Tame>' +
      '<Tags><Tag>a</Tag><Tag>b</Tag></Tags><Young id="8"><Name/><Tags/></Young><Notes><color>red</color></Notes></Pet>',
  );
});

test("reads the XML that it writes", () => {
  expect(fromXml(toXml(rex, pet), pet)).toEqual(rex);
});

test("preserves any text", () => {
  const shape: XmlShape = {
    name: "Text",
    properties: [
      { key: "attribute", name: "a", value: "string", at: "attribute" },
      { key: "text", name: "text", value: "string", at: "text" },
    ],
  };
  // XML cannot represent most control characters.
  const text = fc
    .string({ unit: "grapheme" })
    .map((value) => value.replace(/\p{Cc}|\uFFFE|\uFFFF/gu, "\n\t"));
  fc.assert(
    fc.property(text, text, (attribute, content) => {
      const value = { attribute: attribute.replaceAll("\n", " "), text: content };
      expect(fromXml(toXml(value, shape), shape)).toEqual(value);
    }),
  );
});

test("declares each namespace once, on the first element that uses it", () => {
  const shape: XmlShape = {
    name: "Book",
    namespace: ["b", "urn:books"],
    properties: [
      { key: "title", name: "title", value: "string", namespace: ["b", "urn:books"] },
      { key: "author", name: "author", value: "string", namespace: ["p", "urn:people"] },
    ],
  };
  const written = toXml({ title: "T", author: "A" }, shape);
  expect(written).toContain(
    '<b:Book xmlns:b="urn:books" xmlns:p="urn:people"><b:title>T</b:title><p:author>A</p:author></b:Book>',
  );
  expect(fromXml(written, shape)).toEqual({ title: "T", author: "A" });
});

test("reads elements with any namespace prefix", () => {
  expect(
    fromXml('<x:Pet xmlns:x="urn:x" x:id="1"><x:Name>A</x:Name><x:Tags/></x:Pet>', pet),
  ).toEqual({
    id: 1,
    name: "A",
    tags: [],
  });
});

test("reads declarations, comments, CDATA and references", () => {
  const source =
    "\uFEFF<?xml version=\"1.0\"?><!-- a < b --><a b='&quot;' >x&#65;&#x42;&amp;<![CDATA[<&amp;>]]><c/></a>\n";
  expect(parseXml(source)).toEqual({
    name: "a",
    attributes: { b: '"' },
    text: "xAB&<&amp;>",
    children: [{ name: "c", attributes: {}, text: "", children: [] }],
  });
});

test("leaves text that is not a number unchanged, so that the reader reports it", () => {
  expect(fromXml('<Pet id="seven"><Tame>perhaps</Tame></Pet>', pet)).toEqual({
    id: "seven",
    tame: "perhaps",
  });
});

test.each([
  ["an empty document", "", /no root element/],
  ["an element that is not closed", "<a><b></a>", /unexpected <\/a>/],
  ["an end that is missing", "<a>", /<a> is not closed/],
  ["two roots", "<a/><b/>", /second root/],
  ["text outside", "<a/>b", /outside of the root/],
  ["a document type", '<!DOCTYPE a [<!ENTITY b "c">]><a/>', /unexpected "<!DOCTYPE/],
  ["an unknown reference", "<a>&nbsp;</a>", /unknown reference &nbsp;/],
  ["HTML", "<html><br></html>", /unexpected <\/html>/],
])("refuses %s", (_, source, message) => {
  expect(() => parseXml(source)).toThrow(message);
});
