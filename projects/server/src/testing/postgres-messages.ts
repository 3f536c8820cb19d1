/** One message of PostgreSQL's protocol 3; the first of a connection has no type. */
export interface Message {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Cuts a stream of bytes into messages, of which a piece may hold several or a part of one. */
export function messages(startsTyped: boolean): (piece: Buffer) => Message[] {
  let rest = Buffer.alloc(0);
  let typed = startsTyped;
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    const found: Message[] = [];
    for (;;) {
      const head = typed ? 1 : 0;
      if (rest.length < head + 4) return found;
      const size = head + rest.readUInt32BE(head);
      if (rest.length < size) return found;
      found.push({ type: typed ? String.fromCharCode(rest[0] ?? 0) : '', bytes: rest.subarray(0, size) });
      rest = rest.subarray(size);
      typed = true;
    }
  };
}

/** Text up to the next zero byte, and where the one after begins. */
export function textAt(bytes: Buffer, from: number): { text: string; next: number } {
  const end = bytes.indexOf(0, from);
  return { text: bytes.toString('utf8', from, end), next: end + 1 };
}

/** Follows what a client says, and tells of each message whether it makes something last: a `commit` of writes, or a write outside a transaction. */
export function lastingWrites(): (message: Message) => string | undefined {
  const prepared = new Map<string, string>();
  let writes: string[] | undefined;
  const hear = (statement: string): string | undefined => {
    const words = statement.trim().toLowerCase();
    if (/^(begin|start transaction)/.test(words)) writes = [];
    else if (/^(commit|rollback)/.test(words)) {
      const done = writes ?? [];
      writes = undefined;
      return words.startsWith('commit') && done.length ? `commit ${[...new Set(done)].join(', ')}` : undefined;
    } else {
      const write = /^(?:insert into|update|delete from)\s+([\w".]+)/.exec(words)?.[0].replaceAll('"', '');
      if (write && !writes) return write;
      if (write) writes?.push(write);
    }
    return undefined;
  };
  return ({ type, bytes }) => {
    if (type === 'Q') return hear(textAt(bytes, 5).text);
    if (type === 'P') {
      const name = textAt(bytes, 5);
      prepared.set(name.text, textAt(bytes, name.next).text);
    }
    if (type === 'B') return hear(prepared.get(textAt(bytes, textAt(bytes, 5).next).text) ?? '');
    return undefined;
  };
}
