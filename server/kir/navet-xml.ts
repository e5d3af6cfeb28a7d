import type { Element } from '@xmldom/xmldom';

export const childrenOf = (element: Element): Element[] => [...element.childNodes].filter((node): node is Element => node.nodeType === 1);

/** Names without their prefix: records come inside SOAP with one, and in files with none. */
export const nameOf = (element: Element): string => element.localName ?? element.nodeName;

/** The first element at a path of children: nothing that lies deeper or elsewhere. */
export function at(element: Element, ...path: string[]): Element | undefined {
  let found: Element | undefined = element;
  for (const step of path) found = found && childrenOf(found).find((child) => nameOf(child) === step);
  return found;
}

/** Its text; undefined when it is empty. */
export const textAt = (element: Element, ...path: string[]): string | undefined => at(element, ...path)?.textContent?.trim() || undefined;
