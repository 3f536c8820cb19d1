import { messageId, messageReferences } from './kinds.js';
import { threadOf, type Edge } from './thread.js';

const answers = (from: string, to: string): Edge => ({ from, to, kind: 'answers', source: 'person' });

describe('a thread of mails', () => {
  it('goes by days, and tells each mail what it is to those before it', () => {
    const thread = threadOf([{ id: 'reminder', day: '2026-04-02' }, { id: 'letter', day: '2026-03-01' }, { id: 'answer', day: '2026-03-20' }], [answers('answer', 'letter'), { from: 'reminder', to: 'letter', kind: 'follows', source: 'person' }]);
    expect(thread).toEqual([
      { id: 'letter', ties: [] },
      { id: 'answer', ties: [{ to: 'letter', kind: 'answers', source: 'person', backwards: false }] },
      { id: 'reminder', ties: [{ to: 'letter', kind: 'follows', source: 'person', backwards: false }] },
    ]);
  });

  it('never puts an answer before what it answers, and ends where answers go round in a circle', () => {
    expect(threadOf([{ id: 'answer', day: '2026-03-01' }, { id: 'letter', day: '2026-03-05' }], [answers('answer', 'letter')]).map(({ id }) => id)).toEqual(['letter', 'answer']);
    expect(threadOf([{ id: 'b', day: '2026-03-02' }, { id: 'a', day: '2026-03-01' }], [answers('a', 'b'), answers('b', 'a')]).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('reads what e-mails say of one another', () => {
    expect([messageId(' <A.b@Mail.Example> '), messageId('a@b'), messageId('nonsense'), messageId(undefined)]).toEqual(['A.b@mail.example', 'a@b', undefined, undefined]);
    expect(messageReferences('<1@x.fr>\r\n <2@x.fr> <1@x.fr> rubbish')).toEqual(['1@x.fr', '2@x.fr']);
    expect(messageReferences(Array.from({ length: 80 }, (_, at) => `<${at}@x.fr>`).join(' ')).length).toBe(50);
  });
});
