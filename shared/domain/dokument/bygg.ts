import type { IsoDate } from '../../util/datum.ts';
import { brevmarke, iSammaBrev, kundenIBrevet, kundmarke } from '../beslut/samma-brev.ts';
import type { State } from '../command.ts';
import { type Enhetsmarke, enhetOf } from '../enhet.ts';
import type { Akttyp, RecordData } from '../records.ts';
import { anteckningsdokument, journal, utredningsdokument } from './aktdokument.ts';
import { beslutsbrev } from './beslutsbrev.ts';
import { bestallningsdokument, brev } from './bestallningsdokument.ts';
import { aktualiseringensAnsokan, eansokansUnderlag } from './eansokansdokument.ts';
import { kallelse } from './kallelse.ts';
import { innehallsforteckning, tidslinje } from './listor.ts';
import type { Lamnas } from './mottagare.ts';
import type { Byggd } from './ram.ts';
import type { KnytsTill } from './records.ts';
import type { Aktval } from './val.ts';

/** The chosen document as it would be made today, or all that is missing. */
export function byggDokument(state: State, val: Aktval, { dag, avsandareId }: { dag: IsoDate; avsandareId: string }): Byggd {
  switch (val.slag) {
    case 'utredning':
      return utredningsdokument(state, { ...val, dag });
    case 'beslut':
    case 'beslutsmeddelande':
      return beslutsbrev(state, { ...val, idag: dag });
    case 'journal':
      return journal(state, { ...val, dag });
    case 'anteckning':
      return anteckningsdokument(state, { ...val, dag });
    case 'bestallning':
      return bestallningsdokument(state, { ...val, dag });
    case 'brev':
      return brev(state, { ...val, enhet: enhetAv(state, val), avsandareId, dag });
    case 'kallelse':
      return kallelse(state, { ...val, enhet: enhetAv(state, val), avsandareId, dag });
    case 'eansokan':
      return aktualiseringensAnsokan(state, val);
    case 'tidslinje':
      return tidslinje(state, { ...val, dag });
    case 'innehallsforteckning':
      return innehallsforteckning(state, { ...val, dag });
  }
}

/** Whose letter it is, and why it goes to somebody without a samtycke: by what right its receiver is told. */
export function lamnasAv(
  state: Pick<State, 'get'>,
  val: Extract<Aktval, { mottagareId?: unknown }>,
): Pick<Lamnas, 'enhet' | 'utanSamtycke'> {
  const { personId, utanSamtycke } = val;
  const till = 'knytsTill' in val ? val.knytsTill : { type: 'beslut' as const, id: val.beslutId };
  return { enhet: enhetAv(state, { personId, knytsTill: till }), ...(utanSamtycke === undefined ? {} : { utanSamtycke }) };
}

function enhetAv(state: Pick<State, 'get'>, { personId, knytsTill: { type, id } }: { personId: string; knytsTill: KnytsTill }) {
  const data = state.get(type, id);
  return data && enhetOf(type, data as Enhetsmarke, state.get('person', personId));
}

type Ref = { type: Akttyp; id: string };
/** One record that a document is made from, or many under the name of what they hang on: more than are named one by one. */
export type Kalla = { type: string; id: string; poster?: Ref[] /** Where it is no record's. */; rev?: string };

/** What stands in a list of the whole akt. */
const iListor = ['aktualisering', 'utredning', 'beslut', 'bestallning', 'verkstallighet', 'bedomning', 'anteckning', 'dokument'] as const;

/** What the document is made from, for its record: who reads it later can see what has changed since. */
export function kallorTill(state: Pick<State, 'get' | 'list'>, val: Aktval): Kalla[] {
  const person: Kalla = { type: 'person', id: val.personId };
  switch (val.slag) {
    case 'utredning':
      return [person, { type: 'utredning', id: val.utredningId }, texter(state, val.utredningId)];
    case 'beslut':
    case 'beslutsmeddelande': {
      const [beslut, kunden] = [state.get('beslut', val.beslutId), state.get('person', val.personId)];
      return beslut
        ? [
            ...[person, ...mottagaren(val), ...tillsammans(state, val.beslutId, beslut), ...utredningen(state, beslut.utredningId)],
            ...iSammaBrev(state.list('beslut'), { id: val.beslutId, data: beslut }).flatMap(({ data: { rev } }): Kalla[] =>
              rev === undefined ? [] : [{ type: brevmarke(val.slag), id: rev }],
            ),
            ...(kunden ? [{ type: kundmarke, id: val.personId, rev: kundenIBrevet(kunden) }] : []),
          ]
        : [person];
    }
    case 'journal':
      return [person, { type: val.dokumentation.slag, id: val.dokumentation.id }, texter(state, val.dokumentation.id)];
    case 'anteckning':
      return [person, { type: 'anteckning', id: val.anteckningId }];
    case 'bestallning': {
      const bestallning = state.get('bestallning', val.bestallningId);
      const beslutId = bestallning?.utanBeslut ? undefined : bestallning?.beslutId;
      return [person, { type: 'bestallning', id: val.bestallningId }, ...(beslutId ? [{ type: 'beslut', id: beslutId }] : [])];
    }
    case 'brev':
    case 'kallelse':
      return [person, ...mottagaren(val)];
    case 'eansokan': {
      const eansokanId = state.get('aktualisering', val.aktualiseringId)?.eansokan?.eansokanId;
      return [person, ...(eansokanId === undefined ? [] : [eansokansUnderlag(eansokanId)])];
    }
    case 'tidslinje':
      return [person, alla(state, val.personId, ['beslut', 'bestallning', 'verkstallighet'])];
    case 'innehallsforteckning':
      return [person, alla(state, val.personId, iListor)];
  }
}

const mottagaren = ({ mottagareId }: { mottagareId?: string | undefined }): Kalla[] =>
  mottagareId === undefined ? [] : [{ type: 'kontakt', id: mottagareId }];

const texter = (state: Pick<State, 'list'>, dokumentationId: string): Kalla => ({
  ...{ type: 'dokumentation', id: dokumentationId },
  poster: state
    .list('anteckning', { dokumentationId })
    .filter(({ data }) => data.dokumentation.id === dokumentationId)
    .map(({ id }) => ({ type: 'anteckning' as const, id })),
});

const utredningen = (state: Pick<State, 'list'>, id: string): Kalla[] => [{ type: 'utredning', id }, texter(state, id)];

function tillsammans(state: Pick<State, 'list'>, id: string, { koppling }: RecordData<'beslut'>): Kalla[] {
  const andra =
    koppling && koppling.slag !== 'stodfamilj' ? state.list('beslut').filter(({ data }) => data.koppling?.id === koppling.id) : [];
  return [...new Set([id, ...andra.map((one) => one.id)])].map((one) => ({ type: 'beslut', id: one }));
}

const alla = (state: Pick<State, 'list'>, personId: string, slag: readonly Akttyp[]): Kalla => ({
  ...{ type: 'akt', id: personId },
  poster: slag.flatMap((type) => state.list(type).map(({ id }) => ({ type, id }))),
});
