import { say } from '#lib/desk-words.ts';
import { audit } from '#messages/desk/audit.ts';

/** The nouns that acts are about, in the order in which they are offered; some acts go by several. */
const nouns = {
  stories: ['article', 'draft', 'correction', 'translation'],
  pictures: ['media'],
  pins: ['pin'],
  votes: ['vote'],
  terms: ['section', 'tag', 'byline'],
  redirects: ['redirect'],
  settings: ['settings'],
  invitations: ['invitation'],
  people: ['user', 'session'],
} as const;

type ActGroup = keyof typeof nouns;

/** A kind of act as the log is asked for it: `stories`, or one act such as `article.kill`. */
export interface ActKind {
  readonly value: string;
  readonly name: string;
}

const prefix = 'audit.did.';
const known = Object.keys(audit).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));

const isAct = (action: string): action is ActOf<keyof typeof audit> => known.includes(action);
type ActOf<Key> = Key extends `audit.did.${infer Action}` ? Action : never;

/** What a line of the audit log says was done; an action that has no words yet is named as the log names it. */
export const auditWords = (action: string): string => (isAct(action) ? say(`audit.did.${action}`) : action);

/** What can be asked for: each group of acts, and in it each act by its words, of which several may mean the same. */
export const actGroups: readonly (ActKind & { readonly acts: readonly ActKind[] })[] = Object.keys(nouns).map(
  (name) => {
    const group = name as ActGroup;
    const acts = new Map(actionsOf(group).map((action) => [auditWords(action), action]));
    return {
      value: group,
      name: say(`audit.group.${group}`),
      acts: [...acts].map(([words, action]) => ({ value: action, name: words })),
    };
  },
);

/** The names in the log of what a kind of act stands for; null for a kind that there is none of. */
export function actionsOfKind(kind: string): readonly string[] | null {
  if (Object.hasOwn(nouns, kind)) return actionsOf(kind as ActGroup);
  return isAct(kind) ? known.filter((action) => auditWords(action) === auditWords(kind)) : null;
}

function actionsOf(group: ActGroup): string[] {
  return known.filter((action) => (nouns[group] as readonly string[]).includes(action.slice(0, action.indexOf('.'))));
}
