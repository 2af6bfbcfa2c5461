import { sql } from 'drizzle-orm';
import { check, integer, text } from 'drizzle-orm/pg-core';
import { app, day, id, oneOf, provenance, recordBases, recordedAt, version } from './columns';

export const groupKinds = ['executive', 'engine_room', 'task_and_finish', 'other'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** The Executive, the Engine Room, a task-and-finish group, or another that holds actions. */
export const groups = app.table(
  'groups',
  {
    id: id(),
    kind: text().$type<GroupKind>().notNull(),
    name: text().notNull(),
    purpose: text(),
    /** In the partnership's own words ("every two months"). */
    cadence: text(),
    cadenceWeeks: integer(),
    cadenceMonths: integer(),
    chairedBy: text(),
    startedOn: day(),
    endedOn: day(),
    ...provenance(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [oneOf('groups_kind', t.kind, groupKinds), oneOf('groups_basis', t.recordBasis, recordBases), check('groups_cadence', sql`${t.cadenceWeeks} is null or ${t.cadenceMonths} is null`)],
);
