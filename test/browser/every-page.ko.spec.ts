// Every page in Korean: what is looked at, and how, stands in every-page.ts.
import { everyPage } from './every-page.js';

everyPage('ko');
