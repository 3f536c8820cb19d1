import { once } from 'node:events';
import { connect } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { endingOf } from './ending.js';

describe('The end of the server', () => {
  let app: FastifyInstance;
  let end: () => Promise<void>;
  let port: number;
  let asked: () => void;
  let answer: () => void;
  let wasAsked: Promise<void>;
  beforeEach(async () => {
    wasAsked = new Promise((resolve) => (asked = resolve));
    const answered = new Promise<void>((resolve) => (answer = resolve));
    app = Fastify({ forceCloseConnections: 'idle' });
    end = endingOf(app);
    app.get('/', async () => {
      asked();
      await answered;
      return 'here';
    });
    port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  });

  it('doesn’t wait for a connection on which nothing was ever asked', async () => {
    const silent = connect(port, '127.0.0.1');
    await once(silent, 'connect');
    const gone = once(silent, 'close');
    await end();
    await gone;
  });

  it('answers what is being asked, then closes its connection, though the client would keep it', async () => {
    const asking = fetch(`http://127.0.0.1:${port}/`);
    await wasAsked;
    const ended = end();
    setTimeout(answer, 200);
    expect(await (await asking).text()).toBe('here');
    await ended;
    await expectAsync(fetch(`http://127.0.0.1:${port}/`)).toBeRejected();
  });
});
