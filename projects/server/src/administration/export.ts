import { exportSetting } from '@bannette/alfresco';
import { settingKinds } from '@bannette/domain';
import type { House, Sidecar } from '@bannette/house';
import { failureRoutes } from './failures.js';
import { administrationRoutes } from './routes.js';

const exportTask = 'settings.export';

/** Settings: published on a page, and copied readably to the Data Dictionary, where Alfresco's people look for them. */
export function administration(house: House): Sidecar {
  return {
    name: 'administration',
    routes: (app) => {
      administrationRoutes(house, app);
      failureRoutes(house, app);
    },
    listens: [
      {
        name: 'administration.export',
        types: ['settings.published'],
        handle: async ({ subjectId, actor }, tx) => {
          if (actor !== 'system') await tx.enqueue(exportTask, { kind: subjectId }, { key: `${exportTask}:${subjectId}` });
        },
      },
    ],
    tasks: {
      [exportTask]: async (payload) => {
        const kind = settingKinds.find((candidate) => candidate === payload.kind);
        if (!kind) return;
        const settings = await house.settings();
        await exportSetting(house.repository, { name: `${kind}.json`, text: `${JSON.stringify(settings[kind], null, 2)}\n` });
      },
    },
  };
}
