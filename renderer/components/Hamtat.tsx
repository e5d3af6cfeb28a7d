import type { ReactNode } from 'react';
import { ordForFel } from '../../shared/words/fel.ts';
import { ErrorBar } from './ErrorBar.tsx';
import { SkeletonRows } from './SkeletonRows.tsx';

type Props<T> = {
  svar: { data: T | undefined; fel: { code: string } | undefined; readAgain: () => void };
  children: (data: T) => ReactNode;
};

/** What is drawn once it is read: until then rows that wait, or why it could not be read. */
export function Hamtat<T>({ svar: { data, fel, readAgain }, children }: Props<T>) {
  if (fel) return <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />;
  return data === undefined ? <SkeletonRows antal={8} /> : children(data);
}
