import { avgorKonflikt, openTextUnder, sparaAnteckning } from '../../shared/domain/anteckning/commands.ts';
import { isTextConflict } from '../../shared/domain/anteckning/konflikt.ts';
import { isRejection } from '../../shared/domain/command.ts';
import { namedBytes } from '../../shared/domain/dokument/records.ts';
import { displayName } from '../../shared/domain/person/records.ts';
import { utanAdresser } from '../../shared/domain/person/utan-adress.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { Flyttat, SkickatIgen, UtkorgPost, UtkorgPostDetalj, UtkorgTillstand } from '../../shared/ipc/views.ts';
import { canonical } from '../../shared/util/canonical.ts';
import { kommandoOrd } from '../../shared/words/kommando.ts';
import { aktState } from './akt-state.ts';
import { brevIOrd } from './brev-i-ord.ts';
import type { Katalog } from './katalog.ts';
import type { OutboxRow, OutboxState, Replica } from './ports.ts';
import { CallFailure, type Handlers, type ServicePorts } from './service.ts';
import { flyttTill } from './utkorg-flytt.ts';
import { inputRader } from './utkorg-rader.ts';
import { readInput, vadOf } from './utkorg-vad.ts';

const tillstand: Record<OutboxState, UtkorgTillstand> = {
  queued: 'koad',
  sent: 'skickad',
  waiting: 'vantar',
  received: 'mottagen',
  refused: 'nekad',
  settled: 'avgjord',
};

/** Receipts, and Att åtgärda (ARCHITECTURE 6, FRAGA-61). */
export function utkorgService(
  { replica, actor, newId, documents }: ServicePorts,
  katalog: Katalog,
): Handlers<'utkorg.lista' | 'utkorg.post' | 'utkorg.avgjord' | 'utkorg.flytta' | 'utkorg.forsokIgen'> {
  const rowOf = (id: string): OutboxRow => {
    const row = replica.outboxRow(id);
    if (!row) throw new CallFailure('finns-inte');
    return row;
  };

  /** What was refused in the same akt and for the same cause, itself too; of two texts against each other the user chooses one by one. */
  const sammaOrsak = ({ scope, rejection }: OutboxRow): OutboxRow[] =>
    replica
      .outbox()
      .filter((row) => row.state === 'refused' && !row.quiet && row.scope === scope && row.rejection?.code === rejection?.code)
      .filter((row) => !isTextConflict(row.name, row.rejection));

  /**
   * Sends refused commands once more in their order, each with the end of the refused row in one transaction; what the rules here refuse
   * stays where it is.
   * @param moved where they are sent to another akt: what stood of the one, as it is of the other
   */
  function sendAgain(rows: readonly OutboxRow[], moved?: <T>(value: T) => T): SkickatIgen {
    const as = moved ?? (<T>(value: T): T => value);
    const nekade = rows.filter(({ id: avgor, name, version, input, at, form }) => {
      // One before it opened the akt, and took it along.
      if (replica.outboxRow(avgor)?.state !== 'refused') return false;
      const sent = form === null ? {} : { form: as(form) };
      const iAnnanAkt = moved ? { iAnnanAkt: true as const } : {};
      // When the user acted stays true of it.
      const command = { id: newId(), name, version, input: as(input), at, actor: actor(), avgor, ...sent, ...iAnnanAkt };
      return isRejection(replica.runCommand(command));
    });
    return { skickade: rows.length - nekade.length, kvar: nekade.length };
  }

  /** A document is received when its bytes are, too. */
  const filVantar = ({ input }: OutboxRow, unsent: ReadonlySet<string>): boolean => {
    const named = unsent.size > 0 ? namedBytes(input) : undefined;
    return named !== undefined && unsent.has(named.dokumentId);
  };
  const unsentDocuments = () => new Set(documents?.unsent());

  function post(row: OutboxRow, unsent: ReadonlySet<string>): UtkorgPost {
    const personId = personIdOf(row);
    const person = personId === null ? undefined : replica.record('person', personId)?.data;
    const fil = row.state === 'received' && filVantar(row, unsent);
    return {
      id: row.id,
      seq: row.seq,
      name: row.name,
      personId,
      namn: person ? displayName(person) : null,
      ...(person ? { skydd: person.skydd } : {}),
      // Of an akt that is not here a title tells nothing: the words below it are the user's own.
      vad: personId !== null && !person ? kommandoOrd(row.name) : vadOf(row, replica, katalog),
      at: row.at,
      tillstand: fil ? 'koad' : tillstand[row.state],
      ...(row.state === 'received' && !fil && row.answeredAt ? { mottagen: row.answeredAt } : {}),
      ...(fil ? { fil: true } : {}),
      ...(row.rejection ? { rejection: row.rejection } : {}),
      konflikt: row.state === 'refused' && isTextConflict(row.name, row.rejection),
    };
  }

  return {
    /** Newest first. */
    'utkorg.lista': () => {
      const unsent = unsentDocuments();
      return replica
        .outbox()
        .filter((row) => !row.quiet)
        .reverse()
        .map((row) => post(row, unsent));
    },
    'utkorg.post': ({ id }): UtkorgPostDetalj => {
      const row = utanSkyddad(rowOf(id), replica);
      const egen = egenText(row);
      const rader = egen.egenText ? {} : { rader: brevIOrd(row, replica, katalog) ?? inputRader(row.input, replica, katalog) };
      const formular = row.form ? { formular: row.form } : {};
      const flytt = flyttTill(row, replica, katalog);
      const samma = row.state === 'refused' ? sammaOrsak(row).length : 0;
      return {
        ...{ ...post(row, unsentDocuments()), input: row.input, ...egen, ...rader, ...formular },
        ...(flytt.length > 0 ? { flytt } : {}),
        ...(samma > 1 ? { sammaOrsak: samma } : {}),
        ...serverText(row, replica),
      };
    },
    'utkorg.avgjord': ({ id }) => {
      if (rowOf(id).state !== 'refused') throw new CallFailure('finns-inte', 'inte-nekad');
      replica.settle(id);
      return null;
    },
    'utkorg.flytta': ({ id, tillPersonId }): Flyttat => {
      const registrering = rowOf(id);
      const { scope, state, rejection } = registrering;
      const fran = personOfScope(scope);
      if (fran === undefined || state !== 'refused' || rejection?.code !== 'personnummer-finns')
        throw new CallFailure('finns-inte', 'inte-nekad');
      // Ids are unlike any words, so one is replaced wherever it stands: in an input, in the key of a form and in what it holds.
      const moved = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(fran, tillPersonId)) as T;
      const rows = replica.outbox().filter((row) => row.state === 'refused' && !row.quiet && row.scope === scope && row.id !== id);
      const { skickade, kvar: nekade } = sendAgain(rows, moved);
      let flyttade = skickade;
      let kvar = nekade;
      for (const draft of replica.drafts()) {
        if (draft.personId !== fran) continue;
        const there = moved(draft);
        const begun = replica.draft(there.nyckel);
        // The same form is begun with her already: neither text takes the other's place.
        if (begun && canonical(begun.data) !== canonical(there.data)) {
          kvar += 1;
          continue;
        }
        replica.moveDraft(draft.nyckel, there);
        flyttade += 1;
      }
      return { fran, flyttade, kvar };
    },
    'utkorg.forsokIgen': ({ id }): SkickatIgen => {
      const forsta = rowOf(id);
      if (forsta.state !== 'refused') throw new CallFailure('finns-inte', 'inte-nekad');
      return sendAgain(sammaOrsak(forsta));
    },
  };
}

/** What came of it is known: there is nothing left for the user to do with its words. */
const klara: readonly OutboxState[] = ['received', 'settled'];

/** A receipt does not go on telling where somebody lives who has been protected since (FRAGA-62). */
function utanSkyddad(row: OutboxRow, replica: Replica): OutboxRow {
  if (!klara.includes(row.state)) return row;
  const person = replica.record('person', personIdOf(row) ?? '')?.data;
  const { kontaktId } = (row.input ?? {}) as { kontaktId?: unknown };
  const kontakt = typeof kontaktId === 'string' ? replica.record('kontakt', kontaktId)?.data : undefined;
  const isSkyddad = (person !== undefined && person.skydd !== 'ingen') || kontakt?.adressSkyddad === true;
  return isSkyddad ? { ...row, input: utanAdresser(row.input), form: null } : row;
}

/** The kund a command concerned: its akt, or the one named in a command on the user's own lists, or first in what is sent to several. */
function personIdOf({ scope, input }: OutboxRow): string | null {
  const { personId, delar } = (input ?? {}) as { personId?: unknown; delar?: unknown };
  const named = [personId, ...(Array.isArray(delar) ? delar.map((del: { personId?: unknown } | null) => del?.personId) : [])];
  return personOfScope(scope) ?? named.find((one) => typeof one === 'string') ?? null;
}

function egenText(row: OutboxRow): Pick<UtkorgPostDetalj, 'egenText'> {
  const egenText =
    row.name === sparaAnteckning.name
      ? readInput(sparaAnteckning.input, row.input)?.text
      : row.name === avgorKonflikt.name
        ? readInput(avgorKonflikt.input, row.input)?.egenText
        : undefined;
  return egenText ? { egenText } : {};
}

/** What stands today where the refused text was to stand. */
function serverText(row: OutboxRow, replica: Replica): Pick<UtkorgPostDetalj, 'server'> {
  const input = isTextConflict(row.name, row.rejection) ? readInput(sparaAnteckning.input, row.input) : undefined;
  if (!input) return {};
  const state = aktState(replica, row.scope);
  const own = state.get('anteckning', input.anteckningId);
  const there = own ? { id: input.anteckningId, data: own } : openTextUnder(state, input);
  if (!there) return {};
  const { text, rev, sparad, signerad } = there.data;
  return { server: { anteckningId: there.id, text, rev, av: sparad.namn, at: sparad.at, signerad: signerad !== undefined } };
}
