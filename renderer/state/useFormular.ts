import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Rejection } from '../../shared/domain/command.ts';
import { newId, runCommand, type Utfall } from './core.ts';
import { fokuseraFalt, taFormularfokus } from './fokuseraFalt.ts';
import { useCommand } from './keys.ts';
import { type Ord, ordForAvslag, ordForFel, ordForUtfall } from './ord.ts';
import { utkastBorta } from './utkastlista.ts';
import { senasteUtkast, skrivareFor, type Utkastpost } from './utkastskrivare.ts';

/** A fault: the field it is shown at, what is wrong and the right value. */
export type Fel = { falt: string; text: string };

/**
 * What a form fills in: plain data, since it lies on disk as a draft. One that changes a record has `basRev`, the revision
 * it was filled from.
 */
export type Formularvarden = object;
const basRev = (varden: Formularvarden): string | null | undefined => ('basRev' in varden ? (varden.basRev as string | null) : undefined);

export type Formularspec<T extends Formularvarden> = {
  /** Key of the draft, `<form>:<personId>:<objektId>`. Another key is another form: give the component `key={nyckel}`. */
  nyckel: string;
  personId: string;
  /** How the draft is called in Utkorg. */
  titel: string;
  /** Read once, when the form opens. The ids of what it makes are made here, so that they are the same in every attempt. */
  start: () => T;
  /** How a draft is read from disk; what an older draft lacks is taken from `start`. */
  schema: z.ZodType<T>;
  /** Every fault, in the order of the form. The rules are shared/domain's. */
  kontroll: (varden: T) => Fel[];
  /** The command of Spara. */
  kor: (varden: T) => { name: string; input: unknown };
  /** The field of the form that a refusal's field is (`beslut.0.giltigFran`); undefined = none, it is said above the form. */
  faltAv?: (field: string, varden: T) => string | undefined;
  /** Brings a field to light before it takes the focus: chooses the row or the tab that shows it. */
  visaFalt?: (falt: string, varden: T) => void;
  /** The form is not on the screen now: Spara is another's. */
  dold?: boolean;
  /** Taken: the draft is gone and the records are changed. */
  onSparad?: (varden: T) => void;
  /** The record as it stands now, as this form would be filled from it (FRAGA-61). */
  nu?: T | undefined;
};

export type Formular<T> = {
  /** The draft is being read; nothing is to be filled in yet. */
  laddar: boolean;
  varden: T;
  andra: (del: Partial<T> | ((varden: T) => Partial<T>)) => void;
  arUtkast: boolean;
  sparar: boolean;
  /** All faults, shown or not: for the control panel. */
  fel: Fel[];
  felFor: (falt: string) => string | undefined;
  lamna: (falt: string) => void;
  gaTill: (falt: string) => void;
  /** Why the latest Spara was refused, when no field says it. */
  avslag: Ord | undefined;
  /** Why the draft is not on disk. */
  diskfel: Ord | undefined;
  /** @returns true when the command was taken; else the fault is shown and the form stays as it is */
  spara: () => Promise<boolean>;
  /** Back to the latest Spara; undefined when nothing is changed. */
  angra: (() => void) | undefined;
  /** What the latest {@link angra} took away. */
  gorOm: (() => void) | undefined;
  /** Drops the draft and begins anew with `start`. */
  borjaOm: () => Promise<void>;
  /** The record as another has made it since this form was filled. */
  andrad: T | undefined;
  behallMina: () => void;
  taAndra: () => void;
  /** Writes the draft now, if anything is changed. */
  tom: () => Promise<void>;
  /** Spara utkast: keeps the form as it is, also when nothing is changed yet. */
  sparaUtkast: () => Promise<void>;
  yta: RefObject<HTMLFormElement | null>;
};

/**
 * A form: every key to disk as a draft within a second, restored when it opens again; faults shown as fields are left and all
 * at once at Spara, with the focus in the first; Spara as one command that drops the draft in the same transaction.
 */
export function useFormular<T extends Formularvarden>(spec: Formularspec<T>): Formular<T> {
  const { nyckel, personId, titel, nu } = spec;
  const latest = useRef(spec);
  latest.current = spec;
  const [varden, visa] = useState(spec.start);
  const nuvarande = useRef(varden);
  const [laddar, setLaddar] = useState(true);
  const [arUtkast, setArUtkast] = useState(false);
  const [sparar, setSparar] = useState(false);
  const [lamnade, setLamnade] = useState<ReadonlySet<string> | 'alla'>(new Set());
  const [nekat, setNekat] = useState<Fel>();
  const [avslag, setAvslag] = useState<Ord>();
  const [diskfel, setDiskfel] = useState<Ord>();
  const [angrat, setAngrat] = useState<T>();
  const [skrivare] = useState(() => skrivareFor(nyckel, (lage) => setDiskfel(lage.fel && ordForFel(lage.fel.code))));
  const yta = useRef<HTMLFormElement>(null);
  const sander = useRef(false);
  const inlast = useRef<Promise<void>>(undefined);
  const orord = useRef<string>(undefined);
  const forsok = useRef<{ varden: T; kommando: { name: string; input: unknown }; id: string }>(undefined);

  const satt = useCallback((next: T) => {
    nuvarande.current = next;
    visa(next);
  }, []);
  const post = (): Utkastpost => ({ nyckel, personId, titel, data: nuvarande.current });
  const skrivUtkast = () => {
    setArUtkast(true);
    skrivare.andrat(post());
  };
  const kasta = async () => {
    await skrivare.lamnaOver();
    skrivare.andrat(null);
    await skrivare.tom();
    setArUtkast(false);
  };

  useEffect(() => {
    let ended = false;
    inlast.current = senasteUtkast(nyckel).then((answer) => {
      if (ended) return;
      if (!answer.ok) setDiskfel(ordForFel(answer.error.code));
      else if (typeof answer.value === 'object' && answer.value !== null) {
        const last = latest.current.schema.safeParse({ ...nuvarande.current, ...answer.value });
        if (last.success) {
          satt(last.data);
          setArUtkast(true);
        } else setAvslag(olasligt);
      }
      setLaddar(false);
    });
    return () => {
      ended = true;
    };
  }, [nyckel, satt]);

  useEffect(() => {
    const flush = () => void skrivare.tom();
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      flush();
    };
  }, [skrivare]);

  // Nothing is typed: the form follows the record.
  const nuRev = nu && basRev(nu);
  useEffect(() => {
    const record = latest.current.nu;
    if (!laddar && !arUtkast && record && basRev(record) === nuRev && basRev(nuvarande.current) !== nuRev) satt(record);
  }, [laddar, arUtkast, nuRev, satt]);

  const fel = spec.kontroll(varden);
  const gaTill = useCallback((falt: string, annars?: () => void) => {
    latest.current.visaFalt?.(falt, nuvarande.current);
    // After what was asked for is drawn: the faulty control of a group is known by its mark.
    setTimeout(() => {
      if (!fokuseraFalt(yta.current, falt)) annars?.();
    });
  }, []);
  const taFokus = useCallback(() => {
    if (!yta.current) return;
    const forst = latest.current.kontroll(nuvarande.current)[0]?.falt;
    // Only passed through, it is no fault yet.
    if (taFormularfokus(yta.current, forst)) orord.current = forst;
  }, []);
  useEffect(() => {
    if (!laddar) taFokus();
  }, [laddar, taFokus]);
  const visaAvslag = (rejection: Rejection) => {
    const { vad, gor } = ordForAvslag(rejection.code);
    const asked = latest.current.faltAv ?? ((field: string) => field);
    const falt = rejection.field === undefined ? undefined : asked(rejection.field, nuvarande.current);
    if (falt === undefined) return setAvslag({ vad, gor });
    setNekat({ falt, text: `${vad} ${gor}` });
    gaTill(falt, () => setAvslag({ vad, gor }));
  };

  const spara = async (): Promise<boolean> => {
    // Spara pressed while the draft is read is meant for what is read.
    await inlast.current;
    if (sander.current) return false;
    const sent = nuvarande.current;
    const faults = latest.current.kontroll(sent);
    setLamnade('alla');
    const first = faults[0];
    setAvslag(undefined);
    if (first) {
      // No field of the form has it: said above them.
      gaTill(first.falt, () => setAvslag({ vad: first.text, gor: '' }));
      return false;
    }
    sander.current = true;
    setSparar(true);
    setNekat(undefined);
    await skrivare.lamnaOver();
    // Asked again without a change: the very same command, so that it takes effect once however often it was sent.
    const again = forsok.current?.varden === sent ? forsok.current : undefined;
    const attempt = again ?? { varden: sent, kommando: latest.current.kor(sent), id: newId() };
    forsok.current = attempt;
    const formular = { nyckel, titel, data: sent };
    const utfall: Utfall = await runCommand(attempt.kommando.name, attempt.kommando.input, formular, attempt.id);
    sander.current = false;
    setSparar(false);
    if (!utfall.ok) {
      skrivUtkast();
      await skrivare.tom();
      if ('rejection' in utfall) {
        forsok.current = undefined;
        visaAvslag(utfall.rejection);
      } else setAvslag(ordForUtfall(utfall));
      return false;
    }
    forsok.current = undefined;
    utkastBorta(nyckel);
    setArUtkast(false);
    setAngrat(undefined);
    setLamnade(new Set());
    latest.current.onSparad?.(sent);
    return true;
  };
  useCommand('spara', spec.dold ? null : () => void spara());

  const borjaOm = async () => {
    await kasta();
    satt(latest.current.nu ?? latest.current.start());
    setLamnade(new Set());
    setNekat(undefined);
    setAvslag(undefined);
    // The button that asked for it may be gone with the draft.
    setTimeout(taFokus);
  };

  const andrad = nu && basRev(varden) !== undefined && arUtkast && basRev(nu) !== basRev(varden) ? nu : undefined;
  return {
    laddar,
    varden,
    arUtkast,
    sparar,
    fel,
    avslag,
    diskfel,
    andrad,
    yta,
    gaTill: (falt) => gaTill(falt),
    spara,
    borjaOm,
    andra: (del) => {
      // Until the answer has come the form is what was sent: a key is not taken, and is seen not to be.
      if (sander.current) return;
      const change = typeof del === 'function' ? del(nuvarande.current) : del;
      satt({ ...nuvarande.current, ...change });
      setNekat(undefined);
      setAngrat(undefined);
      skrivUtkast();
    },
    felFor: (falt) =>
      nekat?.falt === falt ? nekat.text : lamnade === 'alla' || lamnade.has(falt) ? fel.find((one) => one.falt === falt)?.text : undefined,
    lamna: (falt) => {
      const passerat = orord.current === falt && !arUtkast;
      orord.current = undefined;
      if (passerat) return;
      setLamnade((now) => (now === 'alla' ? now : new Set([...now, falt])));
      void skrivare.tom();
    },
    angra: arUtkast
      ? () => {
          setAngrat(nuvarande.current);
          void borjaOm();
        }
      : undefined,
    gorOm:
      angrat && !arUtkast
        ? () => {
            satt(angrat);
            setAngrat(undefined);
            skrivUtkast();
          }
        : undefined,
    behallMina: () => {
      if (!nu) return;
      satt({ ...nuvarande.current, basRev: basRev(nu) });
      setAvslag(undefined);
      skrivUtkast();
    },
    taAndra: () => {
      if (!nu) return;
      setAngrat(nuvarande.current);
      satt(nu);
      setAvslag(undefined);
      void kasta();
    },
    tom: () => skrivare.tom(),
    sparaUtkast: () => {
      skrivUtkast();
      return skrivare.tom();
    },
  };
}

const olasligt: Ord = {
  vad: 'Ett påbörjat utkast kunde inte läsas in.',
  gor: 'Det ligger kvar under Utkast i Utkorg tills du ändrar något här.',
};
