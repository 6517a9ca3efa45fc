import { Pictures } from "../../renderer/ui/Pictures.tsx";
import { Title } from "../../renderer/ui/Title.tsx";
import { picturesOf } from "../../shared/door/pictures.ts";

/** Five pictures by themselves, two of them the same, with the longest names there are. */
export function PicturesPage() {
  const fiveOf = picturesOf(Uint8Array.of(0b01111111, 0b11011001, 0b00100101, 0b11110100));
  return (
    <main className="page">
      <Title page="Pictures">Pictures</Title>
      <Pictures pictures={fiveOf} />
    </main>
  );
}
