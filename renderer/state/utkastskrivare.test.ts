import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallFailure, type Script, scriptedBackend } from '../testing/scripted-backend.ts';
import { answerOmFonster, forgetFonsterfraga, useAnnatFonster } from './annatFonster.ts';
import { startCore } from './core.ts';
import { useSession } from './session.ts';
import { nyttForsok, paus, senasteUtkast, skrivareFor, type Utkastlage, Utkastskrivare } from './utkastskrivare.ts';

const nyckel = 'anteckning:p:d:r:a';
const post = (text: string) => ({ nyckel, personId: 'p', titel: 'Bedömning', data: { text } });

let stop: () => void = () => undefined;
const start = (handlers: Script) => {
  const backend = scriptedBackend({ 'utkast.lista': () => [], ...handlers });
  stop = startCore(backend);
  return {
    written: () =>
      backend.calls.filter(({ name }) => name === 'utkast.spara').map(({ input }) => (input as ReturnType<typeof post>).data.text),
    backend,
  };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('a draft is durable within a second of each key', () => {
  it('is written 300 ms after the last key', async () => {
    const { written } = start({ 'utkast.spara': () => ({ sparad: '2026-11-20T08:41:12Z' }) });
    const lagen: Utkastlage[] = [];
    const skrivare = new Utkastskrivare(nyckel, (lage) => lagen.push(lage));
    skrivare.andrat(post('Lin'));
    await vi.advanceTimersByTimeAsync(299);
    expect(written()).toEqual([]);
    expect(skrivare.osparat).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(written()).toEqual(['Lin']);
    expect(skrivare.osparat).toBe(false);
    expect(lagen).toEqual([{ sparad: '2026-11-20T08:41:12Z' }]);
  });

  it('is written at least every 700 ms while typing goes on, so that no key waits a second', async () => {
    const { written } = start({ 'utkast.spara': () => ({ sparad: '2026-11-20T08:41:12Z' }) });
    const skrivare = new Utkastskrivare(nyckel, () => undefined);
    for (let key = 1; key <= 30; key++) {
      skrivare.andrat(post(String(key)));
      await vi.advanceTimersByTimeAsync(100);
      const onDisk = Number(written().at(-1) ?? 0);
      expect(key - onDisk, `keys typed after the last write, at key ${key}`).toBeLessThan(9);
    }
    expect(written().length).toBeGreaterThanOrEqual(4);
  });

  it('is written at once when asked, as at blur and pagehide', async () => {
    const { written } = start({ 'utkast.spara': () => ({ sparad: '2026-11-20T08:41:12Z' }) });
    const skrivare = new Utkastskrivare(nyckel, () => undefined);
    skrivare.andrat(post('Linnea'));
    await skrivare.flush();
    expect(written()).toEqual(['Linnea']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(written()).toEqual(['Linnea']);
  });

  it('never lets an older text land after a newer: one write at a time', async () => {
    let answer: (() => void) | undefined;
    const { written } = start({
      'utkast.spara': () => new Promise((resolve) => (answer = () => resolve({ sparad: '2026-11-20T08:41:12Z' }))),
    });
    const skrivare = new Utkastskrivare(nyckel, () => undefined);
    skrivare.andrat(post('ett'));
    await vi.advanceTimersByTimeAsync(300);
    skrivare.andrat(post('två'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(written()).toEqual(['ett']);
    answer?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(written()).toEqual(['ett', 'två']);
  });

  it('tells at once that the disk is full, and writes by itself when there is room again', async () => {
    let full = true;
    const { written } = start({
      'utkast.spara': () => {
        if (full) throw new CallFailure({ code: 'disken-full' });
        return { sparad: '2026-11-20T08:41:12Z' };
      },
    });
    const lagen: Utkastlage[] = [];
    const skrivare = new Utkastskrivare(nyckel, (lage) => lagen.push(lage));
    skrivare.andrat(post('kvar på skärmen'));
    await vi.advanceTimersByTimeAsync(300);
    expect(lagen).toEqual([{ fel: { code: 'disken-full' } }]);
    expect(skrivare.osparat).toBe(true);
    full = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(lagen.at(-1)).toEqual({ sparad: '2026-11-20T08:41:12Z' });
    expect(written()).toEqual(['kvar på skärmen', 'kvar på skärmen']);
  });

  it('drops the draft when there is nothing to keep', async () => {
    const { backend } = start({ 'utkast.kasta': () => null });
    const skrivare = new Utkastskrivare(nyckel, () => undefined);
    skrivare.andrat(null);
    await skrivare.flush();
    expect(backend.calls.map(({ name }) => name)).toEqual(['utkast.kasta']);
  });

  it('hands over to a command: what waits is not written after it', async () => {
    const { written } = start({ 'utkast.spara': () => ({ sparad: '2026-11-20T08:41:12Z' }) });
    const skrivare = new Utkastskrivare(nyckel, () => undefined);
    skrivare.andrat(post('sparas av kommandot'));
    await skrivare.handOver();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(written()).toEqual([]);
  });
});

describe('a draft in two windows', () => {
  const annat = { code: 'utkast-i-annat-fonster' } as const;
  /** A disk that knows when the draft was written, as the core's. */
  const disk = () => {
    let sparad: string | null = null;
    let n = 0;
    const writeThere = () => {
      n += 1;
      sparad = `2026-11-20T08:41:1${n}Z`;
      return { sparad };
    };
    const { written, backend } = start({
      'utkast.spara': (input) => {
        const { pa } = input as { pa?: string | null };
        if (pa !== undefined && pa !== sparad) throw new CallFailure(annat);
        return writeThere();
      },
      'utkast.hamta': () => (sparad === null ? null : { ...post('det andras'), sparad, namn: null, rader: [] }),
    });
    return { written, backend, writeThere };
  };

  it('is not written over where another window wrote it meanwhile, until the user has chosen', async () => {
    const { written, writeThere } = disk();
    await senasteUtkast(nyckel);
    const lagen: Utkastlage[] = [];
    const skrivare = new Utkastskrivare(nyckel, (lage) => lagen.push(lage));
    skrivare.andrat(post('mitt'));
    await vi.advanceTimersByTimeAsync(paus);
    expect(lagen).toEqual([{ sparad: '2026-11-20T08:41:11Z' }]);
    writeThere();
    skrivare.andrat(post('mitt och mer'));
    await vi.advanceTimersByTimeAsync(paus + 3 * nyttForsok);
    expect(written(), 'asked once, refused, and not again').toEqual(['mitt', 'mitt och mer']);
    expect(lagen.at(-1)).toEqual({ fel: annat });
    expect(skrivare.osparat).toBe(true);
    answerOmFonster(nyckel, 'keep');
    await vi.advanceTimersByTimeAsync(0);
    expect(lagen.at(-1)).toEqual({ sparad: '2026-11-20T08:41:13Z' });
    expect(written().at(-1)).toBe('mitt och mer');
  });

  it("is the other window's when the user says so: what waited here is forgotten", async () => {
    const { written, writeThere } = disk();
    await senasteUtkast(nyckel);
    writeThere();
    const lagen: Utkastlage[] = [];
    const skrivare = new Utkastskrivare(nyckel, (lage) => lagen.push(lage));
    skrivare.andrat(post('mitt'));
    await vi.advanceTimersByTimeAsync(paus);
    answerOmFonster(nyckel, 'take');
    expect(lagen.at(-1)).toEqual({ tasDarifran: true });
    await vi.advanceTimersByTimeAsync(nyttForsok);
    expect(written()).toEqual(['mitt']);
    expect(await senasteUtkast(nyckel)).toEqual({ ok: true, value: { text: 'det andras' } });
    skrivare.andrat(post('det andras och mitt'));
    await vi.advanceTimersByTimeAsync(paus);
    expect(skrivare.osparat).toBe(false);
  });

  it('is asked about again when its pane is another, and after another user; a command that takes it ends the question', async () => {
    const { written, writeThere } = disk();
    await senasteUtkast(nyckel);
    const fragor = () => [...useAnnatFonster.getState().fragor.keys()];
    writeThere();
    skrivareFor(nyckel, () => undefined).andrat(post('mitt'));
    await vi.advanceTimersByTimeAsync(paus);
    expect(fragor()).toEqual([nyckel]);
    forgetFonsterfraga();
    const again = skrivareFor(nyckel, () => undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(fragor()).toEqual([nyckel]);
    expect(again.vantande).toEqual(post('mitt'));
    await again.handOver();
    expect(fragor()).toEqual([]);
    // The command was refused: its words are a draft again, and the other's are still there.
    again.andrat(post('mitt'));
    await vi.advanceTimersByTimeAsync(paus);
    expect(fragor()).toEqual([nyckel]);
    expect(written()).toEqual(['mitt', 'mitt']);
    answerOmFonster(nyckel, 'take');
  });

  it('after a write whose answer was lost, its own draft is no other window', async () => {
    const { backend, writeThere } = disk();
    await senasteUtkast(nyckel);
    const skrivare = new Utkastskrivare(nyckel, () => undefined);
    const spara = vi.spyOn(backend, 'call').mockImplementationOnce(async () => {
      writeThere();
      throw new Error('connection lost');
    });
    skrivare.andrat(post('mitt'));
    await vi.advanceTimersByTimeAsync(paus);
    expect(spara).toHaveBeenCalledOnce();
    expect(skrivare.osparat).toBe(true);
    await vi.advanceTimersByTimeAsync(nyttForsok);
    expect(skrivare.osparat).toBe(false);
  });
});

describe('words that could not be written before the user left', () => {
  const sara = {
    inloggad: true as const,
    anvandareId: 'sara',
    namn: 'Sara',
    funktion: '',
    organisation: '',
    kommun: '',
    roller: [],
    provkorning: false,
  };
  afterEach(() => useSession.setState({ session: null }));

  it('are written at their next sign-in, and are never another user’s', async () => {
    let full = true;
    const { written } = start({
      'utkast.spara': () => {
        if (full) throw new CallFailure({ code: 'disken-full' });
        return { sparad: '2026-11-20T08:41:12Z' };
      },
      'utkast.hamta': () => null,
    });
    useSession.setState({ session: sara });
    const skrivare = new Utkastskrivare(nyckel, () => undefined);
    skrivare.andrat(post('Saras ord'));
    await vi.advanceTimersByTimeAsync(paus);
    expect(written()).toEqual(['Saras ord']);

    full = false;
    useSession.setState({ session: { inloggad: false, demo: true } });
    await vi.advanceTimersByTimeAsync(nyttForsok);
    useSession.setState({ session: { ...sara, anvandareId: 'per' } });
    await vi.advanceTimersByTimeAsync(nyttForsok);
    expect(written()).toEqual(['Saras ord']);
    expect(await senasteUtkast(nyckel)).toEqual({ ok: true, value: null });

    useSession.setState({ session: sara });
    await vi.advanceTimersByTimeAsync(nyttForsok);
    expect(written()).toEqual(['Saras ord', 'Saras ord']);
    expect(skrivare.osparat).toBe(false);
  });
});
