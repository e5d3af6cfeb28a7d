import type { IncomingMessage } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import jpeg from 'jpeg-js';
import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import { afterEach, describe, expect, it } from 'vitest';
import { createHeld } from './held.ts';
import { largestFile, readMultipart, type SentFile } from './multipart.ts';
import { clamd } from './scanner.ts';
import { createTakeFiles, mangaSkickar, type TakenFile } from './take-files.ts';

const fil = (bytes: Uint8Array, namn = 'intyg.pdf'): SentFile => ({ namn, bytes: Buffer.from(bytes), forStor: false });
async function pdf(pages: number): Promise<Uint8Array> {
  const made = await PDFDocument.create({ updateMetadata: false });
  for (let page = 0; page < pages; page += 1) made.addPage([200, 200]);
  return made.save();
}
const photo = (width: number, height: number) => jpeg.encode({ width, height, data: Buffer.alloc(width * height * 4, 120) }, 80).data;
/** As a phone writes it: what the camera knew stands before the picture. */
function withCamera(picture: Buffer): Buffer {
  const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0\0\0\0\0Hemgatan 1', 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([picture.subarray(0, 2), head, exif, picture.subarray(2)]);
}
function png(width: number, height: number): Buffer {
  const made = new PNG({ width, height });
  made.data.fill(0);
  return PNG.sync.write(made);
}

describe('a form with files', () => {
  const mostText = 1000;
  /** As it comes from a browser; `cut` bytes of its end never do. */
  async function read(
    form: [string, string | File][],
    { cut = 0, mayKeep = () => true }: { cut?: number; mayKeep?: (bytes: number) => boolean } = {},
  ) {
    const data = new FormData();
    for (const [name, value] of form) data.append(name, value);
    const made = new Response(data);
    const bytes = Buffer.from(await made.arrayBuffer());
    const request = Object.assign(Readable.from([bytes.subarray(0, bytes.length - cut)]), {
      headers: { 'content-type': made.headers.get('content-type') ?? '' },
    }) as unknown as IncomingMessage;
    return readMultipart(request, { mayKeep, mostText });
  }
  const enFil = new File(['x'.repeat(5000)], 'Åsas intyg.pdf');

  it('is text and files, under the names they have; one that is too large is known by its name', async () => {
    const { form, filer, medFiler } = await read([
      ['text', 'Hej å'],
      ['bilagor', enFil],
      ['bilagor', new File([], '')],
    ]);
    expect([form.get('text'), filer.map(({ namn, bytes }) => [namn, bytes.length]), medFiler]).toEqual([
      'Hej å',
      [['Åsas intyg.pdf', 5000]],
      true,
    ]);
    const stor = await read([['bilagor', new File([new Uint8Array(largestFile + 1)], 'stor.pdf')]]);
    expect(stor.filer).toMatchObject([{ namn: 'stor.pdf', forStor: true }]);
    expect(
      await read([
        ['text', 'Hej'],
        ['bilagor', new File([], '')],
      ]),
    ).toMatchObject({ filer: [], medFiler: false });
  });

  it('that is broken off in the middle of a file is refused, with what was typed before it', async () => {
    const halv = await read(
      [
        ['text', 'Hej'],
        ['bilagor', enFil],
      ],
      { cut: 3000 },
    ).catch((error: unknown) => error);
    expect(halv).toMatchObject({ statusCode: 400, sent: { filer: [], medFiler: true } });
    expect((halv as { sent: { form: URLSearchParams } }).sent.form.get('text')).toBe('Hej');
  });

  it('of more fields than any form has, broken off in one of them, is read as far as it goes', async () => {
    const many = Array.from({ length: 640 }, (_, nr): [string, string] => [`f${nr}`, '']);
    const halv = await read([['text', 'Hej'], ...many], { cut: 30 }).catch((error: unknown) => error);
    expect((halv as { sent?: { form: URLSearchParams } }).sent?.form.get('text')).toBe('Hej');
  });

  it('from one who has lost the network is given up, with what was typed', async () => {
    const stannat = new PassThrough();
    const request = Object.assign(stannat, {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    }) as unknown as IncomingMessage;
    stannat.write(
      '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nHej\r\n--x\r\nContent-Disposition: form-data; name="b"; filename="a.pdf"\r\n\r\n%PDF-',
    );
    const givit = await readMultipart(request, { mayKeep: () => true, mostText, idleMs: 50 }).catch((error: unknown) => error);
    expect(givit).toMatchObject({ statusCode: 400, sent: { filer: [] } });
    expect((givit as { sent: { form: URLSearchParams } }).sent.form.get('text')).toBe('Hej');
  });

  it('of too much text is refused; files that may not be kept are not, and it is known that they came', async () => {
    expect(await read([['text', 'x'.repeat(mostText + 1)]]).catch((error: unknown) => error)).toMatchObject({ statusCode: 413 });
    expect(
      await read(
        [
          ['text', 'Hej'],
          ['bilagor', enFil],
        ],
        { mayKeep: () => false },
      ),
    ).toMatchObject({ filer: [], medFiler: true });
  });

  it('keeps all of its files or none: some would be sent as if they were all', async () => {
    let room = 6000;
    const mayKeep = (bytes: number) => {
      room -= bytes;
      return room >= 0;
    };
    const en = (namn: string) => new File(['x'.repeat(5000)], namn);
    const sent = await read(
      [
        ['bilagor', en('a.pdf')],
        ['bilagor', en('b.pdf')],
        ['text', 'Hej'],
      ],
      { mayKeep },
    );
    expect(sent).toMatchObject({ filer: [], medFiler: true, utanPlats: true });
    expect(sent.form.get('text')).toBe('Hej');
  });

  it('keeps no more than there is room for, in all and of one person, until it is answered', () => {
    const held = createHeld({ all: 100, each: 60 });
    const [a, a2, b] = [held('a'), held('a'), held('b')];
    expect([a.mayKeep(50), a2.mayKeep(20), a2.mayKeep(10), b.mayKeep(50), b.mayKeep(40)]).toEqual([true, false, true, false, true]);
    a.end();
    a.end();
    expect([a2.mayKeep(50), b.mayKeep(1), a.mayKeep(0)]).toEqual([true, false, false]);
  });
});

describe('a file that a citizen sends', () => {
  const take = createTakeFiles(undefined);

  it('MEDB-01 is a PDF as it came, or a picture made anew: of a photo nothing but its pixels goes on, turned as it was held', async () => {
    const original = await pdf(3);
    const bild = withCamera(photo(40, 24));
    const taken = (await take([
      fil(original, 'C:\\Hem\\Läkarintyg  2026.PDF'),
      fil(bild, 'foto.jpg'),
      fil(png(30, 20), '.png'),
    ])) as TakenFile[];
    expect(taken.map(({ rubrik, sidor }) => [rubrik, sidor])).toEqual([
      ['Läkarintyg 2026', 3],
      ['foto', 1],
      ['Bilaga', 1],
    ]);
    expect(taken[0]?.bytes.equals(Buffer.from(original))).toBe(true);
    expect(taken[1]?.bytes.includes('Hemgatan')).toBe(false);
    const page = (await PDFDocument.load(taken[1]?.bytes ?? '')).getPage(0);
    expect(page.getHeight(), 'held upright').toBeGreaterThan(page.getWidth());
    const again = (await take([fil(bild, 'foto.jpg')])) as TakenFile[];
    expect(again[0]?.sha256).toBe(taken[1]?.sha256);
  });

  it.each<[string, () => SentFile[] | Promise<SentFile[]>, string]>([
    ['no PDF and no picture', () => [fil(Buffer.from('MZ program'), 'foto.jpg')], 'Filen foto är varken PDF, JPEG eller PNG.'],
    ['cut', async () => [fil((await pdf(1)).subarray(0, 300))], 'Filen intyg går inte att öppna. Den kan vara skadad.'],
    ['a photo that is cut', () => [fil(photo(80, 80).subarray(0, 400), 'f.jpeg')], 'Filen f går inte att öppna. Den kan vara skadad.'],
    ['empty', () => [fil(Buffer.alloc(0))], 'Filen intyg är tom.'],
    [
      'too large',
      () => [{ ...fil(Buffer.alloc(0)), forStor: true }],
      `Filen intyg är för stor. En fil får vara högst ${largestFile / 1e6} MB.`,
    ],
    ['of too many pages', async () => [fil(await pdf(201))], 'Filen intyg har 201 sidor. Den får ha högst 200.'],
    ['of signs that nobody sees by name', () => [{ ...fil(Buffer.alloc(0)), namn: '\u200b\u202e.pdf' }], 'Filen Bilaga är tom.'],
    ['one too many', () => Array.from({ length: 6 }, () => fil(png(2, 2))), 'Du kan skicka högst 5 filer åt gången.'],
  ])('is refused with its reason when it is %s', async (_, filer, fel) => {
    expect(await take(await filer())).toEqual({ fel });
  });
});

it('no more files stand in line than there is room for, all of each request counted', async () => {
  const take = createTakeFiles({ scan: () => new Promise((resolve) => release.push(() => resolve('smittad'))) });
  const release: (() => void)[] = [];
  const all = Array.from({ length: 6 }, () => take(Array.from({ length: 5 }, () => fil(png(2, 2)))));
  const nekade = await Promise.race([
    Promise.all(all.slice(4)),
    new Promise<never>((_, reject) => setImmediate(() => setImmediate(() => reject(new Error('none was refused'))))),
  ]);
  expect(nekade).toEqual([{ fel: mangaSkickar }, { fel: mangaSkickar }]);
  for (const one of all.slice(0, 4)) {
    await expect.poll(() => release.length).toBeGreaterThan(0);
    release.shift()?.();
    expect(await one).toMatchObject({ fel: expect.stringContaining('skadlig kod') });
  }
});

describe('ClamAV', () => {
  let server: Server | undefined;
  const sockets = new Set<Socket>();
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    server?.close();
  });
  /** Answers when it has got all pieces, by what they are together. */
  async function daemon(answer: (bytes: Buffer) => string | undefined): Promise<{ host: string; port: number }> {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      let got = Buffer.alloc(0);
      socket.on('data', (piece: Buffer) => {
        got = Buffer.concat([got, piece]);
        const bytes = streamed(got);
        const said = bytes && answer(bytes);
        if (bytes && said === undefined) socket.destroy();
        else if (said) socket.end(said);
      });
    });
    const { port } = await new Promise<{ port: number }>((resolve) =>
      server?.listen(0, '127.0.0.1', () => resolve(server?.address() as { port: number })),
    );
    return { host: '127.0.0.1', port };
  }
  /** What was sent between the command and the length of nothing; undefined while it is not all there. */
  function streamed(got: Buffer): Buffer | undefined {
    const command = Buffer.from('zINSTREAM\0');
    const pieces: Buffer[] = [];
    for (let at = command.length; at + 4 <= got.length; ) {
      const length = got.readUInt32BE(at);
      if (length === 0) return got.subarray(0, command.length).equals(command) ? Buffer.concat(pieces) : Buffer.from('another command');
      if (at + 4 + length > got.length) return undefined;
      pieces.push(got.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return undefined;
  }
  const large = Buffer.alloc(150_001, 7);

  it.each<[string, (bytes: Buffer) => string | undefined, string]>([
    ['clean', (bytes) => (bytes.equals(large) ? 'stream: OK\0' : 'stream: not all came\0'), 'ren'],
    ['infected', () => 'stream: Prov-1 FOUND\0', 'smittad'],
    ['too large for it', () => 'INSTREAM size limit exceeded. ERROR\0', 'svararInte'],
    ['anything else', () => 'stream: OK FOUND maybe\0', 'svararInte'],
    ['nothing', () => undefined, 'svararInte'],
  ])('says %s', async (_, answer, verdict) => {
    expect(await clamd(await daemon(answer)).scan(large)).toBe(verdict);
  });

  it('what is not there, or does not answer in time, has said nothing', async () => {
    const silent = await daemon(() => '');
    expect(await clamd(silent, 0.05).scan(large)).toBe('svararInte');
    await new Promise((resolve) => server?.close(resolve));
    for (const socket of sockets) socket.destroy();
    expect(await clamd(silent).scan(large)).toBe('svararInte');
  });

  it('is asked before the file is opened; what it finds, and what it does not answer of, is not taken', async () => {
    const of = async (said: string) => createTakeFiles(clamd(await daemon(() => said)))([fil(png(4, 4), 'foto.png')]);
    expect(await of('stream: OK\0')).toMatchObject([{ rubrik: 'foto', sidor: 1 }]);
    expect(await of('stream: Prov-1 FOUND\0')).toEqual({ fel: 'Filen foto innehåller skadlig kod och kan inte tas emot.' });
    expect(await of('ERROR\0')).toEqual({
      fel: 'Filer kan inte tas emot just nu. Försök igen om en stund, eller skicka meddelandet utan filer.',
    });
  });
});
