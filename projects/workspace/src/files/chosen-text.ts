/** The text of the one file that somebody chose, and its name; undefined when none was. The same file can be chosen again afterwards. */
export async function chosenText(input: HTMLInputElement): Promise<{ readonly name: string; readonly text: string } | undefined> {
  const [file] = Array.from(input.files ?? []);
  input.value = '';
  return file && { name: file.name, text: decoded(await file.arrayBuffer()) };
}

/** Older spreadsheets write Windows' own letters. */
export function decoded(bytes: AllowSharedBufferSource): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
