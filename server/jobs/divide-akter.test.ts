import { expect, test } from 'vitest';
import { divideAkter } from './divide-akter.ts';

test('each is tried once, those that stay as they were too, and none of them hides the rest', async () => {
  const tried: string[] = [];
  const undivided = async (_: string, before: string[]) => ['a', 'b', 'c', 'd', 'e'].filter((one) => !before.includes(one)).slice(0, 2);
  const act: Parameters<typeof divideAkter>[1] = async (_tenant, _who, command) => {
    tried.push((command.input as { personId: string }).personId);
    return { outcome: 'rejected' } as never;
  };
  await divideAkter(undivided, act).run('angelby');
  expect(tried).toEqual(['a', 'b', 'c', 'd', 'e']);
});
