import type { RegisterSetting } from '../settings/registers.js';
import { canCollide } from './pattern.js';

/** Registers to begin with, where patterns of incoming and outgoing mail were settings of the authority before: with those patterns. */
export function withFormerPatterns(registers: readonly RegisterSetting[], former: unknown): readonly RegisterSetting[] {
  const patterns = Object.entries((former ?? {}) as { readonly [code: string]: unknown }).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const kept = new Map(patterns);
  return registers.map((register) => {
    const own = kept.get(register.code);
    if (own) return { ...register, pattern: own };
    const clash = patterns.some(([, pattern]) => canCollide(pattern, register.pattern));
    return clash ? { ...register, pattern: `${register.code.toUpperCase()}-{year}-{seq:6}` } : register;
  });
}
