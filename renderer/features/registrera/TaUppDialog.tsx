import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { enhetsnamn } from '../../../shared/domain/katalog/enheter.ts';
import { type Grund, grunder } from '../../../shared/domain/person/ta-upp.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KatalogVy } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { useKatalog } from '../../state/akt.ts';
import { newId } from '../../state/core.ts';
import { flyttaTillKund } from '../../state/flyttaTillKund.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { type AttTaUpp, closeTaUpp, useTaUpp } from '../../state/taUpp.ts';
import { useFormular } from '../../state/useFormular.ts';

const grundord: Record<Grund, string> = { samtycke: 'Kunden samtycker', beslut: 'Beslut att uppgifterna får lämnas' };

/** Ta upp kunden hos oss: a kund of another unit becomes this unit's too (OSL 26:1). */
export function TaUppDialog() {
  const oppen = useTaUpp((state) => state.oppen);
  return oppen ? <MedKatalog key={oppen.personId} kund={oppen} /> : null;
}

function MedKatalog({ kund }: { kund: AttTaUpp }) {
  const katalog = useKatalog();
  return katalog.data ? <TaUpp kund={kund} katalog={katalog.data} /> : null;
}

/** Whom it is about lies with the draft: of an akt that is not here nothing else tells it. */
const schema = z.object({
  personId: z.string(),
  personnummer: z.string(),
  franRad: z.string().optional(),
  har: z.array(z.string()).optional(),
  enhet: z.string(),
  grund: z.enum(['', ...grunder]),
  skal: z.string(),
  ids: z.object({ bevakning: z.string(), rev: z.string() }),
});

function TaUpp({ kund, katalog }: { kund: AttTaUpp; katalog: KatalogVy }) {
  const [sant, setSant] = useState<{ fel: Ord | undefined }>();
  return sant ? <Sant personId={kund.personId} fel={sant.fel} /> : <Fraga kund={kund} katalog={katalog} onSant={setSant} />;
}

type FragaProps = { kund: AttTaUpp; katalog: KatalogVy; onSant: (sant: { fel: Ord | undefined }) => void };

function Fraga({ kund, katalog, onSant }: FragaProps) {
  const { personId, personnummer, franRad, har = [] } = kund;
  const enheter = katalog.egen.enheter.filter((enhet) => !har.includes(enhet));
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'taUpp', objekt: personId },
    personId,
    titel: `Ta upp kunden hos oss, ${formatPersonnummer(personnummer)}`,
    start: () => ({
      ...{ personId, personnummer, enhet: enheter[0] ?? '', grund: '', skal: '', ids: { bevakning: newId(), rev: newId() } },
      ...(franRad === undefined ? {} : { franRad }),
      ...(har.length > 0 ? { har } : {}),
    }),
    schema,
    kontroll: ({ grund, skal }) => [
      ...(grund === '' ? [{ falt: 'grund', text: 'Välj varför ni får läsa uppgifterna.' }] : []),
      ...(skal.trim() === '' ? [{ falt: 'skal', text: 'Skriv varför ni tar upp kunden.' }] : []),
    ],
    command: ({ enhet, grund, skal, ids }) => ({
      name: 'person.taUpp',
      input: {
        ...{ personId, personnummer, enhet, skal: skal.trim(), bevakningId: ids.bevakning, rev: ids.rev },
        grund: grund === '' ? undefined : grund,
      },
    }),
    onSaved: (sant) => {
      // The registration that led here now, or when the draft was begun.
      const rad = franRad ?? sant.franRad;
      if (rad === undefined) onSant({ fel: undefined });
      else void flyttaTillKund(rad, personId).then((fel) => onSant({ fel }));
    },
  });
  return (
    <Formulardialog
      rubrik="Ta upp kunden hos oss"
      kund={formatPersonnummer(personnummer)}
      lage={form}
      primar="Ta upp kunden"
      onSave={() => void form.save()}
      onClose={() => void form.flush().then(closeTaUpp)}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
      allvar
    >
      <span>
        Personen är redan kund i kommunen. Ni får läsa personuppgifter, kontakter och hushåll, men inget av det andra enheter har skrivit.
        De får veta att ni har tagit upp kunden, och läser ditt skäl.
      </span>
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      {enheter.length > 1 && (
        <Valfalt
          falt="enhet"
          etikett="Enhet"
          krav
          val={enheter.map((kod) => ({ varde: kod, namn: enhetsnamn(katalog.vardelistor.enhet, kod) }))}
          varde={form.varden.enhet}
          onVarde={(enhet) => form.change({ enhet })}
        />
      )}
      <Radioval
        falt="grund"
        etikett="Grund"
        krav
        val={grunder.map((varde) => ({ varde, namn: grundord[varde] }))}
        varde={form.varden.grund}
        onVarde={(varde) => form.change({ grund: grunder.find((one) => one === varde) ?? '' })}
      />
      <Textfalt
        falt="skal"
        etikett="Skäl"
        krav
        tips="Det läser de andra enheterna: skriv inte mer än de behöver veta."
        varde={form.varden.skal}
        onVarde={(skal) => form.change({ skal })}
        langst={500}
        rader={3}
      />
    </Formulardialog>
  );
}

/** The akt comes with the server's answer, and is opened then; or the server says why not. */
function Sant({ personId, fel }: { personId: string; fel: Ord | undefined }) {
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && closeTaUpp()}>
      <DialogSurface style={{ maxWidth: '560px' }}>
        <DialogBody>
          <DialogTitle>Kunden tas upp hos er</DialogTitle>
          <DialogContent>
            {fel && <ErrorBar {...fel} />}
            <Vantar personId={personId} />
          </DialogContent>
          <DialogActions>
            <Button size="small" onClick={closeTaUpp}>
              Stäng
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Vantar({ personId }: { personId: string }) {
  const svar = useQuery('utkorg.lista', {}, ['utkorg']);
  const { data } = useQuery('kunder.rader', { personIds: [personId] }, ['akt']);
  const [rad] = data ?? [];
  useEffect(() => {
    if (!rad) return;
    closeTaUpp();
    void openKund(personId);
  }, [rad, personId]);
  // Newest first: the one that was sent now.
  const sant = svar.data?.find((post) => post.name === 'person.taUpp' && post.personId === personId);
  if (sant?.tillstand === 'nekad' && sant.rejection) {
    const { vad, gor } = ordForAvslag(sant.rejection.code);
    return <ErrorBar vad={vad} gor={`${gor} Begäran och det som skulle flyttas ligger i Att åtgärda.`} />;
  }
  return (
    <span role="status">
      Begäran är sparad. Kunden öppnas så snart servern har svarat. Du kan stänga och fortsätta arbeta, också utan nät: det som sparas till
      kunden skickas sedan.
    </span>
  );
}
