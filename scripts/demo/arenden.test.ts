import { describe, expect, it } from 'vitest';
import { hasOngoingLass, statusUtredning } from '../../shared/domain/pagaende.ts';
import { plainText } from '../../shared/domain/text/text.ts';
import { plusManader } from '../../shared/util/datum.ts';
import { Katalog } from './katalog.ts';
import { readText } from './resources.ts';
import { all, inScope, today } from './testing/demo-kommun.ts';

const katalog = new Katalog();
const isSol = ({ beslutskod }: { beslutskod: string }): boolean => beslutskod.startsWith('SOL_');

describe('utredningar, beslut and verkställigheter', () => {
  it('open utredningar: a handläggare each, five to twelve a handläggare, one past the lagfrist and some close to it', () => {
    const open = all('utredning').filter(({ data }) => !data.slutdatum);
    for (const { id } of katalog.lssHandlaggare) {
      const own = open.filter(({ data }) => data.ansvarigHandlaggareId === id).length;
      expect(own).toBeGreaterThanOrEqual(5);
      expect(own).toBeLessThanOrEqual(12);
    }
    const users = new Set(katalog.users.map(({ id }) => id));
    expect(open.every(({ data }) => users.has(data.ansvarigHandlaggareId))).toBe(true);
    const lagfrist = open.map(({ data }) => plusManader(data.inkomDatum, 6));
    expect(lagfrist.filter((day) => day < today).length).toBeGreaterThan(0);
    expect(lagfrist.filter((day) => day >= today && day < '2026-12-05').length).toBeGreaterThan(3);
  });

  it('TRAD-04 to TRAD-07 have every state of the tree, LASS among them', () => {
    const beslut = Map.groupBy(all('beslut'), ({ data }) => data.utredningId);
    const states = new Map<string, number>();
    for (const { id, data } of all('utredning')) {
      const own = (beslut.get(id) ?? []).map((one) => one.data);
      const state = hasOngoingLass(own, today)
        ? 'LASS'
        : own.some(({ utfall }) => utfall === 'avslag')
          ? 'avslag'
          : statusUtredning(data, own, today);
      states.set(state, (states.get(state) ?? 0) + 1);
    }
    for (const state of ['pågående', 'beslut löper', 'avslutad', 'avslag', 'LASS']) expect(states.get(state) ?? 0).toBeGreaterThan(10);
  });

  it('beslut bear codes and names of the decision catalogue, and end no earlier than they begin', () => {
    // The manuals print none of SoL: its rows are samples of the catalogue's own.
    const [manualernas, egna] = [readText('catalogue/decision-catalogue.json'), readText('catalogue/insatser.json')];
    expect(all('beslut').filter(({ data }) => isSol(data)).length).toBeGreaterThan(3);
    for (const { data } of all('beslut')) {
      const known = isSol(data) ? egna : manualernas;
      expect(known).toContain(`"kod": "${data.beslutskod}"`);
      expect(known).toContain(`"namn": "${data.beslutsnamn}"`);
      expect((data.giltigTom ?? data.giltigFran) >= data.giltigFran).toBe(true);
    }
  });

  it('VERK-01 every kund with an ongoing bifall of LSS has an open LSS Insatser of a handläggare or of LSS Myndighet', () => {
    const running = all('beslut').filter(
      ({ data }) => data.utfall === 'bifall' && !isSol(data) && (data.giltigTom ?? today) >= today && data.beslutsdatum < '2026-11-01',
    );
    expect(running.length).toBeGreaterThan(100);
    for (const { scope } of running) {
      const own = inScope(scope, 'verkstallighet');
      const open = own.find((one) => one.lssInsatser && !one.slutdatum);
      expect(['handlaggarfunktion', 'myndighet']).toContain(katalog.get('utforare', open?.utforareId ?? '')?.slag);
    }
  });
});

describe('notes', () => {
  it('DOK-06 are made by the commands: signed by their authors, drafts unsigned and of the one responsible', () => {
    const signed = all('anteckning').filter(({ data }) => data.signerad);
    const drafts = all('anteckning').filter(({ data }) => !data.signerad);
    expect(drafts.length).toBeGreaterThan(30);
    expect(signed.length).toBeGreaterThan(drafts.length * 5);
    for (const { data } of signed) expect(data.signerad?.anvandareId).toBe(data.sparad.anvandareId);
    const responsible = new Map(all('utredning').map(({ id, data }) => [id, data.ansvarigHandlaggareId]));
    for (const { data } of drafts) expect(responsible.get(data.dokumentation.id)).toBe(data.sparad.anvandareId);
  });

  it('DOK-13 FORB-16 some are felmarkerade with a reason, and most of those have a corrected copy', () => {
    const wrong = all('anteckning').filter(({ data }) => data.felmarkerad);
    const copies = all('anteckning').filter(({ data }) => data.rattar);
    expect(wrong.length).toBeGreaterThan(10);
    expect(copies.length).toBeGreaterThan(5);
    for (const { data } of wrong) expect(data.felmarkerad?.orsak.length).toBeGreaterThan(10);
    for (const { data } of copies) {
      const original = wrong.find(({ id }) => id === data.rattar);
      expect(original).toBeDefined();
      expect(plainText(data.text)).not.toBe(original && plainText(original.data.text));
    }
  });

  it('hold sentences of caseworkers: varied, with bold and lists, no slot left open', () => {
    const texts = all('anteckning').map(({ data }) => plainText(data.text));
    expect(texts.filter((text) => /[{}]|\*\*|undefined/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.length < 40)).toEqual([]);
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.9);
    const json = JSON.stringify(all('anteckning'));
    expect(json).toContain('"bold"');
    expect(json).toContain('"bulletList"');
  });

  it('ROLL-03 in a verkställighet of a utförare are written by its own staff alone', () => {
    const verk = new Map(all('verkstallighet').map(({ id, data }) => [id, data]));
    const theirs = all('anteckning').filter(({ data }) => verk.get(data.dokumentation.id)?.lssInsatser === false);
    expect(theirs.length).toBeGreaterThan(50);
    for (const { data } of theirs) {
      expect(katalog.get('anvandare', data.sparad.anvandareId)?.utforareId).toBe(verk.get(data.dokumentation.id)?.utforareId);
    }
  });

  it('stand under rubriker that a mall has', () => {
    const koder = new Set(JSON.stringify(katalog.all('rubrikmall')).match(/(?<="kod":")[^"]+/g));
    expect(all('anteckning').filter(({ data }) => data.rubrikKod !== 'JOURNAL' && !koder.has(data.rubrikKod))).toEqual([]);
  });
});
