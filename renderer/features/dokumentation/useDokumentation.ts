import { useEffect, useMemo, useRef, useState } from 'react';
import { gathersNotes } from '../../../shared/domain/anteckning/commands.ts';
import { journalRubrik } from '../../../shared/domain/anteckning/records.ts';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import type { AnteckningVy, DokumentationVy, Nothuvud } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import type { DokumentationLage, DokumentationProps } from '../../state/arbetsyta.ts';
import { call, newId } from '../../state/core.ts';
import { fetchUtkast, useUtkast, useUtkastlista } from '../../state/utkastlista.ts';
import { forstOppna } from './forstOppna.ts';
import { idagNu } from './idag.ts';
import {
  malForAnteckning,
  malForPlats,
  malForRubrik,
  malForUtkast,
  nyAnteckning,
  nyttDokument,
  osigneradUnder,
  rattadKopia,
  type Skrivmal,
} from './skrivmal.ts';
import { useLage } from './useLage.ts';
import { useSkrivmal } from './useSkrivmal.ts';
import { type AnteckningUtkast, utkastAv } from './utkast.ts';
import { medUtkast, utkastNodId } from './utkastnoder.ts';

/**
 * What a dokumentation does: marks, opens, writes, marks as wrong.
 * @param onOpened a note was opened for writing
 */
export function useDokumentation(props: DokumentationProps, vy: DokumentationVy, onOpened: () => void) {
  const { personId, dokumentation } = props;
  const [lage, set] = useLage(personId, dokumentation);
  const alla = useUtkast();
  const utkast = useMemo(() => utkastAv(alla, personId, dokumentation), [alla, personId, dokumentation]);
  const tree = useMemo(() => medUtkast(vy.noder, utkast), [vy.noder, utkast]);
  const skrivmal = useSkrivmal();
  const { mal } = skrivmal;
  const [felmarkeras, setFelmarkeras] = useState<AnteckningVy | null>(null);
  const underlag = { vy, utkast, nyttId: newId, idag: idagNu() };
  const [lasfel, setLasfel] = useState<Ord>();
  const note = (id: string | undefined) => vy.anteckningar.find((one) => one.id === id);

  /** A note with its words, as the akt holds it now; undefined when it is gone or cannot be read, which is then told. */
  const noteOf = async ({ id }: Nothuvud): Promise<AnteckningVy | undefined> => {
    const read = await call('dokumentation.noter', { personId, dokumentation, ids: [id] });
    setLasfel(read.ok ? undefined : ordForFel(read.error.code));
    return read.ok ? read.value[0] : undefined;
  };

  const write = async (wanted: Skrivmal, del: Partial<DokumentationLage> = {}, baraUtkast = false) => {
    if (vy.lasorsak) return;
    const opened = await skrivmal.open(wanted, { baraUtkast });
    if (!opened) return;
    onOpened();
    set({ ...del, skriver: { rubrikKod: opened.start.rubrikKod, anteckningId: opened.start.anteckningId } });
  };

  /** A note for writing; of a signed one only a draft of it that was left. */
  const writeNote = async (huvud: Nothuvud, del: Partial<DokumentationLage> = {}, visadIgen = false) => {
    const one = vy.lasorsak ? undefined : await noteOf(huvud);
    if (one) await write({ ...malForAnteckning(vy, one), visadIgen }, del, one.data.signerad !== undefined);
  };

  const writeUnder = async (rubrikKod: string, vald: string | null) => {
    const del = vald === null ? {} : { vald };
    const unsigned = osigneradUnder(vy, rubrikKod);
    if (unsigned) return writeNote(unsigned, del);
    // Unread drafts must not be passed by: a second text would begin beside the first.
    if (useUtkastlista.getState().utkast === null) await fetchUtkast();
    const nu = utkastAv(useUtkastlista.getState().utkast ?? [], personId, dokumentation);
    await write(malForRubrik({ ...underlag, utkast: nu }, rubrikKod), del);
  };

  const askFelmarkera = async (huvud: Nothuvud) => setFelmarkeras((await noteOf(huvud)) ?? null);

  const openTradet = (nod: Nod) =>
    set({ vald: nod.id, hela: true, oppna: [...new Set([...(lage.oppna ?? forstOppna(tree.noder)), ...oppningsbara(tree.noder, nod)])] });

  const activate = (nod: Nod) => {
    const draft = utkast.find(({ nyckel }) => utkastNodId(nyckel) === nod.id);
    const rubrikKod = nod.ref?.rubrikKod;
    if (draft) void write(malForUtkast(vy, draft), { vald: nod.id });
    else if (nod.slag === 'anteckning') {
      const one = note(nod.ref?.id);
      if (one) void writeNote(one, { vald: nod.id });
    } else if (nod.slag === 'anteckningar') void write(nyAnteckning(underlag, journalRubrik), { vald: nod.id });
    else if (nod.slag === 'journal' || nod.slag === 'dokument') set({ vald: nod.id, hela: true });
    // DOK-12: in a verkställighet a rubrik with sub-headings shows them; without, it opens a box to write in.
    else if (rubrikKod !== undefined && !(dokumentation.slag === 'verkstallighet' && hasUnderrubriker(tree.noder, nod))) {
      void writeUnder(rubrikKod, nod.id);
    }
  };

  const ny = () => {
    const vald = tree.noder.find(({ id }) => id === lage.vald);
    const kod = vald?.ref?.rubrikKod ?? mal?.start.rubrikKod ?? (dokumentation.slag === 'utredning' ? journalRubrik : undefined);
    if (kod !== undefined) void writeUnder(kod, null);
  };

  /** DOK-15: in an utredning in its journal, in a verkställighet under the rubrik that is marked, else its first. */
  const nyttDok = () => {
    const rubrikNod = (nod: Nod | undefined) => (nod?.slag === 'rubrik' ? nod.ref?.rubrikKod : undefined);
    const vald = tree.noder.find(({ id }) => id === lage.vald);
    const kod =
      dokumentation.slag === 'utredning'
        ? journalRubrik
        : (vald?.ref?.rubrikKod ?? rubrikNod(tree.noder.find(({ slag }) => slag === 'rubrik')));
    if (kod !== undefined) void write(nyttDokument(underlag, kod));
  };

  // A draft's row became a note's: the mark goes with it.
  useEffect(() => {
    const blev = lage.vald?.startsWith('utkast/') ? `anteckning/${lage.vald.split(':').at(-1)}` : undefined;
    const finns = (id: string | null | undefined) => tree.noder.some((nod) => nod.id === id);
    if (blev && !finns(lage.vald) && finns(blev)) set({ vald: blev });
  }, [lage.vald, tree.noder, set]);

  useOppning(props, () => {
    const { rubrikKod, anteckningId, oppnaHela, skriv: isWritten } = props;
    const one = note(anteckningId);
    const nod = tree.noder.find(({ ref, slag }) =>
      one ? slag === 'anteckning' && ref?.id === one.id : (slag === 'rubrik' || slag === 'anteckningar') && ref?.rubrikKod === rubrikKod,
    );
    if (oppnaHela) set({ hela: true, vald: openHelaFran(tree.noder, rubrikKod) });
    else if (nod) set({ vald: nod.id, oppna: lage.oppna && [...new Set([...lage.oppna, ...ovanfor(tree.noder, nod)])] });
    else if (lage.vald === null) set({ vald: tree.noder[0]?.id ?? null, hela: true });
    const kvar = anteckningId !== undefined && rubrikKod !== undefined ? { rubrikKod, anteckningId } : lage.skriver;
    if (one && props.felmarkera) void askFelmarkera(one);
    else if (one) void writeNote(one);
    else if (rubrikKod !== undefined && isWritten && anteckningId === undefined) void writeUnder(rubrikKod, nod?.id ?? null);
    else if (kvar) {
      const saved = note(kvar.anteckningId);
      const visadIgen = kvar === lage.skriver;
      if (saved) void writeNote(saved, {}, visadIgen);
      else void write({ ...malForPlats(vy, kvar.rubrikKod, kvar.anteckningId), visadIgen }, {}, true);
    }
  });

  return {
    lage,
    set,
    noder: tree.noder,
    utkast: tree.utkast,
    mal,
    fel: skrivmal.fel ?? lasfel,
    felmarkeras,
    choose: (nod: Nod) => set({ vald: nod.id }),
    activate,
    ny,
    nyttDokument: nyttDok,
    meny: (nod: Nod, post: 'aktivera' | 'oppnaTradet' | 'felmarkera') => {
      if (post === 'aktivera') activate(nod);
      else if (post === 'oppnaTradet') openTradet(nod);
      else {
        const one = note(nod.ref?.id);
        if (one) void askFelmarkera(one);
      }
    },
    /** @param signerad the note that was signed: marked in the tree, where its row is to be seen */
    close: (signerad?: string) => {
      const harRad = mal !== null && gathersNotes(mal.start);
      skrivmal.close();
      set({ skriver: null, ...(signerad !== undefined && harRad ? { vald: `anteckning/${signerad}` } : {}) });
    },
    nyAv: (words: AnteckningUtkast, gammalNyckel: string) =>
      void skrivmal.move(vy, words, gammalNyckel).then((opened) => {
        if (opened) set({ skriver: { rubrikKod: opened.start.rubrikKod, anteckningId: opened.start.anteckningId } });
      }),
    felmarkerad: async ({ kopia }: { kopia: boolean }) => {
      if (!felmarkeras) return;
      setFelmarkeras(null);
      if (kopia) await write(rattadKopia(underlag, felmarkeras));
      else if (mal?.start.anteckningId === felmarkeras.id) skrivmal.close();
    },
    cancelFelmarkera: () => setFelmarkeras(null),
  };
}

/** Runs once when the view is shown, and once for each opening asked for while it is. */
function useOppning(props: DokumentationProps, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  const { rubrikKod, anteckningId, oppnaHela, skriv, felmarkera: fel } = props;
  const wishes = [rubrikKod, anteckningId, oppnaHela, skriv, fel];
  const asked = JSON.stringify(wishes);
  const nothing = wishes.every((wish) => wish === undefined);
  const done = useRef<string | null>(null);
  useEffect(() => {
    const before = done.current;
    done.current = asked;
    // An opening carried out is taken out of the kund's view: that is no new one.
    if (before === null || (asked !== before && !nothing)) latest.current();
  }, [asked, nothing]);
}

const below = (noder: readonly Nod[], nod: Nod): Nod[] => {
  const from = noder.indexOf(nod);
  const end = noder.findIndex((one, at) => at > from && one.niva <= nod.niva);
  return noder.slice(from, end < 0 ? undefined : end);
};
const oppningsbara = (noder: readonly Nod[], nod: Nod): string[] => below(noder, nod).flatMap((one) => (one.harBarn ? [one.id] : []));
const hasUnderrubriker = (noder: readonly Nod[], nod: Nod): boolean =>
  below(noder, nod).some((one) => one.slag === 'rubrik' && one.parentId === nod.id);

function ovanfor(noder: readonly Nod[], nod: Nod): string[] {
  const parent = noder.find(({ id }) => id === nod.parentId);
  return parent ? [parent.id, ...ovanfor(noder, parent)] : [];
}

/** SYM-10: the journal when the journal was marked, else the document, else the first rubrik. */
function openHelaFran(noder: readonly Nod[], rubrikKod: string | undefined): string | null {
  const slag = rubrikKod === journalRubrik ? 'journal' : 'dokument';
  return (noder.find((nod) => nod.slag === slag) ?? noder[0])?.id ?? null;
}
