import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './config.js';

describe('Secrets in the configuration', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'bannette-secrets-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  function fileWith(text: string): string {
    const file = join(folder, Math.random().toString(36).slice(2));
    writeFileSync(file, text);
    return file;
  }
  const failureOf = (env: NodeJS.ProcessEnv): string => {
    try {
      readConfig(env);
    } catch (error) {
      if (error instanceof ConfigError) return error.message;
    }
    return 'no failure';
  };

  it('are read from files, without the line’s end', () => {
    const config = readConfig({
      DATABASE_URL_FILE: fileWith('postgres://b:s3cret@database:5432/bannette\n'),
      BANNETTE_SMTP_URL_FILE: fileWith('smtps://u:p@relay.example\r\n'),
      BANNETTE_METRICS_TOKEN_FILE: fileWith('0123456789abcdef\n'),
      ALFRESCO_PASSWORD_FILE: fileWith('svc\n'),
      ALFRESCO_EVENTS_URL: 'amqp://broker:5672',
      ALFRESCO_EVENTS_USER: 'bannette',
      ALFRESCO_EVENTS_PASSWORD_FILE: fileWith('broker\n'),
    });
    expect(config).toEqual(jasmine.objectContaining({ databaseUrl: 'postgres://b:s3cret@database:5432/bannette', smtpUrl: 'smtps://u:p@relay.example', metricsToken: '0123456789abcdef', alfrescoPassword: 'svc' }));
    expect(config.events).toEqual({ url: 'amqp://broker:5672', user: 'bannette', password: 'broker' });
  });

  it('given outright go before their files, which need not be there', () => {
    expect(readConfig({ ALFRESCO_PASSWORD: 'outright', ALFRESCO_PASSWORD_FILE: join(folder, 'missing') }).alfrescoPassword).toBe('outright');
    expect(readConfig({ ALFRESCO_PASSWORD: '', ALFRESCO_PASSWORD_FILE: fileWith('from file') }).alfrescoPassword).toBe('from file');
  });

  it('in an empty file are as good as absent', () => {
    expect(readConfig({ BANNETTE_SMTP_URL_FILE: fileWith('\n') }).smtpUrl).toBeUndefined();
  });

  it('are never told when they are wrong', () => {
    expect(failureOf({ DATABASE_URL_FILE: fileWith('mysql://b:s3cret@host') })).toMatch(/^DATABASE_URL: (?!.*s3cret)/);
    expect(failureOf({ BANNETTE_METRICS_TOKEN_FILE: fileWith('s3cret') })).toMatch(/^BANNETTE_METRICS_TOKEN: (?!.*s3cret)/);
    expect(failureOf({ DATABASE_URL_FILE: join(folder, 'missing') })).toBe('DATABASE_URL_FILE: the file can’t be read'.replace('’', "'"));
  });
});

describe('What one file may cost, and the antivirus,', () => {
  it('are what reading is told', () => {
    const { limits, clamdUrl } = readConfig({ BANNETTE_MAX_PAGES: '2000', BANNETTE_MAX_MEGAPIXELS: '150', BANNETTE_PAGE_SECONDS: '90', BANNETTE_FILE_SECONDS: '3600', BANNETTE_READER_MIB: '2048', BANNETTE_CLAMD_URL: 'unix:///run/clamav/clamd.ctl' });
    expect(limits).toEqual({ maxPages: 2000, maxPixelsPerPage: 150_000_000, secondsPerPage: 90, secondsPerFile: 3600, memoryMiB: 2048 });
    expect([clamdUrl, readConfig({}).clamdUrl]).toEqual(['unix:///run/clamav/clamd.ctl', undefined]);
  });

  it('are refused when they can’t be right', () => {
    for (const [name, value] of [['BANNETTE_CLAMD_URL', 'localhost:3310'], ['BANNETTE_CLAMD_URL', 'http://localhost:3310'], ['BANNETTE_MAX_PAGES', '0'], ['BANNETTE_READER_MIB', '10']] as const) expect(() => readConfig({ [name]: value })).withContext(value).toThrowMatching((error: unknown) => error instanceof ConfigError && error.message.startsWith(name));
  });
});
