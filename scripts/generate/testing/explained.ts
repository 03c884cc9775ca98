import type postgres from 'postgres';
import { sqlClient } from '#db/client.ts';

/** A statement that a query ran, with what Postgres says of how it ran. */
export interface Explained {
  readonly statement: string;
  /** The tables that were read from end to end. */
  readonly readWhole: readonly string[];
  /** Rows taken from tables and indexes, those that a filter threw away among them. */
  readonly rowsRead: number;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Runs `work` and then each of its statements once more under EXPLAIN, as `owner`. */
export async function explainAll(owner: postgres.Sql, work: () => Promise<unknown>): Promise<Explained[]> {
  const statements = await statementsOf(work);
  const explained: Explained[] = [];
  for (const { text, values } of statements) {
    const [row] = await owner.unsafe(`explain (analyze, format json, timing off) ${text}`, values as never[]);
    const nodes = [...nodesOf(row?.['QUERY PLAN'][0].Plan as PlanNode)];
    explained.push({
      statement: text,
      readWhole: nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? (node['Relation Name'] ?? []) : [])),
      rowsRead: nodes.filter(isScan).reduce((sum, node) => sum + rowsOf(node), 0),
    });
  }
  return explained;
}

/** Everything that goes through the site's pool while `work` runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<{ text: string; values: unknown[] }[]> {
  const client = sqlClient();
  const { unsafe } = client;
  const statements: { text: string; values: unknown[] }[] = [];
  client.unsafe = (text, values = [], options) => {
    statements.push({ text, values });
    return unsafe(text, values, options);
  };
  try {
    await work();
  } finally {
    client.unsafe = unsafe;
  }
  return statements;
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

/** A bitmap's index is read for the heap above it, which counts the rows. */
const isScan = (node: PlanNode): boolean => /Scan$/.test(node['Node Type']) && node['Node Type'] !== 'Subquery Scan';

function rowsOf(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}
