import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { copyReplica, plantFault } from '../db/testing/file-faults.ts';
import { uuid } from '../services/testing/records.ts';
import { anna, synced, testComputer, user } from './testing/computer.ts';

let computer: ReturnType<typeof testComputer> | undefined;
afterEach(async () => {
  await computer?.remove();
  computer = undefined;
});

/** The same choices for the same seed (mulberry32). */
function chance(seed: number) {
  let state = seed * 0x9e3779b1;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), 61 | bits);
    return ((bits ^ (bits >>> 14)) >>> 0) % below;
  };
}

/** What a user was told is saved, and what became of it after one file of the replica went wrong. */
async function live(seed: number) {
  const below = chance(seed);
  computer = testComputer();
  const { server, folder, file } = computer;
  const first = computer.start();
  await first.call('session.loggaIn', user);
  await synced(first);
  const saved = new Set<string>();
  const drafts = new Map<string, unknown>();

  async function work({ call }: typeof first, times: number): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      const nyckel = `utkast ${below(4)}`;
      if (below(2) === 0) {
        const data = `halvt ${below(1e9)} ${'ord '.repeat(below(4000))}`;
        expect(await call('utkast.spara', { nyckel, personId: anna, titel: 'Ny', data })).toMatchObject({ ok: true });
        drafts.set(nyckel, data);
        continue;
      }
      const id = uuid(10_000 + saved.size);
      const name = saved.size % 2 === 0 ? 'kundlista.laggTill' : 'kundlista.taBort';
      const answer = await call('kommando.kor', { id, name, input: { personId: anna }, utkast: nyckel });
      expect(answer).toMatchObject({ value: { ok: true } });
      saved.add(id);
      drafts.delete(nyckel);
    }
  }

  await work(first, below(8));
  if (below(3) === 0) {
    server.state.accept = true;
    await first.call('synk.nu', {});
    await synced(first);
    server.state.accept = false;
  }
  let running = first;
  if (below(2) === 0) {
    await first.core.close();
    copyReplica(file, join(folder, 'aldre'));
    running = computer.start();
    await running.call('session.loggaIn', user);
  } else copyReplica(file, join(folder, 'aldre'));
  server.state.reachable = below(2) === 0;
  await work(running, 2 + below(8));

  const killed = below(2) === 0;
  if (!killed) await running.core.close();
  const place = join(folder, 'sedan');
  copyReplica(file, place);
  copyFileSync(join(folder, 'datorn.json'), join(place, 'datorn.json'));
  if (killed) running.core.crash();
  const what = plantFault(join(place, basename(file)), join(folder, 'aldre'), below);

  const again = computer.start({ dataDir: place });
  const answer = await again.call('session.loggaIn', user);
  if (!answer.ok) {
    // Without contact, and with nothing left that tells of one.
    server.state.reachable = true;
    expect(await again.call('session.loggaIn', user)).toMatchObject({ ok: true });
  }
  server.state.reachable = true;
  server.state.accept = true;
  await again.call('synk.nu', {});
  await synced(again);
  await expect.poll(async () => again.call('status.hamta', {}), { timeout: 5000 }).toMatchObject({ value: { osanda: 0 } });
  const session = await again.call('session.hamta', {});
  const rows = await again.call('utkorg.lista', {});
  const kept = await again.call('utkast.lista', {});
  const there = new Set([...server.state.pushed.map(({ id }) => id), ...(rows.ok ? rows.value.map(({ id }) => id) : [])]);
  return {
    what: `seed ${seed}: ${killed ? 'killed' : 'closed'}, ${what}`,
    told: session.ok && session.value.inloggad ? session.value.aterskapad : undefined,
    lost: [...saved].filter((id) => !there.has(id)),
    drafts: kept.ok ? new Map(kept.value.map(({ nyckel }) => [nyckel, true])) : undefined,
    expected: new Map([...drafts.keys()].map((nyckel) => [nyckel, true])),
    texts: await Promise.all(
      [...drafts].map(async ([nyckel, data]) => {
        const draft = await again.call('utkast.hamta', { nyckel });
        return draft.ok && draft.value?.data === data;
      }),
    ),
  };
}

const seeds = Number(process.env.AKTNARA_FILE_SEEDS ?? 40);

test.each(Array.from({ length: seeds }, (_, n) => n + 1))(
  'ARCHITECTURE 7 one file of the replica goes wrong, and nothing is lost: seed %i',
  async (seed) => {
    const { what, told, lost, drafts, expected, texts } = await live(seed);
    expect({ what, lost, drafts, texts: texts.filter((same) => !same).length }).toEqual({ what, lost: [], drafts: expected, texts: 0 });
    if (told) expect({ what, told }).toMatchObject({ what, told: { allt: true } });
  },
);
