/** The text of a mail as its reader gets it, the links in it ready to be followed. */
export function MailText({ text }: { text: string }) {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that never changes.
      <p key={index} className="mbe-2 break-words">
        {/^https?:\/\/\S+$/.test(paragraph) ? (
          <a className="text-link" href={paragraph}>
            {paragraph}
          </a>
        ) : (
          paragraph
        )}
      </p>
    ));
}
