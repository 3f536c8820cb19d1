import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { listed } from '../http/paging.js';
import type { Webscripts } from '../http/webscript.js';
import { API, authenticate, sendJson } from '../http/routes.js';
import type { Repository } from '../repository.js';

const version = { major: '25', minor: '3', patch: '0', hotfix: '0', schema: 20200, label: 'embedded', display: '25.3.0.0 (embedded) schema 20200' };
const records = { id: 'org_alfresco_module_rm', title: 'AGS Repo', description: 'Alfresco Governance Services Repository Extension', version: '25.3.0', installDate: '2026-01-01T00:00:00.000+0000', installState: 'INSTALLED', versionMin: '25.0.0', versionMax: '999' };

/** The repository's own id: one for each database, and no node's. */
function repositoryId(root: string): string {
  const digest = createHash('sha256').update(`repository ${root}`).digest('hex');
  return [digest.slice(0, 8), digest.slice(8, 12), digest.slice(12, 16), digest.slice(16, 20), digest.slice(20, 32)].join('-');
}

/** The same in a few words, for older pages. */
export function serverWebscript(script: Webscripts): void {
  script('GET', 'server', async () => ({ data: { edition: 'Community', version: `${version.major}.${version.minor}.${version.patch} (${version.label})`, schema: String(version.schema) } }));
}

/** What the repository says about itself. It does not claim to be more than it is: no sharing, no renditions. */
export function discoveryRoutes(app: FastifyInstance, repository: Repository): void {
  app.get('/alfresco/api/discovery', async (request, reply) => {
    await authenticate(repository, request);
    return sendJson(reply, 200, {
      entry: {
        repository: {
          id: repositoryId(repository.wellKnown.get('root') ?? ''), edition: 'Community', version,
          status: { isReadOnly: false, isAuditEnabled: false, isQuickShareEnabled: false, isThumbnailGenerationEnabled: false, isDirectAccessUrlEnabled: false },
          modules: [records],
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
