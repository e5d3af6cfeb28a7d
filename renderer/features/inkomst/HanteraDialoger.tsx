import { langstBegaran } from '../../../shared/domain/inkomst/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { InkomstVy, KundVy } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import {
  type Klarvarden,
  type Kompletteravarden,
  klarformular,
  klarkommando,
  kompletterafel,
  kompletteraformular,
  kompletterakommando,
  kompletteravarden,
} from './inkomstformular.ts';

type Props = { personId: string; id: string; onClose: () => void };
type Formprops = { kund: KundVy; vy: InkomstVy; onClose: () => void };

function useVy(personId: string, blankettId: string): Omit<Formprops, 'onClose'> | undefined {
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  const { data: vy } = useQuery('inkomst.hamta', { personId, blankettId }, [`akt:${personId}`, 'katalog', 'session']);
  return kund && vy ? { kund, vy } : undefined;
}
const vem = ({ person }: KundVy, { blankett }: InkomstVy): string =>
  `${displayName(person)} ${formatPersonnummer(person.personnummer)} · ${blankett.data.ar}`;
const borta = (vy: InkomstVy) =>
  vy.blankett.data.lage === 'inlamnad' ? null : <ErrorBar slag="warning" {...ordForAvslag('blankett-ej-inlamnad')} />;

/** Gives the blankett back to the kund, with what is missing in it. */
export function KompletteraInkomstDialog({ personId, id, onClose }: Props) {
  const underlag = useVy(personId, id);
  return underlag ? <Komplettera {...underlag} onClose={onClose} /> : null;
}

function Komplettera({ kund, vy, onClose }: Formprops) {
  const { personId } = kund;
  const idag = idagNu();
  const nu = kompletteravarden(vy, idag);
  const form = useFormular<Kompletteravarden>({
    nyckel: { form: 'kompletteraInkomst', personId, objekt: vy.blankett.id },
    personId,
    titel: `Komplettering av inkomstblankett ${vy.blankett.data.ar}`,
    start: () => nu,
    nu,
    schema: kompletteraformular,
    kontroll: (varden) => kompletterafel(varden, idag),
    command: (varden) => kompletterakommando(personId, vy, varden, idag),
    faltAv: (field) => field,
    onSaved: onClose,
  });
  const { varden } = form;
  return (
    <Formulardialog
      rubrik="Be om komplettering"
      kund={vem(kund, vy)}
      lage={form}
      primar="Skicka till kunden"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      {borta(vy)}
      <Textfalt
        falt="text"
        etikett="Det här saknas"
        krav
        tips="Kunden läser det i e-tjänsten. Det kunden har skrivit står kvar i blanketten."
        varde={varden.text}
        onVarde={(text) => form.change({ text })}
        langst={langstBegaran}
        rader={4}
      />
      <Datumrad
        falt="sista"
        etikett="Lämnas in senast"
        krav
        text={varden.sista}
        onText={(sista) => form.change({ sista })}
        idag={idag}
        framtid
      />
    </Formulardialog>
  );
}

/** Marks the blankett as handled. */
export function KlarInkomstDialog({ personId, id, onClose }: Props) {
  const underlag = useVy(personId, id);
  return underlag ? <Klar {...underlag} onClose={onClose} /> : null;
}

function Klar({ kund, vy, onClose }: Formprops) {
  const { personId } = kund;
  const nu: Klarvarden = { basRev: vy.blankett.data.rev, anteckning: '' };
  const form = useFormular<Klarvarden>({
    nyckel: { form: 'klarInkomst', personId, objekt: vy.blankett.id },
    personId,
    titel: `Inkomstblankett ${vy.blankett.data.ar} klar`,
    start: () => nu,
    nu,
    schema: klarformular,
    kontroll: () => [],
    command: (varden) => klarkommando(personId, vy, varden),
    faltAv: (field) => field,
    onSaved: onClose,
  });
  return (
    <Formulardialog
      rubrik="Markera som klar"
      kund={vem(kund, vy)}
      lage={form}
      primar="Klar"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      {borta(vy)}
      <Textfalt
        falt="anteckning"
        etikett="Anteckning"
        tips="Till exempel vilken avgift det blev. Läses bara av avgiftshandläggare."
        varde={form.varden.anteckning}
        onVarde={(anteckning) => form.change({ anteckning })}
        langst={langstBegaran}
        rader={3}
      />
    </Formulardialog>
  );
}
