import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attestedList, eliminateAgain, type AttestationFault } from '@bannette/retention';
import { ConfigError, readConfig, type Config } from '../config.js';
import { purgeRepository } from '../start/purge.js';
import { fingerprintOf, sealOf } from '../start/seal.js';
import { withHouse } from '../start/with-house.js';

const faults: { readonly [fault in AttestationFault]: string } = {
  noAttestation: 'it is no certificate of a campaign, or an older one that names no list to a program',
  notSealed: 'it bears no seal',
  otherSealer: 'its seal is of a key that is not known here. With the certificate of the key that the authority signed with at that time: --certificate FILE.pem',
  broken: 'its seal does not hold: it was changed',
};

/** After a backup was restored: destroys and erases again what had been eliminated. 0 when nothing is left to do, 1 when a person has to look. */
export async function eliminateAgainCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { 'dry-run': { type: 'boolean' }, list: { type: 'string', multiple: true }, attestation: { type: 'string', multiple: true }, certificate: { type: 'string', multiple: true }, unsealed: { type: 'boolean' }, json: { type: 'boolean' } } });
  const config = readConfig(process.env);
  const lists = await listsOf(config, values);
  return withHouse(config, async (house, _databaseUrl, alfrescoUrl) => {
    const purge = await purgeRepository(config, alfrescoUrl);
    if (!purge) throw new ConfigError('BANNETTE_PURGE_PASSWORD or BANNETTE_PURGE_PASSWORD_FILE: the password of the account that destroys is not known');
    const report = await eliminateAgain({ house, purge, ledger: join(config.sealing.folder, 'eliminations') }, { apply: !values['dry-run'], lists });
    if (values.json) console.log(JSON.stringify(report, null, 2));
    else {
      const would = values['dry-run'] ? 'would be' : 'were';
      console.log(`${report.looked} eliminations looked at; ${report.destroyed.length} ${would} destroyed again in Alfresco, ${report.scrubbed.length} ${would} erased again in the database.`);
      for (const { name, code } of report.unsettled) console.log(`${name}: ${code}, a person has to look`);
      if (report.unsettled.some(({ code }) => code === 'ledgerUnverified')) console.log('ledgerUnverified: no backup has the campaign. With its list and its sealed certificate, which you have kept elsewhere: --list FILE --attestation FILE.pdf');
      if (report.scrubbed.length && !values['dry-run']) console.log('Start Bannette: it takes the last words off their folders in Alfresco.');
    }
    return report.unsettled.length ? 1 : 0;
  });
}

interface Brought {
  readonly list?: string[];
  readonly attestation?: string[];
  readonly certificate?: string[];
  readonly unsealed?: boolean;
}

/** Lists that somebody brings, each vouched for by a certificate of destruction that the authority sealed, or by whoever runs the command. @throws ConfigError */
async function listsOf(config: Config, { list = [], attestation = [], certificate = [], unsealed }: Brought): Promise<readonly Buffer[]> {
  const own = list.length && !unsealed ? await sealOf(config)?.() : undefined;
  const sealers = [...(own ? [own.fingerprint] : []), ...(await Promise.all(certificate.map(async (path) => fingerprintOf(await readFile(path)))))];
  const attested = new Set<string>();
  for (const path of attestation) {
    const found = await attestedList(await readFile(path), sealers);
    if ('fault' in found) throw new ConfigError(`${path}: ${faults[found.fault]}${found.about ? ` (${found.about})` : ''}`);
    attested.add(found.manifest);
  }
  const lists = await Promise.all(list.map((path) => readFile(path)));
  const alone = lists.findIndex((bytes) => !attested.has(createHash('sha512').update(bytes).digest('hex')));
  if (alone >= 0 && !unsealed) throw new ConfigError(`${list[alone] ?? ''}: no certificate that you brought speaks for this list. With its campaign\'s: --attestation FILE.pdf; where the authority sealed nothing and you answer for the list yourself: --unsealed`);
  return lists;
}
