import { z } from 'zod';
import { dokumentationRef } from '../../../shared/domain/anteckning/records.ts';
import { visaDokumentation } from '../../state/arbetsyta.ts';
import { call } from '../../state/core.ts';
import { oppnaKund } from '../../state/oppna.ts';
import { type Oppnat, oppnaFormular } from '../../state/oppnaFormular.ts';
import type { Rad } from './rader.ts';

/** What a note's command tells of where in the akt it belongs. */
const plats = z.object({ dokumentation: dokumentationRef, rubrikKod: z.string(), anteckningId: z.string() });

/** Opens the kund at the place that a row is about; a draft is opened in its form. */
export async function oppnaRad({ id, personId, utkast }: Rad): Promise<Oppnat> {
  if (utkast) return oppnaFormular(utkast.nyckel, personId);
  if (personId === null) return 'ej-oppnat';
  const there = plats.safeParse(await inputOf(id)).data;
  const visa = () => {
    if (there) visaDokumentation(personId, there.dokumentation, { rubrikKod: there.rubrikKod, anteckningId: there.anteckningId });
  };
  if (!(await oppnaKund(personId, { sedan: visa }))) return 'ej-oppnat';
  visa();
  return 'oppnat';
}

async function inputOf(id: string): Promise<unknown> {
  const post = await call('utkorg.post', { id });
  return post.ok ? post.value.input : undefined;
}
