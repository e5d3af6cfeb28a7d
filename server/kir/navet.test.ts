import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { kirContract, kirKand } from '../testing/kir-contract.ts';
import { navetIngen, navetSvar } from '../testing/navet.ts';
import { KirUnavailable, KirUnreadable } from './kir.ts';
import { navetKir } from './navet.ts';

let service: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (service ? service.close(() => resolve()) : resolve())));

/** Answers as Skatteverket's service does, and tells what it was asked. */
async function answering(
  answer: { status: number; text: string } | ((asked: string) => { status: number; text: string }),
): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    for await (const part of request.setEncoding('utf8')) text += part;
    asked.push(text);
    const { status, text: body } = typeof answer === 'function' ? answer(text) : answer;
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
  };
  service = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => service?.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(service.address() as AddressInfo).port}/na`, asked };
}
const settings = (url: string) => ({ url, orgNr: '162120-001157', bestallningsId: '00000079-FO01-0001', kommunKod: '1283' });

kirContract("Skatteverket's Navet", async () => {
  let isNonsense = false;
  const { url } = await answering((asked) => ({
    status: 200,
    text: isNonsense ? '<html>no register</html>' : asked.includes(kirKand) ? navetSvar() : navetIngen,
  }));
  return {
    kir: navetKir(settings(url)),
    async fail(how) {
      isNonsense = how === 'nonsense';
      if (how === 'away') await new Promise<void>((resolve) => service?.close(() => resolve()));
      if (how === 'away') service = undefined;
    },
  };
});

describe("Skatteverket's Navet as register of residents", () => {
  it('REG-02 is asked about one person, by the municipality and its order', async () => {
    const { url, asked } = await answering({ status: 200, text: navetSvar() });
    expect(await navetKir(settings(url)).sok('199904122380')).toMatchObject({ fornamn: 'Eva Ulla-Karin', folkbokfordIKommunen: true });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('<v1:PersonId>199904122380</v1:PersonId>');
    expect(asked[0]).toContain('<v1:OrgNr>162120001157</v1:OrgNr>');
  });

  it('REG-02 tells Skatteverket the organisation number in twelve digits', async () => {
    const { url, asked } = await answering({ status: 200, text: navetSvar() });
    await navetKir({ ...settings(url), orgNr: '212000-1157' }).sok('199904122380');
    expect(asked[0]).toContain('<v1:OrgNr>162120001157</v1:OrgNr>');
  });

  it('FRAGA-06 who has another number now is answered with that number’s post, and what led there', async () => {
    const [old, now] = ['197001782395', '198001022394'];
    const bytt = '<Avregistrering><AvregistreringsorsakKod>GS</AvregistreringsorsakKod></Avregistrering>';
    const { url, asked } = await answering((text) => ({
      status: 200,
      text: text.includes(`>${old}<`)
        ? navetSvar({
            personId: `<TilldelatPersonNrSamordningsNr>${old}</TilldelatPersonNrSamordningsNr>`,
            avregistrering: bytt,
            fore: `<HanvisningsPersonNr>${now}</HanvisningsPersonNr>`,
          })
        : navetSvar({ nummer: now, fore: `<HanvisningsPersonNr>${old}</HanvisningsPersonNr>` }),
    }));
    expect(await navetKir(settings(url)).sok(old)).toMatchObject({ personnummer: now, andraNummer: [old], folkbokfordIKommunen: true });
    expect(asked).toHaveLength(2);
  });

  it.each([
    [
      'is not in the register',
      undefined,
      'J',
      { personnummer: '197001782395', andraNummer: ['198001022394'], folkbokfordIKommunen: false },
    ],
    ['has lost the mark', '', 'J', { personnummer: '198001022394', andraNummer: ['197001782395'], folkbokfordIKommunen: true }],
    ['has got the mark', 'J', '', { personnummer: '198001022394', andraNummer: ['197001782395'], folkbokfordIKommunen: true }],
  ])('FRAGA-06 FRAGA-62 another number whose post %s: the person is there, and protected', async (_, nyttMarke, gammaltMarke, expected) => {
    const [old, now] = ['197001782395', '198001022394'];
    const marks = (mark: string) => `<Sekretessmarkering>${mark}</Sekretessmarkering>`;
    const { url } = await answering((text) => {
      if (!text.includes(`>${old}<`)) {
        return { status: 200, text: nyttMarke === undefined ? navetIngen : navetSvar({ nummer: now, marks: marks(nyttMarke) }) };
      }
      const svar = navetSvar({
        nummer: old,
        marks: marks(gammaltMarke),
        avregistrering: '<Avregistrering><AvregistreringsorsakKod>GS</AvregistreringsorsakKod></Avregistrering>',
        fore: `<HanvisningsPersonNr>${now}</HanvisningsPersonNr>`,
      });
      return { status: 200, text: svar };
    });
    const post = await navetKir(settings(url)).sok(old);
    expect(post).toMatchObject({ ...expected, skydd: 'sekretessmarkering' });
    expect(post).not.toHaveProperty('adress');
  });

  it('HUSH-01 FRAGA-62 a vårdnadshavare who has another number is asked about under that one', async () => {
    const [old, now] = ['197001782395', '198001022394'];
    const v = `<Relation><RelationId><PersonNr>${old}</PersonNr></RelationId><Relationstyp>V</Relationstyp></Relation>`;
    const bytt = '<Avregistrering><AvregistreringsorsakKod>GS</AvregistreringsorsakKod></Avregistrering>';
    const { url } = await answering((text) => {
      if (text.includes(`>${old}<`))
        return {
          status: 200,
          text: navetSvar({ nummer: old, avregistrering: bytt, fore: `<HanvisningsPersonNr>${now}</HanvisningsPersonNr>` }),
        };
      if (text.includes(`>${now}<`))
        return { status: 200, text: navetSvar({ nummer: now, marks: '<SkyddadFolkbokforing>J</SkyddadFolkbokforing>' }) };
      return { status: 200, text: navetSvar({ relationer: `<Relationer>${v}</Relationer>` }) };
    });
    expect((await navetKir(settings(url)).sok('199904122380'))?.relationer).toMatchObject([
      { personnummer: now, skydd: 'skyddadFolkbokforing' },
    ]);
  });

  it('HUSH-01 FRAGA-62 a vårdnadshavare has the name and the mark of their own post; whom it cannot ask about has neither', async () => {
    const v = (nummer: string) =>
      `<Relation><RelationId><PersonNr>${nummer}</PersonNr></RelationId><Relationstyp>V</Relationstyp></Relation>`;
    const { url } = await answering((text) => {
      if (text.includes('198001012389'))
        return { status: 200, text: navetSvar({ nummer: '198001012389', marks: '<Sekretessmarkering>J</Sekretessmarkering>' }) };
      if (text.includes('198001022388')) return { status: 503, text: '' };
      return { status: 200, text: navetSvar({ relationer: `<Relationer>${v('198001012389')}${v('198001022388')}</Relationer>` }) };
    });
    expect((await navetKir(settings(url)).sok('199904122380'))?.relationer).toEqual([
      {
        relation: 'Vårdnadshavare',
        namn: 'Åby Öst & Väst, Eva Ulla-Karin',
        personnummer: '198001012389',
        vardnadshavare: true,
        skydd: 'sekretessmarkering',
      },
      { relation: 'Vårdnadshavare', namn: '', personnummer: '198001022388', vardnadshavare: true },
    ]);
  });

  it('a record that cannot be read is told apart from a register that does not answer', async () => {
    const { url } = await answering({ status: 200, text: navetSvar({ nummer: 'x' }) });
    await expect(navetKir(settings(url)).sok('199904122380')).rejects.toThrow(KirUnreadable);
  });

  it.each([
    { status: 503, text: '' },
    { status: 500, text: '<S:Envelope xmlns:S="s"><S:Body><S:Fault><faultstring>fel</faultstring></S:Fault></S:Body></S:Envelope>' },
    { status: 200, text: 'not xml' },
  ])('FRAGA-05 an answer that is none ($status) says that it could not be asked', async (answer) => {
    const { url } = await answering(answer);
    await expect(navetKir(settings(url)).sok('199904122380')).rejects.toThrow(KirUnavailable);
  });

  it('FRAGA-05 so does silence', async () => {
    const { url } = await answering({ status: 200, text: '' });
    await new Promise<void>((resolve) => service?.close(() => resolve()));
    service = undefined;
    await expect(navetKir(settings(url)).sok('199904122380')).rejects.toThrow(KirUnavailable);
  });
});
