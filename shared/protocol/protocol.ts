import { z } from 'zod';
import { rejectionCodes } from '../domain/command.ts';
import { id } from '../domain/fields.ts';
import { kirPost } from '../domain/kir/records.ts';
import { isShallow, isStorableText, storable, storableText } from '../util/storable.ts';

/**
 * The border between a client's core and the server. HTTP under `/t/<tenant>/v1/…`, bearer token, JSON; pull answers are
 * NDJSON, one {@link PullLine} a line. Everything read from the other side is parsed with these schemas.
 */
export const protocolVersion = 1;
/** Both sides speak this version and the one before. */
export const oldestProtocol = 1;

export const limits = {
  /** Commands in one push. */
  pushCommands: 200,
  /** Bytes in one request body. */
  bodyBytes: 4 * 1024 * 1024,
  /** Records in one pull answer. */
  pullRecords: 5000,
  /** Ids in one question for what is lost. */
  lostIds: 5000,
  /** Bytes of a document in one request. */
  pieceBytes: 4 * 1024 * 1024,
  /** Documents in one question for whether they have been received. */
  dokumentIds: 500,
  /** Documents in one bundle, and their bytes together. */
  buntDokument: 32,
  buntBytes: 1024 * 1024,
};

/** What a server can be set up to send outside, beside what it always does. */
export type Tjanst = 'digitalPost';

const seq = z.number().int().positive();
const version = z.number().int().nonnegative();
/** Names a bucket, a scope or a record; goes into queries as it is. */
const key = z.string().max(120).refine(isStorableText, { error: 'characters' });

export const pushedCommand = z.strictObject({
  /** 1, 2, 3 … per client, without gaps. */
  seq,
  /** The command's own identity, in one spelling: it takes effect once, whatever client or seq brings it. */
  id,
  name: z
    .string()
    .max(80)
    .regex(/^[A-Za-z][A-Za-z0-9.]*$/),
  version: z.number().int().positive(),
  /**
   * Parsed by the command's own schema when it is decided: a bad input is refused and logged, it blocks nothing. So that it
   * can be logged, here already without what PostgreSQL cannot hold.
   */
  input: z
    .unknown()
    .refine((value) => isShallow(value), { error: 'too-deep', abort: true })
    .overwrite(storable),
  /** The client's clock when the user acted. */
  at: z.iso.datetime(),
});
export type PushedCommand = z.infer<typeof pushedCommand>;

export const pushRequest = z.strictObject({
  protocol: z.number().int().positive(),
  /** One per replica; bound to the user who pushed with it first. */
  clientId: z.uuid(),
  /** The epoch the client's replica belongs to; null before its first pull. */
  epoch: z.uuid().nullable(),
  commands: z.array(pushedCommand).max(limits.pushCommands),
});
export type PushRequest = z.infer<typeof pushRequest>;

export const commandResult = z.discriminatedUnion('outcome', [
  /** `version`: the server version its changes were written at; it changed nothing when equal to an earlier one. */
  z.object({ seq, id: z.uuid(), outcome: z.literal('ok'), version, at: z.iso.datetime() }),
  z.object({
    seq,
    id: z.uuid(),
    outcome: z.literal('refused'),
    version,
    at: z.iso.datetime(),
    code: z.enum(rejectionCodes).or(z.string()),
    field: z.string().optional(),
  }),
]);
export type CommandResult = z.infer<typeof commandResult>;

export const pushResponse = z.object({
  epoch: z.uuid(),
  /** The last seq of this client that has been handled. */
  lastSeq: z.number().int().nonnegative(),
  /** Of the pushed commands, also those handled in an earlier push. */
  results: z.array(commandResult),
});
export type PushResponse = z.infer<typeof pushResponse>;

/**
 * How far the client has come in one bucket. `version`: it has everything up to there. While a bucket is being filled,
 * `fill` holds the snapshot's version and the position reached (scope and id), and `version` is null.
 */
export const bucketCursor = z.strictObject({
  bucket: key,
  version: version.nullable(),
  fill: z.strictObject({ at: version, scope: key, id: key }).nullable(),
});
export type BucketCursor = z.infer<typeof bucketCursor>;

export const pullRequest = z.strictObject({
  protocol: z.number().int().positive(),
  clientId: z.uuid(),
  epoch: z.uuid().nullable(),
  cursors: z.array(bucketCursor).max(500),
  /** The client wants the results of its commands after this seq. */
  resultsAfter: z.number().int().nonnegative(),
  /** Ask for the number of records in each bucket, to compare with the replica's own. */
  counts: z.boolean().optional(),
});
export type PullRequest = z.infer<typeof pullRequest>;

export const wireRecord = z.object({
  type: z.string().max(60),
  id: z.string().max(120),
  scope: z.string().max(120),
  version,
  schema: z.number().int().positive(),
  data: z.unknown(),
});
export type WireRecord = z.infer<typeof wireRecord>;

/**
 * The lines of a pull answer, all read in one snapshot of the server:
 * `head` first, `put` and `leave` in the order they are to be applied, `cursors` and `end` last. An answer without `end`
 * was cut and nothing of it is applied. Fills come bucket by bucket in (scope, id) order; then changes in version order,
 * never splitting a version between two answers.
 */
export const pullLine = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('head'),
    epoch: z.uuid(),
    serverTime: z.iso.datetime(),
    /** The server's newest version in this snapshot. */
    version,
    /** The buckets the user reads from now; others are to be purged. */
    buckets: z.array(z.string()),
    lastSeq: z.number().int().nonnegative(),
    results: z.array(commandResult),
    /** The signed-in user as the catalogue has them now. */
    anvandare: z.unknown(),
    /** What the server sends outside, by the services that it is set up with. An older server does not tell: none. */
    tjanster: z.array(z.string().max(40)).max(20).optional(),
    /**
     * During a fill, where this answer ends when another follows: it can be asked for while this one is on its way. An older server does
     * not tell before the end.
     */
    next: z.array(bucketCursor).optional(),
  }),
  /** `b`: which of the reader's buckets hold the record now. */
  z.object({ t: z.literal('put'), b: z.array(z.string()), r: wireRecord }),
  /**
   * `lost`: the record is still there, and in no bucket of the reader's any more. Such a removal waits for nobody's word.
   * A server before this mark does not tell; a client before it reads past it.
   */
  z.object({ t: z.literal('leave'), bucket: z.string(), id: z.string(), version, lost: z.literal(true).optional() }),
  /** The bucket's cursor is older than the tombstones kept: fill it anew, then drop what the fill did not bring. */
  z.object({ t: z.literal('refill'), bucket: z.string() }),
  z.object({
    t: z.literal('cursors'),
    cursors: z.array(bucketCursor),
    counts: z.record(z.string(), z.number().int().nonnegative()).optional(),
    /**
     * What each bucket holds in this snapshot: `<records> <exclusive or of the first 64 bits of SHA-256 of "<id> <version>">`, in
     * hexadecimal. An older server does not tell.
     */
    digests: z.record(z.string(), z.string().max(60)).optional(),
    /** More to pull at once. */
    more: z.boolean(),
  }),
  z.object({ t: z.literal('end') }),
]);
export type PullLine = z.infer<typeof pullLine>;

/** Of a bucket with nothing in it. */
export const emptyDigest = `0 ${'0'.repeat(16)}`;

/** Errors of the whole request; a single command's refusal is a {@link CommandResult} instead. */
export const protocolErrorCodes = [
  'malformed',
  'too-large',
  'too-many-requests',
  'unauthorised',
  'forbidden',
  'wrong-tenant',
  'client-of-other-user',
  'gap',
  'epoch-changed',
  'client-ahead',
  'client-too-old',
  'server-too-old',
  'demo-only',
  'not-found',
  /** The document is there, and its bytes have not come. */
  'not-received',
  'unavailable',
] as const;
export type ProtocolErrorCode = (typeof protocolErrorCodes)[number];
export const protocolError = z.object({
  error: z.object({ code: z.enum(protocolErrorCodes), message: z.string(), epoch: z.uuid().optional() }),
});

const demoUser = z.object({
  id: z.uuid(),
  namn: z.string(),
  titel: z.string(),
  funktion: z.string().optional(),
  organisation: z.string(),
});
export type DemoUser = z.infer<typeof demoUser>;
export const demoUsersResponse = z.object({ tenant: z.string(), kommun: z.string(), users: z.array(demoUser) });
export const signInRequest = z.strictObject({ anvandareId: z.uuid() });
export const signInResponse = z.object({ token: z.string(), expires: z.iso.datetime(), anvandare: z.unknown(), kommun: z.string() });

/** What a client tells of reading, at its next contact; offline too (FRAGA-62). */
const accessEntry = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: z.enum(['oppnad', 'sokt', 'last', 'utskriven']),
  personId: z.uuid().nullable(),
  /** The search text, the reason given for opening a protected person, or what was printed. */
  detail: z.string().max(300).overwrite(storableText).optional(),
});
export type AccessEntry = z.infer<typeof accessEntry>;
export const accessRequest = z.strictObject({ clientId: z.uuid(), entries: z.array(accessEntry).max(500) });

/** Records that a fill did not bring: which of them are still there, beyond the reader's rights? Others may be lost by a fault. */
export const lostRequest = z.strictObject({ ids: z.array(key).max(limits.lostIds) });
export const lostResponse = z.object({ lost: z.array(z.string()) });

/** How many of a document's bytes the server has, from the first on. `skadat`: all had come and were not those: they are sent anew. */
export const dokumentPutResponse = z.object({
  har: z.number().int().nonnegative(),
  mottagen: z.boolean(),
  skadat: z.literal(true).optional(),
});
/** Which documents' bytes the server has, whole. A document that is not in the answer is none that the caller reads or filed. */
export const dokumentLageRequest = z.strictObject({ ids: z.array(id).max(limits.dokumentIds) });
export const dokumentLageResponse = z.object({ lagen: z.array(z.object({ id: z.string(), mottagen: z.boolean() })) });

/** Small documents whose bytes are asked for together, and those of a bundle sent that the server has now: others go one by one. */
export const dokumentBuntRequest = z.strictObject({ ids: z.array(id).max(limits.buntDokument) });
export const dokumentBuntResponse = z.object({ mottagna: z.array(z.string()) });

/** A question to the register of residents (REG-02). `post` null = it does not know the person. */
export const kirRequest = z.strictObject({ personnummer: z.string().regex(/^\d{12}$/) });
export const kirResponse = z.object({
  post: kirPost.nullable(),
  /** The person is there, with skyddad folkbokföring that the caller has no right to. */
  skyddad: z.literal(true).optional(),
  /**
   * The number is, or was, a kund's whom the caller's units do not have, or the register says that it is the same person's as hers: she is
   * taken up (`person.taUpp`), by the number she has there (`personnummer`) where that is another than was asked about.
   */
  annanEnhet: z.object({ personId: z.uuid(), personnummer: z.string().max(13).optional() }).optional(),
});

/** One command on an akt, as the server's log has it: what was refused too. */
export const aktHistorikRow = z.object({
  id: z.uuid(),
  name: z.string(),
  anvandareId: z.string(),
  namn: z.string(),
  /** The client's clock, and the server's. */
  at: z.string(),
  serverAt: z.string(),
  outcome: z.enum(['ok', 'refused']),
  code: z.string().optional(),
  version: z.number().int(),
  input: z.unknown(),
});
export const aktHistorikResponse = z.object({ rader: z.array(aktHistorikRow) });

/** Paths below `/t/<tenant>/v1`. */
export const paths = {
  push: '/push',
  pull: '/pull',
  poke: '/poke',
  access: '/access',
  lost: '/lost',
  kir: '/kir',
  aktHistorik: '/akter/:personId/historik',
  /** PUT a piece by `Content-Range: bytes <from>-<to>/<all>`; GET by `Range: bytes=<from>-`. */
  dokumentBytes: '/dokument/:dokumentId/bytes',
  dokumentLage: '/dokument/lage',
  /** PUT small documents together (dokument-bunt.ts); POST their ids to have them so. */
  dokumentBunt: '/dokument/bunt',
  demoUsers: '/demo/users',
  demoSignIn: '/demo/sign-in',
} as const;
export const healthPath = '/health';
