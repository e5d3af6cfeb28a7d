import { type Falttyp, type Sokvarde, sokfaltet } from '../../../shared/domain/sokverktyg/falt.ts';
import type { Sokning } from '../../../shared/domain/sokverktyg/records.ts';
import type { Sokrad } from '../../../shared/ipc/sokverktyg.ts';
import { compare, compareSwedish } from '../../../shared/util/compare.ts';
import { sokfaltOrd, sokvardeText } from '../../../shared/words/sokverktyg.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { PersonNamn, visatNamn, visatNummer } from '../../components/PersonNamn.tsx';

const bredder: Record<Falttyp, string> = {
  ...{ dag: '116px', tal: '80px', janej: '96px', id: '96px' },
  ...{ text: 'minmax(110px, 1.4fr)', lista: 'minmax(120px, 2fr)' },
};

const isHidden = ({ person }: Sokrad): boolean => person.skydd === 'skyddadFolkbokforing';

/** The columns of a search's result: who the kund is as everywhere else, the rest as the search has it. */
export function kolumnerFor({ slag, kolumner }: Sokning): Kolumn<Sokrad>[] {
  return kolumner.flatMap((id): Kolumn<Sokrad>[] => {
    const falt = sokfaltet(slag, id);
    if (!falt) return [];
    const namn = sokfaltOrd[falt.namn];
    if (id === 'kund') return [kund];
    if (id === 'personnummer') return [personnummer];
    const text = (rad: Sokrad) => (id === 'alder' && isHidden(rad) ? '' : sokvardeText(rad.varden[id]));
    return [{ id, namn, bredd: bredder[falt.typ], draw: text, tip: text, compare: (a, b) => jamfor(a.varden[id], b.varden[id]) }];
  });
}

const kund: Kolumn<Sokrad> = {
  id: 'kund',
  namn: sokfaltOrd.kund,
  bredd: 'minmax(140px, 1.6fr)',
  draw: ({ person }) => <PersonNamn {...person} />,
  compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
  tip: ({ person, stammer }) => (stammer ? visatNamn(person) : `${visatNamn(person)} – stämmer inte längre med sökningen`),
};
const personnummer: Kolumn<Sokrad> = {
  id: 'personnummer',
  namn: sokfaltOrd.personnummer,
  bredd: '124px',
  draw: ({ person }) => visatNummer(person),
  compare: (a, b) => compare(visatNummer(a.person), visatNummer(b.person)),
};

/** Numbers by value, days by day, words as Swedish has them; what is empty last. */
function jamfor(a: Sokvarde, b: Sokvarde): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [ena, andra] = [sokvardeText(a), sokvardeText(b)];
  if (ena === '' || andra === '') return Number(ena === '') - Number(andra === '');
  return compareSwedish(ena, andra);
}

/** Where in the kund's tree a row is. */
export const nodFor = (slag: Sokning['slag'], id: string): string | undefined =>
  slag === 'utredning' || slag === 'beslut' ? `${slag}/${id}` : undefined;
