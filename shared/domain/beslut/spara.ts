import { z } from 'zod';
import { type IsoDate, swedishDay } from '../../util/datum.ts';
import { isSame } from '../../util/merge.ts';
import type { Bestallning } from '../bestallning/records.ts';
import { type Change, defineCommand, isRejection, olderInput, type RejectionCode, reject } from '../command.ts';
import { enhetensPost, enhetOf } from '../enhet.ts';
import { id } from '../fields.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { personkretsSedd, sattPersonkrets } from '../person/personkrets.ts';
import type { Post } from '../post.ts';
import { aktScope } from '../scope.ts';
import { levandeBestallningar } from './bestallbart.ts';
import { isDigitaltSkickat } from './digital-post.ts';
import { type BeslutFakta, beslutFakta } from './fakta.ts';
import { avslagskod } from './fatta.ts';
import { type BeslutInput, beslutsfalt } from './input.ts';
import { beslutPost, putBeslut } from './post.ts';
import type { Felrad } from './rad.ts';
import type { Beslut } from './records.ts';
import { beslutFel } from './regler.ts';
import { kopplingFel } from './samband.ts';
import { iSammaBrev } from './samma-brev.ts';
import { samtidigaVidAndring, samtidigt } from './samtidigt.ts';

const utanSett = z.strictObject({
  personId: id,
  beslutId: id,
  /** The revision the form was filled from; null for a beslut from before revisions. */
  basRev: id.nullable(),
  rev: id,
  ...beslutsfalt,
});
const sparaInput = utanSett
  .extend({ personkretsSedd, ...samtidigt })
  .refine((input) => input.rev !== input.basRev, { path: ['rev'], error: 'same-revision' });

/** Changes a saved beslut while nothing has been ordered on it (FRAGA-24); insats and outcome stay. */
export const sparaBeslut = defineCommand({
  name: 'beslut.spara',
  version: 2,
  input: sparaInput,
  older: [olderInput(utanSett, (older) => ({ ...older, sedda: null }))],
  scope: (input) => aktScope(input.personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, input, { now }) {
    const { personId, beslutId, basRev, personkretsSedd: sedd, sedda, samtidigSkal: skal, ...falt } = input;
    const stored = state.get('beslut', beslutId);
    const fakta = stored && beslutFakta(state, personId, stored.utredningId);
    if (!stored || !fakta) return reject('finns-inte');
    if ((stored.rev ?? null) !== basRev) return reject('andrad-av-annan');
    const hinder = andringshinder({ id: beslutId, data: stored }, fakta.beslut, state.list('bestallning'));
    if (hinder) return reject(hinder);
    const syskon = paret(fakta.beslut, beslutId, stored);
    const insats = insatsAv(fakta.insatser, stored);
    if (!insats) return reject('finns-inte-i-katalogen', 'insatsId');
    const ny: BeslutInput = {
      ...falt,
      id: beslutId,
      insatsId: insats.id,
      utfall: stored.utfall,
      ...(stored.koppling ? { koppling: stored.koppling } : {}),
    };
    if (tagitDelFore(fakta.beslut, beslutId, input.beslutsdatum)) return reject('datum-efter', 'beslutsdatum');
    const [forsta] = sparaFel(fakta, ny, swedishDay(now));
    const data = beslutPost(fakta, ny);
    if (forsta || !data) return reject(forsta ? avslagskod(forsta.kod) : 'stammer-inte-med-katalogen', forsta?.falt);
    const bredvid = samtidigaVidAndring(fakta, ny);
    const samtidiga = bredvid.flatMap((one) => one.samtidiga);
    if (sedda && samtidiga.some(({ id }) => !sedda.includes(id))) return reject('redan-beslutat', 'sedda');
    if (sedda && samtidiga.length > 0 && !skal) return reject('bifall-samtidigt', 'samtidigSkal');
    // The personkrets the beslut had already is shown and not chosen: it says nothing of what holds for the kund today.
    const enhet = enhetOf('beslut', stored, state.get('person', personId));
    const { personkrets } = input;
    const krets = personkrets === stored.personkrets ? [] : sattPersonkrets(state, personId, { enhet, beslutId, personkrets }, sedd);
    if (isRejection(krets)) return krets;
    const medSkal = (id: string, { samtidigSkal: tidigare, ...beslut }: Beslut): Beslut => {
      // A program that shows no reason sends none: the one that stands is not written back as nothing.
      const motiv = skal || tidigare;
      return bredvid.some((one) => one.id === id && one.samtidiga.length > 0) && motiv
        ? { ...beslut, samtidigSkal: motiv }
        : (beslut as Beslut);
    };
    const nya = [
      { id: beslutId, fore: stored, data: medSkal(beslutId, { ...behallna(stored), ...data }) },
      ...syskon.map(({ id, data: annat }) => ({ id, fore: annat, data: medSkal(id, medDelade(annat, data)) })),
    ].map(({ id, fore, data: nytt }) => ({ id, data: nytt, isAndrat: isAndrat(fore, nytt) }));
    return [
      ...nya.map((one) => putBeslut(one.id, one.isAndrat ? utanNot({ ...one.data, andrat: now }) : one.data)),
      ...nya.flatMap((one) => (one.isAndrat ? brevetsNoter(fakta.beslut, one, nya) : [])),
      ...krets,
      ...flyttatSlut(fakta, stored, input.beslutsdatum),
    ];
  },
});

/** FRAGA-24: why a saved beslut may no longer be changed; undefined when it may. */
export function andringshinder(
  { id: beslutId, data }: Post<Beslut>,
  beslut: Post<Beslut>[],
  bestallningar: Post<Bestallning>[],
): RejectionCode | undefined {
  if (data.felmarkerad) return 'redan-felmarkerat';
  if (data.avslutad) return 'arendet-avslutat';
  const bada = [{ id: beslutId, data }, ...paret(beslut, beslutId, data)];
  // What the kund has been sent is not made another behind her back.
  if (bada.some((ett) => ett.data.utskick?.skickat)) return 'beslutet-skickat';
  if (bada.some((ett) => isDigitaltSkickat(ett.data))) return 'beslutet-skickat-digitalt';
  return bada.some((ett) => levandeBestallningar(bestallningar, ett.id).length > 0) ? 'har-bestallning' : undefined;
}

/** The day that the party got it, or the other one of its pair, where that would be before the beslut was made; undefined when it is not. */
export function tagitDelFore(beslut: Post<Beslut>[], beslutId: string, beslutsdatum: IsoDate | undefined): IsoDate | undefined {
  const stored = beslut.find(({ id }) => id === beslutId);
  const bada = stored ? [stored, ...paret(beslut, beslutId, stored.data)] : [];
  return bada.flatMap(({ data }) => data.partTagitDel?.dag ?? []).find((dag) => beslutsdatum !== undefined && dag < beslutsdatum);
}

/** The other bifall of a stödfamilj pair: they are changed together (FORB-28). */
const paret = (beslut: Post<Beslut>[], beslutId: string, stored: Beslut): Post<Beslut>[] =>
  iPar(stored)
    ? beslut.filter(
        ({ id, data }) => id !== beslutId && data.koppling?.id === stored.koppling?.id && data.utfall === 'bifall' && !data.felmarkerad,
      )
    : [];
const iPar = ({ koppling, utfall }: Pick<Beslut, 'koppling' | 'utfall'>): boolean => koppling?.slag === 'stodfamilj' && utfall === 'bifall';

function sparaFel(fakta: BeslutFakta, ny: BeslutInput, today: string): Felrad[] {
  const grupp = fakta.beslut
    .filter(({ id, data }) => id !== ny.id && ny.koppling !== undefined && data.koppling?.id === ny.koppling.id && !data.felmarkerad)
    .map(({ id, data }) => ({ ...(iPar(ny) && data.utfall === 'bifall' ? medDelade(data, ny) : data), id }) as BeslutInput);
  const manader = ny.koppling?.slag === 'serie';
  // A month of a series that was marked as wrong leaves a gap that is no fault of the others.
  const samband = grupp.length > 0 && !(manader && harFelmarkerat(fakta, ny)) ? kopplingFel(fakta, [...grupp, ny]) : [];
  return [...beslutFel(fakta, ny, today), ...samband];
}

const harFelmarkerat = ({ beslut }: BeslutFakta, { koppling }: BeslutInput): boolean =>
  beslut.some(({ data }) => data.felmarkerad && data.koppling?.id === koppling?.id);

const delade = ['niva', 'beslutsdatum', 'giltigFran', 'giltigTom', 'beslutsfattare', 'rev'] as const;

/** The other one of a pair, with what the two always share. */
function medDelade<T extends Beslut>(annat: T, ny: Partial<Pick<Beslut, (typeof delade)[number]>>): T {
  const delat = delade.flatMap((falt) => (ny[falt] === undefined ? [] : [[falt, ny[falt]]]));
  const eget = Object.entries(annat).filter(([falt]) => !(delade as readonly string[]).includes(falt));
  return Object.fromEntries([...eget, ...delat]) as T;
}

const formfalt = [...Object.keys(beslutsfalt), 'beslutsnamn', 'rev'];
/** Fields the form does not have, of this version or a newer one. */
const behallna = (stored: Beslut): Partial<Beslut> =>
  Object.fromEntries(Object.entries(stored).filter(([falt]) => !formfalt.includes(falt)));

/** Whether what it decides is another than before; that it was saved again is nothing. */
const isAndrat = (fore: Beslut, efter: Beslut): boolean => {
  const avgors = (beslut: Beslut) =>
    formfalt.filter((falt) => falt !== 'rev').map((falt) => (beslut as Record<string, unknown>)[falt] ?? null);
  return !isSame(avgors(fore), avgors(efter));
};

/** The note that was named told of what was decided then (DELEG-02). */
const utanNot = ({ utskick, ...beslut }: Beslut): Beslut => {
  if (!utskick) return beslut;
  const { anteckningId: _, ...kvar } = utskick;
  return { ...beslut, utskick: kvar };
};

/** One note speaks for all that is one letter: those that are not changed themselves name none either. */
const brevetsNoter = (alla: Post<Beslut>[], ett: Post<Beslut>, nya: Post<Beslut>[]): Change[] =>
  iSammaBrev(alla, ett).flatMap(({ id, data }) =>
    data.utskick?.anteckningId === undefined || nya.some((one) => one.id === id) ? [] : [putBeslut(id, utanNot(data))],
  );

/** An utredning that ended with this beslut ends with its date also when that is put right (FRAGA-09). */
function flyttatSlut({ utredningId, utredning, beslut }: BeslutFakta, stored: Beslut, beslutsdatum: string): Change[] {
  const andra = beslut
    .filter(({ data }) => data !== stored && data.utredningId === utredningId && !data.felmarkerad)
    .map(({ data }) => data.beslutsdatum);
  if (utredning.slutdatum !== stored.beslutsdatum || andra.some((dag) => dag >= stored.beslutsdatum)) return [];
  const slutdatum = [...andra, beslutsdatum].reduce((a, b) => (a > b ? a : b));
  return slutdatum === utredning.slutdatum ? [] : [{ op: 'put', type: 'utredning', id: utredningId, data: { ...utredning, slutdatum } }];
}
