import type { ComponentChildren, JSX } from "preact";

/** A form field with a label and an optional hint. */
export function Field(props: {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** Whether the field spans two columns. */
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

/** Returns the trimmed text of a form field; `""` if it is empty. */
export function valueOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value.trim() : "";
}
