import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CommandDefinition } from '../../shared/domain/command.ts';
import { id } from '../../shared/domain/fields.ts';
import { narrowed, type Shape } from './narrowed.ts';

/** By command and version. */
export type InputShapes = Record<string, Record<string, Shape>>;

export const shapesFile = join(import.meta.dirname, 'input-shapes.json');
export const keptShapes = (): InputShapes => JSON.parse(readFileSync(shapesFile, 'utf8')) as InputShapes;

/**
 * What the input of each command may hold, in each version that is read. What a schema cannot say (that a day is in the calendar)
 * is not in it.
 */
export function inputShapes(commands: readonly CommandDefinition[]): InputShapes {
  const shapes: InputShapes = {};
  for (const { name, version, input, older = [] } of commands) {
    const inputs = [...older.map((one) => one.input), input];
    shapes[name] = Object.fromEntries(inputs.map((one, index) => [version - older.length + index, shapeOf(one)]));
  }
  return shapes;
}

function shapeOf(input: z.core.$ZodType): Shape {
  const schema = z.toJSONSchema(input, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // Most fields are ids: by name they can be read, by their pattern they cannot.
      if (zodSchema === id) replace(jsonSchema, { format: 'id' });
      const { def } = zodSchema._zod;
      // A text is first looked at as a whole, which no schema shows; its shape is what comes after.
      if (def.type === 'pipe' && def.in._zod.def.type === 'custom') replace(jsonSchema, shapeOf(def.out));
    },
  });
  const { $schema: _, ...shape } = JSON.parse(JSON.stringify(schema)) as Shape;
  return shape;
}

function replace(schema: Shape, by: Shape): void {
  for (const key of Object.keys(schema)) delete schema[key];
  Object.assign(schema, by);
}

/** What is wrong with today's shapes, for those who have commands of the kept ones waiting. Empty: every input then is one now. */
export function shapeFaults(kept: InputShapes, now: InputShapes): string[] {
  return Object.entries(kept).flatMap(([name, versions]) => {
    const today = now[name];
    if (!today) return [`${name}: the command is gone, and what waits of it would be refused`];
    const newest = Math.max(...Object.keys(today).map(Number));
    return Object.entries(versions).flatMap(([version, shape]) => {
      const is = today[version];
      if (!is) return newest - Number(version) > 2 ? [] : [`${name}: version ${version} is no longer read (the newest is ${newest})`];
      return narrowed(shape, is, 'the input').map((what) => `${name}, version ${version}: ${what}`);
    });
  });
}
