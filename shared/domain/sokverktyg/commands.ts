import { z } from 'zod';
import { type Actor, defineCommand, reject, type State } from '../command.ts';
import { id, line } from '../fields.ts';
import { anvandarScope } from '../scope.ts';
import { egnaSokningarId, maxEgnaSokningar, parametervarden } from './records.ts';

const scope = (_input: unknown, actor: Actor) => anvandarScope(actor.id);
const egna = (state: State, actor: Actor) => state.get('egnaSokningar', egnaSokningarId(actor.id)) ?? { sokningar: [] };

/** Who has the name of a search, whatever its case and the blanks around it: an own one of that name, or the catalogue's. */
export function upptaget(
  namn: string,
  egna: readonly { namn: string }[],
  katalogens: readonly { namn: string }[],
): 'egen' | 'katalogens' | undefined {
  const har = (en: { namn: string }) => sammaNamn(en.namn, namn);
  return egna.some(har) ? 'egen' : katalogens.some(har) ? 'katalogens' : undefined;
}

/** Keeps a search with what was chosen in it under a name of the user's own (SVERK-05); another of that name is not written over. */
export const sparaSokning = defineCommand({
  name: 'sokverktyg.spara',
  version: 1,
  input: z.strictObject({ id, namn: line(80).min(1), sokningId: id, parametrar: parametervarden }),
  scope,
  decide(state, ny, { actor }) {
    const lista = egna(state, actor);
    const katalogens = state.katalogLista('sokning').flatMap(({ data }) => (data.aktiv === false ? [] : [data]));
    if (upptaget(ny.namn, lista.sokningar, katalogens) || lista.sokningar.some((one) => one.id === ny.id))
      return reject('finns-redan', 'namn');
    if (lista.sokningar.length >= maxEgnaSokningar) return reject('listan-full', 'namn');
    if (!state.katalog('sokning', ny.sokningId)) return reject('finns-inte-i-katalogen', 'sokningId');
    return [{ op: 'put', type: 'egnaSokningar', id: egnaSokningarId(actor.id), data: { ...lista, sokningar: [...lista.sokningar, ny] } }];
  },
});

/** Takes one of the user's own searches away (SVERK-05). */
export const taBortSokning = defineCommand({
  name: 'sokverktyg.taBort',
  version: 1,
  input: z.strictObject({ id }),
  scope,
  decide(state, { id: bort }, { actor }) {
    const lista = egna(state, actor);
    const sokningar = lista.sokningar.filter((one) => one.id !== bort);
    if (sokningar.length === lista.sokningar.length) return [];
    return [{ op: 'put', type: 'egnaSokningar', id: egnaSokningarId(actor.id), data: { ...lista, sokningar } }];
  },
});

const sammaNamn = (a: string, b: string): boolean => a.trim().toLocaleLowerCase('sv') === b.trim().toLocaleLowerCase('sv');
