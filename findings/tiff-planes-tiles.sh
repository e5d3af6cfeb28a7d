#!/bin/sh
# Seen 2026-11-29: utif2 4.1.0, tiff 7.1.3.
# Two TIFF readers give wrong pixels of valid files and say nothing. utif2 shows a page whose colours lie in planes (PlanarConfiguration 2) as stripes of
# grey; tiff shows one that lies in tiles as almost black. The same picture in one strip comes out right in both. Scanners and fax servers write both
# kinds, and a page that looks empty or odd is filed all the same. We read TIFF ourselves (main/scan): what fax and JPEG coders made goes into
# the PDF as it is, other pixels are unpacked, joined and compared with drawn pages in tests; what is not known is refused.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-fund --no-audit --prefix . utif2@4.1.0 tiff@7.1.3 >&2
cat >see.mjs <<'JS'
import { createRequire } from 'node:module';
import { decode } from 'tiff';
const UTIF = createRequire(import.meta.url)('utif2');
const size = 32;
/** Red to the left, blue to the right. */
const pixel = (x) => (x < 16 ? [200, 10, 20] : [10, 20, 200]);
const all = Array.from({ length: size * size }, (_, i) => pixel(i % size));

/** A little-endian TIFF, uncompressed: 8 bits of red, green and blue. */
function tiff(more, blocks) {
  let end = 8;
  const places = blocks.map((block) => (end += block.length) - block.length);
  const tiled = more.some(([tag]) => tag === 322);
  const short = 3;
  const long = 4;
  const tags = [
    ...[[256, short, size], [257, short, size], [258, short, 8, 8, 8], [259, short, 1], [262, short, 2], [277, short, 3]],
    ...more,
    [tiled ? 324 : 273, long, ...places],
    [tiled ? 325 : 279, long, ...blocks.map((block) => block.length)],
  ].sort(([a], [b]) => a - b);
  const directory = Buffer.alloc(6 + tags.length * 12);
  directory.writeUInt16LE(tags.length, 0);
  const beyond = [];
  let next = end + directory.length;
  tags.forEach(([tag, kind, ...values], index) => {
    const at = 2 + index * 12;
    const bytes = kind === short ? 2 : 4;
    const held = Buffer.alloc(Math.max(4, values.length * bytes));
    values.forEach((value, of) => held.writeUIntLE(value, of * bytes, bytes));
    directory.writeUInt16LE(tag, at);
    directory.writeUInt16LE(kind, at + 2);
    directory.writeUInt32LE(values.length, at + 4);
    if (held.length === 4) held.copy(directory, at + 8);
    else {
      directory.writeUInt32LE(next, at + 8);
      beyond.push(held);
      next += held.length;
    }
  });
  const head = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]);
  head.writeUInt32LE(end, 4);
  return Buffer.concat([head, ...blocks, directory, ...beyond]);
}
const tile = (left) => Buffer.from(Array.from({ length: 256 }, (_, i) => pixel(left + (i % 16))).flat());
const files = {
  strip: tiff([[278, 3, size]], [Buffer.from(all.flat())]),
  planes: tiff([[278, 3, size], [284, 3, 2]], [0, 1, 2].map((colour) => Buffer.from(all.map((one) => one[colour])))),
  tiles: tiff([[322, 3, 16], [323, 3, 16]], [tile(0), tile(16), tile(0), tile(16)]),
};
const readers = {
  utif2(file) {
    const [page] = UTIF.decode(file);
    UTIF.decodeImage(file, page);
    const rgba = UTIF.toRGBA8(page);
    return all.map((_, i) => [...rgba.slice(i * 4, i * 4 + 3)]);
  },
  tiff(file) {
    const [{ data }] = decode(new Uint8Array(file));
    return all.map((_, i) => [...data.slice(i * 3, i * 3 + 3)]);
  },
};
const wrong = (reader, name) => {
  const file = new Uint8Array(files[name]).buffer;
  try {
    return readers[reader](file).filter((one, i) => String(one) !== String(all[i])).length;
  } catch {
    return 'refused';
  }
};
const seen = Object.keys(files).flatMap((name) => Object.keys(readers).map((reader) => [`${reader}, ${name}`, wrong(reader, name)]));
for (const [what, count] of seen) console.log(`${what}: expected 0 wrong pixels of ${size * size} (or a refusal); seen ${count}`);
const of = Object.fromEntries(seen);
process.exitCode =
  of['utif2, strip'] === 0 && of['tiff, strip'] === 0 && of['utif2, planes'] > 0 && of['tiff, tiles'] > 0 ? 0 : 1;
JS
node -p "['utif2', 'tiff'].map((name) => name + ' ' + require('./node_modules/' + name + '/package.json').version).join(', ')"
if ! node see.mjs; then
  echo 'changed: what is said above is no longer so' >&2
  exit 1
fi
