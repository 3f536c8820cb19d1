import { z } from 'zod';

export const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, { error: 'code' });

/** A need-to-know compartment (secret professionnel): its letters are read by its people only. */
export const compartmentSetting = z.object({ code, label: z.string().min(1), legalBasis: z.string() });
export type CompartmentSetting = z.infer<typeof compartmentSetting>;

export const serviceSetting = z.object({
  code,
  label: z.string().min(1),
  kind: z.enum(['direction', 'delegation', 'service']),
  parent: code.optional(),
  site: z.string().optional(),
  email: z.email().optional(),
  /** Compartments that have a group of cleared people in this service. */
  compartments: z.array(code).default([]),
});
export type ServiceSetting = z.infer<typeof serviceSetting>;

export const traySetting = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, { error: 'trayId' }),
  label: z.string().min(1),
  service: code,
});
export type TraySetting = z.infer<typeof traySetting>;
