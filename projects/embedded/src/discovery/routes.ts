import type { FastifyInstance } from 'fastify';
import { listed } from '../http/paging.js';
import { API, authenticate, sendJson } from '../http/routes.js';
import type { Repository } from '../repository.js';

const version = { major: '25', minor: '3', patch: '0', hotfix: '0', schema: 20200, label: 'embedded', display: '25.3.0.0 (embedded) schema 20200' };

/** What the repository says about itself. It does not claim to be more than it is: no modules, no sharing, no renditions. */
export function discoveryRoutes(app: FastifyInstance, repository: Repository): void {
  app.get('/alfresco/api/discovery', async (request, reply) => {
    await authenticate(repository, request);
    return sendJson(reply, 200, {
      entry: {
        repository: {
          id: repository.wellKnown.get('root'), edition: 'Community', version,
          status: { isReadOnly: false, isAuditEnabled: false, isQuickShareEnabled: false, isThumbnailGenerationEnabled: false, isDirectAccessUrlEnabled: false },
          modules: [],
        },
      },
    });
  });

  app.get('/alfresco/api', async (request, reply) => {
    await authenticate(repository, request);
    return sendJson(reply, 200, listed([{ quotas: [], isEnabled: true, id: '-default-' }], { skip: 0, max: 100 }, 1));
  });

  for (const [probe, name] of [['-live-', 'liveProbe'], ['-ready-', 'readyProbe']] as const) {
    app.get(`${API}/probes/${probe}`, async (_request, reply) => {
      await repository.database.one('select 1');
      return sendJson(reply, 200, { entry: { message: `${name}: Success - Tested` } });
    });
  }
}
