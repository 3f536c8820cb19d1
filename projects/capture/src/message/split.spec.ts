import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { headOf } from './said.js';
import { splitMessage } from './split.js';

const head = 'From: =?utf-8?q?Ren=C3=A9e_Aubert?= <renee@lys.example>\r\nTo: mairie@lys.example\r\nSubject: =?utf-8?b?RGVtYW5kZSBkJ8OpdGF0IGNpdmls?=\r\nMessage-ID: <un@lys.example>\r\nReceived: from a by b; Mon, 02 Nov 2026 23:30:00 +0100 (CET)\r\nDate: Mon, 2 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\n';
const attachment = (name: string, content = 'PDF', more = ''): string => `--b\r\nContent-Type: application/pdf; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n${more}Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`;
const mixed = (parts: string): string => `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour,\r\nje demande un acte.\r\n${parts}--b--\r\n`;

describe('An e-mail that came as a file', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'bannette-message-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const split = async (text: string | Uint8Array) => {
    const said = await splitMessage(typeof text === 'string' ? Buffer.from(text) : text, folder, 'Europe/Paris');
    return 'flaw' in said ? said : { head: said.head, names: said.parts.map(({ name }) => name), paths: said.parts.map(({ path }) => path) };
  };

  it('is its words as a PDF, then what it carries, byte for byte; its head tells who, when and about what', async () => {
    const said = await split(mixed(attachment('acte.pdf', 'contenu de l’acte')));
    expect(said).toEqual(jasmine.objectContaining({ names: ['message.pdf', 'acte.pdf'] }) as never);
    if ('flaw' in said) return;
    expect(said.head).toEqual(jasmine.objectContaining({ senderName: 'Renée Aubert', senderEmail: 'renee@lys.example', subject: 'Demande d\'état civil', messageId: '<un@lys.example>', at: '2026-11-02T22:30:00.000Z' }));
    expect((await readFile(said.paths[0] ?? '')).subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect((await readFile(said.paths[1] ?? '')).toString()).toBe('contenu de l’acte');
  });

  it('that is a web page alone is its words, without what it would run or fetch', async () => {
    const said = await split(`${head}Content-Type: text/html; charset=utf-8\r\n\r\n<html><style>p{}</style><script>alert(1)</script><p>Bonjour &eacute;t&eacute;</p><img src="http://x.example/a.png"></html>`);
    expect(said).toEqual(jasmine.objectContaining({ names: ['message.pdf'] }) as never);
  });

  it('writes nowhere but in its folder, whatever names its parts have', async () => {
    const said = await split(mixed(['../../etc/passwd', '/tmp/x.pdf', 'C:\\\\x.pdf', '\u0007\u202egpj.exe'].map((name) => attachment(name)).join('')));
    if ('flaw' in said) return fail(said.flaw);
    expect(said.paths.every((path) => dirname(path) === folder && /^(message\.pdf|part-\d+)$/.test(basename(path)))).toBeTrue();
    expect(said.names.slice(1).some((name) => /[\\/\p{Cc}\p{Cf}]/u.test(name))).withContext(said.names.join(' ')).toBeFalse();
  });

  it('is refused where it is none, holds nothing, has too many parts or a head without end, and never ends the process', async () => {
    expect(await split(mixed(Array.from({ length: 101 }, (_, index) => attachment(`${index}.pdf`)).join('')))).toEqual({ flaw: 'tooManyParts', most: 100 });
    expect(await split(`${head}\r\n`)).toEqual({ flaw: 'empty' });
    expect(await split(`From: a@b.example\r\nSubject: ${'x'.repeat(300_000)}\r\n\r\nBonjour`)).toEqual({ flaw: 'broken' });
    let nested = 'fond';
    for (let depth = 0; depth < 200; depth++) nested = `Content-Type: multipart/mixed; boundary="n${depth}"\r\n\r\n--n${depth}\r\n${nested}\r\n--n${depth}--`;
    expect(await split(`${head}${nested}`)).toEqual(jasmine.objectContaining({ flaw: jasmine.any(String) }) as never);
  });

  it('leaves out images that only adorn it, and keeps those that may say something', async () => {
    const image = (size: number): string => `--b\r\nContent-Type: image/png; name="i${size}.png"\r\nContent-Disposition: inline; filename="i${size}.png"\r\nContent-ID: <i${size}>\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(size, 1).toString('base64')}\r\n`;
    expect(await split(mixed(image(500) + image(20_000)))).toEqual(jasmine.objectContaining({ names: ['message.pdf', 'i20000.png'] }) as never);
  });

  const report = (action: string, original = 'message/rfc822', id = '<018f2a30-1111-7222-8333-444455556666.2@lys.example>'): string =>
    ['Return-Path: <>', 'From: MAILER-DAEMON@relais.example (Mail Delivery System)', 'Subject: Undelivered Mail Returned to Sender', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '', '--b', 'Content-Type: text/plain', '', 'This is the mail system at host relais.example.', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; relais.example', '', 'Final-Recipient: rfc822; odile@poste.example', `Action: ${action}`, 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 <odile@poste.example>: Recipient', '    address rejected: User unknown', '--b', `Content-Type: ${original}`, '', 'From: courrier@lys.example', `Message-ID: ${id}`, 'Subject: x', '', ...(original === 'message/rfc822' ? ['Madame, Monsieur,', 'Message-ID: <autre@lys.example>'] : []), '--b--', ''].join('\r\n');

  it('that says which e-mail could not be handed over tells which and why, and is its own words alone', async () => {
    for (const original of ['message/rfc822', 'text/rfc822-headers']) {
      const said = await split(report('failed', original));
      if ('flaw' in said) return fail(said.flaw);
      expect(said.head.returned).toEqual({ messageId: '<018f2a30-1111-7222-8333-444455556666.2@lys.example>', status: '5.1.1', said: '550 5.1.1 <odile@poste.example>: Recipient address rejected: User unknown' });
      expect([said.names, said.head.automatic]).toEqual([['message.pdf'], true]);
    }
    const sentOn = await split(report('failed').replace('multipart/report; report-type=delivery-status', 'multipart/mixed'));
    expect('flaw' in sentOn || [sentOn.head.returned, sentOn.names.length]).withContext('what was refused is what somebody wants read').toEqual([undefined, 3]);
    const mute = await split(report('failed').replace('This is the mail system at host relais.example.', ''));
    expect('flaw' in mute || [mute.head.returned?.status, mute.names]).withContext('without a word for people').toEqual(['5.1.1', ['message.pdf']]);
    for (const none of [report('delayed'), report('delivered'), report('failed', 'message/rfc822', ''), mixed(attachment('acte.pdf'))]) {
      const said = await split(none);
      expect('flaw' in said || said.head.returned).toBeUndefined();
    }
  });

  it('says that a program wrote it where its head does: no program answers that', () => {
    const said = (key: string, value: string) => headOf({ headers: [{ key: 'from', value: 'a@b.example' }, { key, value }], headerLines: [], attachments: [] } as never).automatic;
    for (const [key, value] of [['auto-submitted', 'auto-replied'], ['auto-submitted', 'Auto-Generated; owner-email="a@b"'], ['list-id', 'Lettre <lettre.b.example>'], ['precedence', 'bulk'], ['x-auto-response-suppress', 'DR, OOF, AutoReply'], ['return-path', '<>']] as const) expect(said(key, value)).withContext(`${key}: ${value}`).toBeTrue();
    for (const [key, value] of [['auto-submitted', 'no'], ['precedence', 'first-class'], ['return-path', '<a@b.example>'], ['x-auto-response-suppress', 'None'], ['subject', 'auto-replied']] as const) expect(said(key, value)).withContext(`${key}: ${value}`).toBeUndefined();
  });

  it('tells nothing of control characters, nor of days that are none', () => {
    const said = headOf({ headers: [], headerLines: [], attachments: [], from: { name: 'a\u0000b\u202e', address: 'x@y.example' }, subject: 'un\ndeux', date: 'jamais' } as never);
    expect([said.senderName, said.subject, said.at]).toEqual(['a b', 'un deux', undefined]);
  });
});
