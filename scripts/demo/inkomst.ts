import type { Inkomstformular, Radsvar } from '../../shared/domain/inkomst/records.ts';
import { gallandeFormular, ifyllnadshinder } from '../../shared/domain/inkomst/regler.ts';
import { systemaktor } from '../../shared/domain/systemaktor.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { instantOf } from './days.ts';
import { harAktivEtjanst } from './etjanst.ts';

/** What has become of those that are sent out, by turns: returned, late, to be completed, done with, nothing yet. */
const lagen = ['inlamnad', 'sen', 'kompletteras', 'klar', 'ute'] as const;
const kunden = systemaktor('Kunden i e-tjänsten');

/** The inkomstblanketter of those who have the e-service: some are out, some late, some returned. The amounts are made up. */
export function skrivInkomst({ akt, profil, katalog, today }: Arbete): void {
  const { id: personId, index, random } = profil;
  const av = katalog.users.find(({ roller }) => roller.includes('avgiftshandlaggare'));
  const dag = plusDagar(today, -2);
  const formular = gallandeFormular(katalog.list('inkomstformular'), dag);
  if (!harAktivEtjanst(profil) || !av || !formular || ifyllnadshinder(akt, personId, dag)) return;
  const blankettId = akt.newId(dag);
  const lage = lagen[Math.floor(index / 12) % lagen.length];
  const rev = akt.newId(dag);
  const sista = plusDagar(dag, lage === 'sen' ? 1 : 30);
  const skicka = { personId, blankettId, rev, ar: Number(dag.slice(0, 4)), formularId: formular.id, sista };
  akt.run('inkomst.skicka', skicka, av, instantOf(dag, 480));
  if (lage === 'ute' || lage === 'sen') return;
  const svarId = akt.newId(dag);
  akt.run(
    'inkomst.taEmot',
    { personId, blankettId, svarId, svar: svaren(formular.data, random.between(90, 260)) },
    kunden,
    instantOf(dag, 900),
  );
  const igar = plusDagar(today, -1);
  const hantera = { personId, blankettId, svarId, basRev: svarId, rev: akt.newId(igar) };
  if (lage === 'kompletteras') {
    const text = 'Räntor och utdelningar saknas. Skriv 0 om du inte har några.';
    akt.run('inkomst.komplettera', { ...hantera, text, sista: plusDagar(igar, 14) }, av, instantOf(igar, 500));
  } else if (lage === 'klar') akt.run('inkomst.klar', hantera, av, instantOf(igar, 520));
}

/** Every question that is to be answered, and the first amount of each part. */
function svaren({ delar }: Inkomstformular, hundratal: number): Radsvar[] {
  return delar.flatMap(({ kod: del, rader }) => {
    const belopp = del === 'partner' ? undefined : rader.find(({ slag }) => slag === 'manad');
    return rader.flatMap((rad): Radsvar[] => {
      if (rad === belopp) return [{ kod: rad.kod, kronor: hundratal * (del === 'inkomst' ? 100 : 40) }];
      return rad.krav && rad.val?.[0] ? [{ kod: rad.kod, text: rad.val[0].kod }] : [];
    });
  });
}
