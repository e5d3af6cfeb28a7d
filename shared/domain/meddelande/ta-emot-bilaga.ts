import { z } from 'zod';
import { annanScope, defineCommand, type Last, reject, type State, signaturOf } from '../command.ts';
import { type Dokument, type KnytsTill, sha256, storstaDokument } from '../dokument/records.ts';
import { enhetOf } from '../enhet.ts';
import { forEnhet, id, line } from '../fields.ts';
import type { Person } from '../person/records.ts';
import { aktScope, meddelandeScope } from '../scope.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import { bilageIds, flestInkomnaBilagor, meddelanderef } from './records.ts';
import { besvaratAv, inkommetFran } from './ta-emot.ts';

const typ = 'Inkommen handling';

/**
 * Files what a citizen sends with a message, before the message: what has come in to a myndighet in a case is registered as it comes (OSL 5:1). It is the unit's alone:
 * tied to the case that is open, or else to the latest that was. The server's own; its bytes have been received before.
 */
export const taEmotBilaga = defineCommand({
  name: 'meddelande.taEmotBilaga',
  version: 1,
  input: z.strictObject({
    personId: id,
    meddelandeId: id,
    /** Which of the message's files: 0 is the first. */
    nr: z
      .number()
      .int()
      .min(0)
      .max(flestInkomnaBilagor - 1),
    godkannandeId: id.optional(),
    enhet: forEnhet,
    svarPa: meddelanderef.optional(),
    rubrik: line(200).min(1),
    sha256,
    storlek: z.number().int().min(1).max(storstaDokument),
    sidor: z.number().int().min(1).max(100_000),
  }),
  scope: ({ personId }) => aktScope(personId),
  need: ({ meddelandeId, nr }) => ({ ids: bilageIds(meddelandeId, nr + 1).slice(nr) }),
  laser: ({ meddelandeId, svarPa }): Last[] =>
    [meddelandeId, ...(svarPa ? [svarPa.gruppId] : [])].map((gruppId) => ({ scope: meddelandeScope(gruppId) })),
  decide(state, { meddelandeId, nr, rubrik, storlek, sidor, sha256: namn, ...given }, context) {
    const [dokumentId = ''] = bilageIds(meddelandeId, nr + 1).slice(nr);
    const stored = state.get('dokument', dokumentId);
    // Sent again; with another file it is another message.
    if (stored) return stored.sha256 === namn ? [] : reject('finns-redan', 'sha256');
    // It came without this file, and stands as it came.
    if (annanScope(state, meddelandeScope(meddelandeId)).get('meddelande', meddelandeId)) return reject('finns-redan', 'meddelandeId');
    const vem = inkommetFran(state, given, besvaratAv(state, given), context);
    if ('code' in vem) return vem;
    const plats = platsen(state, vem.enhet, vem.person);
    if (!plats) return reject('finns-inte', 'knytsTill');
    const data: Dokument = {
      ...{ rubrik, typ, knytsTill: plats, avsandare: vem.fran.namn, sha256: namn, storlek, sidor },
      skapad: signaturOf(context),
    };
    return [{ op: 'put', type: 'dokument', id: dokumentId, data }];
  },
});

/** The open utredning of the unit, the latest; else what has come in and is not examined yet; else the latest of either that was. */
function platsen(state: Pick<State, 'list'>, enhet: string, person: Person): KnytsTill | undefined {
  const utredningar = state.list('utredning').filter(({ data }) => enhetOf('utredning', data, person) === enhet);
  const aktualiseringar = state.list('aktualisering').filter(({ data }) => enhetOf('aktualisering', data, person) === enhet);
  const senast = [...utredningar].sort((a, b) => (a.data.startdatum < b.data.startdatum ? 1 : -1));
  const inkomna = [...aktualiseringar].sort((a, b) => (a.data.datum < b.data.datum ? 1 : -1));
  const oppen = senast.find(({ data }) => isOpenUtredning(data));
  const obehandlad = inkomna.find(({ data }) => data.utredningId === undefined && data.utelamnad === undefined);
  const [utredning, aktualisering] = [oppen ?? (obehandlad ? undefined : senast[0]), obehandlad ?? inkomna[0]];
  if (utredning) return { type: 'utredning', id: utredning.id };
  return aktualisering && { type: 'aktualisering', id: aktualisering.id };
}
