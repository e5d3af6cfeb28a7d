import { Button, Checkbox, makeStyles, ProgressBar } from '@fluentui/react-components';
import { DocumentPdf20Regular, LockClosed16Regular, Print20Regular, Save20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { DokumentVy } from '../../../shared/ipc/views.ts';
import { kortad } from '../../../shared/util/kortad.ts';
import { stegText } from '../../../shared/words/bindning.ts';
import { sidantal } from '../../../shared/words/utskrift.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { useIngenFilOppnas } from '../../components/fildrag.ts';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { UtkastLases } from '../../components/formular/UtkastLases.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { idagNu } from '../../components/idag.ts';
import { kortnamn } from '../../components/kortnamn.ts';
import { Panel } from '../../components/Panel.tsx';
import { Panelvy } from '../../components/Panelvy.tsx';
import { type Aktdata, useAktdata } from '../../state/akt.ts';
import { showYta, type Yta } from '../../state/arbetsyta.ts';
import {
  avbrytBindning,
  type Bindel,
  bind,
  bindvalText,
  forgetBindningOf,
  forgetDel,
  giveLosenord,
  setSteg,
  taInFil,
  useBindning,
} from '../../state/bindning.ts';
import { newId, onCoreEvent } from '../../state/core.ts';
import { tangentFor, useCommand } from '../../state/keys.ts';
import { lasesAv } from '../../state/knytsTill.ts';
import { samlade, useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { Dokumentvisare } from '../../visare/Dokumentvisare.tsx';
import { SkrivUtDialog } from '../../visare/SkrivUtDialog.tsx';
import { Buntlista } from './Buntlista.tsx';
import {
  arkiveraBunt,
  type Buntformular,
  bindhinder,
  bindvalAv,
  buntformular,
  buntplatser,
  bunttyp,
  platsAv,
  type Rad,
  raderAv,
  startBunt,
} from './bunt.ts';
import { Dokumentlista } from './Dokumentlista.tsx';
import { Resultat } from './Resultat.tsx';

const useStyles = makeStyles({
  luft: { flexGrow: 1 },
  bunt: { width: '36%', minWidth: '340px', flexShrink: 0, '@media (max-width: 999px)': { width: 'auto', minWidth: 0 } },
  granska: { flexGrow: 1, minWidth: 0, '@media (max-width: 999px)': { minHeight: '420px' } },
  rulle: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    '@media (max-width: 999px)': { overflowY: 'visible' },
  },
  resultat: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '4px 12px 8px', flexShrink: 0 },
  delrubrik: { margin: 0, paddingBottom: '2px', borderBottom: '1px solid var(--akHair)', fontSize: '13px', fontWeight: 600 },
  kryss: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', marginLeft: '-6px' },
  framsteg: { padding: '8px 12px', flexShrink: 0 },
  fot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 12px',
    borderTop: '1px solid var(--akHair)',
    flexShrink: 0,
  },
  las: { display: 'inline-flex', alignItems: 'center', gap: '6px', fontSize: '12px', lineHeight: '16px', minWidth: 0 },
});

export type Bindarprops = {
  personId: string;
  /** A document of the akt that is to be in the bundle from the start. */
  med: string | undefined;
  /** What is shown again when it is closed. */
  fran: Yta | undefined;
};

/** PDF-binder: documents of the akt and files from elsewhere, put in order and bound in one PDF (BIND-01 to BIND-03, FORB-48). */
export function Bindarvy(props: Bindarprops) {
  const { personId } = props;
  const dokument = useQuery('dokument.lista', { personId }, [`akt:${personId}`, 'session', 'status']);
  return <Hamtat svar={samlade({ aktdata: useAktdata(personId), dokument })}>{(data) => <Vy {...props} {...data} />}</Hamtat>;
}

type Visat = { slag: 'bunt' } | { slag: 'del'; id: string };

function Vy({ personId, med, fran, aktdata, dokument }: Bindarprops & { aktdata: Aktdata; dokument: DokumentVy[] }) {
  const css = useStyles();
  const { akt, katalog } = aktdata;
  const person = akt.person.data;
  const kund = `${displayName(person)} ${formatPersonnummer(person.personnummer)}`;
  const bindning = useBindning(personId);
  const [visat, setVisat] = useState<Visat>({ slag: 'bunt' });
  const [klar, setKlar] = useState<{ id: string; rubrik: string }>();
  const [skriverUt, setSkriverUt] = useState(false);
  useIngenFilOppnas();
  useEffect(() => onCoreEvent((event) => event.event === 'bindare' && setSteg(personId, event.jobb, event)), [personId]);

  const raderFor = (varden: Buntformular) => raderAv(varden.delar, bindning.delar, dokument);
  /** What was bound, while it is what is chosen now. */
  const bundenAv = (varden: Buntformular) => (bindning.bunden?.av === bindvalText(bindvalAv(varden)) ? bindning.bunden : undefined);
  const platserAv = (varden: Buntformular) => buntplatser(raderFor(varden), akt, katalog);
  const form = useFormular<Buntformular>({
    nyckel: { form: 'bindare', personId, objekt: 'akt' },
    personId,
    titel: ({ rubrik }) => ['PDF-binder', rubrik.trim()].filter((one) => one !== '').join(' – '),
    start: () => startBunt(idagNu()),
    schema: buntformular,
    kontroll: (varden) => {
      const { val, olika } = platserAv(varden);
      const utan = olika
        ? 'Dokumenten hör till olika enheter och kan inte sparas i akten tillsammans. Bind dem var för sig.'
        : val.length > 0
          ? 'Välj vad bunten ska knytas till.'
          : 'Det finns inget i akten som du kan knyta bunten till.';
      return [
        ...bindhinder(raderFor(varden), varden),
        ...(bundenAv(varden) ? [] : [{ falt: 'bind', text: 'Bind dokumenten först.' }]),
        ...(platsAv(val, raderFor(varden), varden) === undefined ? [{ falt: 'knytsTill', text: utan }] : []),
      ];
    },
    command: (varden) =>
      arkiveraBunt({ personId, katalog }, varden, platsAv(platserAv(varden).val, raderFor(varden), varden), bundenAv(varden)),
    faltAv: (field) => (field === 'rubrik' || field === 'knytsTill' ? field : undefined),
    onSaved: (varden) => {
      setKlar({ id: varden.ids.dokument, rubrik: varden.rubrik.trim() });
      forgetBindningOf(personId);
      setVisat({ slag: 'bunt' });
      void form.startOver();
    },
  });

  const { laddar, varden, change } = form;
  /** A document of the akt that the user came from. */
  useEffect(() => {
    const one = dokument.find(({ id }) => id === med);
    if (laddar || !one || one.data.felmarkerad) return;
    change(({ delar }) => (delar.some(({ id }) => id === one.id) ? {} : { delar: [...delar, delAv(one)] }));
    // Once: taken away again, it stays away.
    showYta(personId, { slag: 'bindare', ...(fran ? { fran } : {}) });
  }, [laddar, med, dokument, change, personId, fran]);

  const rader = raderFor(varden);
  const hinder = bindhinder(rader, varden);
  const bunden = bundenAv(varden);
  const { pagar, fel } = bindning;
  const nu = pagar ? 'Bindningen pågår' : hinder[0]?.text;
  const skrivbar = bunden && !pagar;
  useCommand('skrivUt', skrivbar ? () => setSkriverUt(true) : null);
  if (laddar) return <UtkastLases diskfel={form.diskfel} antal={8} />;

  const write = (del: Partial<Buntformular>) => {
    setKlar(undefined);
    change(del);
  };
  const add = (nya: readonly Bindel[]) => {
    write({ delar: [...varden.delar, ...nya] });
    const [forsta] = nya;
    if (forsta) setVisat({ slag: 'del', id: forsta.id });
  };
  const addFiler = (filer: readonly File[]) => {
    const nya = filer.map((fil) => ({ fil, id: newId() }));
    add(nya.map(({ fil, id }) => ({ slag: 'fil', id, namn: utanAndelse(fil.name), sidor: '' })));
    for (const { fil, id } of nya) void taInFil(personId, id, fil);
  };
  const addDokument = (id: string) => {
    const one = dokument.find((dok) => dok.id === id);
    if (one && !one.data.felmarkerad && !varden.delar.some((del) => del.id === id)) add([delAv(one)]);
  };
  const taBort = (id: string) => {
    write({ delar: varden.delar.filter((del) => del.id !== id) });
    forgetDel(personId, id);
  };
  const doBind = () => {
    if (nu !== undefined) return;
    setKlar(undefined);
    setVisat({ slag: 'bunt' });
    void bind(personId, bindvalAv(varden));
  };
  const { val: platser, olika } = platserAv(varden);
  const plats = platsAv(platser, rader, varden);
  const sidor = rader.reduce((sum, { valda, har }) => sum + (valda ?? har ?? 0), 0);
  const vald = visat.slag === 'del' ? rader.find(({ id }) => id === visat.id) : undefined;
  const felrad = fel?.del === undefined ? undefined : rader.find(({ id }) => id === fel.del);
  return (
    <Panelvy
      namn="PDF-binder"
      rubrik="PDF-binder"
      form={form}
      etikett={96}
      onClose={() => showYta(personId, fran ?? null)}
      klar={klar && { rubrik: klar.rubrik, onVisa: () => showYta(personId, { slag: 'handling', id: klar.id }) }}
      meddelanden={
        <>
          {form.lases && <ErrorBar slag="info" vad="Du kan binda och skriva ut, men inte spara i akten." gor="Din roll får inte det." />}
          {fel && (
            <ErrorBar
              vad={felrad ? `${felrad.namn}: ${fel.ord.vad}` : fel.ord.vad}
              gor={fel.ord.gor}
              {...(felrad ? { handling: 'Visa raden', onHandling: () => setVisat({ slag: 'del', id: felrad.id }) } : {})}
            />
          )}
        </>
      }
    >
      <Dokumentlista
        kund={kund}
        dokument={dokument}
        valda={new Set(varden.delar.map(({ id }) => id))}
        onVald={({ id }, isVald) => (isVald ? addDokument(id) : taBort(id))}
        onFiler={addFiler}
      />
      <Panel
        rubrik="Bunten"
        text={rader.length === 0 ? 'tom' : `${rader.length} dokument, ${sidantal(sidor)}`}
        className={css.bunt}
        verktyg={
          rader.length > 0 && (
            <Button size="small" appearance="subtle" onClick={() => [forgetBindningOf(personId), write({ delar: [] })]}>
              Töm
            </Button>
          )
        }
      >
        <div className={css.rulle}>
          <Buntlista
            rader={rader}
            vald={vald?.id}
            onVald={(id) => setVisat({ slag: 'del', id })}
            onDelar={(delar) => write({ delar })}
            onTaBort={taBort}
            onSidor={(id, nya) => write({ delar: varden.delar.map((del) => (del.id === id ? { ...del, sidor: nya } : del)) })}
            onLosenord={(del, losenord) => void giveLosenord(personId, del, losenord)}
            onDokument={addDokument}
            onFiler={addFiler}
          />
          <div className={css.resultat}>
            <h3 className={css.delrubrik}>Resultat</h3>
            <Textfalt falt="rubrik" etikett="Rubrik" krav varde={varden.rubrik} onVarde={(rubrik) => write({ rubrik })} langst={200} />
            <div className={css.kryss}>
              <Checkbox
                label="Sidnummer, Sida 1 av alla"
                checked={varden.sidnummer}
                onChange={(_, { checked }) => write({ sidnummer: checked === true })}
              />
              <Checkbox
                label="Framsida med innehåll"
                checked={varden.framsida}
                onChange={(_, { checked }) => write({ framsida: checked === true })}
              />
            </div>
            {!form.lases && (
              <Valfalt
                falt="knytsTill"
                etikett="Knytas till"
                krav
                val={platser}
                varde={plats}
                onVarde={(knytsTill) => write({ knytsTill })}
                tips={olika ? 'Dokumenten hör till olika enheter: bunten kan inte sparas i akten.' : lasesAv(akt, katalog, plats)}
              />
            )}
          </div>
        </div>
        {pagar && (
          <div className={css.framsteg} role="status">
            <ProgressBar aria-label="Bindningen" value={pagar.steg ? andelAv(pagar.steg) : 0} max={1} />
            {pagar.steg ? stegText(pagar.steg) : 'Börjar …'}
          </div>
        )}
        <div className={css.fot} data-falt="bind">
          <span className={css.las}>
            <LockClosed16Regular aria-hidden />
            Krypterat här, glöms när du loggar ut
          </span>
          <span className={css.luft} />
          {pagar ? (
            <Button size="small" onClick={() => avbrytBindning(personId)}>
              Avbryt
            </Button>
          ) : (
            <Hinderknapp namn="Bind" ikon={<DocumentPdf20Regular />} primar={!bunden} hinder={nu} onClick={doBind} />
          )}
        </div>
      </Panel>
      <Panel
        rubrik="Granska"
        text={
          vald ? `dokument ${rader.indexOf(vald) + 1} av ${rader.length}` : bunden ? `bunten, ${sidantal(bunden.svar.sidor)}` : undefined
        }
        className={css.granska}
        verktyg={
          vald &&
          bunden && (
            <Button size="small" appearance="subtle" onClick={() => setVisat({ slag: 'bunt' })}>
              Visa bunten
            </Button>
          )
        }
      >
        {!vald && bunden && <Resultat svar={bunden.svar} />}
        <Visat rad={vald} sha256={bunden?.svar.sha256} andrad={bindning.bunden !== undefined} />
        <div className={css.fot} style={{ justifyContent: 'flex-end' }}>
          <Hinderknapp
            namn="Skriv ut…"
            ikon={<Print20Regular />}
            hinder={skrivbar ? undefined : 'Bind dokumenten först'}
            tangent={tangentFor('skrivUt')}
            onClick={() => setSkriverUt(true)}
          />
          {!form.lases && (
            <Button
              size="small"
              appearance={bunden ? 'primary' : 'secondary'}
              icon={<Save20Regular />}
              disabledFocusable={form.sparar}
              onClick={() => void form.save()}
            >
              {`Spara i akten för ${kortnamn(person)} ${formatPersonnummer(person.personnummer)}`}
            </Button>
          )}
        </div>
      </Panel>
      {skriverUt && bunden && (
        <SkrivUtDialog
          personId={personId}
          slag={bunttyp}
          vad={{ kalla: { slag: 'forhandsvisning', sha256: bunden.svar.sha256 }, titel: varden.rubrik.trim(), sidor: bunden.svar.sidor }}
          onClose={() => setSkriverUt(false)}
        />
      )}
    </Panelvy>
  );
}

/** The document that is marked, or the bundle. */
function Visat({ rad, sha256, andrad }: { rad: Rad | undefined; sha256: string | undefined; andrad: boolean }) {
  if (rad?.slag === 'dokument') return <Dokumentvisare key={rad.id} kalla={{ slag: 'dokument', id: rad.id }} />;
  if (rad) {
    const bytes = rad.lage && 'sha256' in rad.lage ? rad.lage.sha256 : undefined;
    if (bytes !== undefined) return <Dokumentvisare key={bytes} kalla={{ slag: 'forhandsvisning', sha256: bytes }} />;
    return <EmptyState text="Filen kan inte visas än." />;
  }
  if (sha256 !== undefined) return <Dokumentvisare key={sha256} kalla={{ slag: 'forhandsvisning', sha256 }} />;
  return (
    <EmptyState
      text={
        andrad
          ? 'Bunten har ändrats sedan du band. Bind igen.'
          : 'Kryssa i dokument i akten, lägg till filer och ordna dem. Tryck sedan på Bind: bunten visas här innan något sparas eller skrivs ut.'
      }
    />
  );
}

const delAv = ({ id, data }: DokumentVy): Bindel => ({ slag: 'dokument', id, namn: data.rubrik, sidor: '' });
const utanAndelse = (namn: string): string => kortad(namn.replace(/\.(pdf|tiff?|jpe?g|png)$/i, ''), 200) || 'Fil';
/** Reading, writing and comparing are a third each. */
const andelAv = ({ steg, klart, av }: { steg: 'laser' | 'skriver' | 'jamfor'; klart: number; av: number }): number =>
  ({ laser: 0, skriver: 1, jamfor: 2 })[steg] / 3 + klart / av / 3;
