import { CameraAdd20Regular, Checkmark20Regular, PeopleSwap20Filled } from '@fluentui/react-icons';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { showNyBevakning } from '../../state/kamera.ts';
import { tangentFor, useCommand } from '../../state/keys.ts';
import { klarmarkera } from './atgarder.ts';
import type { Urval } from './useUrval.ts';

const utanRad = 'Markera en bevakning i listan.';

/** Klar and Flytta till … for what is ticked, or marked. */
export function Urvalsknappar({ urval }: { urval: Urval }) {
  const { markerade } = urval;
  const hinder = markerade.length === 0 ? utanRad : undefined;
  const antal = markerade.length > 1 ? ` (${markerade.length})` : '';
  const [en] = markerade;
  return (
    <>
      <Hinderknapp
        namn={`Klar${antal}`}
        ikon={<Checkmark20Regular />}
        hinder={hinder}
        {...(en && antal === '' ? { tangent: `${en.typ}, ${visatNamn(en.person)}` } : {})}
        onClick={() => void urval.run(markerade, klarmarkera)}
      />
      <Hinderknapp
        namn={`Flytta till …${antal}`}
        ikon={<PeopleSwap20Filled />}
        hinder={hinder}
        onClick={() => urval.setFlyttas(markerade)}
      />
    </>
  );
}

/** A new one for the kund of the marked row, on what that is about; for another kund the camera of her tab. */
export function NyKnapp({ urval, primar = false }: { urval: Urval; primar?: boolean }) {
  const { markerad } = urval;
  const hinder = markerad ? undefined : 'Markera en rad för samma kund, eller öppna kunden och välj kameran där.';
  const show = () => markerad && showNyBevakning(markerad.person.personId, markerad.ref, markerad.id);
  useCommand('nyBevakning', show, hinder);
  return (
    <Hinderknapp
      namn="Ny bevakning"
      ikon={<CameraAdd20Regular />}
      hinder={hinder}
      tangent={tangentFor('nyBevakning')}
      primar={primar}
      onClick={show}
    />
  );
}
