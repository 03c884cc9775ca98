import type { Link } from '#features/article/dto.ts';

/** Names by which a search can be narrowed, in one line after what they are. */
export function Facets({ label, names }: { label: string; names: readonly Link[] }) {
  if (names.length === 0) return null;
  return (
    <nav aria-label={label} className="mbs-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 font-sans text-small">
      <span aria-hidden="true" className="text-soft">
        {label}
      </span>
      {names.map(({ name, href }) => (
        <a key={href} href={href} className="plain-link py-1">
          {name}
        </a>
      ))}
    </nav>
  );
}
