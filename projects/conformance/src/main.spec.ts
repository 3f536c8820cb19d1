import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { areaOf, corpusOf, exchange, exchanges, pageOf } from './testing/recordings.js';

const main = fileURLToPath(new URL('main.js', import.meta.url));

function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err] = [child.stdout, child.stderr].map((stream) => {
      const chunks: string[] = [];
      stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
      return chunks;
    });
    child.on('close', (code) => resolve({ code, out: out!.join(''), err: err!.join('') }));
  });
}

describe('The conformance command', () => {
  const flow = exchange('flow', 'GET', '/alfresco/api/-default-/public/workflow/versions/1/processes', { answer: pageOf([]) });
  const corpus = corpusOf({ '11-made': { ...areaOf(exchanges), area: '11-made' }, '12-flows': { ...areaOf([flow]), area: '12-flows' } });
  afterAll(() => corpus.remove());

  it('plays all areas against a fresh embedded repository; its last line is the overall percentage', async () => {
    const { code, out } = await run('--embedded', '--corpus', corpus.directory);
    expect(code).toBe(0);
    expect(out).toContain('11-made: 8 of 8 honoured (100.0 %), 0 different, 0 not offered');
    expect(out.trimEnd().split('\n').at(-1)).toBe('88.8 % of 9 exchanges honoured');
  });

  it('plays the areas that are named, and writes the outcome', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'bannette-outcome-'));
    try {
      const { out } = await run('--embedded', '--corpus', corpus.directory, '--area', '12', '--json', join(directory, 'outcome.json'));
      expect(out).not.toContain('11-made');
      const { areas } = JSON.parse(readFileSync(join(directory, 'outcome.json'), 'utf8')) as { areas: { area: string; notOffered: number; exchanges: { id: string }[] }[] };
      expect(areas.map(({ area, notOffered, exchanges: [one] }) => [area, notOffered, one?.id])).toEqual([['12-flows', 1, 'flow']]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('asks for consent before it writes to somebody’s repository', async () => {
    const { code, err } = await run('--url', 'http://127.0.0.1:9', '--user', 'admin', '--password', 'x', '--corpus', corpus.directory);
    expect(code).toBe(2);
    expect(err).toContain('--yes-disposable');
    expect(err).toContain('http://127.0.0.1:9');
  });

  it('ends with 2 when nobody answers, when an area is not there, and when it does not understand', async () => {
    const consenting = ['--url', 'http://127.0.0.1:9', '--user', 'admin', '--password', 'x', '--yes-disposable', '--corpus', corpus.directory];
    expect((await run(...consenting)).err).toContain('does not answer');
    for (const args of [consenting, ['--embedded', '--corpus', corpus.directory, '--area', '44'], ['--embedded', '--corpus', '/nowhere'], ['--sideways'], []]) expect((await run(...args)).code).withContext(args.join(' ')).toBe(2);
  });
});
