// Wiring of the classifier.
import { Module } from '@nestjs/common';
import { Classifier } from './classifier.service.js';

@Module({ providers: [Classifier], exports: [Classifier] })
export class ClassificationModule {}
