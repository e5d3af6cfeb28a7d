import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';

/** A file as it came: whatever it is called, what it is is seen in its bytes. */
export type SentFile = { namn: string; bytes: Buffer; forStor: boolean };
export type Sent = { form: URLSearchParams; filer: SentFile[] };

export const largestFile = 10_000_000;
/** More is refused with the rest of the form; one more than may be sent tells that there were too many. */
const mostFiles = 6;

/** What is no form, or larger than any that we show. `statusCode` is the answer. */
class UnreadableForm extends Error {
  readonly statusCode: number;
  constructor(statusCode: number, cause?: unknown) {
    super('a form cannot be read', { cause });
    this.name = 'UnreadableForm';
    this.statusCode = statusCode;
  }
}

/**
 * Reads a form with files.
 * @param keepFiles whether the bytes of files are kept: of who is not signed in they are not
 * @param mostText bytes of what was typed, all in all
 * @throws UnreadableForm
 */
export function readMultipart(request: IncomingMessage, keepFiles: boolean, mostText: number): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const { 'content-type': type = '', ...headers } = request.headers;
    let parser: Busboy;
    try {
      const limits = { fileSize: largestFile, files: mostFiles, fields: 50, fieldSize: mostText, parts: 60, headerPairs: 50 };
      parser = new Busboy({ headers: { ...headers, 'content-type': type }, limits });
    } catch (cause) {
      reject(new UnreadableForm(400, cause));
      return;
    }
    const sent: Sent = { form: new URLSearchParams(), filer: [] };
    let text = 0;
    let bytes = 0;
    const fail = (error: UnreadableForm) => {
      request.unpipe(parser);
      request.resume();
      reject(error);
    };
    request.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > mostFiles * largestFile + 2 * mostText) fail(new UnreadableForm(413));
    });
    parser.on('field', (name, value, _nameTruncated, truncated) => {
      text += Buffer.byteLength(value);
      if (truncated || text > mostText) fail(new UnreadableForm(413));
      else sent.form.append(name, value);
    });
    parser.on('file', (_field, stream, namn) => {
      const pieces: Buffer[] = [];
      let forStor = false;
      stream.on('data', (piece: Buffer) => {
        if (keepFiles) pieces.push(piece);
      });
      stream.on('limit', () => {
        forStor = true;
        pieces.length = 0;
      });
      stream.on('end', () => {
        const whole = Buffer.concat(pieces);
        // A field in which nothing was chosen comes as a file without name and bytes.
        if (keepFiles && (whole.length > 0 || forStor || namn))
          sent.filer.push({ namn: namn ?? '', bytes: forStor ? Buffer.alloc(0) : whole, forStor });
      });
    });
    parser.on('error', (cause) => fail(new UnreadableForm(400, cause)));
    request.on('aborted', () => fail(new UnreadableForm(400)));
    parser.on('finish', () => resolve(sent));
    request.pipe(parser);
  });
}
