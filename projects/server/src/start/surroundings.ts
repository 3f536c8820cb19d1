import type { DataPlace, Measure, MeasureCode } from '@bannette/domain';
import type { Config } from '../config.js';

/** What of the configuration the register of processings tells: measures that are in force, and where data lie. */
export function surroundingsOf(config: Pick<Config, 'clamdUrl' | 'oidc' | 'seal' | 'sealing' | 'alfrescoUrl'>): { readonly measures: readonly Measure[]; readonly places: readonly DataPlace[] } {
  const configured: readonly (readonly [MeasureCode, boolean])[] = [
    ['accessByGroup', true],
    ['chainedJournal', true],
    ['sealedJournal', true],
    ['timestamps', config.sealing.timestampUrl !== undefined],
    ['antivirus', config.clamdUrl !== undefined],
    ['identityService', config.oidc !== undefined],
    ['signedRegister', config.seal !== undefined],
    ['twoPersons', true],
  ];
  return { measures: configured.filter(([, holds]) => holds).map(([code]) => ({ code })), places: [config.alfrescoUrl ? 'alfresco' : 'embeddedRepository', 'database', 'spool', 'paper'] };
}
