import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventText } from '../testing/event.js';
import { parseEvent } from './event.js';

describe('An event of Alfresco', () => {
  const node = { id: 'n1', name: 'A-2026-000001', nodeType: 'gec:incoming', primaryHierarchy: ['day', 'month'], properties: { 'gec:subject': 'new' }, aspectNames: ['gec:described'], modifiedByUser: { id: 'ines.kaci' }, modifiedAt: '2026-11-22T02:22:34.75Z' };

  it('tells the node as it is, and what changed with its former values', () => {
    const event = parseEvent(eventText('Updated', node, { properties: { 'gec:subject': 'old' }, name: 'before' }, 'e1'));
    expect(event).toEqual(jasmine.objectContaining({ kind: 'updated', id: 'e1', before: { properties: { 'gec:subject': 'old' }, name: 'before' } }));
    expect(event.kind === 'updated' && event.node).toEqual({ id: 'n1', name: 'A-2026-000001', type: 'gec:incoming', above: ['day', 'month'], properties: { 'gec:subject': 'new' }, aspects: ['gec:described'], modifiedBy: 'ines.kaci', modifiedAt: '2026-11-22T02:22:34.750Z' });
  });

  it('passes as another one when its type is not known', () => {
    const text = eventText('Created', node).replace('node.Created', 'node.Pinned');
    expect(parseEvent(text)).toEqual(jasmine.objectContaining({ kind: 'other', type: 'org.alfresco.event.node.Pinned' }));
  });

  it('is told to be none, and why, when it is none: never an exception', () => {
    const reasons: { [reason: string]: readonly unknown[] } = {
      notText: [undefined, null, 7, Buffer.from('x')],
      notJson: ['', 'hello', '{"id":'],
      notAnEvent: ['null', '[]', '"text"', '{}', eventText('Created', node).replace(/"time":"[^"]+"/, '"time":"yesterday"'), JSON.stringify({ id: 'x'.repeat(300), type: 't', time: '2026-01-01T00:00:00Z' })],
      noNode: [eventText('Created', { nodeType: 'cm:folder' }), eventText('Deleted', { id: 'n', name: 'n' }), JSON.stringify({ id: 'e', type: 'org.alfresco.event.node.Created', time: '2026-01-01T00:00:00Z', data: [] })],
      tooLarge: ['x'.repeat(5 * 1024 ** 2)],
    };
    for (const [reason, bodies] of Object.entries(reasons)) for (const body of bodies) expect(parseEvent(body)).withContext(String(body).slice(0, 60)).toEqual({ kind: 'malformed', reason: reason as 'notText' });
  });

  it('is read in every recording of a real Alfresco', () => {
    const corpus = join(process.env['BANNETTE_SHARED'] ?? '/nowhere', 'alfresco-corpus');
    if (!existsSync(corpus)) return pending('skipped: the recordings (BANNETTE_SHARED) are not here');
    const recorded = readdirSync(corpus).filter((name) => /^events-\d/.test(name)).flatMap((name) => (JSON.parse(readFileSync(join(corpus, name), 'utf8')) as { events: { event: { type: string } }[] }[]).flatMap(({ events }) => events.map(({ event }) => event)));
    expect(recorded.length).toBeGreaterThan(1000);
    for (const event of recorded) {
      const kind = parseEvent(JSON.stringify(event)).kind;
      expect(kind).toBe(/node\.(\w+)$/.exec(event.type)?.[1]?.toLowerCase() as 'created' ?? 'other');
    }
  });
});
