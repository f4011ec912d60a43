// The first line that runs: words, session and theme around the routes.
import { createRoot } from 'react-dom/client';
import { App } from './shell/App';
import { fetchWords, guessLocale } from './words/words';

const root = document.getElementById('root');
if (root) void fetchWords(guessLocale()).then(() => createRoot(root).render(<App />));
