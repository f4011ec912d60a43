// The door of classification: categories, the model and its figures.
export { CATEGORIES, type Category, isCategory } from './category.js';
export { classifierForgot } from './classification.events.js';
export { ClassificationModule } from './classification.module.js';
export { Classifier } from './classifier.service.js';
export { type Judged, figuresOf } from './evaluation.js';
export { loadExamples } from './examples.js';
export { crossValidate, predict, train } from './linear-model.js';
