import { CameraAdd20Regular, Checkmark20Regular, PeopleSwap20Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { showNyBevakningSom } from '../../state/kamera.ts';
import { tangentFor, useCommand } from '../../state/keys.ts';
import { klarmarkera } from './atgarder.ts';
import type { Urval } from './useUrval.ts';
import { ValjKundDialog } from './ValjKundDialog.tsx';

const utanRad = 'Markera en bevakning i listan.';
const beraknad = 'En beräknad bevakning försvinner när det den gäller är gjort. Den kan skjutas upp.';

/** Klar and Flytta till … for what is ticked, or marked. */
export function Urvalsknappar({ urval }: { urval: Urval }) {
  const { markerade, lagda } = urval;
  const hinder = markerade.length === 0 ? utanRad : lagda.length === 0 ? beraknad : undefined;
  const antal = lagda.length > 1 ? ` (${lagda.length})` : '';
  const [en] = lagda;
  return (
    <>
      <Hinderknapp
        namn={`Klar${antal}`}
        ikon={<Checkmark20Regular />}
        hinder={hinder}
        {...(en && antal === '' ? { tangent: `${en.typ}, ${visatNamn(en.person)}` } : {})}
        onClick={() => void urval.run(lagda, klarmarkera)}
      />
      <Hinderknapp namn={`Flytta till …${antal}`} ikon={<PeopleSwap20Filled />} hinder={hinder} onClick={() => urval.setFlyttas(lagda)} />
    </>
  );
}

/** A new one for the kund of the marked row, on what that is about; with none marked the kund is asked for. */
export function NyKnapp({ urval, primar = false }: { urval: Urval; primar?: boolean }) {
  const { markerad } = urval;
  const [valjer, setValjer] = useState(false);
  const show = () => (markerad ? void showNyBevakningSom(markerad) : setValjer(true));
  useCommand('nyBevakning', show);
  return (
    <>
      <Hinderknapp namn="Ny bevakning" ikon={<CameraAdd20Regular />} tangent={tangentFor('nyBevakning')} primar={primar} onClick={show} />
      {valjer && <ValjKundDialog onClose={() => setValjer(false)} />}
    </>
  );
}
