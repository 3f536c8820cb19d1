import * as z from 'zod';

export const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, { error: 'code' });

/** A need-to-know compartment (secret professionnel): its letters are read by its people only. */
export const compartmentSetting = z.object({ code, label: z.string().min(1), legalBasis: z.string() });
export type CompartmentSetting = z.infer<typeof compartmentSetting>;

export const serviceSetting = z.object({
  code,
  label: z.string().min(1),
  kind: z.enum(['direction', 'delegation', 'service']),
  /** The service that it is part of; together they are a tree. */
  parent: code.optional(),
  /** Code of its site; other words are an address from before there were sites, and nothing follows from them. */
  site: z.string().optional(),
  email: z.email().optional(),
  /** Functional addresses whose mail is this service's; each is one service's only. */
  mailboxes: z.array(z.email()).max(50).optional(),
  /** Compartments that have a group of cleared people in this service. */
  compartments: z.array(code).default([]),
  /** Gets no more mail; its people still find what they treated. */
  retired: z.boolean().optional(),
  /** Keeps files of beneficiaries: its people know of those that no other service guards. */
  beneficiaries: z.boolean().optional(),
});
export type ServiceSetting = z.infer<typeof serviceSetting>;

const isCode = (text: string): boolean => code.safeParse(text).success;

/** The code of a service's site, if it says one. */
export const siteOfService = (service: Pick<ServiceSetting, 'site'>): string | undefined => (service.site && isCode(service.site) ? service.site : undefined);

export const traySetting = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, { error: 'trayId' }),
  label: z.string().min(1),
  service: code,
});
export type TraySetting = z.infer<typeof traySetting>;
