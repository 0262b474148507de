/**
 * Returns what users and screen readers get from the page: roles, names, texts and states in document
 * order, one line each. Runs in the page, so it must not use imports or outer variables.
 */
export function seen(): string[] {
  const roles: Record<string, string> = {
    A: "link",
    BUTTON: "button",
    H1: "heading",
    H2: "heading",
    IMG: "img",
    INPUT: "textbox",
    LI: "listitem",
    OL: "list",
    TEXTAREA: "textbox",
    UL: "list",
  };
  const states = ["checked", "expanded", "pressed", "selected", "disabled", "busy"];
  const lines: string[] = [];

  const describe = (element: Element): string => {
    const given = element.getAttribute("role") ?? roles[element.tagName] ?? "";
    const role = given === "none" || given === "presentation" ? "" : given;
    const name = ["aria-label", "alt", "placeholder"]
      .map((attribute) => element.getAttribute(attribute))
      .find((one) => one !== null);
    const texts = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent!.trim())
      .filter((text) => text !== "");
    const found = states.filter(
      (state) =>
        element.getAttribute(`aria-${state}`) === "true" ||
        (state === "disabled" && (element as HTMLButtonElement).disabled === true),
    );
    const status = element.getAttribute("data-ui-status");
    // On a message of another user, the status says only who else has read it, and timers change it.
    const others = status !== null && !/^\S+ You said /.test(name ?? "");
    if (status !== null && !others) found.push(status);
    const { value } = element as HTMLInputElement;
    const parts = [
      role,
      name ? JSON.stringify(others ? name.replace(/^(?:seen|delivered) /, "") : name) : "",
      typeof value === "string" && value !== "" ? `= ${value}` : "",
      found.length > 0 ? `[${found.join(" ")}]` : "",
      texts.length > 0 ? `> ${texts.join(" | ")}` : "",
    ];
    return parts.filter((part) => part !== "").join(" ");
  };

  const visit = (element: Element, depth: number): void => {
    if (element.getAttribute("aria-hidden") === "true") return;
    // Timers show and hide announcements to screen readers.
    const live = element.getAttribute("role");
    if (live === "log" || (live === "status" && !element.hasAttribute("aria-label"))) return;
    if (!element.checkVisibility({ visibilityProperty: true })) return;
    const line = element instanceof SVGElement ? "" : describe(element);
    if (line !== "") lines.push("  ".repeat(depth) + line);
    for (const child of element.children) visit(child, depth + (line === "" ? 0 : 1));
  };

  for (const child of document.body.children) {
    if (child.tagName !== "SCRIPT") visit(child, 0);
  }
  return lines;
}
