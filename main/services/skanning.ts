import { arkiveraDokument } from '../../shared/domain/dokument/arkivera.ts';
import type { Sparadskanning } from '../../shared/ipc/skanning.ts';
import { inkommandeFiler } from './inkommande.ts';
import type { Oppnade } from './oppnade.ts';
import { personOf } from './person-rad.ts';
import type { ScanPort, Skannad } from './ports.ts';
import { type AsyncHandlers, CallFailure, type Handlers, type ServicePorts, todayOf } from './service.ts';

/**
 * Scanned files on their way into an akt (SKAN-01 to SKAN-04, FORB-50): what lies in the folder, one of them as the PDF that is filed, and
 * taking it out of the folder. Filing is the command `dokument.arkivera`, as of any document.
 */
export function skanningService(
  ports: ServicePorts,
  oppnade: Oppnade,
): Handlers<'skanning.lista' | 'skanning.egen'> & AsyncHandlers<'skanning.mapp' | 'skanning.visa' | 'skanning.fil' | 'skanning.taBort'> {
  const { replica, clock } = ports;
  const inkommande = inkommandeFiler();
  function scans(): ScanPort {
    if (!ports.scans) throw new CallFailure('databasen-skadad');
    return ports.scans;
  }

  /** The documents that have these bytes, by them; one that is felmarkerat is none. */
  function sparade(port: ScanPort, names: string[]): Map<string, Sparadskanning> {
    const found = new Map<string, Sparadskanning>();
    for (const { id, sha256 } of port.documentsNaming(names)) {
      const post = replica.record('dokument', id);
      const person = post && personOf(replica, post.scope, todayOf(clock));
      if (!post || !person || post.data.felmarkerad) continue;
      const { personId, namn, personnummer } = person;
      found.set(sha256, { dokumentId: id, kund: person.skydd === 'skyddadFolkbokforing' ? null : { personId, namn, personnummer } });
    }
    return found;
  }

  /** A scan that was filed and refused, perhaps put back in its form since: it has left the folder. */
  function refused(sha256: string): Skannad | undefined {
    for (const { name, state, input } of replica.outbox()) {
      if (name !== arkiveraDokument.name || (state !== 'refused' && state !== 'settled')) continue;
      const read = arkiveraDokument.input.safeParse(input);
      // What was made of the akt, or bound of it, was no scan, and is read in that akt alone.
      if (!read.success || read.data.mall || read.data.underlag) continue;
      if (read.data.sha256 === sha256) return { sha256, storlek: read.data.storlek, sidor: read.data.sidor };
    }
    return undefined;
  }

  function shows(port: ScanPort, { sha256, storlek, sidor }: Skannad, borta?: true) {
    const visningar = ports.documents?.forhandsvisningar;
    // The same bytes may be on the screen as what was made of an akt: they stay that.
    if (visningar && !visningar.has(sha256)) visningar.set(sha256, { personId: null, om: [], skannad: true });
    const redan = sparade(port, [sha256]).get(sha256);
    return { ok: true as const, sha256, storlek, sidor, ...(redan ? { sparad: redan } : {}), ...(borta ? { borta } : {}) };
  }

  return {
    'skanning.lista': () => {
      const port = scans();
      const mapp = port.folder();
      const latest = port.latest();
      if (mapp === null || !latest) return { mapp, filer: [], fler: 0, ovriga: 0, ...(mapp === null ? {} : { laser: true as const }) };
      const { hinder, fler, ovriga } = latest;
      const redanSparade = sparade(
        port,
        latest.filer.flatMap(({ id }) => port.shown(id)?.sha256 ?? []),
      );
      const filer = latest.filer.map(({ id, namn, storlek, andrad, lage }) => {
        const shown = port.shown(id);
        const redan = shown && redanSparade.get(shown.sha256);
        const hinder = port.refused(id);
        return {
          ...{ id, namn, storlek, andrad: andrad.toISOString(), lage, ny: !shown && !hinder },
          ...(redan ? { sparad: redan } : {}),
          ...(hinder ? { hinder } : {}),
        };
      });
      return { mapp, filer, fler, ovriga, ...(hinder ? { hinder } : {}) };
    },
    'skanning.mapp': async ({ mapp }) => {
      const hinder = await scans().choose(mapp);
      return hinder ? { ok: false, hinder } : { ok: true };
    },
    'skanning.visa': async ({ id, sha256 }) => {
      const port = scans();
      const shown = await port.preview(id);
      if (shown.ok) return shows(port, shown.value);
      const kept = sha256 === undefined ? undefined : refused(sha256);
      if (kept && port.isStored(kept.sha256)) return shows(port, kept, true);
      return { ok: false, hinder: shown.error };
    },
    'skanning.fil': async (val) => {
      oppnade.require(val.personId);
      const kommet = inkommande.taEmot(val);
      if (!('hel' in kommet)) return { slag: 'mer', mottaget: kommet.mottaget };
      const port = scans();
      const made = await port.take(kommet.hel);
      if (!made.ok) return { slag: 'inne', visning: { ok: false, hinder: made.error } };
      return { slag: 'inne', visning: shows(port, made.value) };
    },
    'skanning.egen': ({ sha256 }) => {
      const port = scans();
      const fil = port.taken(sha256);
      return fil && port.isStored(sha256) ? shows(port, fil) : { ok: false, hinder: 'fil-glomd' };
    },
    'skanning.taBort': async ({ id, dokumentId }) => {
      const port = scans();
      const { sha256 } = port.shown(id) ?? {};
      // Never before both the record and its bytes are here to stay.
      const isFiled = sha256 !== undefined && replica.record('dokument', dokumentId)?.data.sha256 === sha256 && port.isStored(sha256);
      const hinder = isFiled ? await port.remove(id) : 'inte-sparad';
      return hinder ? { ok: false, hinder } : { ok: true };
    },
  };
}
