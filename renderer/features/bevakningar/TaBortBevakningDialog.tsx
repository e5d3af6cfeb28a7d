import type { BevakningUnderlag } from '../../../shared/ipc/views.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { visatNamn, visatNummer } from '../../components/PersonNamn.tsx';
import { useQuery } from '../../state/query.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';

type Props = { personId: string; bevakningId: string; onClose: () => void };

/** BEV-16: names the kund and the bevakning, and wants a reason. */
export function TaBortBevakningDialog({ personId, bevakningId, onClose }: Props) {
  const { data } = useQuery('bevakning.underlag', { personId, bevakningId }, [`akt:${personId}`, 'katalog', 'session']);
  return data?.nu ? <TaBort personId={personId} underlag={data} nu={data.nu} onClose={onClose} /> : null;
}

type TaBortProps = { personId: string; underlag: BevakningUnderlag; nu: NonNullable<BevakningUnderlag['nu']>; onClose: () => void };

function TaBort({ personId, underlag: { person, horTill }, nu, onClose }: TaBortProps) {
  const form = useOrsaksformular({
    nyckel: { form: 'taBortBevakning', personId, objekt: nu.id },
    personId,
    titel: `Ta bort bevakning ${nu.typ}`,
    uppmaning: 'Skriv varför bevakningen tas bort.',
    command: (orsak) => ({ name: 'bevakning.taBort', input: { personId, bevakningId: nu.id, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Ta bort bevakningen?"
      kund={`${nu.typ} ${nu.datum} för ${visatNamn(person)} ${visatNummer(person)}. Hör till ${horTill}.`}
      primar="Ja, ta bort bevakningen"
      onClose={onClose}
      form={form}
      tips="Syns i kundens historik."
    >
      <span>Den försvinner ur listan för {nu.bevakasAv} och finns kvar i kundens historik. Är den gjord väljer du Klar i stället.</span>
    </Orsaksdialog>
  );
}
