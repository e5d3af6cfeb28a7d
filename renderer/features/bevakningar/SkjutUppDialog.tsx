import { makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { keyOf } from '../../../shared/ipc/utkastnyckel.ts';
import type { BeraknadBevakningRad } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { medAlla } from '../../state/medAlla.ts';
import { type SkjutUppFlera, skjutUppFlera } from '../../state/skjutUppFlera.ts';
import { usePaborjat } from '../../state/usePaborjat.ts';
import { radnamn, skjutUpp } from './atgarder.ts';
import { skjutfel } from './skjutfel.ts';

const useStyles = makeStyles({ lista: { margin: 0, paddingLeft: '20px' } });

type Props = { rader: readonly BeraknadBevakningRad[]; onClose: () => void };

const nyckel = keyOf({ form: 'skjutUppFlera', objekt: 'alla' });

/** Puts several computed bevakningar off with one reason: each is a command of its own. What did not go stays, with what was written, which is a draft. */
export function SkjutUppDialog({ rader, onClose }: Props) {
  const css = useStyles();
  const idag = idagNu();
  const yta = useRef<HTMLFormElement>(null);
  const form = usePaborjat<SkjutUppFlera>({
    nyckel,
    start: () => ({ till: '', skal: '', nycklar: [] }),
    read: (data) => skjutUppFlera.safeParse(data).data,
    post: (nu) => ({ nyckel, personId: null, titel: 'Skjut upp bevakningar', data: nu }),
    nu: undefined,
  });
  const { varden } = form;
  const change = (del: Partial<SkjutUppFlera>) => form.change({ ...form.nuvarande(), ...del, nycklar: rader.map(({ id }) => id) });
  const [provat, setProvat] = useState(false);
  const [sparar, setSparar] = useState(false);
  const [nekat, setNekat] = useState<Ord>();
  const fel = skjutfel(varden, idag);
  const save = async () => {
    await form.inlast();
    setProvat(true);
    const { till: text, skal } = form.nuvarande();
    const till = dagAv(text, idag);
    if (skjutfel({ till: text, skal }, idag).length > 0 || till === undefined || sparar || rader.length === 0) return;
    setSparar(true);
    const ord = await medAlla(rader, skjutUpp(till, skal.trim()), radnamn);
    setSparar(false);
    setNekat(ord);
    if (ord) return;
    await form.discard({ till: '', skal: '', nycklar: [] });
    onClose();
  };
  return (
    <Formulardialog
      rubrik="Skjut upp bevakningar"
      kund={`${rader.length} beräknade bevakningar, till samma dag och av samma skäl.`}
      lage={{
        ...{ yta, lases: false, laddar: form.laddar, diskfel: form.diskfel, leave: () => void form.flush(), goTo: () => undefined },
        felFor: (falt) => (provat ? fel.find((ett) => ett.falt === falt)?.text : undefined),
      }}
      primar="Skjut upp"
      onSave={() => void save()}
      onClose={() => void form.flush().then(onClose)}
      sparar={sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden avslag={nekat} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      {rader.length === 0 && (
        <ErrorBar
          slag="info"
          vad="Bevakningarna som det gällde står inte i listan längre."
          gor="Det du skrev är kvar som utkast. Kryssa för andra i listan och välj Skjut upp."
        />
      )}
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
        onText={(till) => change({ till })}
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
        onVarde={(skal) => change({ skal })}
        langst={500}
        rader={2}
      />
    </Formulardialog>
  );
}
