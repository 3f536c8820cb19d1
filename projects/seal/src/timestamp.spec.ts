import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SealError } from './errors.js';
import { startTimestampAuthority, type LocalAuthority } from './testing/timestamp-authority.js';
import { sha256Of, timestampsFrom, verifyTimestamp } from './timestamp.js';

const digest = sha256Of('what is sealed');

describe('A timestamp', () => {
  let authority: LocalAuthority;
  let token: Uint8Array;
  beforeAll(async () => {
    authority = await startTimestampAuthority();
    token = await timestampsFrom({ url: authority.url, trusted: authority.root })(digest);
  }, 60_000);
  afterAll(() => authority.close());
  beforeEach(() => authority.setOpen(true));

  const refusal = (answer: Promise<unknown>): Promise<unknown> => answer.then(() => 'given', (error: unknown) => (error instanceof SealError ? error.code : error));

  it('says when these bytes were there, and by whose word', async () => {
    const facts = verifyTimestamp(token, digest, authority.root);
    expect([facts.valid, facts.problem, facts.authority]).toEqual([true, undefined, 'O=Local, CN=Timestamps']);
    expect(facts.serial).toMatch(/^[0-9a-f]+$/);
    expect(Math.abs(Date.now() - (facts.at?.getTime() ?? 0))).toBeLessThan(3_600_000);
  });

  it('of other bytes, changed, or of nobody who is trusted is not believed', async () => {
    const other = await startTimestampAuthority();
    try {
      expect(verifyTimestamp(token, sha256Of('something else'), authority.root).problem).toBe('other');
      expect(verifyTimestamp(token, digest, other.root).problem).toBe('untrusted');
      const changed = Buffer.from(token);
      const at = changed.indexOf(Buffer.from(digest)) + 60;
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(verifyTimestamp(changed, digest, authority.root).valid).toBeFalse();
      expect(verifyTimestamp(Buffer.from('no token'), digest).problem).toBe('unreadable');
      expect(verifyTimestamp(token.slice(0, 100), digest).problem).toBe('unreadable');
    } finally {
      await other.close();
    }
  }, 60_000);

  it('by a certificate that is not for timestamps is not believed', async () => {
    const other = await startTimestampAuthority({ usage: 'serverAuth' }).catch(() => undefined);
    if (!other) return;
    try {
      expect(await refusal(timestampsFrom({ url: other.url })(digest))).toBe('noTimestamp');
    } finally {
      await other.close();
    }
  }, 60_000);

  it('is none when the authority is away, refuses, answers nonsense or what it answered before', async () => {
    authority.setOpen(false);
    expect(await refusal(timestampsFrom({ url: authority.url })(digest))).toBe('noTimestamp');
    expect(await refusal(timestampsFrom({ url: 'http://127.0.0.1:9/', patienceMs: 2000 })(digest))).toBe('noTimestamp');
    let answer: Buffer = Buffer.from('nonsense');
    const parrot = createServer((request, response) => void request.resume().on('end', () => response.end(answer)));
    await new Promise<void>((resolve) => parrot.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(parrot.address() as AddressInfo).port}/`;
    try {
      expect(await refusal(timestampsFrom({ url })(digest))).toBe('noTimestamp');
      // PKIStatusInfo granted, and the token of another question about the same bytes.
      const body = Buffer.concat([Buffer.from('3003020100', 'hex'), Buffer.from(token)]);
      answer = Buffer.concat([Buffer.from([0x30, 0x82, body.length >> 8, body.length & 255]), body]);
      await expectAsync(timestampsFrom({ url, trusted: authority.root })(digest)).toBeRejectedWithError(SealError, /another question/);
    } finally {
      await new Promise((resolve) => parrot.close(resolve));
    }
  }, 60_000);
});
