import { EventParser } from './event-parser.js';

describe('A stream of events', () => {
  const stream = 'retry: 3000\nid: 7\nevent: hello\ndata: {}\n\n:\n\nid: 8\nevent: change\ndata: {"trays":true}\n\n';
  const expected = [{ event: 'hello', data: '{}', id: '7' }, { event: 'change', data: '{"trays":true}', id: '8' }];

  it('is the same wherever it is cut', () => {
    for (let size = 1; size <= stream.length; size++) {
      const parser = new EventParser();
      const events = [];
      for (let at = 0; at < stream.length; at += size) events.push(...parser.push(stream.slice(at, at + size)));
      expect(events).withContext(`pieces of ${size}`).toEqual(expected);
    }
  });

  it('says nothing by its heartbeats', () => {
    expect(new EventParser().push(':\n\n:\n\n')).toEqual([]);
  });
});
