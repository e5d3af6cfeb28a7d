import type { Kommando } from '../../scripts/demo/formular/formular.ts';
import { plansteg } from '../../shared/domain/individuellplan/records.ts';
import { beviljat } from '../../shared/domain/pagaende.ts';
import { isPlanerad } from '../../shared/domain/uppfoljning/records.ts';
import type { AktVy } from '../../shared/ipc/views.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Random } from './random.ts';

/** What is noted of an individuell plan: a step of it, or that one was wrong. */
export function planarbete({ personId, beslut, individuellaPlaner }: AktVy, random: Random, today: string): Kommando | undefined {
  if (individuellaPlaner.length > 0 && random.chance(0.2)) {
    return {
      name: 'individuellPlan.felmarkera',
      input: { personId, planId: random.pick(individuellaPlaner).id, orsak: `Orsak ${random.below(100)}` },
    };
  }
  const bifall = beslut.filter(({ data }) => beviljat(data));
  if (bifall.length === 0) return undefined;
  const steg = random.pick(plansteg);
  const input = {
    personId,
    beslutId: random.pick(bifall).id,
    planId: random.uuid(),
    steg,
    dag: plusDagar(today, -random.below(3)),
    rev: random.uuid(),
  };
  return { name: 'individuellPlan.notera', input };
}

/** How a bifall is followed up, from what this computer shows: planned, moved, held, or marked as wrong. */
export function uppfoljningsarbete({ personId, beslut, uppfoljningar }: AktVy, random: Random, today: string): Kommando | undefined {
  const tidigare = uppfoljningar.length > 0 && random.chance(0.7) ? random.pick(uppfoljningar) : undefined;
  if (tidigare && random.chance(0.15)) {
    const orsak = `Orsak ${random.below(100)}`;
    return { name: 'uppfoljning.felmarkera', input: { personId, uppfoljningId: tidigare.id, sedd: tidigare.data.rev, orsak } };
  }
  const bifall = beslut.filter(({ data }) => beviljat(data));
  const beslutId = tidigare?.data.beslutId ?? (bifall.length > 0 ? random.pick(bifall).id : undefined);
  if (beslutId === undefined) return undefined;
  const avsedd = { personId, beslutId, uppfoljningId: tidigare?.id ?? random.uuid(), sedd: tidigare?.data.rev ?? null, rev: random.uuid() };
  // Few days to choose between, so that two plan for the same one.
  if (random.chance(tidigare && isPlanerad(tidigare.data) ? 0.4 : 0.7))
    return { name: 'uppfoljning.planera', input: { ...avsedd, dag: plusDagar(today, random.below(6)) } };
  const utfall = random.pick(['oforandrat', 'omprovning', 'avslut'] as const);
  return {
    name: 'uppfoljning.genomfor',
    input: {
      ...{ ...avsedd, dag: plusDagar(today, -random.below(3)), medVem: ['Den enskilde'], hur: 'Besök', utfall },
      mal: [{ mal: `Mål ${random.below(10)}`, utfall: random.pick(['uppnatt', 'delvis', 'ej'] as const) }],
      sammanfattning: `Sammanfattning ${random.below(100)}`,
      ...(utfall === 'oforandrat' ? { nasta: { uppfoljningId: random.uuid(), dag: plusDagar(today, random.below(6)) } } : {}),
    },
  };
}
