/**
 * Why a document cannot be made as it should be, or may not be printed. `ref` is the record, or the text or gap of the mall, that it is about.
 */
const dokumentfelkoder = [
  'finns-inte',
  'mall-saknas',
  'malltext-saknas',
  'brevhuvud-saknas',
  'uppgift-saknas',
  'lagrum-saknas',
  'skal-saknas',
  'skal-osignerat',
  'beslutsfattare-saknas',
  'beslut-felmarkerat',
  'overklagas-oklart',
  'anteckning-osignerad',
  'texter-osignerade',
  'mottagaren-gar-inte',
  'samtycke-saknas',
  'samtycket-aterkallat',
  'samtycket-utgatt',
  'motet-har-varit',
  'slutar-fore',
  'lass-skrivs-inte-ut',
  'stodfamilj-skrivs-inte-ut',
] as const;
export type Dokumentfelkod = (typeof dokumentfelkoder)[number];
export type Dokumentfel = { kod: Dokumentfelkod; ref?: string };

export const dokumentfel = (kod: Dokumentfelkod, ref?: string): Dokumentfel => ({ kod, ...(ref === undefined ? {} : { ref }) });
