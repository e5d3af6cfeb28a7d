import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  // What pdf.js asks for: decoders, tables of letters, fonts, colour profiles.
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.icc': 'application/octet-stream',
};

export type RootFile = { path: string; mediaType: string };

/**
 * The file that a URL path names below `root`, or null when it names none: another folder, also by `..` in any spelling,
 * a link that leads out, a sibling folder with the same beginning, a folder, or a kind of file that a page does not use.
 * `/` is `index.html`.
 * @param urlPath the path part of a URL, still percent-encoded
 */
export async function rootFile(root: string, urlPath: string): Promise<RootFile | null> {
  const decoded = decode(urlPath);
  if (decoded === null || !decoded.startsWith('/')) return null;
  // A colon would start a drive or an alternate data stream on Windows.
  if (/[\0\\:]/.test(decoded)) return null;
  const segments = decoded.slice(1).split('/');
  if (segments.some((segment) => segment === '..' || segment === '.')) return null;
  const wanted = decoded === '/' ? 'index.html' : segments.join(sep);
  const mediaType = mediaTypes[extname(wanted).toLowerCase()];
  if (!mediaType) return null;
  try {
    const [realRoot, path] = await Promise.all([realpath(root), realpath(join(root, wanted))]);
    if (!path.startsWith(realRoot + sep)) return null;
    return (await stat(path)).isFile() ? { path, mediaType } : null;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null; // not valid percent-encoding: names no file
  }
}

const isAbsent = (error: unknown) =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code));
