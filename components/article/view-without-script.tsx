/** Tells the site that its story is read where no script runs: islands/views.ts tells it otherwise. Nothing is shown. */
export function ViewWithoutScript({ articleId }: { articleId: string }) {
  return (
    <noscript>
      <img src={`/api/views?article=${articleId}`} alt="" width={1} height={1} className="absolute" />
    </noscript>
  );
}
