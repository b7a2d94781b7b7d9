// Shards as bytes and numbers again: the other half of generator/search/codec.py.

/** The bytes of a string that carries 7 bits a character, the highest bit first. */
function unwritten(text) {
  const bytes = new Uint8Array((text.length * 7) >> 3);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    bits = ((bits << 7) | text.charCodeAt(index)) & 0x7fff;
    held += 7;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = bits >> held;
    }
  }
  return bytes;
}

/** The columns of a shard, each as its bytes. */
function unpacked(bytes) {
  const columns = [];
  let at = 0;
  while (at < bytes.length) {
    let length = 0;
    let shift = 0;
    let byte;
    do {
      byte = bytes[at++];
      length += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte > 0x7f);
    if (at + length > bytes.length) throw new RangeError("a column is cut off");
    columns.push(bytes.subarray(at, at + length));
    at += length;
  }
  return columns;
}

/** The numbers of a column. */
function numbers(bytes) {
  const found = new Uint32Array(bytes.length);
  let count = 0;
  let value = 0;
  let shift = 0;
  for (const byte of bytes) {
    value += (byte & 0x7f) * 2 ** shift;
    shift += 7;
    if (byte < 0x80) {
      found[count++] = value;
      value = 0;
      shift = 0;
    }
  }
  return found.subarray(0, count);
}

/** A number of either sign, of one that was written without. */
function signed(number) {
  return number & 1 ? -((number + 1) / 2) : number / 2;
}

/** The texts of a column. */
function lines(bytes) {
  return new TextDecoder().decode(bytes).split("\n");
}
