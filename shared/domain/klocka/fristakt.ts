import { compare } from '../../util/compare.ts';
import { type Akt, aktAv } from '../akt.ts';
import type { Anteckning } from '../anteckning/records.ts';
import type { State } from '../command.ts';
import { type Enhetsmarke, enhetOf } from '../enhet.ts';
import type { Etjanst, Godkannande } from '../etjanst/records.ts';
import type { IndividuellPlan } from '../individuellplan/records.ts';
import type { Ivorapport, Ivouppgift } from '../ivo/records.ts';
import type { Mote } from '../mote/records.ts';
import type { Person, RegistreradPersonkrets } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { RecordType } from '../records.ts';
import type { Samtycke } from '../samtycke/records.ts';
import type { Uppfoljning } from '../uppfoljning/records.ts';
import type { Fristskjutning } from './records.ts';

/** What the clock reads of an akt. Of its notes no more than what is unsigned, and when an open utredning was last written in. */
export type Fristakt = Akt & {
  person: Post<Person>;
  personkretsar: Post<RegistreradPersonkrets>[];
  skjutningar: Post<Fristskjutning>[];
  /** Of them when a bifall was carried out in part. */
  ivouppgifter: Post<Ivouppgift>[];
  /** What was told of it, which stands whatever becomes of the beslut. */
  ivorapporter: Post<Ivorapport>[];
  uppfoljningar: Post<Uppfoljning>[];
  samtycken: Post<Samtycke>[];
  etjanster: Post<Etjanst>[];
  godkannanden: Post<Godkannande>[];
  moten: Post<Mote>[];
  individuellaPlaner: Post<IndividuellPlan>[];
  /** Unsigned and not felmarkerade. */
  osignerade: Post<Anteckning>[];
  /** The latest instant that something was written, or signed, in an utredning. */
  senastSkrivet: (utredningId: string) => string | undefined;
};

/** The latest instant that any of the notes of an utredning tells of. */
export const skrivenSenast = (anteckningar: Post<Anteckning>[], utredningId: string): string | undefined =>
  anteckningar
    .filter(({ data }) => data.dokumentation.id === utredningId)
    .flatMap(({ data: { sparad, signerad } }) => (signerad ? [sparad.at, signerad.at] : [sparad.at]))
    .sort()
    .at(-1);

export const fristaktUtanAnteckningar = (
  state: Pick<State, 'list'>,
  person: Post<Person>,
): Omit<Fristakt, 'osignerade' | 'senastSkrivet'> => ({
  ...aktAv(state),
  person,
  personkretsar: state.list('personkrets'),
  skjutningar: state.list('fristskjutning'),
  ivouppgifter: state.list('ivouppgift'),
  ivorapporter: state.list('ivorapport'),
  uppfoljningar: state.list('uppfoljning'),
  samtycken: state.list('samtycke'),
  etjanster: state.list('etjanst'),
  godkannanden: state.list('godkannande'),
  moten: state.list('mote'),
  individuellaPlaner: state.list('individuellPlan'),
});

/** The units that something of the akt is of, in the order of their names: what is computed of each comes in the same order everywhere. */
export function enheterI(akt: Fristakt): string[] {
  const { data: person } = akt.person;
  const av = (type: RecordType, poster: Post<Enhetsmarke>[]) => poster.flatMap(({ data }) => enhetOf(type, data, person) ?? []);
  return [
    ...new Set([
      ...person.enheter,
      ...av('aktualisering', akt.aktualiseringar),
      ...av('utredning', akt.utredningar),
      ...av('beslut', akt.beslut),
      ...av('verkstallighet', akt.verkstalligheter),
      ...av('anteckning', akt.osignerade),
      ...av('samtycke', akt.samtycken),
      ...av('godkannande', akt.godkannanden),
      ...av('mote', akt.moten),
    ]),
  ].sort(compare);
}

/** What one unit sees of the akt: its own and what is common (OSL 26:1). */
export function enhetensFristakt(akt: Fristakt, enhet: string | undefined): Fristakt {
  const { data: person } = akt.person;
  const dess = <T extends Enhetsmarke>(type: RecordType, poster: Post<T>[]): Post<T>[] =>
    poster.filter(({ data }) => (enhetOf(type, data, person) ?? enhet) === enhet);
  return {
    ...akt,
    aktualiseringar: dess('aktualisering', akt.aktualiseringar),
    utredningar: dess('utredning', akt.utredningar),
    beslut: dess('beslut', akt.beslut),
    bestallningar: dess('bestallning', akt.bestallningar),
    verkstalligheter: dess('verkstallighet', akt.verkstalligheter),
    bevakningar: dess('bevakning', akt.bevakningar),
    ivouppgifter: dess('ivouppgift', akt.ivouppgifter),
    ivorapporter: dess('ivorapport', akt.ivorapporter),
    uppfoljningar: dess('uppfoljning', akt.uppfoljningar),
    samtycken: dess('samtycke', akt.samtycken),
    godkannanden: dess('godkannande', akt.godkannanden),
    moten: dess('mote', akt.moten),
    individuellaPlaner: dess('individuellPlan', akt.individuellaPlaner),
    personkretsar: dess('personkrets', akt.personkretsar),
    osignerade: dess('anteckning', akt.osignerade),
  };
}
