import { type DokumentationRef, journalRubrik } from '../../../shared/domain/anteckning/records.ts';
import type { Nod, NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import { lamnasObjekt } from '../../../shared/ipc/utkastnyckel.ts';
import { medForaldrar } from '../../components/rubriktrad/synliga.ts';
import {
  type DokumentationOppning,
  flikYta,
  type PersonuppgiftsDel,
  personuppgiftsDelar,
  type UtredningYta,
  type Yta,
} from '../../state/arbetsyta.ts';
import type { Arendedialog } from '../../state/arendedialog.ts';

type Noder = ReadonlyMap<string, Nod>;

/** The utredning that a node is or lies in. */
export const utredningAv = (noder: Noder, nod: Nod): Nod | undefined =>
  medForaldrar(noder, nod.id).find(({ slag }) => slag === 'utredning');

/** The dokumentation that a node lies in. */
export function dokumentationAv(noder: Noder, nod: Nod): DokumentationRef | undefined {
  const owner = medForaldrar(noder, nod.id).find(({ slag }) => slag === 'utredning' || slag === 'verkstallighet');
  if (!owner?.ref) return undefined;
  return { slag: owner.slag === 'utredning' ? 'utredning' : 'verkstallighet', id: owner.ref.id };
}

/** What double click and Enter open in the work area; undefined when the node only opens in the tree. */
export function ytaFor(noder: Noder, nod: Nod): Yta | undefined {
  const id = nod.ref?.id;
  switch (nod.slag) {
    case 'rot':
      return undefined;
    case 'personuppgifter':
      return { slag: 'personuppgifter', del: 'person' };
    case 'personuppgifterDel':
      return { slag: 'personuppgifter', del: delAv(nod.id) };
    case 'utredning':
      return id === undefined ? undefined : flikYta(id, 'utredning');
    case 'verkstallighet':
      return id === undefined ? undefined : { slag: 'verkstallighet', id };
    case 'aktualiseringar':
      return iUtredning(noder, nod, { flik: 'aktualiseringar' }) ?? { slag: 'arende', flik: 'aktualisering' };
    case 'aktualisering': {
      const del = id === undefined ? {} : { aktualiseringId: id };
      return iUtredning(noder, nod, { flik: 'aktualiseringar', ...del }) ?? { slag: 'arende', flik: 'aktualisering', ...del };
    }
    case 'beslut':
      return iUtredning(noder, nod, { flik: 'beslut', ...(id === undefined ? {} : { beslutId: id }) });
    case 'bestallning':
      return iUtredning(noder, nod, { flik: 'bestallning', ...(id === undefined ? {} : { bestallningId: id }) });
    case 'handling':
      return id === undefined ? undefined : { slag: 'handling', id };
    case 'bedomning':
      return iUtredning(noder, nod, { flik: 'bedomning', ...(id === undefined ? {} : { bedomningId: id }) });
    default: {
      const oppning = oppningFor(nod);
      return oppning ? dokumentationsyta(noder, nod, oppning) : { slag: 'oversikt', id: nod.id };
    }
  }
}

/** What an entry of the node's menu opens in the work area (TRAD-14); undefined for what is answered in a dialog. */
export function ytaForPost(noder: Noder, nod: Nod, post: NodMeny): Yta | undefined {
  const id = nod.ref?.id;
  switch (post) {
    case 'person':
    case 'hushall':
    case 'kontaktuppgifter':
    case 'samtycken':
      return { slag: 'personuppgifter', del: post };
    case 'dokumentation':
      return dokumentationsyta(noder, nod, {});
    case 'oppnaTradet':
      return dokumentationsyta(noder, nod, { oppnaHela: true });
    case 'felmarkera':
      return id === undefined ? undefined : dokumentationsyta(noder, nod, { anteckningId: id, felmarkera: true });
    case 'aktualisering':
      return iUtredning(noder, nod, { flik: 'aktualiseringar', ny: true }) ?? { slag: 'arende', flik: 'aktualisering' };
    case 'inledUtredning':
      return { slag: 'arende', flik: 'inled' };
    case 'lassBeslut':
      return { slag: 'arende', flik: 'lass' };
    case 'avslutaArende':
      return { slag: 'arende', flik: 'avsluta' };
    case 'beslut':
      return iUtredning(noder, nod, { flik: 'beslut', ny: true });
    case 'bestallning':
      return iUtredning(noder, nod, { flik: 'bestallning', ny: true, ...franBeslut(nod) });
    case 'bedomning':
      return iUtredning(noder, nod, { flik: 'bedomning', ny: true, ...franBeslut(nod) });
    default:
      return undefined;
  }
}

/** The dialog that answers an entry of the node's menu. */
export const dialogForPost = (personId: string, noder: Noder, nod: Nod, post: NodMeny): Arendedialog => {
  // Utredningsdokument names its texts; they are copied for the utredning they belong to.
  const texter = post === 'kopieraTexter' || post === 'klistraTexter';
  if (post === 'lamnaTillEnhet' && nod.ref)
    return { personId, post, id: lamnasObjekt(nod.ref.id, nod.slag === 'anteckning' ? dokumentationAv(noder, nod)?.id : undefined) };
  return { personId, post, id: (texter ? utredningAv(noder, nod)?.ref?.id : nod.ref?.id) ?? personId };
};

const franBeslut = ({ slag, ref }: Nod): { beslutId?: string } => (slag === 'beslut' && ref ? { beslutId: ref.id } : {});

function iUtredning(noder: Noder, nod: Nod, del: Omit<UtredningYta, 'slag' | 'id'>): UtredningYta | undefined {
  const owner = utredningAv(noder, nod)?.ref?.id;
  return owner === undefined ? undefined : { slag: 'utredning', id: owner, ...del };
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
