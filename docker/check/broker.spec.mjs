import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventTopic, subscribeToEvents } from '@bannette/alfresco';
import { eventText, freePort, startActiveMq } from '@bannette/alfresco/testing';
import rhea from 'rhea';
import { project, start, until } from './tools.mjs';

const jars = join(project, 'var/cache/activemq-5.18.6');
const passwords = { alfresco: 'alfresco-of-the-test', bannette: 'bannette-of-the-test' };

describe('The broker’s configuration', () => {
  let folder;
  let missing;
  let broker;
  let port;
  let ownPort;

  beforeAll(async () => {
    const other = await startActiveMq(); // brings the program
    if ('missing' in other) return (missing = other.missing);
    await other.close();
    folder = mkdtempSync(join(tmpdir(), 'bannette-broker-'));
    [port, ownPort] = [await freePort(), await freePort()];
    writeFileSync(join(folder, 'broker_passwords'), Object.entries(passwords).map(([user, password]) => `${user}.password=${password}\n`).join(''));
    const text = readFileSync(join(project, 'docker/broker/activemq.xml'), 'utf8').replace('/run/secrets/', `${folder}/`).replaceAll('/opt/activemq/data', `${folder}/data`).replace('0.0.0.0:61616', `127.0.0.1:${ownPort}`).replace('0.0.0.0:5672', `127.0.0.1:${port}`);
    writeFileSync(join(folder, 'activemq.xml'), text);
    broker = start('java', ['-Xmx160m', '-cp', readdirSync(jars).filter((file) => file.endsWith('.jar')).map((file) => join(jars, file)).join(':'), 'org.apache.activemq.console.Main', 'start', `xbean:file:${join(folder, 'activemq.xml')}`], { cwd: folder });
    await until('the broker takes Alfresco’s word', () => publish('alfresco', []), 60_000, broker);
  }, 180_000);
  afterAll(async () => {
    broker?.child.kill('SIGKILL');
    await broker?.ended;
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const withBroker = (what, test) => it(what, async () => (missing ? pending(missing) : test()), 60_000);

  /** True when all were taken. @throws with the broker's word when it refuses */
  function publish(user, bodies, password = passwords[user]) {
    return new Promise((resolve, reject) => {
      const container = rhea.create_container();
      const connection = container.connect({ host: '127.0.0.1', port, username: user, password, reconnect: false });
      const fail = ({ error, connection: of, sender, receiver }) => {
        connection.close();
        reject(Object.assign(new Error(String(error ?? of?.error ?? sender?.error ?? receiver?.error)), { refused: true }));
      };
      for (const event of ['connection_error', 'session_error', 'sender_error', 'rejected', 'disconnected', 'error']) container.on(event, fail);
      let taken = 0;
      container.once('sendable', ({ sender }) => {
        for (const body of bodies) sender.send({ body, durable: true });
        if (!bodies.length) done();
      });
      container.on('accepted', () => ++taken === bodies.length && done());
      const done = () => {
        container.removeAllListeners('disconnected');
        connection.close();
        resolve(true);
      };
      connection.open_sender(eventTopic);
    });
  }

  withBroker('lets Bannette hear what Alfresco writes, and keeps it while Bannette is away', async () => {
    const heard = [];
    const config = { url: `amqp://127.0.0.1:${port}`, user: 'bannette', password: passwords.bannette, subscriber: 'of-the-test', retryMs: 100 };
    const listen = () => subscribeToEvents(config, async (batch) => void heard.push(...batch));
    let subscription = listen();
    await until('Bannette listens', async () => subscription.connected());
    await publish('alfresco', [eventText('Updated', { id: 'one' })]);
    await until('the first is heard', async () => heard.length === 1);
    await subscription.stop();
    await publish('alfresco', [eventText('Updated', { id: 'two' })]);
    subscription = listen();
    await until('the second is heard', async () => heard.length === 2);
    await subscription.stop();
  });

  withBroker('lets nobody in without a password', async () => {
    await expectAsync(publish('bannette', [], 'guessed')).toBeRejected();
    await expectAsync(publish('system', [], 'manager')).toBeRejected();
    await expectAsync(publish('anonymous', [], '')).toBeRejected();
  });

  withBroker('lets Bannette write nothing that would pass for Alfresco’s', async () => {
    await expectAsync(publish('bannette', [eventText('Deleted', { id: 'forged' })])).toBeRejected();
  });
});
