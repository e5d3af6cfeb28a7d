import { z } from 'zod';
import { etikettUtredning } from '../../../shared/domain/etikett.ts';
import { lagfrist } from '../../../shared/domain/klocka/lagfrist.ts';
import { begaranshinder } from '../../../shared/domain/klocka/part.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { Utredning } from '../../../shared/domain/utredning/records.ts';
import type { AktPost, AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { idagNu } from '../../components/idag.ts';
import { settAv } from '../../state/sett.ts';
import { type Fel, useFormular } from '../../state/useFormular.ts';

const dagarna = { inkom: z.string(), besvarad: z.string() };
/** The days as they are filled in, empty where there is none; `sett` = what stood when the form was filled. */
const schema = z.object({ basRev: z.string(), sett: z.object(dagarna), ...dagarna });
type Begaran = z.infer<typeof schema>;

type Props = { akt: AktVy; katalog: KatalogVy; post: AktPost<Utredning>; onClose: () => void };

/** That the party has asked in writing for a decision: within four weeks it is decided, or refused in a beslut of its own (KLOCK-06, FL 12 §). */
export function BegaranDialog({ akt, katalog, post, onClose }: Props) {
  const { personId, person } = akt;
  const { id: utredningId, data } = post;
  const idag = idagNu();
  const dagar = { inkom: data.begaran?.inkom ?? '', besvarad: data.begaran?.besvarad ?? '' };
  const nu: Begaran = { ...settAv(dagar), ...dagar };
  function rattsfel({ inkom }: Begaran): Fel[] {
    const dag = dagAv(inkom, idag);
    if (dag === undefined || dag === data.begaran?.inkom || dag < data.inkomDatum) return [];
    const hinder = begaranshinder(katalog.fristregler, post, akt.aktualiseringar, dag);
    if (!hinder) return [];
    const { vad, gor } = ordForAvslag(hinder.code);
    return [{ falt: 'inkom', text: `${vad} ${gor}` }];
  }
  const form = useFormular<Begaran>({
    nyckel: { form: 'begaran', personId, objekt: utredningId },
    personId,
    titel: 'Begäran om avgörande',
    start: () => nu,
    schema,
    nu,
    kontroll: (varden) => [...begaransfel(varden, data.inkomDatum, idag), ...rattsfel(varden)],
    command: ({ sett, inkom, besvarad }) => ({
      name: 'utredning.noteraBegaran',
      input: {
        ...{ personId, utredningId, begaran: dagarAv({ inkom: dagAv(inkom, idag) ?? inkom, besvarad: dagAv(besvarad, idag) ?? '' }) },
        sedd: sett.inkom === '' ? null : dagarAv(sett),
      },
    }),
    faltAv: (field) => field.replace(/^begaran\./, ''),
    onSaved: onClose,
  });
  const frist = lagfrist(katalog.fristregler, post, akt.aktualiseringar);
  const inkom = dagAv(form.varden.inkom, idag);
  return (
    <Formulardialog
      rubrik="Begäran om avgörande"
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
        andrad={form.andrad(({ sett }) => [
          ['Begäran kom in', sett.inkom || 'Ingen begäran antecknad'],
          ['Besvarad', sett.besvarad],
        ])}
      />
      <Lasrad etikett="Kan begäras från">{frist ?? utanLagfrist}</Lasrad>
      <Datumrad
        falt="inkom"
        etikett="Begäran kom in"
        krav
        text={form.varden.inkom}
        onText={(text) => form.change({ inkom: text })}
        idag={idag}
        framtid={false}
        fran={data.inkomDatum}
      />
      <Datumrad
        falt="besvarad"
        etikett="Besvarad"
        text={form.varden.besvarad}
        onText={(text) => form.change({ besvarad: text })}
        idag={idag}
        framtid={false}
        {...(inkom === undefined ? {} : { fran: inkom })}
        forslag={<span>Dagen då ärendet avgjordes eller begäran avslogs i ett eget beslut. Senast fyra veckor efter att den kom in.</span>}
      />
    </Formulardialog>
  );
}

/** Only who has asked for something can ask for it to be decided (FL 12 §). */
export const utanLagfrist = 'Ingen, utredningen prövar ingen ansökan från den enskilde';

const dagarAv = ({ inkom, besvarad }: Begaran['sett']) => ({ inkom, ...(besvarad === '' ? {} : { besvarad }) });

function begaransfel(varden: Begaran, inkomDatum: IsoDate, idag: IsoDate): Fel[] {
  const [inkom, besvarad] = [dagAv(varden.inkom, idag), dagAv(varden.besvarad, idag)];
  const foreAnsokan = inkom !== undefined && inkom < inkomDatum ? `Begäran kan inte komma före ansökan, ${inkomDatum}.` : undefined;
  const foreBegaran =
    inkom !== undefined && besvarad !== undefined && besvarad < inkom ? 'Den kan inte vara besvarad innan den kom in.' : undefined;
  const fel = {
    inkom: datumfel(varden.inkom, idag, { krav: true, framtid: false }) ?? foreAnsokan,
    besvarad: datumfel(varden.besvarad, idag, { krav: false, framtid: false }) ?? foreBegaran,
  };
  return Object.entries(fel).flatMap(([falt, text]) => (text === undefined ? [] : [{ falt, text }]));
}
