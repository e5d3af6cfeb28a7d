import { z } from 'zod';
import { dokumentationRef } from '../../../shared/domain/anteckning/records.ts';
import { visaDokumentation, visaYta } from '../../state/arbetsyta.ts';
import { visaArendedialog } from '../../state/arendedialog.ts';
import { call } from '../../state/core.ts';
import { oppnaKund } from '../../state/oppna.ts';
import { visaRegistrera } from '../../state/registrera.ts';
import { platsFor } from './plats.ts';
import type { Rad } from './rader.ts';

/** What a note's draft or command tells of where in the akt it belongs. */
const plats = z.object({ dokumentation: dokumentationRef, rubrikKod: z.string(), anteckningId: z.string() });

/** Opens the kund at the place that a row is about; a draft is opened for writing. */
export async function oppnaRad({ id, personId, utkast }: Rad): Promise<void> {
  const there = plats.safeParse(utkast ? utkast.data : await inputOf(id));
  if (!there.success && utkast) return oppnaFormular(utkast.nyckel, personId);
  if (personId === null || !(await oppnaKund(personId)) || !there.success) return;
  const { dokumentation, rubrikKod, anteckningId } = there.data;
  visaDokumentation(personId, dokumentation, { rubrikKod, anteckningId, ...(utkast ? { skriv: true } : {}) });
}

/** Opens the form that a draft belongs to, which reads the draft as it is shown; at least the kund, where the form is not found. */
export async function oppnaFormular(nyckel: string, personId: string | null): Promise<void> {
  if (platsFor(nyckel, undefined)?.slag === 'registrera') return visaRegistrera({ start: 'ny', sokt: '' });
  if (personId === null || !(await oppnaKund(personId))) return;
  const akt = await call('kund.akt', { personId });
  const there = platsFor(nyckel, akt.ok ? akt.value : undefined);
  if (there?.slag === 'yta') visaYta(personId, there.yta);
  else if (there?.slag === 'dialog') visaArendedialog({ personId, post: there.post, id: there.id });
}

async function inputOf(id: string): Promise<unknown> {
  const post = await call('utkorg.post', { id });
  return post.ok ? post.value.input : undefined;
}
