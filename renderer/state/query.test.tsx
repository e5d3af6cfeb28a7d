// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { CallFailure, memoryBackend } from '../testing/memory-backend.ts';
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
    const backend = memoryBackend({ 'installning.hamta': () => value });
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
    const backend = memoryBackend({ 'installning.hamta': () => 1 });
    end = startCore(backend);
    renderHook(() => useQuery('installning.hamta', { nyckel: 'a' }, ['akt']));
    await waitFor(() => expect(backend.calls).toHaveLength(1));
    act(() => backend.emit({ event: 'andrat', scopes: ['akt:7'] }));
    await waitFor(() => expect(backend.calls).toHaveLength(2));
  });
  it('many changes during a read make one more read', async () => {
    let release: (value: number) => void = () => undefined;
    const backend = memoryBackend({ 'installning.hamta': () => new Promise<number>((resolve) => (release = resolve)) });
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
    const backend = memoryBackend({
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
  it('another input never shows the former answer', async () => {
    const backend = memoryBackend({ 'installning.hamta': ({ nyckel }) => nyckel });
    end = startCore(backend);
    const { result, rerender } = renderHook(({ nyckel }) => useQuery('installning.hamta', { nyckel }, []), {
      initialProps: { nyckel: 'a' },
    });
    await waitFor(() => expect(result.current.data).toBe('a'));
    rerender({ nyckel: 'b' });
    expect(result.current.data).toBeUndefined();
    await waitFor(() => expect(result.current.data).toBe('b'));
  });
});
