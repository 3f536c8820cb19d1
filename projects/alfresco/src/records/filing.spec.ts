import { connect } from '../repository.js';
import { answer, scriptedServer, type ScriptedServer } from '../testing/scripted-server.js';

describe('a filing right', () => {
  let server: ScriptedServer;
  afterEach(() => server.close());

  for (const inherits of [true, false]) {
    it(`is given with word of what the node ${inherits ? 'inherits' : 'does not inherit'}, as AGS was always asked`, async () => {
      server = await scriptedServer(answer(200, { entry: { id: 'c', permissions: { isInheritanceEnabled: inherits } } }), answer(200, {}));
      await connect({ url: server.url }, { ticket: 'T' }).records.filing.grant('c', ['svc', 'purge']);
      const [, sent] = server.seen;
      expect(sent?.url).toContain('/s/api/node/workspace/SpacesStore/c/rmpermissions');
      expect(JSON.parse(sent!.body.toString())).toEqual({ permissions: [{ authority: 'svc', role: 'Filing' }, { authority: 'purge', role: 'Filing' }], isInherited: inherits });
    });
  }

  it('is not changed by who can’t see what is set', async () => {
    server = await scriptedServer(answer(200, { entry: { id: 'c' } }));
    await expectAsync(connect({ url: server.url }, { ticket: 'T' }).records.filing.revoke('c', 'svc')).toBeRejectedWith(jasmine.objectContaining({ code: 'forbidden' }));
    expect(server.seen.length).toBe(1);
  });
});
