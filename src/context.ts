// The product without its HTTP server: for commands, the worker apart, and the demonstration's loader.
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { HotlineModule } from './hotline.module.js';
import type { HotlineOptions } from './hotline.options.js';
import { NestLog } from './platform/observe/index.js';

export const createContext = (options: HotlineOptions): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(HotlineModule.forRoot(options), {
    logger: new NestLog(options.log),
    abortOnError: false,
  });
