import { of, Subject, throwError } from 'rxjs';
import { Problem } from '../api/problem.js';
import type { Page, PageQuery } from '../api/types.js';
import { Pages } from './pages.js';

interface Line {
  readonly id: string;
  readonly word?: string;
}

describe('A list read page by page', () => {
  /** `count` lines behind a cursor, as the API gives them. */
  const source = (count: number, asked: PageQuery[] = []) => (page: PageQuery) => {
    asked.push(page);
    const from = Number(page.after ?? 0);
    const to = Math.min(count, from + (page.limit ?? 50));
    return of<Page<Line>>({ items: Array.from({ length: to - from }, (_, at) => ({ id: String(from + at) })), next: to < count ? String(to) : undefined });
  };
  const idOf = ({ id }: Line): string => id;

  it('begins with fifty lines and follows the cursor to the end', async () => {
    const pages = new Pages(source(120), idOf);
    await pages.load();
    expect([pages.items().length, pages.hasMore()]).toEqual([50, true]);
    await pages.loadMore();
    await pages.loadMore();
    await pages.loadMore();
    expect([pages.items().length, pages.hasMore(), pages.items().at(-1)?.id]).toEqual([120, false, '119']);
  });

  it('asks for the next page once, however often the end comes near', async () => {
    const asked: PageQuery[] = [];
    const pages = new Pages(source(120, asked), idOf);
    await pages.load();
    await Promise.all([pages.loadMore(), pages.loadMore(), pages.loadMore()]);
    expect(asked.length).toBe(2);
  });

  it('reads again as much as it shows, in pages that the API allows', async () => {
    const asked: PageQuery[] = [];
    const pages = new Pages(source(500, asked), idOf);
    await pages.load();
    for (let page = 0; page < 5; page++) await pages.loadMore();
    asked.length = 0;
    await pages.refresh();
    expect(pages.items().length).toBe(300);
    expect(asked.every(({ limit }) => (limit ?? 0) <= 200)).toBeTrue();
  });

  it('says what went wrong at first, but keeps what it shows when a later reading fails', async () => {
    let fails = true;
    const pages = new Pages<Line>((page) => (fails ? throwError(() => new Problem(503, 'unavailable')) : source(3)(page)), idOf);
    await pages.load();
    expect([pages.state(), pages.problem()?.code]).toEqual(['failed', 'unavailable']);
    fails = false;
    await pages.load();
    fails = true;
    await pages.refresh();
    expect([pages.state(), pages.items().length]).toEqual(['ready', 3]);
  });

  it('forgets an answer that comes after a newer question', async () => {
    const first = new Subject<Page<Line>>();
    const answers = [first, of<Page<Line>>({ items: [{ id: 'new' }] })];
    const pages = new Pages<Line>(() => answers.shift() ?? of({ items: [] }), idOf);
    const slow = pages.load();
    await pages.load();
    first.next({ items: [{ id: 'old' }] });
    await slow;
    expect(pages.items().map(idOf)).toEqual(['new']);
  });

  it('changes one line in its place, or lets it go', async () => {
    const pages = new Pages<Line>(source(3), idOf);
    await pages.load();
    pages.replace({ id: '1', word: 'taken' });
    pages.remove('0');
    expect(pages.items()).toEqual([{ id: '1', word: 'taken' }, { id: '2' }]);
  });
});
