// Deflate, undone (RFC 1951). Browsers have streams for it, which take longer to set up than a small shard takes to read.

const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
  12289, 16385, 24577,
];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MOST_BITS = 15;

/** The data of a raw deflate stream. Throws where the stream is damaged or cut off. */
function inflated(bytes) {
  const stream = { bytes, at: 0, held: 0, count: 0, out: new Uint8Array(bytes.length * 4 + 64), length: 0 };
  let last;
  do {
    last = bits(stream, 1);
    const kind = bits(stream, 2);
    if (kind === 0) stored(stream);
    else if (kind === 1) coded(stream, ...fixedCodes());
    else if (kind === 2) coded(stream, ...ownCodes(stream));
    else throw new RangeError("no such block");
  } while (!last);
  return stream.out.subarray(0, stream.length);
}

/** The next bits of the stream as a number, the first the lowest. */
function bits(stream, wanted) {
  while (stream.count < wanted) {
    if (stream.at >= stream.bytes.length) throw new RangeError("the stream is cut off");
    stream.held |= stream.bytes[stream.at++] << stream.count;
    stream.count += 8;
  }
  const found = stream.held & ((1 << wanted) - 1);
  stream.held >>>= wanted;
  stream.count -= wanted;
  return found;
}

/** Makes room for so many bytes more. */
function room(stream, more) {
  if (stream.length + more <= stream.out.length) return;
  const larger = new Uint8Array(Math.max(stream.out.length * 2, stream.length + more));
  larger.set(stream.out);
  stream.out = larger;
}

function stored(stream) {
  stream.held = stream.count = 0;
  const length = stream.bytes[stream.at] | (stream.bytes[stream.at + 1] << 8);
  stream.at += 4;
  if (!(stream.at + length <= stream.bytes.length)) throw new RangeError("the stream is cut off");
  room(stream, length);
  stream.out.set(stream.bytes.subarray(stream.at, stream.at + length), stream.length);
  stream.at += length;
  stream.length += length;
}

/** A table that gives, for the next bits of the stream, the symbol they begin with and its length: symbol * 16 + length. */
function table(lengths) {
  const longest = Math.max(1, ...lengths);
  const next = new Uint16Array(MOST_BITS + 2);
  for (const length of lengths) if (length) next[length + 1]++;
  let code = 0;
  for (let length = 1; length <= MOST_BITS; length++) next[length] = code = (code + next[length]) << 1;
  const found = new Uint16Array(1 << longest);
  lengths.forEach((length, symbol) => {
    if (!length) return;
    let turned = 0;
    for (let left = length, rest = next[length]++; left; left--, rest >>= 1) turned = (turned << 1) | (rest & 1);
    for (let at = turned; at < found.length; at += 1 << length) found[at] = (symbol << 4) | length;
  });
  return { found, longest };
}

/** The next symbol of the stream. */
function symbol(stream, { found, longest }) {
  while (stream.count < longest && stream.at < stream.bytes.length) {
    stream.held |= stream.bytes[stream.at++] << stream.count;
    stream.count += 8;
  }
  const entry = found[stream.held & ((1 << longest) - 1)];
  const length = entry & 15;
  if (!length || length > stream.count) throw new RangeError("the stream is damaged");
  stream.held >>>= length;
  stream.count -= length;
  return entry >> 4;
}

let fixed = null;

function fixedCodes() {
  fixed ??= [
    table(Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8))),
    table(Array(30).fill(5)),
  ];
  return fixed;
}

function ownCodes(stream) {
  const literals = bits(stream, 5) + 257;
  const distances = bits(stream, 5) + 1;
  const count = bits(stream, 4) + 4;
  const lengths = Array(19).fill(0);
  for (let at = 0; at < count; at++) lengths[ORDER[at]] = bits(stream, 3);
  const codes = table(lengths);
  const found = [];
  while (found.length < literals + distances) {
    const next = symbol(stream, codes);
    if (next < 16) found.push(next);
    else {
      const [value, times] =
        next === 16 ? [found.at(-1), 3 + bits(stream, 2)] : [0, next === 17 ? 3 + bits(stream, 3) : 11 + bits(stream, 7)];
      for (let left = times; left; left--) found.push(value);
    }
  }
  return [table(found.slice(0, literals)), table(found.slice(literals))];
}

/** A block of literals and of repetitions of what came before. */
function coded(stream, literals, distances) {
  for (let next = symbol(stream, literals); next !== 256; next = symbol(stream, literals)) {
    room(stream, 258);
    if (next < 256) {
      stream.out[stream.length++] = next;
      continue;
    }
    const length = LENGTHS[next - 257] + bits(stream, LENGTH_BITS[next - 257]);
    const code = symbol(stream, distances);
    const distance = DISTANCES[code] + bits(stream, code < 4 ? 0 : (code >> 1) - 1);
    if (!(distance <= stream.length)) throw new RangeError("the stream is damaged");
    for (let left = length; left; left--, stream.length++) stream.out[stream.length] = stream.out[stream.length - distance];
  }
}
