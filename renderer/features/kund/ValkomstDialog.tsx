import { Button, makeStyles } from '@fluentui/react-components';
import { DocumentPdf16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { egnaEnheter } from '../../../shared/domain/enhet.ts';
import { etjanstId } from '../../../shared/domain/etjanst/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KatalogVy, KundVy, ValkomstVy } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { dokumentfelText } from '../../../shared/words/dokumentfel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { useKatalog } from '../../state/akt.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { Dokumentvisare } from '../../visare/Dokumentvisare.tsx';
import { attBekrafta, startvarden, type Valkomstvarden, valkomstfel, valkomstformular, valkomstkommando } from './valkomstformular.ts';

const useStyles = makeStyles({
  blad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  visare: { height: '46vh', minHeight: '240px', display: 'flex', flexDirection: 'column' },
});

type Props = { personId: string; postId: string; onClose: () => void };

/** The welcome message, with text and informationsblad in place: to be read and sent (VALK-01 to -03, FORB-73). */
export function ValkomstDialog({ personId, postId, onClose }: Props) {
  const { data: katalog } = useKatalog();
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  const enheter = katalog && kund ? egnaEnheter(katalog.egen, kund.person) : undefined;
  const [vald, setVald] = useState<string>();
  const enhet = vald ?? enheter?.[0];
  // Made anew where another unit is chosen: the sheet is that one's, and so is the place it is filed in.
  const { data: vy } = useQuery('etjanst.valkomst', enheter ? { personId, postId, ...(enhet === undefined ? {} : { enhet }) } : null, [
    ...['katalog', 'session'],
  ]);
  const { data: installning, fel } = useQuery('meddelande.installning', {}, ['session']);
  if (!katalog || !kund || !enheter || !vy || (!installning && !fel)) return null;
  const signatur = installning?.installning?.signatur;
  return <Formular {...{ katalog, kund, postId, vy, enheter, signatur, onClose }} onEnhet={setVald} />;
}

type Formularprops = {
  katalog: KatalogVy;
  kund: KundVy;
  postId: string;
  vy: ValkomstVy;
  enheter: string[];
  signatur: string | undefined;
  onEnhet: (enhet: string) => void;
  onClose: () => void;
};
function Formular({ katalog, kund, postId, vy, enheter, signatur, onEnhet, onClose }: Formularprops) {
  const css = useStyles();
  const [visas, setVisas] = useState(false);
  const { personId, person, etjanst, godkannanden } = kund;
  const godkannande = godkannanden.find(({ id }) => id === postId)?.data;
  const data = postId === etjanstId(personId) ? etjanst?.data : godkannande;
  const till = godkannande
    ? `${godkannande.till.namn} ${formatPersonnummer(godkannande.till.personnummer)}`
    : `${displayName(person)} ${formatPersonnummer(person.personnummer)}`;
  const bekraftas = attBekrafta(personId, vy);
  const form = useFormular<Valkomstvarden>({
    nyckel: { form: 'valkomst', personId, objekt: postId },
    personId,
    titel: 'Välkomstmeddelande',
    start: () => startvarden(vy, signatur),
    schema: valkomstformular,
    kontroll: (varden) => valkomstfel(varden, { flera: enheter.length > 1, bekraftas }),
    command: (varden) => valkomstkommando(varden, { personId, postId, blad: vy.blad }),
    faltAv: (field) => (['amne', 'text', 'enhet', 'bekraftad'].includes(field) ? field : undefined),
    onSaved: onClose,
  });
  const { varden } = form;
  // Also of a draft: the sheet and its place are of the unit that is sent from.
  useEffect(() => {
    if (varden.enhet !== undefined) onEnhet(varden.enhet);
  }, [varden.enhet, onEnhet]);
  const handling = vy.blad?.handling;
  return (
    <Formulardialog
      rubrik="Välkomstmeddelande"
      kund={godkannande ? `I stället för ${displayName(person)} ${formatPersonnummer(person.personnummer)}` : till}
      lage={form}
      primar={`Skicka till ${godkannande?.till.namn ?? displayName(person)}`}
      onSave={() => void form.save()}
      onClose={() => void form.flush().then(onClose)}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={980}
      brev
      forst="text"
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      {data?.valkomst?.slag === 'skickat' && <ErrorBar slag="warning" {...ordForAvslag('valkomst-redan-skickad')} />}
      <Enhetsval
        enheter={enheter}
        namn={katalog.vardelistor.enhet}
        varde={varden.enhet}
        onVarde={(enhet) => form.change({ enhet })}
        tips="Svaret kommer till den enheten, och informationsbladet sparas i dess ärende."
      />
      <Lasrad etikett="Till">{till}</Lasrad>
      <Textfalt falt="amne" etikett="Ämne" krav varde={varden.amne} onVarde={(amne) => form.change({ amne })} langst={200} />
      <Textfalt falt="text" etikett="Text" krav varde={varden.text} onVarde={(text) => form.change({ text })} langst={20_000} rader={9} />
      {handling?.ok ? (
        <>
          <div className={css.blad}>
            <Kryssruta
              falt="blad"
              etikett={`Bifoga informationsbladet: ${handling.rubrik}`}
              vald={varden.blad}
              onVald={(blad) => form.change({ blad })}
            />
            <Button size="small" icon={<DocumentPdf16Regular />} aria-expanded={visas} onClick={() => setVisas(!visas)}>
              {visas ? 'Dölj informationsbladet' : 'Läs informationsbladet'}
            </Button>
          </div>
          {visas && (
            <div className={css.visare}>
              <Dokumentvisare key={handling.sha256} kalla={{ slag: 'forhandsvisning', sha256: handling.sha256 }} />
            </div>
          )}
        </>
      ) : (
        <ErrorBar
          slag="info"
          vad="Inget informationsblad följer med."
          gor={handling ? handling.saknas.map(dokumentfelText).join(' ') : 'Det finns ingen utredning eller aktualisering att spara det i.'}
        />
      )}
      {bekraftas && (
        <>
          <ErrorBar slag="warning" vad={`Kontrollera mottagaren: ${till}.`} gor="Kunden är inte en av dina egna." />
          <Kryssruta
            falt="bekraftad"
            etikett={`Ja, det ska till ${till}`}
            vald={varden.bekraftad}
            onVald={(bekraftad) => form.change({ bekraftad })}
          />
          {form.felFor('bekraftad') && <ErrorBar vad={form.felFor('bekraftad') ?? ''} gor="" />}
        </>
      )}
    </Formulardialog>
  );
}
