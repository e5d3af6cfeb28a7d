import { describe, expect, it } from 'vitest';
import { navetSvar } from '../testing/navet.ts';
import { KirUnavailable } from './kir.ts';
import { readNavetPost } from './navet-post.ts';

const today = '2026-11-29';
const read = (over?: Parameters<typeof navetSvar>[0]) => readNavetPost(navetSvar(over), '1283', today)?.post;

describe("a record of Skatteverket's Navet", () => {
  it('REG-03 tells name, tilltalsnamn, address and civilstånd, and that the person is folkbokförd here', () => {
    expect(read()).toEqual({
      personnummer: '199904122380',
      fodelsedatum: '1999-04-12',
      efternamn: 'Åby Öst & Väst',
      mellannamn: 'Åby',
      fornamn: 'Eva Ulla-Karin',
      tilltalsnamn: 'Ulla',
      adress: { gata: 'c/o Ek, Ängsvägen 3 lgh 1101', postnummer: '252 23', ort: 'HELSINGBORG' },
      civilstand: 'Ogift',
      skydd: 'ingen',
      folkbokfordIKommunen: true,
    });
  });

  it('REG-04 who is folkbokförd elsewhere is known, and not folkbokförd here', () => {
    expect(read({ kommun: '80' })?.folkbokfordIKommunen).toBe(false);
  });

  it.each([
    ['<Sekretessmarkering>J</Sekretessmarkering>', 'sekretessmarkering'],
    ['<Sekretessmarkering>JA</Sekretessmarkering>', 'sekretessmarkering'],
    ['<Sekretessmarkering/><SkyddadFolkbokforing>J</SkyddadFolkbokforing>', 'skyddadFolkbokforing'],
    ['<Sekretessmarkering>J</Sekretessmarkering><SkyddadFolkbokforing>J</SkyddadFolkbokforing>', 'skyddadFolkbokforing'],
  ])('FRAGA-62 %s is honoured, and no address is taken in', (marks, skydd) => {
    const post = read({ marks });
    expect(post?.skydd).toBe(skydd);
    expect(post).not.toHaveProperty('adress');
  });

  it('FRAGA-62 a mark nobody knows protects, and is told to whoever runs the server', () => {
    const svar = readNavetPost(navetSvar({ marks: '<Sekretessmarkering>X</Sekretessmarkering>' }), '1283', today);
    expect(svar).toMatchObject({ post: { skydd: 'sekretessmarkering' }, okandaMarken: ['Sekretessmarkering X'] });
    expect(svar?.post).not.toHaveProperty('adress');
    for (const no of ['<Sekretessmarkering/>', '<Sekretessmarkering>N</Sekretessmarkering>']) {
      expect(readNavetPost(navetSvar({ marks: no }), '1283', today)).toMatchObject({ post: { skydd: 'ingen' }, okandaMarken: [] });
    }
  });

  const box =
    '<SarskildPostadress><Utdelningsadress2>Box 2820</Utdelningsadress2><PostNr>40320</PostNr><Postort>Göteborg</Postort></SarskildPostadress>';
  const till = { gata: 'Box 2820', postnummer: '403 20', ort: 'Göteborg' };
  it.each([
    ['<Sekretessmarkering/>', till],
    ['<SkyddadFolkbokforing>J</SkyddadFolkbokforing>', { ...till, viaSkatteverket: true }],
    ['<Sekretessmarkering>J</Sekretessmarkering>', undefined],
  ])('REG-03 FRAGA-62 the särskild postadress of %s', (marks, postadress) => {
    expect(read({ marks, adresser: box })?.postadress).toEqual(postadress);
  });

  it('REG-03 reads a samordningsnummer where it lies, and whether the identity is proved', () => {
    const personId = '<TilldelatPersonNrSamordningsNr>199904722380</TilldelatPersonNrSamordningsNr><Identitetsniva>OSAKER</Identitetsniva>';
    expect(read({ personId })).toMatchObject({ personnummer: '199904722380', fodelsedatum: '1999-04-12', identitet: 'ej-styrkt' });
    const vilande = `${personId}<Identitetsstatus>VILANDEFORKLARAT_STANGT</Identitetsstatus>`;
    expect(read({ personId: vilande })?.identitet).toBe('vilande');
  });

  it('REG-03 the birth date is the register’s, whole or in part, and the number’s only where it says none', () => {
    expect(read({ fore: '<Fodelsedatum>19990501</Fodelsedatum>' })?.fodelsedatum).toBe('1999-05-01');
    const part = read({ fore: '<Fodelsedatum>19990000</Fodelsedatum>' });
    expect(part).not.toHaveProperty('fodelsedatum');
    expect(part?.ofullstandigt).toEqual({ fodelsedatum: '1999-00-00' });
    expect(read({ nummer: '191500722390' })).not.toHaveProperty('fodelsedatum');
  });

  it.each([
    ['<Fornamn>Eva</Fornamn>', { fornamn: 'Eva', efternamn: '' }],
    ['<Efternamn>Öst</Efternamn>', { fornamn: '', efternamn: 'Öst' }],
  ])('REG-03 a person of one name, %s', (namn, expected) => {
    expect(read({ namn })).toMatchObject(expected);
  });

  it.each([
    ['AV', '20240229', { avliden: '2024-02-29', avregistrerad: 'avliden' }],
    ['AV', '20240200', { ofullstandigt: { avliden: '2024-02-00' }, avregistrerad: 'avliden' }],
    ['AV', '', { ofullstandigt: { avliden: '0000-00-00' }, avregistrerad: 'avliden' }],
    ['UV', '20240229', { avregistrerad: 'utvandrad' }],
    ['OB', '20240229', { avregistrerad: 'okand-vistelseort' }],
    ['GN', '20240229', { avregistrerad: 'bytt-nummer' }],
    ['ZZ', '20240229', { avregistrerad: 'annan' }],
  ])('REG-04 avregistrering %s %s: never folkbokförd', (kod, datum, expected) => {
    const avregistrering = `<Avregistrering><AvregistreringsorsakKod>${kod}</AvregistreringsorsakKod><Avregistreringsdatum>${datum}</Avregistreringsdatum></Avregistrering>`;
    expect(read({ avregistrering })).toMatchObject({ ...expected, folkbokfordIKommunen: false });
  });

  it('REG-04 dead by a samordningsnummer’s own word', () => {
    const avregistrering = '<Samordningsnummeruppgifter><DatumAvliden>20250101</DatumAvliden></Samordningsnummeruppgifter>';
    expect(read({ avregistrering })).toMatchObject({ avliden: '2025-01-01', avregistrerad: 'avliden' });
  });

  it.each([
    '<HanvisningsPersonNr>198001022394</HanvisningsPersonNr>',
    '<Hanvisningar><Hanvisning><HanvisningsPersonNr status="NY">198001022394</HanvisningsPersonNr></Hanvisning></Hanvisningar>',
  ])('FRAGA-06 keeps the other numbers of the person: %s', (fore) => {
    expect(read({ fore })?.andraNummer).toEqual(['198001022394']);
  });

  const relation = (nummer: string, typ: string, more = '', attribut = '') =>
    `<Relation${attribut}><RelationId><PersonNr>${nummer}</PersonNr></RelationId><Relationstyp>${typ}</Relationstyp>${more}</Relation>`;
  it('HUSH-01 tells the vårdnadshavare, once each', () => {
    const relationer = `<Relationer>${relation('198001012389', 'V')}${relation('198001012389', 'MO')}</Relationer>`;
    expect(read({ relationer })?.relationer).toEqual([{ relation: 'Mor', namn: '', personnummer: '198001012389', vardnadshavare: true }]);
  });

  it.each([
    ['ended', relation('198001012389', 'V', '<RelationTomdatum>20200101</RelationTomdatum>')],
    [
      'with one who is dead',
      relation('198001012389', 'V', '<Avregistrering><AvregistreringsorsakKod>AV</AvregistreringsorsakKod></Avregistrering>'),
    ],
    ['struck out', relation('198001012389', 'V', '', ' status="AS"')],
    ['without number and name', '<Relation><Relationstyp>V</Relationstyp></Relation>'],
  ])('HUSH-01 a guardianship %s is none', (_, one) => {
    expect(read({ relationer: `<Relationer>${one}</Relationer>` })).not.toHaveProperty('relationer');
  });

  it('HUSH-01 whose vårdnadshavare the adult is, is not the adult’s', () => {
    const [barn] = read({ relationer: `<Relationer>${relation('201001012389', 'VF')}</Relationer>` })?.relationer ?? [];
    expect(barn).toMatchObject({ relation: 'Vårdnadshavare för', vardnadshavare: false });
  });

  it('what stands in Relationer or Historik is of another person or time', () => {
    const relationer = `<Relationer><Relation><RelationId><PersonNr>198001012389</PersonNr></RelationId><Relationstyp>MO</Relationstyp>
      <Namn><Fornamn>Annan</Fornamn><Efternamn>Person</Efternamn></Namn>
      <Avregistrering><AvregistreringsorsakKod>AV</AvregistreringsorsakKod></Avregistrering></Relation></Relationer>
      <Historik><Folkbokforing><LanKod>12</LanKod><KommunKod>83</KommunKod></Folkbokforing><Adresser><SarskildPostadress><Postort>GAMMAL</Postort></SarskildPostadress></Adresser></Historik>`;
    const svar = read({ relationer, namn: '<Fornamn>Eva</Fornamn>', kommun: '80' });
    expect(svar).toMatchObject({ fornamn: 'Eva', efternamn: '', folkbokfordIKommunen: false });
    for (const key of ['avregistrerad', 'avliden', 'postadress', 'relationer']) expect(svar).not.toHaveProperty(key);
  });

  it('an answer without a record says that nobody has the number', () => {
    expect(readNavetPost('<Folkbokforingsposter/>', '1283', today)).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    ['Service unavailable', 'no XML'],
    ['<a><b></a>', 'broken'],
    ['<html><body>Log in</body></html>', 'a page'],
    ['<S:Envelope xmlns:S="s"><S:Body><S:Fault><faultstring>Behörighet saknas</faultstring></S:Fault></S:Body></S:Envelope>', 'a fault'],
    [navetSvar({ nummer: 'x' }), 'a number that is none'],
    [
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Folkbokforingspost><Personpost>&x;</Personpost></Folkbokforingspost>',
      'an entity of a file',
    ],
  ])('%#: never a person made of nonsense', (xml) => {
    expect(() => readNavetPost(xml, '1283', today)).toThrow(KirUnavailable);
  });
});
