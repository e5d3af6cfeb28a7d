import { describe, expect, it } from 'vitest';
import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import { parsePersonnummer } from '../../shared/domain/personnummer.ts';
import { plusManader } from '../../shared/util/datum.ts';

import { Katalog } from './katalog.ts';
import { forradFor, planeraPersoner } from './personer.ts';
import { readText } from './resources.ts';
import { all, bucketsByScope, inScope, personOf, scopes, today } from './testing/demo-kommun.ts';

const katalog = new Katalog();

describe('persons', () => {
  it('FRAGA-62 have a handläggare who has the right to them, however many they are', () => {
    const forrad = forradFor({ seed: 1, today });
    const profiler = [...planeraPersoner({ persons: 20_000, seed: 1, today, katalog, forrad })];
    const skyddade = profiler.filter(({ skydd }) => skydd === 'skyddadFolkbokforing');
    expect(skyddade.length).toBeGreaterThan(50);
    expect(skyddade.filter(({ handlaggare }) => !handlaggare.skyddadBehorighet).map(({ index, enheter }) => ({ index, enheter }))).toEqual(
      [],
    );
  });

  it('are the same on every day they are shown', () => {
    const on = (day: string) => {
      const forrad = forradFor({ seed: 1, today: day });
      return [...planeraPersoner({ persons: 100, seed: 1, today: day, katalog, forrad })].map(({ nummer, namn }) => ({
        nummer: nummer.value,
        namn,
      }));
    };
    // A test number's person passes a hundred in almost every week.
    for (const day of ['2026-12-01', '2029-03-01']) expect(on(day)).toEqual(on('2026-11-30'));
  });

  it('have valid numbers that belong to nobody, each once, and agree with their birth date', () => {
    const published = new Set(
      `${readText('testdata/testpersonnummer.txt')}\n${readText('testdata/testsamordningsnummer.txt')}`.split(/\s+/),
    );
    const numbers = all('person').map(({ data }) => data.personnummer);
    expect(new Set(numbers).size).toBe(500);
    for (const { data } of all('person')) {
      expect(published.has(data.personnummer)).toBe(data.nummerSlag !== 'interim');
      expect(parsePersonnummer(data.personnummer, '2026-11-20', { interim: true })).toMatchObject({
        ok: true,
        kind: data.nummerSlag,
        birthDate: data.fodelsedatum,
      });
    }
    expect(all('person').filter(({ data }) => data.nummerSlag === 'samordningsnummer').length).toBeGreaterThan(5);
    // Of some the register has no number yet.
    expect(all('person').filter(({ data }) => data.nummerSlag === 'interim').length).toBeGreaterThan(0);
  });

  it('have Swedish and foreign letters, double names and namesakes that are easily mistaken', () => {
    const names = all('person').map(({ data }) => `${data.efternamn} ${data.fornamn}`);
    for (const pattern of [/[Åå]/, /[Ää]/, /[Öö]/, /é/, /\S-\S/, /Al-Hassan/, /Warsame/, /ł|ć|ś/])
      expect(names.some((name) => pattern.test(name))).toBe(true);
    const pairs = all('person').filter(({ data }, index, list) => {
      const before = list[index - 1]?.data;
      return (
        before?.efternamn === data.efternamn &&
        before.tilltalsnamn === data.tilltalsnamn &&
        (before.fodelsedatum ?? '').slice(0, 6) === (data.fodelsedatum ?? '').slice(0, 6)
      );
    });
    expect(pairs.length).toBeGreaterThan(1);
  });

  it('have no address when they are protected, and neither have those near them', () => {
    const skyddade = all('person').filter(({ data }) => data.skydd !== 'ingen');
    expect(skyddade.filter(({ data }) => data.skydd === 'sekretessmarkering').length).toBeGreaterThan(2);
    expect(skyddade.filter(({ data }) => data.skydd === 'skyddadFolkbokforing').length).toBeGreaterThan(0);
    for (const { scope, data } of skyddade) {
      expect(data.adress).toBeUndefined();
      for (const near of inScope(scope, 'kontakt')) expect(near).not.toHaveProperty('adress');
    }
    expect(
      all('person')
        .filter(({ data }) => data.skydd === 'ingen')
        .every(({ data }) => data.adress),
    ).toBe(true);
  });

  it('FORB-08 HUSH-06 children have vårdnadshavare in the hushåll, a few have none, and the kund is registerledare', () => {
    const children = all('person').filter(({ data }) => (data.fodelsedatum ?? '') > plusManader(today, -216));
    const without = children.filter(({ scope }) => inScope(scope, 'hushallsmedlem').length === 0);
    expect(children.length).toBeGreaterThan(50);
    expect(without.length).toBeGreaterThan(0);
    expect(without.length).toBeLessThan(children.length / 5);
    for (const child of children.filter((one) => !without.includes(one))) {
      const members = inScope(child.scope, 'hushallsmedlem');
      expect(members.filter(({ registerledare }) => registerledare).map(({ personId }) => personId)).toEqual([child.id]);
      expect(members.some(({ vardnadshavare }) => vardnadshavare)).toBe(true);
    }
    expect(all('kontakt').filter(({ data }) => data.typ === 'godMan').length).toBeGreaterThan(30);
  });
});

describe('the kunder of the design pictures', () => {
  it('Ekström, Linnea Maria: number, protection, god man, open utredning of Sara Nyström, LASS, namesake', () => {
    const linnea = personOf('Ekström', 'Linnea Maria');
    expect(linnea.data).toMatchObject({ personnummer: '199904122380', skydd: 'sekretessmarkering' });
    expect(personOf('Ekström', 'Linn').data.personnummer).toBe('199904212389');
    const open = inScope(linnea.scope, 'utredning').filter(({ slutdatum }) => !slutdatum);
    expect(open).toMatchObject([{ startdatum: '2026-09-15', ansvarigHandlaggareId: katalog.idOf('anvandare', 'Sara Nyström') }]);
    expect(inScope(linnea.scope, 'kontakt').map(({ namn }) => namn)).toEqual(['Ekström, Birgitta']);
    expect(inScope(linnea.scope, 'beslut').map(({ beslutskod }) => beslutskod)).toContain('ASSISTANSKOSTNADER_UTOVER_LASS');
    expect(scopes.get(linnea.scope)?.some(({ data }) => JSON.stringify(data).includes('"felmarkerad"'))).toBe(true);
  });

  it('Sara Nyström has nine open utredningar, Persson, Ove at the lagfrist today, and one kund of protected identity', () => {
    const sara = katalog.idOf('anvandare', 'Sara Nyström');
    const own = all('utredning').filter(({ data }) => !data.slutdatum && data.ansvarigHandlaggareId === sara);
    expect(own).toHaveLength(9);
    const ove = own.find(({ scope }) => scope === personOf('Persson', 'Ove').scope);
    expect(ove?.data.inkomDatum).toBe('2026-05-20');
    const skyddade = own.filter(({ scope }) =>
      all('person').some((one) => one.scope === scope && one.data.skydd === 'skyddadFolkbokforing'),
    );
    expect(skyddade).toHaveLength(1);
    for (const [efternamn, fornamn] of [
      ['Al-Hassan', 'Yusuf'],
      ['Warsame', 'Amina'],
      ['Åkerblom', 'Tove'],
      ['Sjögren', 'Karl-Erik'],
      ['Lindholm', 'Maja'],
      ['Rahimi', 'Hamid'],
    ] as const) {
      expect(own.some(({ scope }) => scope === personOf(efternamn, fornamn).scope)).toBe(true);
    }
  });

  it('SOK-11 KLISTA-01 users have their own lists, of kunder whom they may read', () => {
    expect(all('kundlista').length).toBeGreaterThan(10);
    for (const { scope, data } of [...all('kundlista'), ...all('senasteKunder')]) {
      const user = katalog.users.find(({ id }) => scope === `anvandare:${id}`);
      const mine = new Set(user ? bucketsOfAnvandare(user) : []);
      const ids = data.personer.map((one) => (typeof one === 'string' ? one : one.personId));
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids)
        expect(
          bucketsByScope
            .get(`akt:${id}`)
            ?.get(id)
            ?.some((bucket) => mine.has(bucket)),
        ).toBe(true);
    }
  });
});
