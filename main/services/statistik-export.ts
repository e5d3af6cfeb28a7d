import { katalogScope, personOfScope } from '../../shared/domain/scope.ts';
import { filtext } from '../../shared/domain/statistik/fil.ts';
import { dubbletter } from '../../shared/domain/statistik/rader.ts';
import type { Statistikbeskrivning } from '../../shared/domain/statistik/records.ts';
import type { Statistikexport } from '../../shared/ipc/statistik.ts';
import { compare } from '../../shared/util/compare.ts';
import type { Katalog } from './katalog.ts';
import { type AsyncHandlers, CallFailure, nowOf, type ServicePorts } from './service.ts';
import { leveranshinder, requireRoll } from './statistik.ts';
import { type Aktdel, aktdel, carefully, genomBesluten, requireBeskrivning } from './statistik-kalla.ts';

/** Lines of the access log written before other calls have their turn. */
const slice = 200;

/**
 * A list as the file that is delivered, out of the program by the user's word (FORB-49, STAT-06): by its description, without the rows that would be
 * refused, and without who is protected unless asked for, with a reason. It says what the akter say when it is written. Each kund of it is in the access log; what is to be noted
 * of it (`statistik.leverera`) is answered.
 */
export function statistikExport(ports: ServicePorts, katalog: Katalog): AsyncHandlers<'statistik.exportera'> {
  const { replica, clock, newId, kopia, sok } = ports;
  return {
    'statistik.exportera': async ({ jobb, mapp, skyddade, ...val }): Promise<Statistikexport> => {
      requireRoll(ports);
      if (!kopia) throw new CallFailure('kopian-skrevs-inte');
      kopia.require(mapp);
      const { id: beskrivningId, data: beskrivning } = requireBeskrivning(ports, val);
      const hinder = leveranshinder(ports, beskrivning);
      if (hinder.length > 0) return { ok: false, hinder };
      const rorda = new Set<string>();
      const end = replica.onChange((scopes) => {
        for (const scope of scopes) rorda.add(scope);
      });
      try {
        const delar = new Map<string, Aktdel>();
        await genomBesluten(ports, katalog, beskrivning, jobb, (personId) => {
          const del = las(personId);
          if (del) delar.set(personId, del);
          return true;
        });
        const loggade = new Set<string>();
        let med: ReturnType<typeof medtagna>;
        let bytes: Uint8Array;
        let digest: string;
        // What was changed, protected or lost while the others were read or logged, or the file was made, is read anew; nothing is awaited between the
        // last look and the file.
        do {
          lasOm();
          // Who has lost a right meanwhile has a part of it, and nobody delivers a part.
          requireRoll(ports);
          const nya = leveranshinder(ports, beskrivning);
          if (nya.length > 0) return { ok: false, hinder: nya };
          med = medtagna();
          await logSome(med.rader.map(({ personId }) => personId));
          bytes = kodad(
            filtext(
              beskrivning,
              med.rader.map(({ varden }) => varden),
            ),
            beskrivning.fil.teckenkodning,
          );
          digest = await sha256(bytes);
        } while (rorda.size > 0);
        const fil = await kopia.write(mapp, `${beskrivning.namn} ${val.dag}`, bytes, 'txt');
        const om = {
          ...{ rader: med.rader.length, kunder: new Set(med.rader.map(({ personId }) => personId)).size },
          ...{ avvisade: med.avvisade, skyddade: med.skyddade, storlek: bytes.byteLength, sha256: digest },
        };
        const leverans = { ...val, beskrivningId, filnamn: fil.split(/[\\/]/).at(-1) ?? fil, ...om };
        return { ok: true, fil, leverans };

        function las(personId: string): Aktdel | undefined {
          return carefully(replica, () => aktdel(ports, katalog, beskrivning, val, personId));
        }

        /** Akter that were changed since they were read, and those that give it something now. */
        function lasOm(): void {
          // Another description would make another file.
          if (rorda.has(katalogScope) && JSON.stringify(requireBeskrivning(ports, val).data) !== JSON.stringify(beskrivning))
            throw new CallFailure('finns-inte', 'statistikbeskrivning');
          for (const scope of rorda) {
            const personId = personOfScope(scope);
            if (personId === undefined) continue;
            const del = las(personId);
            if (del) delar.set(personId, del);
            else delar.delete(personId);
          }
          rorda.clear();
        }

        /** By number: which order the akter lie in here is nobody's to know. */
        function medtagna() {
          const tva = dubbletter(new Map([...delar].flatMap(harRad)));
          const alla = [...delar.values()].flatMap(({ person, rader }) => rader.map((rad) => ({ ...rad, person })));
          const hela = alla.filter(({ brister, personId }) => brister.length === 0 && !tva.has(personId));
          const rader = hela.filter(({ person }) => person.skydd === 'ingen' || skyddade !== undefined);
          const kvar = new Set(rader);
          const utan = new Set(hela.filter((rad) => !kvar.has(rad)).map(({ personId }) => personId));
          rader.sort((a, b) => compare(a.person.personnummer, b.person.personnummer) || compare(a.nyckel, b.nyckel));
          return { rader, avvisade: alla.length - hela.length, skyddade: utan.size };
        }

        /** Each kund once, and before the file is there. */
        async function logSome(personIds: readonly string[]): Promise<void> {
          const nya = [...new Set(personIds)].filter((id) => !loggade.has(id));
          const detail = [`Statistik: ${beskrivning.namn} ${val.dag}`, 'kopia utanför programmet', ...(skyddade ? [skyddade.skal] : [])];
          for (let at = 0; at < nya.length; at += slice) {
            const entries = nya.slice(at, at + slice).map((personId) => {
              loggade.add(personId);
              return { id: newId(), at: nowOf(clock), action: 'last' as const, personId, detail: detail.join(', ') };
            });
            replica.logAccess(entries, 'innan');
            await sok?.andas();
          }
        }
      } finally {
        end();
      }
    },
  };
}

const harRad = ([personId, { person, rader }]: [string, Aktdel]) => (rader.length > 0 ? [[personId, person] as const] : []);

/** What is written: a text that holds no sign that the encoding lacks. */
function kodad(text: string, som: Statistikbeskrivning['fil']['teckenkodning']): Uint8Array {
  if (som === 'iso-8859-1') return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  return new TextEncoder().encode(`${som === 'utf-8-bom' ? '\ufeff' : ''}${text}`);
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return [...new Uint8Array(digest)].map((one) => one.toString(16).padStart(2, '0')).join('');
}
