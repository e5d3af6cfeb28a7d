import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sparaBedomning } from '../../shared/domain/bedomning/spara.ts';
import { type CommandDefinition, defineCommand, olderInput } from '../../shared/domain/command.ts';
import { commands } from '../../shared/domain/rulebook/command-list.ts';
import { inputShapes, keptShapes, shapeFaults } from './input-shapes.ts';
import { narrowed } from './narrowed.ts';

const kept = keptShapes();
const now = inputShapes(Object.values(commands) as CommandDefinition[]);

const words = `
The shape of an input is not the one in tests/upgrade/input-shapes.json, and its version is the same. Programs of that version have
commands waiting, and theirs has the old shape: give the command its next version, and state the old shape in \`older\`. If every old
input is still one (a field that may be left out came to it, a choice more), or a version is new: node tests/upgrade/keep-input-shapes.ts`;

test('no command’s input has another shape under the same version', () => {
  expect(shapeFaults(kept, now), words).toEqual([]);
});

test.each(Object.keys(now))('%s: the shape of each version is kept', (name) => {
  expect(now[name], words).toEqual(kept[name]);
});

test('no shape is kept of a version that nobody reads', () => {
  const versions = (shapes: typeof now) => Object.entries(shapes).flatMap(([name, all]) => Object.keys(all).map((one) => `${name} ${one}`));
  expect(versions(kept).sort(), words).toEqual(versions(now).sort());
});

describe('a change under the same version', () => {
  const { input: checked, older: _, ...rest } = sparaBedomning;
  const input = z.strictObject(checked.shape);
  const was = inputShapes([sparaBedomning]);
  const faults = (changed: z.ZodType) => shapeFaults(was, inputShapes([defineCommand({ ...rest, input: changed }) as CommandDefinition]));

  test('is told where an input that waits would be refused', () => {
    expect(faults(input.extend({ skal: z.string() }))).toEqual(['bedomning.spara, version 1: the input.skal is required now']);
    expect(faults(input.omit({ datum: true }))).toEqual([expect.stringContaining('the input.datum is gone')]);
    expect(faults(input.extend({ datum: z.number() }))).toEqual([expect.stringContaining('the input.datum has another type')]);
    expect(faults(input.extend({ funktioner: z.array(z.string()) }))).not.toEqual([]);
  });

  test('is no fault where every old input is still one', () => {
    expect(faults(input.extend({ skal: z.string().optional() }))).toEqual([]);
    expect(faults(input.partial({ datum: true }))).toEqual([]);
  });

  test('nor is a next version that raises the one before it', () => {
    const raised = defineCommand({ ...rest, version: 2, input, older: [olderInput(input, (older) => older)] });
    expect(shapeFaults(was, inputShapes([raised as CommandDefinition]))).toEqual([]);
    const withoutOlder = { ...raised, older: undefined } as unknown as CommandDefinition;
    expect(shapeFaults(was, inputShapes([withoutOlder]))).toEqual(['bedomning.spara: version 1 is no longer read (the newest is 2)']);
    expect(shapeFaults(was, {})).toEqual([expect.stringContaining('the command is gone')]);
  });

  const of = (type: z.ZodType) => z.toJSONSchema(type, { io: 'input' });
  test.each<[string, z.ZodType, z.ZodType, number]>([
    ['a longer text', z.string().max(10), z.string().max(20), 0],
    ['a shorter text', z.string().max(20), z.string().max(10), 1],
    ['a text without end', z.string().max(20), z.string(), 0],
    ['a text with an end', z.string(), z.string().max(20), 1],
    ['a least length', z.string(), z.string().min(1), 1],
    ['a smaller least length', z.string().min(2), z.string().min(1), 0],
    ['a choice more', z.enum(['a', 'b']), z.enum(['a', 'b', 'c']), 0],
    ['a choice less', z.enum(['a', 'b']), z.enum(['b']), 1],
    ['null too', z.union([z.string(), z.number()]), z.union([z.string(), z.number(), z.null()]), 0],
    ['null too, beside a longer text', z.union([z.string().max(1), z.null()]), z.union([z.string().max(2), z.null(), z.number()]), 0],
    ['not null', z.union([z.string(), z.null()]), z.union([z.string(), z.number()]), 1],
    ['a field of a list’s entries', z.array(z.strictObject({})), z.array(z.strictObject({ a: z.string() })), 1],
    ['an open object is closed', z.looseObject({}), z.strictObject({}), 1],
  ])('%s', (_name, before, after, count) => {
    expect(narrowed(of(before), of(after), 'x')).toHaveLength(count);
  });
});
