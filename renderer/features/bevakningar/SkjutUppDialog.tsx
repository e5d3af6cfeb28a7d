import { makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { BeraknadBevakningRad } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv } from '../../components/formular/Datumrad.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { medAlla } from '../../state/medAlla.ts';
import { radnamn, skjutUpp } from './atgarder.ts';
import { skjutfel } from './skjutfel.ts';

const useStyles = makeStyles({ lista: { margin: 0, paddingLeft: '20px' } });

type Props = { rader: readonly BeraknadBevakningRad[]; onClose: () => void };

/** Puts several computed bevakningar off with one reason: each is a command of its own. What did not go stays, with what was written. */
export function SkjutUppDialog({ rader, onClose }: Props) {
  const css = useStyles();
  const idag = idagNu();
  const yta = useRef<HTMLFormElement>(null);
  const [varden, setVarden] = useState({ till: '', skal: '' });
  const [provat, setProvat] = useState(false);
  const [sparar, setSparar] = useState(false);
  const [nekat, setNekat] = useState<Ord>();
  const fel = skjutfel(varden, idag);
  const save = async () => {
    setProvat(true);
    const till = dagAv(varden.till, idag);
    if (fel.length > 0 || till === undefined || sparar) return;
    setSparar(true);
    const ord = await medAlla(rader, skjutUpp(till, varden.skal.trim()), radnamn);
    setSparar(false);
    setNekat(ord);
    if (!ord) onClose();
  };
  return (
    <Formulardialog
      rubrik="Skjut upp bevakningar"
      kund={`${rader.length} beräknade bevakningar, till samma dag och av samma skäl.`}
      lage={{
        ...{ yta, lases: false, laddar: false, diskfel: undefined, leave: () => undefined, goTo: () => undefined },
        felFor: (falt) => (provat ? fel.find((ett) => ett.falt === falt)?.text : undefined),
      }}
      primar="Skjut upp"
      onSave={() => void save()}
      onClose={onClose}
      sparar={sparar}
      bredd={624}
    >
      {nekat && <ErrorBar {...nekat} />}
      <ul className={css.lista} aria-label="Skjuts upp">
        {rader.map((rad) => (
          <li key={rad.id}>{`${rad.datum} ${rad.typ}, ${visatNamn(rad.person)}`}</li>
        ))}
      </ul>
      <Datumrad
        falt="till"
        etikett="Skjut upp till"
        krav
        text={varden.till}
        onText={(till) => setVarden((nu) => ({ ...nu, till }))}
        idag={idag}
        framtid
        fran={idag}
      />
      <Textfalt
        falt="skal"
        etikett="Skäl"
        krav
        tips="Syns i varje kunds akt. Till den dagen är bevakningarna borta ur listorna och ligger under Uppskjutna."
        varde={varden.skal}
        onVarde={(skal) => setVarden((nu) => ({ ...nu, skal }))}
        langst={500}
        rader={2}
      />
    </Formulardialog>
  );
}
