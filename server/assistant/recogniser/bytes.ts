const text = new TextEncoder();

/** Writes numbers and texts one after another into bytes that grow as needed. */
export class ByteWriter {
  private buffer = new Uint8Array(1 << 16);
  private end = 0;

  private room(more: number): void {
    if (this.end + more <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.end + more));
    larger.set(this.buffer.subarray(0, this.end));
    this.buffer = larger;
  }

  /** A whole number from 0 to 2³²−1 in one to five bytes (LEB128). */
  varint(value: number): void {
    this.room(5);
    let rest = value;
    while (rest > 127) {
      this.buffer[this.end] = (rest & 127) | 128;
      this.end += 1;
      rest >>>= 7;
    }
    this.buffer[this.end] = rest;
    this.end += 1;
  }

  /** Whole numbers with their count in front. */
  varints(values: ArrayLike<number>): void {
    this.varint(values.length);
    for (let at = 0; at < values.length; at += 1) this.varint(values[at] as number);
  }

  /** Rising whole numbers, as differences. */
  rising(values: ArrayLike<number>): void {
    this.varint(values.length);
    let before = 0;
    for (let at = 0; at < values.length; at += 1) {
      this.varint((values[at] as number) - before);
      before = values[at] as number;
    }
  }

  fixed(value: number): void {
    this.room(4);
    new DataView(this.buffer.buffer).setUint32(this.end, value);
    this.end += 4;
  }

  float(value: number): void {
    this.room(4);
    new DataView(this.buffer.buffer).setFloat32(this.end, value);
    this.end += 4;
  }

  /** Single-precision numbers with their count in front. */
  floats(values: ArrayLike<number>): void {
    this.varint(values.length);
    for (let at = 0; at < values.length; at += 1) this.float(values[at] as number);
  }

  bytes(values: Uint8Array): void {
    this.varint(values.length);
    this.room(values.length);
    this.buffer.set(values, this.end);
    this.end += values.length;
  }

  /** Texts, which may hold any well-formed characters. */
  strings(values: readonly string[]): void {
    this.bytes(text.encode(JSON.stringify(values)));
  }

  finish(): Uint8Array {
    return this.buffer.slice(0, this.end);
  }
}

/** Reads what {@link ByteWriter} wrote, in the same order. @throws Error when the bytes end too early. */
export class ByteReader {
  private at = 0;

  constructor(private readonly buffer: Uint8Array) {}

  private take(): number {
    const byte = this.buffer[this.at];
    if (byte === undefined) throw new Error("The bytes end too early");
    this.at += 1;
    return byte;
  }

  varint(): number {
    const first = this.buffer[this.at];
    if (first !== undefined && first < 128) {
      this.at += 1;
      return first;
    }
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.take();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    throw new Error("A number is too long");
  }

  varints(): Uint32Array {
    return Uint32Array.from({ length: this.count() }, () => this.varint());
  }

  rising(): Uint32Array {
    let before = 0;
    return Uint32Array.from({ length: this.count() }, () => {
      before += this.varint();
      return before;
    });
  }

  /** A count of things that each take at least one byte: never more than bytes are left. */
  private count(): number {
    const count = this.varint();
    if (count > this.buffer.length - this.at) throw new Error("The bytes end too early");
    return count;
  }

  fixed(): number {
    return (this.take() << 24) | (this.take() << 16) | (this.take() << 8) | this.take();
  }

  float(): number {
    const view = new DataView(new ArrayBuffer(4));
    for (let byte = 0; byte < 4; byte += 1) view.setUint8(byte, this.take());
    return view.getFloat32(0);
  }

  floats(): Float32Array {
    return Float32Array.from({ length: this.count() }, () => this.float());
  }

  bytes(): Uint8Array {
    const length = this.count();
    this.at += length;
    return this.buffer.subarray(this.at - length, this.at);
  }

  strings(): string[] {
    return JSON.parse(new TextDecoder().decode(this.bytes()));
  }
}
