import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Gavel16Filled, GavelProhibited16Filled } from '@fluentui/react-icons';
import { useListastil } from '../../components/formular/listastil.ts';
import type { Beslutsrad } from './beslutsrader.ts';

const useStyles = makeStyles({
  utkast: { fontWeight: 600 },
  varning: { color: 'var(--akAmber)' },
});

type Props = { rader: readonly Beslutsrad[]; vald: string | undefined; onVald: (rad: Beslutsrad) => void };

/** The beslut of the utredning, drafts first. */
export function Beslutslista({ rader, vald, onVald }: Props) {
  const css = { ...useListastil(), ...useStyles() };
  return (
    <table className={css.tabell} aria-label="Beslut i utredningen">
      <thead>
        <tr>
          {['Beslut i utredningen', 'Beslutsdatum', 'Gäller', 'Beställning', 'Status'].map((namn) => (
            <th key={namn} scope="col" className={css.huvud}>
              {namn}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rader.map((rad) => (
          <tr
            key={rad.id}
            className={mergeClasses(css.rad, rad.id === vald && css.vald)}
            aria-selected={rad.id === vald}
            onClick={() => onVald(rad)}
          >
            <td>
              <button type="button" className={css.knapp}>
                {rad.avslag ? (
                  <GavelProhibited16Filled aria-hidden color="var(--akGavel)" />
                ) : (
                  <Gavel16Filled aria-hidden color="var(--akGavel)" />
                )}
                {rad.namn}
              </button>
            </td>
            <td>{rad.beslutsdatum}</td>
            <td>{rad.galler}</td>
            <td className={rad.bestallning === 'Saknas' || rad.bestallning === 'Ej bekräftad' ? css.varning : undefined}>
              {rad.bestallning}
            </td>
            <td className={rad.slag === 'utkast' ? css.utkast : undefined}>{rad.status}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
