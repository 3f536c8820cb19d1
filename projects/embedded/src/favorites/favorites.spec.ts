import { adminOf, fileOf, folderOf, personOf } from '../testing/people.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('Marks and ratings', () => {
  let repository: TestRepository;
  beforeAll(async () => {
    repository = await startTestRepository();
  });
  afterAll(() => repository.dispose());

  it('are each person’s own, and nobody else sees a mark', async () => {
    const admin = adminOf(repository);
    const anne = await personOf(repository, 'anne');
    const file = await fileOf(admin, await folderOf(admin, 'home'), 'marked.txt');
    expect((await anne.post('people/-me-/favorites', { target: { file: { guid: file } } })).status).toBe(201);
    expect((await anne.post('people/-me-/favorites', { target: { folder: { guid: file } } })).status).toBe(404);
    expect([(await anne.get(`nodes/${file}?include=isFavorite`)).body.entry.isFavorite, (await admin.get(`nodes/${file}?include=isFavorite`)).body.entry.isFavorite]).toEqual([true, false]);
    expect((await admin.get('people/anne/favorites')).status).toBe(404);
    expect([(await anne.delete(`people/-me-/favorites/${file}`)).status, (await anne.delete(`people/-me-/favorites/${file}`)).status]).toEqual([204, 404]);
  });

  it('count a person once, however often they rate', async () => {
    const admin = adminOf(repository);
    const bernard = await personOf(repository, 'bernard');
    const file = await fileOf(admin, await folderOf(admin, 'rated'), 'rated.txt');
    await bernard.post(`nodes/${file}/ratings`, { id: 'fiveStar', myRating: 1 });
    await bernard.post(`nodes/${file}/ratings`, { id: 'fiveStar', myRating: 5 });
    expect((await admin.post(`nodes/${file}/ratings`, { id: 'fiveStar', myRating: 2 })).body.entry.aggregate).toEqual({ numberOfRatings: 2, average: 3.5 });
    expect((await admin.post(`nodes/${file}/ratings`, { id: 'fiveStar', myRating: 9 })).status).toBe(400);
  });
});
