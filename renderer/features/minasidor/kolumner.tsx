import type { BestRad, PersonRad } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { PersonNamn, visatNamn } from '../../components/PersonNamn.tsx';

/** Whom a row is about; a protected person is not named. */
export const kundkolumn = <R extends { person: PersonRad }>(): Kolumn<R> => ({
  id: 'kund',
  namn: 'Kund',
  bredd: 'minmax(110px, 1.2fr)',
  draw: ({ person }) => <PersonNamn {...person} />,
  compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
  tip: ({ person }) => visatNamn(person),
});

/** When a beställning was sent. */
export const bestalltkolumn: Kolumn<BestRad> = {
  id: 'bestallt',
  namn: 'Beställt',
  bredd: '92px',
  draw: ({ bestalltDatum }) => bestalltDatum,
  compare: (a, b) => a.bestalltDatum.localeCompare(b.bestalltDatum),
};

/** What a beställning is of, in a word. */
export const insatserna = ({ insatser, insatskategori }: BestRad): string => insatser.join(', ') || insatskategori;
