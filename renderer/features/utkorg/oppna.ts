import { z } from 'zod';
import { dokumentationRef } from '../../../shared/domain/anteckning/records.ts';
import { visaDokumentation } from '../../state/arbetsyta.ts';
import { call } from '../../state/core.ts';
import { oppnaKund } from '../../state/oppna.ts';
import type { Rad } from './rader.ts';

/** What a draft or a command tells of where in the akt it belongs. */
const plats = z.object({ dokumentation: dokumentationRef, rubrikKod: z.string(), anteckningId: z.string() });

/** Opens the kund at the place that a row is about; a draft is opened for writing. */
export async function oppnaRad({ id, personId, utkast }: Rad): Promise<void> {
  if (personId === null || !(await oppnaKund(personId))) return;
  const there = plats.safeParse(utkast ? utkast.data : await inputOf(id));
  if (!there.success) return;
  const { dokumentation, rubrikKod, anteckningId } = there.data;
  visaDokumentation(personId, dokumentation, { rubrikKod, anteckningId, ...(utkast ? { skriv: true } : {}) });
}

async function inputOf(id: string): Promise<unknown> {
  const post = await call('utkorg.post', { id });
  return post.ok ? post.value.input : undefined;
}
