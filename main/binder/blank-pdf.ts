import { deflateSync } from 'node:zlib';
import { PDFContext, PDFRawStream } from 'pdf-lib';
import { writePdf } from './write-pdf.ts';

/** A document of so many empty pages, with all that pages usually have. */
export function blankPdf(count: number): Uint8Array<ArrayBuffer> {
  const context = PDFContext.create();
  const tree = context.nextRef();
  const pages = Array.from({ length: count }, () => {
    const packed = (dict: object, bytes: string) =>
      context.register(PDFRawStream.of(context.obj({ ...dict, Filter: 'FlateDecode' }), deflateSync(bytes)));
    const contents = packed({}, 'q Q');
    const picture = { Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1, BitsPerComponent: 8, ColorSpace: 'DeviceGray' };
    const font = context.register(context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' }));
    const resources = context.obj({ Font: { F1: font }, XObject: { I1: packed(picture, 'q') }, ProcSet: ['PDF', 'Text'] });
    return context.register(
      context.obj({ Type: 'Page', Parent: tree, MediaBox: [0, 0, 595.28, 841.89], Contents: contents, Resources: resources }),
    );
  });
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pages, Count: count }));
  const root = context.register(context.obj({ Type: 'Catalog', Pages: tree }));
  const id = context.obj(new Uint8Array(16));
  return writePdf(context, root, context.register(context.obj({})), context.obj([id, id]));
}
