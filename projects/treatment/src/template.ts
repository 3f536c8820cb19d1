/** Fills `{{name}}` with the facts of the mail; an unknown name is left, so that the author sees it. */
export function fillTemplate(text: string, facts: { readonly [name: string]: string }): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => facts[name] ?? whole);
}
