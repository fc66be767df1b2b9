/** Lines of journals that have more or fewer than two, kept until all of a range have come: they are hashed in order of their numbers. */
import { lineBytes } from "./hashes.ts";

export class CompoundLines {
  private places = new Int32Array(1 << 10);
  private forms = Buffer.alloc((1 << 10) * lineBytes);
  private formsView = new DataView(this.forms.buffer);
  private held = 0;
  private order: number[] = [];
  private at = 0;

  clear(): void {
    this.held = 0;
    this.order = [];
    this.at = 0;
  }

  /** Makes room for a line of the journal at `place` and answers where its form is to be written. */
  add(place: number): number {
    if (this.held === this.places.length) {
      const [places, forms] = [new Int32Array(2 * this.held), Buffer.alloc(2 * this.held * lineBytes)];
      places.set(this.places);
      forms.set(this.forms);
      [this.places, this.forms, this.formsView] = [places, forms, new DataView(forms.buffer)];
    }
    this.places[this.held] = place;
    this.held += 1;
    return (this.held - 1) * lineBytes;
  }

  /** For writing what `add` made room for. */
  get view(): DataView {
    return this.formsView;
  }

  /** When all lines of the range have come. */
  sort(): void {
    const number = (n: number) => this.forms.readInt32BE(n * lineBytes);
    this.order = Array.from({ length: this.held }, (_, n) => n).sort((a, b) => (this.places[a] ?? 0) - (this.places[b] ?? 0) || number(a) - number(b));
  }

  /** Calls `each` for the lines of the journal at `place`, by number. Places are asked for in rising order. */
  of(place: number, each: (form: Buffer, number: number) => void): void {
    for (;;) {
      const n = this.order[this.at];
      if (n === undefined || (this.places[n] ?? 0) > place) return;
      if (this.places[n] === place) each(this.forms.subarray(n * lineBytes, (n + 1) * lineBytes), this.forms.readInt32BE(n * lineBytes));
      this.at += 1;
    }
  }
}
