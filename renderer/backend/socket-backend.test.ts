import { describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../shared/ipc/contract.ts';
import { type Socket, socketBackend } from './socket-backend.ts';

/** A host that can be cut: sockets opened so far, and the waits that the backend asked for. */
function host() {
  const sockets: (Socket & { sent: { id: number; name: string; input: unknown }[] })[] = [];
  const waits: { run: () => void; ms: number }[] = [];
  const backend = socketBackend({
    url: 'ws://x/ws',
    open: () => {
      const sent: { id: number; name: string; input: unknown }[] = [];
      const socket = {
        sent,
        send: (text: string) => sent.push(JSON.parse(text)),
        close: () => {},
        onopen: null,
        onclose: null,
        onmessage: null,
      };
      sockets.push(socket);
      return socket;
    },
    later: (run, ms) => waits.push({ run, ms }),
  });
  const latest = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('no socket');
    return socket;
  };
  const answer = (id: number, value: unknown) => latest().onmessage?.({ data: JSON.stringify({ id, result: { ok: true, value } }) });
  return { backend, sockets, waits, latest, answer };
}

const utkast = (nyckel: string) => ({ nyckel, personId: null, titel: '', data: 1 });

describe('socketBackend', () => {
  it('sends a call and resolves it with its own result', async () => {
    const { backend, latest, answer } = host();
    latest().onopen?.();
    const one = backend.call('utkast.kasta', { nyckel: 'a' });
    const two = backend.call('installning.hamta', { nyckel: 'b' });
    expect(latest().sent.map(({ name }) => name)).toEqual(['utkast.kasta', 'installning.hamta']);
    answer(2, 'två');
    answer(1, null);
    expect(await two).toEqual({ ok: true, value: 'två' });
    expect(await one).toEqual({ ok: true, value: null });
  });

  it('keeps drafts made while the socket is down and sends them in order when it is back', async () => {
    const { backend, sockets, waits, latest, answer } = host();
    latest().onopen?.();
    const underWay = backend.call('utkast.spara', utkast('1'));
    latest().onclose?.();
    const second = backend.call('utkast.spara', utkast('2'));
    expect(sockets[0]?.sent).toHaveLength(1);
    waits[0]?.run();
    latest().onopen?.();
    expect(latest().sent.map(({ input }) => (input as { nyckel: string }).nyckel)).toEqual(['1', '2']);
    answer(1, { sparad: 'x' });
    answer(2, { sparad: 'y' });
    expect([(await underWay).ok, (await second).ok]).toEqual([true, true]);
  });

  it('backs off while the host is away, and starts anew after a connection', () => {
    const { waits, latest } = host();
    for (let i = 0; i < 8; i += 1) {
      latest().onclose?.();
      waits.at(-1)?.run();
    }
    expect(waits.map(({ ms }) => ms)).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
    latest().onopen?.();
    latest().onclose?.();
    expect(waits.at(-1)?.ms).toBe(200);
  });

  it('does not resend an answered call', () => {
    const { backend, waits, latest, answer } = host();
    latest().onopen?.();
    void backend.call('utkast.kasta', { nyckel: 'a' });
    answer(1, null);
    latest().onclose?.();
    waits[0]?.run();
    latest().onopen?.();
    expect(latest().sent).toEqual([]);
  });

  it('answers a call larger than a frame itself: it would cut the socket again and again', async () => {
    const { backend, latest } = host();
    latest().onopen?.();
    const answer = await backend.call('utkast.spara', { ...utkast('stor'), data: 'x'.repeat(5 * 1024 * 1024) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'ogiltig-indata' } });
    expect(latest().sent).toEqual([]);
  });

  it('passes events and tells whether the road is open', () => {
    const { backend, latest } = host();
    const events: CoreEvent[] = [];
    const open: boolean[] = [];
    const end = backend.subscribe((event) => events.push(event));
    backend.onConnection((now) => open.push(now));
    latest().onopen?.();
    latest().onmessage?.({ data: JSON.stringify({ event: { event: 'utkorg' } }) });
    end();
    latest().onmessage?.({ data: JSON.stringify({ event: { event: 'utkorg' } }) });
    latest().onclose?.();
    expect(events).toEqual([{ event: 'utkorg' }]);
    expect(open).toEqual([false, true, false]);
  });
});
