#!/bin/sh
# Seen 2026-11-28: @cantoo/pdf-lib 2.11.1 beside pdf-lib 1.17.1.
# @cantoo/pdf-lib 2.11.1, the kept-up fork of pdf-lib, writes "?" for every letter that its standard fonts lack, without a word: Wałęsa becomes
# "Wa??sa", 5 − 3 becomes "5 ? 3". pdf-lib 1.17.1, which it can be put in place of, throws and names the letter. Who relied on that to notice
# a name that cannot be printed prints a wrong one after the change. A document about a person needs an embedded font.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-fund --no-audit --prefix . fork@npm:@cantoo/pdf-lib@2.11.1 first@npm:pdf-lib@1.17.1 >&2
cat >see.cjs <<'JS'
const texts = ['Åsa Öberg', 'Wałęsa', 'Ivić', '5 − 3'];
const write = async (name) => {
  const { PDFDocument, StandardFonts } = require(name);
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);
  return texts.map((text) => {
    try {
      return Buffer.from(String(font.encodeText(text)).slice(1, -1), 'hex').toString('latin1');
    } catch (error) {
      return `throws: ${error.message.split('\n')[0]}`;
    }
  });
};
(async () => {
  const [fork, first] = [await write('fork'), await write('first')];
  texts.forEach((text, i) => console.log(`${text}: expected an error, as of pdf-lib 1.17.1 (${first[i]}); seen ${fork[i]}`));
  const same = fork.join() === 'Åsa Öberg,Wa??sa,Ivi?,5 ? 3' && first[0] === 'Åsa Öberg' && first.slice(1).every((one) => one.startsWith('throws'));
  process.exitCode = same ? 0 : 1;
})();
JS
echo "@cantoo/pdf-lib $(node -p "require('./node_modules/fork/package.json').version"), pdf-lib $(node -p "require('./node_modules/first/package.json').version")"
if ! node see.cjs; then
  echo 'changed: what is said above is no longer so' >&2
  exit 1
fi
