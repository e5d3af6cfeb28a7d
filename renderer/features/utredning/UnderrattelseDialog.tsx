import { z } from 'zod';
import { etikettUtredning } from '../../../shared/domain/etikett.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { Utredning } from '../../../shared/domain/utredning/records.ts';
import type { AktPost, AktVy } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { settAv } from '../../state/sett.ts';
import { type Fel, useFormular } from '../../state/useFormular.ts';

const falten = { dag: z.string(), hur: z.string() };
/** As it is filled in, empty where there is none; `sett` = what stood when the form was filled. */
const schema = z.object({ basRev: z.string(), sett: z.object(falten), ...falten });
type Underrattelse = z.infer<typeof schema>;

type Props = { akt: AktVy; post: AktPost<Utredning>; onClose: () => void };

/** That the party was told that the decision is delayed, and why (KLOCK-11, FL 11 §). */
export function UnderrattelseDialog({ akt, post, onClose }: Props) {
  const { personId, person } = akt;
  const { id: utredningId, data } = post;
  const idag = idagNu();
  const { dag = '', hur = '' } = data.underrattelse ?? {};
  const nu: Underrattelse = { ...settAv({ dag, hur }), dag, hur };
  const form = useFormular<Underrattelse>({
    nyckel: { form: 'underrattelse', personId, objekt: utredningId },
    personId,
    titel: 'Underrättelse om försening',
    start: () => nu,
    schema,
    nu,
    kontroll: (varden) => underrattelsefel(varden, data.inkomDatum, idag),
    command: ({ sett, ...varden }) => ({
      name: 'utredning.noteraUnderrattelse',
      input: {
        ...{ personId, utredningId },
        underrattelse: varden.dag.trim() === '' ? null : { dag: dagAv(varden.dag, idag) ?? varden.dag, hur: varden.hur.trim() },
        sedd: sett.dag === '' ? null : sett,
      },
    }),
    faltAv: (field) => field.replace(/^underrattelse\./, ''),
    onSaved: onClose,
  });
  const { sett } = form.varden;
  return (
    <Formulardialog
      rubrik="Underrättelse om försening"
      kund={`${etikettUtredning(data)} för ${displayName(person.data)} ${formatPersonnummer(person.data.personnummer)}`}
      lage={form}
      primar="Spara"
      onSave={() => void form.save()}
      onClose={() => void form.flush().then(onClose)}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
    >
      <Formularmeddelanden
        avslag={form.avslag}
        diskfel={form.diskfel}
        onTryAgain={() => void form.flush()}
        andrad={form.andrad((now) => [
          ['Underrättad', now.sett.dag || 'Ingen underrättelse antecknad'],
          ['Hur och varför', now.sett.hur],
        ])}
      />
      <Datumrad
        falt="dag"
        etikett="Underrättad"
        krav={sett.dag === ''}
        text={form.varden.dag}
        onText={(text) => form.change({ dag: text })}
        idag={idag}
        framtid={false}
        fran={data.inkomDatum}
      />
      <Textfalt
        falt="hur"
        etikett="Hur och varför"
        krav
        tips={`Hur parten underrättades, till exempel brev eller samtal, och vad som angavs som skäl till förseningen.${sett.dag === '' ? '' : ' Töm rutan för dagen om underrättelsen är antecknad av misstag.'}`}
        varde={form.varden.hur}
        onVarde={(text) => form.change({ hur: text })}
        langst={500}
      />
    </Formulardialog>
  );
}

/** One that stands can be taken away; there is none before the ansökan. */
function underrattelsefel({ dag, hur, sett }: Underrattelse, inkomDatum: IsoDate, idag: IsoDate): Fel[] {
  const vald = dagAv(dag, idag);
  const fore = vald !== undefined && vald < inkomDatum ? `Dagen kan inte vara före ansökan, ${inkomDatum}.` : undefined;
  const fel = {
    dag: datumfel(dag, idag, { krav: sett.dag === '', framtid: false }) ?? fore,
    hur: dag.trim() !== '' && hur.trim() === '' ? 'Skriv hur parten underrättades och varför det dröjer.' : undefined,
  };
  return Object.entries(fel).flatMap(([falt, text]) => (text === undefined ? [] : [{ falt, text }]));
}
