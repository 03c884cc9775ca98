import { stepBackRead } from './read-stories.ts';
import { countView } from './views.ts';
import { enhanceVotes } from './vote.ts';

// The whole of the reader's script. Pages are complete without it.
enhanceVotes();
stepBackRead();
countView();
