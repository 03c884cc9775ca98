'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { beginStory } from '#features/draft/actions.ts';
import { say } from '#lib/desk-words.ts';

/** Begins a story as soon as the page is there, and leads to it. A link that is only looked at begins none. */
export function BeginStory({ begin }: { begin: typeof beginStory }) {
  const router = useRouter();
  const asked = useRef(false);
  const [error, setError] = useState<string | null>(null);
  async function start() {
    setError(null);
    const result = await begin().catch(() => null);
    if (result?.ok) router.replace(`/desk/articles/${result.data.articleId}`);
    else setError(result?.error.message ?? say('editor.noAnswer'));
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a story is begun once.
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void start();
  }, []);
  if (!error) return <p role="status">{say('editor.beginning')}</p>;
  return (
    <div className="grid justify-items-start gap-3">
      <Notice tone="danger">{error}</Notice>
      <Button look="primary" onClick={start}>
        {say('editor.begin')}
      </Button>
    </div>
  );
}
