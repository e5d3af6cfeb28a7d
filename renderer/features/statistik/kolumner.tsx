import { makeStyles } from '@fluentui/react-components';
import type { Statistikbeskrivning } from '../../../shared/domain/statistik/records.ts';
import type { StatistikradVy, StatistikVy, UtelamnadVy } from '../../../shared/ipc/statistik.ts';
import type { PersonRad } from '../../../shared/ipc/views.ts';
import { compare, compareSwedish } from '../../../shared/util/compare.ts';
import { svenskTid } from '../../../shared/util/datum.ts';
import { anmarkningOrd, bristText, utelamnadOrd } from '../../../shared/words/statistik.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { PersonNamn, visatNamn, visatNummer } from '../../components/PersonNamn.tsx';
import type { Summa } from './rader.ts';

const text = <R,>(id: string, namn: string, bredd: string, varde: (rad: R) => string): Kolumn<R> => ({
  ...{ id, namn, bredd, draw: varde, tip: varde },
  compare: (a, b) => compareSwedish(varde(a), varde(b)),
});
const tal = <R,>(id: string, namn: string, bredd: string, varde: (rad: R) => number): Kolumn<R> => ({
  ...{ id, namn, bredd },
  draw: (rad) => String(varde(rad)),
  compare: (a, b) => varde(a) - varde(b),
});
const kund = <R extends { person: PersonRad }>(): Kolumn<R>[] => [
  {
    ...{ id: 'kund', namn: 'Kund', bredd: 'minmax(130px, 1.3fr)' },
    draw: ({ person }) => <PersonNamn {...person} />,
    compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
    tip: ({ person }) => visatNamn(person),
  },
  {
    ...{ id: 'personnummer', namn: 'Personnummer', bredd: '116px' },
    draw: ({ person }) => visatNummer(person),
    compare: (a, b) => compare(visatNummer(a.person), visatNummer(b.person)),
  },
];

const useStyles = makeStyles({ fel: { color: 'var(--akRed)' } });
function Fel({ text: vad }: { text: string }) {
  const css = useStyles();
  return <span className={css.fel}>{vad}</span>;
}
const brister = ({ brister: alla }: StatistikradVy): string => alla.map(bristText).join(', ');

/** Of rows, by what the list tells: of a person's insatser, or of one of them and its days. */
export function radkolumner({ register, insatser }: Statistikbeskrivning): Kolumn<StatistikradVy>[] {
  const namn = new Map(insatser.map((one) => [one.kod, one.namn]));
  const insats = text<StatistikradVy>('insatser', register === 'lss' ? 'Insatser' : 'Insats', 'minmax(150px, 2fr)', ({ koder }) =>
    koder.map((kod) => namn.get(kod) ?? kod).join(', '),
  );
  const egna =
    register === 'lss'
      ? [text<StatistikradVy>('personkrets', 'Personkrets', '96px', ({ personkretsar }) => personkretsar.join(', ')), insats]
      : [
          insats,
          text<StatistikradVy>('fran', 'Från och med', '100px', ({ fran }) => fran ?? ''),
          text<StatistikradVy>('till', 'Till och med', '100px', ({ till }) => till ?? ''),
        ];
  return [
    ...kund<StatistikradVy>(),
    ...egna,
    {
      ...text<StatistikradVy>('avvisas', 'Skulle avvisas', 'minmax(130px, 1.2fr)', brister),
      draw: (rad) => <Fel text={brister(rad)} />,
    },
    text<StatistikradVy>('kontrollera', 'Kontrollera', 'minmax(110px, 1fr)', ({ anmarkningar }) =>
      anmarkningar.map((one) => anmarkningOrd[one]).join(', '),
    ),
  ];
}

export const utelamnadkolumner: readonly Kolumn<UtelamnadVy>[] = [
  ...kund<UtelamnadVy>(),
  text('beslut', 'Beslut', 'minmax(150px, 1.5fr)', ({ namn }) => namn),
  text('orsak', 'Varför det inte är med', 'minmax(180px, 1.5fr)', ({ orsak }) => utelamnadOrd[orsak]),
];

export const summakolumner: readonly Kolumn<Summa>[] = [
  { ...text<Summa>('namn', 'Summa', 'minmax(200px, 2fr)', ({ namn }) => namn), compare: (a, b) => compareSwedish(a.namn, b.namn) },
  tal('antal', 'Antal', '110px', ({ antal }) => antal),
];

type Leverans = StatistikVy['leveranser'][number];
export const leveranskolumner: readonly Kolumn<Leverans>[] = [
  text('avser', 'Avser', '92px', ({ dag }) => dag),
  text('namn', 'Lista', 'minmax(150px, 1.3fr)', ({ namn, exempel }) => (exempel ? `${namn} (exempel)` : namn)),
  text('nar', 'Sparad', '124px', ({ av }) => svenskTid(av.at)),
  text('vem', 'Av', 'minmax(110px, 1fr)', ({ av }) => av.namn),
  tal('rader', 'Rader', '68px', ({ rader }) => rader),
  tal('utan', 'Avvisade', '80px', ({ avvisade }) => avvisade),
  tal('skyddade', 'Skyddade utanför', '124px', ({ skyddade }) => skyddade),
  text('fil', 'Fil', 'minmax(140px, 1.2fr)', ({ filnamn }) => filnamn),
  text('summa', 'Kontrollsumma (SHA-256)', 'minmax(150px, 1fr)', ({ sha256 }) => sha256),
];
