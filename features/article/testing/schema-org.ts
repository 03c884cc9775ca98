import { readFileSync } from 'node:fs';

interface Vocabulary {
  readonly types: Record<string, readonly string[]>;
  /** d: the types that have the property; r: the types of its values. */
  readonly props: Record<string, { readonly d?: readonly string[]; readonly r?: readonly string[] }>;
}

/** Reads a reduced vocabulary of schema.org and returns what finds fault with JSON-LD: one sentence for each fault. */
export function schemaOrgValidator(path: string): (jsonLd: object) => string[] {
  const vocabulary: Vocabulary = JSON.parse(readFileSync(path, 'utf8'));
  return (jsonLd) => faultsOf(JSON.parse(JSON.stringify(jsonLd)), vocabulary);
}

type Node = Record<string, unknown>;

function faultsOf(node: Node, vocabulary: Vocabulary): string[] {
  const graph = node['@graph'];
  if (Array.isArray(graph)) return graph.flatMap((member) => faultsOf(member, vocabulary));
  const type = node['@type'];
  if (type === undefined && typeof node['@id'] === 'string') return [];
  if (typeof type !== 'string' || !vocabulary.types[type]) return [`There is no type '${String(type)}'.`];
  const own = ancestry(type, vocabulary);
  return Object.entries(node).flatMap(([name, value]) => {
    if (name.startsWith('@') || name === 'query-input') return [];
    const property = vocabulary.props[name];
    if (!property) return [`There is no property '${name}'.`];
    if (!property.d?.some((domain) => own.has(domain))) return [`A ${type} has no property '${name}'.`];
    return [value].flat().flatMap((single) => valueFaults(`${type}.${name}`, single, property.r ?? [], vocabulary));
  });
}

function valueFaults(where: string, value: unknown, ranges: readonly string[], vocabulary: Vocabulary): string[] {
  if (typeof value === 'object' && value !== null) {
    const type = (value as Node)['@type'];
    const fits = typeof type !== 'string' || ranges.some((range) => ancestry(type, vocabulary).has(range));
    return [...(fits ? [] : [`${where} may not be a ${String(type)}.`]), ...faultsOf(value as Node, vocabulary)];
  }
  return ranges.some((range) => suits(value, range)) ? [] : [`${where} may not be ${JSON.stringify(value)}.`];
}

function suits(value: unknown, range: string): boolean {
  switch (range) {
    case 'Text':
      return typeof value === 'string' && value !== '';
    case 'URL':
      return typeof value === 'string' && URL.canParse(value);
    case 'Date':
    case 'DateTime':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value);
    case 'Integer':
      return Number.isInteger(value);
    case 'Number':
      return typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    default:
      return false;
  }
}

/** The type itself and all above it. */
function ancestry(type: string, vocabulary: Vocabulary): Set<string> {
  const found = new Set([type]);
  for (const member of found) for (const parent of vocabulary.types[member] ?? []) found.add(parent);
  return found;
}
