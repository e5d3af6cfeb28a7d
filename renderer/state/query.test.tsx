// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Nod } from '../../shared/domain/rubriktrad/nod.ts';
import { CallFailure, scriptedBackend } from '../testing/scripted-backend.ts';
import { startCore } from './core.ts';
import { useQuery } from './query.ts';

let end: () => void = () => undefined;
afterEach(() => {
  cleanup();
  end();
});

describe('useQuery', () => {
  it('reads, and reads again when a record of its scopes changes', async () => {
    let value = 1;
    const backend = scriptedBackend({ 'installning.hamta': () => value });
    end = startCore(backend);
    const { result } = renderHook(() => useQuery('installning.hamta', { nyckel: 'a' }, ['akt:1', 'katalog']));
    expect(result.current.laddar).toBe(true);
    await waitFor(() => expect(result.current.data).toBe(1));
    value = 2;
    act(() => backend.emit({ event: 'andrat', scopes: ['akt:2'] }));
    expect(backend.calls).toHaveLength(1);
    act(() => backend.emit({ event: 'andrat', scopes: ['akt:1'] }));
    await waitFor(() => expect(result.current.data).toBe(2));
  });
  it('the scope `akt` means every akt', async () => {
    const backend = scriptedBackend({ 'installning.hamta': () => 1 });
    end = startCore(backend);
    renderHook(() => useQuery('installning.hamta', { nyckel: 'a' }, ['akt']));
    await waitFor(() => expect(backend.calls).toHaveLength(1));
    act(() => backend.emit({ event: 'andrat', scopes: ['akt:7'] }));
    await waitFor(() => expect(backend.calls).toHaveLength(2));
  });
  it('many changes during a read make one more read', async () => {
    let release: (value: number) => void = () => undefined;
    const backend = scriptedBackend({ 'installning.hamta': () => new Promise<number>((resolve) => (release = resolve)) });
    end = startCore(backend);
    const { result } = renderHook(() => useQuery('installning.hamta', { nyckel: 'a' }, ['katalog']));
    await waitFor(() => expect(backend.calls).toHaveLength(1));
    act(() => {
      for (let i = 0; i < 5; i += 1) backend.emit({ event: 'andrat', scopes: ['katalog'] });
    });
    await act(async () => release(1));
    await waitFor(() => expect(backend.calls).toHaveLength(2));
    await act(async () => release(2));
    await waitFor(() => expect(result.current.data).toBe(2));
    expect(backend.calls).toHaveLength(2);
  });
  it('keeps what it has when a later read fails, and tells the error', async () => {
    let fails = false;
    const backend = scriptedBackend({
      'installning.hamta': () => {
        if (fails) throw new CallFailure({ code: 'disken-full' });
        return 'text';
      },
    });
    end = startCore(backend);
    const { result } = renderHook(() => useQuery('installning.hamta', { nyckel: 'a' }, ['katalog']));
    await waitFor(() => expect(result.current.data).toBe('text'));
    fails = true;
    act(() => backend.emit({ event: 'andrat', scopes: ['katalog'] }));
    await waitFor(() => expect(result.current.fel).toEqual({ code: 'disken-full' }));
    expect(result.current.data).toBe('text');
  });
  it.each(['finns-inte', 'lasen-utgatt', 'inte-inloggad'] as const)(
    'FRAGA-62 shows nothing of what may not be read any more: %s',
    async (code) => {
      let fails = false;
      const backend = scriptedBackend({
        'installning.hamta': () => {
          if (fails) throw new CallFailure({ code });
          return 'text';
        },
      });
      end = startCore(backend);
      const { result } = renderHook(() => useQuery('installning.hamta', { nyckel: 'a' }, ['katalog']));
      await waitFor(() => expect(result.current.data).toBe('text'));
      fails = true;
      act(() => backend.emit({ event: 'andrat', scopes: ['katalog'] }));
      await waitFor(() => expect(result.current.fel).toEqual({ code }));
      expect(result.current.data).toBeUndefined();
    },
  );
  it('another input never shows the former answer', async () => {
    const backend = scriptedBackend({ 'installning.hamta': ({ nyckel }) => nyckel });
    end = startCore(backend);
    const { result, rerender } = renderHook(({ nyckel }) => useQuery('installning.hamta', { nyckel }, []), {
      initialProps: { nyckel: 'a' },
    });
    await waitFor(() => expect(result.current.data).toBe('a'));
    rerender({ nyckel: 'b' });
    expect(result.current.data).toBeUndefined();
    await waitFor(() => expect(result.current.data).toBe('b'));
  });
  it('of a view that changed only what changed is new; one that did not is the same object, and draws nothing anew', async () => {
    let noder = [testNod('a', 'Ett'), testNod('b', 'Två')];
    const backend = scriptedBackend({ 'kund.trad': () => noder });
    end = startCore(backend);
    let drawn = 0;
    const { result } = renderHook(() => {
      drawn += 1;
      return useQuery('kund.trad', { personId: 'p' }, ['akt:p']);
    });
    await waitFor(() => expect(result.current.data).toHaveLength(2));
    const first = result.current.data;
    noder = [testNod('ny', 'Nytt'), testNod('a', 'Ett'), testNod('b', 'Annat')];
    act(() => backend.emit({ event: 'andrat', scopes: ['akt:p'] }));
    await waitFor(() => expect(result.current.data).toEqual(noder));
    const second = result.current.data;
    expect(second?.[1]).toBe(first?.[0]);
    const before = drawn;
    act(() => backend.emit({ event: 'andrat', scopes: ['akt:p'] }));
    await waitFor(() => expect(backend.calls).toHaveLength(3));
    await act(async () => undefined);
    expect(result.current.data).toBe(second);
    expect(drawn).toBe(before);
  });
  it('many who show the same view read it once, and each sees what was there when it asked', async () => {
    let n = 0;
    const backend = scriptedBackend({ 'kund.trad': () => [testNod('a', `Nr ${n}`)] });
    end = startCore(backend);
    const hooks = [1, 2, 3].map(() => renderHook(() => useQuery('kund.trad', { personId: 'q' }, ['akt:q'])));
    await waitFor(() => expect(hooks.map(({ result }) => result.current.data?.[0]?.etikett)).toEqual(['Nr 0', 'Nr 0', 'Nr 0']));
    const asked = backend.calls.length;
    n = 1;
    act(() => backend.emit({ event: 'andrat', scopes: ['akt:q'] }));
    await waitFor(() => expect(hooks.map(({ result }) => result.current.data?.[0]?.etikett)).toEqual(['Nr 1', 'Nr 1', 'Nr 1']));
    expect(backend.calls.length - asked).toBe(1);
    n = 2;
    const late = renderHook(() => useQuery('kund.trad', { personId: 'q' }, ['akt:q']));
    await waitFor(() => expect(late.result.current.data?.[0]?.etikett).toBe('Nr 2'));
  });
});

const testNod = (id: string, etikett: string): Nod => ({
  id,
  parentId: null,
  niva: 1,
  slag: 'rot',
  etikett,
  fet: false,
  ikon: 'mapp',
  harBarn: false,
  meny: [],
});
