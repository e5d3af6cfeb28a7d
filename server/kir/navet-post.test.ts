import { describe, expect, it } from 'vitest';
import { navetSvar } from '../testing/navet.ts';
import { KirUnavailable } from './kir.ts';
import { readNavetPost } from './navet-post.ts';

const read = (over?: Parameters<typeof navetSvar>[0]) => readNavetPost(navetSvar(over), '1283');

describe("a record of Skatteverket's Navet", () => {
  it('REG-03 tells name, tilltalsnamn, address and civilstånd, and that the person is folkbokförd here', () => {
    expect(read()).toEqual({
      personnummer: '199904122380',
      fodelsedatum: '1999-04-12',
      efternamn: 'Åby Öst & Väst',
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

  it('HUSH-01 tells the vårdnadshavare, once each', () => {
    const relation = (nummer: string, typ: string) =>
      `<Relation><RelationId><PersonNr>${nummer}</PersonNr></RelationId><Relationstyp>${typ}</Relationstyp></Relation>`;
    const relationer = `<Relationer>${relation('198001012389', 'V')}${relation('198001012389', 'MO')}</Relationer>`;
    expect(read({ relationer })?.relationer).toEqual([{ relation: 'Mor', namn: '', personnummer: '198001012389', vardnadshavare: true }]);
  });

  it('tells of a death, and reads the birth day of a samordningsnummer', () => {
    const avregistrering =
      '<Avregistrering><AvregistreringsorsakKod>AV</AvregistreringsorsakKod><Avregistreringsdatum>20240229</Avregistreringsdatum></Avregistrering>';
    expect(read({ avregistrering })?.avliden).toBe('2024-02-29');
    expect(read({ nummer: '199904722380' })?.fodelsedatum).toBe('1999-04-12');
  });

  it('an answer without a record says that nobody has the number', () => {
    expect(readNavetPost('<Folkbokforingsposter/>', '1283')).toBeUndefined();
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
    expect(() => readNavetPost(xml, '1283')).toThrow(KirUnavailable);
  });
});
