/** What a key asks for in a list of mails. */
export const commands = {
  j: 'next',
  k: 'previous',
  t: 'take',
  a: 'assign',
  r: 'answer',
  e: 'close',
  n: 'note',
  c: 'copy',
  p: 'reroute',
  u: 'undo',
  i: 'register',
  x: 'select',
  m: 'unread',
  f: 'follow',
  '/': 'search',
  '?': 'help',
} as const;
export type Command = (typeof commands)[keyof typeof commands];

export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly target: EventTarget | null;
}

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], .cdk-overlay-container';

/** The command of a key stroke: none while somebody types or a dialog is open, none with a modifier, none when single keys are switched off (WCAG 2.1.4). */
export function commandOf(stroke: Stroke, switchedOn: boolean): Command | undefined {
  if (!switchedOn || stroke.ctrlKey || stroke.altKey || stroke.metaKey) return undefined;
  if (stroke.target instanceof Element && stroke.target.closest(typing)) return undefined;
  return Object.hasOwn(commands, stroke.key) ? commands[stroke.key as keyof typeof commands] : undefined;
}

/** Back to the list: Escape, where it does not mean what somebody types into or a menu. */
export const isBack = ({ key, ctrlKey, altKey, metaKey, target }: Stroke): boolean => key === 'Escape' && !ctrlKey && !altKey && !metaKey && !(target instanceof Element && target.closest(typing));

/** Where a key of a list leads from `index`, or undefined when it isn't one of its keys. */
export function moved(key: string, index: number, length: number, page: number): number | undefined {
  const to = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page, Home: 0, End: length - 1 }[key];
  return to === undefined || length === 0 ? undefined : Math.min(length - 1, Math.max(0, to));
}
