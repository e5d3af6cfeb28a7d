import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assertOwn, readMallar } from './mallar.ts';
import { TypesetError, Typesetter } from './typesetter.ts';

const mallar = readMallar(join(import.meta.dirname, '..', '..', 'resources'));
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const pdf = (source: string) => {
  const head = '#set document(title: "T", date: datetime(year: 2026, month: 11, day: 29))\n#set text(font: "Liberation Sans")\n';
  const sources = new Map([
    ['prov.typ', head + source],
    ['granne.typ', '#let ord = [granne]'],
  ]);
  return new Typesetter({ ...mallar, sources }).pdf('prov.typ', '{}', new Uint8Array(Buffer.from(png, 'base64')));
};

describe('PDF-01 a mall reaches for nothing but the malls beside it, and loses nothing', () => {
  test.each([
    ['a package of the network', '#import "@preview/tablex:0.0.9": *'],
    ['a package by a name that is made', '#import ("@" + "preview/tablex:0.0.9")'],
    ['a folder above', '#include "../andra.typ"'],
    ['a file', '#read("/etc/passwd")'],
    ['a file as data', '#json("/etc/passwd")'],
    ['a picture', '#image("/home/bild.png")'],
    ['a program', '#plugin("x.wasm")'],
    ['a block that may not break', '#block(breakable: false)[x]'],
    ['a block that is cut', '#block(height: 1cm, clip: true)[x]'],
    ['markup in data', '#eval(sys.inputs.dokument, mode: "markup")'],
  ])('%s is refused before Typst sees it', (_, source) => {
    expect(() => assertOwn('prov.typ', source)).toThrow(/^prov\.typ: a mall may not use /);
  });

  test.each(['#read("/etc/passwd")', '#read("../../etc/passwd")', `#read("${import.meta.filename}")`, '#image("/home/bild.png")'])(
    'Typst itself finds no file of the disk: %s',
    (source) => expect(() => pdf(source)).toThrow(TypesetError),
  );

  test('a file beside the malls is read: the door is where it is said to be', () => {
    expect(Buffer.from(pdf('#import "granne.typ": ord\n#ord').subarray(0, 5)).toString()).toBe('%PDF-');
  });
});

test('a picture without words for it is refused', () => {
  expect(() => pdf('#image("logotyp.png")')).toThrow(TypesetError);
  expect(pdf('#image("logotyp.png", alt: "Kommunens vapen")').length).toBeGreaterThan(1000);
});
