import { parseConfiguration } from "./configuration.ts";
import { startRendezvous } from "./start-rendezvous.ts";

/*
 * The rendezvous as a program of its own, configured by its environment: see README.md.
 *   node electron/rendezvous/main.ts
 */

const configuration = parseConfiguration(process.env);
if (configuration.ok) {
  try {
    const rendezvous = await startRendezvous(configuration.value, (sentence) => console.log(sentence));
    console.log(`The rendezvous is ready at port ${rendezvous.port}.`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        console.log("Ending: everyone here is told to go elsewhere.");
        void rendezvous.close();
      });
    }
  } catch (error) {
    refuse(`The rendezvous cannot start: ${error instanceof Error ? error.message : String(error)}`);
  }
} else configuration.sentences.forEach(refuse);

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
