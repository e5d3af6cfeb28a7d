/** Skatteverket's answer of a number that it does not have. */
export const navetIngen = `<?xml version="1.0" encoding="UTF-8"?>
<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
<ns0:PersonpostXMLResponse xmlns:ns0="http://xmls.skatteverket.se/se/skatteverket/folkbokforing/na/epersondata/V1">
<ns0:Folkbokforingsposter/></ns0:PersonpostXMLResponse></S:Body></S:Envelope>`;

/** The form of Skatteverket's answer, with a number that belongs to nobody. */
export const navetSvar = (
  over: {
    marks?: string;
    avregistrering?: string;
    nummer?: string;
    /** The whole inside of PersonId, and of Namn. */
    personId?: string;
    namn?: string;
    kommun?: string;
    relationer?: string;
    /** More, before Namn and beside Folkbokforingsadress. */
    fore?: string;
    adresser?: string;
  } = {},
) => `<?xml version="1.0" encoding="UTF-8"?>
<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
<ns0:PersonpostXMLResponse xmlns:ns0="http://xmls.skatteverket.se/se/skatteverket/folkbokforing/na/epersondata/V1" xmlns="http://xmls.skatteverket.se/se/skatteverket/folkbokforing/na/epersondata/V1">
<ns0:Folkbokforingsposter><Folkbokforingspost>${over.marks ?? '<Sekretessmarkering/>'}
<Personpost>
<PersonId>${over.personId ?? `<PersonNr>${over.nummer ?? '199904122380'}</PersonNr>`}</PersonId>
${over.avregistrering ?? ''}${over.fore ?? ''}
<Namn>${
  over.namn ??
  '<Tilltalsnamnsmarkering>20</Tilltalsnamnsmarkering><Fornamn>Eva Ulla-Karin</Fornamn><Mellannamn>Åby</Mellannamn><Efternamn>Öst &amp; Väst</Efternamn>'
}</Namn>
<Folkbokforing><Folkbokforingsdatum>20100101</Folkbokforingsdatum><LanKod>12</LanKod><KommunKod>${over.kommun ?? '83'}</KommunKod></Folkbokforing>
<Adresser><Folkbokforingsadress><CareOf>c/o Ek</CareOf><Utdelningsadress2>Ängsvägen 3 lgh 1101</Utdelningsadress2><PostNr>25223</PostNr><Postort>HELSINGBORG</Postort></Folkbokforingsadress>${over.adresser ?? ''}</Adresser>
<Civilstand><CivilstandKod>OG</CivilstandKod></Civilstand>
${over.relationer ?? ''}
</Personpost></Folkbokforingspost></ns0:Folkbokforingsposter></ns0:PersonpostXMLResponse></S:Body></S:Envelope>`;
