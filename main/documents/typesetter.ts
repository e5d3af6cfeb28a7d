import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NodeCompiler as Compiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Mallar } from './mallar.ts';

const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as {
  NodeCompiler: { create(args: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
};

/** Where Typst finds the malls: a name without a folder behind it, so that no file of the disk can be read by one. */
const workspace = process.platform === 'win32' ? 'C:\\aktnara-mallar' : '/aktnara-mallar';
/** How many documents ago something of Typst's memory was last of use before it is let go; without, it grows by a megabyte each. */
const keptFor = 5;

/** Typst would not set it: a fault in a mall, or a letter that PDF/A forbids. */
export class TypesetError extends Error {
  constructor(cause: unknown) {
    super('typst', { cause });
    this.name = 'TypesetError';
  }
}

/** Typst with our malls and fonts, and nothing else: it reads no file. */
export class Typesetter {
  private readonly compiler: Compiler;

  constructor({ sources, fonts }: Pick<Mallar, 'sources' | 'fonts'>) {
    this.compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] });
    for (const [name, source] of sources) this.compiler.mapShadow(join(workspace, name), Buffer.from(source));
  }

  /**
   * Sets a document as PDF/A-2a.
   * @param file the mall, by its name
   * @param dokument what `bibliotek.typ` reads, as JSON
   * @param logotyp PNG
   * @throws TypesetError
   */
  pdf(file: string, dokument: string, logotyp?: Uint8Array): Uint8Array {
    const picture = join(workspace, 'logotyp.png');
    if (logotyp) this.compiler.mapShadow(picture, Buffer.from(logotyp));
    try {
      const compiled = this.compiler.compile({ mainFilePath: join(workspace, file), inputs: { dokument } });
      if (!compiled.result) throw new TypesetError(compiled.takeError()?.shortDiagnostics);
      // A copy, in memory that may be handed to another thread.
      return exported(() => this.compiler.pdf(compiled.result as NonNullable<typeof compiled.result>, { pdfStandard: 'a-2a' }));
    } finally {
      if (logotyp) this.compiler.unmapShadow(picture);
      this.compiler.evictCache(keptFor);
    }
  }
}

function exported(run: () => Uint8Array): Uint8Array {
  try {
    return new Uint8Array(run());
  } catch (error) {
    throw new TypesetError(error);
  }
}
