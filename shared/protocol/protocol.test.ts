import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { recordTypes } from '../domain/records.ts';
import { commands } from '../domain/rulebook/command-list.ts';
import { testId } from '../domain/testing/state.ts';
import {
  accessRequest,
  bucketCursor,
  commandResult,
  limits,
  protocolError,
  protocolErrorCodes,
  pullLine,
  pullRequest,
  pushedCommand,
  pushRequest,
  pushResponse,
  signInRequest,
  wireRecord,
} from './protocol.ts';

const at = '2026-11-20T09:00:00.000Z';
const command = { seq: 1, id: testId(1), name: 'anteckning.spara', version: 1, input: { a: 1 }, at };
const push = { protocol: 1, clientId: testId(2), epoch: null, commands: [command] };
const cursor = { bucket: 'org:lss', version: 7, fill: null };
const pull = { protocol: 1, clientId: testId(2), epoch: testId(3), cursors: [cursor], resultsAfter: 0 };
const record = { type: 'person', id: testId(4), scope: `akt:${testId(4)}`, version: 9, schema: 1, data: { a: 1 } };
const result = { seq: 1, id: testId(1), outcome: 'ok', version: 9, at };
const access = { clientId: testId(2), entries: [{ id: testId(5), at, action: 'sokt', personId: null, detail: 'Ek*' }] };

describe('what each side takes from the other', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['a push', pushRequest, push],
    ['an empty push', pushRequest, { ...push, commands: [] }],
    ['a push of a known epoch', pushRequest, { ...push, epoch: testId(3) }],
    ['a command whose input is nonsense: it is refused and logged, it blocks nothing', pushedCommand, { ...command, input: 'nonsens' }],
    ['a command nobody knows', pushedCommand, { ...command, name: 'framtida.kommando', version: 99 }],
    ['a pull', pullRequest, pull],
    [
      'a pull in the middle of a fill, with counts',
      pullRequest,
      { ...pull, counts: true, cursors: [{ bucket: 'katalog', version: null, fill: { at: 4, scope: 'katalog', id: '' } }] },
    ],
    ['a result', commandResult, result],
    ['a refusal with a code of a newer server', commandResult, { ...result, outcome: 'refused', code: 'ny-kod', field: 'text' }],
    ['an answer to a push', pushResponse, { epoch: testId(3), lastSeq: 1, results: [result] }],
    [
      'head',
      pullLine,
      { t: 'head', epoch: testId(3), serverTime: at, version: 9, buckets: ['katalog'], lastSeq: 1, results: [], anvandare: {} },
    ],
    ['put', pullLine, { t: 'put', b: ['org:lss'], r: record }],
    ['leave', pullLine, { t: 'leave', bucket: 'org:lss', id: testId(4), version: 9 }],
    ['refill', pullLine, { t: 'refill', bucket: 'org:lss' }],
    ['cursors', pullLine, { t: 'cursors', cursors: [cursor], counts: { 'org:lss': 3 }, more: false }],
    ['end', pullLine, { t: 'end' }],
    ['an error', protocolError, { error: { code: 'gap', message: '' } }],
    ['what was read and searched', accessRequest, access],
    ['a sign-in', signInRequest, { anvandareId: testId(1) }],
  ])('%s', (_, schema, value) => {
    expect(schema.parse(value)).toEqual(value);
  });

  test('what a later version adds to an answer is no fault', () => {
    expect(pullLine.safeParse({ t: 'end', nytt: 1 }).success).toBe(true);
    expect(wireRecord.safeParse({ ...record, nytt: 1 }).success).toBe(true);
  });
});

describe('what is refused as a whole', () => {
  const many = <T>(n: number, one: T) => Array.from({ length: n }, () => one);
  test.each<[string, z.ZodType, unknown]>([
    ['an unknown field in a request', pushRequest, { ...push, admin: true }],
    ['no client', pushRequest, { ...push, clientId: '' }],
    ['seq 0', pushedCommand, { ...command, seq: 0 }],
    ['seq 1.5', pushedCommand, { ...command, seq: 1.5 }],
    ['a seq no number can tell from the next', pushedCommand, { ...command, seq: 2 ** 53 }],
    ['no name', pushedCommand, { ...command, name: '' }],
    ['a name with NUL in it', pushedCommand, { ...command, name: 'a\0b' }],
    ['a name too long', pushedCommand, { ...command, name: 'a'.repeat(81) }],
    ['version 0', pushedCommand, { ...command, version: 0 }],
    ['a time that is none', pushedCommand, { ...command, at: 'i går' }],
    ['an input nested without end', pushedCommand, { ...command, input: JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) }],
    ['too many commands', pushRequest, { ...push, commands: many(limits.pushCommands + 1, command) }],
    ['too many cursors', pullRequest, { ...pull, cursors: many(501, cursor) }],
    ['a bucket with NUL in it', bucketCursor, { ...cursor, bucket: 'org:\0' }],
    ['half a surrogate pair in a fill', bucketCursor, { ...cursor, fill: { at: 1, scope: '\ud800', id: '' } }],
    ['a negative version', bucketCursor, { ...cursor, version: -1 }],
    ['an unknown line', pullLine, { t: 'ny-rad' }],
    ['a put without its record', pullLine, { t: 'put', b: [] }],
    ['an unknown action', accessRequest, { ...access, entries: [{ ...access.entries[0], action: 'raderad' }] }],
    ['an unknown error', protocolError, { error: { code: 'x', message: '' } }],
  ])('%s', (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

describe('what PostgreSQL cannot hold is replaced at the border, so that nothing behind it is blocked', () => {
  test('in the input of a command', () => {
    expect(pushedCommand.parse({ ...command, input: { text: ['a\0', '\udfff'] } }).input).toEqual({ text: ['a\uFFFD', '\uFFFD'] });
  });
  test('in what was searched for', () => {
    expect(accessRequest.parse({ ...access, entries: [{ ...access.entries[0], detail: 'Ek\0*' }] }).entries[0]?.detail).toBe('Ek\uFFFD*');
  });
});

test('the names of this version’s own commands and records fit the protocol', () => {
  for (const name of Object.keys(commands)) expect(pushedCommand.safeParse({ ...command, name }).success).toBe(true);
  for (const type of recordTypes) expect(wireRecord.safeParse({ ...record, type }).success).toBe(true);
  expect(new Set(protocolErrorCodes).size).toBe(protocolErrorCodes.length);
});

test('requests can be described in OpenAPI', () => {
  for (const schema of [pushRequest, pullRequest, accessRequest, signInRequest]) {
    expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({ type: 'object', additionalProperties: false });
  }
});
