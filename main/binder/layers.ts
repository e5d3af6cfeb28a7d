import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRef } from 'pdf-lib';
import type { PartCopier } from './copy-part.ts';
import { arrayIn, dictIn, name, nameAt, refsIn, text } from './objects.ts';

const states = ['ON', 'OFF', 'Order', 'RBGroups', 'Locked', 'AS'] as const;
/** The layers of a part, in the bundle, each seen or hidden as it is in its own document (ISO 32000-1, 8.11.4). */
export type Layers = { all: PDFRef[] } & Record<(typeof states)[number], PDFObject[]>;

export function layersOf(copier: PartCopier, title: string): Layers {
  const layers: Layers = { all: [], ON: [], OFF: [], Order: [], RBGroups: [], Locked: [], AS: [] };
  const properties = dictIn(copier.file.root, 'OCProperties');
  if (!properties) return layers;
  const none = PDFDict.withContext(copier.file.context);
  const own = dictIn(properties, 'D') ?? none;
  const on = new Set(refsIn(arrayIn(own, 'ON')));
  const off = new Set(refsIn(arrayIn(own, 'OFF')));
  const hiddenFirst = nameAt(own, 'BaseState') === 'OFF';
  for (const group of refsIn(arrayIn(properties, 'OCGs'))) {
    const copied = copier.copy(group);
    if (!(copied instanceof PDFRef)) continue;
    layers.all.push(copied);
    layers[off.has(group) || (hiddenFirst && !on.has(group)) ? 'OFF' : 'ON'].push(copied);
  }
  const order = arrayIn(own, 'Order');
  const copiedOrder = order && copier.copy(order, 'Order');
  if (copiedOrder instanceof PDFArray && copiedOrder.size() > 0) layers.Order.push(text(title), copiedOrder);
  for (const key of ['RBGroups', 'Locked', 'AS'] as const) {
    const list = arrayIn(own, key);
    const copied = list && copier.copy(list, 'OCGs');
    if (copied instanceof PDFArray) layers[key].push(...copied.asArray());
  }
  copier.drain();
  return layers;
}

/** The layers of the bundle; undefined where there are none. */
export function makeLayers(context: PDFContext, parts: readonly Layers[]): PDFDict | undefined {
  const all = parts.flatMap((part) => part.all);
  if (all.length === 0) return undefined;
  const state: PDFDict = context.obj({ Name: text('Lager'), BaseState: 'ON' });
  for (const key of states) {
    const values = parts.flatMap((part) => part[key]);
    if (values.length > 0) state.set(name(key), context.obj(values));
  }
  const properties = PDFDict.withContext(context);
  properties.set(name('OCGs'), context.obj(all));
  properties.set(name('D'), state);
  return properties;
}
