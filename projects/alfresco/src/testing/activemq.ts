import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import rhea, { type EventContext } from 'rhea';
import { eventTopic } from '../events/subscribe.js';
import { freePort } from './free-port.js';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../../../var/cache/activemq-5.18.6/', import.meta.url));

/** ActiveMQ Classic, as far as it is needed: 12 MB instead of its distribution's 70. */
const jars = [
  { group: 'org.apache.activemq', artifact: 'activemq-all', version: '5.18.6', sha512: '7d67a955d99ef2d6e41dbfa9a6295798e29d426554973b6c6ff36d851ea6b9e44ad77b09a469e7c89844628024bb4e3c62ff3b4fad408e4b60de2c5d5af60102' },
  { group: 'org.apache.activemq', artifact: 'activemq-jaas', version: '5.18.6', sha512: '84b525de46764d0f8fe90d49465dd95244282e7e74c65ffbc686d5a35ddf9d370ccb0a9e7ebf12d82adc1b8ddfe95233afe25fb4eec81bc159c4bdba7bfc6101' },
  { group: 'org.apache.qpid', artifact: 'proton-j', version: '0.34.1', sha512: '063543108abb45f5fddb640a69c1610a936b4dd6c9489528c8f78b8ffc256b716b71c76b97237d880383ae3d37a35e6305148dc2eb063d836f8ffa0838fa40b0' },
  { group: 'org.springframework', artifact: 'spring-jcl', version: '5.3.39', sha512: '55d7b4fa71e1be507cf19bc18d6bce035946aa76b83e16152a18e822e08dcf571143936bbba8c6af5e57e8166352d807f53868fea5297eba1adcf5f65d9fdd16' },
] as const;
const fileOf = ({ artifact, version }: (typeof jars)[number]): string => `${artifact}-${version}.jar`;

/** A real broker for specs: kept on disk, with an account, and open to who names none, by plain AMQP and by TLS. */
export interface ActiveMq {
  readonly url: string;
  readonly tlsUrl: string;
  /** The certificate behind `tlsUrl`. */
  readonly ca: string;
  readonly user: string;
  readonly password: string;
  publish(bodies: readonly string[]): Promise<void>;
  /** As the power does. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** @returns in words why there is no broker on this machine, if so */
export async function startActiveMq(): Promise<ActiveMq | { readonly missing: string }> {
  for (const [program, flag] of [['java', '-version'], ['mvn', '--version'], ['openssl', 'version']] as const) {
    if (!(await run(program, [flag]).then(() => true, () => false))) return { missing: `${program} is not on this machine` };
  }
  if (!(await haveJars())) return { missing: 'Maven does not get ActiveMQ' };
  const folder = await mkdtemp(join(tmpdir(), 'bannette-activemq-'));
  const password = randomBytes(9).toString('hex');
  await certificate(folder);
  const [port, tlsPort] = [await freePort(), await freePort()];
  await writeFile(join(folder, 'broker.xml'), configuration(folder, password, port, tlsPort));
  let child: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const start = async (): Promise<void> => {
    const started = spawn('java', ['-Xmx160m', '-cp', jars.map((jar) => join(cache, fileOf(jar))).join(':'), 'org.apache.activemq.console.Main', 'start', `xbean:file:${join(folder, 'broker.xml')}`], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    const log: string[] = [];
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (piece: Buffer) => log.push(piece.toString()));
    const stopWithUs = (): void => void started.kill('SIGKILL');
    process.once('exit', stopWithUs);
    started.once('exit', () => process.off('exit', stopWithUs));
    while (!(await answers(port)) || !(await answers(tlsPort))) {
      if (started.exitCode !== null) throw new Error(`ActiveMQ ended: ${log.join('').slice(-2000)}`);
      await delay(100);
    }
  };
  await start();
  const account = { user: 'bannette', password };
  return {
    url: `amqp://127.0.0.1:${port}`,
    tlsUrl: `amqps://localhost:${tlsPort}`,
    ca: await readFile(join(folder, 'cert.pem'), 'utf8'),
    ...account,
    publish: (bodies) => publish(port, account, bodies),
    kill,
    start,
    close: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function haveJars(): Promise<boolean> {
  if (!(await haveAll())) {
    const folder = await mkdtemp(join(tmpdir(), 'bannette-jars-'));
    try {
      await writeFile(join(folder, 'pom.xml'), pom());
      const fetched = await run('mvn', ['-q', '-B', '-f', join(folder, 'pom.xml'), 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies', `-DoutputDirectory=${folder}`], { timeout: 120_000 }).then(() => true, () => false);
      if (!fetched) return false;
      for (const jar of jars) if ((await digestOf(join(folder, fileOf(jar)))) !== jar.sha512) throw new Error(`${fileOf(jar)} is not the file that was expected`);
      await mkdir(cache, { recursive: true });
      for (const jar of jars) {
        const passing = join(cache, `${fileOf(jar)}.${process.pid}`);
        await writeFile(passing, await readFile(join(folder, fileOf(jar))));
        await rename(passing, join(cache, fileOf(jar)));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return true;
}

async function haveAll(): Promise<boolean> {
  const digests = await Promise.all(jars.map((jar) => digestOf(join(cache, fileOf(jar))).catch(() => undefined)));
  return digests.every((digest, index) => digest === jars[index]?.sha512);
}

const digestOf = async (file: string): Promise<string> => createHash('sha512').update(await readFile(file)).digest('hex');

const pom = (): string => `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>org.bannette</groupId><artifactId>broker</artifactId><version>1</version><packaging>pom</packaging><dependencies>
${jars.map(({ group, artifact, version }) => `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version><exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>`).join('\n')}
</dependencies></project>`;

const configuration = (folder: string, password: string, port: number, tlsPort: number): string => `<beans xmlns="http://www.springframework.org/schema/beans" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:amq="http://activemq.apache.org/schema/core"
  xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd http://activemq.apache.org/schema/core http://activemq.apache.org/schema/core/activemq-core.xsd">
  <amq:broker brokerName="alfresco" useJmx="false" persistent="true" dataDirectory="${folder}/data" useShutdownHook="false">
    <amq:persistenceAdapter><amq:kahaDB directory="${folder}/data/kahadb" journalMaxFileLength="1mb"/></amq:persistenceAdapter>
    <amq:plugins><amq:simpleAuthenticationPlugin anonymousAccessAllowed="true" anonymousGroup="users"><amq:users><amq:authenticationUser username="bannette" password="${password}" groups="users"/></amq:users></amq:simpleAuthenticationPlugin></amq:plugins>
    <amq:sslContext><amq:sslContext keyStore="file:${folder}/keys.p12" keyStoreType="PKCS12" keyStorePassword="changeit"/></amq:sslContext>
    <amq:transportConnectors>
      <amq:transportConnector name="amqp" uri="amqp://127.0.0.1:${port}"/>
      <amq:transportConnector name="amqps" uri="amqp+ssl://127.0.0.1:${tlsPort}"/>
    </amq:transportConnectors>
  </amq:broker>
</beans>`;

async function certificate(folder: string): Promise<void> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']);
  await run('openssl', ['pkcs12', '-export', '-inkey', key, '-in', cert, '-out', join(folder, 'keys.p12'), '-passout', 'pass:changeit']);
}

function publish(port: number, account: { readonly user: string; readonly password: string }, bodies: readonly string[]): Promise<void> {
  const container = rhea.create_container({ id: `publisher-${randomBytes(4).toString('hex')}` });
  const connection = container.connect({ host: '127.0.0.1', port, username: account.user, password: account.password, reconnect: false });
  const sender = connection.open_sender(eventTopic);
  const waiting = [...bodies];
  let accepted = 0;
  return new Promise((resolve, reject) => {
    container.on('sendable', () => {
      while (waiting.length && sender.sendable()) sender.send({ durable: true, application_properties: { breadcrumbId: 'spec' }, body: waiting.shift() });
    });
    container.on('accepted', () => {
      accepted += 1;
      if (accepted < bodies.length) return;
      connection.close();
      resolve();
    });
    for (const name of ['connection_error', 'disconnected', 'sender_error', 'error']) container.on(name, (context: EventContext) => reject(context.error ?? new Error(`ActiveMQ takes nothing: ${name}`)));
  });
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
