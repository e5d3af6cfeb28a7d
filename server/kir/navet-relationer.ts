import type { Element } from '@xmldom/xmldom';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import { childrenOf, nameOf, textAt } from './navet-xml.ts';

const ord: Record<string, string> = {
  V: 'Vårdnadshavare',
  VF: 'Vårdnadshavare för',
  MO: 'Mor',
  FA: 'Far',
  F: 'Förälder',
  M: 'Make/maka',
  B: 'Barn',
  P: 'Partner',
};
/** The register knows a vårdnadshavare, on the child's own post; the others are told beside. */
const vardnadshavareKod = 'V';
/** Of a relation that no longer is: avliden, avslutad, inaktuell, annullerad. Not stated in the copies of the form we have read. */
const slutat = ['AV', 'AS', 'IV', 'AN'];

/** Relations that hold today, each person once. A registered person has a number and no name there. */
export function relationerOf(relationer: Element | undefined, today: IsoDate): KirPost['relationer'] | undefined {
  const found = (relationer ? childrenOf(relationer) : [])
    .filter((element) => nameOf(element) === 'Relation' && galler(element, today))
    .map((relation) => {
      const namn = [textAt(relation, 'Namn', 'Efternamn'), textAt(relation, 'Namn', 'Fornamn')].filter(Boolean).join(', ');
      return { kod: textAt(relation, 'Relationstyp') ?? '', nummer: textAt(relation, 'RelationId', 'PersonNr'), namn };
    })
    .filter(({ nummer, namn }) => nummer !== undefined || namn !== '');
  // A mother who is vårdnadshavare stands there twice: once as each.
  const persons = Map.groupBy(found, ({ nummer, namn }) => nummer ?? namn);
  const each = [...persons.values()].map((same) => {
    const { kod = '' } = same.find((one) => one.kod !== vardnadshavareKod) ?? same[0] ?? {};
    const { nummer } = same[0] ?? {};
    const namn = same.find((one) => one.namn !== '')?.namn ?? '';
    const vardnadshavare = same.some((one) => one.kod === vardnadshavareKod);
    return { relation: ord[kod] ?? kod, namn, ...(nummer === undefined ? {} : { personnummer: nummer }), vardnadshavare };
  });
  return each.length > 0 ? each : undefined;
}

function galler(relation: Element, today: IsoDate): boolean {
  const tom = textAt(relation, 'RelationTomdatum')?.replaceAll('-', '');
  if (tom !== undefined && tom < today.replaceAll('-', '')) return false;
  if (textAt(relation, 'Avregistrering', 'AvregistreringsorsakKod') === 'AV') return false;
  return !slutat.includes(relation.getAttribute('status') ?? '');
}
