import { connect } from 'node:net';

/** Whether a file carries what would do harm. `svararInte`: nobody knows, and it is not taken. */
export type ScanVerdict = 'ren' | 'smittad' | 'svararInte';
export type Scanner = { scan(bytes: Uint8Array): Promise<ScanVerdict> };

const pieceBytes = 65_536;

/**
 * ClamAV's daemon, by its own protocol (`INSTREAM` of clamd(8)): pieces, each with its length before it, and a length of nothing at the end.
 * @param at where it listens
 * @param seconds so long it may take
 */
export const clamd = ({ host, port }: { host: string; port: number }, seconds = 30): Scanner => ({
  scan: (bytes) =>
    new Promise((resolve) => {
      const socket = connect({ host, port });
      let said = '';
      const end = (verdict: ScanVerdict) => {
        clearTimeout(timer);
        socket.removeAllListeners();
        socket.on('error', () => undefined);
        socket.destroy();
        resolve(verdict);
      };
      const timer = setTimeout(() => end('svararInte'), seconds * 1000);
      socket.on('error', () => end('svararInte'));
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        for (let at = 0; at < bytes.length; at += pieceBytes) {
          const piece = bytes.subarray(at, at + pieceBytes);
          const length = Buffer.alloc(4);
          length.writeUInt32BE(piece.length);
          socket.write(length);
          socket.write(piece);
        }
        socket.write(Buffer.alloc(4));
      });
      socket.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.length > 10_000) end('svararInte');
        else if (said.includes('\0')) end(verdictOf(said));
      });
      socket.on('close', () => end(verdictOf(said)));
    }),
});

/** `stream: OK`, `stream: … FOUND`; anything else says nothing of the file. */
function verdictOf(said: string): ScanVerdict {
  const answer = said.replaceAll('\0', '').trim();
  if (/^stream: OK$/.test(answer)) return 'ren';
  return /^stream: .+ FOUND$/.test(answer) ? 'smittad' : 'svararInte';
}
