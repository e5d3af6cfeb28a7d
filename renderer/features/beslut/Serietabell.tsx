import { Input, makeStyles } from '@fluentui/react-components';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { useFormularlage } from '../../components/formular/kontext.ts';
import { kortfalt } from './beslutsfel.ts';
import { type Beslutskort, perioderFor } from './beslutsutkast.ts';

const useStyles = makeStyles({
  tabell: {
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& td, & th': { padding: '2px 12px 2px 0', fontWeight: 400, textAlign: 'left' },
  },
  huvud: { fontSize: '12px', lineHeight: '16px', color: 'var(--colorNeutralForeground3)', borderBottom: '1px solid var(--akHair)' },
  tal: { width: '72px', minWidth: 0 },
});

type Props = { kort: Beslutskort; idag: IsoDate; medTimmar: boolean; onKort: (del: Partial<Beslutskort>) => void };

/** The proposed beslut, one a month, to be looked through before they are saved (FORB-24). */
export function Serietabell({ kort, idag, medTimmar, onKort }: Props) {
  const css = useStyles();
  const { felFor, leave } = useFormularlage();
  const perioder = perioderFor(kort, idag);
  if (perioder.length === 0) return null;
  const set = (manad: string, del: { tim?: string; min?: string }) => {
    const egen = kort.manader[manad];
    if (egen) onKort({ manader: { ...kort.manader, [manad]: { ...egen, ...del } } });
  };
  const falt = (manad: string, del: 'tim' | 'min') => kortfalt(kort.id, `manad.${manad}.${del}`);
  const ruta = (manad: string, del: 'tim' | 'min', namn: string) => (
    <span data-falt={falt(manad, del)}>
      <Input
        size="small"
        className={css.tal}
        inputMode="numeric"
        aria-label={`${namn} ${manad}`}
        aria-invalid={felFor(falt(manad, del)) !== undefined}
        value={kort.manader[manad]?.[del] ?? kort[del]}
        onChange={(_, { value }) => set(manad, { [del]: value })}
        onBlur={() => leave(falt(manad, del))}
      />
    </span>
  );
  return (
    <Faltgrupp
      falt={kortfalt(kort.id, 'manader')}
      etikett="Månadsbeslut"
      tips={`${perioder.length} beslut sparas tillsammans.`}
      delfalt={perioder.flatMap(({ manad }) => [falt(manad, 'tim'), falt(manad, 'min')])}
    >
      <table className={css.tabell}>
        <thead className={css.huvud}>
          <tr>
            <th scope="col">Från</th>
            <th scope="col">Till</th>
            {medTimmar && <th scope="col">Timmar</th>}
            {medTimmar && <th scope="col">Minuter</th>}
          </tr>
        </thead>
        <tbody>
          {perioder.map(({ manad, giltigFran, giltigTom }) => (
            <tr key={manad}>
              <td>{giltigFran}</td>
              <td>{giltigTom}</td>
              {medTimmar && <td>{ruta(manad, 'tim', 'Timmar')}</td>}
              {medTimmar && <td>{ruta(manad, 'min', 'Minuter')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Faltgrupp>
  );
}
