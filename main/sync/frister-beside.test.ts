import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aktScope } from '../../shared/domain/scope.ts';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import { personData, utredningRecord, uuid } from '../services/testing/records.ts';
import { type AktRig, createAktRig, save, seededServer, utredningId } from './testing/akt-rig.ts';
import type { SyncServer } from './testing/sync-server.ts';

const personer = Array.from({ length: 50 }, (_, n) => uuid(600 + n));
const allaKlara = (rig: AktRig) => personer.every((id) => rig.replica.fristerI(aktScope(id)).length > 0);

let server: SyncServer;
let rig: AktRig;
beforeEach(() => {
  server = seededServer();
  server.write(
    'katalog',
    fristregler().map(({ type, id, data }) => ({ op: 'put', type, id, data })),
  );
  for (const [n, id] of personer.entries()) {
    const { id: utredning, data } = utredningRecord(id, uuid(700 + n));
    server.write(aktScope(id), [
      { op: 'put', type: 'person', id, data: personData() },
      { op: 'put', type: 'utredning', id: utredning, data },
    ]);
  }
  rig = createAktRig(server);
});
afterEach(() => rig.remove());

/** Resolves when none waits; a screen is told of them by the same event. */
const klara = () =>
  new Promise<void>((resolve) => {
    const off = rig.replica.onChange(() => {
      if (!rig.replica.fristerReady()) return;
      off();
      resolve();
    });
  });

describe('KLOCK-05 computed bevakningar beside the rounds', () => {
  it('no round waits for them, and they come after it', async () => {
    const whole = klara();
    await rig.round();
    expect(rig.sync.status()).toMatchObject({ fas: 'vilar', ansluten: true });
    expect(rig.sync.status().hamtad).not.toBeNull();
    expect(rig.replica.fristerReady(), 'more akter than one transaction computes').toBe(false);
    await whole;
    expect(allaKlara(rig)).toBe(true);
  });

  it('a stop ends it, and the next start goes on without a server', async () => {
    await rig.round();
    await rig.stop();
    expect(rig.replica.fristerReady()).toBe(false);
    await rig.restart();
    rig.network.up = false;
    const whole = klara();
    await rig.round();
    await whole;
    expect(allaKlara(rig)).toBe(true);
  });

  it('goes on while a round waits for a server that does not answer', async () => {
    await rig.round();
    await rig.stop();
    rig.faults.pull.push('hangs');
    const whole = klara();
    const round = rig.round();
    await whole;
    expect(rig.sync.status().fas).not.toBe('vilar');
    await rig.stop();
    await round;
  });

  it('what fails is told, and made at the next round', async () => {
    const crash = rig.crashAt((step) => step === 'frister-computed');
    await rig.round();
    await crash;
    await rig.restart();
    expect(rig.errors.some((error) => error instanceof Error && error.message === 'crashed at frister-computed')).toBe(true);
    const whole = klara();
    await rig.round();
    save(rig, 'Skrivet medan de räknas', {});
    await whole;
    expect(allaKlara(rig)).toBe(true);
    expect(rig.replica.fristerI(aktScope(uuid(5001))).some(({ ref }) => ref.id === utredningId)).toBe(true);
  });
});
