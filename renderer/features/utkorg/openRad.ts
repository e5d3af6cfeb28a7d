import { z } from 'zod';
import { dokumentationRef } from '../../../shared/domain/anteckning/records.ts';
import { showDokumentation } from '../../state/arbetsyta.ts';
import { call } from '../../state/core.ts';
import { type Oppnat, openFormular } from '../../state/openFormular.ts';
import { openKund } from '../../state/openKund.ts';
import type { Rad } from './rader.ts';

/** What a note's command tells of where in the akt it belongs. */
const plats = z.object({ dokumentation: dokumentationRef, rubrikKod: z.string(), anteckningId: z.string() });

/** Opens the kund at the place that a row is about; a draft is opened in its form. */
export async function openRad({ id, personId, utkast }: Rad): Promise<Oppnat> {
  if (utkast) return openFormular(utkast.nyckel, personId);
  if (personId === null) return 'ej-oppnat';
  const there = plats.safeParse(await inputOf(id)).data;
  const show = () => {
    if (there) showDokumentation(personId, there.dokumentation, { rubrikKod: there.rubrikKod, anteckningId: there.anteckningId });
  };
  if (!(await openKund(personId, { sedan: show }))) return 'ej-oppnat';
  show();
  return 'oppnat';
}

async function inputOf(id: string): Promise<unknown> {
  const post = await call('utkorg.post', { id });
  return post.ok ? post.value.input : undefined;
}
