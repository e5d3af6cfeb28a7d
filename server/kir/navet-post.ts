import { DOMParser, type Element } from '@xmldom/xmldom';
import { type KirPost, kirPost } from '../../shared/domain/kir/records.ts';
import { type IsoDate, isCalendarDay } from '../../shared/util/datum.ts';
import { KirUnavailable, KirUnreadable } from './kir.ts';
import { relationerOf } from './navet-relationer.ts';
import { at, childrenOf, nameOf, textAt } from './navet-xml.ts';

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
const avregistreringar: Record<string, NonNullable<KirPost['avregistrerad']>> = {
  AV: 'avliden',
  UV: 'utvandrad',
  GN: 'bytt-nummer',
  GS: 'bytt-nummer',
  AS: 'bytt-nummer',
  AN: 'annullerad',
  OB: 'okand-vistelseort',
  FI: 'fel-identitet',
};

export type NavetSvar = {
  post: KirPost;
  /** Marks of protection that are no known word: they protect, and the operator is told. */
  okandaMarken: string[];
};

/**
 * Reads a person record of Skatteverket's Navet in its XML form (`Folkbokforingspost`), inside or outside its SOAP envelope. Every
 * element is read at its exact place: what stands within Relationer or Historik is of another person or another time.
 * Whoever has a mark of protection has no address here: of skyddad folkbokföring the way of post by Skatteverket alone.
 * @param kommunKod four digits (län and kommun): who is folkbokförd there is folkbokförd "i kommunen"
 * @param today relations that have ended by then are none
 * @returns undefined when the answer holds no record
 * @throws KirUnavailable when it is not such an answer; KirUnreadable when its record cannot be read
 */
export function readNavetPost(xml: string, kommunKod: string, today: IsoDate): NavetSvar | undefined {
  const root = parse(xml);
  const post = nameOf(root) === 'Folkbokforingspost' ? root : postIn(root);
  if (!post) {
    if (nameOf(root) === 'Folkbokforingsposter' || posterIn(root)) return undefined;
    throw new KirUnavailable(`The register's answer is no person record: ${faultIn(root) ?? root.nodeName}`);
  }
  const person = at(post, 'Personpost');
  // Of the choice in PersonId: the second holds samordningsnummer, and numbers that were given without folkbokföring.
  const nummer = person && (textAt(person, 'PersonId', 'PersonNr') ?? textAt(person, 'PersonId', 'TilldelatPersonNrSamordningsNr'));
  if (!person || !nummer) throw new KirUnreadable('The register answered with a record without number.');
  const { skydd, okandaMarken } = skyddOf(post, person);
  const fornamn = textAt(person, 'Namn', 'Fornamn') ?? '';
  const mellannamn = textAt(person, 'Namn', 'Mellannamn');
  const avregistrerad = avregistreringOf(person);
  const dod = avlidenOf(person, avregistrerad);
  const fodd = dateOf(textAt(person, 'Fodelsedatum') ?? textAt(person, 'Fodelse', 'Fodelsedatum'));
  const ofullstandigt = { ...optional('fodelsedatum', fodd?.ofullstandigt), ...optional('avliden', dod?.ofullstandigt) };
  const parsed = kirPost.safeParse({
    personnummer: nummer,
    ...optional('andraNummer', andraNummer(person, nummer)),
    ...optional('fodelsedatum', fodd ? fodd.dag : dagAvNummer(nummer)),
    ...optional('ofullstandigt', Object.keys(ofullstandigt).length > 0 ? ofullstandigt : undefined),
    efternamn: [mellannamn, textAt(person, 'Namn', 'Efternamn')].filter(Boolean).join(' '),
    ...optional('mellannamn', mellannamn),
    fornamn,
    ...optional('tilltalsnamn', tilltalsnamn(fornamn, textAt(person, 'Namn', 'Tilltalsnamnsmarkering'))),
    ...optional('adress', skydd === 'ingen' ? adressOf(at(person, 'Adresser', 'Folkbokforingsadress')) : undefined),
    ...optional('postadress', postadressOf(person, skydd)),
    ...optional('civilstand', civilstand[textAt(person, 'Civilstand', 'CivilstandKod') ?? '']),
    skydd,
    folkbokfordIKommunen:
      avregistrerad === undefined &&
      `${textAt(person, 'Folkbokforing', 'LanKod') ?? ''}${textAt(person, 'Folkbokforing', 'KommunKod') ?? ''}` === kommunKod,
    ...optional('avliden', dod?.dag),
    ...optional('avregistrerad', dod ? 'avliden' : avregistrerad),
    ...optional('identitet', identitetOf(person)),
    ...optional('relationer', relationerOf(at(person, 'Relationer'), today)),
  });
  if (!parsed.success) throw new KirUnreadable('The register answered with a record that cannot be read.', { cause: parsed.error });
  return { post: parsed.data, okandaMarken };
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

/** In a SOAP envelope, or as the answer stands in it. */
const answerIn = (root: Element): Element | undefined => (nameOf(root) === 'Envelope' ? childrenOf(at(root, 'Body') ?? root)[0] : root);
const posterIn = (root: Element): Element | undefined => {
  const answer = answerIn(root);
  return answer && (nameOf(answer) === 'Folkbokforingsposter' ? answer : at(answer, 'Folkbokforingsposter'));
};
const postIn = (root: Element): Element | undefined => {
  const poster = posterIn(root);
  return poster && at(poster, 'Folkbokforingspost');
};
const faultIn = (root: Element): string | undefined => {
  const answer = answerIn(root);
  return answer && textAt(answer, 'faultstring');
};

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

/** Both marks stand beside the person's record; an older form has them within. Nothing but nothing, or a no, is no protection. */
function skyddOf(post: Element, person: Element): { skydd: KirPost['skydd']; okandaMarken: string[] } {
  const okandaMarken: string[] = [];
  const marked = (name: string) =>
    [textAt(post, name), textAt(person, name)].some((text) => {
      const mark = text?.toUpperCase() ?? '';
      if (!['', 'N', 'NEJ', 'J', 'JA'].includes(mark)) okandaMarken.push(`${name} ${mark}`);
      return !['', 'N', 'NEJ'].includes(mark);
    });
  const [skyddad, sekretess] = [marked('SkyddadFolkbokforing'), marked('Sekretessmarkering')];
  return { skydd: skyddad ? 'skyddadFolkbokforing' : sekretess ? 'sekretessmarkering' : 'ingen', okandaMarken };
}

/** `Tilltalsnamnsmarkering`: the places of one or two given names, 20 = the second, 12 = the first and the second. */
function tilltalsnamn(fornamn: string, mark: string | undefined): string | undefined {
  const names = fornamn.split(/[\s-]+/);
  const chosen = [...(mark ?? '')].flatMap((digit) => names[Number(digit) - 1] || []);
  if (chosen.length === 0) return undefined;
  const joined = chosen.join('-');
  return fornamn.includes(joined) ? joined : chosen.join(' ');
}

function adressOf(adress: Element | undefined): KirPost['adress'] | undefined {
  if (!adress) return undefined;
  const gata = ['CareOf', 'Utdelningsadress1', 'Utdelningsadress2']
    .map((rad) => textAt(adress, rad))
    .filter(Boolean)
    .join(', ');
  const postnummer = (textAt(adress, 'PostNr') ?? '').replace(/^(\d{3})(\d{2})$/, '$1 $2');
  const ort = textAt(adress, 'Postort') ?? '';
  return gata || ort ? { gata, postnummer, ort } : undefined;
}

/** Someone with sekretessmarkering gets post through Skatteverket's förmedling, whatever stands here. */
function postadressOf(person: Element, skydd: KirPost['skydd']): KirPost['postadress'] | undefined {
  const adress = adressOf(at(person, 'Adresser', 'SarskildPostadress'));
  if (!adress || skydd === 'sekretessmarkering') return undefined;
  return skydd === 'skyddadFolkbokforing' ? { ...adress, viaSkatteverket: true } : adress;
}

function avregistreringOf(person: Element): KirPost['avregistrerad'] | undefined {
  const avregistrering = at(person, 'Avregistrering');
  if (!avregistrering) return undefined;
  const kod = textAt(avregistrering, 'AvregistreringsorsakKod');
  if (!kod && childrenOf(avregistrering).every((child) => !child.textContent?.trim())) return undefined;
  return avregistreringar[kod ?? ''] ?? 'annan';
}

/** Dead by the register's word, with the day as far as it is known. */
function avlidenOf(person: Element, avregistrerad: KirPost['avregistrerad'] | undefined): Datum | undefined {
  const samordning = dateOf(textAt(person, 'Samordningsnummeruppgifter', 'DatumAvliden'));
  if (avregistrerad !== 'avliden') return samordning;
  const given = textAt(person, 'Avregistrering', 'Avregistreringsdatum') ?? textAt(person, 'Avregistrering', 'AntraffadDod');
  return dateOf(given) ?? samordning ?? { ofullstandigt: '0000-00-00' };
}

/** `HanvisningsPersonNr` in its three places, and what the 2026 form calls earlier ones. */
function andraNummer(person: Element, nummer: string): string[] | undefined {
  const groups = [person, at(person, 'PersonId'), at(person, 'Hanvisningar'), at(person, 'PersonId', 'TidigareIdentitetsbeteckningar')];
  const found = groups
    .flatMap((group) => (group ? childrenOf(group) : []))
    .flatMap((element) => {
      const inside = ['HanvisningsPersonNr', 'PersonNr', 'Identitetsbeteckning'].map((name) => textAt(element, name));
      const own = ['HanvisningsPersonNr', 'Identitetsbeteckning'].includes(nameOf(element)) ? element.textContent?.trim() : undefined;
      return nameOf(element) === 'PersonId' ? [own] : [own, ...inside];
    });
  const others = [...new Set(found)].filter((other): other is string => /^\d{8}[0-9A-Z]\d{3}$/.test(other ?? '') && other !== nummer);
  return others.length > 0 ? others : undefined;
}

function identitetOf(person: Element): KirPost['identitet'] | undefined {
  const status = textAt(person, 'PersonId', 'Identitetsstatus') ?? '';
  const niva = textAt(person, 'PersonId', 'Identitetsniva') ?? '';
  if (status.startsWith('VILANDEFORKLARAT')) return 'vilande';
  return niva === 'SANNOLIK' || niva === 'OSAKER' ? 'ej-styrkt' : undefined;
}

type Datum = { dag?: IsoDate; ofullstandigt?: string };

/** `YYYYMMDD` or `YYYY-MM-DD`; one with zeros for what nobody knows is kept as it is written. Undefined when nothing is. */
function dateOf(text: string | undefined): Datum | undefined {
  if (text === undefined) return undefined;
  const day = text.replace(/^(\d{4})-?(\d{2})-?(\d{2})$/, '$1-$2-$3');
  return isCalendarDay(day) ? { dag: day } : { ofullstandigt: day.slice(0, 10) };
}

/** Where the register does not tell the birth date: the number's, if that has one. */
function dagAvNummer(nummer: string): IsoDate | undefined {
  const day = Number(nummer.slice(6, 8));
  return dateOf(`${nummer.slice(0, 6)}${String(day > 60 ? day - 60 : day).padStart(2, '0')}`)?.dag;
}
