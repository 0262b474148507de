import { at, type Json, membersAt, type Mutation, rename, strings } from "./mutation.ts";

/** Changes of models and enumerations. */
export const SCHEMA_MUTATIONS: readonly Mutation[] = [
  {
    name: "drop a property",
    oracle: true,
    sites: properties,
    apply: (document, [model = "", property = ""]) => {
      delete at(document, "definitions", model, "properties")[property];
      setRequired(document, model, property, false);
    },
  },
  {
    name: "add a property",
    oracle: true,
    sites: properties,
    apply: (document, [model = ""]) => {
      at(document, "definitions", model, "properties")["surprise"] = { type: "string" };
    },
  },
  {
    name: "rename a property",
    oracle: true,
    sites: properties,
    apply: (document, [model = "", property = ""]) => {
      const required = isRequired(document, model, property);
      setRequired(document, model, property, false);
      rename(at(document, "definitions", model, "properties"), property, `${property}X`);
      setRequired(document, model, `${property}X`, required);
    },
  },
  {
    name: "toggle required of a property",
    oracle: true,
    sites: properties,
    apply: (document, [model = "", property = ""]) =>
      setRequired(document, model, property, !isRequired(document, model, property)),
  },
  {
    name: "toggle read-only of a property",
    oracle: true,
    sites: properties,
    apply: (document, [model = "", property = ""]) => {
      const schema = at(document, "definitions", model, "properties", property);
      schema["readOnly"] = schema["readOnly"] !== true;
    },
  },
  {
    name: "make a property nullable",
    oracle: true,
    sites: properties,
    apply: (document, [model = "", property = ""]) => {
      at(document, "definitions", model, "properties", property)["x-nullable"] = true;
    },
  },
  {
    name: "change the type of a property",
    oracle: true,
    sites: properties,
    apply: (document, [model = "", property = ""]) => {
      const { description, readOnly } = at(document, "definitions", model, "properties", property);
      const other = { type: "object", additionalProperties: { type: "boolean" }, description };
      at(document, "definitions", model, "properties")[property] = {
        ...other,
        ...(readOnly === true && { readOnly }),
      };
    },
  },
  {
    name: "wrap a property in an array",
    oracle: true,
    sites: properties,
    apply: (document, [model = "", property = ""]) => {
      const { description, readOnly, ...items } = at(
        document,
        "definitions",
        model,
        "properties",
        property,
      );
      at(document, "definitions", model, "properties")[property] = {
        type: "array",
        items,
        description,
        ...(readOnly === true && { readOnly }),
      };
    },
  },
  {
    name: "remove the date-time format of a property",
    oracle: true,
    sites: (document) =>
      properties(document).filter((site) => formatOf(document, site) === "date-time"),
    apply: (document, [model = "", property = ""]) => {
      delete at(document, "definitions", model, "properties", property)["format"];
    },
  },
  {
    name: "change another format of a property",
    oracle: false,
    sites: (document) =>
      properties(document).filter((site) => ["uri", "int32"].includes(formatOf(document, site))),
    apply: (document, [model = "", property = ""]) => {
      at(document, "definitions", model, "properties", property)["format"] = "other";
    },
  },
  {
    name: "add a limit to a property",
    oracle: false,
    sites: (document) => properties(document).filter((site) => typeOf(document, site) === "string"),
    apply: (document, [model = "", property = ""]) => {
      at(document, "definitions", model, "properties", property)["maxLength"] = 7;
    },
  },
  {
    name: "toggle whether an enumeration is open",
    oracle: true,
    sites: enums,
    apply: (document, [name = ""]) => {
      const hints = at(document, "definitions", name, "x-ms-enum");
      hints["modelAsString"] = hints["modelAsString"] !== true;
    },
  },
  {
    name: "drop a value of an enumeration",
    oracle: true,
    sites: (document) =>
      enums(document).flatMap(([name = ""]) => {
        const values = strings(at(document, "definitions", name)["enum"]);
        // An enumeration without values is not a valid schema.
        return values.length > 1 ? values.map((value) => [name, value]) : [];
      }),
    apply: (document, [name = "", value = ""]) => {
      const schema = at(document, "definitions", name);
      schema["enum"] = strings(schema["enum"]).filter((one) => one !== value);
      const hints = at(document, "definitions", name, "x-ms-enum");
      hints["values"] = (hints["values"] as Json[]).filter((one) => one["value"] !== value);
    },
  },
  {
    name: "add a value to an enumeration",
    oracle: true,
    sites: enums,
    apply: (document, [name = ""]) => {
      const schema = at(document, "definitions", name);
      schema["enum"] = [...strings(schema["enum"]), "surprise"];
    },
  },
  {
    name: "change a discriminator value",
    oracle: true,
    sites: (document) =>
      membersAt(document, "definitions")
        .filter(([, schema]) => "x-ms-discriminator-value" in schema)
        .map(([name]) => [name]),
    apply: (document, [name = ""]) => {
      at(document, "definitions", name)["x-ms-discriminator-value"] = "surprise";
    },
  },
  {
    name: "change the description of a property",
    oracle: false,
    onlyWords: true,
    sites: properties,
    apply: (document, [model = "", property = ""]) => {
      at(document, "definitions", model, "properties", property)["description"] = "Something else.";
    },
  },
];

function properties(document: Json): readonly (readonly string[])[] {
  return membersAt(document, "definitions").flatMap(([model]) =>
    membersAt(document, "definitions", model, "properties").map(([property]) => [model, property]),
  );
}

function enums(document: Json): readonly (readonly string[])[] {
  return membersAt(document, "definitions")
    .filter(([, schema]) => "enum" in schema)
    .map(([name]) => [name]);
}

function formatOf(document: Json, [model = "", property = ""]: readonly string[]): string {
  return String(at(document, "definitions", model, "properties", property)["format"]);
}

function typeOf(document: Json, [model = "", property = ""]: readonly string[]): string {
  return String(at(document, "definitions", model, "properties", property)["type"]);
}

function isRequired(document: Json, model: string, property: string): boolean {
  return strings(at(document, "definitions", model)["required"]).includes(property);
}

function setRequired(document: Json, model: string, property: string, required: boolean): void {
  const schema = at(document, "definitions", model);
  const others = strings(schema["required"]).filter((one) => one !== property);
  schema["required"] = required ? [...others, property] : others;
}
