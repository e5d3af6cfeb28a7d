import { afterEach, describe, expect, it } from 'vitest';
import { sparaAnteckning } from '../../../shared/domain/anteckning/commands.ts';
import { fromPlainText } from '../../../shared/domain/text/text.ts';
import type { KommandoSvar, UtkorgPostDetalj } from '../../../shared/ipc/views.ts';
import { newId, startCore } from '../../state/core.ts';
import { scriptedBackend } from '../../testing/scripted-backend.ts';
import { hinderFor, settle, tryAgain } from './konfliktval.ts';

const personId = newId();
const input = {
  personId,
  anteckningId: newId(),
  dokumentation: { slag: 'utredning' as const, id: newId() },
  rubrikKod: 'AKTUELL',
  handelsedatum: '2026-11-20',
  text: fromPlainText('min text'),
  basRev: newId(),
  rev: newId(),
};
const server = {
  anteckningId: newId(),
  text: fromPlainText('serverns'),
  rev: newId(),
  av: 'Per Hallberg',
  at: '2026-11-20T08:00:00Z',
  signerad: false,
};
const post: UtkorgPostDetalj = {
  id: newId(),
  seq: 1,
  name: 'anteckning.spara',
  personId,
  namn: 'Al-Hassan, Yusuf',
  vad: 'Aktuell situation',
  at: '2026-11-20T07:00:00.000Z',
  tillstand: 'nekad',
  rejection: { code: 'text-andrad', field: 'text' },
  konflikt: true,
  input,
  egenText: input.text,
  server,
};

type Kord = { name: string; input: Record<string, unknown>; utkast?: string };
let end: () => void = () => undefined;
afterEach(() => end());

/** A core that answers commands as told; gives what was run, and the rows that were taken off Att åtgärda. */
function core(svar: (name: string) => KommandoSvar = () => ({ ok: true, id: 'x' })) {
  const kord: Kord[] = [];
  const avgjorda: string[] = [];
  end = startCore(
    scriptedBackend({
      'kommando.kor': (call) => {
        kord.push(call as unknown as Kord);
        return svar(call.name);
      },
      'utkorg.avgjord': ({ id }) => {
        avgjorda.push(id);
        return null;
      },
    }),
  );
  return { kord, avgjorda };
}

describe('settling a conflict (FRAGA-61)', () => {
  it('Behåll serverns keeps the choice with my words, and writes nothing else', async () => {
    const { kord, avgjorda } = core();
    expect(await settle(post, 'server')).toMatchObject({ ok: true });
    expect(kord.map(({ name }) => name)).toEqual(['anteckning.avgorKonflikt']);
    expect(kord[0]?.input).toMatchObject({
      personId,
      anteckningId: server.anteckningId,
      val: 'server',
      egenText: input.text,
      egenSkriven: post.at,
    });
    expect(avgjorda).toEqual([post.id]);
  });
  it("Behåll din is built on the server's revision, on the server's note", async () => {
    const { kord } = core();
    await settle(post, 'egen');
    expect(kord.map(({ name }) => name)).toEqual(['anteckning.avgorKonflikt', 'anteckning.spara']);
    expect(kord[1]?.input).toMatchObject({ anteckningId: server.anteckningId, basRev: server.rev, text: input.text });
    expect(kord[1]?.input.rev).not.toBe(input.rev);
  });
  it('Behåll båda writes a new note beside', async () => {
    const { kord } = core();
    await settle(post, 'bada');
    expect(kord[1]?.input).toMatchObject({ basRev: null, bredvid: true, text: input.text });
    expect([input.anteckningId, server.anteckningId]).not.toContain(kord[1]?.input.anteckningId);
  });
  it('Skriv ihop saves the new words and drops their draft with them', async () => {
    const { kord } = core();
    await settle(post, 'sammanskriven', fromPlainText('båda'), 'ihop:1');
    expect(kord[0]?.input).toMatchObject({ val: 'sammanskriven', egenText: input.text });
    expect(kord[1]).toMatchObject({ input: { text: fromPlainText('båda'), basRev: server.rev }, utkast: 'ihop:1' });
  });
  it('what is saved is a command the rulebook can read', async () => {
    const { kord } = core();
    for (const val of ['egen', 'bada', 'sammanskriven'] as const) await settle(post, val);
    for (const { name, input: sent } of kord)
      if (name === sparaAnteckning.name) expect(sparaAnteckning.input.safeParse(sent).success).toBe(true);
    expect(kord.filter(({ name }) => name === sparaAnteckning.name)).toHaveLength(3);
  });
  it('a refused save leaves the row in Att åtgärda', async () => {
    const { avgjorda } = core((name) =>
      name === 'anteckning.spara' ? { ok: false, rejection: { code: 'text-andrad' } } : { ok: true, id: 'x' },
    );
    expect(await settle(post, 'egen')).toEqual({ ok: false, rejection: { code: 'text-andrad' } });
    expect(avgjorda).toEqual([]);
  });
  it('a refused choice saves nothing', async () => {
    const { kord, avgjorda } = core(() => ({ ok: false, rejection: { code: 'behorighet-saknas' } }));
    await settle(post, 'egen');
    expect(kord).toHaveLength(1);
    expect(avgjorda).toEqual([]);
  });
  it('a signed text of the server cannot be written over, only written beside', () => {
    const signed = { ...post, server: { ...server, signerad: true } };
    expect(hinderFor('egen', signed)).toMatch(/signerad/);
    expect(hinderFor('sammanskriven', signed)).toMatch(/signerad/);
    expect(hinderFor('bada', signed)).toBeUndefined();
    expect(hinderFor('server', signed)).toBeUndefined();
  });
  it('a row of an unreadable version has no choice to make', async () => {
    const { kord } = core();
    const strange = { ...post, input: { version: 9 } };
    expect(hinderFor('bada', strange)).toBeDefined();
    expect(await settle(strange, 'bada')).toMatchObject({ ok: false });
    expect(kord).toEqual([]);
  });
  it('Försök igen runs the same words, and the refused row ends with them, in one', async () => {
    const { kord, avgjorda } = core();
    await tryAgain(post);
    expect(kord[0]).toMatchObject({ name: post.name, input, avgor: post.id });
    expect(avgjorda).toEqual([]);
  });
});
