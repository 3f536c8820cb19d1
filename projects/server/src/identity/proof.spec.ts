import { proofOf } from './proof.js';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('What a request is signed with', () => {
  it('is a ticket, in the forms that Alfresco takes', () => {
    expect(proofOf(basic('TICKET_0a1b'))).toEqual({ ticket: 'TICKET_0a1b' });
    expect(proofOf(basic('ROLE_TICKET:TICKET_0a1b'))).toEqual({ ticket: 'TICKET_0a1b' });
  });

  it('is a token', () => {
    expect(proofOf('Bearer aa.bb.cc')).toEqual({ token: 'aa.bb.cc' });
    expect(proofOf('bearer aa.bb.cc')).toEqual({ token: 'aa.bb.cc' });
  });

  it('is neither a password nor anything else', () => {
    for (const header of [undefined, '', basic('clara.moreau:bannette'), 'Bearer TICKET_0a1b', 'Bearer a.b', 'Digest a.b.c', 'Basic %%']) expect(proofOf(header)).withContext(String(header)).toBeUndefined();
  });
});
