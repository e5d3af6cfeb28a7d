import { TransportError } from './transport-error.ts';

/** Longer than any record can be; an answer without line ends must not fill the memory. */
const longestLine = 64 * 1024 * 1024;

/** Splits a stream of bytes into lines of NDJSON, as many at a time as arrive. A last line without its end was cut off. */
export async function* ndjsonLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf('\n');
    if (end < 0) {
      rest += text;
      if (rest.length > longestLine) throw new TransportError('A line is too long');
      continue;
    }
    const lines = (rest + text.slice(0, end)).split('\n');
    rest = text.slice(end + 1);
    yield lines.filter((line) => line !== '');
  }
  if (rest + decoder.decode() !== '') throw new TransportError('The answer was cut');
}
