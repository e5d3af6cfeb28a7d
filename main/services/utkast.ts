import { displayName } from '../../shared/domain/person/records.ts';
import { readKey } from '../../shared/ipc/utkastnyckel.ts';
import type { Utkast } from '../../shared/ipc/views.ts';
import { canonical } from '../../shared/util/canonical.ts';
import { brevIOrd } from './brev-i-ord.ts';
import type { Katalog } from './katalog.ts';
import type { Draft } from './ports.ts';
import { CallFailure, type Handlers, nowOf, type ServicePorts } from './service.ts';
import { flyttUtkastTill } from './utkorg-flytt.ts';
import { inputRader } from './utkorg-rader.ts';

/** Drafts: what is being written, on disk when the call returns; they outlive crash, sign-out and lost access. */
export function utkastService(
  { replica, clock }: ServicePorts,
  katalog: Katalog,
): Handlers<'utkast.spara' | 'utkast.hamta' | 'utkast.lista' | 'utkast.flytta' | 'utkast.kasta'> {
  const view = ({ nyckel, personId, titel, data, savedAt }: Draft): Utkast => {
    const kunder = personId === null ? kunderIn(nyckel, data) : [personId];
    const personer = kunder.map((om) => replica.record('person', om)?.data);
    const person = personer[0];
    const namn = person ? displayName(person) : null;
    // A title may name the kund, or be the user's words of them: of an akt that is not here it says nothing.
    const isHidden = personer.some((one) => !one || (personId === null && one.skydd === 'skyddadFolkbokforing'));
    const masked = isHidden ? 'Utkast' : titel;
    return {
      nyckel,
      personId,
      namn,
      ...(person ? { skydd: person.skydd } : {}),
      titel: masked,
      data,
      sparad: savedAt,
      ...(isHidden ? { dolt: true as const } : {}),
    };
  };
  return {
    'utkast.spara': ({ pa, ...draft }) => {
      if (pa !== undefined && (replica.draft(draft.nyckel)?.savedAt ?? null) !== pa) throw new CallFailure('utkast-i-annat-fonster');
      const savedAt = nowOf(clock);
      replica.saveDraft({ ...draft, savedAt });
      return { sparad: savedAt };
    },
    'utkast.hamta': ({ nyckel }) => {
      const draft = replica.draft(nyckel);
      if (!draft) return null;
      const flytt = flyttUtkastTill(draft, replica, katalog).map(({ namn, draft: there }) => ({ namn, till: there.nyckel }));
      return {
        ...view(draft),
        rader: brevIOrd(draft, replica, katalog) ?? inputRader(draft.data, replica, katalog),
        ...(flytt.length > 0 ? { flytt } : {}),
      };
    },
    'utkast.flytta': ({ nyckel, till }) => {
      const draft = replica.draft(nyckel);
      const there = draft && flyttUtkastTill(draft, replica, katalog).find((one) => one.draft.nyckel === till)?.draft;
      if (!there) throw new CallFailure('finns-inte');
      const begun = replica.draft(till);
      // Neither text takes the other's place.
      if (begun && canonical(begun.data) !== canonical(there.data)) return { flyttat: false };
      replica.moveDraft(nyckel, there);
      return { flyttat: true };
    },
    'utkast.lista': () =>
      replica
        .drafts()
        .map(view)
        .sort((a, b) => b.sparad.localeCompare(a.sparad)),
    'utkast.kasta': ({ nyckel }) => {
      replica.dropDraft(nyckel);
      return null;
    },
  };
}

/** A message belongs to no akt: whom it is about, or is written to. */
function kunderIn(nyckel: string, data: unknown): string[] {
  const { form } = readKey(nyckel) ?? {};
  if (form !== 'meddelande' && form !== 'journalfor' && form !== 'infogaBilaga') return [];
  const { personId, mottagare } = (data ?? {}) as { personId?: unknown; mottagare?: unknown };
  const named = [personId, ...(Array.isArray(mottagare) ? mottagare.map((en: { personId?: unknown } | null) => en?.personId) : [])];
  return [...new Set(named.filter((one): one is string => typeof one === 'string' && one !== ''))];
}
