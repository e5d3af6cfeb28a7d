import type { Kommando } from '../../scripts/demo/formular/formular.ts';
import { kvartalFor, kvartalstext } from '../../shared/domain/klocka/ivo.ts';
import { beviljat } from '../../shared/domain/pagaende.ts';
import type { AktVy } from '../../shared/ipc/views.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Random } from './random.ts';
import type { SimClient } from './sim-client.ts';

type Turn = { client: SimClient; random: Random; today: string };

/** What is done of a bifall that is not carried out in time, from what this computer shows: stale when a colleague was there first. */
export async function ivoarbete(view: AktVy, turn: Turn): Promise<Kommando | undefined> {
  const { random } = turn;
  const turns = [
    () => erbjud(view, turn),
    () => erbjud(view, turn),
    () => skriv(view, turn),
    () => rapportera(view, turn),
    () =>
      angra({ personId: view.personId, rapportId: view.ivorapporter.length > 0 ? random.pick(view.ivorapporter).id : undefined }, random),
  ];
  return await random.pick(turns)();
}

/** A new one on a bifall, or an answer to one that is there; now and then it is marked as wrong. */
function erbjud({ personId, beslut, erbjudanden }: AktVy, { random, today }: Turn): Kommando | undefined {
  const tidigare = erbjudanden.length > 0 && random.chance(0.6) ? random.pick(erbjudanden) : undefined;
  if (tidigare && random.chance(0.2))
    return { name: 'erbjudande.felmarkera', input: { personId, erbjudandeId: tidigare.id, orsak: `Orsak ${random.below(100)}` } };
  const bifall = beslut.filter(({ data }) => beviljat(data));
  const beslutId = tidigare?.data.beslutId ?? (bifall.length > 0 ? random.pick(bifall).id : undefined);
  if (beslutId === undefined) return undefined;
  const { datum = today, vad = `Plats ${random.below(100)}`, till = 'Kunden', lamnatAv = 'Handläggaren' } = tidigare?.data ?? {};
  const dag = plusDagar(today, -random.below(3));
  const svar = random.pick([{ slag: 'vantar' as const }, { slag: 'ja' as const, dag }, { slag: 'nej' as const, dag, skal: 'Vill vänta' }]);
  return {
    name: 'erbjudande.spara',
    input: {
      ...{ personId, beslutId, erbjudandeId: tidigare?.id ?? random.uuid(), datum, vad, till, lamnatAv, svar },
      ...{ sedd: tidigare?.data.rev ?? null, rev: random.uuid() },
    },
  };
}

/** Now and then it is carried out in part. */
function skriv({ personId, beslut, ivouppgifter }: AktVy, { random, today }: Turn): Kommando | undefined {
  const bifall = beslut.filter(({ data }) => beviljat(data));
  if (bifall.length === 0) return undefined;
  const { id: beslutId } = random.pick(bifall);
  const finns = ivouppgifter.find(({ data }) => data.beslutId === beslutId);
  const ord = { orsak: `Orsak ${random.below(100)}`, foljder: `Följd ${random.below(100)}` };
  const del = { fran: plusDagar(today, -random.below(60)), saknas: `${random.below(10)} timmar` };
  const delvis = random.pick([{}, { delvis: null }, { delvis: del }, { delvis: { ...del, till: today } }]);
  return {
    name: 'ivo.spara',
    input: {
      personId,
      beslutId,
      uppgiftId: random.uuid(),
      ...ord,
      ...delvis,
      sedd: finns?.data.rev ?? null,
      rev: random.uuid(),
    },
  };
}

/** A row of one of the latest quarters, reported or not. */
async function rapportera({ personId }: AktVy, { client, random, today }: Turn): Promise<Kommando | undefined> {
  const kvartal = kvartalFor(today, -random.below(3));
  const alla = (await client.call('ivo.lista', { kvartal, vilka: 'alla' }))?.rader ?? [];
  const rader = alla.filter((rad) => rad.personId === personId);
  if (rader.length === 0) return undefined;
  const { beslutId, nyckel: tid, lage, fran, rapportId } = random.pick(rader);
  // What has fallen away is corrected at IVO, and then taken back.
  if (lage.slag === 'bortfallen') return angra({ personId, rapportId }, random);
  return {
    name: 'ivo.rapportera',
    input: { personId, rapportId: random.uuid(), beslutId, tid, kvartal: kvartalstext(kvartal), lage: lage.slag, fran, dag: today },
  };
}

const angra = ({ personId, rapportId }: { personId: string; rapportId: string | undefined }, random: Random): Kommando | undefined =>
  rapportId === undefined ? undefined : { name: 'ivo.felmarkera', input: { personId, rapportId, orsak: `Orsak ${random.below(100)}` } };
