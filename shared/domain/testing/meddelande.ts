/** Test support only: messages, and the scopes they are decided against. No product code imports it. */

import type { State } from '../command.ts';
import { etjanstId } from '../etjanst/records.ts';
import type { Meddelande } from '../meddelande/records.ts';
import { aktScope, meddelandeScope } from '../scope.ts';
import { akt, stateOf, type TestRecord, testId } from './state.ts';

export const gruppId = testId(805);
export const meddelandeId = testId(806);
export const lageId = testId(807);

/** From the kund of `testAkt` to her handläggare and the mailbox of the unit. */
export const fraganFranKunden = (over: Partial<Meddelande> = {}): TestRecord => ({
  type: 'meddelande',
  id: meddelandeId,
  data: {
    fran: { slag: 'medborgare', namn: 'Ekström, Linnea Maria', personnummer: '200912312386', aktiveringId: etjanstId(akt.person) },
    till: [
      { slag: 'anvandare', anvandareId: testId(1), namn: 'Karin Ek' },
      { slag: 'brevlada', enhet: 'lss', kod: 'lss', namn: 'LSS Myndighet' },
    ],
    ...{ personId: akt.person, enhet: 'lss', amne: 'När börjar det?', text: 'Hej Karin!\n\nNär får jag veta?', bilagor: [] },
    ...{ skickat: '2026-11-19T08:00:00.000Z', nummer: ['200912312386'], ...over },
  },
});

/** The unit's mailboxes. */
export const brevlador: TestRecord = {
  type: 'vardelista',
  id: testId(869),
  data: {
    lista: 'enhet',
    varden: [
      {
        ...{ namn: 'LSS', kod: 'lss' },
        brevlador: [
          { kod: 'lss', namn: 'LSS Myndighet', medborgarnas: true },
          { kod: 'mote', namn: 'Möten' },
        ],
      },
      { namn: 'Bistånd', kod: 'bistand', brevlador: [{ kod: 'bistand', namn: 'Bistånd' }] },
    ],
  },
};

const utanforAkt = ['meddelande', 'brevlage'];
/**
 * What a command of messages is decided against: its own scope, and the akt of `akt.person` beside it.
 * @param egen `meddelande`: records of that scope are its own; `akt`: those of the akt
 */
export function brevState(
  records: TestRecord[],
  egen: 'meddelande' | 'akt' = 'meddelande',
  annans: Record<string, TestRecord[]> = {},
): State {
  const brev = stateOf(records.filter(({ type }) => utanforAkt.includes(type)));
  const kunden = stateOf(records.filter(({ type }) => !utanforAkt.includes(type)));
  const andra = new Map(Object.entries(annans).map(([personId, hens]) => [aktScope(personId), stateOf(hens)]));
  const own = egen === 'akt' ? kunden : brev;
  return {
    ...own,
    get: (type, id) => (type === 'meddelande' ? brev : own).get(type, id),
    katalog: kunden.katalog,
    katalogLista: kunden.katalogLista,
    annan: (scope) =>
      scope === aktScope(akt.person) ? kunden : (andra.get(scope) ?? (scope === meddelandeScope(gruppId) ? brev : stateOf([]))),
  };
}
