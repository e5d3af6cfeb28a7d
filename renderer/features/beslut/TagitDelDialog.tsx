import { z } from 'zod';
import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAkt } from '../../state/akt.ts';
import { settAv } from '../../state/sett.ts';
import { type Fel, useFormular } from '../../state/useFormular.ts';

/** The day as it is filled in; `sett` = what stood when the form was filled. */
const schema = z.object({
  ...{ basRev: z.string(), sett: z.object({ dag: z.string().nullable(), satt: z.string() }) },
  ...{ dag: z.string(), satt: z.string() },
});
type TagitDel = z.infer<typeof schema>;

type Props = { personId: string; beslutId: string; onClose: () => void };

/** The day the party got part of a beslut, from which the time to appeal counts (KLOCK-06, FL 44 §). */
export function TagitDelDialog({ personId, beslutId, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const beslut = akt?.beslut.find(({ id }) => id === beslutId);
  return akt && beslut ? <Formular akt={akt} beslutId={beslutId} data={beslut.data} onClose={onClose} /> : null;
}

function Formular({ akt, beslutId, data, onClose }: { akt: AktVy; beslutId: string; data: Beslut; onClose: () => void }) {
  const { personId } = akt;
  const idag = idagNu();
  const { dag = null, satt = '' } = data.partTagitDel ?? {};
  const nu: TagitDel = { ...settAv({ dag, satt }), dag: dag ?? '', satt };
  const form = useFormular<TagitDel>({
    nyckel: { form: 'tagitDel', personId, objekt: beslutId },
    personId,
    titel: `Parten har tagit del av ${data.beslutsnamn}`,
    start: () => nu,
    schema,
    nu,
    kontroll: (varden) => tagitDelFel(varden, data.beslutsdatum, idag),
    command: (varden) => ({
      name: 'beslut.partTagitDel',
      input: { personId, beslutId, dag: dagAv(varden.dag, idag) ?? null, satt: varden.satt.trim(), sedd: varden.sett.dag },
    }),
    onSaved: onClose,
  });
  const { person } = akt;
  return (
    <Formulardialog
      rubrik="Parten har tagit del av beslutet"
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
        andrad={form.andrad((now) => [
          ['Tog del', now.sett.dag ?? 'Ingen dag antecknad'],
          ['Hur det är känt', now.sett.satt],
        ])}
      />
      <Lasrad etikett="Beslutsdatum">{data.beslutsdatum}</Lasrad>
      <Datumrad
        falt="dag"
        etikett="Tog del"
        krav={form.varden.sett.dag === null}
        text={form.varden.dag}
        onText={(text) => form.change({ dag: text })}
        idag={idag}
        framtid={false}
        fran={data.beslutsdatum}
      />
      <Textfalt
        falt="satt"
        etikett="Hur det är känt"
        tips={`Till exempel delgivningskvitto eller samtal. Överklagandetiden räknas från dagen.${form.varden.sett.dag === null ? '' : ' Töm rutan för dagen om den är antecknad av misstag.'}`}
        varde={form.varden.satt}
        onVarde={(text) => form.change({ satt: text })}
        langst={120}
      />
    </Formulardialog>
  );
}

/** A day that stands can be taken away; there is none before the beslut. */
function tagitDelFel({ dag, sett }: TagitDel, beslutsdatum: IsoDate, idag: IsoDate): Fel[] {
  const vald = dagAv(dag, idag);
  const fore = vald !== undefined && vald < beslutsdatum ? `Dagen kan inte vara före beslutet, ${beslutsdatum}.` : undefined;
  const fel = datumfel(dag, idag, { krav: sett.dag === null, framtid: false }) ?? fore;
  return fel === undefined ? [] : [{ falt: 'dag', text: fel }];
}
