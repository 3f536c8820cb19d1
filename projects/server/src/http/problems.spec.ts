import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemOf } from './problems.js';

describe('An error', () => {
  it('of a disk without room is told as such, so that the mail room knows whom to call', async () => {
    const full = await writeFile('/dev/full', 'a letter').then(() => fail('it had room'), (error: unknown) => error);
    const { status, body } = problemOf(full);
    expect([status, body.code]).toEqual([507, 'diskFull']);
  });

  it('that nobody expected is told without its words', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'bannette-Jeanne-Aubert-'));
    const unexpected = await writeFile(dir, '').then(() => fail('it is a folder'), (error: unknown) => error);
    const { status, body } = problemOf(unexpected);
    expect([status, body.code]).toEqual([500, 'unexpected']);
    expect(JSON.stringify(body)).not.toContain('Jeanne');
    await rm(dir, { recursive: true });
  });
});
