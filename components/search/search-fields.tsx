import type { Edition } from '#components/ui/edition.ts';
import type { Asked } from '#features/search/model-asked.ts';
import type { Section, SectionTree } from '#features/section/model.ts';

interface SearchFieldsProps {
  readonly asked: Asked;
  readonly sections: SectionTree;
  readonly edition: Edition;
}

const field = 'mbs-1 block w-full border border-soft bg-paper px-2 py-2 text-base';

/** The fields by which a search is narrowed. What it is narrowed by already and has no field stays with it. */
export function SearchFields({ asked, sections, edition: { say } }: SearchFieldsProps) {
  return (
    <>
      {asked.tag && <input type="hidden" name="tag" value={asked.tag} />}
      {asked.author && <input type="hidden" name="author" value={asked.author} />}
      <details className="mbs-3 text-small">
        <summary className="w-fit cursor-pointer py-1">{say('search.narrow')}</summary>
        <div className="mbs-2 grid gap-3 medium:grid-cols-3">
          <label>
            {say('search.section')}
            <select name="section" defaultValue={asked.section ?? ''} className={field}>
              <option value="">{say('search.everySection')}</option>
              {inOrder(sections).map(({ id, slug, name }) => (
                <option key={id} value={slug}>
                  {`${'\u2003'.repeat(sections.trailOf(id).length - 1)}${name}`}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('search.from')}
            <input type="date" name="from" defaultValue={asked.from ?? ''} className={field} />
          </label>
          <label>
            {say('search.to')}
            <input type="date" name="to" defaultValue={asked.to ?? ''} className={field} />
          </label>
        </div>
      </details>
    </>
  );
}

/** Each section followed by those under it. */
function inOrder(tree: SectionTree): Section[] {
  return tree.top.flatMap(({ id }) => tree.branchOf(id).flatMap((member) => tree.withId(member) ?? []));
}
