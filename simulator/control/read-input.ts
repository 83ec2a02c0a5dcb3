/** What a control call says, as JSON or in the query. */
export type ControlInput = Record<string, unknown>;

/** @throws Error when the value is missing or not text */
export function text(input: ControlInput, name: string): string {
  const value = optionalText(input, name);
  if (value === undefined) throw new Error(`"${name}" is missing.`);
  return value;
}

export function optionalText(input: ControlInput, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "object") throw new Error(`"${name}" must be text.`);
  return String(value);
}

export function optionalNumber(input: ControlInput, name: string): number | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Error(`"${name}" must be a number.`);
  return number;
}

export function optionalList(input: ControlInput, name: string): string[] | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new Error(`"${name}" must be a list.`);
  return value.map(String);
}

export function optionalFlag(input: ControlInput, name: string): boolean | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  return value === true || value === "true";
}

export function optionalObject(input: ControlInput, name: string): Record<string, unknown> | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) throw new Error(`"${name}" must be an object.`);
  return { ...value };
}

/** @throws Error when it is no list of objects, or an empty one */
export function objects(input: ControlInput, name: string): ControlInput[] {
  const value = input[name];
  if (!Array.isArray(value) || value.length === 0) throw new Error(`"${name}" must be a list.`);
  return value.map((item: unknown) => {
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
      throw new Error(`"${name}" must be a list of objects.`);
    }
    return { ...item };
  });
}

/** One of the given words. */
export function choice<const T extends string>(
  input: ControlInput,
  name: string,
  options: readonly T[],
): T | undefined {
  const value = optionalText(input, name);
  if (value === undefined) return undefined;
  const found = options.find((option) => option === value);
  if (found === undefined) throw new Error(`"${name}" must be one of ${options.join(", ")}.`);
  return found;
}
