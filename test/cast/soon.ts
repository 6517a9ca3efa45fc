const EVERY_MS = 50;

/** Waits until what is looked for is there: until `look` throws no more. Also on a machine that is busy otherwise. */
export async function soon<Value>(look: () => Promise<Value> | Value, patienceMs = 10_000): Promise<Value> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await within(look(), Math.max(0, until - performance.now()) + EVERY_MS);
    } catch (error) {
      if (performance.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

/** What is looked for may not settle at all. */
async function within<Value>(looking: Promise<Value> | Value, ms: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing has come of looking for ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([looking, late]);
  } finally {
    clearTimeout(timer);
  }
}
