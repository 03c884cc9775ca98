import { Time } from '#components/ui/time.tsx';
import type { withdrawCorrectionAction } from '#features/correction/actions.ts';
import type { DeskCorrections } from '#features/correction/dto.ts';
import { type DateStyle, fullTime } from '#lib/dates.ts';
import { say } from '#lib/desk-words.ts';
import { WithdrawCorrection } from './withdraw-correction.client.tsx';

interface IssuedCorrectionsProps {
  readonly articleId: string;
  readonly story: DeskCorrections;
  readonly style: DateStyle;
  readonly withdraw: typeof withdrawCorrectionAction;
}

/** The corrections of a story that readers see with it, each to be taken back by whoever may issue one. */
export function IssuedCorrections({ articleId, story, style, withdraw }: IssuedCorrectionsProps) {
  return (
    <section aria-labelledby="issued" className="mbs-8">
      <h2 id="issued" className="font-bold mbe-2">
        {say('correction.list')}
      </h2>
      {story.corrections.length === 0 && <p className="text-soft">{say('correction.none')}</p>}
      <ul className="grid gap-6">
        {story.corrections.map(({ id, text, issuedAt, issuedBy }) => {
          const when = fullTime(issuedAt, style);
          return (
            <li key={id} className="grid justify-items-start gap-1">
              <p className="text-soft">
                <Time date={issuedAt}>{when}</Time>{' '}
                {issuedBy === null ? say('correction.byMachine') : say('correction.by', { name: issuedBy })}
              </p>
              <p className="max-w-measure whitespace-pre-line">{text}</p>
              {story.mayCorrect && (
                <WithdrawCorrection articleId={articleId} correctionId={id} when={when} withdraw={withdraw} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
