import { z } from 'zod';
import { nottitel } from '../../../shared/domain/anteckning/records.ts';
import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import { isForeUtredningen } from '../../../shared/domain/beslut/utskick.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy, Nothuvud } from '../../../shared/ipc/views.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { useAkt } from '../../state/akt.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';

/** The note that is chosen; `sedd` = the one that stood when the form was filled, `rev` = the beslut as it then was. */
const schema = z.object({
  basRev: z.string(),
  sedd: z.string().nullable(),
  rev: z.string().nullable().default(null),
  anteckningId: z.string(),
});
type Koppling = z.infer<typeof schema>;

type Props = { personId: string; beslutId: string; onClose: () => void };

/** Which signed journal note tells of the exchange with the enhetschef who decided (DELEG-02, FORB-75). */
export function KopplaAnteckningDialog({ personId, beslutId, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const beslut = akt?.beslut.find(({ id }) => id === beslutId);
  const dokumentation = { slag: 'utredning' as const, id: beslut?.data.utredningId ?? '' };
  const { data: vy } = useQuery('dokumentation.hamta', beslut ? { personId, dokumentation } : null, [`akt:${personId}`]);
  return akt && beslut && vy ? (
    <Formular akt={akt} beslutId={beslutId} data={beslut.data} noter={vy.anteckningar} onClose={onClose} />
  ) : null;
}

type Formularprops = Omit<Props, 'personId'> & { akt: AktVy; data: Beslut; noter: readonly Nothuvud[] };

function Formular({ akt, beslutId, data, noter, onClose }: Formularprops) {
  const { personId } = akt;
  const sedd = data.utskick?.anteckningId ?? null;
  const rev = data.rev ?? null;
  const nu: Koppling = { basRev: `${rev} ${sedd}`, sedd, rev, anteckningId: sedd ?? '' };
  const namn = (id: string | null) => {
    const not = noter.find((one) => one.id === id);
    return not ? notnamn(not) : 'Ingen';
  };
  const form = useFormular<Koppling>({
    nyckel: { form: 'kopplaAnteckning', personId, objekt: beslutId },
    personId,
    titel: `Journalanteckning om ${data.beslutsnamn}`,
    start: () => nu,
    schema,
    nu,
    kontroll: ({ anteckningId }) => (anteckningId === '' ? [{ falt: 'anteckningId', text: 'Välj den signerade anteckningen.' }] : []),
    command: (varden) => ({
      name: 'beslut.kopplaAnteckning',
      input: { personId, beslutId, anteckningId: varden.anteckningId, sedd: varden.sedd, rev: varden.rev },
    }),
    onSaved: onClose,
  });
  const { person } = akt;
  const utredning = akt.utredningar.find(({ id }) => id === data.utredningId);
  const val = noter
    .filter((not) => not.signerad && !not.felmarkerad && utredning && !isForeUtredningen(not, utredning.data))
    .map((one) => ({ varde: one.id, namn: notnamn(one) }));
  return (
    <Formulardialog
      rubrik="Journalanteckning om beslutet"
      kund={`${data.beslutsnamn} för ${displayName(person.data)} ${formatPersonnummer(person.data.personnummer)}`}
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
        andrad={form.andrad((now) => [['Anteckning', namn(now.sedd)]])}
      />
      <Lasrad etikett="Beslutsfattare">{data.beslutsfattare?.namn ?? ''}</Lasrad>
      <Valfalt
        falt="anteckningId"
        etikett="Anteckning"
        krav
        tips={
          val.length === 0
            ? 'Utredningen har ingen signerad anteckning. Skriv och signera den i journalen först.'
            : 'Den signerade anteckningen om utbytet med enhetschefen. Sedan går beslutet till e-tjänsten av sig självt.'
        }
        val={val}
        varde={form.varden.anteckningId}
        onVarde={(anteckningId) => form.change({ anteckningId })}
      />
    </Formulardialog>
  );
}

const notnamn = (not: Nothuvud): string => [not.handelsedatum, nottitel(not)].filter(Boolean).join(' ');
