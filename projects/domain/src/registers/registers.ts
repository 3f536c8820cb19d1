import { formatChrono, parseChrono } from '../chrono/chrono.js';
import { registerKinds, type RegisterKind, type RegisterSetting } from '../settings/registers.js';

/** A counter: a register, with the service where each has its own; year 0 where numbers run on over the years. */
export interface Series {
  /** `code`, or `code.SERVICE`; what rows and nodes keep. */
  readonly register: string;
  readonly year: number;
}

/** The register that numbers a mail of this kind: of its service where services have their own, else the common one. */
export function registerFor(registers: readonly RegisterSetting[], kind: RegisterKind, service?: string): RegisterSetting | undefined {
  const serving = registers.filter(({ kinds }) => kinds.includes(kind));
  return (service && serving.find(({ perService }) => perService)) || serving.find(({ perService }) => !perService);
}

export const seriesOf = ({ code, perService, yearly }: RegisterSetting, year: number, service?: string): Series => ({ register: perService && service ? `${code}.${service}` : code, year: yearly ? year : 0 });

/** The register that a counter is of, and the service, as far as the settings know it. */
export function registerBehind(registers: readonly RegisterSetting[], register: string): { readonly setting: RegisterSetting; readonly service?: string } | undefined {
  const [code, service] = register.split('.');
  const setting = registers.find((one) => one.code === code);
  return setting && { setting, ...(service ? { service } : {}) };
}

/** Kinds that a number of this counter may have been given to; any, where the settings no longer know its register. */
export const kindsUnder = (registers: readonly RegisterSetting[], register: string): readonly RegisterKind[] => registerBehind(registers, register)?.setting.kinds ?? registerKinds;

/** How a number of a register is written. `year` is the year that it is given in, also where numbers run on. */
export const numberText = ({ pattern }: RegisterSetting, year: number, number: number, service?: string): string => formatChrono(pattern, year, number, service);

/** Year and number of a chrono, by its register's pattern in force. */
export function readChrono(registers: readonly RegisterSetting[], register: unknown, chrono: unknown): { readonly year: number | null; readonly number: number | null } {
  const known = typeof register === 'string' ? registerBehind(registers, register) : undefined;
  const read = known && typeof chrono === 'string' ? parseChrono(known.setting.pattern, chrono) : undefined;
  if (!known || !read || read.service !== known.service) return { year: null, number: null };
  return { year: known.setting.yearly ? (read.year ?? null) : 0, number: read.number };
}
