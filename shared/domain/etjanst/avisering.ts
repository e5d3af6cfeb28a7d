import type { IsoDate, IsoInstant } from '../../util/datum.ts';
import { svenskTid } from '../../util/datum.ts';
import { isEpost } from '../kontaktvag.ts';
import type { Person } from '../person/records.ts';
import { type Aviseringskanal, aviseringskanaler, isOppen } from './records.ts';
import { farAviseras, type Grund, godkannandeGaller, isMobil, type Nattpost, smsnummer } from './regler.ts';

/** Why a notice is not sent, though it was to be. */
export type Uteblivandeskal = 'borta' | 'avliden' | 'galler-inte' | 'skyddad' | 'bortvald' | 'ogiltig';

type Vart = { till: string } | { uteblir: Uteblivandeskal };

/** Of who is protected neither number nor address leaves the akt (FRAGA-62). */
const arSkyddad = (post: Nattpost, { person, kontakt }: Aviseringsgrund): boolean =>
  post.type === 'etjanst' ? !farAviseras(person) : (post.data.skyddad ?? kontakt?.skyddad ?? false);

/** Where one who is told is told, as they chose. */
function vart(post: Nattpost, grund: Aviseringsgrund, kanal: Aviseringskanal): Vart {
  if (arSkyddad(post, grund)) return { uteblir: 'skyddad' };
  const { epost } = post.data;
  if (kanal === 'epost') return epost === undefined ? { uteblir: 'bortvald' } : isEpost(epost) ? { till: epost } : { uteblir: 'ogiltig' };
  if (post.type === 'etjanst') {
    const nummer = smsnummer(post.data, grund.person);
    return nummer !== undefined ? { till: nummer } : { uteblir: post.data.sms ? 'ogiltig' : 'bortvald' };
  }
  const { mobil } = post.data;
  return mobil === undefined ? { uteblir: 'bortvald' } : isMobil(mobil) ? { till: mobil } : { uteblir: 'ogiltig' };
}

type Aviseringsgrund = Grund & { person: Pick<Person, 'avliden' | 'skydd' | 'telefon'> };

/**
 * Whether a notice goes to one of those who have the e-service, and where: decided when it is sent, by the records as they then are, and never
 * by what they were when something happened. A number that has been corrected meanwhile is the one that is told.
 */
export function aviseringsbeslut(post: Nattpost, grund: Aviseringsgrund, kanal: Aviseringskanal, dag: IsoDate): Vart {
  if (grund.person.avliden !== undefined) return { uteblir: 'avliden' };
  const galler = post.type === 'etjanst' ? post.data.lage === 'aktiv' : godkannandeGaller(post.data, grund, dag);
  return galler ? vart(post, grund, kanal) : { uteblir: 'galler-inte' };
}

/** One who is told, by what, and why it is they. */
export type Aviserad = {
  /** Undefined: the kund. */
  namn?: string;
  sms?: string;
  epost?: string;
  /** The last day of the approval by which they are told; undefined: it is the kund's own e-service. */
  tom?: IsoDate;
  /** Why nothing goes to them now, where it is not that they chose so. */
  hinder?: 'skyddad' | 'inte-an' | 'galler-inte';
};

/**
 * Everyone who is told, and how, of one kund: themselves and those who act for them (FORB-61). By the same rule as what is sent, told already while it
 * waits for the night.
 */
export function aviserade(poster: readonly { post: Nattpost; grund: Aviseringsgrund }[], dag: IsoDate): Aviserad[] {
  return poster
    .filter(({ post }) => isOppen(post.data))
    .map(({ post, grund }) => {
      const [sms, epost] = aviseringskanaler.map((kanal) => vart(post, grund, kanal));
      const hinder = hinderFor(post, grund, dag);
      return {
        ...(post.type === 'etjanst' ? {} : { namn: post.data.till.namn, tom: post.data.tom }),
        ...(sms && 'till' in sms ? { sms: sms.till } : {}),
        ...(epost && 'till' in epost ? { epost: epost.till } : {}),
        ...(hinder === undefined ? {} : { hinder }),
      };
    });
}

function hinderFor(post: Nattpost, grund: Aviseringsgrund, dag: IsoDate): Aviserad['hinder'] {
  if (arSkyddad(post, grund)) return 'skyddad';
  if (post.data.lage !== 'aktiv') return 'inte-an';
  return post.type === 'godkannande' && !godkannandeGaller(post.data, grund, dag) ? 'galler-inte' : undefined;
}

/** Times of day (`HH:MM`) between which nobody is told anything; the second may be the next day's. */
export type TystaTimmar = { fran: string; till: string };
export const vanligaTystaTimmar: TystaTimmar = { fran: '20:00', till: '08:00' };

/** Whether it is quiet, by the clocks of Sweden and nothing else: an hour that comes twice is quiet twice, one that is skipped never comes. */
export function arTyst(now: IsoInstant, { fran, till }: TystaTimmar): boolean {
  const tid = svenskTid(now).slice(11);
  return fran <= till ? tid >= fran && tid < till : tid >= fran || tid < till;
}
