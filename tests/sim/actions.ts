import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import type { AnteckningVy, KundVy } from '../../shared/ipc/views.ts';
import { notesIn, workOnCase } from './case-work.ts';
import { workOnDocuments } from './documents.ts';
import { sankSkydd, skydda } from './kund.ts';
import type { Ledger } from './ledger.ts';
import { type Akt, bistand, type Municipality, rubriker } from './municipality.ts';
import type { Random } from './random.ts';
import { reachOver, sendRefusedAgain } from './refused-work.ts';
import type { SimClient } from './sim-client.ts';
import { makeAllLetters, workOnUtskick } from './utskick-work.ts';
import { sentence } from './words.ts';

type Turn = {
  client: SimClient;
  akt: Akt;
  random: Random;
  ledger: Ledger;
  today: string;
  municipality: Municipality;
  /** The unit in whose case the form was filled in, where its user chose one. */
  enhet?: string | undefined;
};
type NoteTurn = Turn & { akt: Required<Pick<Akt, 'dokument'>> & Akt };
type Action = (turn: NoteTurn) => Promise<void>;

/** Opens the kund, as the product asks for before anything of it is read, and does one thing there. */
export async function act(turn: Turn): Promise<void> {
  const { client, akt, random, municipality } = turn;
  const oppen = await client.call('kund.oppna', { personId: akt.personId, skal: 'simulering' });
  const enheter = municipality.users.find(({ id }) => id === client.userId)?.data.enheter ?? [];
  const isBistands = enheter.includes(bistand) && enheter.length === 1;
  if (random.chance(0.06)) await sendRefusedAgain(turn);
  const farSkydda = municipality.users.find(({ id }) => id === client.userId)?.data.skyddadBehorighet;
  if (oppen && farSkydda && random.chance(oppen.person.skydd === 'ingen' ? 0.12 : 0.5)) return turnProtection(oppen, turn);
  if (isBistands && (!oppen || random.chance(0.15))) {
    await reachOver({ ...turn, run: (name, input) => run(turn, name, input) });
    return;
  }
  const iBistands = enheter.includes(bistand) && (enheter.length === 1 || (akt.hosBistand !== undefined && random.chance(0.5)));
  const dokument = iBistands ? akt.hosBistand && { ...akt.dokument, ...akt.hosBistand } : akt.dokument;
  const overlamnas = akt.hosBistand !== undefined && random.chance(0.25);
  if (dokument?.lssInsatserId !== undefined && dokument.hosUtforareId !== undefined && (overlamnas || random.chance(0.4)))
    await (overlamnas ? lamnaNote : random.pick(weighted))({ ...turn, akt: { ...akt, dokument: dokument as Required<Akt>['dokument'] } });
  else
    await workOnCase({
      ...turn,
      personId: akt.personId,
      egnaEnheter: enheter,
      run: (name, input, enhet) => run({ ...turn, enhet }, name, input),
    });
}

/** By who has the right; those who have not lose the akt with it, and those who may have lost it are told so. */
async function turnProtection(kund: KundVy, turn: Turn): Promise<void> {
  const { ledger, municipality, random } = turn;
  for (const { id, data } of municipality.users) if (!data.skyddadBehorighet) ledger.lost.add(id);
  const { name, input } = kund.person.skydd === 'ingen' ? skydda(kund, random) : sankSkydd(kund, random);
  await run(turn, name, input);
}

/** Opens the kund and does something about documents there. */
export async function onDocuments(turn: Turn): Promise<void> {
  const { client, akt, random, ledger } = turn;
  if (!(await client.call('kund.oppna', { personId: akt.personId, skal: 'simulering' }))) return;
  const given = { client, random, ledger, run: (name: string, input: unknown) => run(turn, name, input) };
  if (random.chance(0.5) && (await workOnUtskick({ ...given, personId: akt.personId }))) return;
  await workOnDocuments({ ...given, akt });
}

/** Opens the kund, with which the letters that are missing are made. */
export async function openForLetters(turn: Turn): Promise<void> {
  const { client, akt, random, ledger } = turn;
  const { personId } = akt;
  if (!(await client.call('kund.oppna', { personId, skal: 'simulering' }))) return;
  await makeAllLetters({ client, personId, random, ledger, run: (name, input) => run(turn, name, input) });
}

/** What people do all day, at random, on akter they share. Each that changes something is one of the product's own calls. */
const actions: [weight: number, action: Action][] = [
  [6, writeJournalNote],
  [5, writeUnderRubrik],
  [5, editNote],
  [4, signNote],
  [2, felmarkeraNote],
  [1, lamnaNote],
  [2, saveKontakt],
  [1, removeKontakt],
  [1, changeKundlista],
  [4, typeDraft],
  [2, decideConflict],
];
const weighted = actions.flatMap(([weight, action]) => Array.from({ length: weight }, () => action));

async function run({ client, ledger, enhet }: Turn, name: string, input: unknown, utkast?: string): Promise<boolean> {
  const answer = await client.call('kommando.kor', { name, input, ...(utkast ? { utkast } : {}) });
  if (!answer) return false;
  ledger.trace.push(`${client.name} ${name} ${answer.ok ? answer.id.slice(0, 8) : answer.rejection.code}`);
  if (!answer.ok && answer.rejection.code === 'tva-enheter' && enhet !== undefined)
    throw new Error(`${client.name} chose ${enhet}, and ${name} is refused for what another unit has`);
  if (answer.ok) ledger.accepted.push({ id: answer.id, userId: client.userId, name, input });
  if (answer.ok && utkast) ledger.drafts.get(client.userId)?.delete(utkast);
  return answer.ok;
}

function place({ akt, random }: NoteTurn) {
  return random.chance(0.75)
    ? { slag: 'utredning' as const, id: akt.dokument.utredningId }
    : { slag: 'verkstallighet' as const, id: random.pick([akt.dokument.lssInsatserId, akt.dokument.hosUtforareId]) };
}

const notes = (turn: NoteTurn): Promise<AnteckningVy[]> => notesIn(turn.client, turn.akt.personId, place(turn));

async function writeJournalNote(turn: NoteTurn): Promise<void> {
  await save(turn, turn.random.uuid(), place(turn), journalRubrik, null);
}

async function writeUnderRubrik(turn: NoteTurn): Promise<void> {
  const dokumentation = { slag: 'utredning' as const, id: turn.akt.dokument.utredningId };
  const kod = turn.random.pick(rubriker);
  const written = await notesIn(turn.client, turn.akt.personId, dokumentation);
  const open = written.find(({ data }) => data.rubrikKod === kod && !data.signerad);
  await save(turn, open?.id ?? turn.random.uuid(), dokumentation, kod, open?.data.rev ?? null);
}

async function editNote(turn: NoteTurn): Promise<void> {
  const open = (await notes(turn)).filter(({ data }) => !data.signerad);
  if (open.length === 0) return;
  const { id, data } = turn.random.pick(open);
  await save(turn, id, data.dokumentation, data.rubrikKod, data.rev);
}

async function save(turn: Turn, anteckningId: string, dokumentation: unknown, rubrikKod: string, basRev: string | null): Promise<void> {
  const { akt, random, today } = turn;
  const input = {
    personId: akt.personId,
    anteckningId,
    dokumentation,
    rubrikKod,
    handelsedatum: today,
    text: sentence(random),
    basRev,
    rev: random.uuid(),
  };
  const saved = await run(turn, 'anteckning.spara', input, `anteckning:${akt.personId}`);
  if (saved && random.chance(0.4)) await run(turn, 'anteckning.signera', { personId: akt.personId, anteckningId, rev: input.rev });
}

async function signNote(turn: NoteTurn): Promise<void> {
  const own = (await notes(turn)).filter(({ data }) => !data.signerad);
  if (own.length === 0) return;
  const { id, data } = turn.random.pick(own);
  await run(turn, 'anteckning.signera', { personId: turn.akt.personId, anteckningId: id, rev: data.rev });
}

async function felmarkeraNote(turn: NoteTurn): Promise<void> {
  const signed = (await notes(turn)).filter(({ data }) => data.signerad);
  if (signed.length === 0) return;
  const { id } = turn.random.pick(signed);
  await run(turn, 'anteckning.felmarkera', { personId: turn.akt.personId, anteckningId: id, orsak: 'Fel person' });
}

/** A signed text, as it is shown, to another unit of the kund's; now and then one that may not be. */
async function lamnaNote(turn: NoteTurn): Promise<void> {
  const { client, akt, random } = turn;
  const written = (await notes(turn)).filter(({ data }) => data.signerad || random.chance(0.1));
  if (written.length === 0) return writeJournalNote(turn);
  const { id } = random.pick(written);
  const underlag = await client.call('uppgift.underlag', { personId: akt.personId, id });
  if (!underlag) return;
  const tillEnhet = underlag.till[0]?.kod ?? (random.chance(0.2) ? bistand : undefined);
  if (tillEnhet === undefined) return;
  const { ref, rev: sedd } = underlag;
  const input = { personId: akt.personId, ref, sedd, tillEnhet, grund: 'Kundens samtycke', skal: `Skäl ${random.below(100)}` };
  await run(turn, 'uppgift.lamna', { ...input, utlamningId: random.uuid(), mottagenId: random.uuid(), bevakningId: random.uuid() });
}

async function kontakter({ client, akt }: Turn) {
  return (await client.call('kund.oppna', { personId: akt.personId, skal: 'simulering' }))?.kontakter ?? [];
}

async function saveKontakt(turn: Turn): Promise<void> {
  const { akt, random } = turn;
  const known = await kontakter(turn);
  const one = random.chance(0.5) && known.length > 0 ? random.pick(known) : undefined;
  const kontakt = {
    typ: 'anhorig',
    namn: `Anhörig ${random.below(100)}`,
    rev: random.uuid(),
    ...(random.chance(0.4) ? annanKund(turn) : {}),
  };
  await run(turn, 'kontakt.spara', { personId: akt.personId, kontaktId: one?.id ?? random.uuid(), basRev: one?.data.rev ?? null, kontakt });
}

/** Who is a kund of her own, and where she lives; she may be protected, or be so tomorrow (FRAGA-62). */
function annanKund({ akt, random, municipality }: Turn): { personnummer?: string; adress?: string } {
  const annan = random.pick(municipality.akter.filter(({ personId }) => personId !== akt.personId));
  if (annan?.personnummer === undefined) return {};
  return { personnummer: annan.personnummer, adress: `Gatan ${random.below(100)}` };
}

async function removeKontakt(turn: Turn): Promise<void> {
  const known = await kontakter(turn);
  if (known.length === 0) return;
  const { id, data } = turn.random.pick(known);
  await run(turn, 'kontakt.taBort', { personId: turn.akt.personId, kontaktId: id, basRev: data.rev });
}

async function changeKundlista(turn: Turn): Promise<void> {
  await run(turn, turn.random.chance(0.7) ? 'kundlista.laggTill' : 'kundlista.taBort', { personId: turn.akt.personId });
}

async function typeDraft({ client, akt, random, ledger }: Turn): Promise<void> {
  const nyckel = `anteckning:${akt.personId}`;
  const data = { text: sentence(random), nr: random.below(1e9) };
  const saved = await client.call('utkast.spara', { nyckel, personId: akt.personId, titel: 'Anteckning', data });
  if (!saved) return;
  const own = ledger.drafts.get(client.userId) ?? new Map<string, unknown>();
  ledger.drafts.set(client.userId, own.set(nyckel, data));
}

/** At the conflict desk: the choice is recorded with both texts, the text perhaps put in place, and the row leaves. */
async function decideConflict(turn: Turn): Promise<void> {
  const { client, random } = turn;
  const rows = (await client.call('utkorg.lista', {})) ?? [];
  const row = rows.find(({ konflikt }) => konflikt);
  if (!row) return;
  const post = await client.call('utkorg.post', { id: row.id });
  if (!post?.egenText || !post.server || !post.personId) return;
  const input = post.input as { dokumentation: unknown; rubrikKod: string; handelsedatum: string };
  const val = random.pick(['server', 'egen', 'bada'] as const);
  const choice = {
    personId: post.personId,
    valId: random.uuid(),
    anteckningId: post.server.anteckningId,
    val,
    egenText: post.egenText,
    egenSkriven: post.at,
  };
  if (!(await run(turn, 'anteckning.avgorKonflikt', choice))) return;
  const { dokumentation, rubrikKod, handelsedatum } = input;
  const again = { personId: post.personId, dokumentation, rubrikKod, handelsedatum, text: post.egenText, rev: random.uuid() };
  if (val === 'egen') await run(turn, 'anteckning.spara', { ...again, anteckningId: post.server.anteckningId, basRev: post.server.rev });
  if (val === 'bada') await run(turn, 'anteckning.spara', { ...again, anteckningId: random.uuid(), basRev: null, bredvid: true });
  if (await client.call('utkorg.avgjord', { id: row.id })) turn.ledger.settled.add(row.id);
}
