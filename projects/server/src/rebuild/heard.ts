import { nextState, otherKinds, type MailAction, type MailState, type OtherKind } from '@bannette/domain';
import type { Told, ToldColumn } from '@bannette/registration';
import type { JournalEntry, JsonObject } from '@bannette/store';

type Columns = { -readonly [column in ToldColumn]?: Told[column] };

/** What the journal tells of a mail. */
export interface Heard {
  /** Columns that follow from the entries exactly. */
  readonly columns: Partial<Told>;
  /** What entries tell nearly: instants to the second, words that may have been corrected since. */
  readonly nearly: Partial<Pick<Told, 'registered_at' | 'closed_at' | 'created_at' | 'subject'>> & { readonly sender?: string };
  /** Whether the entries begin with how the mail came to be, and none of them is of a kind that isn't known here. */
  readonly whole: boolean;
  /** Digests of the originals that it came with. */
  readonly documents: readonly string[];
  /** Notes that were left on it. */
  readonly notes: readonly string[];
}

interface Hearing {
  columns: Columns;
  nearly: { -readonly [fact in keyof Heard['nearly']]: Heard['nearly'][fact] };
  whole: boolean;
  documents: string[];
  notes: string[];
  /** What an undo of the last person's action would bring back. */
  before?: { readonly action: string; readonly columns: Columns };
}

/** Columns that an undo brings back (see `changeMail` of `@bannette/house`). */
const undoable = ['service', 'wanted_service', 'site', 'mail_rooms', 'tray', 'route_because', 'due_date', 'due_because', 'priority', 'assignee', 'assignee_name', 'copies', 'closed_at', 'closing_reason', 'state'] as const;
const undoableActions: { readonly [type: string]: MailAction } = { 'mail.prioritised': 'prioritise', 'mail.taken': 'take', 'mail.released': 'release', 'mail.assigned': 'assign', 'mail.copied': 'copy', 'mail.rerouted': 'reroute', 'mail.passedOn': 'passOn', 'mail.closed': 'close', 'mail.closedWithoutAnswer': 'closeWithoutAnswer' };

/** Reads a mail's entries, oldest first. */
export function hear(entries: readonly JournalEntry[]): Heard {
  const births = ['mail.captured', 'mail.entered', 'mail.sent', 'mail.recovered'];
  const hearing: Hearing = { columns: {}, nearly: {}, whole: births.includes(entries[0]?.type ?? ''), documents: [], notes: [] };
  for (const entry of entries) {
    const action = undoableActions[entry.type];
    if (action && entry.actor !== 'system') hearing.before = { action, columns: Object.fromEntries(undoable.filter((column) => column in hearing.columns).map((column) => [column, hearing.columns[column]])) };
    else if (entry.actor !== 'system' && entry.type !== 'mail.undone') hearing.before = undefined;
    // What people did in Alfresco is told beside the mail's circulation, which it does not change.
    const understand = entry.type.startsWith('alfresco.') || entry.type.startsWith('alert.') ? nothing : meanings[entry.type];
    if (understand) understand(hearing, entry, entry.data);
    else hearing.whole = false;
  }
  return hearing;
}

type Meaning = (hearing: Hearing, entry: JournalEntry, data: JsonObject) => void;
const word = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const words = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
const digests = (value: unknown): string[] => (Array.isArray(value) ? value.map((one) => String((one as JsonObject).sha512)) : []);
const nobody = { assignee: null, assignee_name: null } as const;
/** None said is the central mail room, as everywhere before there were sites. */
const placed = (data: JsonObject) => ({ site: word(data.site), mail_rooms: Array.isArray(data.mailRooms) ? words(data.mailRooms) : null });
const isOther = (kind: unknown): kind is OtherKind => (otherKinds as readonly unknown[]).includes(kind);
const moved: Meaning = ({ columns }, _entry, data) => void Object.assign(columns, placed(data));
const nowhere = { service: null, tray: null } as const;

const nothing: Meaning = () => undefined;
const move = (hearing: Hearing, action: MailAction): void => {
  const { state } = hearing.columns;
  if (state) hearing.columns.state = nextState(state, action) ?? state;
};
const forget = (hearing: Hearing, ...columns: readonly ToldColumn[]): void => columns.forEach((column) => delete hearing.columns[column]);

const registered: Meaning = ({ columns, nearly }, entry, data) => {
  const chrono = word(data.chrono);
  Object.assign(columns, { state: 'registered' satisfies MailState, register: word(data.register) ?? 'incoming', chrono, node_name: chrono, type: word(data.type), received_at: word(data.receivedAt), wanted_service: word(data.service), let_through: entry.type === 'mail.letThrough' });
  Object.assign(nearly, { registered_at: entry.at.toISOString(), subject: word(entry.personal?.subject), sender: word(entry.personal?.sender) ?? undefined });
};
const closed = (state: MailState, reason: string): Meaning => ({ columns, nearly }, entry) => {
  Object.assign(columns, { state, closing_reason: word(entry.personal?.[reason]) });
  nearly.closed_at = entry.at.toISOString();
  forget({ columns } as Hearing, 'closed_at', ...(entry.personalErased ? (['closing_reason'] as const) : []));
};

/** Who treats a mail that somebody takes: whom they replace, if they do. */
const treating = ({ actor, onBehalfOf }: JournalEntry): string => onBehalfOf ?? actor;
/** What somebody does who treats a mail: nobody had it, and it is theirs. */
const takenWith = (hearing: Hearing, entry: JournalEntry, action: MailAction): void => {
  move(hearing, action);
  if (hearing.columns.assignee !== null) return;
  hearing.columns.assignee = treating(entry);
  forget(hearing, 'assignee_name');
};
/** Services that are in copy for an opinion come and go with it. */
const copied: Meaning = ({ columns }, _entry, data) => {
  if (Array.isArray(data.copies)) columns.copies = words(data.copies);
};
const both = (one: Meaning, other: Meaning): Meaning => (hearing, entry, data) => {
  one(hearing, entry, data);
  other(hearing, entry, data);
};

const tellsAll = (because: unknown): boolean => ((because as { matched?: readonly { value: string }[] } | undefined)?.matched ?? []).every(({ value }) => value !== '');

const meanings: { readonly [type: string]: Meaning } = {
  'mail.captured': ({ columns, nearly, documents }, entry, data) => {
    const unborn = { register: null, chrono: null, answer_of: null, wanted_service: null, due_date: null, closed_at: null, departure_date: null, declared_trigger: null, route_because: null };
    Object.assign(columns, { category: 'incoming', state: 'toQualify', deposit_id: word(data.deposit), copies: [], let_through: false, intermediate_at: null, ...placed(data), ...unborn, ...nowhere, ...nobody });
    nearly.created_at = entry.at.toISOString();
    documents.push(...digests(data.documents));
  },
  'mail.entered': ({ columns, nearly }, entry, data) => {
    const unborn = { register: null, chrono: null, answer_of: null, wanted_service: null, due_date: null, closed_at: null, departure_date: null, declared_trigger: null, route_because: null };
    Object.assign(columns, { category: word(data.category), kind: isOther(data.kind) ? data.kind : null, state: 'toQualify' satisfies MailState, channel: word(data.channel), deposit_id: word(data.deposit), copies: words(data.copies), let_through: false, ...placed(data), ...unborn, ...nowhere, ...nobody });
    nearly.created_at = entry.at.toISOString();
  },
  'mail.addressed': ({ columns }, { personal }, data) => {
    if (typeof data.assignee === 'string') Object.assign(columns, { assignee: data.assignee });
    if (typeof data.assignee === 'string' && personal) columns.assignee_name = word(personal.assigneeName);
    else if (typeof data.assignee === 'string') forget({ columns } as Hearing, 'assignee_name');
    if (typeof data.dueDate === 'string') Object.assign(columns, { due_date: data.dueDate, due_because: { code: 'due.wanted', params: {} } });
  },
  'mail.fieldsChanged': ({ columns }) => forget({ columns } as Hearing, 'fields'),
  'mail.recut': ({ documents }, _entry, data) => void documents.splice(0, documents.length, ...digests(data.documents)),
  'mail.documentAdded': ({ documents }, _entry, data) => void documents.push(...digests(data.documents)),
  'mail.registered': registered,
  'mail.letThrough': registered,
  'mail.distributed': ({ columns }, _entry, data) => {
    Object.assign(columns, { state: 'distributed', tray: word(data.tray), service: word(data.service), due_date: word(data.dueDate), for_function: word(data.function), ...(data.copies ? { copies: words(data.copies) } : {}), ...(data.priority ? { priority: word(data.priority) } : {}), ...(data.assignee ? { assignee: word(data.assignee) } : {}) });
    // The journal tells a reason without what speaks of persons.
    if (tellsAll(data.because)) Object.assign(columns, { route_because: data.because });
    else forget({ columns } as Hearing, 'route_because');
    forget({ columns } as Hearing, 'due_because', ...(data.assignee ? (['assignee_name'] as const) : []), ...(data.confidentiality === undefined ? [] : (['confidentiality'] as const)));
  },
  'mail.prioritised': ({ columns }, _entry, data) => {
    Object.assign(columns, { priority: word(data.priority), ...('dueDate' in data ? { due_date: word(data.dueDate) } : {}) });
    forget({ columns } as Hearing, 'due_because');
  },
  'mail.dueMoved': ({ columns }, _entry, data) => {
    columns.due_date = word(data.dueDate);
    forget({ columns } as Hearing, 'due_because');
  },
  'mail.reminded': nothing,
  'mail.currentUseEnded': ({ columns }, _entry, data) => void (columns.intermediate_at = word(data.at)),
  'mail.personalTermReached': ({ columns }, _entry, data) => void (columns.intermediate_at ??= word(data.at)),
  'mail.declared': nothing,
  'mail.dated': nothing,
  'mail.redated': nothing,
  'mail.recordConflict': nothing,
  'mail.recordSettled': nothing,
  'mail.unrouted': ({ columns }) => {
    Object.assign(columns, { ...nowhere, wanted_service: null, for_function: null });
    forget({ columns } as Hearing, 'route_because');
  },
  'mail.taken': (hearing, entry) => {
    move(hearing, 'take');
    hearing.columns.assignee = treating(entry);
    forget(hearing, 'assignee_name');
  },
  'mail.released': (hearing) => {
    move(hearing, 'release');
    Object.assign(hearing.columns, nobody);
  },
  'mail.assigned': (hearing, { personal }, data) => {
    hearing.columns.assignee = word(data.assignee);
    if (personal) hearing.columns.assignee_name = word(personal.assigneeName);
    else forget(hearing, 'assignee_name');
  },
  'mail.copied': ({ columns }, _entry, data) => {
    if (columns.copies) columns.copies = [...new Set([...columns.copies, ...words(data.services)])].filter((code) => code !== columns.service);
  },
  'mail.rerouted': (hearing, _entry, data) => {
    move(hearing, 'reroute');
    Object.assign(hearing.columns, { wanted_service: word(data.service), due_date: null, due_because: null, route_because: null, ...nowhere, ...nobody });
  },
  'mail.passedOn': moved,
  'mail.mailRoomsChanged': moved,
  'mail.trayMoved': ({ columns }, _entry, data) => {
    Object.assign(columns, { state: 'distributed' satisfies MailState, tray: word(data.tray), service: word(data.service), ...nobody });
    if (columns.copies) columns.copies = columns.copies.filter((code) => code !== columns.service);
  },
  'mail.answered': (hearing, entry) => takenWith(hearing, entry, 'answer'),
  'mail.piecesAsked': (hearing, entry) => takenWith(hearing, entry, 'askPieces'),
  'mail.piecesReceived': nothing,
  'mail.acknowledged': ({ columns }, _entry, data) => void (columns[data.kind === 'receipt' ? 'receipt_on' : 'registration_receipt_on'] = word(data.on)),
  'mail.attested': nothing,
  'mail.extended': (hearing, entry, data) => {
    takenWith(hearing, entry, 'extend');
    hearing.columns.extended_on = word(data.on);
  },
  'mail.letterRefused': ({ columns }, _entry, data) => {
    if (data.takenBack) columns[data.takenBack === 'extension' ? 'extended_on' : data.takenBack === 'receipt' ? 'receipt_on' : 'registration_receipt_on'] = null;
  },
  'mail.dispatchAsked': nothing,
  'mail.dispatched': nothing,
  'mail.notDispatched': nothing,
  'mail.dispatchReturned': nothing,
  'mail.transmitted': (hearing, entry, data) => {
    both(closed('closed', 'authority'), copied)(hearing, entry, data);
    if (entry.personal) hearing.columns.transmitted_to = word(entry.personal.authority);
    else forget(hearing, 'transmitted_to');
  },
  'mail.closed': both(closed('closed', 'comment'), copied),
  'mail.closedWithoutAnswer': both(closed('noFollowUp', 'reason'), copied),
  'mail.reopened': (hearing) => {
    move(hearing, 'reopen');
    Object.assign(hearing.columns, { closed_at: null, closing_reason: null });
  },
  'mail.undone': (hearing, _entry, data) => {
    if (hearing.before?.action !== data.action) hearing.whole = false;
    forget(hearing, ...undoable);
    Object.assign(hearing.columns, hearing.before?.columns);
    hearing.before = undefined;
  },
  'mail.voided': (hearing, entry) => {
    closed('voided', 'reason')(hearing, entry, entry.data);
    Object.assign(hearing.columns, { ...nowhere, copies: [] });
  },
  'mail.restored': ({ columns }, { personal }, data) => {
    Object.assign(columns, { state: word(data.state), tray: word(data.tray), service: word(data.service), copies: words(data.copies), closed_at: null, closing_reason: personal ? word(personal.reason) : null });
  },
  'mail.imported': ({ columns }, _entry, data) => {
    const chrono = word(data.chrono);
    Object.assign(columns, { state: 'closed', register: 'import', chrono, node_name: chrono, type: word(data.type), service: word(data.service), received_at: word(data.receivedAt), registered_at: `${data.receivedAt}T12:00:00.000Z`, closed_at: `${data.closedOn}T12:00:00.000Z` });
    forget({ columns } as Hearing, 'tray', 'declared_trigger');
  },
  'retention.triggerDeclared': ({ columns }, _entry, data) => void (columns.declared_trigger = word(data.trigger)),
  'mail.sent': ({ columns, nearly }, entry, data) => {
    const chrono = word(data.chrono);
    Object.assign(columns, { category: 'outgoing', state: 'sent', register: word(data.register) ?? 'outgoing', chrono, node_name: chrono, answer_of: word(data.answers), departure_date: word(data.departureDate), channel: word(data.channel), tray: null, let_through: false, deposit_id: word(data.deposit), closed_at: null, ...placed(data), ...nobody });
    Object.assign(nearly, { registered_at: entry.at.toISOString(), created_at: entry.at.toISOString() });
  },
  'mail.recovered': (hearing, entry, data) => {
    forget(hearing, ...undoable);
    Object.assign(hearing.columns, data.row);
    hearing.nearly.registered_at ??= entry.at.toISOString();
    hearing.whole = true;
  },
  'mail.noted': ({ notes }, _entry, data) => void notes.push(String(data.note)),
  'mail.noteChanged': nothing,
  'mail.noteDeleted': ({ notes }, _entry, data) => void notes.splice(0, notes.length, ...notes.filter((note) => note !== data.note)),
  'mail.taskAdded': nothing,
  'mail.taskChanged': nothing,
  'mail.taskDone': nothing,
  'mail.taskCancelled': nothing,
  'mail.taskReopened': nothing,
  'mail.consulted': copied,
  'mail.opinionAsked': nothing,
  'mail.opinionAskedAgain': copied,
  'mail.opinionGiven': ({ columns, documents }, _entry, data) => {
    if (Array.isArray(data.copies)) columns.copies = words(data.copies);
    documents.push(...digests(data.documents));
  },
  'mail.opinionWithdrawn': copied,
  'mail.opinionLate': copied,
  'mail.endorsed': ({ columns }, _entry, data) => void Object.assign(columns, { endorsement: word(data.endorsement), endorsement_last: word(data.last), endorsed_on: word(data.endorsedOn), scanner: word(data.scanner) }),
  'mail.boxed': ({ columns }, _entry, data) => void (columns.box = word(data.box)),
  'mail.unboxed': ({ columns }) => void (columns.box = null),
  'mail.unsealed': ({ columns }) => forget({ columns } as Hearing, 'envelope'),
  'mail.returned': ({ columns }) => forget({ columns } as Hearing, 'envelope'),
  'mail.handedOver': ({ columns }) => forget({ columns } as Hearing, 'handed_over'),
  'mail.lockTakenOver': nothing,
  'mail.sorted': nothing,
  'mail.held': nothing,
  'mail.holdEnded': nothing,
  'mail.holdMended': nothing,
  'mail.processingAllowed': nothing,
  'mail.documentDescribed': nothing,
  'mail.filed': ({ columns }, _entry, data) => void (columns.affair_id = word(data.affair)),
  'mail.unfiled': ({ columns }) => void (columns.affair_id = null),
  'mail.linked': nothing,
  'mail.unlinked': nothing,
  'mail.notDuplicate': nothing,
  'mail.duplicateUndecided': nothing,
  'mail.rereadAsked': nothing,
  'mail.reread': nothing,
  'mail.rereadFailed': nothing,
  'mail.stored': nothing,
  'journal.personalErased': nothing,
};

/** Columns that the journal keeps of a mail that was written again: those of its circulation, and nothing of persons. */
export const journaled = ['category', 'state', 'channel', 'site', 'mail_rooms', 'register', 'chrono', 'node_name', 'type', 'service', 'wanted_service', 'tray', 'copies', 'assignee', 'due_date', 'received_at', 'departure_date', 'answer_of', 'deposit_id', 'let_through', 'declared_trigger'] as const satisfies readonly ToldColumn[];
