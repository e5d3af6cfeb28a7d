import { z } from 'zod';
import { journalRubrik } from '../../../shared/domain/anteckning/records.ts';
import { brevmapp } from '../../../shared/domain/brevlada.ts';
import type { Rubrik } from '../../../shared/domain/katalog/records.ts';
import type { Brevmapp, BrevVy } from '../../../shared/ipc/views.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { newId, runCommand } from '../../state/core.ts';
import { knytsTillAv, knytsTillVal } from '../../state/knytsTill.ts';
import { closeMeddelandedialog, type Journalforing, useBrevvy } from '../../state/meddelanden.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { ordForUtfall } from '../../state/utfallord.ts';
import { Aktfalt } from './Aktfalt.tsx';
import { partnamn } from './brevord.ts';
import { LastBrev } from './LastBrev.tsx';
import { useOppnad } from './useOppnad.ts';

const journalformular = z.object({
  /** Whose akt. */
  personId: z.string(),
  sokt: z.string(),
  plats: z.string(),
  rubrikKod: z.string(),
  taBort: z.boolean(),
  /** The folder it was opened in: it is put away there. */
  mapp: brevmapp,
  anteckningId: z.string(),
  lageId: z.string(),
  rev: z.string(),
});
type Varden = z.infer<typeof journalformular>;

/** Journalför: the message becomes a signed note at a chosen place, with sender, time and the text unaltered (JFOR-01 to -06). */
export function JournalforDialog({ journalforing }: { journalforing: Journalforing }) {
  return (
    <LastBrev {...journalforing} rubrik="Journalför">
      {(vy) => <Formular vy={vy} mapp={journalforing.mapp} taBort={journalforing.taBort === true} />}
    </LastBrev>
  );
}

function Formular({ vy, mapp, taBort: genast }: { vy: BrevVy; mapp: Brevmapp; taBort: boolean }) {
  const { gruppId, meddelandeId, lada, kund } = vy;
  const form = useFormular<Varden>({
    nyckel: { form: 'journalfor', objekt: meddelandeId },
    personId: kund?.personId ?? meddelandeId,
    titel: `Journalför: ${vy.amne}`,
    start: () => ({
      ...{ personId: kund?.personId ?? '', sokt: '', plats: '', rubrikKod: journalRubrik, taBort: genast, mapp },
      ...{ anteckningId: newId(), lageId: newId(), rev: newId() },
    }),
    schema: journalformular,
    kontroll: ({ personId, plats, rubrikKod }) => [
      ...(personId === '' ? [{ falt: 'personId', text: 'Välj vems akt meddelandet hör till.' }] : []),
      ...(plats === '' ? [{ falt: 'plats', text: 'Välj vad det ska knytas till.' }] : []),
      ...(rubrikKod === '' ? [{ falt: 'rubrikKod', text: 'Välj rubrik.' }] : []),
    ],
    command: ({ personId, plats, rubrikKod, anteckningId, rev }) => ({
      name: 'meddelande.journalfor',
      input: { personId, gruppId, meddelandeId, anteckningId, rubrikKod, rev, dokumentation: dokumentationAv(plats) },
    }),
    faltAv: (field) => (field === 'dokumentation' ? 'plats' : field),
    onSaved: ({ taBort, personId, anteckningId, lageId }) => {
      // Behind the note, in the same queue: refused where that is.
      if (taBort) {
        const journalforsSom = { personId, anteckningId };
        const bort = { gruppId, meddelandeId, lada, lageId, bort: true, utanJournalforing: false, journalforsSom };
        void runCommand('meddelande.taBort', bort).then((utfall) => useBrevvy.setState({ nekat: ordForUtfall(utfall) }));
      }
      closeMeddelandedialog();
    },
  });
  const { varden } = form;
  const oppnad = useOppnad(varden.personId);
  return (
    <Formulardialog
      rubrik="Journalför"
      kund={`${vy.amne} · från ${partnamn(vy.fran)}`}
      lage={form}
      primar={varden.taBort ? 'Journalför och ta bort' : 'Journalför'}
      onSave={() => void form.save()}
      onClose={() => void form.flush().then(closeMeddelandedialog)}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      <Aktfalt vy={vy} varden={varden} onChange={form.change} />
      {oppnad === 'skal' && <ErrorBar slag="info" vad="Kunden har skyddad folkbokföring." gor="Öppna kunden med ett skäl först." />}
      {varden.personId !== '' && oppnad === varden.personId && <Plats varden={varden} onChange={form.change} />}
      <Kryssruta falt="taBort" etikett="Ta bort ur brevlådan efteråt" vald={varden.taBort} onVald={(taBort) => form.change({ taBort })} />
    </Formulardialog>
  );
}

function dokumentationAv(plats: string): { slag: 'utredning' | 'verkstallighet'; id: string } {
  const till = knytsTillAv(plats);
  return { slag: till?.type === 'verkstallighet' ? 'verkstallighet' : 'utredning', id: till?.id ?? '' };
}

/** What it is tied to, and the heading there. */
function Plats({ varden, onChange }: { varden: Varden; onChange: (del: Partial<Varden>) => void }) {
  const { data: akt } = useAkt(varden.personId);
  const { data: katalog } = useKatalog();
  const till = knytsTillAv(varden.plats);
  const { data: dok } = useQuery(
    'dokumentation.hamta',
    till ? { personId: varden.personId, dokumentation: dokumentationAv(varden.plats) } : null,
    [`akt:${varden.personId}`],
  );
  const platser =
    akt && katalog
      ? knytsTillVal(akt, katalog).filter(({ varde }) => varde.startsWith('utredning/') || varde.startsWith('verkstallighet/'))
      : [];
  const rubriker = [
    ...(till?.type === 'utredning' ? [{ varde: journalRubrik, namn: 'Utredningsjournal, anteckningar' }] : []),
    ...plattade(dok?.rubriker ?? []),
  ];
  return (
    <>
      {akt && katalog && platser.length === 0 && (
        <ErrorBar slag="info" vad="Det finns ingen utredning eller verkställighet att knyta till." gor="Inled en utredning först." />
      )}
      <Valfalt
        falt="plats"
        etikett="Knyts till"
        krav
        tomText="Välj"
        val={platser}
        varde={varden.plats}
        onVarde={(plats) => onChange({ plats, rubrikKod: plats.startsWith('utredning/') ? journalRubrik : '' })}
      />
      <Valfalt
        falt="rubrikKod"
        etikett="Rubrik"
        krav
        tomText="Välj"
        val={rubriker}
        varde={varden.rubrikKod}
        onVarde={(rubrikKod) => onChange({ rubrikKod })}
      />
    </>
  );
}

const plattade = (rubriker: readonly Rubrik[]): { varde: string; namn: string }[] =>
  rubriker.flatMap(({ kod, titel, underrubriker }) => [{ varde: kod, namn: titel }, ...plattade(underrubriker ?? [])]);
