import { DOMParser, type Element } from '@xmldom/xmldom';
import { type KirPost, kirPost } from '../../shared/domain/kir/records.ts';
import { KirUnavailable } from './kir.ts';

/** Skatteverket's codes (Navet, teknisk beskrivning, bilaga "Koder"). */
const civilstand: Record<string, string> = {
  OG: 'Ogift',
  G: 'Gift',
  Ä: 'Änka/änkling',
  S: 'Skild',
  RP: 'Registrerad partner',
  SP: 'Skild partner',
  EP: 'Efterlevande partner',
};
const relationer: Record<string, string> = {
  V: 'Vårdnadshavare',
  MO: 'Mor',
  FA: 'Far',
  F: 'Förälder',
  M: 'Make/maka',
  B: 'Barn',
  P: 'Partner',
};
/** The register knows a vårdnadshavare; the others are told beside. */
const vardnadshavareKod = 'V';
const avlidenKod = 'AV';

/**
 * Reads a person record of Skatteverket's Navet in its XML form (`Folkbokforingspost`), inside or outside its SOAP envelope.
 * Sekretessmarkering and skyddad folkbokföring are kept as such, and the address is left out for both.
 * @param kommunKod four digits (län and kommun): who is folkbokförd there is folkbokförd "i kommunen"
 * @returns undefined when the answer holds no record
 * @throws KirUnavailable when it is not such an answer
 */
export function readNavetPost(xml: string, kommunKod: string): KirPost | undefined {
  const root = parse(xml);
  const post = nameOf(root) === 'Folkbokforingspost' ? root : descendants(root, 'Folkbokforingspost')[0];
  if (!post) {
    if (nameOf(root) === 'Folkbokforingsposter' || descendants(root, 'Folkbokforingsposter').length > 0) return undefined;
    throw new KirUnavailable(`The register's answer is no person record: ${textAt(root, 'faultstring') ?? root.nodeName}`);
  }
  const person = descendants(post, 'Personpost')[0];
  const nummer = person && textAt(person, 'PersonId', 'PersonNr');
  const fornamn = person && textAt(person, 'Namn', 'Fornamn');
  const efternamn = person && textAt(person, 'Namn', 'Efternamn');
  if (!person || !nummer || !fornamn || !efternamn) throw new KirUnavailable('The register answered with a record without number or name.');
  const skydd = skyddOf(post, person);
  const mellannamn = textAt(person, 'Namn', 'Mellannamn');
  const parsed = kirPost.safeParse({
    personnummer: nummer,
    fodelsedatum: birthDate(textAt(person, 'Fodelsetid') ?? textAt(person, 'Fodelse', 'Fodelsetid') ?? nummer),
    efternamn: mellannamn ? `${mellannamn} ${efternamn}` : efternamn,
    fornamn,
    ...optional('tilltalsnamn', tilltalsnamn(fornamn, textAt(person, 'Namn', 'Tilltalsnamnsmarkering'))),
    ...optional('adress', skydd === 'ingen' ? adressOf(person) : undefined),
    ...optional('civilstand', civilstand[textAt(person, 'Civilstand', 'CivilstandKod') ?? '']),
    skydd,
    folkbokfordIKommunen:
      `${textAt(person, 'Folkbokforing', 'LanKod') ?? ''}${textAt(person, 'Folkbokforing', 'KommunKod') ?? ''}` === kommunKod,
    ...optional('avliden', avliden(person)),
    ...optional('relationer', relationerOf(person)),
  });
  if (!parsed.success) throw new KirUnavailable('The register answered with a record that cannot be read.', { cause: parsed.error });
  return parsed.data;
}

function parse(xml: string): Element {
  try {
    const root = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new SyntaxError(message);
      },
    }).parseFromString(xml, 'text/xml').documentElement;
    if (root) return root;
  } catch (cause) {
    throw new KirUnavailable("The register's answer is not XML.", { cause });
  }
  throw new KirUnavailable("The register's answer is empty.");
}

const childrenOf = (element: Element): Element[] => [...element.childNodes].filter((node): node is Element => node.nodeType === 1);
/** Names without their prefix: records come inside SOAP with one, and in files with none. */
const nameOf = (element: Element): string => element.localName ?? element.nodeName;
const descendants = (element: Element, name: string): Element[] =>
  childrenOf(element).flatMap((child) => [...(nameOf(child) === name ? [child] : []), ...descendants(child, name)]);

/** Text at a path of children; the first step may lie anywhere below. Undefined when it is empty. */
function textAt(element: Element, first: string, ...path: string[]): string | undefined {
  let found: Element | undefined = childrenOf(element).find((child) => nameOf(child) === first) ?? descendants(element, first)[0];
  for (const step of path) found = found && childrenOf(found).find((child) => nameOf(child) === step);
  return found?.textContent?.trim() || undefined;
}

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

/** Both marks stand beside the person's record; an older form has them within. */
function skyddOf(post: Element, person: Element): KirPost['skydd'] {
  const marked = (name: string) => ['J', 'JA'].includes((textAt(post, name) ?? textAt(person, name) ?? '').toUpperCase());
  if (marked('SkyddadFolkbokforing')) return 'skyddadFolkbokforing';
  return marked('Sekretessmarkering') ? 'sekretessmarkering' : 'ingen';
}

/** `Tilltalsnamnsmarkering`: the places of one or two given names, 20 = the second, 12 = the first and the second. */
function tilltalsnamn(fornamn: string, mark: string | undefined): string | undefined {
  const names = fornamn.split(/[\s-]+/);
  const chosen = [...(mark ?? '')].flatMap((digit) => names[Number(digit) - 1] ?? []);
  if (chosen.length === 0) return undefined;
  const joined = chosen.join('-');
  return fornamn.includes(joined) ? joined : chosen.join(' ');
}

function adressOf(person: Element): KirPost['adress'] | undefined {
  const adress = descendants(person, 'Folkbokforingsadress')[0];
  if (!adress) return undefined;
  const gata = [textAt(adress, 'CareOf'), textAt(adress, 'Utdelningsadress1'), textAt(adress, 'Utdelningsadress2')]
    .filter(Boolean)
    .join(', ');
  const postnummer = (textAt(adress, 'PostNr') ?? '').replace(/^(\d{3})(\d{2})$/, '$1 $2');
  const ort = textAt(adress, 'Postort') ?? '';
  return gata || ort ? { gata, postnummer, ort } : undefined;
}

function avliden(person: Element): string | undefined {
  const kod = textAt(person, 'Avregistrering', 'AvregistreringsorsakKod');
  const datum = textAt(person, 'Avregistrering', 'Avregistreringsdatum');
  return kod === avlidenKod && datum ? birthDate(datum) : undefined;
}

function relationerOf(person: Element): KirPost['relationer'] | undefined {
  const found = descendants(person, 'Relation').map((relation) => {
    const namn = [textAt(relation, 'Namn', 'Efternamn'), textAt(relation, 'Namn', 'Fornamn')].filter(Boolean).join(', ');
    return { kod: textAt(relation, 'Relationstyp') ?? '', nummer: textAt(relation, 'RelationId', 'PersonNr'), namn };
  });
  // A mother who is vårdnadshavare stands there twice: once as each.
  const persons = Map.groupBy(found, ({ nummer, namn }) => nummer ?? namn);
  const each = [...persons.values()].map((same) => {
    const { kod = '' } = same.find((one) => one.kod !== vardnadshavareKod) ?? same[0] ?? {};
    const { nummer, namn = '' } = same[0] ?? {};
    const isVardnadshavare = same.some((one) => one.kod === vardnadshavareKod);
    return { relation: relationer[kod] ?? kod, namn, ...optional('personnummer', nummer), vardnadshavare: isVardnadshavare };
  });
  return each.length > 0 ? each : undefined;
}

/** `YYYYMMDD…` → `YYYY-MM-DD`; the day of a samordningsnummer is 60 more than the day of birth. */
function birthDate(digits: string): string {
  const day = Number(digits.slice(6, 8));
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${String(day > 60 ? day - 60 : day).padStart(2, '0')}`;
}
