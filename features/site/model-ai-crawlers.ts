/** What a site lets the crawlers of makers of language models do; a search engine's own crawler is none of them. */
export const aiCrawlerChoices = ['allowed', 'noTraining', 'none'] as const;
export type AiCrawlerChoice = (typeof aiCrawlerChoices)[number];

/**
 * The names that crawlers go by in robots.txt, as their operators document them and as they are gathered, with where
 * each is documented, by https://github.com/ai-robots-txt/ai.robots.txt. Whoever adds one looks there what it is for.
 */
const aiCrawlers = {
  /** They gather text to train models with. */
  training: [
    'AI2Bot',
    'Amazonbot',
    'anthropic-ai',
    'Applebot-Extended',
    'Bytespider',
    'CCBot',
    'ClaudeBot',
    'cohere-training-data-crawler',
    'DeepSeekBot',
    'Diffbot',
    'FacebookBot',
    'Google-CloudVertexBot',
    'Google-Extended',
    'GPTBot',
    'ICC-Crawler',
    'img2dataset',
    'LAIONDownloader',
    'Meta-ExternalAgent',
    'omgili',
    'PanguBot',
    'Timpibot',
    'Webzio-Extended',
  ],
  /** They read a page because somebody asked a question, and answer with a link to it, as a search engine does. */
  answering: [
    'Amzn-SearchBot',
    'ChatGPT-User',
    'Claude-SearchBot',
    'Claude-User',
    'DuckAssistBot',
    'Meta-ExternalFetcher',
    'MistralAI-User',
    'OAI-SearchBot',
    'PerplexityBot',
    'Perplexity-User',
    'YouBot',
  ],
} as const;

/** The crawlers that are to read nothing. */
export function refusedCrawlers(choice: AiCrawlerChoice): readonly string[] {
  switch (choice) {
    case 'allowed':
      return [];
    case 'noTraining':
      return aiCrawlers.training;
    case 'none':
      return [...aiCrawlers.training, ...aiCrawlers.answering];
  }
}
