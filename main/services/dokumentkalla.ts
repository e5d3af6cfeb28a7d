import { ratten } from '../../shared/domain/dokument/mottagare.ts';
import { aktScope, personOfScope } from '../../shared/domain/scope.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { aktState } from './akt-state.ts';
import type { Oppnade } from './oppnade.ts';
import type { Forhandsvisning, Post } from './ports.ts';
import { CallFailure, type ServicePorts, todayOf } from './service.ts';

type Kalla = CallInput<'dokument.las'>['kalla'];
/** What the bytes of a document are called, and whom it is about; null = several. `dokument` is its record, of one that is filed. */
export type Dokumentkalla = {
  sha256: string;
  personId: string | null;
  dokument?: { id: string; personId: string; felmarkerat: boolean };
  /** Why a letter goes to one who is told by samtycke, without it. */
  utanSamtycke?: string;
};

/** What the access log tells of what leaves the screen; the reason last, for a long one is cut to what the log holds. */
export const loggtext = (delar: readonly string[], utanSamtycke: string | undefined): string =>
  [...delar, ...(utanSamtycke === undefined ? [] : [`utan samtycke: ${utanSamtycke}`])].join(', ').slice(0, langstLoggtext);
/** As the protocol allows. */
const langstLoggtext = 300;

/** The kunder that something is made of, as they are before it is waited for. */
export const somDeAr = (replica: Pick<ServicePorts['replica'], 'record'>, personIds: Iterable<string>): Forhandsvisning['om'] =>
  [...new Set(personIds)].flatMap((personId) => {
    const skydd = replica.record('person', personId)?.data.skydd;
    return skydd === undefined ? [] : [{ personId, skydd }];
  });

/** Finds what a page asks for by name, of an akt that is open. @throws CallFailure `finns-inte` for what is not, or no longer, the user's to read */
export function dokumentkallor({ replica, documents, clock }: Pick<ServicePorts, 'replica' | 'documents' | 'clock'>, oppnade: Oppnade) {
  function held(id: string): Post<'dokument'> & { personId: string } {
    const post = replica.record('dokument', id);
    const personId = post && personOfScope(post.scope);
    if (!post || personId === undefined) throw new CallFailure('finns-inte');
    oppnade.require(personId);
    return { ...post, personId };
  }
  function find(kalla: Kalla): Dokumentkalla {
    if (kalla.slag === 'dokument') {
      const { id, personId, data } = held(kalla.id);
      return { sha256: data.sha256, personId, dokument: { id, personId, felmarkerat: data.felmarkerad !== undefined } };
    }
    const visning = documents?.forhandsvisningar.get(kalla.sha256);
    if (!visning) throw new CallFailure('finns-inte');
    // A list of several kunder is of no akt.
    if (visning.personId !== null) oppnade.require(visning.personId);
    // Made today it would not have the address of one who is protected by now, nor name one who may no longer be read.
    if (visning.om.some(({ personId, skydd }) => replica.record('person', personId)?.data.skydd !== skydd))
      throw new CallFailure('finns-inte');
    if (visning.mottagareId !== undefined && visning.personId !== null) {
      const { personId, mottagareId, lamnas } = visning;
      const ratt = ratten(aktState(replica, aktScope(personId)), personId, mottagareId, {
        enhet: undefined,
        ...lamnas,
        dag: todayOf(clock),
      });
      if (!ratt.ok) throw new CallFailure(ratt.error === 'mottagaren-gar-inte' ? 'finns-inte' : ratt.error);
      if (ratt.value.skal !== undefined) return { sha256: kalla.sha256, personId: visning.personId, utanSamtycke: ratt.value.skal };
    }
    return { sha256: kalla.sha256, personId: visning.personId };
  }

  /**
   * What is to leave the screen, on paper or as a copy: of a protected person once the user has looked whose it is. A scan is nobody's before it is
   * filed. Asked again when bytes have been waited for: she may have been protected, or the right gone, meanwhile.
   */
  function findToLeave(kalla: Kalla, kontrollerad: boolean): Dokumentkalla {
    const found = find(kalla);
    if (kalla.slag === 'forhandsvisning' && documents?.forhandsvisningar.get(kalla.sha256)?.skannad) throw new CallFailure('finns-inte');
    // Of a list, each whom it tells of.
    const om = found.personId === null && kalla.slag === 'forhandsvisning' ? documents?.forhandsvisningar.get(kalla.sha256)?.om : undefined;
    const skyddad = om ? om.some(({ skydd }) => skydd !== 'ingen') : replica.record('person', found.personId ?? '')?.data.skydd !== 'ingen';
    if (skyddad && !kontrollerad) throw new CallFailure('kontroll-kravs');
    return found;
  }

  return { held, find, findToLeave };
}
