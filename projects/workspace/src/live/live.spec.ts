import { TestBed } from '@angular/core/testing';
import { SessionStore } from '../session/session.js';
import { workspaceForTests } from '../testing/providers.js';
import { Live, LIVE_TIMES, type Change } from './live.js';

describe('The stream of a page', () => {
  let live: Live;
  let expired: number;
  let changes: Change[];
  const asked: Headers[] = [];
  let answers: (() => Promise<Response>)[];
  const frame = (event: string, data: object, id: number): string => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  const streamOf = (...frames: string[]) => async (): Promise<Response> => new Response(new ReadableStream({ start: (out) => { for (const text of frames) out.enqueue(new TextEncoder().encode(text)); out.close(); } }), { status: 200 });
  const open = (...frames: string[]) => async (): Promise<Response> => new Response(new ReadableStream({ start: (out) => { for (const text of frames) out.enqueue(new TextEncoder().encode(text)); } }), { status: 200 });
  const until = async (check: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 500 && !check(); tries++) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(check()).toBeTrue();
  };

  beforeEach(() => {
    asked.length = 0;
    changes = [];
    expired = 0;
    TestBed.configureTestingModule({ providers: [...workspaceForTests(), { provide: LIVE_TIMES, useValue: { pauses: [1], silence: 5_000, unseen: 5_000 } }, { provide: SessionStore, useValue: { expired: async () => void expired++ } }] });
    live = TestBed.inject(Live);
    live.changes.subscribe((change) => changes.push(change));
    spyOn(window, 'fetch').and.callFake((_, init) => {
      asked.push(new Headers(init?.headers));
      const answer = answers.shift();
      return answer ? answer() : Promise.reject(new TypeError('no network'));
    });
  });
  afterEach(() => live.stop());

  it('is signed in a header, tells what has changed, and goes on after the last event it saw', async () => {
    answers = [streamOf(frame('hello', {}, 7), frame('change', { trays: true }, 8)), open(frame('hello', {}, 9), frame('change', { notices: ['n'] }, 9))];
    live.start();
    await until(() => changes.length === 2);
    expect(changes).toEqual([{ trays: true }, { notices: ['n'] }]);
    expect(asked.map((headers) => [headers.get('authorization'), headers.get('last-event-id')])).toEqual([[`Basic ${btoa('TICKET_1')}`, null], [`Basic ${btoa('TICKET_1')}`, '8']]);
    expect(live.state()).toBe('live');
  });

  it('is lost after two failures, and there again as soon as it is', async () => {
    answers = [];
    live.start();
    await until(() => live.state() === 'lost');
    answers = [open(frame('hello', {}, 3))];
    await until(() => live.state() === 'live');
  });

  it('asks to sign in again when the ticket no longer holds', async () => {
    answers = [async () => new Response('{}', { status: 401 })];
    live.start();
    await until(() => expired === 1);
    expect(asked.length).toBe(1);
  });

  it('makes room for another page of the same person, and does not fight for it', async () => {
    answers = [streamOf(frame('hello', {}, 7), frame('bye', { why: 'replaced' }, 7))];
    live.start();
    await until(() => live.state() === 'lost');
    expect(asked.length).toBe(1);
  });
});
