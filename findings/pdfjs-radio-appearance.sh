#!/bin/sh
# Seen 2026-11-30: pdfjs-dist 6.5.438, pdf-lib 1.17.1.
# A form that leaves its appearances to the reader (NeedAppearances, no AP in its fields) is drawn by pdf.js with its texts and ticks, but a chosen
# radio button is not drawn at all, and nothing says so: a blankett whose answer is a radio button looks unanswered.
# Our viewer says that a choice is not shown (renderer/visare); our binder draws it before it copies.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-fund --no-audit --prefix . pdfjs-dist@6.5.438 pdf-lib@1.17.1 >&2
cat >see.mjs <<'JS'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
const made = await PDFDocument.create();
const page = made.addPage([300, 200]);
const form = made.getForm();
const text = form.createTextField('namn');
text.setText('Linnea');
text.addToPage(page, { x: 10, y: 150, width: 100, height: 20 });
const tick = form.createCheckBox('kryss');
tick.addToPage(page, { x: 10, y: 60, width: 15, height: 15 });
tick.check();
const choice = form.createRadioGroup('val');
for (const [n, name] of ['ja', 'nej'].entries()) choice.addOptionToPage(name, page, { x: 10 + 30 * n, y: 100, width: 15, height: 15 });
choice.select('ja');
form.acroForm.dict.set(PDFName.of('NeedAppearances'), made.context.obj(true));
for (const field of form.getFields()) for (const widget of field.acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
const bytes = await made.save({ updateFieldAppearances: false });

const saved = await PDFDocument.load(bytes);
const withAppearance = saved.context.enumerateIndirectObjects().filter(([, one]) => one instanceof PDFDict && one.has(PDFName.of('AP'))).length;
const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
const first = await pdf.getPage(1);
const annotations = await first.getAnnotations();
const { fnArray, argsArray } = await first.getOperatorList();
const drawn = new Set(fnArray.flatMap((op, n) => (op === OPS.beginAnnotation ? [argsArray[n][0]] : [])));
const isDrawn = (name) => annotations.filter(({ fieldName }) => fieldName === name).map(({ id }) => drawn.has(id));
const seen = { withAppearance, namn: isDrawn('namn'), kryss: isDrawn('kryss'), val: isDrawn('val') };
console.log('expected: no appearance in the file, and all four widgets drawn');
console.log(`seen: ${JSON.stringify(seen)}`);
process.exitCode = JSON.stringify(seen) === '{"withAppearance":0,"namn":[true],"kryss":[true],"val":[false,false]}' ? 0 : 1;
JS
node -p "'pdfjs-dist ' + require('./node_modules/pdfjs-dist/package.json').version + ', pdf-lib ' + require('./node_modules/pdf-lib/package.json').version"
if ! node see.mjs; then
  echo 'changed: what is said above is no longer so' >&2
  exit 1
fi
