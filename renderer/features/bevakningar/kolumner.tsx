import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { BevakningRad } from '../../../shared/ipc/views.ts';
import { compare, compareSwedish } from '../../../shared/util/compare.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { idagNu } from '../../components/idag.ts';
import { PersonNamn, visatNamn, visatNummer } from '../../components/PersonNamn.tsx';
import { isAttGora } from './lista.ts';

const useStyles = makeStyles({
  datum: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  idag: { fontWeight: 600 },
  forfallen: { fontWeight: 600, color: 'var(--akRed)' },
});

/** Red with a sign when it is overdue, bold on the day itself; what is done is neither. */
function Datum({ rad }: { rad: BevakningRad }) {
  const css = useStyles();
  const idag = idagNu();
  const { datum } = rad;
  const attGora = isAttGora(rad);
  const forfallen = attGora && datum < idag;
  return (
    <span className={mergeClasses(css.datum, attGora && datum === idag && css.idag, forfallen && css.forfallen)}>
      {datum}
      {forfallen && <Warning16Filled aria-label="Förfallen" />}
    </span>
  );
}

const bevakningstext = (rad: BevakningRad): string =>
  rad.slag === 'lagd' && rad.skal !== undefined ? `${rad.text} Skäl: ${rad.skal}` : rad.text;

/** Where a row comes from: somebody laid it, or a rule says so. */
const grundFor = (rad: BevakningRad): string => (rad.slag === 'lagd' ? `Lagd av ${rad.av}` : `Beräknad, ${rad.grund}`);
const uppskjutenText = (rad: BevakningRad): string =>
  rad.slag === 'beraknad' && rad.uppskjuten ? `${rad.uppskjuten.till} av ${rad.uppskjuten.av}: ${rad.uppskjuten.skal}` : '';

const text = (id: string, namn: string, bredd: string, varde: (rad: BevakningRad) => string): Kolumn<BevakningRad> => ({
  ...{ id, namn, bredd, draw: varde, tip: varde },
  compare: (a, b) => compareSwedish(varde(a), varde(b)),
});

export const kolumner = {
  datum: {
    ...{ id: 'datum', namn: 'Datum', bredd: '112px' },
    draw: (rad) => <Datum rad={rad} />,
    compare: (a, b) => compare(a.datum, b.datum),
  },
  kund: {
    ...{ id: 'kund', namn: 'Kund', bredd: 'minmax(110px, 1.2fr)' },
    draw: ({ person }) => <PersonNamn {...person} />,
    compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
    tip: ({ person }) => visatNamn(person),
  },
  personnummer: {
    ...{ id: 'personnummer', namn: 'Personnummer', bredd: '116px' },
    draw: ({ person }) => visatNummer(person),
    compare: (a, b) => compare(visatNummer(a.person), visatNummer(b.person)),
  },
  typ: text('typ', 'Bevakning typ av', 'minmax(110px, 1.3fr)', ({ typ }) => typ),
  text: text('text', 'Text', 'minmax(140px, 2.2fr)', bevakningstext),
  horTill: text('horTill', 'Hör till', 'minmax(110px, 1.6fr)', ({ horTill }) => horTill),
  bevakasAv: text('bevakasAv', 'Bevakas av', 'minmax(100px, 1fr)', ({ bevakasAv }) => bevakasAv),
  grund: text('grund', 'Grund', 'minmax(90px, 1fr)', grundFor),
  status: text('status', 'Status', '88px', (rad) => (rad.slag === 'lagd' ? rad.status : '')),
  /** Where a list has no room for the reason beside it. */
  statusEllerGrund: {
    ...text('status', 'Status', '92px', (rad) => (rad.slag === 'lagd' ? rad.status : 'Beräknad')),
    tip: (rad) => (rad.slag === 'lagd' ? rad.status : grundFor(rad)),
  },
  uppskjuten: text('uppskjuten', 'Uppskjuten till', 'minmax(120px, 1.6fr)', uppskjutenText),
  klar: text('klar', 'Klar', 'minmax(120px, 1fr)', (rad) =>
    rad.slag === 'lagd' && rad.klar ? `${swedishDay(rad.klar.at)} ${rad.klar.namn}` : '',
  ),
} satisfies Record<string, Kolumn<BevakningRad>>;
