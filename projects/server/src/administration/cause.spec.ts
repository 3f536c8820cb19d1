import { AlfrescoError } from '@bannette/alfresco';
import { causeOf } from './cause.js';

describe('The cause of a failure', () => {
  const told: readonly [error: string, cause: string, detail?: string][] = [
    [new AlfrescoError('forbidden', 'POST /nodes', { status: 403, logId: 'a-b' }).message, 'alfrescoRefuses', 'forbidden (HTTP 403)'],
    [`AlfrescoError: ${new AlfrescoError('timeout', 'PUT /nodes/content').message}`, 'unreachable', 'timeout'],
    ['connect ECONNREFUSED 127.0.0.1:8080', 'unreachable', 'ECONNREFUSED'],
    ['ENOSPC: no space left on device, write', 'disk', 'ENOSPC'],
    ['The place of mail 01890000 is taken by node 1', 'placeTaken'],
    ['Error: Alfresco holds other bytes than were captured: document x', 'otherBytes'],
    ['error: duplicate key value violates unique constraint "mail_chrono"', 'duplicate'],
    ['Mail command failed: 550 no such user jeanne.aubert@example.org', 'mailServerRefuses'],
    ['TypeError: Cannot read Jeanne Aubert', 'unknown', 'TypeError'],
    ['', 'unknown'],
  ];
  for (const [error, cause, detail] of told) {
    it(`is ${cause}, for « ${error.slice(0, 40)} »`, () => expect(causeOf(error)).toEqual(detail ? { cause, detail } : { cause }));
  }

  it('never quotes what was being worked on', () => {
    for (const error of ['Jeanne Aubert', 'forbidden Jeanne: Aubert', 'no AubertError here: AUBERT', 'Error: M. AUBERT, 3 rue des Lilas: forbidden', 'mail jeanne.aubert@example.org: ECONNREFUSED', 'AUBERT: forbidden (HTTP 403, Jeanne)', 'EAUBERT']) {
      expect(JSON.stringify(causeOf(error))).withContext(error).not.toMatch(/jeanne|aubert|lilas/i);
    }
  });
});
