import { funktionKanAnsvara, kanAnsvara } from '../../shared/domain/ansvar.ts';
import { enhetFor } from '../../shared/domain/enhet.ts';
import { kanHaLssInsatser } from '../../shared/domain/katalog/uppslag.ts';
import type { AktVy, KatalogVy } from '../../shared/ipc/views.ts';

type Akt = Pick<AktVy, 'personId' | 'person'>;
const somPost = ({ id, ...data }: KatalogVy['handlaggare'][number]) => ({ id, data: { ...data, aktiv: true } });

/**
 * Whom an aktualisering or utredning of the kund may be given to: those who may read the unit's cases of her (ROLL-10). `nu` stays in the
 * list. @param enhet the unit whose it is
 */
export const ansvariga = (
  katalog: KatalogVy,
  { personId, person }: Akt,
  enhet: string | undefined,
  nu?: string,
): KatalogVy['handlaggare'] => katalog.handlaggare.filter((one) => one.id === nu || kanAnsvara(somPost(one), personId, person.data, enhet));

/** The functions that may have the kund's LSS Insatser (ROLL-04): none whose holder cannot read the unit's cases of her. */
export const lssFunktioner = (
  katalog: KatalogVy,
  { personId, person }: Akt,
  enhet: string | undefined,
  nu?: string,
): KatalogVy['utforare'] =>
  katalog.utforare.filter(
    ({ id, data }) =>
      kanHaLssInsatser(data) && (id === nu || funktionKanAnsvara(katalog.handlaggare.map(somPost), id, personId, person.data, enhet)),
  );

/** The unit that something new for the kund is of, for an organisation. */
export const enhetForNytt = (katalog: KatalogVy, { person }: Akt, organisationId: string): string | undefined =>
  enhetFor(katalog.egen, person.data, katalog.organisationer.find(({ id }) => id === organisationId)?.data);
