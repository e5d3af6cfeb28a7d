import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import {
  anteckningRecord,
  anvandare,
  ids,
  personData,
  personRecord,
  signeradAv,
  stored,
  utredningRecord,
  uuid,
} from './testing/records.ts';
import { testServices } from './testing/services.ts';

const anna = uuid(101);
const utredning = uuid(201);
const note = uuid(301);
const dokumentation = { slag: 'utredning' as const, id: utredning };
const egen = fromPlainText('Mina egna ord.');

let t: ReturnType<typeof testServices>;
beforeEach(() => {
  t = testServices([
    personRecord(anna),
    utredningRecord(anna, utredning),
    anteckningRecord(anna, note, { dokumentation, rubrikKod: 'BAKGRUND', sparad: signeradAv(ids.kollega), rev: uuid(900) }),
  ]);
});
afterEach(() => t.close());

const save = (over: object = {}) =>
  t.call['kommando.kor']({
    name: 'anteckning.spara',
    input: {
      personId: anna,
      anteckningId: uuid(302),
      dokumentation,
      rubrikKod: 'JOURNAL',
      titel: 'Hembesök',
      handelsedatum: '2026-11-20',
      text: egen,
      basRev: null,
      rev: uuid(901),
      ...over,
    },
    utkast: 'nyckel',
  });

/** The server takes what waits, on what it has had meanwhile and what it never had: by its own rules it refuses these, each with its code. */
function nekas(vantat: Record<string, string>, meanwhile: Parameters<typeof t.push>[0] = [], never: readonly string[] = []): void {
  t.push(meanwhile, never);
  const koder = new Map(t.call['utkorg.lista']({}).map(({ id, tillstand, rejection }) => [id, `${tillstand}: ${rejection?.code}`]));
  for (const [id, code] of Object.entries(vantat)) expect(koder.get(id)).toBe(`nekad: ${code}`);
}

test('DOK-06 saved and signed: two receipts, newest first, in words, and the draft is gone', () => {
  t.call['utkast.spara']({ nyckel: 'nyckel', personId: anna, titel: 'Ny', data: egen });
  expect(save()).toMatchObject({ ok: true });
  expect(t.call['utkast.hamta']({ nyckel: 'nyckel' })).toBeNull();
  t.call['kommando.kor']({ name: 'anteckning.signera', input: { personId: anna, anteckningId: uuid(302), rev: uuid(901) } });
  expect(t.call['utkorg.lista']({})).toMatchObject([
    { vad: 'Journalanteckning 261120 Hembesök, signerad', namn: 'Ekström, Linnea Maria', tillstand: 'koad', konflikt: false },
    { vad: 'Journalanteckning 261120 Hembesök', personId: anna, skydd: 'ingen', tillstand: 'koad' },
  ]);
});

test('FRAGA-62 of an akt that is no longer here titles tell nothing; the words that wait are there', () => {
  t.call['utkast.spara']({ nyckel: 'u', personId: anna, titel: 'Bakgrund: samtal med Linnea Ekström', data: egen });
  save({ titel: 'Linnea Ekström hemma' });
  const kontakt = { typ: 'anhorig', namn: 'Per Ekström', rev: uuid(902) };
  t.call['kommando.kor']({ name: 'kontakt.spara', input: { personId: anna, kontaktId: uuid(303), basRev: null, kontakt } });
  const lista = () => JSON.stringify([t.call['utkorg.lista']({}), t.call['utkast.lista']({}).map(({ data: _, ...rad }) => rad)]);
  expect(lista()).toMatch(/Per Ekström.*Linnea Ekström hemma.*samtal med Linnea/);
  t.apply([personRecord(anna, { enheter: ['annan'] })]);
  expect(lista()).not.toMatch(/Ekström|Linnea/);
  expect(t.call['utkorg.lista']({}).map(({ vad, namn }) => [vad, namn])).toEqual([
    ['Kontaktuppgifter sparade', null],
    ['Anteckning sparad', null],
  ]);
  expect(t.call['utkorg.post']({ id: t.call['utkorg.lista']({})[1]?.id ?? '' })).toMatchObject({ egenText: egen });
  expect(t.call['utkast.hamta']({ nyckel: 'u' })).toMatchObject({ titel: 'Utkast', data: egen });
});

test('FRAGA-62 a receipt does not tell where somebody lives who has been protected since; what is still to be sent does', () => {
  const kontakt = { typ: 'anhorig' as const, namn: 'Per Ekström', adress: 'Gömslevägen 77', rev: uuid(902) };
  t.call['kommando.kor']({ name: 'kontakt.spara', input: { personId: anna, kontaktId: uuid(303), basRev: null, kontakt } });
  const id = t.call['utkorg.lista']({})[0]?.id ?? '';
  const post = () => JSON.stringify(t.call['utkorg.post']({ id }));
  t.apply([personRecord(anna, { skydd: 'sekretessmarkering' })]);
  expect(post()).toContain('Gömslevägen');
  const seq = t.replica.outboxRow(id)?.seq ?? 0;
  t.replica.storeResults([{ seq, id, outcome: 'ok', version: 2, at: '2026-11-20T10:00:00.000Z' }]);
  expect(t.call['utkorg.lista']({})).toMatchObject([{ tillstand: 'mottagen' }]);
  expect(post()).toContain('Per Ekström');
  expect(post()).not.toContain('Gömslevägen');
  t.apply([personRecord(anna), stored('kontakt', uuid(303), aktScope(anna), kontakt)]);
  expect(post()).toContain('Gömslevägen');
  const { adress: _, ...utan } = kontakt;
  t.apply([stored('kontakt', uuid(303), aktScope(anna), { ...utan, adressSkyddad: true })]);
  expect(post()).not.toContain('Gömslevägen');
});

test('FRAGA-61 a command refused here is data, writes nothing and leaves the draft', () => {
  t.call['utkast.spara']({ nyckel: 'nyckel', personId: anna, titel: 'Ny', data: egen });
  expect(save({ text: fromPlainText('  ') })).toEqual({ ok: false, rejection: { code: 'tom-text', field: 'text' } });
  expect(save({ rubrikKod: 'BAKGRUND' })).toEqual({ ok: false, rejection: { code: 'rubrik-har-text', field: 'text' } });
  expect(t.call['kommando.kor']({ name: 'toString', input: {} })).toEqual({ ok: false, rejection: { code: 'okant-kommando' } });
  expect(t.call['kommando.kor']({ name: 'anteckning.spara', input: {} })).toMatchObject({
    ok: false,
    rejection: { code: 'ogiltig-indata' },
  });
  expect(t.call['utkast.hamta']({ nyckel: 'nyckel' })?.data).toEqual(egen);
  expect(t.call['utkorg.lista']({})).toEqual([]);
});

test('a command asked again by the same id is run once and answered alike', () => {
  const id = uuid(501);
  const input = { personId: anna };
  expect(t.call['kommando.kor']({ name: 'kundlista.laggTill', input, id })).toEqual({ ok: true, id });
  expect(t.call['kommando.kor']({ name: 'kundlista.laggTill', input, id })).toEqual({ ok: true, id });
  expect(t.call['utkorg.lista']({})).toHaveLength(1);
});

test('a command whose answer was lost takes the draft too that its form wrote meanwhile', () => {
  const asked = { name: 'kundlista.laggTill', input: { personId: anna }, id: uuid(501), utkast: 'nyckel' };
  expect(t.call['kommando.kor'](asked)).toMatchObject({ ok: true });
  t.call['utkast.spara']({ nyckel: 'nyckel', personId: anna, titel: 'Prov', data: {} });
  expect(t.call['kommando.kor'](asked)).toMatchObject({ ok: true });
  expect(t.call['utkast.hamta']({ nyckel: 'nyckel' })).toBeNull();
  expect(t.call['utkorg.lista']({})).toHaveLength(1);
});

test('FRAGA-61 a text refused by the server stands beside what is there now, whole, until the user has decided', () => {
  const text = save({ anteckningId: note, rubrikKod: 'BAKGRUND', basRev: uuid(900), rev: uuid(902) });
  if (!text.ok) throw new Error('refused here');
  // A colleague's words came to the server first.
  nekas({ [text.id]: 'text-andrad' }, [
    anteckningRecord(anna, note, {
      dokumentation,
      rubrikKod: 'BAKGRUND',
      text: fromPlainText('Kollegans ord.'),
      rev: uuid(903),
      sparad: { ...signeradAv(ids.kollega), namn: 'Dahl, Örjan' },
    }),
  ]);
  expect(t.call['utkorg.lista']({})).toMatchObject([{ tillstand: 'nekad', konflikt: true, rejection: { code: 'text-andrad' } }]);
  expect(t.call['utkorg.post']({ id: text.id })).toMatchObject({
    egenText: egen,
    server: { anteckningId: note, text: fromPlainText('Kollegans ord.'), rev: uuid(903), av: 'Dahl, Örjan', signerad: false },
  });
  t.call['utkorg.avgjord']({ id: text.id });
  expect(t.call['utkorg.lista']({})).toMatchObject([{ tillstand: 'avgjord', konflikt: false, vad: 'Bakgrund 261120 Hembesök' }]);
  expect(() => t.call['utkorg.avgjord']({ id: text.id })).toThrow('finns-inte');
});

test('FRAGA-61 FORB-39 a refused command without a text can be read whole, in the words of its form', () => {
  const [beslutId, bestallningId] = [uuid(401), uuid(501)];
  const order = {
    beslutId,
    bestalltDatum: '2026-11-03',
    gallerFran: '2026-12-01',
    utforareId: ids.barnUngdom1,
    insatser: ['Korttidsvistelse'],
  };
  t.apply([stored('bestallning', bestallningId, aktScope(anna), order)]);
  const input = { personId: anna, bestallningId, orsak: 'Fel utförare' };
  const run = t.call['kommando.kor']({ name: 'bestallning.taBort', input });
  if (!run.ok) throw new Error('refused here');
  const by = signeradAv(ids.kollega);
  nekas({ [run.id]: 'bekraftad' }, [
    stored('bestallning', bestallningId, aktScope(anna), {
      ...order,
      bekraftad: '2026-11-20',
      bekraftelse: { ...by, verkstallighetId: uuid(202) },
    }),
  ]);
  const post = t.call['utkorg.post']({ id: run.id });
  expect(post).toMatchObject({
    vad: 'Beställning borttagen, Beställning 261103 till Lss, Barn/Ungdom 1',
    tillstand: 'nekad',
    konflikt: false,
    rejection: { code: 'bekraftad' },
  });
  expect(post.rader).toEqual([
    { etikett: 'Beställning', varde: 'Beställning 261103 till Lss, Barn/Ungdom 1', niva: 0 },
    { etikett: 'Orsak', varde: 'Fel utförare', niva: 0 },
  ]);
});

test('FRAGA-61 the form a refused command was sent from is kept with it, to be put back as the draft it was', () => {
  const data = { gallerFran: '1/12', insatser: [] };
  const send = (over: object) => {
    const run = t.call['kommando.kor']({ name: 'kundlista.laggTill', input: { personId: anna }, ...over });
    if (!run.ok) throw new Error('refused here');
    return t.call['utkorg.post']({ id: run.id }).formular;
  };
  expect(send({ utkast: 'bestallning:p:b', formular: { titel: 'Beställning', data } })).toEqual({
    nyckel: 'bestallning:p:b',
    titel: 'Beställning',
    data,
  });
  t.call['kommando.kor']({ name: 'kundlista.taBort', input: { personId: anna } });
  expect(send({ utkast: 'bestallning:p:b' })).toBeUndefined();
});

test('FRAGA-61 a new text under a rubrik that has got one shows the one that stands there', () => {
  const text = save({ rubrikKod: 'BEDOMNING_BARN', titel: undefined });
  if (!text.ok) throw new Error('refused here');
  nekas({ [text.id]: 'rubrik-har-text' }, [
    anteckningRecord(anna, uuid(303), { dokumentation, rubrikKod: 'BEDOMNING_BARN', text: fromPlainText('Före.') }),
  ]);
  expect(t.call['utkorg.post']({ id: text.id })).toMatchObject({
    vad: 'Barnets bästa 261120',
    konflikt: true,
    egenText: egen,
    server: { anteckningId: uuid(303), text: fromPlainText('Före.') },
  });
  expect(() => t.call['utkorg.post']({ id: uuid(999) })).toThrow('finns-inte');
});

describe('FRAGA-61 what was written to something that was refused can be moved to what is there', () => {
  const [forlorad, vinnande] = [uuid(202), uuid(203)];
  /** Queued while what it was written to was here, and refused when that was gone. */
  const koad = (name: string, input: object): string => {
    const run = t.call['kommando.kor']({ name, input });
    if (!run.ok) throw new Error(run.rejection.code);
    return run.id;
  };
  const refused = (name: string, input: object): string => {
    const id = koad(name, input);
    nekas({ [id]: 'finns-inte' }, [], [forlorad]);
    return id;
  };
  const flytt = (id: string) => t.call['utkorg.post']({ id }).flytt;
  const start = (...records: Parameters<typeof testServices>[0]) => {
    t.close();
    t = testServices(records);
  };
  const note = { personId: anna, anteckningId: uuid(302), rubrikKod: 'BAKGRUND', handelsedatum: '2026-11-20', text: egen };
  const spara = { ...note, dokumentation: { slag: 'utredning', id: forlorad }, basRev: null, rev: uuid(901) };
  const inled = (utredningId: string) => utredningRecord(anna, utredningId, { startdatum: '2026-11-18' });
  const borta = (id: string) => t.replica.applySlice([{ t: 'leave', bucket: 'org:lss', id, version: 200 }]);

  test('a note goes to an open utredning that has its rubrik, and its next save builds on it', () => {
    start(personRecord(anna), inled(forlorad), inled(vinnande), utredningRecord(anna, uuid(204), { slutdatum: '2026-11-01' }));
    const forst = refused('anteckning.spara', spara);
    const andra = t.call['kommando.kor']({ name: 'anteckning.spara', input: { ...spara, rev: uuid(901) } });
    expect(andra.ok).toBe(true);
    const sedan = refused('anteckning.spara', { ...spara, basRev: uuid(901), rev: uuid(902) });
    expect(flytt(forst)).toBeUndefined();
    borta(forlorad);
    const till = { ...spara, dokumentation: { slag: 'utredning', id: vinnande } };
    expect(flytt(forst)).toEqual([{ namn: 'LSS Utredning 261118-', input: till }]);
    const daribland = koad('anteckning.spara', {
      ...spara,
      ...{ anteckningId: uuid(303), dokumentation: till.dokumentation, rubrikKod: 'JOURNAL' },
    });
    nekas({ [daribland]: 'text-andrad' }, [
      anteckningRecord(anna, uuid(303), { dokumentation: { slag: 'utredning', id: vinnande }, rubrikKod: 'JOURNAL', rev: uuid(906) }),
    ]);
    expect(flytt(daribland), 'what it was written to is there').toBeUndefined();
    expect(t.call['kommando.kor']({ name: 'anteckning.spara', input: flytt(forst)?.[0]?.input as object })).toMatchObject({ ok: true });
    t.call['utkorg.avgjord']({ id: forst });
    expect(flytt(forst)).toBeUndefined();
    expect(flytt(sedan)?.[0]?.input).toMatchObject({ basRev: uuid(901), rev: uuid(902) });
  });

  test('an aktualisering goes to an open utredning, and with its akt to the kund who got the number', () => {
    const aktualisering = {
      ...{ personId: anna, slag: 'ansokan', datum: '2026-11-20', franVem: 'Den enskilde', gruppId: uuid(801), rev: uuid(903) },
      ...{ ansvarigHandlaggareId: ids.handlaggare, organisationId: ids.lss, utredningId: forlorad },
      aktualiseringar: [{ id: uuid(601), typ: 'Kontaktperson' }],
    };
    start(personRecord(anna), inled(forlorad), inled(vinnande));
    const i = refused('aktualisering.registrera', aktualisering);
    borta(forlorad);
    expect(flytt(i)).toEqual([{ namn: 'LSS Utredning 261118-', input: { ...aktualisering, utredningId: vinnande } }]);

    const { fodelsedatum: _f, kundnummer: _k, enheter: _e, ...person } = personData({ personnummer: '198001062390' });
    const kir = { status: 'ejKontrollerad', at: '2026-11-20T09:00:00.000Z' };
    const bo = uuid(102);
    const registrering = { personId: bo, person, enhet: 'lss', kir, rev: uuid(904) };
    const run = koad('person.registrera', registrering);
    const { utredningId: _, ...utan } = { ...aktualisering, personId: bo, aktualiseringar: [{ id: uuid(602), typ: 'Kontaktperson' }] };
    const hos = koad('aktualisering.registrera', utan);
    expect(flytt(hos)).toBeUndefined();
    nekas({ [run]: 'personnummer-finns', [hos]: 'akten-finns-inte' }, [personRecord(uuid(103), { personnummer: '198001062390' })]);
    expect(t.replica.record('person', bo)).toBeUndefined();
    expect(flytt(hos)).toEqual([{ namn: 'Ekström, Linnea Maria', input: { ...utan, personId: uuid(103) } }]);
    t.apply([personRecord(uuid(103), { personnummer: '198001062390', skydd: 'skyddadFolkbokforing' })]);
    expect(flytt(hos)).toBeUndefined();
  });
});

describe('FRAGA-61 a draft whose utredning is not there is read, and moved to one that is', () => {
  const [forlorad, vinnande] = [uuid(202), uuid(203)];
  const spara = (nyckel: string, data: unknown, personId = anna) => t.call['utkast.spara']({ nyckel, personId, titel: 'Utkast', data });
  const hamta = (nyckel: string) => t.call['utkast.hamta']({ nyckel });
  const nyckelI = (utredningId: string, rubrikKod = 'BAKGRUND', hos = anna) => `anteckning:${hos}:${utredningId}:${rubrikKod}:${uuid(302)}`;
  const note = (utredningId: string, rubrikKod = 'BAKGRUND') => ({
    ...{ anteckningId: uuid(302), dokumentation: { slag: 'utredning', id: utredningId }, rubrikKod, titel: '', datumtext: '20/11' },
    ...{ text: egen, basRev: uuid(901) },
  });
  beforeEach(() => {
    t.close();
    t = testServices([personRecord(anna), utredningRecord(anna, vinnande, { startdatum: '2026-11-18' })]);
  });

  test('a note: whole, as a note of its own where the one it went on writing is not', () => {
    spara(nyckelI(forlorad), note(forlorad));
    const borta = hamta(nyckelI(forlorad));
    expect(borta?.rader).toContainEqual({ etikett: 'Text', varde: 'Mina egna ord.', niva: 0 });
    expect(borta?.rader).toContainEqual({ etikett: 'Rubrik', varde: 'Bakgrund', niva: 0 });
    expect(borta?.flytt).toEqual([{ namn: 'LSS Utredning 261118-', till: nyckelI(vinnande) }]);
    expect(t.call['utkast.flytta']({ nyckel: nyckelI(forlorad), till: nyckelI(vinnande) })).toEqual({ flyttat: true });
    expect(hamta(nyckelI(forlorad))).toBeNull();
    expect(hamta(nyckelI(vinnande))).toMatchObject({ personId: anna, data: { ...note(vinnande), basRev: null } });
    expect(hamta(nyckelI(vinnande))?.flytt).toBeUndefined();
  });

  test('not under a rubrik that the other has not, and never over what is begun there', () => {
    spara(nyckelI(forlorad, 'JOURNAL_X'), note(forlorad, 'JOURNAL_X'));
    expect(hamta(nyckelI(forlorad, 'JOURNAL_X'))?.flytt).toBeUndefined();
    spara(nyckelI(forlorad), note(forlorad));
    spara(nyckelI(vinnande), { ...note(vinnande), titel: 'En annan' });
    expect(t.call['utkast.flytta']({ nyckel: nyckelI(forlorad), till: nyckelI(vinnande) })).toEqual({ flyttat: false });
    expect([forlorad, vinnande].map((id) => hamta(nyckelI(id))?.data)).toMatchObject([{ titel: '' }, { titel: 'En annan' }]);
    expect(() => t.call['utkast.flytta']({ nyckel: nyckelI(forlorad), till: nyckelI(uuid(299)) })).toThrow('finns-inte');
  });

  test.each(['aktualisering', 'beslut', 'bedomning'])('the form %s that was begun in it', (form) => {
    const data = { utredningId: forlorad, orsak: 'Skrivet' };
    spara(`${form}:${anna}:${forlorad}`, data);
    const [plats] = hamta(`${form}:${anna}:${forlorad}`)?.flytt ?? [];
    expect(plats).toEqual({ namn: 'LSS Utredning 261118-', till: `${form}:${anna}:${vinnande}` });
    t.call['utkast.flytta']({ nyckel: `${form}:${anna}:${forlorad}`, till: plats?.till ?? '' });
    expect(hamta(`${form}:${anna}:${vinnande}`)?.data).toEqual({ ...data, utredningId: vinnande });
  });

  test('what is where it belongs, or belongs nowhere, has nowhere to go', () => {
    for (const nyckel of [nyckelI(vinnande), `beslut:${anna}:${vinnande}`, `kontakt:${anna}:ny`, 'registrera:ny', 'okand:x']) {
      spara(nyckel, note(vinnande));
      expect(hamta(nyckel)?.flytt, nyckel).toBeUndefined();
    }
  });
});

describe('FRAGA-06 what was written to a kund who was registered already is moved to the one who is', () => {
  const [bo, fanns] = [uuid(102), uuid(103)];
  const personnummer = '198001062390';
  const kommando = (name: string, input: object, more: object = {}): string => {
    const run = t.call['kommando.kor']({ name, input, ...more });
    if (!run.ok) throw new Error(run.rejection.code);
    return run.id;
  };
  const registrera = (): string => {
    const { fodelsedatum: _f, kundnummer: _k, enheter: _e, ...person } = personData({ personnummer });
    const kir = { status: 'ejKontrollerad', at: '2026-11-20T09:00:00.000Z' };
    return kommando('person.registrera', { personId: bo, person, enhet: 'lss', kir, rev: uuid(904) });
  };
  const aktualisering = (nummer: number) => ({
    ...{ personId: bo, slag: 'ansokan', datum: '2026-11-20', franVem: 'Den enskilde', gruppId: uuid(801), rev: uuid(903) },
    ...{ ansvarigHandlaggareId: ids.handlaggare, organisationId: ids.lss },
    aktualiseringar: [{ id: uuid(nummer), typ: 'Kontaktperson' }],
  });
  const kontakt = {
    ...{ personId: bo, kontaktId: uuid(303), basRev: null },
    kontakt: { typ: 'anhorig', namn: 'Per Ekström', rev: uuid(902) },
  };
  /** The number was somebody's already, so that what was written to the new kund is to an akt that never was. */
  const nekade = (registrering: string, rader: readonly string[], meanwhile: Parameters<typeof t.push>[0]) =>
    nekas({ [registrering]: 'personnummer-finns', ...Object.fromEntries(rader.map((id) => [id, 'akten-finns-inte'])) }, meanwhile);
  const lista = () =>
    t.call['utkorg.lista']({}).map(({ name, personId, tillstand }) => ({ name, hos: personId === bo ? 'bo' : 'fanns', tillstand }));

  test('commands in their order, with the form they were sent from, and drafts under their own keys', () => {
    const registrering = registrera();
    const data = { personId: bo, medlem: 'Per', rader: [bo] };
    const forst = kommando('kontakt.spara', kontakt, { utkast: `kontakt:${bo}:ny`, formular: { titel: 'Ny kontakt', data } });
    const sedan = kommando('aktualisering.registrera', aktualisering(601));
    t.call['utkast.spara']({ nyckel: `inled:${bo}:alla`, personId: bo, titel: 'Inled utredning', data: { personId: bo, typ: 'LSS' } });
    t.call['utkast.spara']({ nyckel: `inled:${anna}:alla`, personId: anna, titel: 'Inled utredning', data: { typ: 'annans' } });
    nekade(registrering, [forst, sedan], [personRecord(fanns, { personnummer, enheter: ['annan'] })]);

    // The akt is another unit's: nothing can be decided here, and all waits for the server.
    t.tick();
    expect(t.call['utkorg.flytta']({ id: registrering, tillPersonId: fanns })).toEqual({ fran: bo, flyttade: 3, kvar: 0 });
    expect(lista()).toEqual([
      { name: 'aktualisering.registrera', hos: 'fanns', tillstand: 'koad' },
      { name: 'kontakt.spara', hos: 'fanns', tillstand: 'koad' },
      { name: 'aktualisering.registrera', hos: 'bo', tillstand: 'avgjord' },
      { name: 'kontakt.spara', hos: 'bo', tillstand: 'avgjord' },
      // What it says of her stays to be read.
      { name: 'person.registrera', hos: 'bo', tillstand: 'nekad' },
    ]);
    const [, ny, , gammal] = t.call['utkorg.lista']({});
    // When the user acted is as it was.
    expect(ny?.at).toBe(gammal?.at);
    expect(t.call['utkorg.post']({ id: ny?.id ?? '' })).toMatchObject({
      input: { ...kontakt, personId: fanns },
      formular: { nyckel: `kontakt:${fanns}:ny`, titel: 'Ny kontakt', data: { personId: fanns, medlem: 'Per', rader: [fanns] } },
    });
    expect(t.call['utkast.hamta']({ nyckel: `inled:${fanns}:alla` })).toMatchObject({
      personId: fanns,
      data: { personId: fanns, typ: 'LSS' },
    });
    expect(t.call['utkast.hamta']({ nyckel: `inled:${bo}:alla` })).toBeNull();
    expect(t.call['utkast.hamta']({ nyckel: `inled:${anna}:alla` })?.data).toEqual({ typ: 'annans' });
    // Asked again there is nothing left to move.
    expect(t.call['utkorg.flytta']({ id: registrering, tillPersonId: fanns })).toEqual({ fran: bo, flyttade: 0, kvar: 0 });
  });

  test('what the rules refuse in an akt that is here stays in Att åtgärda, whole; the rest is moved', () => {
    const registrering = registrera();
    const gar = kommando('kontakt.spara', kontakt);
    const garInte = kommando('aktualisering.registrera', aktualisering(601));
    nekade(
      registrering,
      [gar, garInte],
      [
        personRecord(fanns, { personnummer }),
        // A kund has an aktualisering by the id already.
        stored('aktualisering', uuid(601), aktScope(fanns), {
          ...{ slag: 'ansokan', datum: '2026-11-20', franVem: 'Den enskilde', gruppId: uuid(802), rev: uuid(905), typ: 'Avlösarservice' },
          ...{ ansvarigHandlaggareId: ids.handlaggare, organisationId: ids.lss },
        }),
      ],
    );
    expect(t.call['utkorg.flytta']({ id: registrering, tillPersonId: fanns })).toEqual({ fran: bo, flyttade: 1, kvar: 1 });
    expect(lista()).toEqual([
      { name: 'kontakt.spara', hos: 'fanns', tillstand: 'koad' },
      { name: 'aktualisering.registrera', hos: 'bo', tillstand: 'nekad' },
      { name: 'kontakt.spara', hos: 'bo', tillstand: 'avgjord' },
      { name: 'person.registrera', hos: 'bo', tillstand: 'nekad' },
    ]);
    expect(t.list('kontakt').map(({ data }) => data.namn)).toEqual(['Per Ekström']);
    expect(t.call['utkorg.post']({ id: garInte })).toMatchObject({ input: aktualisering(601) });
  });

  test('a draft takes no other’s place: where the form is begun with her already, both are kept', () => {
    const registrering = registrera();
    const utkast = (hos: string, typ: string) =>
      t.call['utkast.spara']({ nyckel: `inled:${hos}:alla`, personId: hos, titel: 'Inled utredning', data: { typ } });
    utkast(bo, 'min');
    nekade(registrering, [], [personRecord(fanns, { personnummer })]);
    utkast(fanns, 'den som redan var här');
    const flytta = () => t.call['utkorg.flytta']({ id: registrering, tillPersonId: fanns });
    expect(flytta()).toEqual({ fran: bo, flyttade: 0, kvar: 1 });
    expect([bo, fanns].map((hos) => t.call['utkast.hamta']({ nyckel: `inled:${hos}:alla` })?.data)).toEqual([
      { typ: 'min' },
      { typ: 'den som redan var här' },
    ]);
    // Moved before a crash, and not yet taken away here: it is one and the same.
    utkast(fanns, 'min');
    expect(flytta()).toEqual({ fran: bo, flyttade: 1, kvar: 0 });
    expect(t.call['utkast.hamta']({ nyckel: `inled:${bo}:alla` })).toBeNull();
    expect(t.call['utkast.hamta']({ nyckel: `inled:${fanns}:alla` })?.data).toEqual({ typ: 'min' });
  });

  test('only from a registration that was refused for its number', () => {
    const registrering = registrera();
    const flytta = (id: string) => () => t.call['utkorg.flytta']({ id, tillPersonId: fanns });
    expect(flytta(registrering)).toThrow('finns-inte');
    expect(flytta(uuid(999))).toThrow('finns-inte');
    nekas({ [registrering]: 'atkomst-saknas' }, [personRecord(bo, { personnummer: '200001012384', enheter: ['annan'] })]);
    expect(flytta(registrering)).toThrow('finns-inte');
  });
});

describe('FRAGA-61 several of an akt that were refused for one cause are sent again by one act', () => {
  test('OSL 26:1 the asking for an akt among them takes the others along: each is sent once, in order', () => {
    const [bo, fanns] = [uuid(102), uuid(103)];
    const kor = (name: string, input: object): string => {
      const run = t.call['kommando.kor']({ name, input });
      if (!run.ok) throw new Error(run.rejection.code);
      return run.id;
    };
    const { fodelsedatum: _f, kundnummer: _k, enheter: _e, ...person } = personData({ personnummer: '198001062390' });
    const kir = { status: 'ejKontrollerad', at: '2026-11-20T09:00:00.000Z' };
    const registrering = kor('person.registrera', { personId: bo, person, enhet: 'lss', kir, rev: uuid(904) });
    const [ett, tva] = [kontakt(311, bo), kontakt(312, bo)];
    nekas({ [registrering]: 'personnummer-finns', [ett]: 'akten-finns-inte', [tva]: 'akten-finns-inte' }, [
      personRecord(fanns, { personnummer: '198001062390', enheter: ['annan'] }),
    ]);
    const skal = { personnummer: '198001062390', enhet: 'lss', grund: 'samtycke', skal: 'Söker', bevakningId: uuid(951), rev: uuid(952) };
    kor('person.taUpp', { personId: fanns, ...skal });
    expect(t.call['utkorg.flytta']({ id: registrering, tillPersonId: fanns })).toEqual({ fran: bo, flyttade: 2, kvar: 0 });
    const sedan = () => t.call['utkorg.lista']({}).filter(({ personId }) => personId === fanns);
    nekas(Object.fromEntries(sedan().map(({ id }) => [id, 'akten-finns-inte'])), [], [fanns]);
    const [sist] = sedan();
    expect(t.call['utkorg.post']({ id: sist?.id ?? '' }).sammaOrsak).toBe(3);
    expect(t.call['utkorg.forsokIgen']({ id: sist?.id ?? '' })).toEqual({ skickade: 3, kvar: 0 });
    expect(
      sedan()
        .reverse()
        .map(({ name, tillstand }) => [name, tillstand]),
    ).toEqual([
      ['person.taUpp', 'avgjord'],
      ['kontakt.spara', 'avgjord'],
      ['kontakt.spara', 'avgjord'],
      ['person.taUpp', 'koad'],
      ['kontakt.spara', 'koad'],
      ['kontakt.spara', 'koad'],
    ]);
  });

  const kontakt = (nummer: number, personId = anna): string => {
    const input = {
      personId,
      kontaktId: uuid(nummer),
      basRev: null,
      kontakt: { typ: 'anhorig', namn: `Kontakt ${nummer}`, rev: uuid(nummer + 50) },
    };
    const run = t.call['kommando.kor']({ name: 'kontakt.spara', input });
    if (!run.ok) throw new Error(run.rejection.code);
    return run.id;
  };
  const rader = () =>
    t.call['utkorg.lista']({})
      .reverse()
      .map(({ id, tillstand }) => [(t.call['utkorg.post']({ id }).input as { kontaktId: string }).kontaktId, tillstand]);

  test('in their order; what the rules refuse here stays, and so do other causes and other akter', () => {
    t.close();
    const bo = uuid(102);
    t = testServices([personRecord(anna), personRecord(bo, { personnummer: '200001012384' })]);
    const annan = kontakt(314);
    nekas({ [annan]: 'andrad-av-annan' }, [
      stored('kontakt', uuid(314), aktScope(anna), { typ: 'anhorig', namn: 'Kollegans', rev: uuid(906) }),
    ]);
    const [ett, tva, tre, annans] = [kontakt(311), kontakt(312), kontakt(313), kontakt(315, bo)] as const;
    // Who she was that day may not save any.
    const { id, ...egen } = anvandare.handlaggare;
    nekas(Object.fromEntries([ett, tva, tre, annans].map((nekad) => [nekad, 'behorighet-saknas'])), [
      stored('anvandare', id, katalogScope, { ...egen, roller: ['boendesamordnare'] }),
    ]);
    expect(t.call['utkorg.post']({ id: tva }).sammaOrsak).toBe(3);
    expect(t.call['utkorg.post']({ id: annan }).sammaOrsak).toBeUndefined();
    // Somebody else has taken the second one's id meanwhile.
    t.apply([stored('kontakt', uuid(312), aktScope(anna), { typ: 'anhorig', namn: 'Annan', rev: uuid(905) })]);
    expect(t.call['utkorg.forsokIgen']({ id: tva })).toEqual({ skickade: 2, kvar: 1 });
    expect(rader()).toEqual([
      [uuid(314), 'nekad'],
      [uuid(311), 'avgjord'],
      [uuid(312), 'nekad'],
      [uuid(313), 'avgjord'],
      [uuid(315), 'nekad'],
      [uuid(311), 'koad'],
      [uuid(313), 'koad'],
    ]);
    expect(t.call['utkorg.post']({ id: tva }).sammaOrsak).toBeUndefined();
    expect(() => t.call['utkorg.forsokIgen']({ id: ett })).toThrow('finns-inte');
  });
});
