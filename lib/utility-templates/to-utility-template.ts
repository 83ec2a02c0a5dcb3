import type { StoredTemplate } from "@/lib/graph/message-templates";
import { hasBlanks, listBlanks } from "./template-blanks";
import type { UtilityTemplate } from "./utility-template";

/** A template as Meta stores it, in our words. */
export function toUtilityTemplate(stored: StoredTemplate): UtilityTemplate {
  const { id, name, language, status, rejected_reason, components = [] } = stored;
  const part = (type: string) => components.find((component) => component.type.toUpperCase() === type);
  const header = part("HEADER");
  const body = part("BODY")?.text ?? stored.body ?? "";
  const buttons = part("BUTTONS")?.buttons ?? [];
  return {
    id,
    name,
    language,
    status: status.toUpperCase(),
    // Meta writes NONE where there is no reason.
    rejectedReason: rejected_reason && rejected_reason !== "NONE" ? rejected_reason : null,
    header: header?.text ?? null,
    body,
    buttons: buttons.map(({ text }) => text ?? ""),
    parameters: listBlanks(body),
    obstacle: toObstacle({ header, body, buttons }),
  };
}

type Component = NonNullable<StoredTemplate["components"]>[number];
type Parts = { header: Component | undefined; body: string; buttons: NonNullable<Component["buttons"]> };

/** The desk fills blanks of the body; pictures, and blanks elsewhere, need what it has no field for. */
function toObstacle({ header, body, buttons }: Parts): string | null {
  if (body === "") return "Facebook does not tell what this template says.";
  if (header && (header.format ?? "TEXT").toUpperCase() !== "TEXT") {
    return "This template begins with a picture or a file, which the desk cannot fill in.";
  }
  if (hasBlanks(header?.text ?? "")) return "The header of this template has a blank, which the desk cannot fill in.";
  if (buttons.some(({ url = "", payload = "" }) => hasBlanks(url) || hasBlanks(payload))) {
    return "A button of this template has a blank, which the desk cannot fill in.";
  }
  return null;
}
