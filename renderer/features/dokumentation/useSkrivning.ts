import { useCallback, useEffect, useRef, useState } from 'react';
import type { Rejection } from '../../../shared/domain/command.ts';
import { isEmptyText, type RichText } from '../../../shared/domain/text/text.ts';
import type { AnteckningVy } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { lasDatum } from '../../components/datumtext.ts';
import { newId, runCommand } from '../../state/core.ts';
import { type Ord, ordForFel, ordForUtfall } from '../../state/ord.ts';
import { forLang } from '../../state/textlangd.ts';
import { utkastBorta } from '../../state/utkastlista.ts';
import { skrivareFor, type Utkastskrivare } from '../../state/utkastskrivare.ts';
import type { Skrivmal } from './skrivmal.ts';
import type { AnteckningUtkast } from './utkast.ts';

/** What stands against what is written here. */
export type Motstand =
  | { slag: 'text-andrad'; note: AnteckningVy }
  /** It can no longer be changed: signed meanwhile, or gone. */
  | { slag: 'signerad' | 'borta' }
  /** Somebody else's unsigned text stands under the rubrik. */
  | { slag: 'rubrik-har-text' };

export type Skrivning = {
  titel: string;
  datumtext: string;
  /** Words that are not in the record: they are a draft, on this computer only. */
  arUtkast: boolean;
  /** When the draft last reached the disk. */
  sparad: string | undefined;
  fel: Ord | undefined;
  diskfel: Ord | undefined;
  motstand: Motstand | undefined;
  sparar: boolean;
  /** Grows when the words were replaced from outside: the editor takes `text()` anew. */
  utgava: number;
  text: () => RichText;
  utkast: () => AnteckningUtkast;
  andra: (del: Partial<Pick<AnteckningUtkast, 'titel' | 'datumtext' | 'text'>>) => void;
  ersatt: (del: Partial<AnteckningUtkast>) => void;
  /** @returns the saved revision, or undefined when it was not saved: `fel` says why */
  spara: (val?: { bredvid?: boolean }) => Promise<string | undefined>;
  /** Drops the draft and takes the words of the record, where there is one. */
  slang: () => Promise<void>;
  /** Puts what waits on disk now. */
  tom: () => Promise<void>;
  visaFel: (fel: Ord | undefined) => void;
};

type Val = { personId: string; mal: Skrivmal /** The note as the replica holds it now. */; note: AnteckningVy | undefined; idag: IsoDate };

type Felfalt = 'text' | 'datumtext' | undefined;
/** Refusals that a change of one field may have put right. */
const rattasI: Partial<Record<Rejection['code'], Felfalt>> = { 'tom-text': 'text', 'datum-i-framtiden': 'datumtext' };

/** A note as it is written: each key to disk within a second, Spara as a command, and nothing overwritten unasked. */
export function useSkrivning({ personId, mal, note, idag }: Val): Skrivning {
  const varden = useRef(mal.start);
  const [titel, setTitel] = useState(mal.start.titel);
  const [datumtext, setDatumtext] = useState(mal.start.datumtext);
  const [arUtkast, setArUtkast] = useState(mal.arUtkast);
  const [sparad, setSparad] = useState<string>();
  const [fel, setFel] = useState<Ord>();
  const [diskfel, setDiskfel] = useState<Ord>();
  /** What the fault is about: its words go when that is changed. */
  const felGaller = useRef<Felfalt>(undefined);
  const [nekad, setNekad] = useState<Rejection['code']>();
  const [sparar, setSparar] = useState(false);
  const [utgava, setUtgava] = useState(0);
  // Revisions these words are known to build on: the note may be read late, between our save and its echo.
  const kanda = useRef(new Set<string>(mal.start.basRev === null ? [] : [mal.start.basRev]));
  const [skrivare] = useState(() =>
    skrivareFor(mal.nyckel, (lage) => {
      setDiskfel(lage.fel && ordForFel(lage.fel.code));
      if (lage.sparad) setSparad(lage.sparad);
    }),
  );

  const skrivUtkast = useCallback(() => skrivare.andrat(utkastpost(mal, personId, varden.current)), [skrivare, mal, personId]);

  useFlush(skrivare);
  // A draft that begins here (a corrected copy) is on disk before its first key.
  useEffect(() => {
    if (mal.arUtkast) skrivUtkast();
  }, [mal, skrivUtkast]);

  const ersatt = useCallback((del: Partial<AnteckningUtkast>) => {
    varden.current = { ...varden.current, ...del };
    if (varden.current.basRev !== null) kanda.current.add(varden.current.basRev);
    setTitel(varden.current.titel);
    setDatumtext(varden.current.datumtext);
    setUtgava((before) => before + 1);
  }, []);

  // Nothing written here since: the pane follows the record. Else the user chooses (Motstand).
  const okand = note !== undefined && !kanda.current.has(note.data.rev);
  useEffect(() => {
    if (okand && note && !arUtkast) ersatt(franNote(note));
  }, [okand, note, arUtkast, ersatt]);

  const andra: Skrivning['andra'] = (del) => {
    varden.current = { ...varden.current, ...del };
    if (felGaller.current !== undefined && del[felGaller.current] !== undefined) setFel(undefined);
    if (del.titel !== undefined) setTitel(del.titel);
    if (del.datumtext !== undefined) setDatumtext(del.datumtext);
    setArUtkast(true);
    setSparad(undefined); // until these words are on disk too
    skrivUtkast();
  };

  const spara: Skrivning['spara'] = async ({ bredvid } = {}) => {
    const datum = lasDatum(varden.current.datumtext, idag, { framtid: true });
    if (datum.ok && datum.dag !== varden.current.datumtext) {
      varden.current = { ...varden.current, datumtext: datum.dag };
      setDatumtext(datum.dag);
    }
    const skickat = varden.current;
    const hinder = hinderForSpara(skickat, datum.ok);
    setFel(hinder);
    felGaller.current = datum.ok ? 'text' : 'datumtext';
    if (hinder) return undefined;
    setSparar(true);
    await skrivare.lamnaOver();
    const rev = newId();
    // Known before it is made: the note may come back with it before the answer does.
    kanda.current.add(rev);
    const utfall = await runCommand('anteckning.spara', kommandoInput(personId, skickat, rev, bredvid), mal.nyckel);
    setSparar(false);
    setFel(ordForUtfall(utfall));
    const kod = !utfall.ok && 'rejection' in utfall ? utfall.rejection.code : undefined;
    felGaller.current = kod && rattasI[kod];
    setNekad(kod);
    if (!utfall.ok) {
      skrivUtkast();
      await skrivare.tom();
      return undefined;
    }
    const skrivetSedan = varden.current !== skickat;
    varden.current = { ...varden.current, basRev: rev };
    utkastBorta(mal.nyckel);
    setArUtkast(skrivetSedan);
    if (skrivetSedan) skrivUtkast();
    return rev;
  };

  const slang: Skrivning['slang'] = async () => {
    await skrivare.lamnaOver();
    skrivare.andrat(null);
    await skrivare.tom();
    if (note) ersatt(franNote(note));
    setArUtkast(false);
    setFel(undefined);
    setNekad(undefined);
  };

  return {
    titel,
    datumtext,
    arUtkast,
    sparad,
    fel,
    diskfel,
    motstand: motstandAv(note, arUtkast, okand, nekad),
    sparar,
    utgava,
    text: () => varden.current.text,
    utkast: () => varden.current,
    andra,
    ersatt: (del) => {
      ersatt(del);
      setNekad(undefined);
      setFel(undefined);
      setArUtkast(true);
      skrivUtkast();
    },
    spara,
    slang,
    tom: () => skrivare.tom(),
    visaFel: (ord) => {
      felGaller.current = undefined;
      setFel(ord);
    },
  };
}

/** What must not wait for a timer: the window loses focus, the page goes, the pane closes. */
function useFlush(skrivare: Utkastskrivare): void {
  useEffect(() => {
    const flush = () => void skrivare.tom();
    const events = [
      [window, 'blur'],
      [window, 'pagehide'],
      [document, 'visibilitychange'],
    ] as const;
    for (const [target, name] of events) target.addEventListener(name, flush);
    return () => {
      for (const [target, name] of events) target.removeEventListener(name, flush);
      flush();
    };
  }, [skrivare]);
}

function motstandAv(
  note: AnteckningVy | undefined,
  arUtkast: boolean,
  okand: boolean,
  nekad: Rejection['code'] | undefined,
): Motstand | undefined {
  if (note?.data.signerad && arUtkast) return { slag: 'signerad' };
  if (note && okand && arUtkast) return { slag: 'text-andrad', note };
  if (nekad === 'finns-inte') return { slag: 'borta' };
  return nekad === 'rubrik-har-text' ? { slag: 'rubrik-har-text' } : undefined;
}

const franNote = ({ data }: AnteckningVy): Partial<AnteckningUtkast> => ({
  titel: data.titel ?? '',
  datumtext: data.handelsedatum,
  text: data.text,
  basRev: data.rev,
});

/** A new note without a word is nothing to keep. */
function utkastpost({ nyckel, titel }: Skrivmal, personId: string, data: AnteckningUtkast) {
  if (data.basRev === null && data.titel.trim() === '' && isEmptyText(data.text)) return null;
  return { nyckel, personId, titel: [titel, data.titel].filter(Boolean).join(': ').slice(0, 200), data };
}

/** What can be known before the rulebook is asked: a date that is no date, and a text the contract cannot carry. */
function hinderForSpara(data: AnteckningUtkast, harDatum: boolean): Ord | undefined {
  if (!harDatum) return { vad: 'Händelsedatumet går inte att läsa.', gor: 'Rätta datumet och spara igen. Texten är kvar.' };
  return forLang(data.text);
}

function kommandoInput(personId: string, data: AnteckningUtkast, rev: string, bredvid: boolean | undefined) {
  const { anteckningId, dokumentation, rubrikKod, text, basRev, rattar } = data;
  const titel = data.titel.trim();
  return {
    personId,
    anteckningId,
    dokumentation,
    rubrikKod,
    handelsedatum: data.datumtext,
    text,
    basRev,
    rev,
    ...(titel === '' ? {} : { titel }),
    ...(rattar === undefined ? {} : { rattar }),
    ...(bredvid ? { bredvid } : {}),
  };
}
