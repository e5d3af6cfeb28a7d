import { useState } from 'react';
import type { BrevVy } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { call, newId } from '../../state/core.ts';
import { knytsTillVal, lasesAv } from '../../state/knytsTill.ts';
import { type Bilageinfogning, closeMeddelandedialog } from '../../state/meddelanden.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { Aktfalt } from './Aktfalt.tsx';
import { partnamn } from './brevord.ts';
import { avsandarord, type Infogavarden, infogafel, infogaformular, infogakommando } from './infogaformular.ts';
import { LastBrev } from './LastBrev.tsx';
import { useOppnad } from './useOppnad.ts';

/** Infoga filer: an attachment becomes a document at a chosen place of the akt, with type, sender and rubrik (JFOR-03). No file passes the disk. */
export function InfogaBilagaDialog({ infogning }: { infogning: Bilageinfogning }) {
  return (
    <LastBrev {...infogning} rubrik="Infoga i akten">
      {(vy) => {
        const bilaga = vy.handlingar.find(({ dokumentId }) => dokumentId === infogning.dokumentId);
        return bilaga && <Formular vy={vy} bilaga={bilaga} infogning={infogning} />;
      }}
    </LastBrev>
  );
}

type Bilaga = BrevVy['handlingar'][number];

function Formular({ vy, bilaga, infogning: { meddelandeId, mapp, skal } }: { vy: BrevVy; bilaga: Bilaga; infogning: Bilageinfogning }) {
  const [saknas, setSaknas] = useState<Ord>();
  const form = useFormular<Infogavarden>({
    nyckel: { form: 'infogaBilaga', objekt: `${meddelandeId}/${bilaga.dokumentId}` },
    personId: vy.kund?.personId ?? meddelandeId,
    titel: ({ rubrik }) => `Infoga i akten: ${rubrik.trim()}`,
    start: () => ({
      ...{
        personId: vy.kund?.personId ?? '',
        sokt: '',
        plats: '',
        typ: '',
        avsandare: avsandarord(vy),
        rubrik: bilaga.rubrik,
      },
      ...{ dokumentId: newId(), franId: bilaga.dokumentId, sha256: bilaga.sha256, storlek: bilaga.storlek, sidor: bilaga.sidor, mapp },
    }),
    schema: infogaformular,
    kontroll: infogafel,
    command: (varden) => infogakommando(varden, varden.personId === bilaga.personId),
    faltAv: (field) => (field === 'knytsTill' || field === 'underlag' ? 'plats' : field),
    onSaved: closeMeddelandedialog,
  });
  const { varden } = form;
  const oppnad = useOppnad(varden.personId);
  // The bytes are here before a record names them: fetched now, where only the server has them.
  const save = async () => {
    setSaknas(undefined);
    const oppen = await call('kund.oppna', { personId: bilaga.personId, ...(skal === undefined ? {} : { skal }) });
    const har = oppen.ok ? await call('dokument.las', { kalla: { slag: 'dokument', id: bilaga.dokumentId }, fran: 0, antal: 1 }) : oppen;
    if (!har.ok) return setSaknas(ordForFel(har.error.code));
    await form.save();
  };
  return (
    <Formulardialog
      rubrik="Infoga i akten"
      kund={`${bilaga.rubrik} · bilaga i ”${vy.amne}” från ${partnamn(vy.fran)}`}
      lage={form}
      primar="Infoga i akten"
      onSave={() => void save()}
      onClose={() => void form.flush().then(closeMeddelandedialog)}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      {saknas && <ErrorBar {...saknas} />}
      <Aktfalt vy={vy} varden={varden} onChange={form.change} />
      {oppnad === 'skal' && <ErrorBar slag="info" vad="Kunden har skyddad folkbokföring." gor="Öppna kunden med ett skäl först." />}
      {varden.personId !== '' && oppnad === varden.personId && <Plats varden={varden} onChange={form.change} />}
      <Textfalt
        falt="avsandare"
        etikett="Avsändare"
        langst={120}
        varde={varden.avsandare}
        onVarde={(avsandare) => form.change({ avsandare })}
      />
      <Textfalt falt="rubrik" etikett="Rubrik" krav langst={200} varde={varden.rubrik} onVarde={(rubrik) => form.change({ rubrik })} />
    </Formulardialog>
  );
}

/** What it is connected to, and what it is; said where the akt has the same file already. */
function Plats({ varden, onChange }: { varden: Infogavarden; onChange: (del: Partial<Infogavarden>) => void }) {
  const { personId } = varden;
  const { data: akt } = useAkt(personId);
  const { data: katalog } = useKatalog();
  const { data: handlingar } = useQuery('dokument.lista', { personId }, [`akt:${personId}`]);
  if (!akt || !katalog) return null;
  const finns = handlingar?.find(({ data }) => data.sha256 === varden.sha256 && !data.felmarkerad);
  const typer = katalog.vardelistor.dokumenttyp.map(({ namn }) => ({ varde: namn, namn }));
  return (
    <>
      {finns && (
        <ErrorBar
          slag="info"
          vad={`Samma fil finns redan i akten, som ${finns.data.rubrik}.`}
          gor="Infoga den igen bara om den ska finnas på ett ställe till."
        />
      )}
      <Valfalt
        falt="plats"
        etikett="Knytas till"
        krav
        tomText="Välj"
        val={knytsTillVal(akt, katalog)}
        varde={varden.plats}
        onVarde={(plats) => onChange({ plats })}
        tips={lasesAv(akt, katalog, varden.plats)}
      />
      {typer.length > 0 ? (
        <Valfalt falt="typ" etikett="Typ" krav tomText="Välj" val={typer} varde={varden.typ} onVarde={(typ) => onChange({ typ })} />
      ) : (
        <Textfalt falt="typ" etikett="Typ" krav langst={80} varde={varden.typ} onVarde={(typ) => onChange({ typ })} />
      )}
    </>
  );
}
