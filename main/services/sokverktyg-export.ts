import { formatPersonnummer } from '../../shared/domain/personnummer.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { type Sokvarde, sokfaltet } from '../../shared/domain/sokverktyg/falt.ts';
import { isUtpekande, namngerKunden } from '../../shared/domain/sokverktyg/identitet.ts';
import type { Sokning } from '../../shared/domain/sokverktyg/records.ts';
import type { Exportsvar, Sokrad } from '../../shared/ipc/sokverktyg.ts';
import { sokfaltOrd, sokvardeText } from '../../shared/words/sokverktyg.ts';
import { type Kalkylcell, kalkylblad } from './kalkylblad.ts';
import type { Katalog } from './katalog.ts';
import { type AsyncHandlers, CallFailure, nowOf, type ServicePorts, todayOf } from './service.ts';
import { radlasare, requireSokning } from './sokverktyg.ts';

/** Rows read, and lines of the access log written, before other calls have their turn. */
const slice = 20;

/**
 * A result as a file that Excel opens (SVERK-06), out of the program by the user's word: from then on it is not the program's to protect or
 * remove. It says what the akter say when it is written; of who is protected, or no longer the user's to read, nothing stands in it that was not asked for,
 * but in a list that names nobody: there she is counted, without what could tell her from others.
 */
export function sokverktygExport(ports: ServicePorts, katalog: Katalog): AsyncHandlers<'sokverktyg.exportera'> {
  const { replica, clock, newId, kopia, sok } = ports;
  return {
    'sokverktyg.exportera': async ({ jobb, sokningId, parametrar, ids, mapp, format, skyddade }): Promise<Exportsvar> => {
      if (!kopia) throw new CallFailure('kopian-skrevs-inte');
      kopia.require(mapp);
      const sokning = requireSokning(ports, sokningId, parametrar);
      const andrade = new Set<string>();
      const end = replica.onChange((scopes) => {
        for (const scope of scopes) andrade.add(scope);
      });
      const rader = new Map<string, Sokrad | null>();
      const loggade = new Set<string>();
      try {
        await readSome(ids);
        await logSome();
        // What was changed, protected or lost while the others were read, or the file was made, is read anew; nothing is awaited between the last look
        // and the file.
        let med: Sokrad[];
        let bytes: Uint8Array;
        do {
          for (let igen = touched(); igen.length > 0; igen = touched()) {
            andrade.clear();
            await readSome(igen);
            await logSome();
          }
          med = medtagna();
          if (med.length === 0) throw new CallFailure('finns-inte', 'sokning');
          bytes = await kalkylblad(format, { namn: sokning.namn, rubriker: rubriker(sokning), rader: med.map(celler) });
        } while (touched().length > 0);
        const fil = await kopia.write(mapp, `${sokning.namn} ${todayOf(clock)}`, bytes, format);
        const utan = new Set([...rader.values()].flatMap((rad) => (rad === null || isWith(rad) ? [] : [rad.person.personId])));
        return { fil, rader: med.length, kunder: new Set(med.map(({ person }) => person.personId)).size, skyddade: utan.size };
      } finally {
        end();
      }

      async function readSome(some: readonly string[]): Promise<void> {
        for (let at = 0; at < some.length; at += slice) {
          const las = radlasare(ports, katalog, sokning, parametrar);
          for (const id of some.slice(at, at + slice)) rader.set(id, las(id));
          if (some === ids) sok?.framsteg(jobb, at, ids.length);
          await sok?.andas();
        }
      }

      /** Each kund once, and before the file is there. */
      async function logSome(): Promise<void> {
        const nya = [...new Set(medtagna().map(({ person }) => person.personId))].filter((id) => !loggade.has(id));
        for (let at = 0; at < nya.length; at += slice * 10) {
          const entries = nya.slice(at, at + slice * 10).map((personId) => {
            const detail = [`Sökverktyget: ${sokning.namn}`, 'kopia utanför programmet', ...(skyddade ? [skyddade.skal] : [])].join(', ');
            loggade.add(personId);
            return { id: newId(), at: nowOf(clock), action: 'last' as const, personId, detail };
          });
          replica.logAccess(entries, 'innan');
          await sok?.andas();
        }
      }

      function touched(): string[] {
        return [...rader].flatMap(([id, rad]) => (rad && andrade.has(aktScope(rad.person.personId)) ? [id] : []));
      }

      function medtagna(): Sokrad[] {
        return [...rader.values()].filter((rad) => rad !== null).filter(isWith);
      }
      function isWith({ person }: Sokrad): boolean {
        return person.skydd === 'ingen' || skyddade !== undefined || !namngerKunden(sokning);
      }

      function celler({ person, varden }: Sokrad): Kalkylcell[] {
        const dold = person.skydd !== 'ingen' && skyddade === undefined;
        return sokning.kolumner.map((namn) => {
          if (dold && isUtpekande(namn)) return undefined;
          if (namn === 'kund') return person.namn;
          if (namn === 'personnummer') return formatPersonnummer(person.personnummer);
          return cell(sokning, namn, varden[namn]);
        });
      }
    },
  };
}

function cell({ slag }: Sokning, namn: string, varde: Sokvarde): Kalkylcell {
  if (typeof varde === 'number') return varde;
  return typeof varde === 'string' && sokfaltet(slag, namn)?.typ === 'dag' ? { dag: varde } : sokvardeText(varde);
}
const rubriker = ({ slag, kolumner }: Sokning): string[] =>
  kolumner.flatMap((namn) => {
    const falt = sokfaltet(slag, namn);
    return falt ? [sokfaltOrd[falt.namn]] : [];
  });
