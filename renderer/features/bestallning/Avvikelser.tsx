import { Checkbox, makeStyles } from '@fluentui/react-components';
import type { Omfattning } from '../../../shared/domain/beslut/records.ts';
import { visaOmfattning } from '../../../shared/domain/beslut/timmar.ts';
import { type Avvikelsefalt, bestallningskontroll } from '../../../shared/domain/bestallning/kontroll.ts';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import type { Order, Orderunderlag } from './order.ts';

const useStyles = makeStyles({
  tabell: {
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& td, & th': { padding: '2px 16px 2px 0', textAlign: 'left', fontWeight: 400 },
  },
  skiljer: { color: 'var(--akAmber)', fontWeight: 600 },
});

const ord: Record<Avvikelsefalt, string> = { gallerFran: 'Gäller fr.o.m.', gallerTom: 'Slutdatum', omfattning: 'Beställd kvantitet' };
const show = (varde: string | Omfattning | undefined, falt: Avvikelsefalt): string => {
  if (varde === undefined || varde === '') return falt === 'gallerTom' ? 'Tills vidare' : '–';
  return typeof varde === 'string' ? varde : visaOmfattning(varde);
};

type Props = { underlag: Orderunderlag; order: Order; bekraftade: readonly Avvikelsefalt[]; onBekraftade: (falt: Avvikelsefalt[]) => void };

/** What differs from the beslut, side by side, to be confirmed (FORB-34). */
export function Avvikelser({ underlag, order, bekraftade, onBekraftade }: Props) {
  const css = useStyles();
  if (order.avvikelser.length === 0) return null;
  return (
    <Faltgrupp falt="avvikelser" etikett="Skiljer sig från beslutet" krav>
      <table className={css.tabell}>
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">Beslutet</th>
            <th scope="col">Beställningen</th>
          </tr>
        </thead>
        <tbody>
          {bestallningskontroll(underlag.beslut.data, order)
            .filter(({ lika }) => !lika)
            .map(({ falt, beslut, bestallning }) => (
              <tr key={falt}>
                <th scope="row">{ord[falt]}</th>
                <td>{show(beslut, falt)}</td>
                <td className={css.skiljer}>{show(bestallning, falt)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <Checkbox
        label="Jag har sett skillnaden: den ska vara så"
        checked={order.avvikelser.every((falt) => bekraftade.includes(falt)) && bekraftade.length === order.avvikelser.length}
        onChange={(_, { checked }) => onBekraftade(checked === true ? [...order.avvikelser] : [])}
      />
    </Faltgrupp>
  );
}
