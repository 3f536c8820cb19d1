// A Bannette of its own for a benchmark: embedded database and repository in a fresh folder, and people at work.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { loggerFor, readConfig, serveBannette } from '../dist/index.js';

/** @param answersIn milliseconds after which Alfresco's answers come: for a repository that is slower than the embedded one */
export async function openHouse({ answersIn } = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'bannette-bench-'));
  await chmod(dir, 0o755); // the database's own account must get in
  const own = { BANNETTE_DATA: dir, BANNETTE_PORT: '0', BANNETTE_LOG_LEVEL: 'silent', BANNETTE_OCR: process.env.BANNETTE_OCR };
  const config = readConfig(own);
  const opened = [() => rm(dir, { recursive: true, force: true })];
  const serve = async (config) => {
    const running = await serveBannette(config, loggerFor(config));
    opened.unshift(() => running.stop());
    return running;
  };
  let running = await serve(answersIn ? { ...config, only: [] } : config);
  if (answersIn) {
    const slow = await slowly(running.alfrescoUrl, answersIn);
    opened.unshift(slow.close);
    running = await serve(readConfig({ ...own, BANNETTE_SCANS: join(dir, 'scans-2'), DATABASE_URL: running.databaseUrl, ALFRESCO_URL: slow.url }));
  }
  return { running, stop: async () => { for (const close of opened) await close(); } };
}

/** Passes on what is asked of a repository; each answer begins so many milliseconds later. */
export async function slowly(url, milliseconds) {
  let asked = 0;
  const server = createServer((incoming, outgoing) => {
    asked++;
    const forwarded = request(new URL(incoming.url, url), { method: incoming.method, headers: incoming.headers }, (answer) => setTimeout(() => answer.pipe(outgoing.writeHead(answer.statusCode, answer.rawHeaders)), milliseconds));
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** How often, so far. */
    asked: () => asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function signIn(url, userId, password = 'bannette') {
  const answer = await fetch(`${url}/alfresco/api/-default-/public/authentication/versions/1/tickets`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userId, password }) });
  const ticket = (await answer.json()).entry.id;
  const headers = { authorization: `Basic ${Buffer.from(ticket).toString('base64')}` };
  const ask = async (path, init = {}) => {
    const response = await fetch(`${url}/bannette/api/v1${path}`, { ...init, headers: { ...headers, ...init.headers } });
    const body = await response.json();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${body.code}`);
    return body;
  };
  return { ask, post: (path, body) => ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) };
}

export function letter(text) {
  return new Promise((resolve) => {
    const pdf = new PDFDocument();
    const chunks = [];
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.text(text);
    pdf.end();
  });
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs `work` over items, `width` at a time; answers how many seconds it took. */
export async function inParallel(items, width, work) {
  const queue = [...items];
  const started = performance.now();
  await Promise.all(Array.from({ length: width }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  }));
  return (performance.now() - started) / 1000;
}

export function percentiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p95: at(0.95) };
}
