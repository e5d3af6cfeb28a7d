import { useState } from 'react';
import { valhinder } from '../../../shared/domain/beslut/digital-post.ts';
import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import { iSammaBrev } from '../../../shared/domain/beslut/samma-brev.ts';
import type { RejectionCode } from '../../../shared/domain/command.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { mayRun } from '../../../shared/domain/rulebook/command-roles.ts';
import { isNyckel } from '../../../shared/ipc/utkastnyckel.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { utskicksvagOrd } from '../../../shared/words/utskick.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { newId, runCommand } from '../../state/core.ts';
import { useQuery } from '../../state/query.ts';
import { ordForUtfall } from '../../state/utfallord.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import type { Underlag } from './beslutsutkast.ts';

type Post = { id: string; data: Beslut };
/** What the user was shown when they chose it; `sandningId` and `kommandoId` keep it to one however often it is confirmed. */
type Val = { namn: string; till: string; sandningId: string; kommandoId: string; sedda: { id: string; rev: string | null }[] };

/** It goes another way, or nowhere: there is nothing to choose. */
const utanVal: readonly RejectionCode[] = [
  ...(['redan-felmarkerat', 'beslutet-utan-brev', 'beslutet-skickat', 'beslutet-till-etjansten', 'etjanst-finns'] as const),
  'beslutet-skickat-digitalt',
];

/** Chooses digital post for what would else go on paper, this once: where the server has it, and only there. */
export function DigitalPostknapp({ underlag: { akt, fakta, katalog, idag }, beslut }: { underlag: Underlag; beslut: Post }) {
  const { personId } = akt;
  const far = katalog.digitalPost && mayRun('beslut.skickaDigitalt', { roller: katalog.egen.roller, aktiv: true });
  const { data: kund } = useQuery('kund.hamta', far ? { personId } : null, [`akt:${personId}`]);
  const andras = useUtkast().some(({ nyckel }) => isNyckel(nyckel, { form: 'beslut', personId, objekt: beslut.id }));
  const [val, setVal] = useState<Val>();
  const [fel, setFel] = useState<Ord>();
  if (!far || !kund) return null;
  const fraga = { beslut: akt.beslut, person: kund.person, etjanst: kund.etjanst?.data, insatser: fakta.insatser, dag: idag };
  const kod = valhinder(fraga, beslut);
  if (kod && utanVal.includes(kod) && !val) return fel ? <ErrorBar {...fel} /> : null;
  const open = () => {
    const brevets = iSammaBrev(akt.beslut, beslut);
    setFel(undefined);
    setVal({
      namn: brevets.map(({ data }) => `${data.beslutsnamn} ${data.beslutsdatum}`).join(', '),
      till: `${displayName(kund.person)} ${formatPersonnummer(kund.person.personnummer)}`,
      ...{ sandningId: newId(), kommandoId: newId() },
      sedda: brevets.map(({ id, data }) => ({ id, rev: data.rev ?? null })),
    });
  };
  const send = async ({ sandningId, kommandoId, sedda }: Val) => {
    setVal(undefined);
    setFel(
      ordForUtfall(await runCommand('beslut.skickaDigitalt', { personId, beslutId: beslut.id, sandningId, sedda }, undefined, kommandoId)),
    );
  };
  const osparat = andras ? 'Spara eller ångra ändringarna i beslutet först.' : undefined;
  return (
    <>
      <Hinderknapp
        namn="Skicka med digital post"
        hinder={kod === 'mottagaren-skyddad' ? utskicksvagOrd.skyddad : kod ? ordForAvslag(kod).vad : osparat}
        onClick={open}
      />
      {fel && <ErrorBar {...fel} />}
      <ConfirmDialog
        oppen={val !== undefined}
        rubrik="Skicka med digital post?"
        bekrafta="Skicka med digital post"
        onConfirm={() => val && void send(val)}
        onCancel={() => setVal(undefined)}
      >
        {val && (
          <>
            <p>{`${val.namn} skickas till ${val.till}, med beslutsmeddelandet och det som ska följa med.`}</p>
            <p>
              Servern frågar om kunden har en digital brevlåda som tar emot från kommunen. Har kunden ingen, eller går det inte, kommer en
              bevakning om att ta brevet med post. När det ligger i brevlådan går det inte att ta tillbaka.
            </p>
          </>
        )}
      </ConfirmDialog>
    </>
  );
}
