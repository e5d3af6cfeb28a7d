import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { KnytsTill } from '../../../shared/domain/dokument/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { SkannadFil } from '../../../shared/ipc/skanning.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { skanhinderOrd } from '../../../shared/words/skanning.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { kortnamn } from '../../components/kortnamn.ts';
import { useFonster } from '../../components/useFonster.ts';
import { type Aktdata, aktForPost, useAktdata } from '../../state/akt.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { call, newId } from '../../state/core.ts';
import { useCommand } from '../../state/keys.ts';
import { knytsTillVal, knytvarde, lasesAv } from '../../state/knytsTill.ts';
import { useSkanningar } from '../../state/skanningar.ts';
import { useFormular } from '../../state/useFormular.ts';
import { Filruta } from './Filruta.tsx';
import { Skanlista } from './Skanlista.tsx';
import { type Skanvarden, skanfel, skankommando, skanvarden } from './skanformular.ts';
import { TaBortFil } from './TaBortFil.tsx';
import { useEgenFil } from './useEgenFil.ts';
import { useVisning } from './useVisning.ts';
import { Visning } from './Visning.tsx';

const useStyles = makeStyles({
  infoga: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  fel: { color: 'var(--akRed)', fontSize: '12px', lineHeight: '16px' },
  topp: { display: 'flex', flexDirection: 'column', gap: '8px', paddingBottom: '8px' },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600 },
  under: { display: 'flex', flexDirection: 'column', height: '70vh', minHeight: '320px', border: '1px solid var(--akHair)' },
});

type Plats = KnytsTill & { type: 'utredning' | 'verkstallighet' };
type Props = { personId: string; plats: Plats };
/** A file of the folder, or one of the computer by what it is as a PDF. */
/** `skrivs`: it was being written when it was chosen, and has another id when it is done. */
type Vald = { id: string; namn: string; egen: boolean; skrivs?: boolean };
type Klart = Ord & { slag: 'info' | 'warning'; dokumentId: string };

/** Infoga dokument of an utredning or a verkställighet: a scan of the folder is shown, and filed in the akt (SKAN-02 to SKAN-05, FORB-50). */
export function InfogaDokument({ personId, plats }: Props) {
  const css = useStyles();
  // Each scan that is filed is a form of its own.
  const [omgang, setOmgang] = useState(0);
  const [klart, setKlart] = useState<Klart>();
  return (
    <Hamtat svar={useAktdata(personId)}>
      {(data) => (
        <div className={css.infoga}>
          <Formular
            key={omgang}
            {...data}
            akt={aktForPost(data.akt, plats.type, plats.id)}
            plats={plats}
            sparatNyss={omgang > 0}
            meddelande={
              klart && (
                <ErrorBar
                  {...{ slag: klart.slag, vad: klart.vad, gor: klart.gor }}
                  handling="Visa dokumentet"
                  onHandling={() => showYta(personId, { slag: 'handling', id: klart.dokumentId })}
                  onClose={() => setKlart(undefined)}
                />
              )
            }
            onValj={() => setKlart(undefined)}
            onKlart={(nu) => {
              setKlart(nu);
              setOmgang((before) => before + 1);
            }}
          />
        </div>
      )}
    </Hamtat>
  );
}

/** The file that was chosen: one whose bytes nobody has seen yet is followed by its name, for it is another when more has been written. */
const filFor = (filer: readonly SkannadFil[], vald: Vald | undefined): SkannadFil | undefined =>
  filer.find(({ id }) => id === vald?.id) ?? (vald?.skrivs && !vald.egen ? filer.find(({ namn }) => namn === vald.namn) : undefined);

const utkastets = ({ filId, filnamn, egen = false, sha256 }: Skanvarden): Vald | undefined =>
  filId === undefined || filnamn === undefined ? undefined : { id: filId, namn: filnamn, egen, skrivs: sha256 === undefined };

type Formularprops = Aktdata & {
  plats: Plats /** One was filed just now, here. */;
  sparatNyss: boolean;
  meddelande: ReactNode;
  onValj: () => void;
  onKlart: (klart: Klart) => void;
};

function Formular({ akt, katalog, plats, sparatNyss, meddelande, onValj, onKlart }: Formularprops) {
  const css = useStyles();
  const { smal } = useFonster();
  const { personId } = akt;
  const skanningar = useSkanningar();
  const [lokal, setLokal] = useState<Vald>();
  const [hinder, setHinder] = useState<Ord | 'visas-inte'>();
  const [tasBort, setTasBort] = useState<SkannadFil>();
  const val = knytsTillVal(akt, katalog);
  const har = knytvarde(plats);
  const form = useFormular<Skanvarden>({
    nyckel: { form: 'infoga', personId, objekt: plats.id },
    personId,
    titel: ({ rubrik }) => (rubrik.trim() === '' ? 'Infoga dokument' : `Infoga dokument: ${rubrik.trim()}`),
    start: () => ({
      dokumentId: newId(),
      typ: '',
      avsandare: '',
      rubrik: '',
      ...(val.some(({ varde }) => varde === har) ? { knytsTill: har } : {}),
    }),
    schema: skanvarden,
    kontroll: skanfel,
    command: (varden) => skankommando(personId, varden),
    // What is shown is asked for again before it is filed.
    dold: true,
  });
  const { varden } = form;
  // Looked through, it is no draft; once something is written, the file belongs to it.
  const valtId = form.arUtkast ? (varden.filId ?? lokal?.id) : (lokal?.id ?? varden.filId);
  const fil = filFor(skanningar.data?.filer ?? [], valtId === varden.filId ? utkastets(varden) : lokal);
  const filId = fil?.id ?? valtId;
  const namn = fil?.namn ?? (filId === varden.filId ? varden.filnamn : lokal?.namn);
  const egen = filId === varden.filId ? (varden.egen ?? false) : (lokal?.egen ?? false);
  const egenFil = useEgenFil(personId, egen ? filId : undefined);
  const iMappen = useVisning(
    egen ? undefined : filId,
    filId === varden.filId ? varden.sha256 : undefined,
    fil?.lage,
    skanningar.data !== undefined && !skanningar.data.laser,
  );
  const visning = egen ? egenFil.visning : iMappen;
  const valt = (): Partial<Skanvarden> => {
    if (filId === undefined) return {};
    const { svar } = visning;
    const visat = svar?.ok && svar.value.ok ? svar.value : undefined;
    return { filId, filnamn: namn, egen, sha256: visat?.sha256, storlek: visat?.storlek, sidor: visat?.sidor };
  };
  const change = (del: Partial<Skanvarden>) => form.change({ ...valt(), ...del });
  /** The list took the focus by itself, and with it the row was chosen: what was said of the one before stands. */
  const sjalv = useRef(false);
  const valj = (vald: Vald) => {
    if (!sjalv.current) onValj();
    sjalv.current = false;
    setHinder(undefined);
    setLokal(vald);
    const bytes = { sha256: vald.egen ? vald.id : undefined, storlek: undefined, sidor: undefined };
    if (form.arUtkast) form.change({ filId: vald.id, filnamn: vald.namn, egen: vald.egen, ...bytes });
  };
  const hamta = async (vald: File) => {
    onValj();
    const kommen = await egenFil.taIn(vald);
    if (kommen) valj({ id: kommen.sha256, namn: kommen.namn, egen: true });
  };

  const visaIgen = (sha256: string) => (egen ? call('skanning.egen', { sha256 }) : call('skanning.visa', { id: filId ?? '', sha256 }));
  const save = async () => {
    setHinder(undefined);
    if (filId === undefined) return void (await form.save());
    const { svar } = visning;
    if (!svar) return setHinder('visas-inte');
    // Somebody else may have filed it since, or written over it.
    const nu = svar.ok && svar.value.ok ? await visaIgen(svar.value.sha256) : svar;
    if (!nu.ok) return setHinder(ordForFel(nu.error.code));
    if (!nu.value.ok) return setHinder(skanhinderOrd[nu.value.hinder]);
    const { sha256, storlek, sidor, borta } = nu.value;
    form.change({ filId, filnamn: namn, egen, sha256, storlek, sidor });
    if (!(await form.save())) return;
    if (egen) onKlart({ ...sparat(varden), gor: 'Filen ligger kvar på datorn där du hämtade den.' });
    else onKlart(borta ? sparat(varden) : await taBort(filId, varden));
  };
  // The form that was filled in is gone, and the focus with it: the list is where the next one is chosen, if there is one now.
  const fokuseras = useRef(sparatNyss);
  const arTom = skanningar.data?.filer.length === 0;
  useEffect(() => {
    if (arTom) fokuseras.current = false;
  }, [arTom]);
  const taFokus = () => {
    const tar = fokuseras.current;
    fokuseras.current = false;
    sjalv.current = tar;
    return tar;
  };
  useCommand('spara', form.lases ? null : () => void save());
  if (form.laddar)
    return (
      <Formularyta etikett="Infoga dokument" lage={form} onSave={() => undefined}>
        {null}
      </Formularyta>
    );

  const { person } = akt;
  const visat = (
    <Visning filId={filId} fil={fil} namn={namn} visning={visning} onTaBort={fil?.sparad ? () => setTasBort(fil) : undefined} />
  );
  const typer = katalog.vardelistor.dokumenttyp.map(({ namn: typ }) => ({ varde: typ, namn: typ }));
  const valfel = form.felFor('fil');
  return (
    <Formularyta
      etikett="Infoga dokument"
      lage={form}
      onSave={() => void save()}
      topp={
        <div className={css.topp}>
          {meddelande}
          <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
          {hinder === 'visas-inte' ? !visning.svar && <ErrorBar {...visasInte} /> : hinder && <ErrorBar {...hinder} />}
          <h2 className={css.rubrik}>Infoga</h2>
          {skanningar.fel ? (
            <ErrorBar {...ordForFel(skanningar.fel.code)} handling="Försök igen" onHandling={skanningar.readAgain} />
          ) : (
            <Skanlista
              vy={skanningar.data}
              vald={egen ? null : (filId ?? null)}
              fokus={taFokus}
              onVald={({ id, namn: vald, lage }) => valj({ id, namn: vald, egen: false, skrivs: lage === 'skrivs' })}
            />
          )}
          <Filruta egen={egenFil} vald={egen ? namn : undefined} onFil={(vald) => void hamta(vald)} />
          {valfel !== undefined && (
            <div className={css.fel} role="alert">
              {valfel}
            </div>
          )}
        </div>
      }
      {...(smal ? {} : { panel: visat })}
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar={`Spara dokument för ${kortnamn(person.data)} ${formatPersonnummer(person.data.personnummer)}`}
          onPrimar={() => void save()}
          onUndo={form.undo}
          onRedo={form.redo}
        />
      }
    >
      <Valfalt
        falt="knytsTill"
        etikett="Knytas till"
        krav
        val={val}
        varde={varden.knytsTill}
        onVarde={(knytsTill) => change({ knytsTill })}
        tips={lasesAv(akt, katalog, varden.knytsTill)}
      />
      {typer.length > 0 ? (
        <Valfalt falt="typ" etikett="Typ" krav val={typer} varde={varden.typ} onVarde={(typ) => change({ typ })} />
      ) : (
        <Textfalt falt="typ" etikett="Typ" krav langst={80} varde={varden.typ} onVarde={(typ) => change({ typ })} />
      )}
      <Textfalt falt="avsandare" etikett="Avsändare" langst={120} varde={varden.avsandare} onVarde={(avsandare) => change({ avsandare })} />
      <Textfalt falt="rubrik" etikett="Rubrik" krav langst={200} varde={varden.rubrik} onVarde={(rubrik) => change({ rubrik })} />
      {smal && <div className={css.under}>{visat}</div>}
      {tasBort?.sparad && <TaBortFil fil={tasBort} sparad={tasBort.sparad} onClose={() => setTasBort(undefined)} />}
    </Formularyta>
  );
}

const visasInte: Ord = { vad: 'Dokumentet visas inte ännu.', gor: 'Vänta tills det visas, granska det och spara sedan.' };

const sparat = ({ rubrik, dokumentId }: Skanvarden): Klart => ({
  ...{ slag: 'info', dokumentId },
  ...{ vad: `”${rubrik.trim()}” är sparat i akten.`, gor: '' },
});

/** The document is in the akt: its file leaves the folder. One that cannot is told of, and stays known as filed. */
async function taBort(id: string, varden: Skanvarden): Promise<Klart> {
  const { dokumentId } = varden;
  const svar = await call('skanning.taBort', { id, dokumentId });
  const klart = sparat(varden);
  if (svar.ok && svar.value.ok) return { ...klart, gor: 'Filen är borttagen ur mappen.' };
  const { vad, gor } = svar.ok && !svar.value.ok ? skanhinderOrd[svar.value.hinder] : ordForFel(svar.ok ? '' : svar.error.code);
  return { ...klart, slag: 'warning', vad: `${klart.vad} Filen ligger kvar i mappen, märkt Redan sparad.`, gor: `${vad} ${gor}` };
}
