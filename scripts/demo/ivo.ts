import { fristkatalog } from '../../shared/domain/klocka/frist.ts';
import { fristaktUtanAnteckningar } from '../../shared/domain/klocka/fristakt.ts';
import { ivotider, kvartalFor, kvartalsdagar, kvartalstext, radI } from '../../shared/domain/klocka/ivo.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { instantOf, later, workday } from './days.ts';

/** So many days before today the last of it is done, at least. */
const dagarSedan = 3;
const orsaker = [
  'Ingen ledig plats som motsvarar beslutet.',
  'Ingen har kunnat rekryteras till uppdraget.',
  'Den enskilde har tackat nej till det som har erbjudits och väntar på ett annat alternativ.',
];
const foljder = ['Får stöd av sina anhöriga, som är hårt belastade.', 'Har färre aktiviteter på sin fritid än vad som behövs.'];
const erbjudna = ['Plats i verksamheten Lönnen', 'Person som har anmält intresse för uppdraget', 'Plats på annan ort från månadsskiftet'];

/**
 * What handläggare have done of a bifall that is not carried out in time: an offer that was declined, most of what the report has to tell, and of some
 * that it has been reported for the latest quarter.
 */
export function skrivIvo(arbete: Arbete): void {
  const { akt, profil, katalog, today } = arbete;
  const person = akt.get('person', profil.id);
  if (!person) return;
  const hela = { ...fristaktUtanAnteckningar(akt, { id: profil.id, data: person }), osignerade: [], senastSkrivet: () => undefined };
  const regler = fristkatalog({ katalogLista: (type) => katalog.list(type) });
  const sena = ivotider(hela, regler).filter(({ hande, senast }) => !hande && senast < today);
  sena.forEach((tid, nr) => {
    const { beslutId, nyckel, senast } = tid;
    const val = <T>(av: readonly T[]): T => av[(profil.index + nr) % av.length] as T;
    const dag = later(workday(plusDagar(today, -20)), plusDagar(senast, 1));
    if (dag > plusDagar(today, -dagarSedan)) return;
    const { id: personId, handlaggare: av } = profil;
    const namn = `${person.fornamn} ${person.efternamn}`;
    const at = instantOf(dag, 600);
    const erbjudande = { erbjudandeId: akt.newId(dag), beslutId, datum: dag, vad: val(erbjudna), till: namn, lamnatAv: av.namn };
    const svar = { slag: 'nej' as const, dag, skal: 'Vill vänta på något som ligger närmare hemmet.' };
    akt.run('erbjudande.spara', { personId, ...erbjudande, svar, sedd: null, rev: akt.newId(dag) }, av, at);
    // Of every third something is left to fill in.
    if ((profil.index + nr) % 3 === 0) return;
    const uppgift = { orsak: val(orsaker), foljder: val(foljder), nastaUppfoljning: plusDagar(today, 30) };
    akt.run('ivo.spara', { personId, uppgiftId: akt.newId(dag), beslutId, ...uppgift, sedd: null, rev: akt.newId(dag) }, av, at);
    const kvartal = kvartalFor(today, -1);
    const rapporterad = later(plusDagar(kvartalsdagar(kvartal).till, 5), dag);
    if (!radI(tid, kvartal) || rapporterad > today || Math.floor(profil.index / 20) % 3 === 0) return;
    const rapport = { beslutId, tid: nyckel, kvartal: kvartalstext(kvartal), lage: 'ejVerkstallt' as const, dag: rapporterad };
    akt.run('ivo.rapportera', { personId, rapportId: akt.newId(dag), ...rapport }, av, instantOf(rapporterad, 700));
  });
}
