import { describe, expect, it } from 'vitest';
import { recordSchemas } from '../../shared/domain/records.ts';
import { plainText } from '../../shared/domain/text/text.ts';
import { insatser } from './insatser.ts';
import { Katalog } from './katalog.ts';
import { readJson } from './resources.ts';

const katalog = new Katalog();
const files = {
  organisation: 'organisationer',
  utforare: 'utforare',
  anvandare: 'anvandare',
  rubrikmall: 'rubrikmallar',
  frastext: 'frastexter',
} as const;
const namnOf = (type: 'utforare' | 'organisation'): string[] => katalog.all(type).map(({ namn }) => namn);

describe('resources/catalogue', () => {
  it.each(Object.entries(files))('%s: each record is as its schema says, with an id of its own', (type, file) => {
    const posts = readJson<{ id: string; data: unknown }[]>(`catalogue/${file}.json`);
    expect(posts.length).toBeGreaterThan(3);
    for (const { data } of posts) expect(recordSchemas[type as keyof typeof files].parse(data)).toEqual(data);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
  });

  it('AKT-07 LSS Myndighet lies under C1 VON after the five hemvårdsområden, which have sub-units', () => {
    const rot = katalog.idOf('organisation', 'C1 VON');
    const under = katalog
      .all('organisation')
      .filter(({ parentId }) => parentId === rot)
      .sort((a, b) => a.ordning - b.ordning);
    expect(under.map(({ namn }) => namn)).toEqual(['Centrum', 'Nord', 'Syd', 'Väst', 'Öst', 'LSS Myndighet']);
    for (const { namn } of under.slice(0, 5)) {
      const own = katalog.idOf('organisation', namn);
      expect(katalog.all('organisation').filter(({ parentId }) => parentId === own).length).toBeGreaterThan(1);
    }
  });

  it('ROLL-04 LSS-handläggare 1 to 11 are positions, each held by one user', () => {
    const positions = katalog.lssHandlaggare.map(({ funktionId }) => katalog.get('utforare', funktionId ?? ''));
    expect(positions.map((one) => one?.namn)).toEqual(Array.from({ length: 11 }, (_, n) => `LSS-handläggare ${n + 1}`));
    expect(positions.every((one) => one?.slag === 'handlaggarfunktion')).toBe(true);
    expect(katalog.lssHandlaggare[2]?.namn).toBe('Sara Nyström');
    expect(katalog.lssHandlaggare[4]?.namn).toBe('Per Hallberg');
    const cleared = katalog.lssHandlaggare.filter(({ skyddadBehorighet }) => skyddadBehorighet).length;
    expect(cleared).toBeGreaterThan(0);
    expect(cleared).toBeLessThan(6);
  });

  it('users lie in units that exist and work for utförare that exist', () => {
    for (const user of katalog.users) {
      expect(katalog.get('organisation', user.organisationId)).toBeDefined();
      expect(user.roller.includes('utforare')).toBe(user.utforareId !== undefined);
      if (user.utforareId) expect(katalog.get('utforare', user.utforareId)?.slag).toBe('utforare');
    }
    expect(new Set(katalog.users.flatMap(({ roller }) => roller))).toEqual(
      new Set(['lssHandlaggare', 'enhetschef', 'bistandshandlaggare', 'systemforvaltare', 'avgiftshandlaggare', 'utforare']),
    );
  });

  it('FRAGA-09 the systemförvaltare, who alone opens an ended utredning again, reads the akter of every unit', () => {
    const forvaltare = katalog.users.filter(({ roller }) => roller.includes('systemforvaltare'));
    const units = new Set(katalog.users.flatMap(({ enheter }) => enheter));
    expect(forvaltare.length).toBeGreaterThan(0);
    for (const { enheter } of forvaltare) expect(new Set(enheter)).toEqual(units);
  });

  it('TRAD-13 the LSS Utredning has the rubriker of the Utredningsdokument, each code once in its mall', () => {
    const mall = katalog.all('rubrikmall').find(({ typer }) => typer.includes('LSS Utredning'));
    expect(mall?.rubriker.map(({ titel }) => titel)).toEqual([
      'Ansökan',
      'Aktuell situation',
      'Grundläggande behov',
      'Andra personliga behov',
      'Underlag från vården',
      'Den enskildes inställning',
      'Barnets bästa',
      'Bedömning',
      'Förslag till beslut',
      'Beslut',
    ]);
    for (const { rubriker } of katalog.all('rubrikmall')) {
      const koder = rubriker.flatMap(({ kod, underrubriker }) => [kod, ...(underrubriker ?? []).map((under) => under.kod)]);
      expect(new Set(koder).size).toBe(koder.length);
    }
    expect(katalog.all('rubrikmall').filter(({ slag, typer }) => slag === 'utredning' && typer.length === 0)).toHaveLength(1);
    expect(katalog.all('rubrikmall').filter(({ slag, typer }) => slag === 'verkstallighet' && typer.length === 0)).toHaveLength(1);
  });

  it('FRAS-01 FRAS-03 frastexter have text, stand in an order, and are offered at rubriker that exist', () => {
    const koder = new Set(JSON.stringify(katalog.all('rubrikmall')).match(/(?<="kod":")[^"]+/g));
    const fraser = katalog.all('frastext');
    for (const { titel, rubrikKoder, text } of fraser) {
      expect(plainText(text).length, titel).toBeGreaterThan(30);
      expect(rubrikKoder.filter((kod) => !koder.has(kod))).toEqual([]);
    }
    const atBehov = fraser.filter(({ rubrikKoder }) => rubrikKoder.includes('GRUNDLAGGANDE_BEHOV')).map(({ titel }) => titel);
    expect(atBehov).toEqual([
      'Behov enligt utlåtande',
      'Tidsåtgång per tillfälle',
      'Hjälp i dag av anhörig',
      'Dubbelbemanning',
      'Behov nattetid',
    ]);
    expect(new Set(fraser.map(({ ordning }) => ordning)).size).toBe(fraser.length);
  });

  it('every insats of the decision catalogue but LASS has its words, and is ordered from utförare that exist', () => {
    const catalogue = readJson<{ insatser: { id: string }[] }>('catalogue/decision-catalogue.json').insatser.map(({ id }) => id);
    expect(insatser.map(({ id }) => id)).toEqual(catalogue.filter((id) => id !== 'LASS'));
    const names = namnOf('utforare');
    for (const { bestallning } of insatser)
      for (const { utforare, insatser: val } of bestallning) {
        expect(names).toContain(utforare);
        expect(val.length).toBeGreaterThan(0);
      }
  });
});
