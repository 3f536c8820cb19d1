import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addDays, dayIn } from '@bannette/domain';
import { announceDue, demoPassword, demoPeople, type Running } from '@bannette/server';
import type { Letter, LetterFile } from '../letters/letter.js';
import { openPress, type Press } from '../letters/press.js';
import { generateTrouble } from '../letters/trouble.js';
import { importDemoBacklog } from './backlog.js';
import { playCampaign } from './campaign.js';
import { playHold } from './hold.js';
import { morningPile } from './pile.js';
import { playEnvelopes } from './envelopes.js';
import { playScanners, setUpScanners } from './scanners.js';
import { agreeSchedule } from './schedule.js';
import { playSorting } from './sorting.js';
import { signIn, type Colleague } from './client.js';
import { delegationScenes, electronicScenes, paperScenes, type Scene } from './plan.js';
import { playFate, treater } from './treat.js';

interface Deposit {
  readonly id: string;
  readonly state: string;
  readonly files: readonly { name: string; state: string }[];
  readonly mails: readonly { id: string; state: string }[];
}

export interface DaySize {
  readonly electronic: number;
  readonly paper: number;
  readonly waiting: number;
  readonly backlog: number;
}
export const wholeDay: DaySize = { electronic: 64, paper: 30, waiting: 9, backlog: 48 };

/** Plays the demo's morning over a running Bannette, once: letters come in by every door and people work on them. */
export async function playDay(running: Running, dirs: { data: string; scans: string }, size: DaySize, say: (text: string) => void): Promise<void> {
  const flag = join(dirs.data, 'demo-day.json');
  if (await readFile(flag, 'utf8').catch(() => undefined)) return;
  const press = openPress();
  try {
    await playMorning(running, press, dirs, size, say);
  } finally {
    await press.close();
  }
  await writeFile(flag, JSON.stringify({ played: new Date().toISOString() }));
  say('La matinée de démonstration est prête');
}

async function playMorning(running: Running, press: Press, dirs: { data: string; scans: string }, size: DaySize, say: (text: string) => void): Promise<void> {
  const today = dayIn((await running.house.settings()).authority.timeZone, new Date());
  const colleagues = await everybody(running.url);
  const clara = colleagues.get('clara.moreau');
  if (!clara) throw new Error('The demo’s people have no Clara Moreau');
  const [odile, administrator] = [colleagues.get('odile.charpentier'), colleagues.get('admin')];
  if (odile && administrator) await agreeSchedule(odile, administrator, today);
  const electronic = await depositAll(press, clara, electronicScenes(size.electronic), today, dirs.scans);
  say(`${size.electronic} courriers électroniques déposés`);
  await qualifyAll(clara, electronic);
  await treatAll(running, colleagues, electronic, today);
  await playEnvelopes(clara, colleagues, today);
  await importDemoBacklog(running, press, join(dirs.data, 'reprise'), today, size.backlog);
  say(`${size.backlog} courriers de 2022–2024 repris`);
  const paper = await depositAll(press, clara, paperScenes(size.paper, size.waiting), today, dirs.scans);
  const delegations = await depositAtDelegations(press, colleagues, today, dirs.scans);
  await depositTrouble(clara);
  await putInFolder(dirs.scans, await press.pile(morningPile(await running.house.settings(), running.house.entityId, today)));
  say(`${size.paper} plis numérisés déposés, la lecture est en cours`);
  await qualifyAll(clara, paper);
  await treatAll(running, colleagues, paper, today);
  for (const { operator, played } of delegations) {
    await qualifyAll(operator, played);
    await treatAll(running, colleagues, played, today);
  }
  const admin = colleagues.get('admin');
  if (admin && (await setUpScanners(admin, dirs.scans))) await playScanners(clara, press, await running.house.settings(), running.house.entityId, today, dirs.scans);
  say('les scanners ont apporté leurs lots');
  if (await playHold(colleagues, today)) say('un gel retient les courriers d’un recours');
  if (await playCampaign(running, colleagues, today)) say('une campagne d’élimination attend le visa de l’archiviste');
  if (await playSorting(running, colleagues)) say('un tri attend l’accord de l’archiviste');
  await announceDue(running.house);
}

/** Gaëlle scans what came to Brévelles, Maud what came to Montcourbe: into the trays of these sites, where Clara sees none of it. */
async function depositAtDelegations(press: Press, colleagues: ReadonlyMap<string, Colleague>, today: string, scans: string): Promise<{ operator: Colleague; played: Played[] }[]> {
  const [gaelle, maud] = [colleagues.get('gaelle.kerouan'), colleagues.get('maud.rivoire')];
  if (!gaelle || !maud) throw new Error('The demo’s people have nobody at the delegations');
  return [
    { operator: gaelle, played: await depositAll(press, gaelle, delegationScenes(7, 3, 2500), today, scans) },
    { operator: maud, played: await depositAll(press, maud, delegationScenes(2, 1, 2600), today, scans, { site: 'MONTCOURBE' }) },
  ];
}

async function everybody(url: string): Promise<ReadonlyMap<string, Colleague>> {
  const colleagues = new Map<string, Colleague>();
  for (const { id } of await demoPeople()) {
    const colleague = await signIn(url, id, id === 'admin' ? 'admin' : demoPassword);
    await colleague.get('/me');
    colleagues.set(id, colleague);
  }
  return colleagues;
}

interface Played {
  readonly scene: Scene;
  readonly letter: Letter;
  readonly receivedAt: string;
  /** A letter from the folder is found by its file name. */
  readonly deposit?: string;
  mailId?: string;
}

async function depositAll(press: Press, clara: Colleague, scenes: readonly Scene[], today: string, scans: string, fields: { readonly site?: string } = {}): Promise<Played[]> {
  const played: Played[] = [];
  for (const scene of scenes) {
    const receivedAt = addDays(today, -scene.arrivedDaysAgo);
    const letter = await press.generate({ seed: scene.seed, kind: scene.kind, date: addDays(receivedAt, -3), receivedAt: scene.format === 'pdf-text' ? undefined : receivedAt, format: scene.format, defects: scene.defects });
    if (scene.door === 'folder') {
      await putInFolder(scans, letter);
      played.push({ scene, letter, receivedAt });
    } else {
      const channel = scene.door === 'page' ? 'post' : scene.door;
      played.push({ scene, letter, receivedAt, deposit: await clara.deposit(letter, { channel, ...fields, ...(scene.format === 'pdf-text' ? { receivedAt, senderName: letter.truth.sender.name } : {}) }, `demo:${scene.seed}`) });
    }
  }
  return played;
}

async function putInFolder(scans: string, { fileName, bytes }: LetterFile): Promise<void> {
  const path = join(scans, fileName);
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}

async function depositTrouble(clara: Colleague): Promise<void> {
  for (const kind of ['password', 'truncated', 'empty'] as const) {
    const file = await generateTrouble(kind);
    await clara.deposit(file, { channel: 'email' }, `demo:trouble:${kind}`);
  }
}

/** Clara confirms each letter as soon as it has been read; those that wait stay in the queue. */
async function qualifyAll(clara: Colleague, played: readonly Played[]): Promise<void> {
  const left = new Set(played);
  for (let rounds = 0; left.size && rounds < 1800; rounds++) {
    for (const item of left) {
      const deposit = await depositOf(clara, item);
      if (!deposit || (deposit.state !== 'done' && deposit.state !== 'attention')) continue;
      left.delete(item);
      const mail = deposit.mails[0];
      if (!mail) continue;
      item.mailId = mail.id;
      if (mail.state === 'toQualify' && item.scene.fate !== 'waiting') await qualify(clara, mail.id, item);
    }
    if (left.size) await pause(500);
  }
}

async function depositOf(clara: Colleague, { deposit, letter }: Played): Promise<Deposit | undefined> {
  if (deposit) return clara.get<Deposit>(`/deposits/${deposit}`);
  const { items } = await clara.get<{ items: Deposit[] }>('/deposits?limit=200');
  return items.find(({ files }) => files.some(({ name }) => name === letter.fileName));
}

async function qualify(clara: Colleague, mailId: string, { letter, receivedAt }: Played): Promise<void> {
  const { sender, subject, date, type } = letter.truth;
  await clara.post(`/mails/${mailId}/qualify`, {
    type,
    sender: { kind: sender.kind, name: sender.name, address: sender.address.join('\n'), postcode: sender.postcode, city: sender.city },
    subject,
    receivedAt,
    documentDate: date,
  });
}

/** The people of each service do their part once distribution has found the tray. */
async function treatAll(running: Running, colleagues: ReadonlyMap<string, Colleague>, played: readonly Played[], today: string): Promise<void> {
  const { db } = running.house.store;
  for (const [turn, { mailId, scene }] of played.entries()) {
    if (!mailId || scene.fate === 'waiting' || scene.fate === 'distributed') continue;
    for (let tries = 0; tries < 60; tries++) {
      const mail = await db.selectFrom('mail').select(['state', 'service', 'compartment']).where('id', '=', mailId).executeTakeFirst();
      if (mail?.service && mail.state === 'distributed') {
        const person = await treater(colleagues, mail.service, mail.compartment ?? undefined, turn);
        if (person) await playFate(person, mailId, scene, today);
        break;
      }
      if (mail?.state !== 'registered' && mail?.state !== 'toQualify') break;
      await pause(250);
    }
  }
}
