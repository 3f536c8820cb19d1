/** One event of a stream (HTML standard, server-sent events). */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  readonly id?: string;
}

/** Reads events out of the pieces in which a stream comes, wherever these are cut. */
export class EventParser {
  private rest = '';

  push(piece: string): ServerEvent[] {
    const parts = (this.rest + piece).replace(/\r\n?/g, '\n').split('\n\n');
    this.rest = parts.pop() ?? '';
    return parts.map(read).filter(({ data }) => data !== '');
  }
}

function read(part: string): ServerEvent {
  const data: string[] = [];
  let event = 'message';
  let id: string | undefined;
  for (const line of part.split('\n')) {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id') id = value;
  }
  return { event, data: data.join('\n'), ...(id === undefined ? {} : { id }) };
}
