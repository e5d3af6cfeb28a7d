import { useEffect, useRef, useState } from 'react';
import { signeraHinder, skrivHinder } from '../../../shared/domain/anteckning/commands.ts';
import { nottitel } from '../../../shared/domain/anteckning/records.ts';
import type { Rejection } from '../../../shared/domain/command.ts';
import { luckorKvar } from '../../../shared/domain/text/luckor.ts';
import { isEmptyText, type RichText } from '../../../shared/domain/text/text.ts';
import type { AnteckningVy } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { kortad } from '../../../shared/util/kortad.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { readDatum } from '../../components/datumtext.ts';
import { newId } from '../../state/core.ts';
import { forLang } from '../../state/textlangd.ts';
import { type Kommando, usePaborjat } from '../../state/usePaborjat.ts';
import { ordForUtfall } from '../../state/utfallord.ts';
import { maltitel, type Skrivmal } from './skrivmal.ts';
import { type AnteckningUtkast, readAnteckning } from './utkast.ts';

/** What stands against what is written here. */
export type Motstand =
  | { slag: 'text-andrad'; note: AnteckningVy }
  /** It can no longer be changed: signed meanwhile, or gone. */
  | { slag: 'signerad' | 'borta' }
  /** Somebody else's unsigned text stands under the rubrik. */
  | { slag: 'rubrik-har-text' };

export type Skrivning = {
  titel: string;
  /** Of a document (DOK-15): its kind, empty while none is chosen; undefined in a note. */
  typ: string | undefined;
  datumtext: string;
  /** Words that are not in the record: they are a draft, on this computer only. */
  arUtkast: boolean;
  /** When the draft last reached the disk. */
  sparad: string | undefined;
  fel: Ord | undefined;
  /** The field that it is about, where it is one. */
  felGaller: Felfalt;
  diskfel: Ord | undefined;
  motstand: Motstand | undefined;
  sparar: boolean;
  /** Grows when the words were replaced from outside: the editor takes `text()` anew. */
  utgava: number;
  text: () => RichText;
  utkast: () => AnteckningUtkast;
  change: (del: Partial<Pick<AnteckningUtkast, 'titel' | 'typ' | 'datumtext' | 'text'>>) => void;
  ersatt: (del: Partial<AnteckningUtkast>) => void;
  /** @returns the saved revision, or undefined when it was not saved: `fel` says why */
  save: (val?: { bredvid?: boolean }) => Promise<string | undefined>;
  /**
   * Asks, before anything is saved, what saving and signing would refuse; `fel` says it.
   * @param luckor what frastexter leave to be filled in
   */
  mayBeSigned: (anvandareId: string, luckor: readonly string[]) => boolean;
  /** Drops the draft and takes the words of the record, where there is one. */
  throwAway: () => Promise<void>;
  /** Puts what waits on disk now. */
  flush: () => Promise<void>;
  showFel: (fel: Ord | undefined) => void;
};

type Val = { personId: string; mal: Skrivmal /** The note as the replica holds it now. */; note: AnteckningVy | undefined; idag: IsoDate };

export type Felfalt = 'text' | 'datumtext' | 'typ' | 'titel' | undefined;
/** Refusals that a change of one field may have put right. */
const rattasI: Partial<Record<Rejection['code'], Felfalt>> = {
  'tom-text': 'text',
  'luckor-kvar': 'text',
  'datum-i-framtiden': 'datumtext',
  'rubrik-kravs': 'titel',
};

/** A note as it is written: a draft until Spara (`usePaborjat`), a command then, and nothing overwritten unasked. */
export function useSkrivning({ personId, mal, note, idag }: Val): Skrivning {
  const [fel, setFel] = useState<Ord>();
  /** What the fault is about: its words go when that is changed. */
  const felGaller = useRef<Felfalt>(undefined);
  const [nekad, setNekad] = useState<Rejection['code']>();
  const [utgava, setUtgava] = useState(0);
  const nyUtgava = () => setUtgava((before) => before + 1);
  const { start } = mal;
  const paborjat = usePaborjat<AnteckningUtkast>({
    nyckel: mal.nyckel,
    start: () => start,
    inlast: mal,
    read: readAnteckning,
    post: (data) => utkastpost(mal, personId, data),
    nu: note && { ...start, ...franNote(note) },
    onFoljd: nyUtgava,
    onUtifran: nyUtgava,
  });
  const { varden, nuvarande, arUtkast, set, write } = paborjat;

  // A draft that begins here (a corrected copy) is on disk before its first key.
  const skrivNu = useRef(write);
  skrivNu.current = write;
  useEffect(() => {
    if (mal.arUtkast) skrivNu.current();
  }, [mal]);

  const change: Skrivning['change'] = (del) => {
    if (felGaller.current !== undefined && del[felGaller.current] !== undefined) setFel(undefined);
    paborjat.change({ ...nuvarande(), ...del });
  };

  const save: Skrivning['save'] = async ({ bredvid } = {}) => {
    const now = nuvarande();
    const datum = readDatum(now.datumtext, idag, { framtid: true });
    if (datum.ok && datum.dag !== now.datumtext) set({ ...now, datumtext: datum.dag });
    const hinder = hinderForSpara(nuvarande(), datum.ok);
    setFel(hinder?.ord);
    felGaller.current = hinder?.galler;
    if (hinder) return undefined;
    const utfall = await paborjat.handOver((data) => kommando(personId, data, bredvid), bredvid ? 'bredvid' : '');
    if (!utfall) return undefined;
    setFel(ordForUtfall(utfall));
    const kod = !utfall.ok && 'rejection' in utfall ? utfall.rejection.code : undefined;
    felGaller.current = kod && rattasI[kod];
    setNekad(kod);
    return utfall.ok ? (nuvarande().basRev ?? undefined) : undefined;
  };

  const mayBeSigned: Skrivning['mayBeSigned'] = (anvandareId, luckor) => {
    const now = nuvarande();
    const datum = readDatum(now.datumtext, idag, { framtid: true });
    const ospard = arUtkast || now.basRev === null;
    const nej =
      (datum.ok && ospard
        ? skrivHinder({ text: now.text, handelsedatum: datum.dag, typ: now.typ, titel: now.titel.trim() }, idag)
        : undefined) ??
      signeraHinder(
        {
          text: now.text,
          sparad: { anvandareId },
          ...(ospard || !note ? {} : { sparad: note.data.sparad }),
          kopierad: note?.data.kopierad,
        },
        { id: anvandareId },
        luckor,
      );
    const fore = hinderForSpara(now, datum.ok);
    const hinder = fore?.ord ?? (nej && nejOrd(nej, now.text, luckor));
    felGaller.current = fore ? fore.galler : nej && rattasI[nej.code];
    setFel(hinder);
    return hinder === undefined && motstandAv(note, arUtkast, paborjat.annan !== undefined, nekad) === undefined;
  };

  const throwAway: Skrivning['throwAway'] = async () => {
    const dropped = paborjat.discard(note ? { ...nuvarande(), ...franNote(note) } : nuvarande());
    if (note) nyUtgava();
    setFel(undefined);
    setNekad(undefined);
    await dropped;
  };

  return {
    titel: varden.titel,
    typ: varden.typ,
    felGaller: fel && felGaller.current,
    datumtext: varden.datumtext,
    arUtkast,
    sparad: paborjat.sparad,
    fel,
    diskfel: paborjat.diskfel,
    motstand: motstandAv(note, arUtkast, paborjat.annan !== undefined, nekad),
    sparar: paborjat.sparar,
    utgava,
    text: () => nuvarande().text,
    utkast: nuvarande,
    change,
    ersatt: (del) => {
      setNekad(undefined);
      setFel(undefined);
      paborjat.change({ ...nuvarande(), ...del });
      nyUtgava();
    },
    save,
    mayBeSigned,
    throwAway,
    flush: paborjat.flush,
    showFel: (ord) => {
      felGaller.current = undefined;
      setFel(ord);
    },
  };
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
  typ: data.typ,
  datumtext: data.handelsedatum,
  text: data.text,
  basRev: data.rev,
});

/** A new note without a word is nothing to keep. */
function utkastpost(mal: Skrivmal, personId: string, data: AnteckningUtkast) {
  if (data.basRev === null && data.titel.trim() === '' && !data.typ && isEmptyText(data.text)) return null;
  return { nyckel: mal.nyckel, personId, titel: kortad([maltitel(mal), nottitel(data)].filter(Boolean).join(': '), 200), data };
}

/** What can be known before the rulebook is asked: no kind of a document, a date that is no date, a text the contract cannot carry. */
function hinderForSpara(data: AnteckningUtkast, harDatum: boolean): { ord: Ord; galler: Felfalt } | undefined {
  if (data.typ?.trim() === '')
    return { ord: { vad: 'Typ saknas.', gor: 'Välj vad det är för slags dokument. Texten är kvar.' }, galler: 'typ' };
  if (!harDatum)
    return {
      ord: { vad: 'Händelsedatumet går inte att läsa.', gor: 'Rätta datumet och spara igen. Texten är kvar.' },
      galler: 'datumtext',
    };
  const ord = forLang(data.text);
  return ord && { ord, galler: 'text' };
}

/** Which gaps they are can be said here; the code alone says that there are some. */
function nejOrd(nej: Rejection, text: RichText, luckor: readonly string[]): Ord | undefined {
  const ord = ordForUtfall({ ok: false, rejection: nej });
  if (!ord || nej.code !== 'luckor-kvar') return ord;
  return { ...ord, gor: `Byt ut ${luckorKvar(text, luckor).join(', ')} mot dina egna ord, eller ta bort dem, och signera sedan.` };
}

function kommando(personId: string, data: AnteckningUtkast, bredvid: boolean | undefined): Kommando {
  const { anteckningId, dokumentation, rubrikKod, text, basRev, rattar } = data;
  const titel = data.titel.trim();
  const typ = data.typ?.trim();
  const rev = newId();
  const input = {
    personId,
    anteckningId,
    dokumentation,
    rubrikKod,
    handelsedatum: data.datumtext,
    text,
    basRev,
    rev,
    ...(titel === '' ? {} : { titel }),
    ...(typ ? { typ } : {}),
    ...(rattar === undefined ? {} : { rattar }),
    ...(bredvid ? { bredvid } : {}),
  };
  return { name: 'anteckning.spara', input, rev };
}
