import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Rejection } from '../../shared/domain/command.ts';
import type { FormCommand } from '../../shared/domain/rulebook/command-list.ts';
import { keyOf, type Utkastnyckel } from '../../shared/ipc/utkastnyckel.ts';
import { isSame, mergeThreeWay } from '../../shared/util/merge.ts';
import { ordForAvslag } from '../../shared/words/avslag.ts';
import type { Namn } from '../../shared/words/faltrader.ts';
import type { Ord } from '../../shared/words/ord.ts';
import { focusFalt, takeFormularfokus } from './focusFalt.ts';
import { useMaySave } from './formularkommando.ts';
import { useCommand } from './keys.ts';
import { type Konfliktrad, konfliktrader } from './konfliktrader.ts';
import { useAfterPress } from './useAfterPress.ts';
import { basRev, type Kommando, usePaborjat, type Varden } from './usePaborjat.ts';
import { ordForUtfall } from './utfallord.ts';
import type { Utkastpost } from './utkastskrivare.ts';

/** A fault: the field it is shown at, what is wrong and the right value. */
export type Fel = { falt: string; text: string };

export type Formularspec<T extends Varden> = {
  /** Another key is another form: give the component a React key. */
  nyckel: Utkastnyckel;
  personId: string;
  /** How the draft is called in Utkorg. */
  titel: string | ((varden: T) => string);
  /** Read once, when the form opens. The ids of what it makes are made here, so that they are the same in every attempt. */
  start: () => T;
  /** How a draft is read from disk; what an older draft lacks is taken from `start`. */
  schema: z.ZodType<T>;
  /** Every fault, in the order of the form. The rules are shared/domain's. */
  kontroll: (varden: T) => Fel[];
  /** What Spara waits for before its command is asked for. It does not reject. */
  prepare?: () => Promise<void>;
  /** The command of Spara. */
  command: (varden: T) => FormCommand;
  /** The field of the form that a refusal's field is (`beslut.0.giltigFran`); undefined = none, it is said above the form. */
  faltAv?: (field: string, varden: T) => string | undefined;
  /** Brings a field to light before it takes the focus: chooses the row or the tab that shows it. */
  showFalt?: (falt: string, varden: T) => void;
  /** The form is not on the screen now: Spara is another's. */
  dold?: boolean;
  /** Taken: the draft is gone and the records are changed. */
  onSaved?: (varden: T) => void;
  /** The record as it stands now, as this form would be filled from it (FRAGA-61). */
  nu?: T | undefined;
  /** What a value of the form stands for, where it is an id or a code. */
  namn?: Namn | undefined;
};

export type Andring = {
  rader: readonly (readonly [string, string])[];
  /** What both have changed, each to something else. */
  konflikter: readonly Konfliktrad[];
  /** Keeps what the user changed; every other field follows the record. */
  onMina: () => void;
  onEdit: () => void;
};

export type Formular<T> = {
  /** The user's roles may only read what the form shows. */
  lases: boolean;
  /** The draft is being read; nothing is to be filled in yet. */
  laddar: boolean;
  varden: T;
  change: (del: Partial<T> | ((varden: T) => Partial<T>)) => void;
  arUtkast: boolean;
  sparar: boolean;
  /** All faults, shown or not: for the control panel. */
  fel: Fel[];
  felFor: (falt: string) => string | undefined;
  leave: (falt: string) => void;
  goTo: (falt: string) => void;
  /** Why the latest Spara was refused, when no field says it. */
  avslag: Ord | undefined;
  /** Why the draft is not on disk. */
  diskfel: Ord | undefined;
  /** @returns true when the command was taken; else the fault is shown and the form stays as it is */
  save: () => Promise<boolean>;
  /** Another command than Spara, of the same form: it takes the draft with it too. @returns as {@link Formular.save} */
  handOver: (command: (varden: T) => Kommando) => Promise<boolean>;
  /** Back to the latest Spara; undefined when nothing is changed. */
  undo: (() => void) | undefined;
  /** What the latest {@link undo} took away. */
  redo: (() => void) | undefined;
  /** Drops the draft and begins anew with `start`. */
  startOver: () => Promise<void>;
  /**
   * What is to be said and chosen when another has changed the record since this form was filled (FRAGA-61).
   * @param rader what stands in the record now: label and value
   */
  andrad: (rader: (nu: T) => Andring['rader']) => Andring | undefined;
  /** Writes the draft now, if anything is changed. */
  flush: () => Promise<void>;
  /** Spara utkast: keeps the form as it is, also when nothing is changed yet. */
  saveUtkast: () => Promise<void>;
  yta: RefObject<HTMLFormElement | null>;
};

/** What a record says of itself and not of its matter. */
const bokforing: ReadonlySet<string> = new Set(['basRev', 'rev', 'bas']);
const innehall = (varden: Varden) => Object.fromEntries(Object.entries(varden).filter(([falt]) => !bokforing.has(falt)));

/** The record a form was filled from lies with its draft under this name, so that it is known what the user changed also after a restart. */
const filled = 'fylldFran';

/**
 * A form: every key to disk as a draft, restored when it opens again (`usePaborjat`); faults shown as fields are left and all
 * at once at Spara, with the focus in the first; Spara as one command that drops the draft in the same transaction.
 */
export function useFormular<T extends Varden>(spec: Formularspec<T>): Formular<T> {
  const { personId, nu } = spec;
  const nyckel = keyOf(spec.nyckel);
  const lases = !useMaySave(spec.nyckel.form);
  const latest = useRef(spec);
  latest.current = spec;
  const [lamnade, setLamnade] = useState<ReadonlySet<string> | 'alla'>(new Set());
  const omgang = useRef(0);
  const forgetLamnade = () => {
    omgang.current += 1;
    setLamnade(new Set());
  };
  const [nekat, setNekat] = useState<Fel>();
  const [avslag, setAvslag] = useState<Ord>();
  const [angrat, setAngrat] = useState<{ varden: T; bas: T | undefined }>();
  const afterPress = useAfterPress();
  const yta = useRef<HTMLFormElement>(null);
  const orord = useRef<string>(undefined);
  /** The record the form was filled from; unknown for a new one, and for a draft of an older program. */
  const bas = useRef<T>(undefined);
  const start = useRef<T>(undefined);

  const read = (data: unknown): T | undefined => {
    if (typeof data !== 'object' || data === null) return undefined;
    const { schema } = latest.current;
    const read = schema.safeParse({ ...start.current, ...data });
    if (read.success) bas.current = filled in data ? schema.safeParse(data[filled]).data : undefined;
    return read.data;
  };
  const post = (varden: T): Utkastpost => {
    const { titel } = latest.current;
    const data = bas.current ? { ...varden, [filled]: bas.current } : varden;
    // A form that belongs to no akt: the kund whom it makes is not one yet.
    const tillhor = 'personId' in latest.current.nyckel ? personId : null;
    return { nyckel, personId: tillhor, titel: typeof titel === 'string' ? titel : titel(varden), data };
  };
  const paborjat = usePaborjat<T>({
    nyckel,
    start: () => {
      start.current = spec.start();
      if (nu) bas.current = start.current;
      return start.current;
    },
    read,
    post,
    nu,
    onFoljd: (record) => {
      bas.current = record;
    },
  });
  const { laddar, varden, nuvarande, arUtkast, discard, annan } = paborjat;

  // Another revision that says the same, as the echo of one's own: nothing to choose between.
  const sammaSak = annan !== undefined && bas.current !== undefined && isSame(innehall(bas.current), innehall(annan));
  const keep = (record: T) => {
    const mina = nuvarande();
    const next = bas.current ? mergeThreeWay(bas.current, mina, record).value : mina;
    bas.current = record;
    paborjat.change({ ...next, basRev: basRev(record) });
  };
  const foljTyst = useRef<() => void>(undefined);
  foljTyst.current = annan && sammaSak ? () => keep(annan) : undefined;
  useEffect(() => {
    if (sammaSak) foljTyst.current?.();
  }, [sammaSak]);

  const fel = spec.kontroll(varden);
  const goTo = useCallback(
    (falt: string, annars?: () => void) => {
      latest.current.showFalt?.(falt, nuvarande());
      // After what was asked for is drawn: the faulty control of a group is known by its mark.
      setTimeout(() => {
        if (!focusFalt(yta.current, falt)) annars?.();
      });
    },
    [nuvarande],
  );
  const takeFokus = useCallback(() => {
    if (!yta.current) return;
    const forst = latest.current.kontroll(nuvarande())[0]?.falt;
    // Only passed through, it is no fault yet.
    if (takeFormularfokus(yta.current, forst)) orord.current = forst;
  }, [nuvarande]);
  useEffect(() => {
    if (!laddar) takeFokus();
  }, [laddar, takeFokus]);
  const showAvslag = (rejection: Rejection) => {
    const { vad, gor } = ordForAvslag(rejection.code);
    const asked = latest.current.faltAv ?? ((field: string) => field);
    const falt = rejection.field === undefined ? undefined : asked(rejection.field, nuvarande());
    if (falt === undefined) return setAvslag({ vad, gor });
    setNekat({ falt, text: `${vad} ${gor}` });
    goTo(falt, () => setAvslag({ vad, gor }));
  };

  const handOver = async (command: (varden: T) => Kommando, slag?: string): Promise<boolean> => {
    setAvslag(undefined);
    setNekat(undefined);
    const sent = nuvarande();
    const utfall = await paborjat.handOver(command, slag);
    if (!utfall) return false;
    if (!utfall.ok) {
      if ('rejection' in utfall) showAvslag(utfall.rejection);
      else setAvslag(ordForUtfall(utfall));
      return false;
    }
    if (bas.current) bas.current = sent;
    setAngrat(undefined);
    forgetLamnade();
    return true;
  };
  const save = async (): Promise<boolean> => {
    if (lases) return false;
    // Spara pressed while the draft is read is meant for what is read.
    await paborjat.inlast();
    if (paborjat.sander()) return false;
    const sent = nuvarande();
    const first = latest.current.kontroll(sent)[0];
    setLamnade('alla');
    if (first) {
      setAvslag(undefined);
      // No field of the form has it: said above them.
      goTo(first.falt, () => setAvslag({ vad: first.text, gor: '' }));
      return false;
    }
    if (latest.current.prepare) await latest.current.prepare();
    const taken = await handOver((now) => latest.current.command(now));
    if (taken) latest.current.onSaved?.(sent);
    return taken;
  };
  useCommand('spara', spec.dold || lases ? null : () => void save());

  const startOver = async () => {
    const { nu: record } = latest.current;
    bas.current = record;
    forgetLamnade();
    setNekat(undefined);
    setAvslag(undefined);
    // The button that asked for it may be gone with the draft.
    setTimeout(takeFokus);
    await discard(record ?? latest.current.start());
  };
  const putAway = () => setAngrat({ varden: nuvarande(), bas: bas.current });

  const keepMina = (record: T) => {
    keep(record);
    setAvslag(undefined);
  };
  const takeTheirs = (record: T) => {
    putAway();
    bas.current = record;
    setAvslag(undefined);
    void discard(record);
  };
  const konflikter = annan && bas.current && !sammaSak ? mergeThreeWay(bas.current, varden, annan).conflicts : [];
  return {
    lases,
    laddar,
    varden,
    arUtkast,
    sparar: paborjat.sparar,
    fel,
    avslag: avslag ?? (paborjat.olaslig && !arUtkast ? olasligt : undefined),
    diskfel: paborjat.diskfel,
    andrad: (rader) =>
      annan && !sammaSak
        ? {
            rader: rader(annan),
            konflikter: konfliktrader(konflikter, spec.namn),
            onMina: () => keepMina(annan),
            onEdit: () => takeTheirs(annan),
          }
        : undefined,
    yta,
    goTo: (falt) => goTo(falt),
    save,
    handOver: (command) => handOver(command, 'annat'),
    startOver,
    change: (del) => {
      // Until the answer has come the form is what was sent: a key is not taken, and is seen not to be.
      if (paborjat.sander()) return;
      const now = nuvarande();
      setNekat(undefined);
      setAngrat(undefined);
      paborjat.change({ ...now, ...(typeof del === 'function' ? del(now) : del) });
    },
    felFor: (falt) =>
      nekat?.falt === falt ? nekat.text : lamnade === 'alla' || lamnade.has(falt) ? fel.find((one) => one.falt === falt)?.text : undefined,
    leave: (falt) => {
      const passerat = orord.current === falt && !arUtkast;
      orord.current = undefined;
      if (passerat) return;
      const vilka = omgang.current;
      afterPress(() => {
        // What was pressed may have begun the form anew.
        if (vilka === omgang.current) setLamnade((now) => (now === 'alla' ? now : new Set([...now, falt])));
      });
      void paborjat.flush();
    },
    undo: arUtkast
      ? () => {
          putAway();
          void startOver();
        }
      : undefined,
    redo:
      angrat && !arUtkast
        ? () => {
            bas.current = angrat.bas;
            setAngrat(undefined);
            paborjat.change(angrat.varden);
          }
        : undefined,
    flush: paborjat.flush,
    saveUtkast: () => {
      paborjat.write();
      return paborjat.flush();
    },
  };
}

const olasligt: Ord = {
  vad: 'Ett påbörjat utkast kunde inte läsas in.',
  gor: 'Det ligger kvar under Utkast i Utkorg tills du ändrar något här.',
};
