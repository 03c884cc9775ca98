import type { IModule } from 'dependency-cruiser';
import { rooms } from './cruise.ts';

type Room = (typeof rooms)[number];

const opening = '<!-- imports: made by `npm run imports:picture` -->';
const closing = '<!-- /imports -->';

/**
 * The folders and the imports between them as a Mermaid flowchart: a line where values are imported, a dotted one
 * where only types are. Tests are left out. The same imports always give the same text.
 */
export function drawImports(modules: readonly Pick<IModule, 'source' | 'dependencies'>[]): string {
  const drawn = modules.filter((module) => roomOf(module.source) && !/[.]test[.]tsx?$/.test(module.source));
  const boxes = rooms
    .filter((room) => drawn.some((module) => roomOf(module.source) === room))
    .map((room) => `  ${room}["${room}/"]`);
  return ['```mermaid', 'flowchart TD', ...boxes, ...inOrder(arrowsOf(drawn)), '```'].join('\n');
}

/** The document with `picture` between its markers. Throws one sentence when the markers are missing. */
export function withPicture(document: string, picture: string): string {
  const start = document.indexOf(opening);
  const end = document.indexOf(closing);
  if (start < 0 || end < start) throw new Error(`docs/ARCHITECTURE.md needs the lines ${opening} and ${closing}.`);
  return `${document.slice(0, start + opening.length)}\n\n${picture}\n\n${document.slice(end)}`;
}

function arrowsOf(modules: readonly Pick<IModule, 'source' | 'dependencies'>[]): Map<string, '-->' | '-.->'> {
  const arrows = new Map<string, '-->' | '-.->'>();
  for (const { source, dependencies } of modules) {
    for (const { resolved, dependencyTypes } of dependencies) {
      const edge = `${roomOf(source)} ${roomOf(resolved)}`;
      if (!dependencyTypes.includes('type-only')) arrows.set(edge, '-->');
      else if (!arrows.has(edge)) arrows.set(edge, '-.->');
    }
  }
  return arrows;
}

function inOrder(arrows: ReadonlyMap<string, string>): string[] {
  const edges = rooms.flatMap((from) => rooms.filter((to) => to !== from).map((to) => [from, to] as const));
  return edges.flatMap(([from, to]) => {
    const arrow = arrows.get(`${from} ${to}`);
    return arrow ? [`  ${from} ${arrow} ${to}`] : [];
  });
}

function roomOf(path: string): Room | undefined {
  return rooms.find((room) => path.startsWith(`${room}/`));
}
