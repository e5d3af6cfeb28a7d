import { makeStyles } from '@fluentui/react-components';
import type { IvoradVy } from '../../../shared/ipc/ivo.ts';
import { compare, compareSwedish } from '../../../shared/util/compare.ts';
import { kvartalsord } from '../../../shared/words/frist.ts';
import { bristOrd, ivogrundOrd, ivolageText, rapportText } from '../../../shared/words/ivo.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { PersonNamn, visatNamn, visatNummer } from '../../components/PersonNamn.tsx';

const text = (id: string, namn: string, bredd: string, varde: (rad: IvoradVy) => string): Kolumn<IvoradVy> => ({
  ...{ id, namn, bredd, draw: varde, tip: varde },
  compare: (a, b) => compareSwedish(varde(a), varde(b)),
});

/** `Avbrott 2027-05-01`; of a beslut that was never carried out it is the beslut itself. */
const grund = ({ grund: slag, avbrottFran }: IvoradVy): string =>
  avbrottFran === undefined ? ivogrundOrd[slag] : `${ivogrundOrd[slag]} ${avbrottFran}`;

/** When and by whom; or that it was told of as something else, or not for an earlier quarter. */
function rapporttext({ rapport, annat, utan, rattade }: IvoradVy): string {
  if (rapport) return `${rapportText(rapport.data)}${rattade.length > 0 ? ', rättat sedan dess' : ''}`;
  if (annat) return `Ändrad sedan ${annat.data.dag}`;
  return utan.length > 0 ? `Nej, inte heller ${utan.map((one) => kvartalsord(one)).join(', ')}` : '';
}

const useStyles = makeStyles({ saknas: { color: 'var(--akRed)' } });
function Saknas({ text: vad }: { text: string }) {
  const css = useStyles();
  return <span className={css.saknas}>{vad}</span>;
}

export const kolumner: readonly Kolumn<IvoradVy>[] = [
  {
    ...{ id: 'kund', namn: 'Kund', bredd: 'minmax(120px, 1.3fr)' },
    draw: ({ person }) => <PersonNamn {...person} />,
    compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
    tip: ({ person }) => visatNamn(person),
  },
  {
    ...{ id: 'personnummer', namn: 'Personnummer', bredd: '116px' },
    draw: ({ person }) => visatNummer(person),
    compare: (a, b) => compare(visatNummer(a.person), visatNummer(b.person)),
  },
  text('insats', 'Insats', 'minmax(110px, 1.4fr)', ({ insats }) => insats),
  text('lagrum', 'Lagrum', '96px', ({ paragraf, lagrum }) => paragraf ?? lagrum ?? ''),
  text('beslutsdatum', 'Beslut', '88px', ({ beslutsdatum }) => beslutsdatum),
  text('grund', 'Räknas från', 'minmax(86px, 0.8fr)', grund),
  text('senast', 'Senast', '88px', ({ senast }) => senast),
  {
    ...{ id: 'dagar', namn: 'Dagar', bredd: '64px' },
    draw: ({ lage, dagar }) => (lage.slag === 'bortfallen' ? '' : String(dagar)),
    compare: (a, b) => a.dagar - b.dagar,
  },
  text('lage', 'Läge', 'minmax(110px, 1fr)', ({ lage }) => ivolageText(lage)),
  {
    ...text('saknas', 'Saknas', 'minmax(90px, 1fr)', ({ saknas }) => saknas.map((one) => bristOrd[one]).join(', ')),
    draw: ({ saknas }) => <Saknas text={saknas.map((one) => bristOrd[one]).join(', ')} />,
    compare: (a, b) => a.saknas.length - b.saknas.length,
  },
  text('rapporterad', 'Rapporterad', 'minmax(100px, 1fr)', rapporttext),
  text('vem', 'Handläggare', 'minmax(100px, 1fr)', ({ vem }) => vem),
];
