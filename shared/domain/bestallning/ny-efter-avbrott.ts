import { z } from 'zod';
import { bevakaBekraftelse } from '../bevakning/bekrafta-bestallning.ts';
import { defineCommand, type Rejection, reject } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id } from '../fields.ts';
import type { Post } from '../post.ts';
import { aktScope } from '../scope.ts';
import { datumEfterAvbrott } from './forslag.ts';
import { beslutshinder } from './hinder.ts';
import { innehallFalt, innehallOf, provaInnehall } from './innehall.ts';
import { sammaOmfattning } from './kontroll.ts';
import type { Bestallning } from './records.ts';
import { ersattAv, isBekraftad } from './urval.ts';

const input = z.strictObject({
  personId: id,
  /** Of the new order. */
  bestallningId: id,
  /** The order of the insats that was interrupted. */
  tidigareId: id,
  /** The last day before the interruption; every other date follows from it (FORB-38). */
  avbrottsdatum: day,
  ...innehallFalt,
  /** Of the reminder to confirm (FORB-35); needed where the handläggare confirms. */
  bevakningId: id.optional(),
});

/** Orders an interrupted insats anew and ends the earlier order the day before, in one (BEST-KOP-01 to BEST-KOP-09). */
export const nyEfterAvbrott = defineCommand({
  name: 'bestallning.nyEfterAvbrott',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('bestallning', ({ tidigareId }) => tidigareId),
  decide(state, input, context) {
    if (state.get('bestallning', input.bestallningId)) return reject('finns-redan');
    const tidigare = state.get('bestallning', input.tidigareId);
    const beslut = tidigare && state.get('beslut', tidigare.beslutId);
    if (!tidigare || !beslut) return reject('finns-inte', 'tidigareId');
    const hinder = beslutshinder(beslut, state.katalogLista('insats'));
    if (hinder) return reject(hinder);
    const datum = datumEfterAvbrott(beslut, input.avbrottsdatum);
    const refused = avbrottsfel({ id: input.tidigareId, data: tidigare }, datum, state.list('bestallning'));
    if (refused) return refused;
    const val = provaInnehall(state, beslut, input);
    if ('code' in val) return val;
    const avviker = !sammaOmfattning(beslut.omfattning, input.omfattning);
    // Only the earlier order's difference was ever seen beside the beslut and confirmed (FORB-34).
    if (avviker && !sammaOmfattning(tidigare.omfattning, input.omfattning)) return reject('avviker-fran-beslut', 'omfattning');
    if (val.egenBekraftelse && input.bevakningId === undefined) return reject('ogiltig-indata', 'bevakningId');

    const order = {
      id: input.bestallningId,
      data: {
        ...innehallOf(state, tidigare.beslutId, beslut, input, context),
        bestalltDatum: datum.bestalltDatum,
        gallerFran: datum.gallerFran,
        ...(datum.gallerTom === undefined ? {} : { gallerTom: datum.gallerTom }),
        ...(tidigare.bifogadAnteckning ? { bifogadAnteckning: tidigare.bifogadAnteckning } : {}),
        ...(avviker ? { avvikelser: ['omfattning'] } : {}),
        ersatter: input.tidigareId,
        ...(tidigare.gallerTom === undefined ? {} : { ersattGallerTom: tidigare.gallerTom }),
      } satisfies Bestallning as Bestallning,
    };
    return [
      { op: 'put', type: 'bestallning', ...order },
      { op: 'put', type: 'bestallning', id: input.tidigareId, data: { ...tidigare, gallerTom: datum.tidigareGallerTom } },
      ...(val.egenBekraftelse && input.bevakningId ? bevakaBekraftelse(state, input.bevakningId, order, context) : []),
    ];
  },
});

/**
 * FRAGA-26: what may be gone on after an avbrott, and when. An order nobody has confirmed is taken back instead; the new one
 * begins after the old one did, before the old one ended by itself, and while the bifall still holds.
 */
export function avbrottsfel(
  { id, data }: Post<Bestallning>,
  datum: Pick<ReturnType<typeof datumEfterAvbrott>, 'gallerFran' | 'gallerTom' | 'tidigareGallerTom'>,
  bestallningar: Post<Bestallning>[],
): Rejection | undefined {
  if (data.borttagen) return reject('borttagen');
  if (!isBekraftad(data)) return reject('inte-bekraftad');
  if (ersattAv(id, bestallningar)) return reject('redan-bestallt');
  if (datum.gallerFran <= data.gallerFran) return reject('datum-fore', 'avbrottsdatum');
  if (data.gallerTom !== undefined && datum.tidigareGallerTom > data.gallerTom) return reject('datum-efter', 'avbrottsdatum');
  return datum.gallerTom !== undefined && datum.gallerFran > datum.gallerTom ? reject('datum-efter', 'avbrottsdatum') : undefined;
}
