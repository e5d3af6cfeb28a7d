import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../server/util/make-folder.ts';

/** Lines are handed to the disk in pieces of about this many characters. */
const pieceSize = 1 << 18;

/** A file of lines, written beside its place and moved there when it is whole. */
class LineFile {
  private readonly file: string;
  private readonly half: string;
  private readonly fd: number;
  private piece = '';
  private open = true;

  constructor(directory: string, name: string) {
    this.file = join(directory, name);
    this.half = join(directory, `.${name}.${process.pid}`);
    this.fd = openSync(this.half, 'w');
  }

  write(value: unknown): void {
    this.piece += `${JSON.stringify(value)}\n`;
    if (this.piece.length >= pieceSize) this.flush();
  }

  /** All of it is on disk, still beside its place. */
  finish(): void {
    this.flush();
    fsyncSync(this.fd);
    this.close();
  }

  publish(): void {
    renameSync(this.half, this.file);
  }

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

/** The files of a demo municipality: its records, its register of residents, and the manifest that describes them. */
export class DemoFiles {
  private readonly manifest: string;
  private readonly records: LineFile;
  private readonly residents: LineFile;

  /** @throws an error of node:fs when the directory cannot be made or written in */
  constructor(directory: string) {
    makeFolder(directory);
    this.manifest = join(directory, 'manifest.json');
    this.records = new LineFile(directory, 'records.ndjson');
    this.residents = new LineFile(directory, 'kir.ndjson');
  }

  write(record: unknown): void {
    this.records.write(record);
  }

  /** A line of the register of residents. */
  writeResident(post: unknown): void {
    this.residents.write(post);
  }

  /** Puts the files in place. The manifest goes last and the old one first, so that it never describes other records. */
  publish(manifest: unknown): void {
    this.records.finish();
    this.residents.finish();
    const half = `${this.manifest}.${process.pid}`;
    try {
      writeFileSync(half, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
      rmSync(this.manifest, { force: true });
      this.residents.publish();
      this.records.publish();
      renameSync(half, this.manifest);
    } finally {
      rmSync(half, { force: true });
    }
  }

  /** Removes what was not published; does nothing after {@link publish}. */
  discard(): void {
    this.records.discard();
    this.residents.discard();
  }
}
