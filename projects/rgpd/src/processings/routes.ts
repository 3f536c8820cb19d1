import { belongs, houseGroups, registerChanges, type Person } from '@bannette/domain';
import { forbidden, notFound, type Handlers, type ProcessingRegisterView } from '@bannette/http';
import type { House } from '@bannette/house';
import { changesOfExport, exportColumns, exportRegister, lastExport, toExport } from './export.js';
import { currentRegister, type Surroundings } from './facts.js';

/** The register of processings: read by who answers for it, changed as the setting `processings` by the DPO. */
export function processingRoutes(house: House, surroundings: Surroundings): Handlers {
  const { db } = house.store;
  return {
    processings: async ({ caller }) => {
      requireReader(caller);
      const [register, versions, last] = await Promise.all([currentRegister(house, surroundings), house.settingVersions(), lastExport(house)]);
      const told = last && { lastExport: toExport(last), changes: changeable(registerChanges(last.register, register)) };
      return { register: register as unknown as ProcessingRegisterView, version: versions.processings ?? 0, ...told, mayChange: keeps(caller) };
    },
    processingExports: async ({ caller, query }) => {
      requireReader(caller);
      let exports = db.selectFrom('processing_export').select(exportColumns).where('entity_id', '=', house.entityId);
      if (query.after) exports = exports.where('number', '<', Number(query.after) || 0);
      const rows = await exports.orderBy('number', 'desc').limit(query.limit + 1).execute();
      const shown = rows.slice(0, query.limit);
      return { items: shown.map(toExport), next: rows.length > query.limit ? String(shown.at(-1)?.number) : undefined };
    },
    exportProcessings: async (call) => {
      requireReader(call.caller);
      return exportRegister(house, call, surroundings);
    },
    processingExportFile: async ({ caller, params, query, reply }) => {
      requireReader(caller);
      const column = query.form;
      const row = await db.selectFrom('processing_export').select(column).where('entity_id', '=', house.entityId).where('number', '=', params.number).executeTakeFirst();
      if (!row) throw notFound('processingExport');
      return reply.header('content-disposition', `attachment; filename="registre-traitements-${params.number}.${column}"`).header('x-content-type-options', 'nosniff').type(column === 'pdf' ? 'application/pdf' : 'text/csv; charset=utf-8').send(row[column]);
    },
    processingExportChanges: async ({ caller, params }) => {
      requireReader(caller);
      return changeable(await changesOfExport(house, params.number));
    },
  };
}

/** Answers are copied: what is validated against the contract may be changed. */
const changeable = ({ entries, general }: ReturnType<typeof registerChanges>) => ({ entries: entries.map((entry) => ({ ...entry, fields: [...entry.fields] })), general: [...general] });

const keeps = (person: Person): boolean => [houseGroups.dpo, houseGroups.administrators].some((group) => belongs(person, group));

function requireReader(person: Person): void {
  if (!keeps(person) && !belongs(person, houseGroups.archives)) throw forbidden('processings');
}
