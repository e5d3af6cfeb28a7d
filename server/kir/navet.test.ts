import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { kirContract, kirKand } from '../testing/kir-contract.ts';
import { navetIngen, navetSvar } from '../testing/navet.ts';
import { KirUnavailable } from './kir.ts';
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
