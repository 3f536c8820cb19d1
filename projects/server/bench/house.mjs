// A Bannette of its own for a benchmark: embedded database and repository in a fresh folder, and people at work.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { loggerFor, readConfig, serveBannette } from '../dist/index.js';

export async function openHouse() {
  const dir = await mkdtemp(join(tmpdir(), 'bannette-bench-'));
  await chmod(dir, 0o755); // the database's own account must get in
  const config = readConfig({ BANNETTE_DATA: dir, BANNETTE_PORT: '0', BANNETTE_LOG_LEVEL: 'silent', BANNETTE_OCR: process.env.BANNETTE_OCR });
  const running = await serveBannette(config, loggerFor(config));
  return {
    running,
    stop: async () => {
      await running.stop();
      await rm(dir, { recursive: true, force: true });
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
