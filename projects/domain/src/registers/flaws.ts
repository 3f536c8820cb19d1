import { registerKinds, type RegisterSetting } from '../settings/registers.js';
import { canCollide, sameShape } from './pattern.js';

export interface RegisterFlaw {
  readonly code: 'duplicate' | 'noRegister' | 'registerTwice' | 'sameNumber' | 'sameNumberBefore';
  readonly path: string;
  readonly value: string;
}

/** What would leave a kind of mail without a number, or two mails with the same. */
export function registerFlaws(registers: readonly RegisterSetting[]): readonly RegisterFlaw[] {
  return [
    ...registers.filter(({ code }, at) => registers.findIndex((one) => one.code === code) !== at).map(({ code }): RegisterFlaw => ({ code: 'duplicate', path: 'registers', value: code })),
    ...registers.flatMap(({ code, pattern }, at) => registers.slice(0, at).filter((other) => canCollide(pattern, other.pattern)).map((other): RegisterFlaw => ({ code: 'sameNumber', path: `registers.${code}.pattern`, value: other.code }))),
    ...registerKinds.flatMap((kind): RegisterFlaw[] => {
      const serving = registers.filter(({ kinds }) => kinds.includes(kind));
      const common = serving.filter(({ perService }) => !perService);
      const own = serving.filter(({ perService }) => perService);
      return [
        ...(common.length ? [] : [{ code: 'noRegister' as const, path: 'registers', value: kind }]),
        ...[...common.slice(1), ...own.slice(1)].map(({ code }) => ({ code: 'registerTwice' as const, path: `registers.${code}.kinds`, value: kind })),
      ];
    }),
  ];
}

/**
 * Registers whose pattern could write a number that was given before, under a pattern of another counter or another form of
 * their own; a register that changes only its padding goes on counting.
 *
 * @param before registers of earlier versions of the settings that have given numbers
 */
export function flawsBefore(registers: readonly RegisterSetting[], before: readonly RegisterSetting[]): readonly RegisterFlaw[] {
  return registers.flatMap((register) => {
    const goesOn = (old: RegisterSetting): boolean => old.code === register.code && old.yearly === register.yearly && old.perService === register.perService && sameShape(old.pattern, register.pattern);
    const clash = before.find((old) => !goesOn(old) && canCollide(old.pattern, register.pattern));
    return clash ? [{ code: 'sameNumberBefore' as const, path: `registers.${register.code}.pattern`, value: clash.pattern }] : [];
  });
}
