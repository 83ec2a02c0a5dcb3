/** `fields` with `field` in it or not; a field that is added comes last. */
export function withField(fields: readonly string[], field: string, isOn: boolean): string[] {
  const others = fields.filter((known) => known !== field);
  return isOn ? [...others, field] : others;
}

/** How what is wanted for a field compares with what Meta reads back. */
export type FieldState = "on" | "off" | "differs_on" | "differs_off";

export function fieldState(field: string, desired: readonly string[], actual: readonly string[]): FieldState {
  const isActual = actual.includes(field);
  if (desired.includes(field) === isActual) return isActual ? "on" : "off";
  return isActual ? "differs_on" : "differs_off";
}
