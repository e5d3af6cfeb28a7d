import type { Kommando } from '../../scripts/demo/formular/formular.ts';
import { isPlanerat, motesslagen } from '../../shared/domain/mote/records.ts';
import type { AktVy } from '../../shared/ipc/views.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Random } from './random.ts';

/** Meetings, from what this computer shows: planned, moved, held, inställda or noted by mistake. */
export function motesarbete({ personId, moten, utredningar }: AktVy, random: Random, today: string): Kommando | undefined {
  const tidigare = moten.length > 0 && random.chance(0.7) ? random.pick(moten) : undefined;
  const val = random.below(10);
  if (tidigare && val < 3) return { name: 'mote.hall', input: { personId, moteId: tidigare.id, sedd: tidigare.data.rev } };
  if (tidigare && val < 5)
    return { name: 'mote.stallIn', input: { personId, moteId: tidigare.id, sedd: tidigare.data.rev, orsak: `Orsak ${random.below(100)}` } };
  if (tidigare && val < 6)
    return {
      name: 'mote.felmarkera',
      input: { personId, moteId: tidigare.id, sedd: tidigare.data.rev, orsak: `Orsak ${random.below(100)}` },
    };
  const hor = tidigare?.data.hor ?? (utredningar.length > 0 ? { type: 'utredning' as const, id: random.pick(utredningar).id } : undefined);
  if (!hor || (tidigare && !isPlanerat(tidigare.data) && random.chance(0.8))) return undefined;
  return {
    name: 'mote.planera',
    input: {
      ...{ personId, moteId: tidigare?.id ?? random.uuid(), sedd: tidigare?.data.rev ?? null, rev: random.uuid() },
      ...{
        hor: { type: hor.type, id: hor.id },
        slag: random.pick(motesslagen),
        dag: plusDagar(today, random.between(-2, 5)),
        fran: '10:00',
      },
      ...(random.chance(0.5) ? { till: '11:00' } : {}),
      ...{ syfte: `Syfte ${random.below(100)}`, enskild: true, kontaktIds: [], anvandareIds: [], andra: [] },
    },
  };
}
