import { registreraPerson } from '../../shared/domain/person/registrera.ts';
import type { UtkorgPostDetalj } from '../../shared/ipc/views.ts';
import type { Ledger } from './ledger.ts';
import { type Akt, bistand, type Municipality } from './municipality.ts';
import type { Random } from './random.ts';
import type { SimClient } from './sim-client.ts';

export type RefusedTurn = {
  client: SimClient;
  akt: Akt;
  random: Random;
  ledger: Ledger;
  municipality: Municipality;
  run: (name: string, input: unknown) => Promise<boolean>;
};

/** A kund whom the unit does not have: registered as if she were new, or taken up; and what was refused goes to who she is. */
export async function reachOver(turn: RefusedTurn): Promise<void> {
  const { random } = turn;
  // What waits to be moved comes first: else it is seldom there when its turn comes.
  if (random.chance(0.7) && (await moveToKund(turn))) return;
  const dice = random.below(5);
  if (dice <= 2) await registerAsNew(turn);
  else if (dice === 3) await taUpp(turn);
}

/** By the number she had; now and then by another, which the server refuses. What was refused for want of the akt goes along. */
async function taUpp({ akt, random, run, ...turn }: RefusedTurn): Promise<void> {
  const { personId, personnummer } = akt;
  if (personnummer === undefined) return;
  const input = { personId, personnummer: random.chance(0.3) ? '190001012391' : personnummer, enhet: bistand, grund: 'samtycke' };
  await run('person.taUpp', { ...input, skal: `Ansökan ${random.below(100)}`, bevakningId: random.uuid(), rev: random.uuid() });
  await noteOutbox(turn);
}

/** She is a kund already, which this computer does not know. */
async function registerAsNew({ akt, random, run }: RefusedTurn): Promise<void> {
  const { personnummer } = akt;
  if (personnummer === undefined) return;
  const personId = random.uuid();
  const person = {
    ...{ personnummer, nummerSlag: 'personnummer', efternamn: 'Ny', fornamn: `Kund ${random.below(100)}` },
    ...{ civilstand: '', folkbokfordIKommunen: true, skydd: 'ingen' },
  };
  const kir = { status: 'ejKontrollerad', at: '2026-11-20T08:00:00.000Z' };
  if (!(await run('person.registrera', { personId, person, enhet: bistand, kir, rev: random.uuid() }))) return;
  const kontaktId = random.uuid();
  const rev = random.uuid();
  await run('kontakt.spara', { personId, kontaktId, basRev: null, kontakt: { typ: 'anhorig', namn: 'Modern', rev } });
  await run('kontakt.spara', { personId, kontaktId, basRev: rev, kontakt: { typ: 'anhorig', namn: 'Modern, nytt', rev: random.uuid() } });
}

/** Flytta till kunden som redan finns: what was written to who was refused, behind the asking for who is. */
async function moveToKund(turn: RefusedTurn): Promise<boolean> {
  const { client, municipality, random } = turn;
  const post = (await refusedOf(client)).find(
    ({ name, rejection }) => name === registreraPerson.name && rejection?.code === 'personnummer-finns',
  );
  const personnummer = (post?.input as { person?: { personnummer?: string } } | undefined)?.person?.personnummer;
  const akt = municipality.akter.find((one) => one.personnummer !== undefined && one.personnummer === personnummer);
  if (!post || !akt) return false;
  if (!(await client.call('kund.oppna', { personId: akt.personId, skal: 'simulering' }))) await taUpp({ ...turn, akt });
  if (random.chance(0.9)) await client.call('utkorg.flytta', { id: post.id, tillPersonId: akt.personId });
  await noteOutbox(turn);
  return true;
}

/** Försök igen med alla: what was refused in an akt for one cause. */
export async function sendRefusedAgain(turn: Pick<RefusedTurn, 'client' | 'random' | 'ledger'>): Promise<void> {
  const flera = (await refusedOf(turn.client)).filter(({ sammaOrsak }) => sammaOrsak !== undefined);
  if (flera.length === 0) return;
  await turn.client.call('utkorg.forsokIgen', { id: turn.random.pick(flera).id });
  await noteOutbox(turn);
}

async function refusedOf(client: SimClient): Promise<UtkorgPostDetalj[]> {
  const rows = ((await client.call('utkorg.lista', {})) ?? []).filter(({ tillstand }) => tillstand === 'nekad');
  const poster = await Promise.all(rows.map(({ id }) => client.call('utkorg.post', { id })));
  return poster.filter((post) => post !== undefined);
}

/** What was sent instead of what was refused has ids that only the program knows: read off its own list, as the user sees it. */
export async function noteOutbox({ client, ledger }: { client: SimClient; ledger: Ledger }): Promise<void> {
  const known = new Set(ledger.accepted.map(({ id }) => id));
  for (const { id, name, tillstand } of (await client.call('utkorg.lista', {})) ?? []) {
    if (tillstand === 'avgjord') ledger.settled.add(id);
    if (known.has(id)) continue;
    const post = await client.call('utkorg.post', { id });
    if (post) ledger.accepted.push({ id, userId: client.userId, name, input: post.input });
  }
}
