import type { Readable } from 'node:stream';
import type { ReactNode } from 'react';
import type { Vault } from '../blobs/vault.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { PortalSession } from '../store/portal-sessions.ts';
import type { Store } from '../store/store.ts';
import type { Act } from '../sync/act.ts';
import type { Clock } from '../util/clock.ts';
import type { HandOver } from './hand-over.ts';
import type { IdentityProvider } from './identity/provider.ts';
import type { PortalMessages } from './messages.ts';
import type { Foretradd } from './representing.ts';
import type { SentFile } from './uploads/multipart.ts';
import type { TakeFiles } from './uploads/take-files.ts';

/** What the portal stands on, of one municipality. */
export type Portal = {
  tenant: string;
  /** As browsers have it: `https://minasidor.exempel.se`; known when the portal listens. */
  origin(): string;
  store: Store;
  clock: Clock;
  providers: readonly IdentityProvider[];
  demo: boolean;
  handOver: HandOver;
  /** The server's own door. */
  act: Act;
  messages: PortalMessages;
  /** Where the bytes of documents lie. */
  vault: Vault | undefined;
  takeFiles: TakeFiles;
};

/** One request, as a route is given it. */
export type Visit = {
  kommun: string;
  catalogue: Catalogue;
  now: string;
  /** Whether they read lättläst. */
  latt: boolean;
  /** The address without what is after `?`. */
  path: string;
  url: URL;
  params: Readonly<Record<string, string>>;
  form: URLSearchParams;
  /** Files that came with it; of who is not signed in there are none. */
  filer: readonly SentFile[];
  /** Files were chosen, kept or not. */
  medFiler: boolean;
  /** They were too much to be kept just now. */
  utanPlats: boolean;
  /** A sign-in under way in this browser. */
  signInSecret: string | undefined;
  signedIn: SignedIn | undefined;
};
export type SignedIn = PortalSession & {
  secret: string;
  /** What a form of this session must bring back. */
  formToken: string;
  /** Whom they act for just now; the approval holds at this very request. */
  foretrader: Foretradd | undefined;
};
export type SignedVisit = Visit & { signedIn: SignedIn };

export type Page = {
  titel: string;
  innehall: ReactNode;
  status?: number;
  /** It holds the form that was sent, with all that was typed: any other page in answer to one shows that beneath. */
  formular?: true;
  /** What stands after what was typed. */
  efter?: ReactNode;
  utanMeny?: true;
};
/** What a browser is to keep, or to forget (null). */
type Cookies = { session?: string | null; signIn?: string | null };
/** `till`: an address of the portal's own, written in code. `ut`: to a provider of e-legitimation. `fil`: a PDF, shown in its place. */
export type Answer = Cookies &
  ({ sida: Page } | { fil: { bytes: Readable; storlek: number; namn: string } } | { till: string } | { ut: string });

type Common = {
  method: 'GET' | 'POST';
  path: string;
  /** It takes files; on any other they are not kept. */
  files?: true;
};
/**
 * `anyone`: also who is not signed in. `self`: who is signed in and acts for themselves. `either`: also while they act for somebody else.
 */
export type Route = Common &
  (
    | { access: 'anyone'; answer(portal: Portal, visit: Visit): Promise<Answer> | Answer }
    | {
        access: 'self' | 'either';
        /** What the access log says was read or done; none where nothing of anybody is shown. */
        logged?: string;
        /** Does the same for whomever the page was shown: it ends something, or says itself whom it is about. */
        unbound?: true;
        answer(portal: Portal, visit: SignedVisit): Promise<Answer> | Answer;
      }
  );
