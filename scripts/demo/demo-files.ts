import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Lines are handed to the disk in pieces of about this many characters. */
const pieceSize = 1 << 18;

/** The two files of a demo municipality, written beside their places and moved there when they are whole. */
export class DemoFiles {
  private readonly records: string;
  private readonly manifest: string;
  private readonly half: string;
  private readonly fd: number;
  private piece = '';
  private open = true;

  /** @throws an error of node:fs when the directory cannot be made or written in */
  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.records = join(directory, 'records.ndjson');
    this.manifest = join(directory, 'manifest.json');
    this.half = join(directory, `.records.ndjson.${process.pid}`);
    this.fd = openSync(this.half, 'w');
  }

  write(record: unknown): void {
    this.piece += `${JSON.stringify(record)}\n`;
    if (this.piece.length >= pieceSize) this.flush();
  }

  /** Puts both files in place. The manifest goes last and the old one first, so that it never describes other records. */
  publish(manifest: unknown): void {
    this.flush();
    fsyncSync(this.fd);
    this.close();
    const half = `${this.half}.manifest`;
    try {
      writeFileSync(half, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
      rmSync(this.manifest, { force: true });
      renameSync(this.half, this.records);
      renameSync(half, this.manifest);
    } finally {
      rmSync(half, { force: true });
    }
  }

  /** Removes what was not published; does nothing after {@link publish}. */
  discard(): void {
    this.close();
    rmSync(this.half, { force: true });
  }

  private flush(): void {
    const bytes = Buffer.from(this.piece);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.fd, bytes, at);
    this.piece = '';
  }

  private close(): void {
    if (this.open) closeSync(this.fd);
    this.open = false;
  }
}
