import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { bestallningFor } from '../../../shared/domain/beslut/bestallbart.ts';
import { gallandeBestallning, isBekraftad } from '../../../shared/domain/bestallning/urval.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { yymmdd } from '../../../shared/util/datum.ts';
import { useListastil } from '../../components/formular/listastil.ts';

const useStyles = makeStyles({
  saknas: { color: 'var(--akAmber)', fontWeight: 600 },
  vantar: { color: 'var(--akAmber)' },
});

const ejBekraftad = 'Ej bekräftad';

export type Orderrad = { beslutId: string; bestallningId?: string; namn: string; galler: string; status: string; saknas: boolean };

/** The bifall of the utredning with what has been ordered of each; an earlier order stands under the one that goes on it (FORB-31). */
export function orderrader(
  akt: AktVy,
  katalog: Pick<KatalogVy, 'insatser'>,
  utredningId: string,
  paborjad: (beslutId: string) => boolean,
): Orderrad[] {
  const rader = akt.beslut.filter(({ data }) => data.utredningId === utredningId && bestallningFor(katalog.insatser, data));
  return rader.flatMap((beslut) => {
    // The months of a series are told apart by the column beside.
    const namn = `${beslut.data.beslutsnamn} ${yymmdd(beslut.data.beslutsdatum)}`;
    const gallande = gallandeBestallning(beslut.id, akt.bestallningar);
    const ordrar = akt.bestallningar
      .filter(({ data }) => data.beslutId === beslut.id)
      .map(({ id, data }) => ({
        beslutId: beslut.id,
        bestallningId: id,
        namn,
        galler: `${data.gallerFran} – ${data.gallerTom ?? 'tills vidare'}`,
        status: data.borttagen ? 'Borttagen' : isBekraftad(data) ? 'Bekräftad' : ejBekraftad,
        saknas: false,
      }));
    return gallande
      ? ordrar
      : [
          {
            beslutId: beslut.id,
            namn,
            galler: `${beslut.data.giltigFran} – ${beslut.data.giltigTom ?? 'tills vidare'}`,
            status: paborjad(beslut.id) ? 'Utkast, inte skickad' : 'Beställning saknas',
            saknas: true,
          },
          ...ordrar,
        ];
  });
}

type Props = { rader: readonly Orderrad[]; vald: string | undefined; onVald: (rad: Orderrad) => void };

export function Orderlista({ rader, vald, onVald }: Props) {
  const css = { ...useListastil(), ...useStyles() };
  if (rader.length === 0) return null;
  return (
    <table className={css.tabell} aria-label="Bifall och beställningar">
      <thead>
        <tr>
          {['Bifall', 'Gäller', 'Beställning'].map((namn) => (
            <th key={namn} scope="col" className={css.huvud}>
              {namn}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rader.map((rad) => {
          const id = rad.bestallningId ?? rad.beslutId;
          return (
            <tr key={id} className={mergeClasses(css.rad, id === vald && css.vald)} aria-selected={id === vald} onClick={() => onVald(rad)}>
              <td>
                <button type="button" className={css.knapp}>
                  {rad.namn}
                </button>
              </td>
              <td>{rad.galler}</td>
              <td className={rad.saknas ? css.saknas : rad.status === ejBekraftad ? css.vantar : undefined}>{rad.status}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
