import { useEffect, useState } from 'react';

/** A pause in typing this long is taken for the end of a word. */
const paus = 350;

/** What is typed, when typing has paused: for searches, each of which the access log is told. */
export function useLugnt(text: string): string {
  const [lugnt, setLugnt] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLugnt(text), text === '' ? 0 : paus);
    return () => clearTimeout(timer);
  }, [text]);
  return lugnt;
}
