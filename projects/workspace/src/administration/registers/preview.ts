import { chronoFlaw, numberText, type RegisterSetting } from '@bannette/domain';

/** What is known of a counter, so that the next number can be shown as it would be written. */
export interface Known {
  readonly code: string;
  readonly register: string;
  readonly last: number;
}

/** The next number of a register as it is being changed; nothing where its pattern can't be one. */
export function nextNumber(register: RegisterSetting, counters: readonly Known[], year: number, service = 'SERVICE'): string | undefined {
  if (chronoFlaw(register.pattern, register)) return undefined;
  const last = register.perService ? undefined : counters.find((each) => each.code === register.code && each.register === register.code)?.last;
  return numberText(register, year, last ? last + 1 : register.start, register.perService ? service : undefined);
}

/** A register to begin with, under a code that none has. */
export function newRegister(registers: readonly RegisterSetting[]): RegisterSetting {
  const code = Array.from({ length: registers.length + 1 }, (_, at) => `registre-${at + 1}`).find((each) => !registers.some((register) => register.code === each)) ?? 'registre';
  return { code, label: '', pattern: 'R-{service}-{year}-{seq:5}', kinds: ['incoming'], perService: true, yearly: true, start: 1 };
}
