// Every page in English: what is looked at, and how, stands in every-page.ts.
import { everyPage } from './every-page.js';

everyPage('en');
