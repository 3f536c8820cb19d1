import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { clamd, clamdAddress, factsOf, verdictOf } from './clamd.js';
import { hasClamd, startClamd, testSignature, testVirus, type RealClamd } from './spec-support/real-clamd.js';

const away = (code: string): jasmine.ObjectContaining<{ name: string; code: string }> => jasmine.objectContaining({ name: 'AntivirusAway', code });
const MIB = 1024 * 1024;

describe('What clamd says', () => {
  it('is a clean file, a signature, or that it could not say', () => {
    expect(verdictOf('stream: OK')).toEqual({ verdict: 'clean' });
    expect(verdictOf('stream: Win.Test.EICAR_HDB-1 FOUND')).toEqual({ verdict: 'infected', signature: 'Win.Test.EICAR_HDB-1' });
    expect(verdictOf('INSTREAM size limit exceeded. ERROR')).toEqual({ verdict: 'unscannable', because: 'tooLarge' });
    expect(verdictOf('stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND')).toEqual({ verdict: 'unscannable', because: 'tooLarge' });
  });

  it('is never taken for clean when it is anything else', () => {
    for (const answer of ['', 'OK', 'stream: OK?', "stream: Can't allocate memory ERROR", 'HTTP/1.1 200 OK', 'stream: OK FOUND OK']) expect(() => verdictOf(answer)).withContext(answer).toThrow(away('brokeOff'));
  });

  it('tells its version, and of which day its signatures are', () => {
    expect(factsOf('ClamAV 1.4.3/27500/Mon Jul 28 08:29:22 2025')).toEqual({ program: 'ClamAV 1.4.3', signaturesOf: new Date('2025-07-28T08:29:22Z') });
    expect(factsOf('ClamAV 1.4.3')).toEqual({ program: 'ClamAV 1.4.3' });
    expect(() => factsOf('220 mail.example ESMTP')).toThrow(away('notClamd'));
  });

  it('is asked at an address of a host and a port, or of a socket', () => {
    for (const good of ['tcp://127.0.0.1:3310', 'tcp://clamav:3310', 'tcp://[::1]:3310', 'unix:///run/clamav/clamd.ctl']) expect(clamdAddress.test(good)).withContext(good).toBeTrue();
    for (const bad of ['127.0.0.1:3310', 'http://clamav:3310', 'tcp://clamav', 'tcp://clamav:3310/x', 'unix://run/x', '']) expect(clamdAddress.test(bad)).withContext(bad).toBeFalse();
  });
});

describe('Over the wire, clamd', () => {
  let server: Server;
  let behave: (socket: Socket, heard: Buffer) => void;
  const url = (): string => `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const scan = (bytes: Buffer | Readable) => clamd(url()).scan(Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes);

  beforeEach(async () => {
    server = createServer((socket) => {
      let heard = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (piece) => {
        heard = Buffer.concat([heard, piece]);
        behave(socket, heard);
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise<void>((resolve) => void server.close(() => resolve())));

  const isWhole = (heard: Buffer): boolean => heard.subarray(-4).equals(Buffer.alloc(4)) && heard.length > 14;

  it('is sent each file in pieces that tell their length, and an empty one at the end', async () => {
    const file = Buffer.alloc(150_000, 7);
    const whole = new Promise<Buffer>((resolve) => {
      behave = (socket, heard) => {
        if (!isWhole(heard)) return;
        resolve(heard);
        socket.end('stream: OK\0');
      };
    });
    expect(await scan(file)).toEqual({ verdict: 'clean' });
    const sent = await whole;
    expect(sent.toString('latin1', 0, 10)).toBe('zINSTREAM\0');
    const data: Buffer[] = [];
    for (let at = 10; at < sent.length; ) {
      const length = sent.readUInt32BE(at);
      data.push(sent.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    expect(Buffer.concat(data).length).toBe(file.length);
    expect(Buffer.concat(data).equals(file)).toBeTrue();
  });

  it('may answer before it has heard all, and be heard out', async () => {
    behave = (socket, heard) => heard.length > 100_000 && socket.end('INSTREAM size limit exceeded. ERROR\0');
    expect(await scan(Buffer.alloc(20 * MIB))).toEqual({ verdict: 'unscannable', because: 'tooLarge' });
  });

  it('is away when it breaks off, says half a word, is not there, or is something else', async () => {
    behave = (socket) => void socket.destroy();
    await expectAsync(scan(Buffer.alloc(10))).toBeRejectedWith(away('brokeOff'));
    behave = (socket, heard) => isWhole(heard) && socket.end('stream: O');
    await expectAsync(scan(Buffer.alloc(10))).toBeRejectedWith(away('brokeOff'));
    behave = (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n\0');
    await expectAsync(scan(Buffer.alloc(10))).toBeRejectedWith(away('brokeOff'));
    await expectAsync(clamd('unix:///nowhere/clamd.ctl').about()).toBeRejectedWith(away('ENOENT'));
    await expectAsync(clamd('tcp://127.0.0.1:1').scan(Readable.from([Buffer.alloc(1)]))).toBeRejectedWith(away('ECONNREFUSED'));
  });

  it('never vouches for a file that could not be read to its end', async () => {
    behave = (socket, heard) => isWhole(heard) && socket.end('stream: OK\0');
    const torn = Readable.from((async function* () {
      yield Buffer.alloc(10);
      throw Object.assign(new Error('gone'), { code: 'EIO' });
    })());
    await expectAsync(scan(torn)).toBeRejectedWith(jasmine.objectContaining({ code: 'EIO' }));
  });

  it('is no longer waited for once the job is given up', async () => {
    const abort = new AbortController();
    behave = () => abort.abort(new Error('given up'));
    await expectAsync(clamd(url()).scan(Readable.from([Buffer.alloc(10)]), abort.signal)).toBeRejectedWithError('given up');
  });
});

describe('A real clamd', () => {
  if (!hasClamd) {
    it('is not on this machine: nothing is tried', () => {
      console.log('not tried: no clamd is installed (Debian: clamav-daemon)');
      expect(hasClamd).toBeFalse();
    });
    return;
  }
  let real: RealClamd;
  beforeAll(async () => (real = await startClamd()), 60_000);
  afterAll(() => real.close(), 60_000);
  const scan = (bytes: Buffer) => clamd(real.url).scan(Readable.from([bytes]));

  it('lets a sound file pass, names what it knows, wherever it is in the file, and an empty file is clean', async () => {
    expect(await scan(Buffer.from('%PDF-1.4 une lettre'))).toEqual({ verdict: 'clean' });
    expect(await scan(testVirus)).toEqual({ verdict: 'infected', signature: testSignature });
    expect(await scan(Buffer.concat([Buffer.alloc(500_000), testVirus, Buffer.alloc(1000)]))).toEqual({ verdict: 'infected', signature: testSignature });
    expect(await clamd(real.url).scan(Readable.from([]))).toEqual({ verdict: 'clean' });
  }, 60_000);

  it('says that a file is too large for it', async () => {
    expect(await scan(Buffer.alloc(3 * MIB))).toEqual({ verdict: 'unscannable', because: 'tooLarge' });
  }, 60_000);

  it('tells its version', async () => {
    expect((await clamd(real.url).about()).program).toMatch(/^ClamAV \d/);
  }, 60_000);
});
