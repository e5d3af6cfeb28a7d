import { journalRubrik } from '../../../shared/domain/anteckning/records.ts';
import { motesslag } from '../../../shared/domain/mote/records.ts';
import { fromPlainText } from '../../../shared/domain/text/text.ts';
import { keyOf, type Utkastnyckel } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { svensktKlockslag } from '../../../shared/util/klockslag.ts';
import { closeArendedialog } from '../../state/arendedialog.ts';
import { call, newId } from '../../state/core.ts';
import { showFormular } from '../../state/openFormular.ts';
import { utkastSkrivet } from '../../state/utkastlista.ts';

/** The utredning whose journal tells of a meeting: the one it is about, else one that is open. */
export function journalFor(akt: AktVy, { data: { hor } }: AktVy['moten'][number]): string | undefined {
  if (hor?.type === 'utredning') return hor.id;
  const beslutets = hor && akt.beslut.find(({ id }) => id === hor.id)?.data.utredningId;
  return beslutets ?? akt.utredningar.find(({ data }) => data.slutdatum === undefined)?.id;
}

/**
 * Begins a note of a meeting with what is known of it, as a draft that lies on disk before it is shown.
 * @param deltog who was there, each by name
 * @returns the code of what went wrong; undefined when it is open
 */
export async function anteckna(
  { personId }: AktVy,
  utredningId: string,
  { data }: AktVy['moten'][number],
  deltog: readonly string[],
): Promise<string | undefined> {
  const anteckningId = newId();
  const nyckel: Extract<Utkastnyckel, { form: 'anteckning' }> = {
    form: 'anteckning',
    personId,
    objekt: { dokumentationId: utredningId, rubrikKod: journalRubrik, anteckningId },
  };
  const tid = [data.fran, data.till].flatMap((one) => (one === undefined ? [] : [svensktKlockslag(one)])).join('–');
  const rader = [
    `${motesslag[data.slag]} ${data.dag} kl. ${tid}.`,
    ...(data.plats === undefined ? [] : [`Plats: ${data.plats}.`]),
    `Deltog: ${deltog.join(', ')}.`,
    `Syfte: ${data.syfte}`,
    '',
  ];
  // As a draft of a note lies on disk (features/dokumentation/utkast.ts).
  const utkast = {
    ...{ anteckningId, dokumentation: { slag: 'utredning', id: utredningId }, rubrikKod: journalRubrik, titel: motesslag[data.slag] },
    ...{ datumtext: data.dag, text: fromPlainText(rader.join('\n')), basRev: null },
  };
  const post = { nyckel: keyOf(nyckel), personId, titel: 'Anteckningar', data: utkast };
  const skrivet = await call('utkast.spara', post);
  if (!skrivet.ok) return skrivet.error.code;
  utkastSkrivet({ ...post, sparad: skrivet.value.sparad });
  closeArendedialog();
  await showFormular(nyckel);
  return undefined;
}
