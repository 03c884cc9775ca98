import type { SelectOption } from '#components/ui/select.tsx';
import type { SectionTree } from '#features/section/model.ts';

/** The sections that one may stand under, by their way from the top: all but itself and those below it. */
export function parentOptions(tree: SectionTree, sectionId: string | null): SelectOption[] {
  const below = sectionId ? tree.branchOf(sectionId) : [];
  return tree.all
    .filter(({ id }) => !below.includes(id))
    .map(({ id }) => ({
      value: id,
      label: tree
        .trailOf(id)
        .map(({ name }) => name)
        .join(' › '),
    }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en'));
}
