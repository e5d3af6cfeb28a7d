import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';

/** A file as it came: whatever it is called, what it is is seen in its bytes. */
export type SentFile = { namn: string; bytes: Buffer; forStor: boolean };
export type Sent = {
  form: URLSearchParams;
  filer: SentFile[];
  /** Files were chosen, whether or not they were kept. */
  medFiler: boolean;
  /** There was no room for one of them, or who sent them is not signed in: then none is here. */
  utanPlats: boolean;
};

export const largestFile = 10_000_000;
/** More is refused with the rest of the form; one more than may be sent tells that there were too many. */
const mostFiles = 6;
/** When all has come and nothing follows from it: a form whose end cannot be read. */
const unfinishedMs = 5_000;

/** What is no form, or larger than any that we show; with what of it had been read. `statusCode` is the answer. */
export class UnreadableForm extends Error {
  readonly statusCode: number;
  readonly sent: Sent;
  constructor(statusCode: number, sent: Sent, cause?: unknown) {
    super('a form cannot be read', { cause });
    this.name = 'UnreadableForm';
    this.statusCode = statusCode;
    this.sent = sent;
  }
}

type Limits = {
  /** Whether so many more bytes of files may be kept; asked as they come. */
  mayKeep(bytes: number): boolean;
  /** Bytes of what was typed, all in all. */
  mostText: number;
  /** So long nothing may come, and so long all of it may take. */
  idleMs?: number;
  wholeMs?: number;
};

/**
 * Reads a form with files. Where files may not be kept, they are not; what was typed is.
 * @throws UnreadableForm
 */
export function readMultipart(request: IncomingMessage, { mayKeep, mostText, idleMs = 30_000, wholeMs = 600_000 }: Limits): Promise<Sent> {
  const sent: Sent = { form: new URLSearchParams(), filer: [], medFiler: false, utanPlats: false };
  return new Promise((resolve, reject) => {
    const { 'content-type': type = '', ...headers } = request.headers;
    let parser: Busboy;
    try {
      // No limit of parts: those past it nobody listens to, and one that is cut would end the process.
      const limits = { fileSize: largestFile, files: mostFiles, fields: 600, fieldSize: mostText, headerPairs: 50 };
      parser = new Busboy({ headers: { ...headers, 'content-type': type }, limits });
    } catch (cause) {
      request.resume();
      reject(new UnreadableForm(400, sent, cause));
      return;
    }
    let text = 0;
    let bytes = 0;
    let isOver = false;
    let unfinished: NodeJS.Timeout | undefined;
    const timers: NodeJS.Timeout[] = [];
    const fail = (statusCode: number, cause?: unknown) => {
      isOver = true;
      for (const one of [unfinished, ...timers]) clearTimeout(one);
      request.unpipe(parser);
      request.resume();
      sent.filer = [];
      reject(new UnreadableForm(statusCode, sent, cause));
    };
    const unreadable = (cause: unknown) => fail(400, cause);
    // One who has lost the network says nothing: what is kept of theirs would be kept for ever.
    const [idle, whole] = [idleMs, wholeMs].map((ms) => setTimeout(() => fail(400), ms)) as [NodeJS.Timeout, NodeJS.Timeout];
    timers.push(idle, whole);
    request.on('data', (piece: Buffer) => {
      bytes += piece.length;
      idle.refresh();
      if (bytes > mostFiles * largestFile + 2 * mostText) fail(413);
    });
    parser.on('field', (name, value, _nameTruncated, truncated) => {
      text += Buffer.byteLength(name) + Buffer.byteLength(value);
      if (truncated || text > mostText) fail(413);
      else sent.form.append(name, value);
    });
    parser.on('file', (_field, stream, namn) => {
      const pieces: Buffer[] = [];
      let forStor = false;
      stream.on('data', (piece: Buffer) => {
        sent.medFiler = true;
        sent.utanPlats ||= isOver || !mayKeep(piece.length);
        if (sent.utanPlats) pieces.length = 0;
        else pieces.push(piece);
      });
      stream.on('limit', () => {
        forStor = true;
        pieces.length = 0;
      });
      // One that is cut by the end of the form. Without this the process ends.
      stream.on('error', unreadable);
      stream.on('end', () => {
        // A field in which nothing was chosen comes as a file without name and bytes.
        if (namn) sent.medFiler = true;
        if (!sent.utanPlats && !isOver && (pieces.length > 0 || forStor || namn))
          sent.filer.push({ namn: namn ?? '', bytes: Buffer.concat(pieces), forStor });
      });
    });
    parser.on('error', unreadable);
    request.on('aborted', unreadable);
    request.on('end', () => {
      unfinished = setTimeout(() => fail(400), unfinishedMs);
    });
    parser.on('finish', () => {
      for (const one of [unfinished, ...timers]) clearTimeout(one);
      // Some of them would be sent as if they were all.
      if (sent.utanPlats) sent.filer = [];
      resolve(sent);
    });
    request.pipe(parser);
  });
}
