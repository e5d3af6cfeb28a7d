import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { bestallningFor } from '../../../shared/domain/beslut/bestallbart.ts';
import { farFelmarkeraBeslut } from '../../../shared/domain/beslut/felmarkera.ts';
import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import { samtidigaVidAndring } from '../../../shared/domain/beslut/samtidigt.ts';
import { andringshinder } from '../../../shared/domain/beslut/spara.ts';
import { visaOmfattning } from '../../../shared/domain/beslut/timmar.ts';
import { skickas } from '../../../shared/domain/beslut/utskick.ts';
import { gallandeBestallning } from '../../../shared/domain/bestallning/urval.ts';
import { planhinder } from '../../../shared/domain/individuellplan/regler.ts';
import { insatsAv } from '../../../shared/domain/katalog/uppslag.ts';
import { skaVerkstallas } from '../../../shared/domain/klocka/verkstallt.ts';
import { beviljat, isLass } from '../../../shared/domain/pagaende.ts';
import { nyPersonkrets } from '../../../shared/domain/person/personkrets.ts';
import { mayRun } from '../../../shared/domain/rulebook/command-roles.ts';
import { isNyckel, type Utkastnyckel } from '../../../shared/ipc/utkastnyckel.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { Kontrollknapp, Kontrollpanel, type Kontrollrad } from '../../components/formular/Kontrollpanel.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { UtkastLases } from '../../components/formular/UtkastLases.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { Kameraknapp } from '../../components/Kamera.tsx';
import { kortnamn } from '../../components/kortnamn.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useFristrader } from '../../state/fristrader.ts';
import { showKamera, useOppnaPa } from '../../state/kamera.ts';
import { useCommand } from '../../state/keys.ts';
import { namnuppslag } from '../../state/namnuppslag.ts';
import { useFormular } from '../../state/useFormular.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { Beslutsfalt } from './Beslutsfalt.tsx';
import { kortfalt, sparatFel, varningsrad } from './beslutsfel.ts';
import type { Underlag } from './beslutsutkast.ts';
import { DigitalPostknapp } from './DigitalPostknapp.tsx';
import { ettBeslut } from './effektivt.ts';
import { type SparatVarden, sparaKommando, sparatAv, sparatVarden } from './sparat.ts';
import { useUtskick } from './useUtskick.ts';

const useStyles = makeStyles({
  lasyta: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '12px', padding: '8px 12px', overflowY: 'auto' },
  knappar: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Post = { id: string; data: Beslut };
type Props = { underlag: Underlag; beslut: Post; lista: ReactNode; onNy?: (() => void) | undefined };

/** A saved beslut: changed by who may while nothing has been ordered on it, else read (FRAGA-24). */
export function SparatBeslut({ underlag, beslut, lista, onNy }: Props) {
  useCommand('ny', onNy ?? null);
  const { id, data } = beslut;
  const { akt, fakta } = underlag;
  const nyckel = { form: 'beslut', personId: akt.personId, objekt: id } as const;
  const harUtkast = useUtkast().some((one) => isNyckel(one.nyckel, nyckel));
  const kan = useMaySave('beslut');
  const hinder = andringshinder(beslut, fakta.beslut, akt.bestallningar);
  // What was changed before it was ordered or marked as wrong is still shown: the words are the user's.
  const andras = !isLass(data) && insatsAv(fakta.insatser, data) !== undefined && ((kan && !hinder) || harUtkast);
  return andras ? (
    <Andring
      key={id}
      nyckel={nyckel}
      underlag={underlag}
      beslut={beslut}
      lista={lista}
      onNy={onNy}
      hinder={hinder && ordForAvslag(hinder)}
    />
  ) : (
    <Lasning underlag={underlag} beslut={beslut} lista={lista} />
  );
}

function Andring({ nyckel, underlag, beslut, lista, onNy, hinder }: Props & { nyckel: Utkastnyckel; hinder: Ord | undefined }) {
  const { akt } = underlag;
  const namn = namnuppslag(akt, underlag.katalog);
  const form = useFormular<SparatVarden>({
    nyckel,
    personId: akt.personId,
    titel: beslut.data.beslutsnamn,
    start: () => sparatAv(underlag, beslut),
    nu: sparatAv(underlag, beslut),
    namn: (kod) => namn(kod.replace(/^(handlaggare|enhetschef|individutskottet):/, '')),
    schema: sparatVarden,
    kontroll: ({ kort, samtidigSkal }) => sparatFel(underlag, kort, samtidigSkal),
    command: (varden) => sparaKommando(underlag, varden),
    faltAv: (field) =>
      field === 'samtidigSkal' || field === 'sedda' ? field : kortfalt(beslut.id, field === 'omfattning' ? 'timmar.tim' : field),
  });
  if (form.laddar) return <UtkastLases diskfel={form.diskfel} antal={10} />;
  const { kort } = form.varden;
  const ett = ettBeslut(underlag, kort);
  const samtidiga = samtidigaVidAndring(underlag.fakta, ett).flatMap((one) => one.samtidiga);
  // The personkrets it has already is kept, whatever is registered since.
  const krets = kort.personkrets === beslut.data.personkrets ? undefined : nyPersonkrets(underlag.fakta.personkrets, kort.personkrets);
  const rader: Kontrollrad[] = [
    ...form.fel.map(({ falt, text }) => ({ status: 'fel' as const, rubrik: text, falt })),
    ...samtidiga.map(({ id }) => varningsrad({ slag: 'varning', kod: 'samtidigt-bifall', ref: id }, underlag)),
    ...(krets ? [varningsrad({ slag: 'varning', kod: 'personkrets-andras', ref: krets }, underlag)] : []),
  ];
  return (
    <Formularyta
      etikett="Beslut"
      lage={form}
      onSave={() => void form.save()}
      topp={
        <>
          {lista}
          <Formularmeddelanden
            avslag={form.avslag ?? hinder}
            diskfel={form.diskfel}
            onTryAgain={() => void form.flush()}
            andrad={form.andrad(() => fakta(underlag, beslut))}
          />
        </>
      }
      panel={<Kontrollpanel rader={rader} />}
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar={`Spara beslut för ${kortnamn(akt.person.data)}`}
          onPrimar={() => void form.save()}
          onUndo={form.undo}
          onRedo={form.redo}
          onNy={onNy}
        >
          <Steg underlag={underlag} beslut={beslut} />
          <Kontrollknapp rader={rader} />
        </Formularfot>
      }
    >
      <Frister underlag={underlag} beslut={beslut} />
      <Beslutsfalt underlag={underlag} kort={kort} sparat onKort={(del) => form.change((nu) => ({ kort: { ...nu.kort, ...del } }))} />
      {samtidiga.length > 0 && (
        <Textfalt
          falt="samtidigSkal"
          etikett="Skäl till två bifall"
          krav
          langst={500}
          tips="Ett annat bifall på samma insats gäller samma tid. Skriv varför båda ska gälla, eller ändra datumen."
          varde={form.varden.samtidigSkal ?? ''}
          onVarde={(samtidigSkal) => form.change({ samtidigSkal })}
        />
      )}
    </Formularyta>
  );
}

/** What is due about it, and what that counts from: not of the form. */
function Frister({ underlag, beslut: { id, data } }: Pick<Props, 'underlag' | 'beslut'>) {
  const { akt } = underlag;
  const frister = useFristrader(akt.personId, id);
  const utskick = useUtskick(underlag, { id, data });
  const rader = [...utskick, ...(data.partTagitDel ? [['Parten tog del', tagitDelOrd(data.partTagitDel)] as const] : []), ...frister];
  return rader.length > 0 ? <Faktalista rader={rader} /> : null;
}

function Lasning({ underlag, beslut, lista }: Props) {
  const css = useStyles();
  const frister = useFristrader(underlag.akt.personId, beslut.id);
  const utskick = useUtskick(underlag, beslut);
  const { felmarkering, felmarkerad } = beslut.data;
  return (
    <section className={css.lasyta} aria-label={beslut.data.beslutsnamn}>
      {lista}
      {felmarkerad && (
        <ErrorBar
          slag="warning"
          vad="Beslutet är felmarkerat."
          gor={felmarkering ? `${felmarkering.namn} ${swedishDay(felmarkering.at)}: ${felmarkering.orsak}` : ''}
        />
      )}
      <Faktalista rader={[...fakta(underlag, beslut), ...utskick, ...frister]} />
      <div className={css.knappar}>
        <Steg underlag={underlag} beslut={beslut} />
      </div>
    </section>
  );
}

/** Where one goes from a saved beslut. */
function Steg({ underlag, beslut: { id, data } }: Pick<Props, 'underlag' | 'beslut'>) {
  const {
    akt,
    fakta: { insatser, utredning, utredningId },
    katalog,
  } = underlag;
  const { personId } = akt;
  const show = (flik: 'bestallning' | 'bedomning', del: { bestallningId?: string; bedomningId?: string }) =>
    showYta(personId, { slag: 'utredning', id: utredningId, flik, beslutId: id, ...del });
  const order = gallandeBestallning(id, akt.bestallningar);
  const instrument = data.utfall === 'bifall' && !data.felmarkerad && insatsAv(insatser, data)?.data.instrumentId !== undefined;
  const bedomning = akt.bedomningar.find((one) => one.data.beslutId === id);
  const far = farFelmarkeraBeslut(data, utredning.ansvarigHandlaggareId, { id: katalog.egen.anvandareId, roller: katalog.egen.roller });
  const verkstalls = beviljat(data) && skaVerkstallas(insatser, data);
  const erbjudanden = akt.erbjudanden.filter((one) => one.data.beslutId === id && !one.data.felmarkering).length;
  const uppfoljningar = akt.uppfoljningar.filter((one) => one.data.beslutId === id && !one.data.felmarkering).length;
  const ref = { type: 'beslut' as const, id };
  const antal = useOppnaPa(personId, akt.bevakningar, ref);
  return (
    <>
      {mayRun('bevakning.lagg', { roller: katalog.egen.roller, aktiv: true }) && (
        <Kameraknapp om="beslutet" antal={antal} onClick={() => showKamera(personId, ref)} />
      )}
      {order ? (
        <Button size="small" onClick={() => show('bestallning', { bestallningId: order.id })}>
          Visa beställningen
        </Button>
      ) : (
        bestallningFor(insatser, data) && (
          <Button size="small" onClick={() => show('bestallning', {})}>
            Gör beställning
          </Button>
        )
      )}
      {instrument && (
        <Button size="small" onClick={() => show('bedomning', bedomning ? { bedomningId: bedomning.id } : {})}>
          {bedomning ? 'Visa bedömningen' : 'Gör bedömning'}
        </Button>
      )}
      {skickas(insatser, data) && (
        <Button size="small" onClick={() => showYta(personId, { slag: 'utskrift', objekt: ref })}>
          Skriv ut beslutet
        </Button>
      )}
      <DigitalPostknapp underlag={underlag} beslut={{ id, data }} />
      {kraverAnteckning(data) && mayRun('beslut.kopplaAnteckning', { roller: katalog.egen.roller, aktiv: true }) && (
        <Button size="small" onClick={() => showArendedialog({ personId, post: 'kopplaAnteckning', id })}>
          Journalanteckning
        </Button>
      )}
      {!data.felmarkerad && mayRun('beslut.partTagitDel', { roller: katalog.egen.roller, aktiv: true }) && (
        <Button size="small" onClick={() => showArendedialog({ personId, post: 'tagitDel', id })}>
          Parten har tagit del
        </Button>
      )}
      {beviljat(data) && (
        <Button size="small" onClick={() => showArendedialog({ personId, post: 'uppfoljningar', id })}>
          {`Uppföljningar (${uppfoljningar})`}
        </Button>
      )}
      {!planhinder(katalog.insatser, data) && (
        <Button size="small" onClick={() => showArendedialog({ personId, post: 'individuellPlan', id })}>
          Individuell plan
        </Button>
      )}
      {verkstalls && (
        <>
          <Button size="small" onClick={() => showArendedialog({ personId, post: 'erbjudanden', id })}>
            {`Erbjudanden (${erbjudanden})`}
          </Button>
          <Button size="small" onClick={() => showArendedialog({ personId, post: 'ivouppgift', id })}>
            Uppgifter till IVO
          </Button>
        </>
      )}
      {!data.felmarkerad && (
        <Hinderknapp
          namn="Felmarkera"
          hinder={far ? undefined : ordForAvslag('inte-forfattare').vad}
          onClick={() => showArendedialog({ personId, post: 'felmarkeraBeslut', id })}
        />
      )}
    </>
  );
}

/** An enhetschef's that is to go to the e-service waits for it, and can name another until it has gone (DELEG-02). */
const kraverAnteckning = ({ felmarkerad, beslutsfattare, utskick }: Beslut): boolean =>
  !felmarkerad && beslutsfattare?.slag === 'enhetschef' && utskick !== undefined && !utskick.skickat && !utskick.uteblivet;

function fakta({ katalog }: Underlag, { data }: Post): (readonly [string, string])[] {
  return [
    ['Beslut', data.beslutsnamn],
    ['Insatskategori', data.insatskategori],
    ['Beslutsdatum', data.beslutsdatum],
    ['Gäller fr.o.m.', data.giltigFran],
    ['Slutdatum', data.giltigTom ?? 'Tills vidare'],
    ['Beslutsfattare', data.beslutsfattare?.namn ?? ''],
    ['Organisation', katalog.organisationer.find(({ id }) => id === data.organisationId)?.data.namn ?? ''],
    ['Timmar', data.omfattning ? visaOmfattning(data.omfattning) : ''],
    ['Nivå', data.niva ?? ''],
    ['Personkrets', data.personkrets ?? ''],
    ['Extern placering', data.externPlacering ? 'Utförs utanför kommunen' : ''],
    ['Skäl till två bifall', data.samtidigSkal ?? ''],
    ['Parten tog del', data.partTagitDel ? tagitDelOrd(data.partTagitDel) : ''],
    ['LSS Insatser', data.utanLssInsatser ? `Öppnades inte: ${data.utanLssInsatser}` : ''],
  ];
}

const tagitDelOrd = ({ dag, satt, namn }: NonNullable<Beslut['partTagitDel']>): string =>
  [dag, satt, `(${namn})`].filter(Boolean).join(' ');
