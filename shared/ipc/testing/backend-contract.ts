import { describe, expect, it, vi } from 'vitest';
import { type Backend, type CallName, type CallResult, type CoreEvent, calls } from '../contract.ts';

/** The core at the far end: calls wait until the test answers them. */
function farCore() {
  const listeners = new Set<(event: CoreEvent) => void>();
  const asked: { name: CallName; input: unknown; answer: (result: CallResult<CallName>) => void }[] = [];
  return {
    asked,
    tell(event: CoreEvent): void {
      for (const listener of listeners) listener(event);
    },
    core: {
      async call(name: string, input: unknown): Promise<CallResult<CallName>> {
        if (!Object.hasOwn(calls, name)) return { ok: false, error: { code: 'okant-anrop' } };
        return new Promise((answer) => asked.push({ name: name as CallName, input, answer }));
      },
      subscribe(listener: (event: CoreEvent) => void): () => void {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
export type FarCore = ReturnType<typeof farCore>['core'];

/**
 * What a page relies on of the line to its core, whoever carries it.
 * @param make a line to this core, connected
 */
export function backendContract(
  name: string,
  make: (core: FarCore) => Promise<{ backend: Backend; close?: () => Promise<void> | void }>,
): void {
  const open = async () => {
    const far = farCore();
    return { ...far, ...(await make(far.core)) };
  };
  const askedFor = (far: { asked: unknown[] }, count: number) => vi.waitFor(() => expect(far.asked).toHaveLength(count));

  describe(name, () => {
    it('each call gets its own answer, in whatever order they come; text comes whole', async () => {
      const line = await open();
      const one = line.backend.call('installning.hamta', { nyckel: 'å "ett"\n🙂' });
      const two = line.backend.call('utkast.hamta', { nyckel: 'två' });
      await askedFor(line, 2);
      expect(line.asked.map(({ name: asked, input }) => [asked, input])).toEqual([
        ['installning.hamta', { nyckel: 'å "ett"\n🙂' }],
        ['utkast.hamta', { nyckel: 'två' }],
      ]);
      line.asked[1]?.answer({ ok: true, value: null });
      expect(await two).toEqual({ ok: true, value: null });
      line.asked[0]?.answer({ ok: true, value: { text: 'Åsa\n– "ö" 🙂', lista: [1, null, false] } });
      expect(await one).toEqual({ ok: true, value: { text: 'Åsa\n– "ö" 🙂', lista: [1, null, false] } });
      await line.close?.();
    });

    it('a failed call is an answer, with its code and detail', async () => {
      const line = await open();
      const answer = line.backend.call('status.hamta', {});
      await askedFor(line, 1);
      line.asked[0]?.answer({ ok: false, error: { code: 'finns-inte', detail: 'inte-oppnad' } });
      expect(await answer).toEqual({ ok: false, error: { code: 'finns-inte', detail: 'inte-oppnad' } });
      await line.close?.();
    });

    it('what is no call is refused as data', async () => {
      const line = await open();
      for (const none of ['finns.inte', 'constructor', '__proto__']) {
        expect(await line.backend.call(none as CallName, {} as never)).toMatchObject({ ok: false, error: { code: 'okant-anrop' } });
      }
      expect(line.asked).toEqual([]);
      await line.close?.();
    });

    it('every listener hears every event, in order, until it ends', async () => {
      const line = await open();
      const [heard, brief]: [CoreEvent[], CoreEvent[]] = [[], []];
      line.backend.subscribe((event) => heard.push(event));
      const end = line.backend.subscribe((event) => brief.push(event));
      line.tell({ event: 'utkorg' });
      await vi.waitFor(() => expect(brief).toEqual([{ event: 'utkorg' }]));
      end();
      line.tell({ event: 'andrat', scopes: ['katalog'] });
      line.tell({ event: 'utkorg' });
      await vi.waitFor(() => expect(heard).toHaveLength(3));
      expect(heard).toEqual([{ event: 'utkorg' }, { event: 'andrat', scopes: ['katalog'] }, { event: 'utkorg' }]);
      expect(brief).toHaveLength(1);
      await line.close?.();
    });
  });
}
