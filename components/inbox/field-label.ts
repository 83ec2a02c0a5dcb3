/** The key of a form's field as words: `postal_code` is "Postal code". What somebody wrote themselves stays as it is. */
export function fieldLabel(key: string): string {
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key)) return key;
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
