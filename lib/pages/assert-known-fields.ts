import { AppError } from "@/lib/errors";
import { findUnknownFields } from "@/lib/messenger/field-catalogue";

/**
 * @param path where in the input the names stand
 * @throws {AppError} `invalid_input` naming every field Meta does not know
 */
export function assertKnownFields(fields: readonly string[], path = "fields"): void {
  const unknown = findUnknownFields(fields);
  if (unknown.length === 0) return;
  const message = `Facebook has no webhook field of this name: ${unknown.join(", ")}.`;
  const errors = unknown.map((field) => ({
    path: `${path}.${fields.indexOf(field)}`,
    message: `Unknown field "${field}".`,
  }));
  throw new AppError("invalid_input", message, { fields: errors });
}
