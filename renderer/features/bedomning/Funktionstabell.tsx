import { Input, makeStyles } from '@fluentui/react-components';
import { poangFor } from '../../../shared/domain/bedomning/forslag.ts';
import type { Instrument } from '../../../shared/domain/katalog/records.ts';
import { Felrad } from '../../components/formular/Felrad.tsx';
import { useFormularlage } from '../../components/formular/kontext.ts';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';
import { type Bedomningsvarden, funktionsfalt } from './bedomningsformular.ts';

const useStyles = makeStyles({
  tabell: { borderCollapse: 'collapse', width: '100%', '& td': { verticalAlign: 'top', padding: '2px 8px 2px 0' } },
  huvud: {
    textAlign: 'left',
    fontWeight: 400,
    fontSize: '12px',
    lineHeight: '16px',
    color: 'var(--colorNeutralForeground3)',
    borderBottom: '1px solid var(--akHair)',
    padding: '2px 8px 2px 0',
  },
  funktion: { paddingTop: '5px', fontWeight: 400, textAlign: 'left', verticalAlign: 'top' },
  niva: { width: '240px' },
  behov: { width: '56px', paddingTop: '5px', fontVariantNumeric: 'tabular-nums' },
  kommentar: { width: '100%', minWidth: '80px' },
  summa: { fontWeight: 600 },
});

type Props = {
  instrument: Instrument;
  funktioner: Bedomningsvarden['funktioner'];
  onFunktion: (kod: string, del: { niva?: string; kommentar?: string }) => void;
};

/** Every function of the instrument: its level, the points it stands for, a comment (BEDOM-05). */
export function Funktionstabell({ instrument, funktioner, onFunktion }: Props) {
  const css = useStyles();
  const { felFor, leave } = useFormularlage();
  const poang = instrument.funktioner.map(({ kod }) => poangFor(instrument, kod, funktioner[kod]?.niva));
  const valda = poang.filter((one) => one !== undefined);
  return (
    <table className={css.tabell}>
      <thead>
        <tr>
          {['Funktion', 'Nivå', 'Behov', 'Kommentar'].map((namn) => (
            <th key={namn} scope="col" className={css.huvud}>
              {namn}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {instrument.funktioner.map(({ kod, namn, nivaer }, at) => {
          const falt = funktionsfalt(kod);
          const fel = felFor(falt);
          return (
            <tr key={kod}>
              <th scope="row" className={css.funktion}>
                {namn}
              </th>
              <td className={css.niva} data-falt={falt}>
                <Valkontroll
                  namn={`Nivå, ${namn}`}
                  val={nivaer.map(({ niva, beskrivning }) => ({
                    varde: niva,
                    namn: beskrivning === undefined ? niva : `${niva} – ${beskrivning}`,
                  }))}
                  varde={funktioner[kod]?.niva}
                  onVarde={(niva) => onFunktion(kod, { niva })}
                  onLeave={() => leave(falt)}
                  ogiltig={fel !== undefined}
                  tomText="Välj nivå"
                />
                {fel !== undefined && <Felrad id={`${falt}-fel`} text={fel} />}
              </td>
              <td className={css.behov} aria-label={`Behov, ${namn}`}>
                {poang[at] ?? '–'}
              </td>
              <td>
                <Input
                  size="small"
                  className={css.kommentar}
                  aria-label={`Kommentar, ${namn}`}
                  maxLength={1000}
                  value={funktioner[kod]?.kommentar ?? ''}
                  onChange={(_, { value }) => onFunktion(kod, { kommentar: value })}
                  onBlur={() => leave(`${falt}.kommentar`)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr className={css.summa}>
          <td>Summa</td>
          <td>{`${valda.length} av ${poang.length} bedömda`}</td>
          <td aria-label="Summa behov">{valda.reduce((sum, one) => sum + one, 0)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
