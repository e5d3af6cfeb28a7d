import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import type { Beslut } from '../../shared/domain/beslut/records.ts';
import { type Brevslag, brevmarke, iSammaBrev, kundenIBrevet, kundmarke } from '../../shared/domain/beslut/samma-brev.ts';
import { saknadeBrev } from '../../shared/domain/beslut/utskick.ts';
import type { Post } from '../../shared/domain/post.ts';
import type { AktVy, KatalogVy } from '../../shared/ipc/views.ts';
import { notesIn } from './case-work.ts';
import { plantedBytes } from './documents.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import type { SimClient } from './sim-client.ts';

type Turn = {
  client: SimClient;
  personId: string;
  random: Random;
  ledger: Ledger;
  run: (name: string, input: unknown) => Promise<boolean>;
};

const vantar = ({ data: { utskick, felmarkerad } }: Post<Beslut>): boolean =>
  utskick !== undefined && !utskick.skickat && !utskick.uteblivet && !felmarkerad;

/** What a beslut that is to go to the e-service waits for is done, from what this computer shows: its letters, the protokoll, the note. @returns whether there was any */
export async function workOnUtskick(turn: Turn): Promise<boolean> {
  const { client, personId, random, run } = turn;
  const view = await client.call('kund.akt', { personId });
  const katalog = await client.call('katalog.hamta', {});
  const vantande = view?.beslut.filter(vantar) ?? [];
  if (!view || !katalog || vantande.length === 0) return false;
  const ett = random.pick(vantande);
  const { slag } = ett.data.beslutsfattare ?? {};
  if (random.chance(0.8)) await makeLetters(turn, view, katalog, ett);
  if (slag === 'individutskottet' && random.chance(0.6)) await fileProtokoll(turn, ett.id);
  if (slag !== 'enhetschef' || random.chance(0.3)) return true;
  const noter = await notesIn(client, personId, { slag: 'utredning', id: ett.data.utredningId });
  // One that is not signed, or is not this utredning's, is refused.
  const duger = noter.filter(({ data }) => data.rubrikKod === journalRubrik && (data.signerad || random.chance(0.2)));
  if (duger.length === 0) return true;
  const input = { personId, beslutId: ett.id, anteckningId: random.pick(duger).id };
  await run('beslut.kopplaAnteckning', { ...input, sedd: ett.data.utskick?.anteckningId ?? null, rev: ett.data.rev ?? null });
  return true;
}

/** Whoever has an akt open makes the letters that are missing in it, as the program does by itself. */
export async function makeAllLetters(turn: Turn): Promise<void> {
  const view = await turn.client.call('kund.akt', { personId: turn.personId });
  const katalog = await turn.client.call('katalog.hamta', {});
  if (!view || !katalog) return;
  const gjorda = new Set<string>();
  for (const ett of view.beslut.filter(vantar)) {
    const [forsta = ett] = iSammaBrev(view.beslut, ett);
    if (!gjorda.has(forsta.id)) await makeLetters(turn, view, katalog, ett);
    gjorda.add(forsta.id);
  }
}

async function makeLetters(turn: Turn, view: AktVy, katalog: KatalogVy, ett: Post<Beslut>): Promise<void> {
  const { person, beslut, handlingar } = view;
  const brevets = iSammaBrev(beslut, ett);
  for (const { slag, dokumentId } of saknadeBrev({ beslut, person: person.data, handlingar, insatser: katalog.insatser }, ett)) {
    const underlag = [
      { type: 'person', id: person.id },
      ...brevets.flatMap(({ data: { rev } }) => (rev === undefined ? [] : [{ type: brevmarke(slag), id: rev }])),
      { type: kundmarke, id: person.id, rev: kundenIBrevet(person.data) },
    ];
    const [forsta = ett] = brevets;
    // The same letter has the same bytes, whoever makes it.
    await file(turn, forsta.id, { dokumentId, ...titel[slag], underlag }, plantedBytes(`${slag} ${dokumentId}`));
  }
}
const titel: Record<Brevslag, { rubrik: string; typ: string }> = {
  beslut: { rubrik: 'Beslut om kontaktperson', typ: 'Beslut' },
  beslutsmeddelande: { rubrik: 'Meddelande om beslut: kontaktperson', typ: 'Beslut' },
};

/** The minutes, signed and scanned. */
async function fileProtokoll(turn: Turn, beslutId: string): Promise<void> {
  const dokumentId = turn.random.uuid();
  await file(turn, beslutId, { dokumentId, rubrik: 'Protokoll', typ: 'Protokoll' }, plantedBytes(`protokoll ${dokumentId}`));
}

type Given = { dokumentId: string; rubrik: string; typ: string; underlag?: object[] };
async function file({ client, personId, ledger, run }: Turn, beslutId: string, given: Given, bytes: Buffer): Promise<void> {
  const stored = await client.storeDocument(bytes);
  if (!stored) return;
  // Before it is asked for: a crash after the commit leaves a record that its user was not told of.
  ledger.documents.set(given.dokumentId, { personId, userId: client.userId, sha256: stored.sha256 });
  await run('dokument.arkivera', { personId, ...given, knytsTill: { type: 'beslut', id: beslutId }, sidor: 1, ...stored });
}
