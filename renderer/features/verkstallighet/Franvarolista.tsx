import type { Franvaro } from '../../../shared/domain/franvaro/records.ts';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { franvarotid } from './franvaroformular.ts';

type Props = { rader: readonly { id: string; data: Franvaro /** What becomes of it, in words. */; blir: string }[] };

/** The frånvaro that follow with a verkställighet (FORB-82), and what becomes of each; nothing where none does. */
export function Franvarolista({ rader }: Props) {
  if (rader.length === 0) return null;
  return (
    <Lasrad etikett="Frånvaro">
      {rader.map(({ id, data, blir }) => (
        <div key={id}>{`${data.orsak} ${franvarotid(data)}: ${blir}`}</div>
      ))}
    </Lasrad>
  );
}
