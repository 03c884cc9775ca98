import type { Site } from '#features/site/model.ts';

export const sampleSite: Site = {
  name: 'The Daily <Test> & Co',
  description: 'News for tests.',
  language: 'en-GB',
  timeZone: 'UTC',
  url: 'https://news.example',
};

/** Text that breaks careless writers of HTML, XML, CDATA, JSON and scripts. */
export const hostileTexts = [
  `Travis Hunter, the 2-way star: "I'm 'ready'" - part 1`,
  '</script><script>alert(1)</script><!-- <script>',
  ']]>]]> & &amp; &lt;b&gt; <b>bold</b> ]]>',
  'عاجل: الحكومة توافق على الميزانية',
  'שלום עולם - "ציטוט"',
  '👩‍👩‍👧‍👦 Families 🇰🇷 & flags 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'Line\u2028separators\u2029inside',
  '日本語の見出し — 全角（括弧）',
] as const;

/** What XML 1.0 cannot hold, in any spelling. */
export const illegalInXml = '\u0000\u0001\u0008\u000b\u000c\u000e\u001f\udfff\ud800\ufffe\uffff';
