import type { Link } from '#features/article/dto.ts';

/** The sections right under a section. */
export function Subsections({ label, sections }: { label: string; sections: readonly Link[] }) {
  if (sections.length === 0) return null;
  return (
    <nav aria-label={label} className="mbs-3">
      <ul className="flex flex-wrap gap-2 font-sans text-small">
        {sections.map(({ name, href }) => (
          <li key={href}>
            <a href={href} className="chip">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
