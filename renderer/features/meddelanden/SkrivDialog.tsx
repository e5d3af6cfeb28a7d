import { useRef } from 'react';
import type { MottagareRad } from '../../../shared/ipc/views.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { useKatalog } from '../../state/akt.ts';
import { type Brevstart, closeMeddelandedialog, type Mottagarval, type Skrivning } from '../../state/meddelanden.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { Bilagefalt } from './Bilagefalt.tsx';
import { Mottagarfalt } from './Mottagarfalt.tsx';
import {
  attBekrafta,
  galler,
  gallerord,
  gallerval,
  ingenKund,
  isMedborgare,
  nyckelFor,
  type Skrivvarden,
  skrivfel,
  skrivformular,
  skrivkommando,
  startvarden,
  valAv,
  visat,
} from './skrivformular.ts';

/** Nytt meddelande (MEDD-03 to -11): kept as a draft like every form, and sent in its order also without a server. */
export function SkrivDialog({ skrivning }: { skrivning: Skrivning }) {
  // The signature is the user's own setting: the form waits for it.
  const { data, fel } = useQuery('meddelande.installning', {}, ['session']);
  const { personId } = skrivning.start;
  // Whom it is about as the rules see her now: whether she is one's own, and whether a message comes to her (FORB-67).
  const kund = useQuery('meddelande.mottagare', personId === undefined ? null : { text: '', personIder: [personId] }, ['session']);
  if ((!data && !fel) || (personId !== undefined && !kund.data && !kund.fel)) return null;
  const start = { ...skrivning.start, mottagare: mottagarna(skrivning.start, kund.data ?? []) };
  return <Formular skrivning={{ ...skrivning, start }} signatur={data?.installning?.signatur} />;
}

/** A message from an open kund is addressed to her; of an answer those it goes to. */
function mottagarna({ mottagare, personId, vidarebefordrar }: Brevstart, rader: readonly MottagareRad[]): Mottagarval[] {
  const kunden = rader.find((rad) => rad.slag === 'kund' && rad.personId === personId && rad.hinder === undefined);
  if (!mottagare) return kunden && !vidarebefordrar ? [valAv(kunden)] : [];
  return mottagareNu(mottagare, rader);
}
const mottagareNu = (mottagare: readonly Mottagarval[], rader: readonly MottagareRad[]): Mottagarval[] => {
  const nu = new Map(rader.map((rad) => [nyckelFor(valAv(rad)), valAv(rad)]));
  return mottagare.map((en) => nu.get(nyckelFor(en)) ?? en);
};

function Formular({ skrivning: { gruppId, start }, signatur }: { skrivning: Skrivning; signatur: string | undefined }) {
  const { data: katalog } = useKatalog();
  const radernaNu = useRef<readonly MottagareRad[]>([]);
  const nu = (varden: Skrivvarden): Skrivvarden => ({ ...varden, mottagare: mottagareNu(varden.mottagare, radernaNu.current) });
  const form = useFormular<Skrivvarden>({
    nyckel: { form: 'meddelande', objekt: gruppId },
    personId: start.personId ?? gruppId,
    titel: ({ amne }) => (amne.trim() === '' ? 'Nytt meddelande' : `Meddelande: ${amne.trim()}`),
    start: () => startvarden(start, signatur),
    schema: skrivformular,
    kontroll: (varden) => skrivfel(nu(varden), signatur),
    command: (varden) => skrivkommando(nu(varden), gruppId),
    faltAv,
    onSaved: closeMeddelandedialog,
  });
  // A draft may be old: whose kund each is, and by what name, is as the rules see them now.
  const kunder = [...new Set(form.varden.mottagare.filter(isMedborgare).map(({ personId }) => personId))];
  const { data: rader } = useQuery('meddelande.mottagare', kunder.length === 0 ? null : { text: '', personIder: kunder.slice(0, 30) }, [
    ...['akt', 'session'],
  ]);
  radernaNu.current = rader ?? [];
  const varden = nu(form.varden);
  const val = gallerval(varden);
  const bekrafta = attBekrafta(varden);
  const medborgare = varden.mottagare.filter(isMedborgare);
  // Documents are those of the kund it is about; of several kunder none is attached by a slip.
  const aktensId = kunder.length > 1 ? '' : (galler(varden) ?? '');
  const enheter = [...new Set(medborgare.flatMap((en) => (en.enheter.length > 1 ? en.enheter : [])))];
  const forsta = varden.mottagare[0];
  const fler = varden.mottagare.length - 1;
  return (
    <Formulardialog
      rubrik={varden.svarPa ? 'Svara' : varden.vidarebefordrar ? 'Vidarebefordra' : 'Nytt meddelande'}
      kund={gallerord(varden) ?? 'Journalför det som hör till akten. Inkorgen är inget arkiv.'}
      lage={form}
      primar={forsta ? `Skicka till ${forsta.namn}${fler > 0 ? ` och ${fler} till` : ''}` : 'Skicka'}
      onSave={() => void form.save()}
      onClose={() => void form.flush().then(closeMeddelandedialog)}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={980}
      brev
      forst={forstaFalt(start)}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      <Mottagarfalt
        valda={varden.mottagare}
        personId={varden.personId}
        onValda={(mottagare) => form.change({ mottagare, bekraftad: false })}
      />
      {val.length > 0 && (
        <Valfalt
          falt="galler"
          etikett="Kollegornas gäller"
          tomText="Välj"
          val={val}
          varde={galler(varden) === '' ? ingenKund : (galler(varden) ?? '')}
          onVarde={(nytt) => form.change({ galler: nytt })}
        />
      )}
      {enheter.length > 0 && (
        <Valfalt
          falt="enhet"
          etikett="Enhet"
          tomText="Välj"
          val={enheter.map((varde) => ({ varde, namn: katalog?.vardelistor.enhet.find(({ kod }) => kod === varde)?.namn ?? varde }))}
          varde={varden.enhet}
          onVarde={(enhet) => form.change({ enhet })}
        />
      )}
      <Textfalt falt="amne" etikett="Ämne" krav varde={varden.amne} onVarde={(amne) => form.change({ amne })} langst={200} />
      <Textfalt falt="text" etikett="Text" varde={varden.text} onVarde={(text) => form.change({ text })} langst={20_000} rader={10} />
      <Bilagefalt personId={aktensId} valda={varden.bilagor} onValda={(bilagor) => form.change({ bilagor, bekraftad: false })} />
      {medborgare.length < varden.mottagare.length && (
        <Kryssruta
          falt="laskvitto"
          etikett="Läskvitto när en kollega har öppnat det"
          vald={varden.laskvitto}
          onVald={(laskvitto) => form.change({ laskvitto })}
        />
      )}
      {bekrafta.length > 0 && (
        <>
          <ErrorBar
            slag="warning"
            vad={`Kontrollera mottagaren: ${bekrafta.map(visat).join(', ')}.`}
            gor={bekrafta.some(({ egen }) => !egen) ? 'Kunden är inte en av dina egna.' : 'En bilaga kommer ur en annan kunds akt.'}
          />
          <Kryssruta
            falt="bekraftad"
            etikett={`Ja, det ska till ${bekrafta.map(visat).join(', ')}`}
            vald={varden.bekraftad}
            onVald={(bekraftad) => form.change({ bekraftad })}
          />
          {form.felFor('bekraftad') && <ErrorBar vad={form.felFor('bekraftad') ?? ''} gor="" />}
        </>
      )}
    </Formulardialog>
  );
}

/** What is still to be written: to whom, about what, or the text itself. */
function forstaFalt({ mottagare = [], amne = '' }: Brevstart): 'mottagare' | 'amne' | 'text' {
  if (mottagare.length === 0) return 'mottagare';
  return amne === '' ? 'amne' : 'text';
}

/** Where a refusal's field is shown. */
function faltAv(field: string): string | undefined {
  if (field.startsWith('delar')) return 'mottagare';
  return field.startsWith('bilagor') ? 'bilagor' : undefined;
}
