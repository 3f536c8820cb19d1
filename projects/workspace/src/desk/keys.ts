/** What people do at the page desk, with the keys that ask for it; each is a button, too. */
export const deskCommands = [
  { command: 'split', keys: ['s'], icon: 'content_cut' },
  { command: 'splitEnvelope', keys: ['S'], icon: 'mark_email_unread' },
  { command: 'join', keys: ['m'], icon: 'call_merge' },
  { command: 'joinEnvelope', keys: ['M'], icon: 'merge_type' },
  { command: 'accept', keys: ['y'], icon: 'lightbulb' },
  { command: 'nextHint', keys: ['g'], icon: 'travel_explore' },
  { command: 'turnLeft', keys: ['['], icon: 'rotate_left' },
  { command: 'turnRight', keys: [']'], icon: 'rotate_right' },
  { command: 'putAside', keys: ['Delete'], icon: 'delete_outline' },
  { command: 'putBack', keys: ['Backspace'], icon: 'restore_from_trash' },
  { command: 'cut', keys: ['x'], icon: 'move_up' },
  { command: 'pasteBefore', keys: ['v'], icon: 'content_paste' },
  { command: 'pasteAfter', keys: ['V'], icon: 'content_paste_go' },
  { command: 'move', keys: ['p'], icon: 'drive_file_move' },
  { command: 'extract', keys: ['e'], icon: 'note_add' },
  { command: 'extractEnvelope', keys: ['E'], icon: 'forward_to_inbox' },
  { command: 'earlier', keys: ['Alt+ArrowLeft'], icon: 'arrow_back' },
  { command: 'later', keys: ['Alt+ArrowRight'], icon: 'arrow_forward' },
  { command: 'toPrevious', keys: ['Alt+ArrowUp'], icon: 'arrow_upward' },
  { command: 'toNext', keys: ['Alt+ArrowDown'], icon: 'arrow_downward' },
  { command: 'nature', keys: ['n'], icon: 'label' },
  { command: 'beneficiaries', keys: ['b'], icon: 'group_add' },
  { command: 'unknown', keys: ['u'], icon: 'person_search' },
  { command: 'undo', keys: ['Ctrl+z'], icon: 'undo' },
  { command: 'redo', keys: ['Ctrl+y', 'Ctrl+Z'], icon: 'redo' },
  { command: 'all', keys: ['Ctrl+a'], icon: 'select_all' },
  { command: 'view', keys: ['Enter'], icon: 'zoom_in' },
  { command: 'larger', keys: ['+', '='], icon: 'zoom_in' },
  { command: 'smaller', keys: ['-'], icon: 'zoom_out' },
  { command: 'fit', keys: ['0'], icon: 'fit_screen' },
  { command: 'release', keys: ['r'], icon: 'task_alt' },
  { command: 'help', keys: ['?'], icon: 'keyboard' },
] as const;
export type DeskCommand = (typeof deskCommands)[number]['command'];

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], [role="separator"], .cdk-overlay-container';
const pressing = 'a, button, [role="button"]';
const byKey = new Map<string, DeskCommand>(deskCommands.flatMap(({ command, keys }) => keys.map((key) => [key, command] as const)));

/**
 * The command of a key stroke: none while somebody types. Single characters can be switched off (WCAG 2.1.4); those with
 * Ctrl or Alt, and Delete and the like, stay.
 */
export function deskCommandOf(event: KeyboardEvent, singleKeys: boolean): DeskCommand | undefined {
  const { target } = event;
  if (target instanceof Element && target.closest(typing)) return undefined;
  if (event.key === 'Enter' && target instanceof Element && target.closest(pressing)) return undefined;
  const key = /^\p{L}$/u.test(event.key) ? (event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase()) : event.key; // whatever Caps Lock says
  const held = event.ctrlKey || event.metaKey ? 'Ctrl+' : event.altKey ? 'Alt+' : '';
  if (!held && key.length === 1 && !singleKeys) return undefined;
  // A French keyboard types brackets with AltGr, which is Ctrl and Alt together.
  const altGr = event.ctrlKey && event.altKey;
  return byKey.get(altGr ? key : held + key);
}
