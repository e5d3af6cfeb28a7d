import { useEffect, useRef, useState } from 'react';
import type { Kontakt } from '../../../shared/domain/kontakt/records.ts';
import { newId, runCommand } from '../../state/core.ts';
import { type Ord, ordForFel, ordForUtfall } from '../../state/ord.ts';
import { utkastBorta } from '../../state/utkastlista.ts';
import { skrivareFor } from '../../state/utkastskrivare.ts';
import { faltAv, forstaFel, type Kontaktfalt, type Kontaktutkast, kontaktAv } from './kontaktformular.ts';

/** What the form begins with, and whether that is a draft. */
export type Kontaktstart = { nyckel: string; data: Kontaktutkast; arUtkast: boolean };

/** A contact as it is filled in: each key to disk as a draft, Spara as a command built on the revision that was read. */
export function useKontakt(personId: string, start: Kontaktstart, nu: Kontakt | undefined) {
  const varden = useRef(start.data);
  const [falt, setFalt] = useState(start.data.falt);
  const [basRev, setBasRev] = useState(start.data.basRev);
  const [arUtkast, setArUtkast] = useState(start.arUtkast);
  const [fel, setFel] = useState<Ord>();
  const [diskfel, setDiskfel] = useState<Ord>();
  const [skrivare] = useState(() => skrivareFor(start.nyckel, (lage) => setDiskfel(lage.fel && ordForFel(lage.fel.code))));

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

  const satt = (data: Kontaktutkast) => {
    varden.current = data;
    setFalt(data.falt);
    setBasRev(data.basRev);
  };
  const skrivUtkast = () => {
    const { namn } = varden.current.falt;
    skrivare.andrat({ nyckel: start.nyckel, personId, titel: ['Kontaktuppgifter', namn].filter(Boolean).join(': '), data: varden.current });
  };
  const kasta = async () => {
    await skrivare.lamnaOver();
    skrivare.andrat(null);
    await skrivare.tom();
    setArUtkast(false);
  };

  return {
    falt,
    arUtkast,
    fel,
    diskfel,
    /** The contact as another has made it since this form was filled. */
    andrad: nu && basRev !== null && nu.rev !== basRev ? nu : undefined,
    forstaFel: () => forstaFel(varden.current.falt),
    andra: (del: Partial<Kontaktfalt>) => {
      satt({ ...varden.current, falt: { ...varden.current.falt, ...del } });
      setArUtkast(true);
      skrivUtkast();
    },
    behallMina: () => {
      if (!nu) return;
      satt({ ...varden.current, basRev: nu.rev });
      setFel(undefined);
      skrivUtkast();
    },
    taAndra: () => {
      if (!nu) return;
      satt({ ...varden.current, basRev: nu.rev, falt: faltAv(nu) });
      setFel(undefined);
      void kasta();
    },
    /** @returns true when the command was taken; else `fel` says why and the form stays as it is */
    spara: async (): Promise<boolean> => {
      const sent = varden.current;
      await skrivare.lamnaOver();
      const kontakt = kontaktAv(sent.falt, newId());
      const input = { personId, kontaktId: sent.kontaktId, basRev: sent.basRev, kontakt };
      const titel = ['Kontaktuppgifter', kontakt.namn].filter(Boolean).join(': ');
      const utfall = await runCommand('kontakt.spara', input, { nyckel: start.nyckel, titel, data: sent });
      setFel(ordForUtfall(utfall));
      if (!utfall.ok) {
        setArUtkast(true);
        skrivUtkast();
        await skrivare.tom();
        return false;
      }
      utkastBorta(start.nyckel);
      return true;
    },
    taBort: async (): Promise<boolean> => {
      const { kontaktId, basRev: rev } = varden.current;
      await skrivare.lamnaOver();
      const utfall = await runCommand('kontakt.taBort', { personId, kontaktId, basRev: rev }, start.nyckel);
      setFel(ordForUtfall(utfall));
      if (utfall.ok) utkastBorta(start.nyckel);
      else if (arUtkast) skrivUtkast();
      return utfall.ok;
    },
    slang: kasta,
    tom: () => skrivare.tom(),
  };
}
