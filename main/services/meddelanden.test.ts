import { describe, expect, test } from 'vitest';
import type { Dokumentinnehall } from '../../shared/domain/dokument/modell.ts';
import { aktScope, katalogScope, meddelandeScope } from '../../shared/domain/scope.ts';
import { etjanst } from '../../shared/domain/testing/etjanst.ts';
import { testKatalog } from '../../shared/domain/testing/katalog.ts';
import { brevlador, fraganFranKunden, gruppId, lageId, meddelandeId } from '../../shared/domain/testing/meddelande.ts';
import { akt, katalogTypes, type TestRecord, testActor, testAkt, testId } from '../../shared/domain/testing/state.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import type { Brevmapp } from '../../shared/ipc/views.ts';
import { ok } from '../../shared/util/result.ts';
import type { DocumentPort } from './ports.ts';
import { bytes, bytesPort, sha256 } from './testing/dokument.ts';
import { dokumentkatalog, stored } from './testing/records.ts';
import { servicesOn } from './testing/services.ts';

const karin = testActor({ brevlador: [{ enhet: 'lss', kod: 'lss' }] });
const inkorg: Brevmapp = { slag: 'inkorg' };
const scopeOf = ({ type }: TestRecord) =>
  type === 'meddelande' || type === 'brevlage' ? meddelandeScope(gruppId) : katalogTypes.has(type) ? katalogScope : aktScope(akt.person);
function med(mer: TestRecord[] = [fraganFranKunden()], now = '2026-11-19T09:00:00.000Z', actor = karin, documents?: DocumentPort) {
  const { id, ...data } = actor;
  const records: TestRecord[] = [
    ...testAkt(),
    ...testKatalog().filter((one) => one.id !== id),
    { type: 'anvandare', id, data },
    ...[brevlador, etjanst({ lage: 'aktiv', fungerarFran: '2026-11-10' }), ...mer],
  ];
  return servicesOn({
    records: records.map((one) => stored(one.type, one.id, scopeOf(one), one.data as never)),
    actor,
    clock: { now: () => new Date(now) },
    documents,
  });
}
type Med = ReturnType<typeof med>;
const kor = (t: Med, name: string, input: object, id = testId(700)) => t.call['kommando.kor']({ id, name, input } as never);
const egen = { slag: 'anvandare', anvandareId: testId(1) };

describe('the mailboxes', () => {
  test('MEDD-12 MEDD-13 MINST-05 what a kund wrote is unread in the inbox and in the mailbox, each for itself', () => {
    const t = med();
    const { rader, gemensamma, olasta, ejJournalforda } = t.call['meddelande.lista']({ mapp: inkorg });
    expect(rader).toMatchObject([
      {
        ...{ meddelandeId, fran: { namn: 'Ekström, Linnea Maria', personnummer: '200912312386' }, amne: 'När börjar det?', olast: true },
        ...{ inledning: 'Hej Karin! När får jag veta?', journal: 'nej', kund: { personId: akt.person } },
      },
    ]);
    expect([gemensamma, olasta, ejJournalforda]).toMatchObject([[{ namn: 'LSS Myndighet', olasta: 1 }], 1, 1]);
    expect(kor(t, 'meddelande.las', { gruppId, meddelandeId, lada: egen, lageId, last: true })).toMatchObject({ ok: true });
    const efter = t.call['meddelande.lista']({ mapp: inkorg });
    expect([efter.olasta, efter.gemensamma[0]?.olasta]).toEqual([0, 1]);
  });

  test('FORB-72 what nobody has read by the end of the next working day stands before the whole unit, until somebody takes it', () => {
    const bo = testActor({ id: testId(900), namn: 'Bo Ås' });
    const namn = (t: Med) => t.call['meddelande.lista']({}).gemensamma.map((one) => one.namn);
    // Thursday; Friday is its working day.
    expect(namn(med(undefined, '2026-11-20T22:00:00.000Z', bo))).toEqual([]);
    const t = med(undefined, '2026-11-21T09:00:00.000Z', bo);
    expect(namn(t)).toEqual(['Olästa på enheten']);
    kor(t, 'meddelande.tagHand', { gruppId, meddelandeId, lada: { slag: 'enhet', enhet: 'lss' }, lageId, tar: true, sedd: null });
    expect(namn(t)).toEqual([]);
  });

  test('FORB-71 JFOR-04 what is put into the akt is so at once in one’s own list, and may be put away behind it', () => {
    const t = med();
    const anteckningId = testId(70);
    const input = {
      ...{ personId: akt.person, gruppId, meddelandeId, anteckningId, rubrikKod: 'JOURNAL', rev: testId(71) },
      dokumentation: { slag: 'utredning', id: akt.utredning },
    };
    expect(kor(t, 'meddelande.journalfor', input)).toMatchObject({ ok: true });
    expect(t.call['meddelande.lista']({ mapp: inkorg })).toMatchObject({ rader: [{ journal: 'pavag' }], ejJournalforda: 0 });
    const bort = { gruppId, meddelandeId, lada: egen, lageId, bort: true, utanJournalforing: false };
    expect(kor(t, 'meddelande.taBort', bort, testId(701))).toMatchObject({ ok: false });
    const { journalforsSom = null } = t.call['meddelande.hamta']({ meddelandeId, mapp: inkorg });
    expect(journalforsSom).toEqual({ personId: akt.person, anteckningId });
    expect(kor(t, 'meddelande.taBort', { ...bort, journalforsSom }, testId(702))).toMatchObject({ ok: true });
    expect(t.call['meddelande.lista']({ mapp: { slag: 'borttaget' } }).rader).toHaveLength(1);
  });

  test('FRAGA-62 of one who is protected nothing is told before it is opened with a reason', () => {
    const t = med([fraganFranKunden({ skyddad: true })], undefined, { ...karin, skyddadBehorighet: true });
    expect(JSON.stringify(t.call['meddelande.lista']({ mapp: inkorg }).rader.map(({ kund: _, ...rad }) => rad))).not.toMatch(
      /Ekström|börjar/,
    );
    expect(() => t.call['meddelande.hamta']({ meddelandeId, mapp: inkorg })).toThrow('skal-kravs');
    expect(t.call['meddelande.hamta']({ meddelandeId, mapp: inkorg, skal: 'Svarar kunden' }).text).toContain('Hej Karin!');
  });
});

test('FORB-67 own kunder first, each with number, address and handläggare; and what hinders', () => {
  const t = med();
  expect(t.call['meddelande.mottagare']({ text: 'Ekström*', personIder: [] })[0]).toMatchObject({
    ...{ slag: 'kund', personnummer: '200912312386', egen: true, lage: 'aktiv', handlaggare: ['Karin Ek'], enheter: ['lss'] },
  });
  expect(t.call['meddelande.mottagare']({ text: 'ulla', personIder: [] })).toMatchObject([{ slag: 'anvandare', namn: 'Ulla Ström' }]);
  expect(t.call['meddelande.mottagare']({ text: 'mynd', personIder: [] })).toMatchObject([{ slag: 'brevlada', kod: 'lss' }]);
  // One with skyddad folkbokföring is no hit by her name; of an akt that is open it is said that nothing comes there.
  const kund = testAkt().find(({ id }) => id === akt.person);
  const skyddad = { ...kund, data: { ...kund?.data, skydd: 'skyddadFolkbokforing' } } as TestRecord;
  const dold = med([skyddad], undefined, { ...karin, skyddadBehorighet: true });
  expect(dold.call['meddelande.mottagare']({ text: 'Ekström*', personIder: [] })).toEqual([]);
  expect(dold.call['meddelande.mottagare']({ text: '', personIder: [akt.person] })).toMatchObject([{ hinder: 'mottagaren-skyddad' }]);
  const utan = servicesUtanEtjanst();
  expect(utan.call['meddelande.mottagare']({ text: '', personIder: [akt.person] })).toMatchObject([{ hinder: 'etjanst-ej-aktiverad' }]);
});

test('FRAGA-62 a draft and a sent message are of the kund they are written to, and hide her as others do', () => {
  const skriv = (t: Med, personId: string) => {
    const data = { personId: '', mottagare: [{ slag: 'kund', personId }] };
    t.call['utkast.spara']({ nyckel: `meddelande:${gruppId}`, personId: null, titel: 'Meddelande: Kallelse', data } as never);
    return t.call['utkast.lista']({})[0];
  };
  expect(skriv(med(), akt.person)).toMatchObject({ titel: 'Meddelande: Kallelse', skydd: 'ingen', personId: null });
  expect(skriv(med(), testId(999))).toMatchObject({ titel: 'Utkast', namn: null });
  const t = med([]);
  const till = { gruppId, delar: [{ meddelandeId, personId: akt.person, till: [{ slag: 'kund' }] }], amne: 'Kallelse', text: 'Hej!' };
  kor(t, 'meddelande.skicka', { ...till, bilagor: [], laskvitto: false, bekraftad: false });
  expect(t.call['utkorg.lista']({})).toMatchObject([{ personId: akt.person, skydd: 'ingen' }]);
});

test('MEDD-08 FORB-63 a message of one’s own says how far it has come', () => {
  const t = med([]);
  const input = {
    ...{ gruppId, delar: [{ meddelandeId, personId: akt.person, till: [{ slag: 'kund' }] }], amne: 'Kallelse', text: 'Hej!' },
    ...{ bilagor: [], laskvitto: false, bekraftad: false },
  };
  expect(kor(t, 'meddelande.skicka', input)).toMatchObject({ ok: true });
  expect(t.call['meddelande.lista']({ mapp: { slag: 'skickat' } }).rader).toMatchObject([{ kvitto: 'sparat', olast: false }]);
  const { till } = t.call['meddelande.hamta']({ meddelandeId, mapp: { slag: 'skickat' } });
  expect(till).toMatchObject([{ personnummer: '200912312386', kvitto: 'sparat' }]);
});

test('FORB-63 a message that waits in Utkorg is taken back as the draft it was; not when it is sent, nor when something else waits on it', () => {
  const till = { gruppId, delar: [{ meddelandeId, personId: akt.person, till: [{ slag: 'kund' }] }], amne: 'Kallelse', text: 'Hej!' };
  const input = { ...till, bilagor: [], laskvitto: false, bekraftad: false };
  const nyckel = `meddelande:${gruppId}`;
  const skriv = (t: Med) =>
    t.call['kommando.kor']({
      ...{ id: testId(700), name: 'meddelande.skicka', input, utkast: nyckel },
      formular: { titel: 'Meddelande: Kallelse', data: { amne: 'Kallelse' } },
    } as never);
  const angra = (t: Med) => t.call['meddelande.angra']({ meddelandeId }).slag;
  const vy = (t: Med) => t.call['meddelande.hamta']({ meddelandeId, mapp: { slag: 'skickat' } }).tasTillbaka;
  const t = med([]);
  skriv(t);
  expect(vy(t)).toBe('utkorg');
  expect(angra(t)).toBe('utkast');
  expect(t.call['meddelande.lista']({ mapp: { slag: 'skickat' } }).rader).toEqual([]);
  expect(t.call['utkast.lista']({})).toMatchObject([{ nyckel, titel: 'Meddelande: Kallelse', data: { amne: 'Kallelse' } }]);
  expect(angra(t)).toBe('gatt');

  const pavag = med([]);
  skriv(pavag);
  pavag.replica.markSent([testId(700)]);
  expect([vy(pavag), angra(pavag)]).toEqual([undefined, 'gatt']);

  const journalfort = med([]);
  skriv(journalfort);
  kor(
    journalfort,
    'meddelande.journalfor',
    {
      ...{ personId: akt.person, gruppId, meddelandeId, anteckningId: testId(70), rubrikKod: 'JOURNAL', rev: testId(71) },
      dokumentation: { slag: 'utredning', id: akt.utredning },
    },
    testId(701),
  );
  expect(angra(journalfort)).toBe('anvant');
});

test('FORB-85 how old each is is told, and what is older than the unit lets it lie is listed to be put away', () => {
  const rensa = { slag: 'rensa' } as const;
  const lista = (now: string, mer: TestRecord[] = [fraganFranKunden()]) => med(mer, now).call['meddelande.lista']({ mapp: rensa });
  expect(lista('2027-01-18T09:00:00.000Z')).toMatchObject({ rader: [], rensa: 0 });
  expect(lista('2027-01-19T09:00:00.000Z')).toMatchObject({ rader: [{ alder: 61, journal: 'nej' }], rensa: 1 });
  const grans = {
    ...brevlador,
    id: testId(868),
    data: { lista: 'enhet', varden: [{ namn: 'LSS', kod: 'lss', meddelandedagar: 10 }] },
  } as TestRecord;
  const kort = (now: string) => {
    const t = med([fraganFranKunden()], now);
    t.apply([stored('vardelista', brevlador.id, katalogScope, grans.data as never)]);
    return t.call['meddelande.lista']({ mapp: rensa }).rensa;
  };
  expect([kort('2026-11-29T09:00:00.000Z'), kort('2026-11-30T09:00:00.000Z')]).toEqual([0, 1]);
  // What waits to go is not done with.
  expect(lista('2027-01-19T09:00:00.000Z', [fraganFranKunden({ vantar: true })]).rensa).toBe(0);
});

test('MEDD-14 a message that has been read is a document to print: who, when and the text unaltered; of its kund, whose akt is open', async () => {
  const gjorda: Dokumentinnehall[] = [];
  const documents: DocumentPort = {
    ...bytesPort(() => undefined),
    put: async () => ({ sha256, storlek: bytes.length }),
    render: async (dokument) => {
      gjorda.push(dokument);
      return ok({ bytes, pages: 1 });
    },
  };
  const t = med([fraganFranKunden()], undefined, karin, documents);
  t.apply(dokumentkatalog);
  await expect(t.call['meddelande.handling']({ meddelandeId })).rejects.toThrow('finns-inte');
  t.call['meddelande.hamta']({ meddelandeId, mapp: inkorg });
  const gjord = await t.call['meddelande.handling']({ meddelandeId });
  expect(gjord).toMatchObject({ ok: true, rubrik: 'Meddelande: När börjar det?', sidor: 1 });
  expect(gjorda[0]?.uppgifter.map(({ etikett, varde }) => `${etikett}: ${varde}`)).toEqual([
    ...['Namn: Ekström, Linnea Maria', 'Personnummer: 20091231-2386', 'Från: Ekström, Linnea Maria 20091231-2386'],
    ...['Till: Karin Ek; LSS Myndighet', 'Skickat: 2026-11-19 09:00', 'Ämne: När börjar det?'],
  ]);
  expect(gjorda[0]?.delar).toEqual([{ slag: 'text', text: fromPlainText('Hej Karin!\n\nNär får jag veta?') }]);
  if (!gjord.ok) throw new Error('not made');
  const las = { kalla: { slag: 'forhandsvisning', sha256: gjord.sha256 }, fran: 0, antal: 9 } as const;
  await expect(t.call['dokument.las'](las)).rejects.toThrow('finns-inte');
  t.call['kund.oppna']({ personId: akt.person });
  expect((await t.call['dokument.las'](las)).storlek).toBe(bytes.length);
});

test('FRAGA-62 a message that is fetched anew, and the same search again, are one row of the access log; another reason, or later, is another', () => {
  let now = '2026-11-19T09:00:00.000Z';
  const records = [...testAkt(), ...testKatalog(), brevlador, etjanst({ lage: 'aktiv' }), fraganFranKunden({ skyddad: true })];
  const t = servicesOn({
    records: records.map((one) => stored(one.type, one.id, scopeOf(one), one.data as never)),
    ...{ actor: { ...karin, skyddadBehorighet: true }, clock: { now: () => new Date(now) } },
  });
  const las = (skal: string) => t.call['meddelande.hamta']({ meddelandeId, mapp: inkorg, skal });
  const sok = (text: string) => t.call['meddelande.mottagare']({ text, personIder: [] });
  const logg = () => t.accessLog().map(({ action, detail }) => `${action} ${detail}`);
  las('Svarar kunden');
  las('Svarar kunden');
  sok('Ekström*');
  sok('Ekström*');
  expect(logg()).toEqual([`last meddelande:${meddelandeId}, Svarar kunden`, 'sokt meddelande till: Ekström*']);
  las('Klagomål');
  now = '2026-11-19T09:31:00.000Z';
  sok('Ekström*');
  expect(logg()).toHaveLength(4);
});

test('FRAGA-61 a message in Utkorg is read in words, to whom by name and number; of who is protected nothing', () => {
  const rader = (t: Med, name = 'utkorg') => {
    const post =
      name === 'utkorg' ? t.call['utkorg.post']({ id: testId(700) }) : t.call['utkast.hamta']({ nyckel: `meddelande:${gruppId}` });
    return (post?.rader ?? []).map(({ etikett, varde }) => `${etikett}: ${varde}`);
  };
  const t = med([]);
  const delar = [{ meddelandeId, personId: akt.person, till: [{ slag: 'kund' }, { slag: 'brevlada', enhet: 'lss', kod: 'mote' }] }];
  kor(t, 'meddelande.skicka', { gruppId, delar, amne: 'Kallelse', text: 'Hej!', bilagor: [], laskvitto: true, bekraftad: false });
  expect(rader(t)).toEqual([
    ...['Till: Ekström, Linnea Maria 20091231-2386; Möten', 'Gäller: Ekström, Linnea Maria 20091231-2386'],
    ...['Ämne: Kallelse', 'Text: Hej!', 'Läskvitto: Ja'],
  ]);
  const skriv = (i: Med, personId: string) =>
    i.call['utkast.spara']({
      ...{ nyckel: `meddelande:${gruppId}`, personId: null, titel: 'Nytt meddelande' },
      data: {
        personId: '',
        mottagare: [
          { slag: 'kund', personId: akt.person, namn: 'Ekström, Linnea', nummer: '200912312386' },
          { slag: 'kund', personId, namn: 'Hemlig', nummer: '' },
        ],
        ursprung: 'svar:x',
        amne: 'Kallelse',
      },
    } as never);
  skriv(t, testId(999));
  expect(rader(t, 'utkast')).toEqual(['Till: Ekström, Linnea 20091231-2386; En kund som inte finns på den här datorn', 'Ämne: Kallelse']);
  expect(t.call['utkast.lista']({})).toMatchObject([{ dolt: true, titel: 'Utkast' }]);
});

function servicesUtanEtjanst() {
  return servicesOn({
    records: [...testAkt(), ...testKatalog(), brevlador].map((one) => stored(one.type, one.id, scopeOf(one), one.data as never)),
    actor: karin,
    clock: { now: () => new Date('2026-11-19T09:00:00.000Z') },
  });
}
