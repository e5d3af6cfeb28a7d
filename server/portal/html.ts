import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Node runs TypeScript as it is, and no JSX: elements are made by their function. */
export const h = createElement;

/** A list of things of one kind, each under its key. */
export const each = <T>(list: readonly T[], keyOf: (one: T) => string, of: (one: T) => ReactNode): ReactNode[] =>
  list.map((one) => h(Keyed, { key: keyOf(one) }, of(one)));
const Keyed = ({ children }: { children?: ReactNode }): ReactNode => children;

/** The page as it is sent: everything that people or other systems wrote is text. */
export const htmlOf = (page: ReactNode): string => `<!doctype html>${renderToStaticMarkup(page)}`;
