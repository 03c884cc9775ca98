import { missingPage } from '../../../missing-page.tsx';

/** What stands at no address of the desk. */
export default function UnmatchedPage() {
  return missingPage('/desk/articles');
}
