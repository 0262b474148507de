import type { ComponentChildren, JSX } from "preact";

/** A field with its label, and what there is to know about it. */
export function Field(props: {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** Takes the room of two fields where fields stand in columns. */
  readonly two?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <label class={props.two ? "field two" : "field"}>
      <span>{props.label}</span>
      {props.children}
      {props.hint !== undefined && <small>{props.hint}</small>}
    </label>
  );
}

/** The text that was typed into a field of a form; `""` if it was left empty. */
export function valueOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value.trim() : "";
}
