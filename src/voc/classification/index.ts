// The door of classification: categories, the model and its figures.
export { CATEGORIES, type Category, isCategory } from './category.js';
export { ClassificationModule } from './classification.module.js';
export { Classifier, type ModelCard } from './classifier.service.js';
export { type Figures, type Judged, figuresOf } from './evaluation.js';
export { loadExamples } from './examples.js';
export { crossValidate, predict, train } from './linear-model.js';
