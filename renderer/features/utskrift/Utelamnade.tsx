import type { DokumentationRef } from '../../../shared/domain/anteckning/records.ts';
import { journalRubrik } from '../../../shared/domain/anteckning/records.ts';
import type { Textvag } from '../../../shared/domain/dokument/vag.ts';
import type { Aktval } from '../../../shared/domain/dokument/val.ts';
import { readKey } from '../../../shared/ipc/utkastnyckel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { showDokumentation } from '../../state/arbetsyta.ts';
import { useUtkast } from '../../state/utkastlista.ts';

type Val = Aktval | { slag: 'brev' | 'kallelse' };
type Props = { personId: string; val: Val | undefined; utelamnade: readonly Textvag[] };

/** What is written and is not in the document since it is not signed, saved or only begun, with the way to the first (PDF-05). */
export function Utelamnade({ personId, val, utelamnade }: Props) {
  const paborjade = usePaborjade(personId, val, utelamnade);
  const alla = [...utelamnade, ...paborjade];
  const [forsta] = alla;
  if (!forsta) return null;
  const { dokumentation, rubrikKod, anteckningId } = forsta;
  return (
    <ErrorBar
      slag="warning"
      vad={alla.length === 1 ? '1 text är inte signerad och tas inte med.' : `${alla.length} texter är inte signerade och tas inte med.`}
      gor={sparas(paborjade.length, alla.length)}
      handling="Gå till texten"
      onHandling={() =>
        showDokumentation(personId, dokumentation, { rubrikKod, ...(anteckningId === undefined ? {} : { anteckningId }), skriv: true })
      }
    />
  );
}

const sparas = (paborjade: number, alla: number): string =>
  paborjade === 0
    ? 'Signera det som ska med, och granska igen.'
    : `${alla === 1 ? 'Den' : `${paborjade} av dem`} är bara ett utkast här. Spara och signera det som ska med, och granska igen.`;

/** Texts that are only begun on this computer: no note holds them yet. */
function usePaborjade(personId: string, val: Val | undefined, utelamnade: readonly Textvag[]): Textvag[] {
  const utkast = useUtkast();
  const ref = dokumentationAv(val);
  if (!ref) return [];
  const raknade = new Set(utelamnade.map(({ anteckningId }) => anteckningId));
  return utkast.flatMap(({ nyckel }): Textvag[] => {
    const key = readKey(nyckel);
    if (key?.form !== 'anteckning' || key.personId !== personId || key.objekt.dokumentationId !== ref.id) return [];
    const { rubrikKod, anteckningId } = key.objekt;
    const iJournal = ref.slag === 'verkstallighet' || rubrikKod === journalRubrik;
    if (raknade.has(anteckningId) || iJournal !== (val?.slag === 'journal')) return [];
    return [{ slag: 'text', dokumentation: ref, rubrikKod, anteckningId }];
  });
}

function dokumentationAv(val: Val | undefined): DokumentationRef | undefined {
  if (val?.slag === 'utredning') return { slag: 'utredning', id: val.utredningId };
  return val?.slag === 'journal' ? val.dokumentation : undefined;
}
