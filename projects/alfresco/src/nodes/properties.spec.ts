import { AlfrescoError } from '../error.js';
import { checkName, fromWire, toWire, type Properties } from './properties.js';

describe('properties', () => {
  it('are refused where Alfresco would take them for something else in silence', () => {
    const wrong: readonly Properties[] = [
      { 'gec:maskInLists': 'maybe' },
      { 'gec:pages': 3.7 },
      { 'gec:pages': '7' },
      { 'gec:pages': 2 ** 31 },
      { 'gec:subject': ['a', 'b'] },
      { 'gec:keywords': 'single' },
      { 'gec:dueDate': '06/05/2026' },
      { 'gec:dueDate': '2026-02-31' },
      { 'gec:dueDate': '2026-05-06T10:00:00Z' },
      { 'gec:closedAt': '2026-05-06' },
      { 'gec:closedAt': '2026-05-06T10:00:00' },
      { 'gec:nosuch': 'x' },
    ];
    for (const properties of wrong) expect(() => toWire(properties)).withContext(JSON.stringify(properties)).toThrowError(AlfrescoError);
  });

  it('send a day as midnight UTC, whatever the server’s time zone, and an instant in UTC', () => {
    expect(toWire({ 'gec:dueDate': '2026-12-22', 'gec:closedAt': '2026-12-22T01:30:00+02:00' })).toEqual({ 'gec:dueDate': '2026-12-22T00:00:00.000Z', 'gec:closedAt': '2026-12-21T23:30:00.000Z' });
  });

  it('clear by null, and leave the properties of other models to the repository', () => {
    expect(toWire({ 'gec:assignee': null, 'cm:owner': 'gecsvc' })).toEqual({ 'gec:assignee': null, 'cm:owner': 'gecsvc' });
  });

  it('come back as they were sent', () => {
    expect(fromWire({ 'gec:dueDate': '2026-12-22T00:00:00.000+0000', 'gec:closedAt': '2026-12-21T23:30:00.000+0000', 'gec:subject': '2026-12-21T23:30:00.000+0000', 'gec:pages': 3 })).toEqual({
      'gec:dueDate': '2026-12-22',
      'gec:closedAt': '2026-12-21T23:30:00.000Z',
      'gec:subject': '2026-12-21T23:30:00.000+0000',
      'gec:pages': 3,
    });
  });

  it('never include a name that Alfresco refuses', () => {
    for (const name of ['', 'a/b', 'a"b', 'a.', 'a ', 'a:b', 'a\nb', 'x'.repeat(256)]) expect(() => checkName(name)).toThrowError(AlfrescoError);
    expect(() => checkName('Réponse n° 1.pdf')).not.toThrow();
  });
});
