// Traces for operators who run a collector: nothing is made, loaded or sent unless the settings name one.
import {
  type Attributes,
  type Context,
  type Span,
  SpanStatusCode,
  context,
  createContextKey,
  propagation,
  trace,
} from '@opentelemetry/api';
import type { ReadableSpan, SpanProcessor, Span as SdkSpan } from '@opentelemetry/sdk-trace-node';

/** Spans that wait until it is clear whether anything may be kept of what they belong to. */
type Held = { kept: boolean | null; ended: (() => void)[] };
const HELD = createContextKey('hotline held spans');

const tracer = () => trace.getTracer('hotline');

export const startSpan = (name: string, attributes: Attributes, parent: Context = context.active()): Span =>
  tracer().startSpan(name, { attributes }, parent);

/** A context whose spans are sent once `decide(true)` was called, and never after `decide(false)`. */
export function holdSpans(parent: Context): { context: Context; decide: (kept: boolean) => void } {
  const held: Held = { kept: null, ended: [] };
  return {
    context: parent.setValue(HELD, held),
    decide: (kept) => {
      held.kept = kept;
      const ended = held.ended.splice(0);
      if (kept) for (const send of ended) send();
    },
  };
}

/** Nothing that is done meanwhile becomes a span that is sent. */
export function untraced<Result>(work: () => Result): Result {
  const { context: silent, decide } = holdSpans(context.active());
  decide(false);
  return context.with(silent, work);
}

/** Sends nothing before it is decided, and nothing at all where it is decided so. */
class Holding implements SpanProcessor {
  private readonly held = new WeakMap<object, Held>();

  constructor(private readonly next: SpanProcessor) {}

  onStart(span: SdkSpan, parent: Context): void {
    const held = parent.getValue(HELD) as Held | undefined;
    if (held) this.held.set(span, held);
    this.next.onStart(span, parent);
  }

  onEnd(span: ReadableSpan): void {
    const held = this.held.get(span);
    if (!held || held.kept === true) this.next.onEnd(span);
    else if (held.kept === null) held.ended.push(() => this.next.onEnd(span));
  }

  forceFlush(): Promise<void> {
    return this.next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.next.shutdown();
  }
}

/** One span around some work. Attributes are words of ours, never a person's. */
export function traced<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> {
  return tracer().startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      // The message may hold what somebody wrote; its class does not.
      span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Gives the running request's span a name that tells more. */
export const nameSpan = (name: string): void => void trace.getActiveSpan()?.updateName(name);

/** Trace and span of this moment, for the log; nothing where no trace is made. */
export function traceNow(): { traceId: string; spanId: string } | undefined {
  const span = trace.getActiveSpan();
  if (!span?.isRecording()) return undefined;
  const { traceId, spanId } = span.spanContext();
  return { traceId, spanId };
}

/**
 * Sends spans to the collector of OTEL_EXPORTER_OTLP_ENDPOINT (OTLP over HTTP). Its other standard variables hold too:
 * OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER, OTEL_SERVICE_NAME. Resolves to what ends it, the last spans sent.
 */
export async function startTraces(env: NodeJS.ProcessEnv = process.env): Promise<() => Promise<void>> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return async () => {};
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': env.OTEL_SERVICE_NAME ?? 'hotline' }),
    spanProcessors: [new Holding(new BatchSpanProcessor(new OTLPTraceExporter()))],
  });
  provider.register();
  return async () => {
    await provider.shutdown();
    // Else a process that begins again would go on sending to what has ended.
    for (const part of [trace, context, propagation]) part.disable();
  };
}
