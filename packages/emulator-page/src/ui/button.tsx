import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { Icon, type IconName } from "./icons.tsx";
import { notify } from "./notice.tsx";

type ButtonProps = JSX.IntrinsicElements["button"];

/** A button. `main` is for the primary action, `danger` for an action that cannot be undone. */
export function Button(
  props: ButtonProps & { readonly kind?: "main" | "danger" | "quiet"; readonly icon?: IconName },
): JSX.Element {
  const { kind, icon, children, class: more, ...rest } = props;
  return (
    <button type="button" class={["button", kind ?? "", more ?? ""].join(" ").trim()} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button with an icon. `label` is its accessible name and tooltip. */
export function IconButton(
  props: ButtonProps & { readonly icon: IconName; readonly label: string },
): JSX.Element {
  const { icon, label, class: more, ...rest } = props;
  const classes = ["icon-button", more ?? ""].join(" ").trim();
  return (
    <button type="button" class={classes} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}

/** Copies a text to the clipboard and shows a notice. Disabled without a text. */
export function CopyButton(props: {
  readonly text: string | undefined;
  readonly label: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const [copied, setCopied] = useState(false);
  const { text, label, children } = props;
  const copy = (): void => {
    if (text === undefined) return;
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
        notify(`Copied: ${label}`, "good");
        setTimeout(() => setCopied(false), 1500);
      },
      () => notify("The browser does not allow this page to copy. Select the text instead.", "bad"),
    );
  };
  const icon = copied ? "check" : "copy";
  return children === undefined ? (
    <IconButton icon={icon} label={`Copy ${label}`} onClick={copy} />
  ) : (
    <Button icon={icon} disabled={text === undefined} onClick={copy}>
      {children}
    </Button>
  );
}
