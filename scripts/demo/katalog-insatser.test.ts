import { describe, expect, it } from 'vitest';
import { vardelistor } from '../../shared/domain/katalog/records.ts';
import { externUtforare, insatserFor, kanHaLssInsatser, systemforvaltningen, vardeMedKod } from '../../shared/domain/katalog/uppslag.ts';
import type { RecordType } from '../../shared/domain/records.ts';
import { insatser as demoInsatser } from './insatser.ts';
import { Katalog } from './katalog.ts';
import { readJson } from './resources.ts';

type Printed = { kod: string; namn: string; insatskategori: string; nivaer?: number[] };
type PrintedInsats = {
  id: string;
  namn: string;
  beslut: { bifall: Printed; avslag?: Printed };
  bestallning: { utforare: string; insatser: string[] }[];
};

const katalog = new Katalog();
const insatser = katalog.list('insats');
const printed = readJson<{ insatser: PrintedInsats[]; utredningstyper: string[] }>('catalogue/decision-catalogue.json');
const has = (type: RecordType, id: string | undefined): boolean => id === undefined || katalog.get(type, id) !== undefined;
const state = { katalogLista: katalog.list.bind(katalog) };

describe('resources/catalogue/insatser.json', () => {
  it.each(printed.insatser)('FRAGA-15 $id: names, codes and categories as printed', ({ id: kod, namn, beslut, bestallning }) => {
    const insats = insatser.find(({ data }) => data.kod === kod)?.data;
    const { nivaer, ...bifall } = beslut.bifall;
    expect(insats).toMatchObject({ namn, bifall: { ...bifall, ...(nivaer ? { nivaer: nivaer.map(String) } : {}) } });
    expect(insats?.bifall.nivaer !== undefined).toBe(nivaer !== undefined);
    expect(insats?.avslag).toEqual(beslut.avslag);
    const ordered = insats?.bestallning?.utforare.map((one) => ({
      utforare: katalog.get('utforare', one.utforareId)?.namn,
      insatser: one.insatser.map((val) => val.namn),
    }));
    expect(ordered ?? []).toEqual(bestallning);
  });

  it.each(insatser.map(({ data }) => data))('$kod: every reference leads somewhere', (insats) => {
    for (const ref of [insats.avslagsInsatsId, insats.parMedId]) expect(has('insats', ref)).toBe(true);
    expect(has('instrument', insats.instrumentId)).toBe(true);
    expect(insats.avslag !== undefined || insats.avslagsInsatsId !== undefined || insats.lass === true).toBe(true);
    for (const one of insats.bestallning?.utforare ?? []) {
      expect(katalog.get('utforare', one.utforareId)?.slag).toBe('utforare');
      expect(has('organisation', one.organisationId)).toBe(true);
      // A nivå that no insats answers to could not be ordered (BEST-KORT-06).
      if (insats.bifall.nivaer) expect(one.insatser.map(({ niva }) => niva)).toEqual(insats.bifall.nivaer);
    }
    for (const typ of insats.utredningstyper) expect(printed.utredningstyper).toContain(typ);
  });

  it('each code, name of a beslut and place in the order once', () => {
    const once = (values: unknown[]) => expect(new Set(values).size).toBe(values.length);
    once(insatser.map(({ data }) => data.kod));
    once(insatser.map(({ data }) => data.ordning));
    once(insatser.flatMap(({ data }) => [data.bifall.kod, ...(data.avslag ? [data.avslag.kod] : [])]));
    once(insatser.flatMap(({ data }) => [data.bifall.namn, ...(data.avslag ? [data.avslag.namn] : [])]));
  });

  it.each([
    ['BESLUT-PA-08 personlig assistans', 'PERSONLIG_ASSISTANS', 'Månad'],
    ['BESLUT-PA-09 tillfällig utökning', 'PERSONLIG_ASSISTANS_TILLFALLIG_UTOKNING', 'År'],
    ['LASS-12 LASS', 'LASS', 'Vecka'],
    ['BESLUT-REK-05 ledsagarservice', 'LEDSAGARSERVICE', 'Månad'],
    ['BESLUT-REK-05 avlösarservice', 'AVLOSARSERVICE', 'Månad'],
    ['BESLUT-REK-05 kontaktperson has none', 'KONTAKTPERSON', undefined],
    ['BESLUT-KORT-07 korttidsvistelse has none', 'KORTTIDSVISTELSE', undefined],
  ])('FORB-20 %s: the unit of its hours', (_, kod, timenhet) => {
    expect(insatser.find(({ data }) => data.kod === kod)?.data.bifall.timenhet).toBe(timenhet);
  });

  it('FRAGA-16 FORB-28 stödfamilj is granted with korttidsvistelse and refused as it; LASS-14 LASS-15 LASS is never sent or ordered', () => {
    const [korttid, stodfamilj, lass] = ['KORTTIDSVISTELSE', 'STODFAMILJ', 'LASS'].map((kod) =>
      insatser.find(({ data }) => data.kod === kod),
    );
    expect(stodfamilj?.data).toMatchObject({ parMedId: korttid?.id, avslagsInsatsId: korttid?.id, bifall: { utskrift: false } });
    expect(lass?.data).toMatchObject({ lass: true, bifall: { personkrets: 'alltid', utskrift: false } });
    expect(lass?.data.bestallning).toBeUndefined();
  });

  it('UTR-04 UTR-11 FRAGA-10 every utredningstyp but that of LASS has its insatser, and a rubrikmall or the general one', () => {
    for (const typ of printed.utredningstyper) expect(insatserFor(insatser, typ).length, typ).toBeGreaterThan(0);
    for (const { friBenamning, bestallning } of insatserFor(insatser, 'LSS skälig kostnad').map(({ data }) => data))
      expect([friBenamning, bestallning]).toEqual([true, undefined]);
  });

  it('every insats that the demo tells of is in the catalogue', () => {
    expect(demoInsatser.filter(({ id }) => !insatser.some(({ data }) => data.kod === id))).toEqual([]);
  });
});

describe('the other new values', () => {
  it('FRAGA-11 every list has values, each name once', () => {
    for (const lista of vardelistor) {
      const namn = katalog.all('vardelista').flatMap((one) => (one.lista === lista ? one.varden.map((varde) => varde.namn) : []));
      expect(namn.length, lista).toBeGreaterThan(0);
      expect(new Set(namn).size).toBe(namn.length);
    }
    expect(katalog.all('vardelista')).toHaveLength(vardelistor.length);
  });

  it.each([
    ['AKT-11', 'aktualiseringstyp', 'omprovning', 'LSS Omprövning'],
    ['AKT-11', 'franVem', 'egnaMyndigheten', 'Egna myndigheten (VON)'],
    ['UTR-04', 'utredningstyp', 'lss', 'LSS Utredning'],
    ['UTR-11', 'utredningstyp', 'sol', 'IBIC utredning'],
    ['REG-05', 'nyckelkod', '999999', '999999 – Ej skriven i Helsingborg'],
    ['FORB-05', 'civilstand', 'okant', 'okänt'],
  ] as const)('%s %s: the rules find it by its code', (_, lista, kod, namn) => {
    expect(vardeMedKod(state, lista, kod)?.namn).toBe(namn);
  });

  it('UTR-04 utredningstyper are those of the decision catalogue', () => {
    const typer = katalog
      .all('vardelista')
      .find(({ lista }) => lista === 'utredningstyp')
      ?.varden.map(({ namn }) => namn);
    expect(typer).toEqual(printed.utredningstyper);
  });

  it('ROLL-05 Systemförvaltningen is a function, held by a user, that never has LSS Insatser', () => {
    const found = systemforvaltningen(katalog.list('utforare'));
    expect(found?.data).toMatchObject({ namn: 'Systemförvaltningen', slag: 'handlaggarfunktion' });
    expect(found && kanHaLssInsatser(found.data)).toBe(false);
    expect(katalog.users.some(({ funktionId }) => funktionId === found?.id)).toBe(true);
    expect(katalog.list('utforare').filter(({ data }) => kanHaLssInsatser(data))).toHaveLength(12);
  });

  it('BEST-GEN-10 FRAGA-25 externa placeringar are ordered from Privat, Utförare, and the handläggare confirms', () => {
    expect(externUtforare(katalog.list('utforare'))?.data).toMatchObject({ namn: 'Privat, Utförare', bekraftasAv: 'handlaggare' });
  });

  it('BEDOM-03 BEDOM-05 FRAGA-28 the instrument of daglig verksamhet: levels that rise with their points', () => {
    const [instrument] = katalog.all('instrument');
    expect(instrument?.namn).toBe('D. Bedömning Daglig verksamhet');
    for (const { nivaer } of instrument?.funktioner ?? []) {
      const poang = nivaer.map((niva) => niva.poang);
      expect(poang).toEqual([...poang].sort((a, b) => a - b));
      expect(new Set(nivaer.map(({ niva }) => niva)).size).toBe(nivaer.length);
    }
  });

  it('DELEG-02 DELEG-03 FRAGA-49 delegationer name insatser that exist, each row a place of its own', () => {
    const rader = katalog.all('delegation');
    expect(rader.flatMap(({ insatsIds }) => insatsIds).every((id) => has('insats', id))).toBe(true);
    expect(new Set(rader.map(({ ordning }) => ordning)).size).toBe(rader.length);
    expect(rader.map(({ over }) => over && [over.minuter / 60, over.enhet])).toEqual([undefined, [20, 'Vecka'], [14, 'Månad'], undefined]);
  });
});
