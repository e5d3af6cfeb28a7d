import { visaOmfattning } from '../../../shared/domain/beslut/timmar.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { useFormular } from '../../state/useFormular.ts';
import {
  type Avbrottsunderlag,
  type Avbrottsvarden,
  avbrottsfaltfel,
  avbrottskommando,
  avbrottsvarden,
  efterAvbrott,
  nyttAvbrott,
} from './avbrott.ts';

type Props = { personId: string /** The order that was interrupted. */; bestallningId: string; onClose: () => void };

/** Ny beställning efter avbrott: asks only for the day of the avbrott; the rest follows (FORB-38, BEST-KOP-01 to -09). */
export function NyEfterAvbrottDialog({ personId, bestallningId, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const { data: katalog } = useKatalog();
  const tidigare = akt?.bestallningar.find(({ id }) => id === bestallningId);
  if (!akt || !katalog || !tidigare) return null;
  return <Avbrott underlag={{ akt, katalog, tidigare, idag: idagNu() }} onClose={onClose} />;
}

function Avbrott({ underlag, onClose }: { underlag: Avbrottsunderlag; onClose: () => void }) {
  const { akt, katalog, tidigare, idag } = underlag;
  const form = useFormular<Avbrottsvarden>({
    nyckel: { form: 'nyEfterAvbrott', personId: akt.personId, objekt: tidigare.id },
    personId: akt.personId,
    titel: 'Ny beställning efter avbrott',
    start: nyttAvbrott,
    schema: avbrottsvarden,
    kontroll: (varden) => avbrottsfaltfel(underlag, varden),
    command: (varden) => avbrottskommando(underlag, varden),
    onSaved: onClose,
  });
  const { varden, change } = form;
  const ny = efterAvbrott(underlag, varden);
  const utforare = katalog.utforare.find(({ id }) => id === tidigare.data.utforareId)?.data.namn ?? '';
  const { data: person } = akt.person;
  return (
    <Formulardialog
      rubrik="Ny beställning efter avbrott"
      kund={`För ${displayName(person)} ${formatPersonnummer(person.personnummer)}`}
      lage={form}
      primar={`Spara och skicka till ${utforare}`}
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      <Datumrad
        falt="avbrottsdatum"
        etikett="Avbrott"
        krav
        tips="Den dag insatsen avbröts."
        text={varden.avbrottsdatum}
        onText={(avbrottsdatum) => change({ avbrottsdatum })}
        idag={idag}
        framtid
      />
      {ny && (
        <Faktalista
          rader={[
            ['Tidigare beställning', `avslutas ${ny.tidigareGallerTom}`],
            ['Beställt datum', ny.bestalltDatum],
            ['Beställningen gäller', `${ny.gallerFran} – ${ny.gallerTom ?? 'tills vidare'}`],
            ['Beställare', ny.bestallare],
            ['Utförare', utforare],
            ['Insatser', ny.insatser.join(', ')],
            ['Beställd kvantitet', ny.omfattning ? visaOmfattning(ny.omfattning) : ''],
          ]}
        />
      )}
      <Textfalt
        falt="bestallningstext"
        etikett="Beställningstext"
        langst={4000}
        rader={4}
        varde={varden.bestallningstext ?? tidigare.data.bestallningstext ?? ''}
        onVarde={(bestallningstext) => change({ bestallningstext })}
      />
    </Formulardialog>
  );
}
