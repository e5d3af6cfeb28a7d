import { Clock16Regular, Warning16Filled } from '@fluentui/react-icons';
import type { MinUtredning } from '../../../shared/ipc/views.ts';
import { Chip } from '../../components/Chip.tsx';

/** Days left from which the lagfrist is shown as a warning; how it looks, not a rule of law. */
const nara = 30;

/** `2027-03-15 · 115 dgr`; red and in words when the six months are up; `Ingen` where there is none. */
export function LagfristChip({ lagfrist, dagarKvar }: Pick<MinUtredning, 'lagfrist' | 'dagarKvar'>) {
  if (lagfrist === undefined || dagarKvar === undefined) return <span className="tyst">Ingen</span>;
  if (dagarKvar > nara) return <Chip ikon={<Clock16Regular />}>{`${lagfrist} · ${dagar(dagarKvar)}`}</Chip>;
  if (dagarKvar > 0) {
    return (
      <Chip ton="gul" ikon={<Clock16Regular />}>
        {`${lagfrist} · ${dagar(dagarKvar)}`}
      </Chip>
    );
  }
  return (
    <Chip ton="rod" ikon={<Warning16Filled />} title={lagfrist}>
      {dagarKvar === 0 ? '6 månader idag' : `passerad ${dagar(-dagarKvar)}`}
    </Chip>
  );
}

const dagar = (antal: number): string => (antal === 1 ? '1 dag' : `${antal} dgr`);

/** What changed in the akt since the user last opened it. */
export const andratText = (antal: number): string => (antal === 0 ? 'Inget nytt' : antal === 1 ? '1 ändring' : `${antal} ändringar`);
