import { z } from 'zod';
import { plusDagar } from '../../util/datum.ts';
import { aterstallBekraftelse, taBortBekraftelse } from '../bevakning/bekrafta-bestallning.ts';
import { type Change, defineCommand, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { beslutshinder } from './hinder.ts';
import { periodfel } from './kontroll.ts';
import { avbrottsfel } from './ny-efter-avbrott.ts';
import type { Bestallning } from './records.ts';
import { samtidigaBestallningar } from './samtidigt.ts';
import { gallandeBestallning, isBekraftad } from './urval.ts';

const taBortInput = z.strictObject({ personId: id, bestallningId: id, orsak: line(500) });

/** Takes back an order that nobody has confirmed, with the reason (BEST-BORT-01, BEST-BORT-03, FORB-39). It stays, marked. */
export const taBortBestallning = defineCommand({
  name: 'bestallning.taBort',
  version: 1,
  input: taBortInput,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('bestallning', ({ bestallningId }) => bestallningId),
  decide(state, { bestallningId, orsak }, context) {
    const stored = state.get('bestallning', bestallningId);
    if (!stored) return reject('finns-inte');
    if (stored.borttagen) return reject('borttagen');
    if (isBekraftad(stored)) return reject('bekraftad');
    if (orsak === '') return reject('skal-kravs', 'orsak');
    return [
      { op: 'put', type: 'bestallning', id: bestallningId, data: { ...stored, borttagen: { ...signaturOf(context), orsak } } },
      ...aterstallTidigare(state, stored),
      ...taBortBekraftelse(state, bestallningId, context),
    ];
  },
});

/** The earlier order was ended by this one alone: it goes on as it did, as far as its beslut and its verkställighet now reach. */
function aterstallTidigare(state: State, { ersatter, gallerFran, ersattGallerTom }: Bestallning): Change[] {
  const tidigare = ersatter === undefined ? undefined : state.get('bestallning', ersatter);
  if (!tidigare || ersatter === undefined || tidigare.gallerTom !== plusDagar(gallerFran, -1)) return [];
  const { gallerTom: _, ...rest } = tidigare;
  const inne = tidigare.bekraftelse && state.get('verkstallighet', tidigare.bekraftelse.verkstallighetId);
  const slut = [ersattGallerTom, state.get('beslut', tidigare.beslutId)?.giltigTom, inne?.slutdatum].filter((day) => day !== undefined);
  const [forst] = slut.sort();
  const data = { ...(rest as Bestallning), ...(forst === undefined ? {} : { gallerTom: forst }) };
  return [{ op: 'put', type: 'bestallning', id: ersatter, data }];
}

const angraInput = z.strictObject({ personId: id, bestallningId: id });

/** Undoes the taking back (FORB-39), while what it was ordered on holds and no other order has taken its place. */
export const angraTaBortBestallning = defineCommand({
  name: 'bestallning.angraTaBort',
  version: 1,
  input: angraInput,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('bestallning', ({ bestallningId }) => bestallningId),
  decide(state, { bestallningId }) {
    const stored = state.get('bestallning', bestallningId);
    const beslut = stored && state.get('beslut', stored.beslutId);
    if (!stored || !beslut) return reject('finns-inte');
    if (!stored.borttagen) return reject('andrad-av-annan');
    const hinder = beslutshinder(beslut, state.katalogLista('insats'));
    if (hinder) return reject(hinder);
    const bestallningar = state.list('bestallning');
    const gallande = gallandeBestallning(stored.beslutId, bestallningar);
    if (gallande && gallande.id !== stored.ersatter) return reject('redan-bestallt');
    if (periodfel(beslut, stored)) return reject('avviker-fran-beslut');
    const fakta = { insatser: state.katalogLista('insats'), beslut: state.list('beslut'), bestallningar };
    if (!stored.samtidigSkal && samtidigaBestallningar(fakta, stored).length > 0) return reject('bestallning-bredvid');
    const { borttagen, ...rest } = stored;
    const aterstallda: Change[] = [
      { op: 'put', type: 'bestallning', id: bestallningId, data: rest as Bestallning },
      ...aterstallBekraftelse(state, bestallningId, borttagen.at),
    ];
    if (stored.ersatter === undefined) return aterstallda;
    if (!gallande) return reject('finns-inte');
    const tidigareGallerTom = plusDagar(stored.gallerFran, -1);
    const refused = avbrottsfel(gallande, { gallerFran: stored.gallerFran, gallerTom: stored.gallerTom, tidigareGallerTom }, bestallningar);
    if (refused) return reject(refused.code);
    return [...aterstallda, { op: 'put', type: 'bestallning', id: gallande.id, data: { ...gallande.data, gallerTom: tidigareGallerTom } }];
  },
});
