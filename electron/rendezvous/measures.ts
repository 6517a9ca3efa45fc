import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";

/** A number to be shown, asked for whenever someone looks. */
export interface Measure {
  readonly name: string;
  readonly help: string;
  /** Whether it only ever grows. */
  readonly grows: boolean;
  readonly value: () => number;
}

/** Numbers in Prometheus' text format, with those of the process beside. Numbers only: nothing says who, where or what. */
export function createMeasures(measures: readonly Measure[]): { readonly type: string; text(): Promise<string> } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const { name, help, grows, value } of measures) {
    if (grows) {
      const counter: Counter = new Counter({
        name,
        help,
        registers: [registry],
        collect: () => {
          counter.reset();
          counter.inc(value());
        },
      });
    } else {
      const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(value()) });
    }
  }
  return { type: registry.contentType, text: () => registry.metrics() };
}
