import { type DokumentationRef, journalRubrik } from '../../../shared/domain/anteckning/records.ts';
import type { Nod, NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import { medForaldrar } from '../../components/rubriktrad/synliga.ts';
import { type DokumentationOppning, type PersonuppgiftsDel, personuppgiftsDelar, type Yta } from '../../state/arbetsyta.ts';

type Noder = ReadonlyMap<string, Nod>;

/** The dokumentation that a node lies in. */
export function dokumentationAv(noder: Noder, nod: Nod): DokumentationRef | undefined {
  const owner = medForaldrar(noder, nod.id).find(({ slag }) => slag === 'utredning' || slag === 'verkstallighet');
  if (!owner?.ref) return undefined;
  return { slag: owner.slag === 'utredning' ? 'utredning' : 'verkstallighet', id: owner.ref.id };
}

/** What double click and Enter open in the work area; undefined when the node only opens in the tree. */
export function ytaFor(noder: Noder, nod: Nod): Yta | undefined {
  if (nod.slag === 'personuppgifter') return { slag: 'personuppgifter', del: 'person' };
  if (nod.slag === 'personuppgifterDel') return { slag: 'personuppgifter', del: delAv(nod.id) };
  const oppning = oppningFor(nod);
  if (oppning) return dokumentationsyta(noder, nod, oppning);
  return nod.slag === 'rot' ? undefined : { slag: 'oversikt', id: nod.id };
}

/** What an entry of the node's menu opens (TRAD-14). */
export function ytaForPost(noder: Noder, nod: Nod, post: NodMeny): Yta | undefined {
  if (post === 'person' || post === 'hushall' || post === 'kontaktuppgifter') return { slag: 'personuppgifter', del: post };
  if (post === 'dokumentation') return dokumentationsyta(noder, nod, {});
  if (post === 'oppnaTradet') return dokumentationsyta(noder, nod, { oppnaHela: true });
  return nod.ref && dokumentationsyta(noder, nod, { anteckningId: nod.ref.id, felmarkera: true });
}

const delAv = (nodId: string): PersonuppgiftsDel => personuppgiftsDelar.find((del) => nodId.endsWith(`/${del}`)) ?? 'person';

function dokumentationsyta(noder: Noder, nod: Nod, oppning: DokumentationOppning): Yta | undefined {
  const ref = dokumentationAv(noder, nod);
  return ref && { slag: 'dokumentation', dok: ref.slag, id: ref.id, oppning };
}

function oppningFor({ slag, ref }: Nod): DokumentationOppning | undefined {
  switch (slag) {
    case 'dokumentation':
      return {};
    case 'journal':
      return { oppnaHela: true, rubrikKod: journalRubrik };
    case 'dokument':
      return { oppnaHela: true };
    case 'anteckningar':
      return { rubrikKod: journalRubrik, skriv: true };
    case 'rubrik':
      return ref?.rubrikKod === undefined ? {} : { rubrikKod: ref.rubrikKod, skriv: true };
    case 'anteckning':
      return ref ? { anteckningId: ref.id } : {};
    default:
      return undefined;
  }
}
