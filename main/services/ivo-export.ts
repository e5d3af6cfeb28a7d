import type { dokumentfel } from '../../shared/domain/dokument/fel.ts';
import { ivorapport, ivosiffrorna } from '../../shared/domain/dokument/ivolista.ts';
import type { Byggd } from '../../shared/domain/dokument/ram.ts';
import { ivosiffror, kvartalstext } from '../../shared/domain/klocka/ivo.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import type { Ivoexport, IvoradVy } from '../../shared/ipc/ivo.ts';
import type { Csvcell } from '../../shared/util/csv.ts';
import { isCalendarDay } from '../../shared/util/datum.ts';
import { kvartalsord } from '../../shared/words/frist.ts';
import { listrad, rapportkolumner, rapportrad, siffra, siffrekolumner, siffrerad } from '../../shared/words/ivofil.ts';
import { aktState } from './akt-state.ts';
import { ivoraderFor } from './ivo-rader.ts';
import { type Kalkylcell, kalkylblad } from './kalkylblad.ts';
import type { Katalog } from './katalog.ts';
import { type AsyncHandlers, CallFailure, nowOf, type ServicePorts, todayOf } from './service.ts';

/**
 * The report of a quarter, or its figures, as a file out of the program by the user's word (FORB-49, KLOCK-10): Excel, CSV, or PDF by the
 * documents' engine. It says what the akter say when it is written; who is protected is left out unless asked for, with a reason. Each kund of it is in the
 * access log; in the figures there is nobody.
 */
export function ivoExport(ports: ServicePorts, katalog: Katalog): AsyncHandlers<'ivo.exportera'> {
  const { replica, actor, clock, newId, kopia, documents } = ports;
  return {
    'ivo.exportera': async ({ kvartal, vilka, vad, format, mapp, skyddade }): Promise<Ivoexport> => {
      if (!kopia) throw new CallFailure('kopian-skrevs-inte');
      kopia.require(mapp);
      const text = kvartalstext(kvartal);
      const namn = `${vad === 'siffror' ? 'Ej verkställda beslut, siffror' : 'Ej verkställda beslut'} ${kvartalsord(text)}`;
      for (;;) {
        const alla = read();
        const med = alla.filter(isWith);
        const bytes = await bytesOf(med, alla.length - med.length);
        if (!(bytes instanceof Uint8Array)) return { ok: false, saknas: bytes };
        // A PDF is waited for: what was changed, protected or lost meanwhile is not in the file. Nothing is awaited between the last look and the file.
        if (JSON.stringify(read()) !== JSON.stringify(alla)) continue;
        logSome(med);
        const fil = await kopia.write(mapp, `${namn} ${todayOf(clock)}`, bytes, format);
        return { ok: true, fil, rader: med.length, skyddade: new Set(alla.filter((rad) => !isWith(rad)).map((rad) => rad.personId)).size };
      }

      function read(): IvoradVy[] {
        // The figures are the unit's, whoever makes them.
        return ivoraderFor(ports, katalog, { kvartal, vilka: vad === 'siffror' ? 'alla' : vilka }, 'hela');
      }
      function isWith({ person }: IvoradVy): boolean {
        return vad === 'siffror' || person.skydd === 'ingen' || skyddade !== undefined;
      }

      async function bytesOf(rader: readonly IvoradVy[], utelamnade: number): Promise<Uint8Array | ReturnType<typeof dokumentfel>[]> {
        const siffror = ivosiffror([...rader]).map(siffra);
        if (format !== 'pdf') {
          const celler = vad === 'siffror' ? siffror.map((one) => siffrerad(text, one)) : rader.map((rad) => rapportrad(text, rad));
          const rubriker = vad === 'siffror' ? siffrekolumner : rapportkolumner;
          return kalkylblad(format, { namn, rubriker: [...rubriker], rader: celler.map((rad) => rad.map(cell)) });
        }
        if (!documents) throw new CallFailure('databasen-skadad');
        const av = { kvartal: kvartalsord(text), enhet: actor().enheter[0], anvandare: actor().namn, dag: todayOf(clock) };
        const state = aktState(replica, katalogScope);
        const byggd: Byggd =
          vad === 'siffror'
            ? ivosiffrorna(state, { ...av, rader: siffror })
            : ivorapport(state, { ...av, rader: rader.map(listrad), utelamnade });
        if (!byggd.ok) return byggd.error;
        const rendered = await documents.render(byggd.value);
        if (!rendered.ok) throw new CallFailure('dokument-gick-inte', rendered.error.code);
        return rendered.value.bytes;
      }

      /** Each kund once, and before the file is there; the figures have nobody. */
      function logSome(rader: readonly IvoradVy[]): void {
        const detail = [`IVO: ${namn}`, `${format}, kopia utanför programmet`, ...(skyddade ? [skyddade.skal] : [])].join(', ');
        const personer: (string | null)[] = vad === 'siffror' ? [null] : [...new Set(rader.map(({ personId }) => personId))];
        replica.logAccess(
          personer.map((personId) => ({ id: newId(), at: nowOf(clock), action: 'last' as const, personId, detail })),
          'innan',
        );
      }
    },
  };
}

/** A day is a day in Excel, too. */
const cell = (of: Csvcell): Kalkylcell => (typeof of === 'string' && isCalendarDay(of) ? { dag: of } : of);
