import { describe, expect, it } from 'vitest';
import { aktAv } from '../../shared/domain/akt.ts';
import { aktFel } from '../../shared/domain/arende/akt-fel.ts';
import { attAvsluta } from '../../shared/domain/arende/att-avsluta.ts';
import { bifallUtanBestallning } from '../../shared/domain/beslut/bestallbart.ts';
import { isBekraftad, isLevande } from '../../shared/domain/bestallning/urval.ts';
import { langeObehandlad } from '../../shared/domain/klocka/lagfrist.ts';
import type { RecordData, RecordType } from '../../shared/domain/records.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import { Katalog } from './katalog.ts';
import { all, personOf, scopes, today } from './testing/demo-kommun.ts';

const katalog = new Katalog();
const insatser = katalog.list('insats');
const aktI = (scope: string) => {
  const own = scopes.get(scope) ?? [];
  const list = <T extends RecordType>(type: T) =>
    own.filter((one) => one.type === type).map(({ id, data }) => ({ id, data: data as RecordData<T> }));
  return aktAv({ list });
};
const akter = all('person').map(({ scope }) => ({ scope, akt: aktI(scope) }));

describe('the cases of the demo municipality', () => {
  it('are whole, as the rules leave them, and the closed ones have no open part (AVSL-01)', () => {
    expect(akter.flatMap(({ scope, akt }) => aktFel(akt).map((fel) => `${scope}: ${fel}`))).toEqual([]);
    const slut = akter.filter(({ akt }) => akt.beslut.some(({ data }) => data.avslutad) && attAvsluta(akt, today).delar.length === 0);
    expect(slut.length).toBeGreaterThan(20);
  });

  it('AKT-01 UTR-03 every utredning but a LASS-beslut’s examines an aktualisering that came in that day', () => {
    for (const { akt } of akter) {
      for (const { id, data } of akt.utredningar) {
        const inkomna = akt.aktualiseringar.filter((one) => one.data.utredningId === id).map((one) => one.data.datum);
        expect(inkomna.length > 0).toBe(!data.lass);
        if (!data.lass) expect(inkomna.sort()[0]).toBe(data.inkomDatum);
      }
    }
  });

  it('FORB-14 some aktualiseringar wait, one of Sara Nyström’s for longer than 14 days', () => {
    const vantar = all('aktualisering').filter(({ data }) => data.utredningId === undefined);
    expect(vantar.length).toBeGreaterThan(10);
    const sara = katalog.idOf('anvandare', 'Sara Nyström');
    const lange = vantar.filter(({ data }) => langeObehandlad(katalog.list('fristregel'), data, today));
    expect(lange.filter(({ data }) => data.ansvarigHandlaggareId === sara).map(({ scope }) => scope)).toContain(
      personOf('Nordin', 'Greta').scope,
    );
    expect(vantar.length).toBeGreaterThan(lange.length);
  });

  it('FORB-31 some ongoing bifall are not ordered; some orders wait, for every way of being confirmed', () => {
    expect(akter.filter(({ akt }) => bifallUtanBestallning({ insatser, ...akt }, today).length > 0).length).toBeGreaterThan(3);
    const obekraftade = all('bestallning').filter(({ data }) => isLevande(data) && !isBekraftad(data));
    expect(obekraftade.length).toBeGreaterThan(15);
    const utforare = obekraftade.map(({ data }) => katalog.get('utforare', data.utforareId));
    expect(new Set(utforare.map((one) => one?.bekraftasAv))).toEqual(new Set(['utforare', 'handlaggare']));
    // FORB-35: of those that the handläggare confirms, the sender is reminded.
    const egna = obekraftade.filter((_, index) => utforare[index]?.bekraftasAv === 'handlaggare');
    for (const { id } of egna) expect(all('bevakning').some(({ data }) => data.ref.id === id && data.status !== 'Klar')).toBe(true);
  });

  it('FORB-24 FORB-26 FORB-28 has series, delavslag and pairs, and BEDOM-01 bedömningar', () => {
    const slag = new Set(all('beslut').map(({ data }) => data.koppling?.slag));
    expect(slag).toEqual(new Set([undefined, 'serie', 'delavslag', 'stodfamilj']));
    expect(all('bedomning').length).toBeGreaterThan(10);
  });

  it('FRAGA-05 one kund was registered without the register of residents, whose answer waits', () => {
    const [forslag, andra] = all('kirForslag');
    expect(andra).toBeUndefined();
    expect(forslag?.data.avgjord).toBeUndefined();
    const person = all('person').find(({ scope }) => scope === forslag?.scope)?.data;
    expect(person?.kir?.status).toBe('ejKontrollerad');
    expect(forslag?.data.post?.personnummer).toBe(person?.personnummer);
    expect(forslag?.data.post?.adress).not.toEqual(person?.adress);
  });

  it('keeps a history of what was done since the system was taken into use, and none before', () => {
    const dagar = all('handelse').map(({ data }) => data.at.slice(0, 10));
    expect(dagar.length).toBeGreaterThan(500);
    expect(dagar.every((dag) => dag >= plusDagar(today, -45) && dag < today)).toBe(true);
    expect(new Set(all('handelse').map(({ data }) => data.kommando)).size).toBeGreaterThan(8);
  });
});
