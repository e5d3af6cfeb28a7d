import { type RegistreraAktualisering, registreraAktualisering } from '../../shared/domain/aktualisering/registrera.ts';
import { type SparaAnteckning, sparaAnteckning } from '../../shared/domain/anteckning/commands.ts';
import { type DokumentationRef, journalRubrik } from '../../shared/domain/anteckning/records.ts';
import { id as idField } from '../../shared/domain/fields.ts';
import type { Rubrik } from '../../shared/domain/katalog/records.ts';
import { displayName } from '../../shared/domain/person/records.ts';
import { registreraPerson } from '../../shared/domain/person/registrera.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { isOpenUtredning } from '../../shared/domain/utredning/records.ts';
import { readKey, type Utkastnyckel } from '../../shared/ipc/utkastnyckel.ts';
import type { UtkorgFlytt } from '../../shared/ipc/views.ts';
import { postNamn } from '../../shared/words/postnamn.ts';
import { aktState } from './akt-state.ts';
import { rubrikerOf } from './dokumentation-rubriker.ts';
import type { Katalog } from './katalog.ts';
import type { Draft, OutboxRow, Replica } from './ports.ts';
import { readInput } from './utkorg-vad.ts';
import { namnPa as namnPaPost } from './utkorg-vad-arende.ts';

/**
 * Where a refused note or aktualisering can go, when what it was written to was itself refused since another was first (FRAGA-61): an
 * open utredning, the open LSS Insatser, or the akt of the kund who got the number. Each with the command's input as it is there.
 */
export function flyttTill(row: OutboxRow, replica: Replica, katalog: Katalog): UtkorgFlytt[] {
  if (row.state !== 'refused') return [];
  if (row.name === sparaAnteckning.name) {
    const input = readInput(sparaAnteckning.input, row.input);
    return input ? flyttAnteckning(input, replica, katalog) : [];
  }
  const input = row.name === registreraAktualisering.name ? readInput(registreraAktualisering.input, row.input) : undefined;
  return input ? flyttAktualisering(input, replica, katalog) : [];
}

function flyttAnteckning(input: SparaAnteckning, replica: Replica, katalog: Katalog): UtkorgFlytt[] {
  const { slag, id } = input.dokumentation;
  if (finnsI(replica, slag, id, input.personId)) return [];
  const { personId, namn } = vinnare(input.personId, replica);
  if (personId === undefined) return [];
  const { rattar: _, bredvid: __, ...rest } = input;
  return platser(replica, slag, personId)
    .filter((plats) => harRubrik(rubrikerOf(replica, katalog, plats), input))
    .map((dokumentation) => {
      // The next save of a note that has been moved builds on the one before it; of any other it is a note of its own.
      const there = aktState(replica, aktScope(personId)).get('anteckning', input.anteckningId);
      const basRev = there && there.rev === input.basRev ? input.basRev : null;
      return {
        namn: [namnPa(dokumentation, replica, katalog), namn].filter(Boolean).join(', '),
        input: { ...rest, personId, dokumentation, basRev },
      };
    });
}

function flyttAktualisering(input: RegistreraAktualisering, replica: Replica, katalog: Katalog): UtkorgFlytt[] {
  const { utredningId, ...rest } = input;
  const { personId, namn } = vinnare(input.personId, replica);
  if (personId === undefined) return [];
  if (personId !== input.personId) return [{ namn: namn ?? '', input: { ...rest, personId } }];
  if (utredningId === undefined || finnsI(replica, 'utredning', utredningId, personId)) return [];
  return platser(replica, 'utredning', personId).map((plats) => ({
    namn: namnPa(plats, replica, katalog),
    input: { ...rest, utredningId: plats.id },
  }));
}

/**
 * Where a draft can go, when the utredning or LSS Insatser it was begun in is not there, or its kund was registered already: the draft as it
 * is there.
 */
export function flyttUtkastTill(draft: Draft, replica: Replica, katalog: Katalog): { namn: string; draft: Draft }[] {
  const key = readKey(draft.nyckel);
  if (!key || !('personId' in key)) return [];
  const { personId, namn } = vinnare(key.personId, replica);
  if (personId === undefined) return [];
  const har = borjadI(key, draft.data);
  if (!har || finnsI(replica, har.slag, har.id, personId) || namnPaPost(har.id, replica, katalog) !== undefined) {
    return personId === key.personId ? [] : [{ namn: namn ?? '', draft: as(draft, [[key.personId, personId]]) }];
  }
  const noten = key.form === 'anteckning' ? key.objekt : undefined;
  return platser(replica, har.slag, personId)
    .filter((plats) => !noten || harRubrik(rubrikerOf(replica, katalog, plats), noten))
    .map((plats) => {
      const there = as(draft, [
        [key.personId, personId],
        [har.id, plats.id],
      ]);
      // The note it goes on writing is not there: its words are a note of their own.
      const utanNot = noten && !aktState(replica, aktScope(personId)).get('anteckning', noten.anteckningId);
      const data = utanNot && typeof there.data === 'object' ? { ...there.data, basRev: null } : there.data;
      return { namn: [namnPa(plats, replica, katalog), namn].filter(Boolean).join(', '), draft: { ...there, data } };
    });
}

/** Forms that are begun in an utredning, of a record that is not made yet. */
const iUtredning: ReadonlySet<string> = new Set(['aktualisering', 'beslut', 'bedomning']);

function borjadI(key: Utkastnyckel, data: unknown): DokumentationRef | undefined {
  if (key.form === 'anteckning') {
    const slag = (data as { dokumentation?: { slag?: unknown } } | null)?.dokumentation?.slag;
    return { slag: slag === 'verkstallighet' ? slag : 'utredning', id: key.objekt.dokumentationId };
  }
  return typeof key.objekt === 'string' && iUtredning.has(key.form) && idField.safeParse(key.objekt).success
    ? { slag: 'utredning', id: key.objekt }
    : undefined;
}

/** Ids are unlike any words, so one is replaced wherever it stands. */
const as = (draft: Draft, byts: readonly (readonly [fran: string, till: string])[]): Draft =>
  JSON.parse(byts.reduce((text, [fran, till]) => text.replaceAll(fran, till), JSON.stringify(draft))) as Draft;

const finnsI = (replica: Replica, slag: DokumentationRef['slag'], id: string, personId: string): boolean =>
  replica.record(slag, id)?.scope === aktScope(personId);

/** The akt itself, or, when its kund was refused, that of the kund who has the number; named where it is another. */
function vinnare(personId: string, replica: Replica): { personId?: string; namn?: string } {
  if (replica.record('person', personId)) return { personId };
  const registrering = replica.outbox().find(({ name, scope }) => name === registreraPerson.name && scope === aktScope(personId));
  const nummer = registrering && readInput(registreraPerson.input, registrering.input)?.person.personnummer;
  const annan = nummer === undefined ? undefined : aktState(replica, aktScope(personId)).personMedNummer(nummer);
  const person = annan === undefined ? undefined : replica.record('person', annan)?.data;
  // A kund who is not named before a reason is given is not named here either.
  return annan !== undefined && person && person.skydd !== 'skyddadFolkbokforing' ? { personId: annan, namn: displayName(person) } : {};
}

function platser(replica: Replica, slag: DokumentationRef['slag'], personId: string): DokumentationRef[] {
  const scope = aktScope(personId);
  const oppna =
    slag === 'utredning'
      ? replica.inScope(scope, 'utredning').filter(({ data }) => isOpenUtredning(data))
      : replica.inScope(scope, 'verkstallighet').filter(({ data }) => data.lssInsatser && data.slutdatum === undefined);
  return oppna.map(({ id }) => ({ slag, id }));
}

const namnPa = ({ slag, id }: DokumentationRef, replica: Replica, katalog: Katalog): string => {
  const data = replica.record(slag, id)?.data;
  return (data && postNamn(slag, data, katalog.utforareNamn)) ?? '';
};

/** Under a rubrik that the dokumentation does not have nobody would find it. */
const harRubrik = (rubriker: readonly Rubrik[], { rubrikKod }: Pick<SparaAnteckning, 'rubrikKod'>): boolean =>
  rubrikKod === journalRubrik ||
  rubriker.some(({ kod, underrubriker = [] }) => kod === rubrikKod || harRubrik(underrubriker, { rubrikKod }));
