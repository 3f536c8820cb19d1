import { connect } from '@bannette/alfresco';
import { openStore } from '@bannette/store';
import { createTestDatabase } from '@bannette/store/testing';
import { runBannette } from '../testing/command.js';
import { failureOf } from './failure.js';

/** Port 2 of this machine: nobody listens there. */
const nowhere = 'http://127.0.0.1:2';
const failed = (work: Promise<unknown>): Promise<unknown> => work.then(() => fail('it succeeded'), (error: unknown) => error);
const openAndAsk = async (databaseUrl: string): Promise<void> => {
  const store = await openStore({ databaseUrl, poolSize: 1 });
  await store.db.selectFrom('mail').select('id').execute().finally(() => store.close());
};

describe('A command that can’t go on', () => {
  it('says in a sentence that Alfresco does not answer, and may be run again', async () => {
    const { code, text } = failureOf(await failed(connect({ url: nowhere, retries: 0 }, { user: 'a', password: 'b' }).me()), nowhere);
    expect([code, text]).toEqual([3, jasmine.stringMatching(/^http:\/\/127\.0\.0\.1:2: Nothing listens there/) as never]);
  });

  it('says what is wrong with the database, without its address and password', async () => {
    const database = await createTestDatabase();
    try {
      const wrong = (change: (url: URL) => void): string => {
        const url = new URL(database.url);
        change(url);
        return url.href;
      };
      const texts = [
        failureOf(await failed(openAndAsk('postgres://bannette:geheim@127.0.0.1:9/x'))),
        failureOf(await failed(openAndAsk(wrong((url) => (url.pathname = '/is_not_there'))))),
        failureOf(await failed(openAndAsk(wrong((url) => (url.username = 'is_not_there'))))),
      ].map(({ code, text }) => `${code} ${text ?? ''}`);
      expect(texts).toEqual([jasmine.stringMatching(/^3 .*does not answer.*ECONNREFUSED/), jasmine.stringMatching(/^3 .*none of this name/), jasmine.stringMatching(/^3 .*refuses this user/)] as never[]);
      expect(texts.join()).not.toContain('geheim');
    } finally {
      await database.drop();
    }
  });

  it('tells of an error that nobody expected all that is known', () => {
    expect(failureOf(new TypeError('x is not a function'))).toEqual({ code: 1 });
  });

  it('is no trace of calls when serve is started before Alfresco', async () => {
    const database = await createTestDatabase();
    try {
      const { code, said } = await runBannette(['serve'], { DATABASE_URL: database.url, ALFRESCO_URL: nowhere, ALFRESCO_PASSWORD: 'x', BANNETTE_PORT: '0', BANNETTE_LOG_LEVEL: 'silent' });
      expect([code, said]).toEqual([3, jasmine.stringMatching(/^bannette serve: http:\/\/127\.0\.0\.1:2: Nothing listens there[^\n]*\n$/) as never]);
    } finally {
      await database.drop();
    }
  }, 60_000);
});
