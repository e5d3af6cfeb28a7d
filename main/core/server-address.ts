/** Which server a replica belongs to. This computer's own is one, whatever its port: a trial's has another at each start. */
export function serverAddress(serverUrl: string): string {
  const { origin, hostname } = new URL(serverUrl);
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) ? 'http://127.0.0.1' : origin;
}
