import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** What a document can name: the project's files, its npm scripts, and the folders that it makes when it runs. */
export interface Project {
  readonly root: string;
  readonly scripts: ReadonlySet<string>;
  /** Every file's path from the root, with `/`. */
  readonly files: readonly string[];
  readonly documents: readonly string[];
  /** Folders that are not in the repository (.gitignore): nobody can say what is in them. */
  readonly made: readonly string[];
}

/** Reads the project at `root`, an absolute path. Stories in Markdown (seeds, fixtures) are content, not documents. */
export function readProject(root: string): Project {
  const made = ['.git', ...ignoredFolders(readFileSync(join(root, '.gitignore'), 'utf8'))];
  const tops = readdirSync(root, { withFileTypes: true }).filter((entry) => !made.includes(entry.name));
  const files = tops.flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    const below = readdirSync(join(root, entry.name), { recursive: true, withFileTypes: true });
    return below.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name).slice(root.length + 1));
  });
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts?: object };
  return {
    root,
    scripts: new Set(Object.keys(scripts ?? {})),
    files,
    documents: files.filter((file) => file.endsWith('.md') && !/(^|\/)(fixtures|seed)\//.test(file)),
    made,
  };
}

/** Whether `path`, which may hold `*`, `{a,b}` or `<placeholder>`, is there, seen from the root or from `folder`. */
export function hasPath(project: Project, path: string, folder: string): boolean {
  const wanted = path.replace(/^#/, '').replaceAll(/<[^>]*>/g, '*');
  return [wanted, join(folder, wanted)].some((candidate) => {
    const place = normalize(candidate).replace(/\/$/, '');
    if (place.startsWith('..') || project.made.some((made) => `${place}/`.startsWith(`${made}/`))) return true;
    return isThere(project, place) || isSomewhere(project, wanted);
  });
}

function isThere({ root, files }: Project, place: string): boolean {
  if (files.some((file) => file === place || file.startsWith(`${place}/`))) return true;
  return /[*{]/.test(place) && globSync(escapeRouteFolders(place), { cwd: root }).length > 0;
}

/** A bare name, such as `queries.ts` or `commands/`, is there when some folder has it. */
function isSomewhere({ root, files }: Project, name: string): boolean {
  if (/^[^/*{]+\/$/.test(name)) return files.some((file) => `/${file}`.includes(`/${name}`));
  if (name.includes('/')) return false;
  if (!/[*{]/.test(name)) return files.some((file) => file.endsWith(`/${name}`));
  const options = { cwd: root, exclude: (path: string) => path === 'node_modules' || path.startsWith('.') };
  return globSync(`**/${name}`, options).length > 0;
}

/** `[slug]` and `(reader)` are names of folders in app/, not patterns. */
function escapeRouteFolders(pattern: string): string {
  return pattern.replaceAll(/[[\]()]/g, '\\$&');
}

function ignoredFolders(gitignore: string): string[] {
  const lines = gitignore.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.endsWith('/')).map((line) => line.replaceAll(/^\/|\/$/g, ''));
}
