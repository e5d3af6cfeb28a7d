import { isSame } from '../../util/merge.ts';
import type { RejectionCode } from '../command.ts';
import type { Post } from '../post.ts';
import type { Beslut, DigitalSandning } from './records.ts';
import { iSammaBrev } from './samma-brev.ts';
import { aldershinder, type Brevhandling, brevinnehall, skickas, type Utskicksfraga, utskicksvag } from './utskick.ts';

export type DigitalPostfraga = Omit<Utskicksfraga, 'anteckning' | 'person'> & {
  person: Utskicksfraga['person'] & { nummerSlag: 'personnummer' | 'samordningsnummer' | 'interim' };
};

/** It has neither come to the mailbox nor been given up. */
export const isPaVag = ({ mottaget, uteblivet }: Pick<DigitalSandning, 'mottaget' | 'uteblivet'>): boolean => !mottaget && !uteblivet;
/** The sending of a beslut that is on its way; there is one at most. */
export const sandningPaVag = ({ digitalPost = [] }: Pick<Beslut, 'digitalPost'>): DigitalSandning | undefined => digitalPost.find(isPaVag);
/** It was given up when it may already have come there: sent again it could come twice. */
const isOviss = ({ uteblivet }: DigitalSandning): boolean => uteblivet?.kod === 'digital-post-oviss';
/** It lies in the kund's mailbox, or may do: it is not changed behind her back. */
export const isDigitaltSkickat = ({ digitalPost = [] }: Pick<Beslut, 'digitalPost'>): boolean =>
  digitalPost.some((en) => en.mottaget || (en.lamnat && !en.uteblivet) || isOviss(en));
/** It lies in the kund's mailbox, or nobody can say that it does not: once it is felmarkerat she is to be told. */
export const harDigitalt = (en: DigitalSandning): boolean => en.mottaget !== undefined || isOviss(en);
/** It lies in the kund's mailbox. */
export const isDigitaltMottaget = ({ digitalPost = [] }: Pick<Beslut, 'digitalPost'>): boolean =>
  digitalPost.some(({ mottaget }) => mottaget !== undefined);

/**
 * Why a letter may not go by digital post; undefined when it may. It is for who would else be sent it on paper because the e-service is not active:
 * an adult, alive, not protected in any way, with a number that a mailbox can have, who has not got part of it already.
 */
function digitalPosthinder(
  { beslut, person, etjanst, insatser, dag }: Omit<DigitalPostfraga, 'handlingar' | 'protokolltyper'>,
  ett: Post<Beslut>,
): RejectionCode | undefined {
  const alla = iSammaBrev(beslut, ett);
  if (ett.data.felmarkerad) return 'redan-felmarkerat';
  if (alla.some(({ data }) => !skickas(insatser, data))) return 'beslutet-utan-brev';
  if (alla.some(({ data }) => data.utskick?.skickat)) return 'beslutet-skickat';
  if (alla.some(({ data }) => data.utskick && !data.utskick.uteblivet)) return 'beslutet-till-etjansten';
  if (alla.some(({ data }) => data.partTagitDel)) return 'kunden-tagit-del';
  const vag = utskicksvag(person, etjanst, dag);
  if (vag === 'skyddad') return 'mottagaren-skyddad';
  if (person.avliden !== undefined) return 'mottagaren-avliden';
  if (vag !== 'post') return vag === 'etjanst' ? 'etjanst-finns' : aldershinderkod[vag];
  const alder = aldershinder(person, dag);
  if (alder) return aldershinderkod[alder];
  return person.nummerSlag === 'interim' ? 'etjanst-utan-nummer' : undefined;
}
const aldershinderkod = { underArton: 'mottagaren-under-arton', okandAlder: 'mottagaren-okand-alder' } as const;

/** Why one more sending may not be begun; undefined when it may. */
export function valhinder(fraga: Omit<DigitalPostfraga, 'handlingar' | 'protokolltyper'>, ett: Post<Beslut>): RejectionCode | undefined {
  const alla = iSammaBrev(fraga.beslut, ett);
  if (alla.some(({ data }) => sandningPaVag(data))) return 'digital-post-pagar';
  if (alla.some(({ data }) => isDigitaltMottaget(data))) return 'beslutet-skickat-digitalt';
  if (alla.some(({ data }) => data.digitalPost?.some(isOviss))) return 'digital-post-oviss';
  return digitalPosthinder(fraga, ett);
}

export type DigitalPostlage =
  /** None is on its way. */
  | { slag: 'ingen' }
  /** It is to go by post after all. */
  | { slag: 'uteblir'; kod: RejectionCode }
  | { slag: 'vantar'; pa: ('brev' | 'protokoll')[] }
  | { slag: 'nu'; beslut: Post<Beslut>[]; handlingar: Brevhandling[] };

/**
 * Where the sending of a beslut that is on its way stands: the one rule, asked by the view, by the server that looks, and by the command that
 * hands it over, under the akt's lock. What was made another since it was chosen does not go.
 */
export function digitalPostlage(fraga: DigitalPostfraga, ett: Post<Beslut>): DigitalPostlage {
  const sandning = sandningPaVag(ett.data);
  if (!sandning) return { slag: 'ingen' };
  const kod = digitalPosthinder(fraga, ett);
  if (kod) return { slag: 'uteblir', kod };
  const alla = iSammaBrev(fraga.beslut, ett);
  if (!isSomValt(fraga.beslut, alla, sandning.id)) return { slag: 'uteblir', kod: 'beslutet-andrat' };
  const { handlingar, saknas } = brevinnehall(fraga, alla);
  return saknas.length > 0 ? { slag: 'vantar', pa: saknas } : { slag: 'nu', beslut: alla, handlingar };
}

/** The letter tells of the same beslut as when it was chosen, each as it then was. */
function isSomValt(beslut: readonly Post<Beslut>[], alla: readonly Post<Beslut>[], sandningId: string): boolean {
  const valda = beslut.flatMap(({ id, data }) => (data.digitalPost ?? []).flatMap((en) => (en.id === sandningId ? `${id} ${en.rev}` : [])));
  return isSame(valda.sort(), alla.map(({ id, data }) => `${id} ${data.rev ?? null}`).sort());
}
