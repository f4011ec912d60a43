// The door of classification: categories, the model and its figures.
export { CATEGORIES, type Category, isCategory } from './category.js';
export { classifierForgot } from './classification.events.js';
export { ClassificationModule } from './classification.module.js';
export { Classifier, type ModelVersion } from './classifier.service.js';
export { byCategory, type Figures, type Judged, figuresOf } from './evaluation.js';
export { loadExamples } from './examples.js';
export { type CurvePoint, learningCurve } from './learning-curve.js';
export { crossValidate, predict, train } from './linear-model.js';
