import { funktionKanAnsvara, kanAnsvara } from '../../shared/domain/ansvar.ts';
import { egnaEnheter, enhetFor } from '../../shared/domain/enhet.ts';
import { kanHaLssInsatser } from '../../shared/domain/katalog/uppslag.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import type { AktVy, KatalogVy } from '../../shared/ipc/views.ts';

type Akt = Pick<AktVy, 'personId' | 'person'>;
/** Whose units are asked about. */
type Kund = { person: { data: Pick<Person, 'enheter'> } };
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

/** The unit that something new for the kund is of: the one chosen, else that of the organisation. */
export function enhetForNytt(katalog: KatalogVy, { person }: Kund, organisationId: string, vald: string | undefined): string | undefined {
  const egna = egnaEnheter(katalog.egen, person.data);
  if (vald !== undefined && egna.includes(vald)) return vald;
  return enhetFor(katalog.egen, person.data, katalog.organisationer.find(({ id }) => id === organisationId)?.data);
}

/** For a command: the unit that the form showed, where the user has several of the kund's. */
export const medEnhet = (katalog: KatalogVy, { person }: Kund, enhet: string | undefined): { enhet?: string } =>
  enhet !== undefined && egnaEnheter(katalog.egen, person.data).length > 1 ? { enhet } : {};

/** The organisations that what is of a unit may have: its own, and those that are of none. Who has one unit of the kund's chooses freely. */
export const organisationerFor = (katalog: KatalogVy, { person }: Kund, enhet: string | undefined): KatalogVy['organisationer'] =>
  egnaEnheter(katalog.egen, person.data).length > 1
    ? katalog.organisationer.filter(({ data }) => data.enhet === undefined || data.enhet === enhet)
    : katalog.organisationer;

/** The organisation that is kept when another unit is chosen: `nu` where it is the unit's, else the topmost of the unit's own. */
export const organisationEfterByte = (katalog: KatalogVy, akt: Kund, enhet: string, nu: string): string => {
  const mojliga = organisationerFor(katalog, akt, enhet);
  const egna = mojliga.filter(({ data }) => data.enhet === enhet);
  const overst = egna.find(({ data }) => !egna.some(({ id }) => id === data.parentId));
  return (egna.find(({ id }) => id === nu) ?? overst ?? mojliga.find(({ id }) => id === nu))?.id ?? '';
};
